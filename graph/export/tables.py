"""Tables: Neo4j's importer files, and Parquet for pandas, polars and DuckDB."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, BinaryIO

from graph.export.dataset import Dataset
from graph.export.networks import flat_edge
from graph.network.build import Network

NODE_COLUMNS = {
    "iri:ID": None,
    ":LABEL": None,
    "label": "label",
    "kind": "kind",
    "type": "type",
    "names:string[]": "names",
    "date": "date",
    "end_date": "end_date",
    "factuality": "factuality",
    "text": "text",
    "surface": "surface",
    "unstated:string[]": "unstated",
    "status": "status",
    "count:int": "count",
}
"""Column of the node file, as `neo4j-admin database import` types it → attribute of a node."""

EDGE_COLUMNS = {
    ":START_ID": None,
    ":END_ID": None,
    ":TYPE": None,
    "predicate": "predicate",
    "factuality": "factuality",
    "confidence:float": "confidence",
    "derived:boolean": "derived",
    "sentences:int": "sentences",
    "articles:int": "articles",
    "sentence": "sentence",
    "words": "words",
    "publisher": "publisher",
    "title": "title",
    "published": "date",
    "url": "url",
}

PARQUET_ROWS = 20_000
"""Rows that are written together."""

ARROW = {"confidence": "double", "derived": "bool", "start": "int32", "end": "int32"}
"""Column → its type in Parquet; the others are strings."""

EVIDENCE_COLUMNS = ("sentence", "start", "end", "words", "antecedent", "rule", "article", "identifier", "title")
SOURCE_COLUMNS = ("publisher", "date", "url", "statement")


def to_neo4j(dataset: Dataset, nodes: BinaryIO, edges: BinaryIO) -> None:
    """Writes the node and the edge file of `neo4j-admin database import full`."""
    found = dataset.network()
    _write(nodes, NODE_COLUMNS, (_node_row(iri, data) for iri, data in found.nodes(data=True)))
    _write(edges, EDGE_COLUMNS, (_edge_row(tail, head, data) for tail, head, data in found.edges(data=True)))


def _write(stream: BinaryIO, columns: Iterable[str], rows: Iterable[Sequence[str]]) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    text.detach()


def _node_row(iri: str, data: Mapping[str, Any]) -> list[str]:
    labels = ";".join(dict.fromkeys((data["kind"].capitalize(), data["type"])))
    return [iri, labels, *(_cell(data.get(name)) for name in NODE_COLUMNS.values() if name)]


def _edge_row(tail: str, head: str, data: Mapping[str, Any]) -> list[str]:
    row = flat_edge(data)
    type_ = "".join(f"_{ch}" if ch.isupper() else ch for ch in data["label"]).upper()
    return [tail, head, type_, *(_cell(row.get(name)) for name in EDGE_COLUMNS.values() if name)]


def _cell(value: object) -> str:
    """The value as the importer reads it: lists by semicolons, no line breaks.

    >>> _cell(["a;b", "c"]), _cell(True), _cell(None), _cell("a\\nb")
    ('a,b;c', 'true', '', 'a b')
    """
    if isinstance(value, list):
        return ";".join(_cell(item).replace(";", ",") for item in value)
    if value is None:
        return ""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return " ".join(text.splitlines())


def to_parquet(dataset: Dataset, stream: BinaryIO) -> None:
    """Writes one row for each sentence of each edge; an edge without a sentence has one row too."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, pa.type_for_alias(ARROW.get(name, "string"))) for name in _parquet_columns()])
    rows = _parquet_rows(dataset.network())
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        while batch := list(islice(rows, PARQUET_ROWS)):
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))


def _parquet_columns() -> list[str]:
    ends = [f"{end}{what}" for end in ("subject", "object") for what in ("", "_label", "_kind", "_type")]
    return [*ends, "predicate", "label", "factuality", "confidence", "derived", *EVIDENCE_COLUMNS, *SOURCE_COLUMNS]


def _parquet_rows(found: Network) -> Iterator[dict[str, Any]]:
    for tail, head, data in found.edges(data=True):
        row = {name: data[name] for name in ("predicate", "label", "factuality", "confidence", "derived")}
        for end, iri in (("subject", tail), ("object", head)):
            row |= {end: iri, **{f"{end}_{what}": found.nodes[iri][what] for what in ("label", "kind", "type")}}
        for item in data["evidence"] or [{}]:
            told = {name: item.get(name) for name in (*EVIDENCE_COLUMNS, *SOURCE_COLUMNS)}
            yield row | told | {"confidence": item.get("confidence", row["confidence"])}

"""The formats of network tools: what the news states as fact, and on request what it only claims."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from graph.export.dataset import Dataset
from graph.network.build import Network

Row = dict[str, str | int | float | bool]
FlatNode = tuple[str, Row]
FlatEdge = tuple[str, str, Row]

GEXF = {"int": "integer"}
"""GraphML's names of types that GEXF calls otherwise."""

EVIDENCE_FIELDS = ("sentence", "words", "publisher", "title", "date", "url", "identifier", "rule")
"""What formats without nested values tell of an edge's best evidence; `date` and `url` are the article's."""


def to_json(dataset: Dataset, stream: BinaryIO) -> None:
    """Writes networkx's node-link JSON: `nx.node_link_graph(json.load(file))` gives the network back."""
    found = dataset.network()
    stream.write(b'{"directed": true, "multigraph": true, "graph": {}, "nodes": [\n')
    _write_json(stream, ({"id": iri, **data} for iri, data in found.nodes(data=True)))
    stream.write(b'],\n"edges": [\n')
    edges = found.edges(keys=True, data=True)
    _write_json(stream, ({"source": tail, "target": head, "key": key, **data} for tail, head, key, data in edges))
    stream.write(b"]}\n")


def _write_json(stream: BinaryIO, objects: Iterable[Mapping[str, Any]]) -> None:
    between = b""
    for value in objects:
        stream.write(between + json.dumps(value, ensure_ascii=False, sort_keys=True).encode())
        between = b",\n"


def to_graphml(dataset: Dataset, stream: BinaryIO) -> None:
    """Writes GraphML with flat attributes, for yEd, Cytoscape and igraph."""
    stream.writelines(line.encode() for line in _graphml(Flat(dataset.network())))


def to_gexf(dataset: Dataset, stream: BinaryIO) -> None:
    """Writes GEXF 1.3 with flat attributes and the dates of events, for Gephi."""
    stream.writelines(line.encode() for line in _gexf(Flat(dataset.network())))


@dataclass(frozen=True)
class Flat:
    """A network whose nodes and edges are made flat one by one, as often as they are asked for."""

    network: Network

    def nodes(self) -> Iterator[FlatNode]:
        """Each node's IRI and attributes."""
        return ((iri, flat_node(data)) for iri, data in self.network.nodes(data=True))

    def edges(self) -> Iterator[FlatEdge]:
        """Each edge's ends and attributes."""
        return ((tail, head, flat_edge(data)) for tail, head, data in self.network.edges(data=True))

    def types(self) -> tuple[tuple[str, dict[str, str]], ...]:
        """The types of the attributes of "node" and of "edge"."""
        return ("node", _types(row for _, row in self.nodes())), ("edge", _types(row for *_, row in self.edges()))


def flat_node(data: Mapping[str, Any]) -> Row:
    """A node's attributes without nested values."""
    return _flat(data, left_out="facts")


def flat_edge(data: Mapping[str, Any]) -> Row:
    """An edge's attributes with those of its best evidence, and the numbers of sentences and of articles."""
    evidence = sorted(data["evidence"], key=lambda e: (-(e["confidence"] or 0), e["article"], e["start"]))
    counts: Row = {"sentences": len(evidence), "articles": len({item["article"] for item in evidence})}
    best = evidence[0] if evidence else {}
    return _flat(data, left_out="evidence") | counts | _flat({name: best.get(name) for name in EVIDENCE_FIELDS})


def _flat(data: Mapping[str, Any], left_out: str = "") -> Row:
    """What is known of the attributes, lists joined by " | "."""
    known = {name: value for name, value in data.items() if value is not None and name != left_out}
    return {name: " | ".join(value) if isinstance(value, list) else value for name, value in known.items()}


def _types(rows: Iterable[Row]) -> dict[str, str]:
    """Attribute → its type, as GraphML and GEXF call it."""
    names = {bool: "boolean", int: "int", float: "double", str: "string"}
    found = {name: names[type(value)] for row in rows for name, value in row.items()}
    return dict(sorted(found.items()))


def _graphml(flat: Flat) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for what, types in flat.types():
        for name, type_ in types.items():
            yield f'<key id="{what}_{name}" for="{what}" attr.name="{name}" attr.type="{type_}"/>\n'
    yield '<graph edgedefault="directed">\n'
    for iri, row in flat.nodes():
        yield f"<node id={_quoted(iri)}>{_data('node', row)}</node>\n"
    for tail, head, row in flat.edges():
        yield f"<edge source={_quoted(tail)} target={_quoted(head)}>{_data('edge', row)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(what: str, row: Row) -> str:
    return "".join(f'<data key="{what}_{name}">{escape(_clean(_text(row[name])))}</data>' for name in sorted(row))


def _gexf(flat: Flat) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield '<graph defaultedgetype="directed" mode="static">\n'
    for what, types in flat.types():
        named = ((name, GEXF.get(type_, type_)) for name, type_ in types.items())
        keys = (f'<attribute id="{name}" title="{name}" type="{type_}"/>' for name, type_ in named)
        yield f'<attributes class="{what}">{"".join(keys)}</attributes>\n'
    yield "<nodes>\n"
    for iri, row in flat.nodes():
        yield f"<node id={_quoted(iri)} label={_quoted(_text(row['label']))}>{_values(row)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, (tail, head, row) in enumerate(flat.edges()):
        ends = f"source={_quoted(tail)} target={_quoted(head)} label={_quoted(_text(row['label']))}"
        yield f'<edge id="{number}" {ends}>{_values(row)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(row: Row) -> str:
    cells = (f'<attvalue for="{name}" value={_quoted(_text(row[name]))}/>' for name in sorted(row))
    return f"<attvalues>{''.join(cells)}</attvalues>"


def _text(value: str | int | float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return "".join(ch for ch in text if ch in "\t\n\r" or (ch >= " " and ch not in "\ufffe\uffff"))

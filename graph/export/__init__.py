"""The dataset in the formats of other tools: one function a format, in the table EXPORTERS.

Every export is sorted, so that the same dataset gives the same bytes. Formats without graphs never mix claims into
facts: they hold the default graph, or the one graph that is asked for. Another package adds a format by an entry point
of the group "newsgraph.exporters", named by its suffix (".xyz").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Store

from graph.errors import NotFoundError
from graph.export import money, networks, quads, tables
from graph.export.dataset import Dataset

Exporter = Callable[..., None]
"""Writes a Dataset to one binary stream, or to as many as PARTS names."""

EXPORTERS: dict[str, Exporter] = {
    ".ttl": quads.to_turtle,
    ".nt": quads.to_ntriples,
    ".rdf": quads.to_rdfxml,
    ".nq": quads.to_nquads,
    ".trig": quads.to_trig,
    ".jsonld": quads.to_jsonld,
    ".graphml": networks.to_graphml,
    ".gexf": networks.to_gexf,
    ".json": networks.to_json,
    ".csv": tables.to_neo4j,
    ".parquet": tables.to_parquet,
    ".ftm.json": money.to_followthemoney,
}
"""Suffix → the function that writes a dataset."""

PARTS: dict[str, tuple[str, ...]] = {".csv": ("nodes", "edges")}
"""Suffix → the files that it makes: kg.csv becomes kg-nodes.csv and kg-edges.csv."""


def export(
    store: Store,
    target: str | Path | BinaryIO,
    *,
    format: str | None = None,
    claims: bool = False,
    graph_name: str | None = None,
    text: bool = True,
) -> None:
    """Writes the dataset to a file or a binary stream.

    The suffix of the file chooses the format, or `format` ("ttl", ".ttl"), which a stream needs. `claims` lets network
    formats carry also what is not asserted. `graph_name` ("claims", "identity", or an IRI) chooses the graph for the
    formats that hold one. Without `text` the articles' own words stay out, for their copyright. Files appear whole or
    not at all. Raises NotFoundError for an unknown format or graph.
    """
    suffix = _suffix(target, format)
    dataset = Dataset(store, claims=claims, graph_name=graph_name, text=text)
    parts = PARTS.get(suffix, ())
    if isinstance(target, str | Path):
        with _files(Path(target), parts) as streams:
            exporters()[suffix](dataset, *streams)
    elif parts:
        raise NotFoundError(f"{suffix}: makes {len(parts)} files ({', '.join(parts)}), so it needs a file's name")
    else:
        exporters()[suffix](dataset, target)


def exporters() -> dict[str, Exporter]:
    """EXPORTERS, and those that other packages add."""
    return EXPORTERS | {point.name: point.load() for point in entry_points(group="newsgraph.exporters")}


def _suffix(target: str | Path | BinaryIO, format: str | None) -> str:
    """The longest known suffix that the format, or else the file's name, ends with."""
    name = f".{format.lstrip('.')}" if format else Path(target).name if isinstance(target, str | Path) else ""
    known = [suffix for suffix in exporters() if name.lower().endswith(suffix)]
    if not known:
        asked = format or name or "(none)"
        raise NotFoundError(f"{asked}: no such export format; choose one of {' '.join(exporters())}")
    return max(known, key=len)


@contextmanager
def _files(path: Path, parts: tuple[str, ...]) -> Iterator[list[BinaryIO]]:
    """Streams to files that get their names when all of them are whole."""
    names = [path.with_name(f"{path.stem}-{part}{path.suffix}") for part in parts] or [path]
    unfinished = [name.with_name(name.name + ".part") for name in names]
    try:
        with ExitStack() as stack:
            yield [stack.enter_context(name.open("wb")) for name in unfinished]
        for begun, name in zip(unfinished, names, strict=True):
            begun.replace(name)
    finally:
        for begun in unfinished:
            begun.unlink(missing_ok=True)


__all__ = ["EXPORTERS", "PARTS", "Dataset", "Exporter", "export", "exporters"]

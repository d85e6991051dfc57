"""The dataset in the formats of other tools: one function a format, in the table EXPORTERS.

Every export is sorted, so that the same dataset gives the same bytes. Formats without graphs never mix claims into
facts: they hold the default graph, or the one graph that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Store

from graph.errors import NotFoundError
from graph.export import networks, quads
from graph.export.dataset import Dataset

Exporter = Callable[[Dataset, BinaryIO], None]

EXPORTERS: dict[str, Exporter] = {
    ".ttl": quads.to_turtle,
    ".nt": quads.to_ntriples,
    ".rdf": quads.to_rdfxml,
    ".nq": quads.to_nquads,
    ".trig": quads.to_trig,
    ".jsonld": quads.to_jsonld,
    ".graphml": networks.to_graphml,
    ".json": networks.to_json,
}
"""Suffix → the function that writes a dataset to a binary stream."""


def export(
    store: Store,
    target: str | Path | BinaryIO,
    *,
    format: str | None = None,
    claims: bool = False,
    graph_name: str | None = None,
) -> None:
    """Writes the dataset to a file or a binary stream.

    The suffix of the file chooses the format, or `format` ("ttl", ".ttl"), which a stream needs. `claims` lets network
    formats carry also what is not asserted. `graph_name` ("claims", "identity", or an IRI) chooses the graph for the
    formats that hold one. A file appears whole or not at all. Raises NotFoundError for an unknown format or graph.
    """
    exporter = EXPORTERS[_suffix(target, format)]
    dataset = Dataset(store, claims=claims, graph_name=graph_name)
    if not isinstance(target, str | Path):
        exporter(dataset, target)
        return
    path = Path(target)
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("wb") as stream:
            exporter(dataset, stream)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _suffix(target: str | Path | BinaryIO, format: str | None) -> str:
    """The longest known suffix that the format, or else the file's name, ends with."""
    name = f".{format.lstrip('.')}" if format else Path(target).name if isinstance(target, str | Path) else ""
    known = [suffix for suffix in EXPORTERS if name.lower().endswith(suffix)]
    if not known:
        asked = format or name or "(none)"
        raise NotFoundError(f"{asked}: no such export format; choose one of {' '.join(EXPORTERS)}")
    return max(known, key=len)


__all__ = ["EXPORTERS", "Dataset", "Exporter", "export"]

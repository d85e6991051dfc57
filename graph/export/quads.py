"""The RDF formats. Turtle, N-Triples and RDF/XML hold one graph; N-Quads, TriG and JSON-LD hold all."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from pyoxigraph import RdfFormat, parse, serialize

from graph.export.dataset import Dataset
from graph.vocabulary import PREFIXES


def to_ntriples(dataset: Dataset, stream: BinaryIO) -> None:
    """Writes the chosen graph, a triple a line."""
    stream.writelines(dataset.triples())


def to_nquads(dataset: Dataset, stream: BinaryIO) -> None:
    """Writes all graphs, a quad a line."""
    stream.writelines(dataset.quads())


def to_turtle(dataset: Dataset, stream: BinaryIO) -> None:
    """Writes the chosen graph for people to read."""
    _translate(dataset.triples(), stream, RdfFormat.TURTLE)


def to_rdfxml(dataset: Dataset, stream: BinaryIO) -> None:
    """Writes the chosen graph for older tools."""
    _translate(dataset.triples(), stream, RdfFormat.RDF_XML)


def to_trig(dataset: Dataset, stream: BinaryIO) -> None:
    """Writes all graphs for people to read."""
    _translate(dataset.blocks(), stream, RdfFormat.TRIG)


def to_jsonld(dataset: Dataset, stream: BinaryIO) -> None:
    """Writes all graphs for web tools."""
    _translate(dataset.blocks(), stream, RdfFormat.JSON_LD)


def _translate(lines: Iterator[bytes], stream: BinaryIO, format: RdfFormat) -> None:
    quads = parse(_Lines(lines), RdfFormat.N_QUADS)  # type: ignore[arg-type]
    serialize(quads, stream, format, prefixes=PREFIXES)


class _Lines(io.RawIOBase):
    """Lines as a readable stream, so that nothing is held in memory."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self.lines = lines
        self.left = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """The next `size` bytes, fewer only at the end."""
        pieces, have = [self.left], len(self.left)
        while have < size and (line := next(self.lines, b"")):
            pieces.append(line)
            have += len(line)
        joined = b"".join(pieces)
        self.left = joined[size:]
        return joined[:size]

"""What an exporter is given: the store, and which part of it is asked for."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, cast

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, RdfFormat, Store

from graph.errors import NotFoundError
from graph.export.wordless import without_words, wordless
from graph.network import network
from graph.network.build import Network

GraphName = NamedNode | BlankNode | DefaultGraph

SPOOLED = 16_000_000
"""Bytes of one graph that are held in memory before a temporary file takes them."""

RUN = 500_000
"""Lines that are sorted in memory at once; more are merged from temporary files."""


@dataclass(frozen=True)
class Dataset:
    """A store with the options of one export; without `text` the articles' own words stay out."""

    store: Store
    claims: bool = False
    graph_name: str | None = None
    text: bool = True

    def network(self) -> Network:
        """The dataset as a network, with everybody in it."""
        found = network(self.store, claims=self.claims, participants=True)
        return found if self.text else wordless(found)

    def chosen(self) -> NamedNode | DefaultGraph:
        """The one graph that a format without graphs holds."""
        if self.graph_name is None:
            return DefaultGraph()
        names = [name for name in self.store.named_graphs() if isinstance(name, NamedNode)]
        wanted = (self.graph_name, f"/graph/{self.graph_name}")
        found = [name for name in names if name.value == wanted[0] or name.value.endswith(wanted[1])]
        if not found:
            raise NotFoundError(f"{self.graph_name}: no such graph; choose claims, identity or the IRI of an article")
        return min(found, key=str)

    def triples(self) -> Iterator[bytes]:
        """The lines of the chosen graph as sorted N-Triples."""
        return self._triples(self.chosen())

    def quads(self) -> Iterator[bytes]:
        """The lines of all graphs as sorted N-Quads."""
        with tempfile.TemporaryFile() as dump:
            self.store.dump(dump, RdfFormat.N_QUADS)
            yield from self._allowed(_sorted_lines(dump))

    def blocks(self) -> Iterator[bytes]:
        """The lines of all graphs as N-Quads, sorted graph by graph, the default graph first."""
        yield from self._triples(DefaultGraph())
        for name in sorted(self.store.named_graphs(), key=str):
            end = f" {name} .\n".encode()
            yield from (line.removesuffix(b" .\n") + end for line in self._triples(name))

    def _triples(self, name: GraphName) -> Iterator[bytes]:
        with tempfile.SpooledTemporaryFile(SPOOLED) as dump:
            self.store.dump(dump, RdfFormat.N_TRIPLES, from_graph=name)
            yield from self._allowed(_sorted_lines(cast(BinaryIO, dump)))

    def _allowed(self, lines: Iterator[bytes]) -> Iterator[bytes]:
        return lines if self.text else without_words(self.store, lines)


def _sorted_lines(dump: BinaryIO) -> Iterator[bytes]:
    """The lines of a file in order, with memory for one run of them."""
    dump.seek(0)
    with ExitStack() as stack:
        runs: list[Iterator[bytes]] = []
        while run := sorted(islice(dump, RUN)):
            if not runs and len(run) < RUN:
                yield from run
                return
            spilled = cast(BinaryIO, stack.enter_context(tempfile.TemporaryFile()))
            spilled.writelines(run)
            spilled.seek(0)
            runs.append(spilled)
        yield from heapq.merge(*runs)

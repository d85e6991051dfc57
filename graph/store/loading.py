"""Lines of N-Quads into a store, and out of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

CHUNK = 100_000
"""So many quads are written in bulk at a time: more would only stand in memory."""

MANY = 4
"""After more chunks than this, a look-up has to search so many files that they are merged."""

BULK = 200_000
"""From so many quads on, one at a time is slower than writing new files."""

SOME = 20_000
"""So many quads are changed together."""


def as_kept(store: Store, graphs: Collection[str]) -> list[str]:
    """Named graphs in the order in which a store keeps them.

    What is loaded in that order goes to its place at once in the half of the store's tables that are sorted by graph;
    else RocksDB would merge it into place later, again and again as the store grows.
    """
    for iri in graphs:
        store.add_graph(NamedNode(iri))
    kept = (name.value for name in store.named_graphs() if isinstance(name, NamedNode))
    return [iri for iri in kept if iri in graphs]


def load(store: Store, groups: Iterable[Iterable[str]]) -> None:
    """Puts quads into a store in bulk, no group in two parts; while some are written, the next are made."""
    number = 0
    with ThreadPoolExecutor(1, "loading") as loading:
        before: Future[None] | None = None
        for some in _chunks(groups):
            if before is not None:
                before.result()
            before = loading.submit(_write, store, some)
            number += 1
        if before is not None:
            before.result()
    if number > MANY:
        store.optimize()


def _chunks(groups: Iterable[Iterable[str]]) -> Iterator[list[str]]:
    some: list[str] = []
    for group in groups:
        some += group
        if len(some) >= CHUNK:
            yield some
            some = []
    if some:
        yield some


def change(store: Store, differences: Iterable[tuple[set[str], set[str]]]) -> None:
    """Takes quads out and puts quads in, some at a time; none both goes and comes."""
    added: list[str] = []
    for gone, come in differences:
        for quad in parsed(gone):
            store.remove(quad)
        added += come
        if len(added) > SOME:
            _put(store, added)
            added = []
    _put(store, added)


def _put(store: Store, quads: list[str]) -> None:
    if len(quads) > BULK:
        _write(store, quads)
    else:
        store.extend(parsed(quads))


def _write(store: Store, quads: list[str]) -> None:
    # Lenient: every IRI was looked at when it was made a term.
    store.bulk_load(_joined(quads), format=RdfFormat.N_QUADS, lenient=True)


def parsed(quads: Iterable[str]) -> Iterator[Quad]:
    """Quads as objects."""
    return iter(parse(_joined(quads), format=RdfFormat.N_QUADS, lenient=True))


def _joined(quads: Iterable[str]) -> bytes:
    return "\n".join(quads).encode()

"""One-hop edges made from events: easy to ask for and to draw."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from graph.rdf.fillers import Node
from graph.vocabulary import NG


@dataclass(frozen=True, slots=True)
class Derivation:
    """A row of derived.toml: in an event of `event`, whoever fills `source` has `property` to who fills `target`."""

    property: str
    event: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    symmetric: bool = False


@cache
def derivations() -> dict[str, tuple[Derivation, ...]]:
    """The rows of derived.toml, by event class ("*": of every class)."""
    rows = tomllib.loads(Path(__file__).with_name("derived.toml").read_text(encoding="utf-8"))["derived"]
    found: dict[str, tuple[Derivation, ...]] = {}
    for row in rows:
        for event in row["events"]:
            sides = (tuple(row["source"]), tuple(row["target"]))
            made = Derivation(row["property"], event, *sides, symmetric=row.get("symmetric", False))
            found[event] = (*found.get(event, ()), made)
    return found


def derived(iri: str, event: str, fillers: Iterable[tuple[str, Node]]) -> Iterator[tuple[str, str, str]]:
    """The edges that an asserted event gives, both sides stated, once each."""
    filled = tuple((role, node.iri) for role, node in fillers if node.kind != "Topic")
    rows = (*derivations().get(event, ()), *derivations().get("*", ()))
    yield from dict.fromkeys(edge for row in rows for edge in _edges(iri, row, filled))


def _edges(iri: str, row: Derivation, filled: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str, str]]:
    sources = [node for role, node in filled if role in row.source]
    targets = [iri] if row.target == ("event",) else [node for role, node in filled if role in row.target]
    for source, target in product(sources, targets):
        if source != target:
            yield source, NG + row.property, target
            if row.symmetric:
                yield target, NG + row.property, source

"""How much the graph holds, counted article by article as it is folded in."""

from __future__ import annotations

import sqlite3

from pyoxigraph import NamedNode, Quad

from graph.rdf import Description
from graph.vocabulary import ORG, RDF, SCHEMA, SEM

_TYPE = NamedNode(RDF + "type")
_PREDICATE = NamedNode(RDF + "predicate")
_MENTIONS = NamedNode(SCHEMA + "mentions")
_COUNTED: dict[object, int] = {
    NamedNode(SEM + "Event"): 0,
    NamedNode(SCHEMA + "Claim"): 1,
    NamedNode(ORG + "Membership"): 2,
}


def counts(description: Description) -> tuple[int, ...]:
    """The events, claims, positions and facts of one article; a fact is a statement that is no mere mention."""
    found = [0, 0, 0, 0]
    for quad in description.quads:
        _count(quad, found)
    return tuple(found)


def _count(quad: Quad, found: list[int]) -> None:
    predicate = quad.predicate
    if predicate == _TYPE:
        kind = _COUNTED.get(quad.object)
        if kind is not None:
            found[kind] += 1
    elif predicate == _PREDICATE and quad.object != _MENTIONS:
        found[3] += 1


def totals(db: sqlite3.Connection) -> dict[str, int]:
    """What a generation holds, by name."""
    sums = "count(*), total(events), total(claims), total(positions), total(facts)"
    [(articles, events, claims, positions, facts)] = db.execute(f"SELECT {sums} FROM folded").fetchall()
    [(entities,)] = db.execute("SELECT count(*) FROM entities").fetchall()
    found = {"articles": articles, "entities": entities, "events": events, "claims": claims, "positions": positions}
    return {name: int(number) for name, number in {**found, "facts": facts}.items()}

"""Members as people judge them: which names mean which, what may be the same, and the words that speak for it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import msgspec
from pyoxigraph import NamedNode, Store

from graph import identity
from graph.errors import AmbiguousError, NotFoundError
from graph.identity import Pair
from graph.model import Match, Member
from graph.store.deciding import Guidance
from graph.store.entities import find_one
from graph.vocabulary import RDF

SAID = """
SELECT ?quote ?source ?member WHERE {
  GRAPH ?article {
    ?article schema:identifier ?source .
    ?statement rdf:predicate schema:mentions ; ng:evidence/oa:hasSelector/oa:exact ?quote .
    { ?statement rdf:object ?member } UNION { ?statement ng:sourceObject ?member }
  }
} ORDER BY ?source ?quote LIMIT 5
"""
"""Sentences that name a member."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two members that may be the same: why, and the sentence that names each, with its source."""

    match: Match
    left: Member
    right: Member


def members(db: sqlite3.Connection, entity: str | None = None) -> list[Member]:
    """The members of a generation, or of one entity, in the order of their IRIs."""
    chosen, values = ("", ()) if entity is None else ("WHERE entity = ? ", (entity,))
    rows = db.execute(f"SELECT data FROM members {chosen}ORDER BY iri", values)
    return [msgspec.json.decode(data, type=Member) for (data,) in rows]


def proposals(db: sqlite3.Connection, guidance: Guidance) -> list[Proposal]:
    """The pairs that may be the same and that nobody has judged, most telling first."""
    known = {member.iri: member for member in members(db)}
    pairs = [Pair(one, other, bool(same)) for one, other, same in db.execute("SELECT one, other, same FROM pairs")]
    found = identity.matches(known.values(), pairs, guidance.known)
    return [Proposal(match, known[match.left], known[match.right]) for match in found]


def chosen(db: sqlite3.Connection, left: str, right: str) -> tuple[Member, Member]:
    """The two members that a person means by two names or IRIs; of one node, two whose best names differ.

    Raises NotFoundError, or AmbiguousError where both mean the same member.
    """
    one, other = _meant(db, left), _meant(db, right)
    if one.iri == other.iri:
        entity = find_one(db, left).iri
        choices = "; ".join(f"{member.names[0]} {member.iri}" for member in members(db, entity)[:12])
        raise AmbiguousError(f"{left} and {right} mean the same; name two of these by their IRIs: {choices}")
    return one, other


def _meant(db: sqlite3.Connection, name: str) -> Member:
    """The member of an IRI; or of a name, one that bears it as its best name before one that bears it at all."""
    entity = find_one(db, name)
    candidates = members(db, entity.iri)
    exact = [member for member in candidates if member.iri == name]
    best = [member for member in candidates if member.names[0].casefold() == name.casefold()]
    named = [member for member in candidates if name.casefold() in map(str.casefold, member.names)]
    return (exact or best or named or candidates)[0]


_PARTS = tuple(NamedNode(RDF + part) for part in ("subject", "predicate", "object"))


def statement_text(store: Store, statement: str) -> str:
    """How a statement reads; raises NotFoundError where there is none of this IRI."""
    words = [
        next((_plain(quad.object) for quad in store.quads_for_pattern(NamedNode(statement), predicate, None)), "")
        for predicate in _PARTS
    ]
    if not words[0]:
        raise NotFoundError(f"{statement}: no statement of the graph has this IRI")
    return " ".join(word.rpartition("/")[2].rpartition("#")[2] or word for word in words)


def _plain(term: object) -> str:
    return str(getattr(term, "value", term))

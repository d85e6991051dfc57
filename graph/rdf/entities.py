"""Entities, offices, topics and happenings: what is one node over all articles."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from graph.identity import Happening, is_city, iso_code
from graph.identity.names import words
from graph.model import Entity
from graph.rdf.terms import FACTS, decimal, integer, lines, node, text, types
from graph.vocabulary import DCTERMS, NG, ORG, OWL, RDFS, SCHEMA, SKOS, Minter, kind_of

CLASSES: dict[str, str] = {
    "Person": SCHEMA + "Person",
    "Organization": SCHEMA + "Organization",
    "Place": SCHEMA + "Place",
    "Group": NG + "Group",
    "Event": SCHEMA + "Event",
    "Product": SCHEMA + "Product",
    "Work": SCHEMA + "CreativeWork",
    "Law": SCHEMA + "Legislation",
}
"""The class of each type of entity."""


Reason = tuple[str, float, str]
"""Why a member was joined: its IRI, a score, and words."""


def entity_changes(was: Entity | None, now: Entity | None, minter: Minter) -> tuple[set[str], set[str]]:
    """The lines that go and those that come where an entity changed (None: it is not there).

    A common name has thousands of members, of which one more article adds one: the others' lines are not even made.
    """
    stand = frozenset(was.reasons) & frozenset(now.reasons) if was and now else frozenset()
    before = set(entity_lines(was, minter, but=stand)) if was else set()
    after = set(entity_lines(now, minter, but=stand)) if now else set()
    return before - after, after - before


def entity_lines(entity: Entity, minter: Minter, *, but: frozenset[Reason] = frozenset()) -> Iterator[str]:
    """What the default graph says of an entity by itself, and where the IRIs of its members lead, but for some."""
    yield from types(entity.id, (CLASSES[entity.type], *_narrower(entity)), FACTS)
    yield from lines(entity.id, {RDFS + "label": text(entity.label)}, FACTS)
    for name in sorted(set(entity.names) - {entity.label}):
        yield from lines(entity.id, {SKOS + "altLabel": text(name)}, FACTS)
    for honorific in sorted({member.honorific for member in entity.members if member.honorific}):
        yield from lines(entity.id, {SCHEMA + "honorificPrefix": text(honorific)}, FACTS)
    yield from _merges(entity, minter, but)
    yield from _same_as(entity, minter)


def _merges(entity: Entity, minter: Minter, but: frozenset[Reason]) -> Iterator[str]:
    """Where the IRIs of an entity's members lead, and why."""
    where, home = node(minter.identity_graph), node(entity.id)
    for told in entity.reasons:
        iri, score, reason = told
        if iri != entity.id and told not in but:
            why = {NG + "confidence": decimal(score), NG + "reason": text(reason)}
            yield from lines(iri, {DCTERMS + "isReplacedBy": home, **why}, where)


def _narrower(entity: Entity) -> Iterator[str]:
    if entity.type == "Organization" and any(_governs(name) for name in entity.names):
        yield SCHEMA + "GovernmentOrganization"
    if entity.type == "Place":
        if any(iso_code(name) for name in entity.names):
            yield SCHEMA + "Country"
        elif is_city(entity.label):
            yield SCHEMA + "City"


@cache
def _governing() -> tuple[frozenset[str], frozenset[str]]:
    """Words and names of classes.toml that tell a body of a government."""
    row = tomllib.loads(Path(__file__).with_name("classes.toml").read_text(encoding="utf-8"))["government"]
    return frozenset(row["words"]), frozenset(row["names"])


def _governs(name: str) -> bool:
    """Says whether a name is of a ministry, parliament, court, police force or the like."""
    found = words(name)
    telling, names = _governing()
    return not telling.isdisjoint(found) or " ".join(found) in names


def _same_as(entity: Entity, minter: Minter) -> Iterator[str]:
    """What a user's gazetteer knows the entity by, and why."""
    for iri in entity.same_as:
        yield from lines(entity.id, {OWL + "sameAs": node(iri)}, FACTS)
        match, where = minter.match(entity.id, iri), node(minter.identity_graph)
        yield from types(match, (NG + "Match",), where)
        yield from lines(match, {NG + "left": node(entity.id), NG + "right": node(iri)}, where)
        yield from lines(match, {NG + "reason": text("the one known thing of this name in the gazetteer")}, where)


def happening_lines(happening: Happening, minter: Minter) -> Iterator[str]:
    """A happening in the identity graph: its events with reasons, and how many independent sources it has."""
    where = node(minter.identity_graph)
    yield from lines(happening.id, {NG + "sources": integer(happening.sources)}, where)
    for iri, score, reason in happening.reasons:
        told = {
            NG + "happening": node(happening.id),
            NG + "confidence": decimal(score),
            NG + "reason": text(reason),
        }
        yield from lines(iri, told, where)


def topic_lines(iri: str, written: Counter[str]) -> Iterator[str]:
    """A topic or an office, labelled by its most frequent spelling."""
    kind = ORG + "Role" if kind_of(iri) == "role" else SKOS + "Concept"
    label, *others = sorted(written, key=lambda spelling: (-written[spelling], spelling))
    yield from types(iri, (kind,), FACTS)
    yield from lines(iri, {RDFS + "label": text(label)}, FACTS)
    for spelling in others:
        yield from lines(iri, {SKOS + "altLabel": text(spelling)}, FACTS)

"""Lasting ties: part of, where, family, founders, owners, nationality and membership of a camp.

Each finder takes a Doc and yields `Relation`s; the subject is the member, part, child or spouse, and for founder and
owner the body or thing, as schema.org has them. The words are data (relations.toml).
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.camps import camp_members
from graph.facts.family import family
from graph.facts.parsed import Doc
from graph.facts.people import nationalities_of
from graph.facts.places import in_places
from graph.facts.property import founders_and_owners, parts
from graph.model import ENTITY_TYPES, Filler, Relation

KINSHIP = frozenset({"parent", "spouse"})
FINDERS = (parts, in_places, family, founders_and_owners, nationalities_of, camp_members)


def relations(doc: Doc) -> Iterator[Relation]:
    """Every relation of the article, once: the first telling counts."""
    seen: set[tuple[object, ...]] = set()
    for find in FINDERS:
        for relation in find(doc):
            ends = relation.subject, relation.object
            key = (relation.predicate, *map(_kin if relation.predicate in KINSHIP else _key, ends), relation.factuality)
            if key not in seen:
                seen.add(key)
                yield relation


def _key(filler: Filler) -> object:
    return filler.chain or filler.lemma


def _kin(filler: Filler) -> object:
    """What kin is known by: who is only somebody's mother is that mother each time."""
    return _key(filler) if filler.type in ENTITY_TYPES else filler.lemma

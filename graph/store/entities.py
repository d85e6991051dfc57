"""Entities by name, and the dossier of one: every fact with its sentence and source."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import msgspec
from pyoxigraph import Store

from graph.errors import NotFoundError
from graph.model import Entity
from graph.store.index import reference
from graph.store.results import Results
from graph.store.sparql import run

SECTIONS = ("positions", "events", "claims", "relations")
"""The parts of a dossier, each a query in `dossier/`."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entity as it is looked up: its label, type, other names, IRI, and how many articles name it."""

    label: str
    type: str
    names: tuple[str, ...]
    iri: str
    articles: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact of a dossier, with the sentence that states it and where that stands."""

    text: str
    sentence: str
    source: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of one entity."""

    label: str
    type: str
    names: tuple[str, ...]
    iri: str
    sections: dict[str, list[Entry]]


def find(db: sqlite3.Connection, text: str) -> list[Found]:
    """The entities with this text in a name, those with the whole name first, then by how many articles name them."""
    key = text.casefold().strip()
    rows = db.execute("SELECT data FROM entities WHERE instr(names, ?)", (key,)) if key else ()
    found = [_found(msgspec.json.decode(data, type=Entity)) for (data,) in rows]
    return sorted(found, key=lambda one: (not _is_named(one, key), -one.articles, one.label, one.iri))


def by_iri(db: sqlite3.Connection, iri: str) -> Found | None:
    """The entity of an IRI: its own, or one that was merged into it."""
    sql = "SELECT entities.data FROM members JOIN entities ON id = entity WHERE member = ?"
    row = db.execute(sql, (reference(iri),)).fetchone()
    return None if row is None else _found(msgspec.json.decode(row[0], type=Entity))


def _found(entity: Entity) -> Found:
    others = tuple(name for name in entity.names if name != entity.label)
    articles = len({member.article for member in entity.members})
    return Found(entity.label, entity.type, others, entity.id, articles)


def _is_named(found: Found, key: str) -> bool:
    return key in (name.casefold() for name in (found.label, *found.names))


def find_one(db: sqlite3.Connection, name: str) -> Found:
    """The entity of a name or IRI (its own, or one that was merged into it).

    Raises NotFoundError that lists the choices where it is none, or several of which no one has just this name.
    """
    known = by_iri(db, name)
    if known is not None:
        return known
    found = find(db, name)
    named = [one for one in found if _is_named(one, name.casefold().strip())]
    if named or len(found) == 1:
        return (named or found)[0]
    choices = "; ".join(f"{one.label} ({one.type})" for one in found[:10])
    raise NotFoundError(f"{name}: {'which of these: ' + choices if choices else 'nothing in the graph has this name'}")


def explain(store: Store, found: Found, base: str) -> Dossier:
    """The dossier of an entity."""
    sections = {name: list(_entries(store, found, name, base)) for name in SECTIONS}
    filled = {name: entries for name, entries in sections.items() if entries}
    return Dossier(found.label, found.type, found.names, found.iri, filled)


def _entries(store: Store, found: Found, section: str, base: str) -> Iterator[Entry]:
    sparql = files("graph.store").joinpath("dossier", f"{section}.rq").read_text(encoding="utf-8")
    for text, sentence, source, confidence, _ in Results(lambda: run(store, sparql, {"entity": found}, base)).texts():
        yield Entry(text or "", sentence or "", source or "", float(confidence or 0))

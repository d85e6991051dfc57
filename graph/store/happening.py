"""Happenings, kept up to date: only events that share a key with a touched one, through others too, are joined anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import msgspec

from graph import identity
from graph.identity import Happening, Occurrence
from graph.store.components import drop_stale, retire, spread, touch
from graph.store.index import column

Copies = Callable[[frozenset[str]], Iterable[tuple[str, str]]]
"""Which of some articles are near copies of one another, in pairs."""


@dataclass(slots=True)
class Happened:
    """The happenings of what was touched, as they were and as they are."""

    before: list[Happening] = field(default_factory=list)
    after: list[Happening] = field(default_factory=list)


def take(db: sqlite3.Connection, article: str, occurrences: Iterable[Occurrence]) -> None:
    """Puts in an article's events; those that are new or differ, and those that are gone, are touched."""
    known = dict(db.execute("SELECT iri, data FROM occurrences WHERE article = ?", (article,)))
    for occurrence in occurrences:
        data = msgspec.json.encode(occurrence)
        if known.pop(occurrence.iri, None) != data:
            touch(db, [occurrence.iri])
            put = "INSERT INTO occurrences VALUES (?, ?, NULL, ?) ON CONFLICT DO UPDATE SET data = excluded.data"
            db.execute(put, (occurrence.iri, article, data))
            keys = [(key, occurrence.iri) for key in identity.occurrence_keys(occurrence)]
            db.executemany("INSERT OR IGNORE INTO occurrence_keys VALUES (?, ?)", keys)
    retire(db, known)


def happen(db: sqlite3.Connection, copies: Copies) -> Happened:
    """Joins what was touched into happenings; near copies count as one source."""
    found = Happened()
    spread(db, "occurrence_keys")
    before = "SELECT DISTINCT happening FROM occurrences JOIN touched ON iri = member WHERE happening IS NOT NULL"
    for happening in column(db, f"SELECT data FROM happenings WHERE id IN ({before})"):
        found.before.append(msgspec.json.decode(happening, type=Happening))
    drop_stale(db, "occurrences", "occurrence_keys")
    occurrences = [
        msgspec.json.decode(data, type=Occurrence)
        for data in column(db, "SELECT data FROM occurrences JOIN touched ON iri = member")
    ]
    _renew_keys(db, occurrences)
    found.after = list(_joined(occurrences, copies))
    _note(db, found)
    return found


def _renew_keys(db: sqlite3.Connection, occurrences: Iterable[Occurrence]) -> None:
    """Takes away keys that events had before they changed."""
    for occurrence in occurrences:
        db.execute("DELETE FROM occurrence_keys WHERE member = ?", (occurrence.iri,))
        keys = [(key, occurrence.iri) for key in identity.occurrence_keys(occurrence)]
        db.executemany("INSERT INTO occurrence_keys VALUES (?, ?)", keys)


def _joined(occurrences: list[Occurrence], copies: Copies) -> Iterable[Happening]:
    homes = {occurrence.iri: occurrence.article for occurrence in occurrences}
    shared = {homes[iri] for happening in identity.happenings(occurrences) for iri in happening.events}
    return identity.happenings(occurrences, copies(frozenset(shared))) if shared else ()


def _note(db: sqlite3.Connection, found: Happened) -> None:
    db.execute("UPDATE occurrences SET happening = NULL WHERE iri IN (SELECT member FROM touched)")
    db.executemany("DELETE FROM happenings WHERE id = ?", [(happening.id,) for happening in found.before])
    for happening in found.after:
        db.execute("INSERT INTO happenings VALUES (?, ?)", (happening.id, msgspec.json.encode(happening)))
        told = [(happening.id, iri) for iri in happening.events]
        db.executemany("UPDATE occurrences SET happening = ? WHERE iri = ?", told)

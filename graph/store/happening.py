"""Happenings, kept up to date: only events that are linked with a touched one, through others too, are joined anew."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import msgspec

from graph import identity
from graph.identity import Happening, Occurrence
from graph.identity.happenings import compared
from graph.store.components import drop_stale, retire, touch
from graph.store.index import column

Copies = Callable[[frozenset[str]], Iterable[tuple[str, str]]]
"""Which of some articles are near copies of one another, in pairs."""


@dataclass(slots=True)
class Happened:
    """The happenings of what was touched, as they were and as they are."""

    before: list[Happening] = field(default_factory=list)
    after: list[Happening] = field(default_factory=list)


_LINKED = """
WITH RECURSIVE reached (member) AS (
  SELECT member FROM touched UNION SELECT other FROM reached JOIN links ON links.one = reached.member
)
INSERT OR IGNORE INTO touched SELECT member FROM reached
"""

_NEAR = """
SELECT DISTINCT iri, data FROM changed AS c JOIN occurrence_keys AS k ON k.member = c.member
JOIN occurrence_keys AS other ON other.key = k.key JOIN occurrences ON iri = other.member
"""


def take(db: sqlite3.Connection, article: str, occurrences: Iterable[Occurrence]) -> None:
    """Puts in an article's events; those that are new or differ, and those that are gone, are touched."""
    known = dict(db.execute("SELECT iri, data FROM occurrences WHERE article = ?", (article,)))
    for occurrence in occurrences:
        data = msgspec.json.encode(occurrence)
        if known.pop(occurrence.iri, None) != data:
            touch(db, [occurrence.iri])
            put = "INSERT INTO occurrences VALUES (?, ?, NULL, ?) ON CONFLICT DO UPDATE SET data = excluded.data"
            db.execute(put, (occurrence.iri, article, data))
            db.execute("DELETE FROM occurrence_keys WHERE member = ?", (occurrence.iri,))
            keys = [(key, occurrence.iri) for key in identity.occurrence_keys(occurrence)]
            db.executemany("INSERT OR IGNORE INTO occurrence_keys VALUES (?, ?)", keys)
    retire(db, known)


def happen(db: sqlite3.Connection, copies: Copies) -> Happened:
    """Joins what was touched into happenings; near copies count as one source.

    What one happening can hold is tied together by links, of which there are few, not by keys, which many share.
    """
    found = Happened()
    db.execute("CREATE TEMP TABLE changed AS SELECT member FROM touched")
    db.execute(_LINKED)
    before = "SELECT DISTINCT happening FROM occurrences JOIN touched ON iri = member WHERE happening IS NOT NULL"
    for happening in column(db, f"SELECT data FROM happenings WHERE id IN ({before})"):
        found.before.append(msgspec.json.decode(happening, type=Happening))
    drop_stale(db, "occurrences", "occurrence_keys")
    _link(db)
    db.execute(_LINKED)
    occurrences = column(db, "SELECT data FROM occurrences JOIN touched ON iri = member")
    found.after = list(_joined([msgspec.json.decode(data, type=Occurrence) for data in occurrences], copies))
    _note(db, found)
    db.execute("DROP TABLE changed")
    return found


def _link(db: sqlite3.Connection) -> None:
    """Compares what changed with everything that shares a key with it, and notes which may be one happening."""
    changed = set(column(db, "SELECT member FROM changed"))
    back = "DELETE FROM links WHERE (one, other) IN (SELECT other, one FROM links WHERE one = ?)"
    for delete in (back, "DELETE FROM links WHERE one = ?"):
        db.executemany(delete, [(iri,) for iri in changed])
    near = {iri: msgspec.json.decode(data, type=Occurrence) for iri, data in db.execute(_NEAR)}
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for iri, occurrence in near.items():
        for key in identity.occurrence_keys(occurrence):
            blocks[key].append(iri)
    for iri in sorted(changed & near.keys()):
        others = {other for key in identity.occurrence_keys(near[iri]) for other in blocks[key]} - {iri}
        linked = [other for other in others if compared(near[iri], near[other])]
        pairs = [pair for other in linked for pair in ((iri, other), (other, iri))]
        db.executemany("INSERT OR IGNORE INTO links VALUES (?, ?)", pairs)


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

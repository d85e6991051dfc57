"""Happenings, kept up to date: only events that are linked with a touched one, through others too, are joined anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec

from graph import identity
from graph.identity import Happening, Occurrence
from graph.identity.happenings import compared
from graph.store.components import groups, retire, touch
from graph.store.index import column, reference

Copies = Callable[[frozenset[str]], Iterable[tuple[str, str]]]
"""Which of some articles are near copies of one another, in pairs."""


@dataclass(slots=True)
class Happened:
    """The happenings of what was touched, as they were and as they are."""

    before: list[Happening] = field(default_factory=list)
    after: list[Happening] = field(default_factory=list)


_LINKED = """
WITH RECURSIVE reached (member) AS (
  SELECT member FROM {start} UNION SELECT other FROM reached JOIN links ON links.one = reached.member
)
"""
_SPREAD = _LINKED.format(start="touched") + "INSERT OR IGNORE INTO touched SELECT member FROM reached"

NEAR = 20_000
"""So many events are kept at hand to be compared with others."""


def take(db: sqlite3.Connection, article: str, occurrences: Iterable[Occurrence]) -> None:
    """Puts in an article's events; those that are new or differ, and those that are gone, are touched."""
    known = dict(db.execute("SELECT member, data FROM occurrences WHERE article = ?", (article,)))
    news: list[tuple[int, str, bytes]] = []
    keys: list[tuple[int, int]] = []
    for occurrence in occurrences:
        number, data = reference(occurrence.iri), msgspec.json.encode(occurrence)
        was = known.pop(number, None)
        if was != data:
            news.append((number, article, data))
            keys += ((key, number) for key in _keys(occurrence))
            _drop_keys(db, number, was)
    touch(db, [number for number, _, _ in news])
    put = "INSERT INTO occurrences VALUES (?, ?, NULL, ?) ON CONFLICT DO UPDATE SET data = excluded.data"
    db.executemany(put, news)
    db.executemany("INSERT OR IGNORE INTO occurrence_keys VALUES (?, ?)", keys)
    retire(db, known)


def _keys(occurrence: Occurrence) -> list[int]:
    return [reference(key) for key in identity.occurrence_keys(occurrence)]


def _drop_keys(db: sqlite3.Connection, number: int, data: bytes | None) -> None:
    """Takes the keys out that an event had."""
    if data is not None:
        keys = [(key, number) for key in _keys(_decoded(data))]
        db.executemany("DELETE FROM occurrence_keys WHERE key = ? AND member = ?", keys)


def _decoded(data: bytes) -> Occurrence:
    return msgspec.json.decode(data, type=Occurrence)


def happen(db: sqlite3.Connection, copies: Copies) -> Happened:
    """Joins what was touched into happenings; near copies count as one source.

    What one happening can hold is tied together by links, of which there are few, not by keys, which many share.
    """
    found = Happened()
    db.execute("CREATE TEMP TABLE changed AS SELECT member FROM touched")
    db.execute(_SPREAD)
    before = "SELECT DISTINCT happening FROM occurrences WHERE member IN (SELECT member FROM touched)"
    for happening in column(db, f"SELECT data FROM happenings WHERE id IN ({before})"):
        found.before.append(msgspec.json.decode(happening, type=Happening))
    _drop_stale(db)
    _link(db)
    db.execute(_SPREAD)
    for occurrences in _linked(db):
        found.after += _joined(occurrences, copies)
    _note(db, found)
    db.execute("DROP TABLE changed")
    return found


def _drop_stale(db: sqlite3.Connection) -> None:
    """Takes what is gone out of the events, their keys, and what is touched."""
    gone = "SELECT member, data FROM occurrences WHERE member IN (SELECT member FROM stale)"
    for number, data in db.execute(gone).fetchall():
        _drop_keys(db, number, data)
    for table in ("occurrences", "touched"):
        db.execute(f"DELETE FROM {table} WHERE member IN (SELECT member FROM stale)")


def _link(db: sqlite3.Connection) -> None:
    """Compares what changed with everything that shares a key with it, and notes which may be one happening."""
    for one, other in (("one", "other"), ("other", "one")):
        old = f"SELECT {one}, {other} FROM links WHERE one IN (SELECT member FROM changed)"
        db.execute(f"DELETE FROM links WHERE (one, other) IN ({old})")

    @lru_cache(NEAR)
    def event(number: int) -> Occurrence | None:
        row = db.execute("SELECT data FROM occurrences WHERE member = ?", (number,)).fetchone()
        return _decoded(row[0]) if row else None

    for (number,) in db.execute("SELECT member FROM changed ORDER BY member").fetchall():
        mine = event(number)
        if mine is not None:
            theirs = ((other, event(other)) for other in _near(db, mine) - {number})
            linked = [other for other, their in theirs if their is not None and compared(mine, their)]
            if linked:
                pairs = [pair for other in linked for pair in ((number, other), (other, number))]
                db.executemany("INSERT OR IGNORE INTO links VALUES (?, ?)", pairs)


def _near(db: sqlite3.Connection, occurrence: Occurrence) -> set[int]:
    """The events that share a key with one, itself among them."""
    keys = _keys(occurrence)
    marks = ", ".join("?" * len(keys))
    return {number for (number,) in db.execute(f"SELECT member FROM occurrence_keys WHERE key IN ({marks})", keys)}


def _linked(db: sqlite3.Connection) -> Iterator[list[Occurrence]]:
    """The events that are touched and linked, those that are linked together at a time; others are by themselves."""
    some = "SELECT DISTINCT one FROM links WHERE one IN (SELECT member FROM touched)"
    for _ in groups(db, some, _LINKED.format(start="temp.first") + "SELECT member FROM reached"):
        rows = db.execute("SELECT data FROM occurrences WHERE member IN (SELECT member FROM temp.together)")
        yield [_decoded(data) for (data,) in rows]


def _joined(occurrences: list[Occurrence], copies: Copies) -> Iterable[Happening]:
    homes = {occurrence.iri: occurrence.article for occurrence in occurrences}
    shared = {homes[iri] for happening in identity.happenings(occurrences) for iri in happening.events}
    return identity.happenings(occurrences, copies(frozenset(shared))) if shared else ()


def _note(db: sqlite3.Connection, found: Happened) -> None:
    db.execute("UPDATE occurrences SET happening = NULL WHERE member IN (SELECT member FROM touched)")
    db.executemany("DELETE FROM happenings WHERE id = ?", [(happening.id,) for happening in found.before])
    for happening in found.after:
        db.execute("INSERT INTO happenings VALUES (?, ?)", (happening.id, msgspec.json.encode(happening)))
        told = [(happening.id, reference(iri)) for iri in happening.events]
        db.executemany("UPDATE occurrences SET happening = ? WHERE member = ?", told)

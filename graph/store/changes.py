"""What the graph still has to follow: articles that came, went or changed since the last fold."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace

from graph.model import Part
from graph.store import manifest
from graph.store.records import Pass, Place, Record, Source

Fetch = Callable[[Place], Record]
Unmapped = tuple[tuple[str, int], ...]

_CHANGES = """
SELECT c.article, c.content, c.reads, :settings, c.file, c.start, c.length,
       f.content, f.reads, f.settings, f.file, f.start, f.length
FROM counting AS c JOIN parts AS p ON p.reads = c.reads AND p.settings = :settings
LEFT JOIN folded AS f ON f.article = c.article
WHERE c.article = :article AND (f.article IS NULL OR f.content <> c.content OR f.settings <> :settings)
UNION ALL
SELECT f.article, NULL, NULL, NULL, NULL, NULL, NULL, f.content, f.reads, f.settings, f.file, f.start, f.length
FROM folded AS f WHERE f.article = :article AND NOT EXISTS (SELECT 1 FROM counting WHERE counting.article = :article)
"""


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an article: its source that counts, and the settings of its pass 1."""

    content: str
    reads: str
    settings: str
    place: Place


@dataclass(frozen=True, slots=True)
class Change:
    """An article whose state in the graph is `old` and should be `new` (None: it is not there)."""

    article: str
    old: Version | None
    new: Version | None


def changes(db: sqlite3.Connection, settings: str) -> list[Change]:
    """Every article whose counting source or part is not the one in the graph, by id.

    One that still lacks its part under these settings stays as it is.
    """
    asked = ({"article": article, "settings": settings} for article in manifest.news(db))
    rows = (row for values in asked for row in db.execute(_CHANGES, values))
    return [Change(row[0], old=_version(row[7:]), new=_version(row[1:7])) for row in rows]


def everything(db: sqlite3.Connection, planned: list[Change]) -> list[Change]:
    """The changes that make the graph from nothing: what was planned, and every other article as it is in it."""
    touched = {change.article for change in planned}
    rows = db.execute("SELECT article, content, reads, settings, file, start, length FROM folded ORDER BY article")
    kept = [Change(row[0], None, _version(row[1:])) for row in rows if row[0] not in touched]
    return kept + [Change(change.article, None, change.new) for change in planned if change.new is not None]


def _version(row: tuple[str, str, str, int, int, int]) -> Version | None:
    return None if row[0] is None else Version(row[0], row[1], row[2], Place(*row[3:]))


def folded_version(db: sqlite3.Connection, article: str) -> Version | None:
    """The state of an article that is in the graph."""
    sql = "SELECT content, reads, settings, file, start, length FROM folded WHERE article = ?"
    row = db.execute(sql, (article,)).fetchone()
    return None if row is None else _version(row)


def note_folded(db: sqlite3.Connection, change: Change, counts: tuple[int, ...], unmapped: Unmapped) -> None:
    """Notes that the graph has followed a change, with the article's events, claims, positions and facts, and the verbs
    that it has no events for."""
    db.execute("DELETE FROM unmapped WHERE article = ?", (change.article,))
    db.executemany("INSERT INTO unmapped VALUES (?, ?, ?)", [(change.article, *pair) for pair in unmapped])
    if change.new is None:
        db.execute("DELETE FROM folded WHERE article = ?", (change.article,))
    else:
        new = change.new
        row = (change.article, new.content, new.reads, new.settings, *new.place, *counts)
        db.execute("INSERT OR REPLACE INTO folded VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def load_part(db: sqlite3.Connection, fetch: Fetch, version: Version) -> Part:
    """The part of a version, with the article as its counting source has it."""
    source = fetch(version.place)
    row = db.execute(
        "SELECT file, start, length FROM parts WHERE reads = ? AND settings = ?", (version.reads, version.settings)
    ).fetchone()
    found = fetch(Place(*row))
    if not isinstance(source, Source) or not isinstance(found, Pass):
        raise TypeError(f"not a source and its part: {source!r:.80}, {found!r:.80}")
    return replace(found.part, article=source.article)

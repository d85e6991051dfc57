"""Records, taken in their order, add up to the sources that count, their parts, and what was forgotten."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from graph.model import Article
from graph.store.index import column, put, value
from graph.store.records import (
    Failure,
    Forgotten,
    Input,
    Packed,
    Pass,
    Place,
    Record,
    Source,
    content_digest,
    reads_digest,
)


def take(db: sqlite3.Connection, record: Record | Packed, place: Place) -> None:
    """Adds one record to the index."""
    match record:
        case Source():
            _take_source(db, record, place)
        case Pass():
            _take_part(db, (record.reads, record.settings, record.part.article.id), place)
        case Packed():
            _take_part(db, (record.reads, record.settings, record.article), place)
        case Input():
            _take_input(db, record)
        case Forgotten():
            db.execute("DELETE FROM sources WHERE article = ?", (record.article,))
            db.execute("INSERT OR IGNORE INTO forgotten VALUES (?)", (record.article,))


def _take_source(db: sqlite3.Connection, source: Source, place: Place) -> None:
    article = source.article
    row = (source.location, source.input, article.id, content_digest(article), reads_digest(article))
    told = (article.published, article.identifier, article.url, article.modified, article.title, article.publisher)
    # No REPLACE: it would not tell of what goes.
    db.execute("DELETE FROM sources WHERE location = ?", (source.location,))
    db.execute(
        "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, *told, *place),
    )
    db.execute("DELETE FROM forgotten WHERE article = ?", (article.id,))
    _trace(db, article.id, place)


def _take_part(db: sqlite3.Connection, key: tuple[str, str, str], place: Place) -> None:
    db.execute("INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?, ?)", (*key, *place))
    _trace(db, key[-1], place)


def _take_input(db: sqlite3.Connection, record: Input) -> None:
    encode = msgspec.json.encode
    row = (record.location, record.digest, encode(record.options).decode(), encode(record.failures).decode())
    db.execute("INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?)", row)
    db.executemany("DELETE FROM sources WHERE location = ?", [(location,) for location in record.dropped])


def _trace(db: sqlite3.Connection, article: str, place: Place) -> None:
    db.execute("INSERT OR IGNORE INTO traces VALUES (?, ?)", (article, place.file))


def relocate(db: sqlite3.Connection, number: int, records: Iterable[tuple[Place, Record]]) -> None:
    """Notes the new places of all records of a part file that was written anew, and which parts it no longer has."""
    db.execute("DELETE FROM traces WHERE file = ?", (number,))
    db.execute("UPDATE parts SET length = 0 WHERE file = ?", (number,))
    for place, record in records:
        move(db, record, place)
    db.execute("DELETE FROM parts WHERE file = ? AND length = 0", (number,))


_PLACED = {"sources": "location", "folded": "article", "parts": "reads, settings"}
"""The tables that tell where a record stands, with their keys."""


def shift(db: sqlite3.Connection, moved: Iterable[tuple[int, int, int]]) -> None:
    """Notes where all records of some part files stand now, as (number, number of the file now, bytes further on)."""
    to = {number: (now, further) for number, now, further in moved}
    between = "file BETWEEN ? AND ?"
    ends = (min(to), max(to))
    for table, key in _PLACED.items():
        marks = "?, ?" if "," in key else "?"
        rows = db.execute(f"SELECT file, start, {key} FROM {table} WHERE {between}", ends).fetchall()
        news = [(to[file][0], start + to[file][1], *keys) for file, start, *keys in rows if file in to]
        db.executemany(f"UPDATE {table} SET file = ?, start = ? WHERE ({key}) = ({marks})", news)
    traces = [row for row in db.execute(f"SELECT article, file FROM traces WHERE {between}", ends) if row[1] in to]
    db.executemany("DELETE FROM traces WHERE article = ? AND file = ?", traces)
    db.executemany("INSERT OR IGNORE INTO traces VALUES (?, ?)", [(article, to[file][0]) for article, file in traces])


def move(db: sqlite3.Connection, record: Record, place: Place, *, last: int | None = None) -> None:
    """Notes the new place of a record whose part file was written anew, or joined with those up to the `last`."""
    new = (*place, place.file, last or place.file)
    put = "SET file = ?, start = ?, length = ? WHERE file BETWEEN ? AND ?"
    match record:
        case Source():
            content, article = content_digest(record.article), record.article.id
            db.execute(f"UPDATE sources {put} AND content = ? AND location = ?", (*new, content, record.location))
            db.execute(f"UPDATE folded {put} AND content = ? AND article = ?", (*new, content, article))
            _trace(db, article, place)
        case Pass():
            db.execute(f"UPDATE parts {put} AND reads = ? AND settings = ?", (*new, record.reads, record.settings))
            _trace(db, record.part.article.id, place)


def known_input(db: sqlite3.Connection, location: str) -> Input | None:
    """What was read of a file the last time, or None."""
    row = db.execute("SELECT digest, options, failures FROM inputs WHERE location = ?", (location,)).fetchone()
    if row is None:
        return None
    failures = msgspec.json.decode(row[2], type=tuple[Failure, ...])
    return Input(location, row[0], msgspec.json.decode(row[1], type=dict[str, str]), failures)


def locations(db: sqlite3.Connection, location: str) -> set[str]:
    """The locations of the articles that an input holds."""
    return set(column(db, "SELECT location FROM sources WHERE input = ?", location))


def content_at(db: sqlite3.Connection, location: str) -> str | None:
    """The digest of the article at a location, or None."""
    return value(db, "SELECT content FROM sources WHERE location = ?", location)


def is_known(db: sqlite3.Connection, article: Article) -> bool:
    """Says whether an article stands at some location."""
    return value(db, "SELECT 1 FROM sources WHERE article = ?", article.id) is not None


def is_forgotten(db: sqlite3.Connection, article: Article) -> bool:
    """Says whether an article was forgotten and not brought back."""
    return value(db, "SELECT 1 FROM forgotten WHERE article = ?", article.id) is not None


def news(db: sqlite3.Connection) -> list[str]:
    """The ids of the articles that the graph may still have to follow, in order."""
    return list(column(db, "SELECT article FROM news ORDER BY article"))


def begin_under(db: sqlite3.Connection, settings: str) -> None:
    """Under other settings than before, every article has to be looked at."""
    db.execute("INSERT OR IGNORE INTO news SELECT article FROM sources UNION SELECT article FROM folded")
    put(db, "settings", settings)


def settle(db: sqlite3.Connection, settings: str) -> None:
    """Notes that the graph has followed all news, but for articles that pass 1 still has to read."""
    waiting = [(article,) for article in news(db) if any(lacking(db, settings, [article]))]
    db.execute("DELETE FROM news")
    db.executemany("INSERT INTO news VALUES (?)", waiting)


def lacking(db: sqlite3.Connection, settings: str, articles: Iterable[str]) -> Iterator[Place]:
    """The places of those of some articles that pass 1 still has to read under these settings."""
    sql = (
        "SELECT file, start, length FROM counting WHERE article = ? AND NOT EXISTS "
        "(SELECT 1 FROM parts WHERE parts.reads = counting.reads AND parts.settings = ?)"
    )
    for article in articles:
        yield from (Place(*row) for row in db.execute(sql, (article, settings)).fetchall())

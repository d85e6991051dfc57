"""`index.sqlite` of a generation: what the parts add up to, and what the graph of the generation was made from."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from graph.errors import KnowledgeGraphError
from graph.store.journal import Journalled
from graph.vocabulary import digest

SCHEMA = Path(__file__).with_name("index.sql")

TUNING = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536; PRAGMA secure_delete=ON;"
"""An index is written by one process and thrown away when that fails; what is deleted leaves no trace in the file."""


def reference(text: str) -> int:
    """The number that stands for a text of which there are many: 64 bits of its digest.

    >>> reference("person:a moss")
    -8375567121584814155
    """
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def create(path: Path) -> Journalled:
    """A new index at a path, open for writing."""
    connection = writable(path, SCHEMA.read_text(encoding="utf-8"))
    put(connection, "schema", _schema())
    return connection


def _schema() -> str:
    return digest(SCHEMA.read_text(encoding="utf-8"))


def is_ours(path: Path) -> bool:
    """Says whether an index has this newsgraph's tables; another one is made anew from the parts."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return get(connection, "schema") == _schema()
    except sqlite3.DatabaseError:
        return False


def writable(path: Path, script: str = "") -> Journalled:
    """An index of a generation that is not published yet: a crash throws it away, so nothing is flushed on the way."""
    connection = sqlite3.connect(path, isolation_level=None, factory=Journalled)
    connection.executescript(TUNING + script)
    connection.execute("BEGIN")
    return connection


def readable(path: Path) -> sqlite3.Connection:
    """The index of a published generation, which never changes."""
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        made = get(connection, "schema")
    except sqlite3.DatabaseError as error:
        raise KnowledgeGraphError(f"{path}: a damaged index: {error}; the next build makes it anew") from error
    if made != _schema():
        connection.close()
        raise KnowledgeGraphError(f"{path}: made by another version of newsgraph; the next build makes it anew")
    return connection


def column(connection: sqlite3.Connection, sql: str, *values: object) -> Iterator[str]:
    """The first column of a query's rows."""
    return (row[0] for row in connection.execute(sql, values))


def value(connection: sqlite3.Connection, sql: str, *values: object) -> str | None:
    """The first value of a query, or None without rows."""
    row = connection.execute(sql, values).fetchone()
    return None if row is None else row[0]


def get(connection: sqlite3.Connection, name: str) -> str | None:
    """An entry of the index's own record of itself."""
    return value(connection, "SELECT value FROM meta WHERE name = ?", name)


def put(connection: sqlite3.Connection, name: str, entry: str) -> None:
    """Keeps an entry of the index's own record of itself."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, entry))

"""What one build changed in the index, statement by statement: doing it again makes the same of an older copy.

So the next index needs no copy of the whole: the one before the last, which nobody reads any more, follows the last
build's statements and goes on from there. Only what changed is written to the disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

MOST = 64 << 20
"""A journal of more bytes than this is not kept: copying the index takes no longer."""

_READS = ("SELECT", "PRAGMA", "BEGIN", "COMMIT")
_WRITES = ("INSERT", "DELETE", "UPDATE")


class Journalled(sqlite3.Connection):
    """A connection that writes down every statement that changes anything, once it has a journal."""

    journal: Journal | None = None

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - as sqlite3 has it
        """Runs a statement."""
        if self.journal and is_change(sql):
            self.journal.note(sql, [parameters])
        return super().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        """Runs a statement for every row."""
        if self.journal and is_change(sql):
            rows = list(parameters)
            self.journal.note(sql, rows)
            return super().executemany(sql, rows)
        return super().executemany(sql, parameters)


class Journal:
    """The file of statements of one build, for as long as it stays small."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = path.open("wb")
        self._encoder = msgspec.msgpack.Encoder()

    def note(self, sql: str, rows: list[Any]) -> None:
        """Writes a statement down with its rows."""
        if self._file is None:
            return
        entry = self._encoder.encode((sql, rows))
        self._file.write(len(entry).to_bytes(4, "big") + entry)
        if self._file.tell() > MOST:
            self.drop()

    def close(self) -> None:
        """Ends the journal."""
        if self._file is not None:
            self._file.close()

    def drop(self) -> None:
        """Throws the journal away."""
        self.close()
        self._file = None
        self.path.unlink(missing_ok=True)


@lru_cache
def is_change(sql: str) -> bool:
    """Says whether a statement changes anything but tables that are named as temporary.

    >>> is_change("WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a"), is_change("WITH a AS (SELECT 1) SELECT 2")
    (True, False)
    """
    first = sql.split(None, 1)[0].upper()
    return (
        " temp." not in sql and first not in _READS and (first != "WITH" or any(f"{word} " in sql for word in _WRITES))
    )


def repeat(connection: sqlite3.Connection, path: Path) -> None:
    """Does again what a journal holds."""
    for sql, rows in _entries(path):
        if len(rows) == 1:
            connection.execute(sql, rows[0])
        else:
            connection.executemany(sql, rows)


def _entries(path: Path) -> Iterator[tuple[str, list[Any]]]:
    with path.open("rb") as file:
        while size := file.read(4):
            yield msgspec.msgpack.decode(file.read(int.from_bytes(size, "big")), type=tuple[str, list[Any]])

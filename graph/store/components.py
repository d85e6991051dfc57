"""What is tied together by shared keys: from what was touched, through others too, to everything to be done again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

_REACHED = """
WITH RECURSIVE reached (key) AS (
  SELECT key FROM {keys} AS k JOIN touched ON touched.member = k.member
  UNION
  SELECT other.key FROM reached JOIN {keys} AS k ON k.key = reached.key JOIN {keys} AS other ON other.member = k.member
)
INSERT OR IGNORE INTO touched SELECT member FROM reached JOIN {keys} USING (key)
"""


@contextmanager
def touching(db: sqlite3.Connection) -> Iterator[None]:
    """Two tables of members for as long as the block runs: `touched`, and `stale` for those that are gone."""
    for table in ("touched", "stale"):
        db.execute(f"CREATE TEMP TABLE {table} (member TEXT PRIMARY KEY) WITHOUT ROWID")
    yield
    for table in ("touched", "stale"):
        db.execute(f"DROP TABLE {table}")


def touch(db: sqlite3.Connection, members: Iterable[str]) -> None:
    """Marks members as new or different."""
    db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", [(member,) for member in members])


def retire(db: sqlite3.Connection, members: Iterable[str]) -> None:
    """Marks members as gone; what they tied together is touched."""
    gone = list(members)
    touch(db, gone)
    db.executemany("INSERT OR IGNORE INTO stale VALUES (?)", [(member,) for member in gone])


def spread(db: sqlite3.Connection, keys: str) -> None:
    """Touches everything that shares a key of this table with what is touched, through others too."""
    db.execute(_REACHED.format(keys=keys))


def drop_stale(db: sqlite3.Connection, members: str, keys: str) -> None:
    """Takes what is gone out of these tables, and out of what is touched."""
    db.execute(f"DELETE FROM {members} WHERE iri IN (SELECT member FROM stale)")
    db.execute(f"DELETE FROM {keys} WHERE member IN (SELECT member FROM stale)")
    db.execute("DELETE FROM touched WHERE member IN (SELECT member FROM stale)")

"""What is tied together by shared keys: from what was touched, through others too, to everything to be done again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

_TIED = """
WITH RECURSIVE reached (key) AS (
  SELECT key FROM keys WHERE member IN (SELECT member FROM {start})
  UNION
  SELECT other.key FROM reached JOIN keys AS k ON k.key = reached.key JOIN keys AS other ON other.member = k.member
)
SELECT DISTINCT member FROM keys WHERE key IN (SELECT key FROM reached)
"""
"""By key, not by member: of a key that many share, each member is looked at once. `IN`, and no join with what is
touched: SQLite does not know how few these are, and would walk through the other table instead."""


@contextmanager
def touching(db: sqlite3.Connection) -> Iterator[None]:
    """Two tables of members for as long as the block runs: `touched`, and `stale` for those that are gone."""
    for table in ("touched", "stale"):
        db.execute(f"CREATE TEMP TABLE {table} (member INTEGER PRIMARY KEY)")
    yield
    for table in ("touched", "stale"):
        db.execute(f"DROP TABLE {table}")


def touch(db: sqlite3.Connection, members: Iterable[int]) -> None:
    """Marks members as new or different."""
    db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", [(member,) for member in members])


def retire(db: sqlite3.Connection, members: Iterable[int]) -> None:
    """Marks members as gone; what they tied together is touched."""
    gone = list(members)
    if not gone:
        return
    touch(db, gone)
    db.executemany("INSERT OR IGNORE INTO stale VALUES (?)", [(member,) for member in gone])


def spread(db: sqlite3.Connection) -> None:
    """Touches everything that shares a key with what is touched, through others too."""
    [(rest,)] = db.execute("SELECT (SELECT count(*) FROM members) - (SELECT count(*) FROM touched)").fetchall()
    if rest > 0:
        db.execute("INSERT OR IGNORE INTO touched " + _TIED.format(start="touched"))


def tied(db: sqlite3.Connection) -> Iterator[None]:
    """Puts the members that are touched into the table `together`, those that are tied together at a time."""
    return groups(db, "SELECT member FROM touched", _TIED.format(start="temp.first"))


def groups(db: sqlite3.Connection, members: str, group: str) -> Iterator[None]:
    """Puts one group after another of these members into the table `together`: what `group` gives for that in `first`.

    These tables are no part of what the index says, and named as temporary for its journal.
    """
    for table in ("waiting", "first", "together"):
        db.execute(f"CREATE TEMP TABLE temp.{table} (member INTEGER PRIMARY KEY)")
    db.execute(f"INSERT INTO temp.waiting {members}")
    while (row := db.execute("SELECT member FROM temp.waiting LIMIT 1").fetchone()) is not None:
        for table in ("first", "together"):
            db.execute(f"DELETE FROM temp.{table}")
            db.execute(f"INSERT INTO temp.{table} VALUES (?)", row)
        db.execute(f"INSERT OR IGNORE INTO temp.together {group}")
        yield
        db.execute("DELETE FROM temp.waiting WHERE member IN (SELECT member FROM temp.together)")
    for table in ("waiting", "first", "together"):
        db.execute(f"DROP TABLE temp.{table}")

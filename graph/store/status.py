"""What `newsgraph status` shows of a generation."""

from __future__ import annotations

import json
import sqlite3
from typing import TypedDict

import msgspec

from graph.store.counts import totals
from graph.store.index import get
from graph.store.settings import Settings, rules


class Status(TypedDict):
    """Settings and counts by name, the articles with their sources, and decisions that meet nothing."""

    settings: dict[str, object]
    counts: dict[str, int]
    articles: list[dict[str, object]]
    unresolved: list[dict[str, str]]


def status(db: sqlite3.Connection, settings: Settings, generation: int) -> Status:
    """The state of a generation."""
    current = settings.rules == rules("extraction") and get(db, "rules") == rules("graph")
    told = {name.replace("_", " "): value for name, value in msgspec.to_builtins(settings).items()}
    told |= {"generation": generation, "made by": "these rules" if current else "other rules: the next build renews it"}
    [(failed,)] = db.execute("SELECT total(json_array_length(failures)) FROM inputs").fetchall()
    [(forgotten,)] = db.execute("SELECT count(*) FROM forgotten").fetchall()
    counts = {**totals(db), "failed inputs": int(failed), "forgotten": forgotten}
    unresolved = json.loads(get(db, "unresolved") or "[]")
    return Status(settings=told, counts=counts, articles=_articles(db), unresolved=unresolved)


def _articles(db: sqlite3.Connection) -> list[dict[str, object]]:
    sql = (
        "SELECT identifier, title, published, publisher, article, "
        "(SELECT count(*) FROM sources AS s WHERE s.article = c.article) FROM counting AS c ORDER BY 1, 5"
    )
    names = ("article", "title", "published", "publisher", "id", "sources")
    return [dict(zip(names, row, strict=True)) for row in db.execute(sql)]


def unmapped(db: sqlite3.Connection) -> list[tuple[str, int, int]]:
    """The predicates outside the closed list of events, with how often and in how many articles they stand."""
    sql = "SELECT verb, sum(number), count(*) FROM unmapped GROUP BY verb ORDER BY 2 DESC, 3 DESC, 1"
    return db.execute(sql).fetchall()

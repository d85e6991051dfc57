"""How much a generation holds."""

from __future__ import annotations

import sqlite3


def totals(db: sqlite3.Connection) -> dict[str, int]:
    """What a generation holds, by name."""
    sums = "count(*), total(events), total(claims), total(positions), total(facts)"
    [(articles, events, claims, positions, facts)] = db.execute(f"SELECT {sums} FROM folded").fetchall()
    [(entities,)] = db.execute("SELECT count(*) FROM entities").fetchall()
    found = {"articles": articles, "entities": entities, "events": events, "claims": claims, "positions": positions}
    return {name: int(number) for name, number in {**found, "facts": facts}.items()}

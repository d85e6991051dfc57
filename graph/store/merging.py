"""Identity, kept up to date: what shares a key with a touched member, through others too, is resolved again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from graph import identity
from graph.identity import Decision, Settled
from graph.model import Entity, Member
from graph.rdf import Resolved
from graph.store import deciding
from graph.store.index import column

_REACHED = """
WITH RECURSIVE reached (key) AS (
  SELECT key FROM keys JOIN touched ON touched.member = keys.member
  UNION
  SELECT other.key FROM reached JOIN keys ON keys.key = reached.key JOIN keys AS other ON other.member = keys.member
)
INSERT OR IGNORE INTO touched SELECT member FROM reached JOIN keys USING (key)
"""


@dataclass(slots=True)
class Merged:
    """What a merge changed: entities by id as they were and as they are, and what chains were resolved to before."""

    before: dict[str, Entity] = field(default_factory=dict)
    after: dict[str, Entity] = field(default_factory=dict)
    mappings: dict[str, dict[str, Resolved]] = field(default_factory=dict)
    settled: Settled = field(default_factory=Settled)


def mapping(db: sqlite3.Connection, article: str) -> dict[str, Resolved]:
    """What the chains of an article are resolved to, by chain id."""
    rows = db.execute("SELECT chain, iri, entity, type FROM members WHERE article = ?", (article,))
    return {chain: Resolved(iri, entity, type_) for chain, iri, entity, type_ in rows}


def merge(
    db: sqlite3.Connection, found: Iterable[tuple[str, tuple[Member, ...]]], decisions: tuple[Decision, ...]
) -> Merged:
    """Takes the members that changed articles have now, by article, and resolves what they and decisions touch.

    Raises DecisionError where decisions contradict one another.
    """
    merged = Merged()
    db.execute("CREATE TEMP TABLE touched (member TEXT PRIMARY KEY) WITHOUT ROWID")
    db.execute("CREATE TEMP TABLE stale (member TEXT PRIMARY KEY) WITHOUT ROWID")
    revised: list[Member] = []
    for article, members in found:
        merged.mappings[article] = mapping(db, article)
        revised += _take(db, article, members)
    merged.settled = deciding.settle(db, decisions)
    obsolete = deciding.take_pairs(db, merged.settled)
    db.execute(_REACHED)
    _drop_stale(db, merged)
    for member in revised:
        db.execute("DELETE FROM keys WHERE member = ? AND key NOT LIKE 'decision:%'", (member.iri,))
        _put_keys(db, member)
    db.executemany("DELETE FROM keys WHERE key = ? AND member = ?", obsolete)
    _resolve(db, merged)
    db.execute("DROP TABLE touched")
    db.execute("DROP TABLE stale")
    return merged


def _take(db: sqlite3.Connection, article: str, members: tuple[Member, ...]) -> Iterator[Member]:
    """Puts in an article's members; those that are new or differ, and those that are gone, are touched.

    Gives those that differ: their old keys stand until what the keys tied together has been found.
    """
    known = dict(db.execute("SELECT iri, data FROM members WHERE article = ?", (article,)))
    for member in members:
        data = msgspec.json.encode(member)
        was = known.pop(member.iri, None)
        if was != data:
            db.execute("INSERT OR IGNORE INTO touched VALUES (?)", (member.iri,))
            row = (member.iri, article, member.chain, identity.label_key(member), data)
            put = "INSERT INTO members VALUES (?1, ?2, ?3, NULL, NULL, ?4, ?5) ON CONFLICT DO UPDATE SET chain = ?3, "
            db.execute(put + "label = ?4, data = ?5", row)
            _put_keys(db, member)
            if was is not None:
                yield member
    for table in ("touched", "stale"):
        db.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?)", [(iri,) for iri in known])


def _put_keys(db: sqlite3.Connection, member: Member) -> None:
    db.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", [(key, member.iri) for key in identity.keys(member)])


def _drop_stale(db: sqlite3.Connection, merged: Merged) -> None:
    """Takes out the members that are gone, and keys that members no longer have."""
    entities = column(db, "SELECT DISTINCT entity FROM members JOIN touched ON iri = member WHERE entity IS NOT NULL")
    for entity in list(entities):
        [(data,)] = db.execute("SELECT data FROM entities WHERE id = ?", (entity,)).fetchall()
        merged.before[entity] = msgspec.json.decode(data, type=Entity)
    db.execute("DELETE FROM members WHERE iri IN (SELECT member FROM stale)")
    db.execute("DELETE FROM keys WHERE member IN (SELECT member FROM stale)")
    db.execute("DELETE FROM touched WHERE member IN (SELECT member FROM stale)")


def _members(db: sqlite3.Connection) -> Iterator[Member]:
    decoder = msgspec.json.Decoder(Member)
    for (data,) in db.execute("SELECT data FROM members JOIN touched ON iri = member"):
        yield decoder.decode(data)


def _resolve(db: sqlite3.Connection, merged: Merged) -> None:
    merged.after = {entity.id: entity for entity in identity.resolve(_members(db), merged.settled.pairs)}
    for entity in merged.after.values():
        for member in entity.members:
            _point(db, merged, member, entity)
    db.executemany("DELETE FROM entities WHERE id = ?", [(id_,) for id_ in merged.before])
    rows = ((entity.id, searchable(entity), msgspec.json.encode(entity)) for entity in merged.after.values())
    db.executemany("INSERT INTO entities VALUES (?, ?, ?)", rows)


def searchable(entity: Entity) -> str:
    """All names of an entity, a line each, without regard to case."""
    return "\n".join(("", *(name.casefold() for name in entity.names), ""))


def _point(db: sqlite3.Connection, merged: Merged, member: Member, entity: Entity) -> None:
    """Notes which entity a member belongs to, and what its article's chains were resolved to before."""
    [was] = db.execute("SELECT entity, type FROM members WHERE iri = ?", (member.iri,)).fetchall()
    if was != (entity.id, entity.type):
        if member.article not in merged.mappings:
            merged.mappings[member.article] = mapping(db, member.article)
        db.execute("UPDATE members SET entity = ?, type = ? WHERE iri = ?", (entity.id, entity.type, member.iri))

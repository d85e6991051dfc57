"""Identity, kept up to date: what shares a key with a touched member, through others too, is resolved again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from graph import identity
from graph.identity import Gazetteer, Pair, Settled
from graph.model import Entity, Member
from graph.rdf import Resolved
from graph.store import deciding
from graph.store.components import retire, spread, tied, touch, touching
from graph.store.deciding import Guidance
from graph.store.index import reference


@dataclass(slots=True)
class Merged:
    """What a merge changed: what the chains of articles were resolved to before. The entities that may have changed
    are in two tables, `before` as they were and `after` by their ids."""

    mappings: dict[str, dict[str, Resolved]] = field(default_factory=dict)
    settled: Settled = field(default_factory=Settled)


def mapping(db: sqlite3.Connection, article: str) -> dict[str, Resolved]:
    """What the chains of an article are resolved to, by chain id."""
    rows = db.execute("SELECT chain, iri, entity, type FROM members WHERE article = ?", (article,))
    return {chain: Resolved(iri, entity, type_) for chain, iri, entity, type_ in rows}


def merge(db: sqlite3.Connection, found: Iterable[tuple[str, tuple[Member, ...]]], guidance: Guidance) -> Merged:
    """Takes the members that changed articles have now, by article, and resolves what they and decisions touch.

    Raises DecisionError where decisions contradict one another.
    """
    merged = Merged()
    db.execute("CREATE TEMP TABLE before (id TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID")
    db.execute("CREATE TEMP TABLE temp.after (id TEXT PRIMARY KEY) WITHOUT ROWID")
    with touching(db):
        _merge(db, found, guidance, merged)
    return merged


def changed_entities(db: sqlite3.Connection) -> Iterator[tuple[Entity | None, Entity | None]]:
    """Every entity that the last merge changed, as it was and as it is; each is told of once."""
    rows = db.execute(
        "SELECT before.data, entities.data FROM (SELECT id FROM before UNION SELECT id FROM temp.after) AS changed "
        "LEFT JOIN before ON before.id = changed.id LEFT JOIN entities ON entities.id = changed.id"
    )
    for was, now in rows:
        if was != now:
            yield (_entity(was) if was else None), (_entity(now) if now else None)
    db.execute("DROP TABLE before")
    db.execute("DROP TABLE temp.after")


def _entity(data: bytes) -> Entity:
    return msgspec.json.decode(data, type=Entity)


def _merge(
    db: sqlite3.Connection,
    found: Iterable[tuple[str, tuple[Member, ...]]],
    guidance: Guidance,
    merged: Merged,
) -> None:
    revised: list[Member] = []
    for article, members in found:
        merged.mappings[article] = mapping(db, article)
        revised += _take(db, article, members, guidance.known)
    merged.settled = deciding.settle(db, guidance.decisions)
    obsolete = deciding.take_pairs(db, merged.settled)
    spread(db)
    _note_before(db)
    _drop_stale(db)
    for member in revised:
        decided = "SELECT 1 FROM decision_keys AS d WHERE d.key = keys.key AND d.member = keys.member"
        db.execute(f"DELETE FROM keys WHERE member = ? AND NOT EXISTS ({decided})", (reference(member.iri),))
        _put_keys(db, [member], guidance.known)
    db.executemany("DELETE FROM keys WHERE key = ? AND member = ?", obsolete)
    _resolve(db, merged, guidance.known)


def _take(
    db: sqlite3.Connection, article: str, members: tuple[Member, ...], known_things: Gazetteer
) -> Iterator[Member]:
    """Puts in an article's members; those that are new or differ, and those that are gone, are touched.

    Gives those that differ: their old keys stand until what the keys tied together has been found.
    """
    known = dict(db.execute("SELECT member, data FROM members WHERE article = ?", (article,)))
    news: list[Member] = []
    rows = []
    for member in members:
        number, data = reference(member.iri), msgspec.json.encode(member)
        was = known.pop(number, None)
        if was != data:
            news.append(member)
            rows.append((number, member.iri, article, member.chain, identity.label_key(member), data))
            if was is not None:
                yield member
    put = "INSERT INTO members VALUES (?1, ?2, ?3, ?4, NULL, NULL, ?5, ?6) ON CONFLICT DO UPDATE SET "
    db.executemany(put + "chain = ?4, label = ?5, data = ?6", rows)
    touch(db, [row[0] for row in rows])
    _put_keys(db, news, known_things)
    retire(db, known)


def _put_keys(db: sqlite3.Connection, members: Iterable[Member], known: Gazetteer) -> None:
    keyed = ((key, member.iri) for member in members for key in identity.keys(member) | known.keys(member))
    rows = [(reference(key), reference(iri)) for key, iri in keyed]
    db.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", rows)


def _note_before(db: sqlite3.Connection) -> None:
    """Notes the entities of what is touched, as they were."""
    touched = "SELECT entity FROM members WHERE member IN (SELECT member FROM touched)"
    db.execute(f"INSERT INTO before SELECT id, data FROM entities WHERE id IN ({touched})")
    db.execute("DELETE FROM entities WHERE id IN (SELECT id FROM before)")


def _drop_stale(db: sqlite3.Connection) -> None:
    """Takes what is gone out of the members, their keys, and what is touched."""
    for table in ("members", "keys", "touched"):
        db.execute(f"DELETE FROM {table} WHERE member IN (SELECT member FROM stale)")


def _resolve(db: sqlite3.Connection, merged: Merged, known: Gazetteer) -> None:
    """Resolves what is touched, no more at a time than what is tied together."""
    decided: dict[str, list[Pair]] = {}
    for pair in merged.settled.pairs:
        for iri in (pair.left, pair.right):
            decided.setdefault(iri, []).append(pair)
    decoder = msgspec.json.Decoder(Member)
    together = "SELECT data, entity, type FROM members WHERE member IN (SELECT member FROM temp.together)"
    for _ in tied(db):
        rows = db.execute(together).fetchall()
        were = {decoder.decode(data): (entity, type_) for data, entity, type_ in rows}
        pairs = {pair for member in were for pair in decided.get(member.iri, ())}
        for entity in identity.resolve(were, tuple(sorted(pairs)), known):
            _put_entity(db, entity)
            moved = [member for member in entity.members if were[member] != (entity.id, entity.type)]
            _point(db, merged, moved, entity)


def _put_entity(db: sqlite3.Connection, entity: Entity) -> None:
    row = (entity.id, searchable(entity), msgspec.json.encode(entity))
    db.execute("INSERT INTO entities VALUES (?, ?, ?)", row)
    db.execute("INSERT INTO temp.after VALUES (?)", (entity.id,))


def searchable(entity: Entity) -> str:
    """All names of an entity, a line each, without regard to case."""
    return "\n".join(("", *(name.casefold() for name in entity.names), ""))


def _point(db: sqlite3.Connection, merged: Merged, moved: list[Member], entity: Entity) -> None:
    """Notes which entity members belong to, and what their articles' chains were resolved to before."""
    for member in moved:
        if member.article not in merged.mappings:
            merged.mappings[member.article] = mapping(db, member.article)
    rows = [(entity.id, entity.type, reference(member.iri)) for member in moved]
    db.executemany("UPDATE members SET entity = ?, type = ? WHERE member = ?", rows)

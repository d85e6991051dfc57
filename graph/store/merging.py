"""Identity, kept up to date: what shares a key with a touched member, through others too, is resolved again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from graph import identity
from graph.identity import Gazetteer, Settled
from graph.model import Entity, Member
from graph.rdf import Resolved
from graph.store import deciding
from graph.store.components import drop_stale, retire, spread, touch, touching
from graph.store.deciding import Guidance
from graph.store.index import column


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


def merge(db: sqlite3.Connection, found: Iterable[tuple[str, tuple[Member, ...]]], guidance: Guidance) -> Merged:
    """Takes the members that changed articles have now, by article, and resolves what they and decisions touch.

    Raises DecisionError where decisions contradict one another.
    """
    merged = Merged()
    with touching(db):
        _merge(db, found, guidance, merged)
    return merged


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
    spread(db, "keys")
    _note_before(db, merged)
    drop_stale(db, "members", "keys")
    for member in revised:
        db.execute("DELETE FROM keys WHERE member = ? AND key NOT LIKE 'decision:%'", (member.iri,))
        _put_keys(db, member, guidance.known)
    db.executemany("DELETE FROM keys WHERE key = ? AND member = ?", obsolete)
    _resolve(db, merged, guidance.known)


def _take(
    db: sqlite3.Connection, article: str, members: tuple[Member, ...], known_things: Gazetteer
) -> Iterator[Member]:
    """Puts in an article's members; those that are new or differ, and those that are gone, are touched.

    Gives those that differ: their old keys stand until what the keys tied together has been found.
    """
    known = dict(db.execute("SELECT iri, data FROM members WHERE article = ?", (article,)))
    for member in members:
        data = msgspec.json.encode(member)
        was = known.pop(member.iri, None)
        if was != data:
            touch(db, [member.iri])
            row = (member.iri, article, member.chain, identity.label_key(member), data)
            put = "INSERT INTO members VALUES (?1, ?2, ?3, NULL, NULL, ?4, ?5) ON CONFLICT DO UPDATE SET chain = ?3, "
            db.execute(put + "label = ?4, data = ?5", row)
            _put_keys(db, member, known_things)
            if was is not None:
                yield member
    retire(db, known)


def _put_keys(db: sqlite3.Connection, member: Member, known: Gazetteer) -> None:
    keys = identity.keys(member) | known.keys(member)
    db.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", [(key, member.iri) for key in keys])


def _note_before(db: sqlite3.Connection, merged: Merged) -> None:
    """Notes the entities of what is touched, as they were."""
    entities = column(db, "SELECT DISTINCT entity FROM members JOIN touched ON iri = member WHERE entity IS NOT NULL")
    for entity in list(entities):
        [(data,)] = db.execute("SELECT data FROM entities WHERE id = ?", (entity,)).fetchall()
        merged.before[entity] = msgspec.json.decode(data, type=Entity)


def _members(db: sqlite3.Connection) -> Iterator[Member]:
    decoder = msgspec.json.Decoder(Member)
    for (data,) in db.execute("SELECT data FROM members JOIN touched ON iri = member"):
        yield decoder.decode(data)


def _resolve(db: sqlite3.Connection, merged: Merged, known: Gazetteer) -> None:
    resolved = identity.resolve(_members(db), merged.settled.pairs, known)
    merged.after = {entity.id: entity for entity in resolved}
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

"""People's decisions, as the index and the graph follow them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec
from pyoxigraph import NamedNode, Store

from graph import identity
from graph.identity import Decision, Gazetteer, Settled
from graph.identity.names import normal
from graph.model import Member
from graph.store import index
from graph.store.index import column, reference, value
from graph.vocabulary import RDF, digest


@dataclass(frozen=True, slots=True)
class Guidance:
    """What people tell identity: their decisions, and the things that they know already."""

    decisions: tuple[Decision, ...] = ()
    known: Gazetteer = field(default_factory=Gazetteer)


@dataclass(frozen=True, slots=True)
class Rejections:
    """The statements that are kept out, before and now, and the articles that change with them.

    `everywhere` says that a statement comes back whose article is not known.
    """

    before: frozenset[str]
    now: frozenset[str]
    articles: frozenset[str]
    everywhere: bool

    def touched(self, db: sqlite3.Connection) -> Iterator[str]:
        """The articles to describe again."""
        return column(db, "SELECT article FROM folded") if self.everywhere else iter(sorted(self.articles))


def are_news(db: sqlite3.Connection, decisions: Iterable[Decision]) -> bool:
    """Says whether the graph has followed other decisions than these."""
    return index.get(db, "decisions") != _digest(decisions)


def note(db: sqlite3.Connection, decisions: tuple[Decision, ...], settled: Settled) -> None:
    """Notes that the graph follows these decisions, and which of them meet nothing."""
    index.put(db, "decisions", _digest(decisions))
    index.put(db, "unresolved", msgspec.json.encode(settled.unresolved).decode())


def _digest(decisions: Iterable[Decision]) -> str:
    """Of what decisions decide; who made them, and when, changes nothing."""
    return digest(*sorted(digest(d.decision, d.left, d.left_label, d.right, d.right_label) for d in decisions))


def settle(db: sqlite3.Connection, decisions: Iterable[Decision]) -> Settled:
    """The decisions on the members that are there: those with the IRI, or else the one that the label means."""

    def find(iri: str, label: str) -> str | None:
        there = "SELECT 1 FROM members WHERE member = ? AND member NOT IN (SELECT member FROM stale)"
        if value(db, there, reference(iri)):
            return iri
        rows = column(
            db,
            "SELECT data FROM members WHERE label = ? AND member NOT IN (SELECT member FROM stale)",
            normal(label),
        )
        return identity.by_label([msgspec.json.decode(data, type=Member) for data in rows], label)

    return identity.settle(decisions, find)


def take_pairs(db: sqlite3.Connection, settled: Settled) -> list[tuple[int, int]]:
    """Puts in the pairs and touches the members of those that came or went; gives the keys that stand no longer."""
    now = {(pair.left, pair.right, pair.same) for pair in settled.pairs}
    before = {(one, other, bool(same)) for one, other, same in db.execute("SELECT one, other, same FROM pairs")}
    touched = [(reference(iri),) for one, other, _ in now ^ before for iri in (one, other)]
    known = "INSERT OR IGNORE INTO touched SELECT member FROM members WHERE member = ?"
    db.executemany(known, touched)
    db.execute("DELETE FROM pairs")
    db.executemany("INSERT INTO pairs VALUES (?, ?, ?)", sorted(now))
    keys = {(reference(key), reference(iri)) for iri, found in settled.keys.items() for key in found}
    had = set(db.execute("SELECT key, member FROM decision_keys"))
    db.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", sorted(keys - had))
    db.executemany("INSERT INTO decision_keys VALUES (?, ?)", sorted(keys - had))
    db.executemany("DELETE FROM decision_keys WHERE key = ? AND member = ?", sorted(had - keys))
    return sorted(had - keys)


def take_rejections(db: sqlite3.Connection, store: Store, settled: Settled) -> Rejections:
    """Puts in the rejected statements, each with its article where that is known."""
    had: dict[str, str | None] = dict(db.execute("SELECT statement, article FROM rejected"))
    new = {iri: _article_of(store, iri) for iri in settled.rejected - had.keys()}
    back = {iri: had[iri] for iri in had.keys() - settled.rejected}
    db.executemany("DELETE FROM rejected WHERE statement = ?", [(iri,) for iri in back])
    db.executemany("INSERT INTO rejected VALUES (?, ?)", sorted(new.items()))
    articles = frozenset(article for article in (*new.values(), *back.values()) if article)
    return Rejections(frozenset(had), settled.rejected, articles, None in back.values())


def _article_of(store: Store, statement: str) -> str | None:
    """The id of the article that makes a statement."""
    pattern = store.quads_for_pattern(NamedNode(statement), NamedNode(RDF + "predicate"), None, None)
    found = next(pattern, None)
    return found.graph_name.value.rpartition("/")[2] if found and isinstance(found.graph_name, NamedNode) else None

"""What several articles say together: triples that stand while any article states them, and labels by majority."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Quad, RdfFormat, parse

from graph.rdf import Description, topic_quads
from graph.store.index import value


@dataclass(slots=True)
class Tallies:
    """Counts what articles add and take away; what stood before is noted at the first touch."""

    db: sqlite3.Connection
    stood: dict[str, bool] = field(default_factory=dict)
    spelled: dict[str, Counter[str]] = field(default_factory=dict)

    def replace(self, article: str, description: Description | None) -> None:
        """Counts an article's share anew (None: it is gone)."""
        quads = {f"{quad} ." for quad in description.shared} if description else set()
        words = Counter(description.topics) if description else Counter()
        self._note(article, quads, {topic for topic, _ in words})
        self.db.execute("DELETE FROM supports WHERE article = ?", (article,))
        self.db.execute("DELETE FROM topics WHERE article = ?", (article,))
        self.db.executemany("INSERT INTO supports VALUES (?, ?)", [(quad, article) for quad in sorted(quads)])
        rows = [(topic, article, spelling, number) for (topic, spelling), number in sorted(words.items())]
        self.db.executemany("INSERT INTO topics VALUES (?, ?, ?, ?)", rows)

    def _note(self, article: str, quads: set[str], topics: set[str]) -> None:
        had = {quad for (quad,) in self.db.execute("SELECT quad FROM supports WHERE article = ?", (article,))}
        for quad in quads | had:
            if quad not in self.stood:
                self.stood[quad] = quad in had or self._stands(quad)
        wrote = {topic for (topic,) in self.db.execute("SELECT topic FROM topics WHERE article = ?", (article,))}
        for topic in topics | wrote:
            if topic not in self.spelled:
                self.spelled[topic] = self._spellings(topic)

    def _stands(self, quad: str) -> bool:
        return value(self.db, "SELECT 1 FROM supports WHERE quad = ?", quad) is not None

    def _spellings(self, topic: str) -> Counter[str]:
        rows = self.db.execute("SELECT words, sum(number) FROM topics WHERE topic = ? GROUP BY words", (topic,))
        return Counter(dict(rows.fetchall()))

    def removed(self) -> Iterator[Quad]:
        """The quads that no article states any more."""
        yield from _parsed(quad for quad, stood in self.stood.items() if stood and not self._stands(quad))
        for topic, before in self.spelled.items():
            yield from _topic(topic, before) - _topic(topic, self._spellings(topic))

    def added(self) -> Iterator[Quad]:
        """The quads that were not stated before."""
        yield from _parsed(quad for quad, stood in self.stood.items() if not stood and self._stands(quad))
        for topic, before in self.spelled.items():
            yield from _topic(topic, self._spellings(topic)) - _topic(topic, before)


def _topic(topic: str, spellings: Counter[str]) -> set[Quad]:
    return set(topic_quads(topic, spellings)) if spellings else set()


def _parsed(lines: Iterable[str]) -> Iterator[Quad]:
    return iter(parse("\n".join(lines).encode(), format=RdfFormat.N_QUADS))

"""What several articles say together: triples that stand while any article states them, and labels by majority."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from graph.rdf import Description, topic_lines
from graph.store.index import column, reference, value


@dataclass(slots=True)
class Tallies:
    """Counts what articles add and take away; what stood before is noted at the first touch.

    `anew` says that nothing stood before: then everything that stands in the end was added.
    """

    db: sqlite3.Connection
    anew: bool = False
    stood: dict[str, bool] = field(default_factory=dict)
    spelled: dict[str, Counter[str]] = field(default_factory=dict)

    def replace(self, article: str, description: Description | None) -> None:
        """Counts an article's share anew (None: it is gone)."""
        quads = set(description.shared) if description else set()
        words = Counter(description.topics) if description else Counter()
        if not self.anew:
            self._note(article, quads, {topic for topic, _ in words})
            self.db.execute("DELETE FROM supports WHERE article = ?", (article,))
            self.db.execute("DELETE FROM topics WHERE article = ?", (article,))
        stated = [(reference(quad), quad) for quad in sorted(quads)]
        self.db.executemany("INSERT OR IGNORE INTO shared VALUES (?, ?)", stated)
        self.db.executemany("INSERT INTO supports VALUES (?, ?)", [(number, article) for number, _ in stated])
        rows = [(topic, article, spelling, number) for (topic, spelling), number in sorted(words.items())]
        self.db.executemany("INSERT INTO topics VALUES (?, ?, ?, ?)", rows)

    def _note(self, article: str, quads: set[str], topics: set[str]) -> None:
        had = set(column(self.db, "SELECT text FROM supports JOIN shared USING (quad) WHERE article = ?", article))
        for quad in quads | had:
            if quad not in self.stood:
                self.stood[quad] = quad in had or self._stands(quad)
        wrote = {topic for (topic,) in self.db.execute("SELECT topic FROM topics WHERE article = ?", (article,))}
        for topic in topics | wrote:
            if topic not in self.spelled:
                self.spelled[topic] = self._spellings(topic)

    def _stands(self, quad: str) -> bool:
        return value(self.db, "SELECT 1 FROM supports WHERE quad = ?", reference(quad)) is not None

    def _spellings(self, topic: str) -> Counter[str]:
        rows = self.db.execute("SELECT words, sum(number) FROM topics WHERE topic = ? GROUP BY words", (topic,))
        return Counter(dict(rows.fetchall()))

    def removed(self) -> Iterator[str]:
        """The quads that no article states any more."""
        gone = [quad for quad, stood in self.stood.items() if stood and not self._stands(quad)]
        self.db.executemany("DELETE FROM shared WHERE quad = ?", [(reference(quad),) for quad in gone])
        yield from gone
        for topic, before in self.spelled.items():
            yield from _topic(topic, before) - _topic(topic, self._spellings(topic))

    def added(self) -> Iterator[str]:
        """The quads that were not stated before."""
        if self.anew:
            yield from self._all()
        yield from (quad for quad, stood in self.stood.items() if not stood and self._stands(quad))
        for topic, before in self.spelled.items():
            yield from _topic(topic, self._spellings(topic)) - _topic(topic, before)

    def _all(self) -> Iterator[str]:
        """The quads that any article states."""
        yield from column(self.db, "SELECT text FROM shared ORDER BY quad")
        rows = self.db.execute("SELECT topic, words, sum(number) FROM topics GROUP BY topic, words ORDER BY topic")
        for topic, group in groupby(rows, key=itemgetter(0)):
            yield from _topic(topic, Counter({words: number for _, words, number in group}))


def _topic(topic: str, spellings: Counter[str]) -> set[str]:
    return set(topic_lines(topic, spellings)) if spellings else set()

"""What an article mentions: names, chains of them, times, and the fillers of roles."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.article import Span

MENTION_TYPES = (
    "Person",
    "Organization",
    "Place",
    "Group",
    "Event",
    "Product",
    "Work",
    "Law",
    "Date",
    "Money",
    "Quantity",
)
"""Types of a name. A `Filler` can also be a `Participant` (a described person, group or body) or a `Thing`."""

ENTITY_TYPES = MENTION_TYPES[:8]
"""The types of names that become entities of the graph."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference to a thing. `kind` is "name", "nominal" or "pronoun"; `head` the head word as written.

    A name's span is the name alone; `honorific` holds a title printed before it ("Dr").
    """

    span: Span
    kind: str
    type: str
    head: str
    honorific: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """One article's mentions of one thing, in text order.

    `names` are its distinct written names, best first (empty: it is only described); `type` is one of MENTION_TYPES,
    or "Participant" / "Thing" for a chain without names.
    """

    id: str
    type: str
    mentions: tuple[Mention, ...]
    names: tuple[str, ...] = ()
    honorific: str | None = None
    gender: str | None = None

    @property
    def first(self) -> Mention:
        """The first mention of the kind that names best: a name before a nominal before a pronoun."""
        return min(self.mentions, key=lambda m: (("name", "nominal", "pronoun").index(m.kind), m.span.start))


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: its words, and what the text and the article's date fix of it.

    `start`/`end` are "2015-09-12", "2015-09" or "2015" (as precise as stated); `earliest`/`latest` ISO dates.
    """

    span: Span
    text: str
    start: str | None = None
    end: str | None = None
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: the words as written (without relative clause), and the chain that they refer to.

    `type` is the chain's or one of "Participant" (a described person, group or body), "Thing", "Topic". `lemma` is
    the phrase's lower-cased lemmas without determiners, the key of a topic. `count` is stated ("107 pilgrims").
    """

    span: Span
    text: str
    head: str
    lemma: str
    type: str
    chain: str | None = None
    count: int | None = None

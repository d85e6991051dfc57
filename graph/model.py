"""The central types: plain, frozen data that every room reads.

Offsets are code points in `Article.text`, `start` inclusive and `end` exclusive. Ids of chains and facts are local
to their article; IRIs are minted in `vocabulary` alone.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

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

ROLES = (
    "agent",
    "patient",
    "recipient",
    "organizer",
    "attendee",
    "about",
    "location",
    "instrument",
    "beneficiary",
    "cause",
)

FACTUALITIES = ("negated", "planned", "possible", "reported", "asserted")
"""In order of precedence: a fact has the first that applies."""


def article_id(text: str) -> str:
    """The id of an article: 32 hex digits of the SHA-256 of its kept text without white space.

    >>> article_id("A b.") == article_id("A  b.\\n")
    True
    """
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one article's kept text."""

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def quote(self, text: str) -> str:
        """The words of the span, cut out of `Article.text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Segment:
    """`Article.text[start:end]` stands at `source` (a code point offset) in the file as read, one by one."""

    start: int
    end: int
    source: int


@dataclass(frozen=True, slots=True)
class ExcludedBlock:
    """A block of the file that is not part of the article: its words, place in the file as read, and why it was cut."""

    text: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence: "ISLAMABAD, Sept 10 (Reuters) -".

    `day` is "--09-10" where month and day are printed, `date` an ISO date where the year is too.
    """

    span: Span
    place: str | None = None
    place_span: Span | None = None
    day: str | None = None
    date: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it is analysed: its kept text with the headline as first paragraph, and its metadata.

    `identifier` is the file's own name (`news.jsonl#17` inside containers), never a path. `published` is an ISO date
    and `date_source` says where it came from ("metadata", "option", "dateline", "url"). `headline` ends where the
    first paragraph does (0: there is no headline). `modified` is the ISO date of a later version of the same page;
    `other_dates` are dates of publication that disagree with `published`, each as (where from, ISO date).
    """

    id: str
    identifier: str
    text: str
    title: str | None = None
    published: str | None = None
    date_source: str | None = None
    dateline: Dateline | None = None
    publisher: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    language: str = "en"
    headline: int = 0
    excluded: tuple[ExcludedBlock, ...] = ()
    segments: tuple[Segment, ...] = ()
    modified: str | None = None
    other_dates: tuple[tuple[str, str], ...] = ()

    def source_offset(self, offset: int) -> int | None:
        """The place of `text[offset]` in the file as read, or None where it is not in the file (an added headline)."""
        at = bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1
        if at < 0 or offset >= self.segments[at].end:
            return None
        return self.segments[at].source + offset - self.segments[at].start

    def source_range(self, span: Span) -> tuple[int, int] | None:
        """The start and end of a span in the file as read, or None where either end is not in the file."""
        start, last = self.source_offset(span.start), self.source_offset(span.end - 1)
        return None if start is None or last is None else (start, last + 1)


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


@dataclass(frozen=True, slots=True)
class Role:
    """One filler of one role of an event."""

    name: str
    filler: Filler


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, as one sentence tells it.

    `evidence` is the whole sentence; `claimed_in` the id of the claim that it is told in (None: the article's own
    voice); `claim` the id of the claim that this event makes (an accusation, an order). `unstated` are core roles
    that the text leaves open. `plover` is a PLOVER root word or None. `surface` is the predicate's own words.
    """

    type: str
    trigger: Span
    surface: str
    roles: tuple[Role, ...]
    evidence: Span
    rule: str
    confidence: float
    factuality: str = "asserted"
    plover: str | None = None
    unstated: tuple[str, ...] = ()
    time: Time | None = None
    claimed_in: str | None = None
    claim: str | None = None
    label: str = ""

    @property
    def id(self) -> str:
        """The local id: one event of a type at a trigger."""
        return f"event:{self.type}:{self.trigger.start}-{self.trigger.end}"


@dataclass(frozen=True, slots=True)
class Position:
    """A held office or membership: "Dr Mark P. Lagon, Director of the Office ...". `status` is former, acting, elect,
    deputy ... or None (held at the time of the text)."""

    person: Filler
    title: str
    trigger: Span
    organization: Filler | None
    evidence: Span
    rule: str
    confidence: float
    status: str | None = None
    factuality: str = "asserted"
    start: str | None = None
    end: str | None = None
    claimed_in: str | None = None

    @property
    def id(self) -> str:
        """The local id: one position of a person at a title's words."""
        return f"position:{self.person.span.start}-{self.trigger.start}-{self.trigger.end}"


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting tie between two things. `predicate` is a key of `vocabulary.RELATIONS` ("memberOf")."""

    subject: Filler
    predicate: str
    object: Filler
    trigger: Span
    evidence: Span
    rule: str
    confidence: float
    factuality: str = "asserted"
    claimed_in: str | None = None

    @property
    def id(self) -> str:
        """The local id: one relation between two places of the text."""
        return f"relation:{self.predicate}:{self.subject.span.start}-{self.object.span.start}"


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody said something. `text` is what was said, as written, and `span` where it stands (for words in two
    pieces, from the first to the last); `cue` is the reporting word; `evidence` holds every sentence of the words
    and of the cue. `pieces` are the places of words that an attribution interrupts (none: they fill the span)."""

    speaker: Filler | None
    text: str
    span: Span
    cue: Span
    verbatim: bool
    evidence: tuple[Span, ...]
    rule: str
    confidence: float
    recipients: tuple[Filler, ...] = ()
    about: tuple[Filler, ...] = ()
    factuality: str = "asserted"
    claimed_in: str | None = None
    pieces: tuple[Span, ...] = ()

    @property
    def id(self) -> str:
        """The local id: one claim for a cue and its words."""
        return f"claim:{self.cue.start}-{self.span.start}-{self.span.end}"

    def tells(self, place: Span) -> bool:
        """Whether a place of the article stands in the words of the claim, not in its attribution or its cue."""
        return place != self.cue and any(
            piece.start <= place.start and place.end <= piece.end for piece in self.pieces or (self.span,)
        )


Fact = Event | Position | Relation | Claim


@dataclass(frozen=True, slots=True)
class Part:
    """The result of pass 1 for one article: everything found in it, unmerged.

    `sentences` are (start, end) offsets in order; `values` are dates, amounts of money and quantities; `unmapped` are
    predicates outside the closed list with their counts.
    """

    article: Article
    sentences: tuple[tuple[int, int], ...] = ()
    chains: tuple[Chain, ...] = ()
    values: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()
    unmapped: tuple[tuple[str, int], ...] = ()

    def facts(self) -> Iterator[Fact]:
        """All facts, kind by kind."""
        yield from self.events
        yield from self.positions
        yield from self.relations
        yield from self.claims


@dataclass(frozen=True, slots=True)
class Member:
    """One chain with a name, as identity sees it: `iri` is its own, whatever it is merged into.

    `names` are distinct, best first. `gender` is "male" or "female" where the article tells; `countries` are the ISO
    codes of the countries that the article is about, most mentioned first; `titles` the offices that it gives.
    """

    iri: str
    article: str
    chain: str
    type: str
    names: tuple[str, ...]
    honorific: str | None = None
    gender: str | None = None
    countries: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing across articles: `id` is the smallest of its members' IRIs (by hash), `label` its best name."""

    id: str
    type: str
    label: str
    names: tuple[str, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A comparison of two members that explains itself. `judgement` is "same", "not the same" or "unsure"."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]
    judgement: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple with its evidence. `subject` and `object` are merged IRIs (or a literal's text), `source_subject` and
    `source_object` the article's own where they differ; `evidence` are sentences; `words` the filler as written."""

    id: str
    subject: str
    predicate: str
    object: str
    evidence: tuple[Span, ...]
    rule: str
    confidence: float
    source_subject: str | None = None
    source_object: str | None = None
    words: str | None = None
    antecedent: str | None = None
    literal: bool = field(default=False)

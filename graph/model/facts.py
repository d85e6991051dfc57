"""What an article states: events, positions, relations, claims, and the part that holds them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model.article import Article, Span
from graph.model.mentions import Chain, Filler, Mention, Time

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
        """Whether a place of the article stands in the words of the claim, not in its attribution or around its cue."""
        start, end = place.start, place.end
        if not self.span.start <= start <= end <= self.span.end or (start <= self.cue.start and self.cue.end <= end):
            return False
        return not self.pieces or any(piece.start <= start and end <= piece.end for piece in self.pieces)


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

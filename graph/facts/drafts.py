"""A draft of an event: what several words of a sentence say of one happening, gathered before it becomes a fact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.facts.factuality import factuality, modified
from graph.facts.lexicon import Frame
from graph.facts.mentions import sentence_span, span_of
from graph.facts.parsed import Token
from graph.facts.phrases import phrase
from graph.facts.plover import plover, turned
from graph.facts.syntax import has, is_passive, subjects
from graph.facts.when import event_time, narrated_time
from graph.model import FACTUALITIES, Event, Role, Span, Time

MOST_LABEL = 80
PAST = frozenset({"VBD", "VBN", "VBG", "NN", "NNS"})
"""Tags of words that can tell of something past."""
NEAR = 5
"""Words of a trigger stand at most this many tokens apart; further pieces are no part of its span."""
CONFIDENCE = {
    "verb": 0.9,
    "participle": 0.85,
    "participation": 0.9,
    "light": 0.88,
    "occurrence": 0.85,
    "cause": 0.85,
    "adjective": 0.8,
    "noun": 0.75,
    "act": 0.65,
}
"""How often a reader agrees, by the construction that an event was found in."""


PRONOUNS = frozenset(
    {"he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "who", "i", "we", "my", "our"}
)


@dataclass(slots=True)
class Draft:
    """One event in the making.

    `head` is the token that it is keyed by, `words` those of its trigger, `carriers` the verbs whose auxiliaries, cues
    and times are the event's (empty: those of the head).
    """

    frame: Frame
    head: Token
    rule: str
    words: list[Token]
    roles: list[Role] = field(default_factory=list)
    carriers: list[Token] = field(default_factory=list)

    @property
    def verb(self) -> Token:
        """The word whose clause the event is told in."""
        return (self.carriers or [self.head])[0]

    def add(self, roles: Iterable[Role]) -> None:
        """Adds roles; a filler keeps its first role, and its words rather than a pronoun."""
        for role in roles:
            for i, known in enumerate(self.roles):
                if _one(role, known):
                    if known.name == role.name and known.filler.head.lower() in PRONOUNS:
                        self.roles[i] = role
                    break
            else:
                self.roles.append(role)


def finish(draft: Draft) -> Event:
    """The event that a draft comes to."""
    trigger = _trigger(draft)
    words = sorted(draft.words, key=lambda t: t.i) if len(draft.words) > 1 else draft.words
    surface = " ".join([token.text for token in words])
    certain = _factuality(draft)
    filled = {role.name for role in draft.roles}
    missing = tuple(role for role in draft.frame.core if role not in filled and _is_open(draft, role, filled))
    return Event(
        type=draft.frame.type,
        trigger=trigger,
        surface=surface,
        roles=tuple(draft.roles),
        evidence=sentence_span(draft.head),
        rule=draft.rule,
        confidence=_confidence(draft, missing),
        factuality=certain,
        plover=turned(plover(draft.frame.plover, draft.frame.type, draft.roles), draft.verb, certain),
        unstated=missing,
        time=_time(draft, certain),
        label=_label(draft, surface),
    )


def _one(role: Role, known: Role) -> bool:
    if role.name != known.name and role.name in {"location", "about"}:
        return False
    one, other = role.filler, known.filler
    return (one.chain is not None and one.chain == other.chain) or one.span == other.span


def _is_open(draft: Draft, role: str, filled: set[str]) -> bool:
    """Whether the text leaves a core role open: nobody answers it, and who does it is not just an unknown "he"."""
    alike = {"agent": {"organizer", "attendee", "cause"}, "recipient": {"patient", "beneficiary"}}
    if alike.get(role, set()) & filled:
        return False
    return role != "agent" or is_passive(draft.verb) or not _is_done_by_somebody(draft.verb)


def _is_done_by_somebody(verb: Token) -> bool:
    """Whether the words around an active verb say who does it: a pronoun, or whatever controls its infinitive."""
    if verb.tag_ == "VB" and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts):
        return True
    return verb.pos_ == "VERB" and any(token.pos_ == "PRON" for token in subjects(verb))


def _trigger(draft: Draft) -> Span:
    doc, ids = draft.head.doc, sorted([token.i for token in draft.words])
    start = end = draft.head.i
    for i in reversed([i for i in ids if i < draft.head.i]):
        start = i if start - i <= NEAR else start
    for i in (i for i in ids if i > draft.head.i):
        end = i if i - end <= NEAR else end
    return span_of(doc[start : end + 1])


def _factuality(draft: Draft) -> str:
    verdict = factuality(draft.verb)
    if draft.carriers and draft.head.pos_ == "NOUN":
        return min(verdict, modified(draft.head), key=FACTUALITIES.index)
    return verdict


def _confidence(draft: Draft, missing: tuple[str, ...]) -> float:
    value = CONFIDENCE[draft.rule.partition(":")[0]]
    if missing:
        value -= 0.05
    if not _has_subject(draft):
        value -= 0.05
    return round(max(value, 0.05), 2)


def _has_subject(draft: Draft) -> bool:
    """Whether the event's verb has a subject of its own, not one that it shares with another verb."""
    return has(draft.verb, {"nsubj", "nsubjpass"})


def _time(draft: Draft, certain: str) -> Time | None:
    own = event_time([*draft.carriers, draft.head])
    return own or (narrated_time(draft.head) if certain == "asserted" and draft.verb.tag_ in PAST else None)


def _label(draft: Draft, surface: str) -> str:
    if draft.head.pos_ in {"NOUN", "PROPN"}:
        label = phrase(draft.head).text
    else:
        first = [r.filler.text for r in draft.roles if r.name in {"agent", "organizer", "cause"}]
        others = [r.filler.text for r in draft.roles if r.name in {"patient", "recipient", "beneficiary", "attendee"}]
        label = f"{surface}: {', '.join(first)}" if first else surface
        label += f" → {', '.join(others)}" if others else ""
    label = " ".join(label.split())
    return label if len(label) <= MOST_LABEL else label[: MOST_LABEL - 1].rstrip() + "…"

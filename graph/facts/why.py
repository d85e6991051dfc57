"""What fired in every sentence, what nearly fired, and what stopped it: the data of `newsgraph extract --why`.

What fired are the facts of the part. What nearly fired is found again from the words that can begin a fact: verbs,
event nouns, reporting words, titles and pronouns that no fact took up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from spacy.tokens import Doc as SpacyDoc

from graph.facts.lexicon import find, noun_frames
from graph.facts.lexicon import lexicon as frames
from graph.facts.mentions import chain_of
from graph.facts.office_words import is_office_noun, lexicon
from graph.facts.offices import offices
from graph.facts.parsed import Doc, Token, parsed
from graph.facts.phrases import sentence_span, span_of
from graph.facts.reporting import reporting_verb, speakers
from graph.facts.scan import having, sentences
from graph.model import Claim, Event, Fact, Part, Relation, Span

PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})
LOW = 0.7
"""A fact with less confidence than this is given, and said to be uncertain."""

UNRESOLVED = "unresolved pronoun"
UNMAPPED = "unmapped verb: an Act"
NO_PARTICIPANT = "no participant is stated"
NO_EVENT = "the verb tells no event by itself"
UNKNOWN_VERB = "unmapped verb, and no participant is stated"
NOUN_ALONE = "a noun whose phrase names nobody"
NO_SPEAKER = "no stated speaker"
SAYS_NOTHING = "the subject says nothing, or there is none"
NOTHING_SAID = "no words that are said"
NO_HOLDER = "no person beside the title"
NO_BODY = "a title that says nothing without a body"


@dataclass(frozen=True, slots=True)
class Fired:
    """A fact that the sentence gave: its kind and type, the words that evoke it, the rule and how sure it is."""

    kind: str
    type: str
    words: str
    trigger: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Stopped:
    """A fact, or a part of one, that nearly came about: what it would be, the words, and what stopped it."""

    kind: str
    words: str
    trigger: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Why:
    """One sentence with what fired and what was stopped in it, in text order."""

    sentence: Span
    fired: tuple[Fired, ...]
    stopped: tuple[Stopped, ...]


def why(doc: SpacyDoc, part: Part) -> Iterator[Why]:
    """What fired and what was stopped, for every sentence of a Doc; `part` is what `facts.part` made of it."""
    with parsed(doc) as read:
        yield from _why(read, part)


def _why(doc: Doc, part: Part) -> Iterator[Why]:
    text = part.article.text
    fired = [_fired(fact, text) for fact in part.facts()]
    taken = {at for fact in part.facts() for at in range(_trigger(fact).start, _trigger(fact).end)}
    stopped = list(chain(_of_facts(part), _of_words(doc, taken)))
    for sentence in sentences(doc):
        span = sentence_span(sentence[0])
        yield Why(
            sentence=span,
            fired=tuple(sorted((f for f in fired if _within(f.trigger, span)), key=_place)),
            stopped=tuple(sorted((s for s in stopped if _within(s.trigger, span)), key=_place)),
        )


def _place(found: Fired | Stopped) -> tuple[int, int, str]:
    return found.trigger.start, found.trigger.end, found.kind


def _within(trigger: Span, sentence: Span) -> bool:
    return sentence.start <= trigger.start < sentence.end


def _trigger(fact: Fact) -> Span:
    return fact.cue if isinstance(fact, Claim) else fact.trigger


def _fired(fact: Fact, text: str) -> Fired:
    kind = type(fact).__name__
    type_ = fact.type if isinstance(fact, Event) else fact.predicate if isinstance(fact, Relation) else kind
    trigger = _trigger(fact)
    return Fired(kind.lower(), type_, trigger.quote(text), trigger, fact.rule, fact.confidence)


# ── what the facts themselves leave open ────────────────────────────────────────────────────────────────────────
def _of_facts(part: Part) -> Iterator[Stopped]:
    for fact in part.facts():
        kind, trigger = type(fact).__name__.lower(), _trigger(fact)
        for reason in _open(fact):
            yield Stopped(kind, trigger.quote(part.article.text), trigger, reason)


def _open(fact: Fact) -> Iterator[str]:
    """What a fact lacks: a core role, a speaker, a class, confidence."""
    if isinstance(fact, Event):
        yield from (f"no stated {role}" for role in fact.unstated)
        if fact.type == "Act":
            yield UNMAPPED
    if isinstance(fact, Claim) and fact.speaker is None:
        yield NO_SPEAKER
    if fact.confidence < LOW:
        yield f"low confidence ({fact.confidence:.2f})"


# ── words that no fact took up ──────────────────────────────────────────────────────────────────────────────────
def _of_words(doc: Doc, taken: set[int]) -> Iterator[Stopped]:
    for token in doc:
        if token.idx in taken:
            continue
        if token.pos_ == "VERB" and reporting_verb(token) is not None:
            yield _stopped("claim", token, _unsaid(token))
        elif token.pos_ == "VERB" and not _carries(token):
            yield _verb(token)
        elif token.pos_ == "NOUN" and noun_frames(token):
            yield _stopped("event", token, NOUN_ALONE)
    yield from _titles(doc, taken)
    for token in having(doc, PRONOUNS):
        if token.pos_ == "PRON" and token.dep_ != "expl" and chain_of(token) is None:
            yield _stopped("reference", token, UNRESOLVED)


def _stopped(kind: str, token: Token, reason: str) -> Stopped:
    words = token.doc[token.i : token.i + 1]
    return Stopped(kind, words.text, span_of(words), reason)


def _carries(verb: Token) -> bool:
    """Whether the verb gives its roles to an event noun ("organised", "held"): it tells no event of its own."""
    known = frames()
    return any(find(table, verb) is not None for table in (known.participation, known.light, known.occurrence))


def _verb(token: Token) -> Stopped:
    known = frames()
    if find(known.verbs, token) is not None:
        return _stopped("event", token, NO_PARTICIPANT)
    return _stopped("event", token, NO_EVENT if find(known.silent, token) is not None else UNKNOWN_VERB)


def _unsaid(cue: Token) -> str:
    return SAYS_NOTHING if speakers(cue) is None else NOTHING_SAID


def _titles(doc: Doc, taken: set[int]) -> Iterator[Stopped]:
    read = {office.head.i for office in offices(doc)}
    for token in having(doc, lexicon().heads):
        if token.idx not in taken and is_office_noun(token):
            yield _stopped("position", token, NO_HOLDER if token.i in read else NO_BODY)

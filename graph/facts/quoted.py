"""Quotations and who speaks them: `"...," said X`, `X said: "..."`, and quotations that go on without saying so.

A quotation of a whole clause is looked up after it, before it, in the sentence that leads up to it, and at last in the
quotation that it continues. Quoted single words are no claims by themselves; `speech` finds the clause they stand in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.facts.naming import meant
from graph.facts.parsed import Doc, Token, Tokens
from graph.facts.phrases import entity_type
from graph.facts.reporting import SPEAKING, Saying, can_speak, recipients, reporting_verb, speakers
from graph.facts.scan import is_readable
from graph.facts.syntax import FINITE, subjects
from graph.model import Filler

NOMINAL = frozenset({"NOUN", "PROPN"})
LEADS = frozenset({",", ":", "that", "—", "–", "-"})
GOES_ON = frozenset({",", "?", "!", "—", "–", "-", "…", "..."})
"""How the words inside a quotation end when their sentence goes on with an attribution."""
WHOLE = 4
"""A quotation with fewer words than this, or without a finite verb, is a quoted expression."""


@dataclass(frozen=True, slots=True)
class _Source:
    """The attribution of a quotation."""

    cue: Token
    speakers: tuple[Filler, ...]
    recipients: tuple[Filler, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Gap:
    """A quotation and the room around it: the ends of its neighbours."""

    quote: Tokens
    before: int
    after: int


def quoted(doc: Doc) -> Iterator[Saying]:
    """A saying for every paragraph of every attributed quotation, in text order; one for a sentence cut in two."""
    pending: Saying | None = None
    for saying in _sayings(doc):
        if pending is not None and _goes_on_in(pending, saying):
            pending = replace(pending, words=(*pending.words, *saying.words))
            continue
        if pending is not None:
            yield pending
        pending = saying
    if pending is not None:
        yield pending


def _goes_on_in(saying: Saying, following: Saying) -> bool:
    """Whether an attribution parts one quoted sentence: `"The decision," said X, "is final."`."""
    doc, last, first = saying.cue.doc, saying.words[-2:], following.words[:2]
    comma = any(doc[i].text == "," for i in last)
    return saying.cue.i == following.cue.i and comma and any(doc[i].is_lower for i in first)


def _sayings(doc: Doc) -> Iterator[Saying]:
    last: tuple[_Source, int] | None = None
    for gap in _gaps(doc):
        source = _source(gap)
        if source is None and is_whole(gap.quote):
            source = (_continued(gap, *last) if last is not None else None) or _introduced(gap)
        if source is None:
            continue
        last = source, gap.quote.end
        for words in _paragraphs(gap.quote):
            yield Saying(
                source.cue, words, source.speakers, source.rule, source.confidence, source.recipients, verbatim=True
            )


def is_whole(quote: Tokens) -> bool:
    """Whether the quotation says something by itself: four words or more with a finite verb."""
    return len(quote) >= WHOLE + 2 and any(token.tag_ in FINITE for token in quote)


def _gaps(doc: Doc) -> Iterator[_Gap]:
    quotations = doc.quotations
    for number, quotation in enumerate(quotations):
        if not is_readable(doc, quotation.start) or not is_readable(doc, quotation.end - 1):
            continue
        before = quotations[number - 1].end if number else 0
        after = quotations[number + 1].start if number + 1 < len(quotations) else len(doc)
        yield _Gap(doc[quotation.start : quotation.end], before, after)


def _source(gap: _Gap) -> _Source | None:
    """The attribution after the quotation where its sentence goes on there, else before it, else after or above it."""
    finders = (_after, _before, _above) if _goes_on(gap) else (_before, _after, _above)
    return next((found for finder in finders if (found := finder(gap)) is not None), None)


def _goes_on(gap: _Gap) -> bool:
    doc, end = gap.quote.doc, gap.quote.end
    return doc[end - 2].text in GOES_ON or (end < len(doc) and doc[end].text == ",")


def _after(gap: _Gap) -> _Source | None:
    """`"...," said X`: the first verb after the quotation reports, and nothing closed the sentence before it."""
    doc, start = gap.quote.doc, gap.quote.end
    if start >= gap.after or not _goes_on(gap) or doc[start].is_space:
        return None
    window = doc[start : min(gap.after, _sentence_end(doc, start))]
    cue = next((token for token in window if token.pos_ == "VERB" and token.dep_ not in {"relcl", "acl"}), None)
    if cue is None or reporting_verb(cue) is None:
        return None
    return _attributed(cue, window, "quotation", 0.9)


def _before(gap: _Gap) -> _Source | None:
    """`X said: "..."`: a reporting verb before it, with no other clause between, and a mark or the verb itself next."""
    doc, start = gap.quote.doc, gap.quote.start
    window = doc[max(gap.before, doc[start].sent.start) : start]
    if not len(window):
        return None
    for token in reversed(window):
        if reporting_verb(token) is not None:
            led = window[-1].text in LEADS or (token.i == start - 1 and is_whole(gap.quote))
            return _attributed(token, window, "quotation", 0.9) if led else None
        if token.tag_ in FINITE and token.dep_ not in {"aux", "auxpass"}:
            return None
    return None


def _above(gap: _Gap) -> _Source | None:
    """`X said:` as the end of the paragraph above a quotation that opens its own."""
    doc, start = gap.quote.doc, gap.quote.start
    end = start
    while end and doc[end - 1].is_space:
        end -= 1
    if end in {start, 0} or end <= gap.before or doc[end - 1].text not in {",", ":"}:
        return None
    window = doc[end - 1].sent
    cue = next((token for token in reversed(window) if reporting_verb(token) is not None), None)
    return _attributed(cue, window, "quotation block", 0.85) if cue is not None else None


def _continued(gap: _Gap, source: _Source, end: int) -> _Source | None:
    """The same speaker goes on: only the attribution and white space stand between two quotations."""
    doc = gap.quote.doc
    between = {token.sent.start for token in doc[end : gap.quote.start] if not (token.is_punct or token.is_space)}
    if between - {source.cue.sent.start}:
        return None
    return _Source(source.cue, source.speakers, source.recipients, "continued quotation", 0.8)


def _introduced(gap: _Gap) -> _Source | None:
    """`X thanked the players. "They were great."`: the person that the sentence before it is about."""
    doc, start = gap.quote.doc, gap.quote.start
    if start - 1 <= gap.before or doc[start - 1].text not in {".", ":"}:
        return None
    root = doc[start - 1].sent.root
    who = tuple(f for head in subjects(root) if (f := can_speak(head)) is not None and f.type == "Person")
    return _Source(root, who, (), "quotation after", 0.6) if len(who) == 1 and root.pos_ == "VERB" else None


def _attributed(cue: Token, window: Tokens, rule: str, confidence: float) -> _Source:
    """The attribution by a cue: its subject in the parse, else the nearest name or pronoun in the window."""
    verb = reporting_verb(cue)
    who = tuple(f for f in speakers(cue) or () if _within(f, window))
    told = tuple(f for f in (recipients(cue, verb) if verb else ()) if _within(f, window) and f not in who)
    if not who and (nearest := _nearest(cue, window)) and not set(nearest) & set(told):
        who, confidence = nearest, confidence - 0.1
    return _Source(cue, who, told, rule, confidence)


def _within(found: Filler, window: Tokens) -> bool:
    """Whether the speaker stands in the attribution, or is referred to from it (a relative pronoun, a pronoun)."""
    sentence = window.sent if len(window) else window
    return sentence.start_char <= found.span.start < window.end_char


def _nearest(cue: Token, window: Tokens) -> tuple[Filler, ...]:
    """The speaker by position, after an inverted verb, else the nearest before it; all whom a plural stands for."""
    doc = cue.doc
    after, before = doc[cue.i + 1 : window.end], doc[window.start : cue.i]
    inverted = not any(token.pos_ in {"NOUN", "PROPN", "PRON"} for token in before)
    for token in after if inverted else reversed(before):
        if entity_type(token) in SPEAKING or token.pos_ == "PRON":
            return tuple(found for part in meant(_whole(token, window)) if (found := can_speak(part)) is not None)
    return ()


def _whole(token: Token, window: Tokens) -> Token:
    """The noun that the token belongs to inside the window: the president of "the president of Ghana"."""
    while token.dep_ == "pobj" and window.start <= token.head.head.i < token.i and token.head.head.pos_ in NOMINAL:
        token = token.head.head
    return token


def _sentence_end(doc: Doc, start: int) -> int:
    """The end of the sentence that holds or follows the mark before `start`."""
    at = start
    while at < len(doc) - 1 and doc[at].is_punct:
        at += 1
    return doc[at].sent.end


def _paragraphs(quote: Tokens) -> Iterator[tuple[int, ...]]:
    """The words of a quotation, paragraph by paragraph."""
    words: list[int] = []
    for token in quote:
        if token.is_space and "\n" in token.text and words:
            yield tuple(words)
            words = []
        elif not token.is_space:
            words.append(token.i)
    if words:
        yield tuple(words)

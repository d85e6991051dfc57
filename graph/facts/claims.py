"""Who said what: sayings of clauses and quotations → `Claim`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from graph.facts.carried import carried, with_speakers
from graph.facts.factuality import factuality
from graph.facts.parsed import Doc, Token, Tokens, once
from graph.facts.phrases import span_of
from graph.facts.quoted import quoted
from graph.facts.reporting import Saying, after_dateline, lexicon
from graph.facts.scan import sentence_at, sentences_over
from graph.facts.speech import spoken
from graph.facts.syntax import FINITE
from graph.facts.ties import named
from graph.model import ENTITY_TYPES, Claim, Filler, Span

MARKS = frozenset('"“”«»') | {"``", "''", "'", "‘", "’"}
LEADING = frozenset({",", ":", ";", ".", "-", "–", "—", ")"})
TRAILING = frozenset({",", ":", ";", "-", "–", "—", "(", "and", "but"})
SHORTEST = 2
"""Fewer words than this are no claim."""


def claims(doc: Doc) -> Iterator[Claim]:
    """Every claim of the article, in text order; one for each of several speakers of the same words.

    What nobody is said to say inside a claim is told in that claim's words.
    """
    made = [claim for saying in _sayings(doc) for claim in _claims(saying, doc)]
    made.sort(key=lambda claim: (claim.span.start, claim.cue.start, claim.span.end))
    found = [c for c in made if c.speaker is not None or not any(o is not c and o.tells(c.cue) for o in made)]
    ids = [claim.id for claim in found]
    for claim, id_ in zip(found, ids, strict=True):
        around = [(other, o) for other, o in zip(found, ids, strict=True) if o != id_ and other.tells(claim.cue)]
        yield replace(claim, claimed_in=_smallest(around)) if around else claim


def _sayings(doc: Doc) -> Iterator[Saying]:
    """The sayings of quotations and clauses, each words once, with the speakers that other sentences name."""
    by_quotation, by_clause = list(quoted(doc)), list(spoken(doc))
    told = [_completed(saying, by_quotation, doc) for saying in by_clause]
    told = [saying for saying in told if not any(_repeats(saying, other) for other in by_quotation)]
    told += [saying for saying in by_quotation if not any(_covers(o.cue, o.words, saying) for o in told)]
    found = with_speakers(told, doc)
    yield from found
    yield from carried(doc, found)


def _completed(clause: Saying, quotations: Sequence[Saying], doc: Doc) -> Saying:
    """What a clause says, with the whole of a quotation that begins in it: a parse ends at the sentence."""
    said = _repaired(clause, doc)
    inner = [quotation.words for quotation in quotations if _covers(clause.cue, said, quotation)]
    words = tuple(sorted(set(said).union(*inner)))
    return replace(clause, words=words, verbatim=_is_quoted(words, doc))


def _repaired(saying: Saying, doc: Doc) -> tuple[int, ...]:
    """The words with the verb that the parse took off their end: "the conclusion that the claims ... were lies"."""
    at = saying.words[-1] + 1
    if at >= len(doc) or at <= saying.cue.i or doc[at].tag_ not in FINITE:
        return saying.words
    verb = doc[at].head if doc[at].dep_ in {"aux", "auxpass"} else doc[at]
    beside = verb.dep_ == "conj" and verb.head is saying.cue
    outside = beside or verb.is_ancestor(saying.cue) or sentence_at(doc, at).start != sentence_at(doc, at - 1).start
    return saying.words if outside else (*saying.words, *range(at, verb.right_edge.i + 1))


def _covers(cue: Token, words: Sequence[int], quotation: Saying) -> bool:
    """Whether a quotation of the same cue begins inside what a clause says."""
    return cue is quotation.cue and words[0] + 1 < quotation.words[0] <= words[-1]


def _repeats(clause: Saying, quotation: Saying) -> bool:
    """Whether a clause gives again, or in part, what a quotation of the same cue says."""
    return clause.cue.i == quotation.cue.i and quotation.words[0] <= clause.words[0] + 1


def _is_quoted(words: Sequence[int], doc: Doc) -> bool:
    """Whether all the words stand between quotation marks; a quoted expression in other words does not make them so."""
    quoted = _quoted(doc)
    return all(i in quoted or not doc.tokens[i].is_alpha or _only_leads(doc.tokens[i]) for i in words)


@once
def _quoted(doc: Doc) -> frozenset[int]:
    """The words between quotation marks."""
    return frozenset(i for quotation in doc.quotations for i in range(quotation.start, quotation.end))


def _claims(saying: Saying, doc: Doc) -> Iterator[Claim]:
    words = [i for i in saying.words if i >= after_dateline(doc)]
    pieces = [piece for run in _runs(words) if len(piece := _trimmed(doc[run[0] : run[1]]))]
    if sum(map(len, pieces)) < SHORTEST:
        return
    spans = tuple(span_of(piece) for piece in pieces)
    whole = Span(spans[0].article, spans[0].start, spans[-1].end)
    for speaker in saying.speakers or (None,):
        yield Claim(
            speaker=speaker,
            text=" ".join(" ".join(piece.text.split()) for piece in pieces),
            span=whole,
            cue=span_of(doc[saying.cue.i : saying.cue.i + 1]),
            verbatim=saying.verbatim,
            evidence=_evidence(pieces, saying, doc),
            rule=f"claim:{saying.rule}",
            confidence=saying.confidence if speaker else round(saying.confidence - 0.1, 2),
            recipients=saying.recipients,
            about=tuple(_about(pieces, speaker)),
            factuality=factuality(saying.cue) if saying.cue.pos_ == "VERB" else "asserted",
            pieces=spans if len(spans) > 1 else (),
        )


def _runs(words: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Unbroken runs of indices, as (start, end).

    >>> list(_runs([1, 2, 5]))
    [(1, 3), (5, 6)]
    """
    start = words[0] if words else 0
    for left, right in zip(words, [*words[1:], -1], strict=True):
        if right != left + 1:
            yield start, left + 1
            start = right


def _trimmed(piece: Tokens) -> Tokens:
    """The words without what only joins them to the attribution, and without quotation marks around the whole."""
    doc, start, end = piece.doc, piece.start, piece.end
    while start < end and (_only_leads(doc[start]) or _opens_nothing(doc[start:end])):
        start += 1
    while start < end and (doc[end - 1].lower_ in TRAILING or doc[end - 1].is_space or _closes_nothing(doc[start:end])):
        end -= 1
    if sum(token.text in MARKS for token in doc[start:end]) % 2:
        end = _closing_mark(doc, end)
    if end - start > 1 and doc[start].text in MARKS and doc[end - 1].text in MARKS:
        return _trimmed(doc[start + 1 : end - 1])
    return doc[start:end]


def _closing_mark(doc: Doc, end: int) -> int:
    """The end after a closing quotation mark right behind, past a comma or full stop, else the same end."""
    for at in range(end, min(end + 2, len(doc))):
        if doc[at].text in MARKS:
            return at + 1
        if not doc[at].is_punct:
            break
    return end


def _only_leads(token: Token) -> bool:
    if token.lower_ == "that":
        return token.tag_ == "IN" or token.dep_ == "mark"
    return token.text in LEADING or token.is_space


def _opens_nothing(piece: Tokens) -> bool:
    return piece[0].text in MARKS and not any(token.text in MARKS for token in piece[1:])


def _closes_nothing(piece: Tokens) -> bool:
    return piece[-1].text in MARKS and not any(token.text in MARKS for token in piece[:-1])


def _evidence(pieces: Sequence[Tokens], saying: Saying, doc: Doc) -> tuple[Span, ...]:
    """Every sentence of the words and of the cue, in text order."""
    found = {sentence.start: sentence for piece in pieces for sentence in sentences_over(doc, piece.start, piece.end)}
    cue = sentence_at(doc, saying.cue.i)
    return tuple(span_of(sentence) for _, sentence in sorted({**found, cue.start: cue}.items(), key=itemgetter(0)))


def _about(pieces: Sequence[Tokens], speaker: Filler | None) -> Iterator[Filler]:
    """The named things that the words speak of, once each: not the speaker, and not where it was."""
    seen = {speaker.chain if speaker else None}
    for piece in pieces:
        for entity in piece.ents:
            wanted = entity.label_ in ENTITY_TYPES and not _is_where(entity)
            found = named(entity.root) if wanted else None
            if found is not None and found.chain is not None and found.chain not in seen:
                seen.add(found.chain)
                yield found


def _is_where(entity: Tokens) -> bool:
    """Whether a place only tells where: "in California"."""
    root = entity.root
    return entity.label_ == "Place" and root.dep_ == "pobj" and root.head.lower_ in lexicon().places


def _smallest(claims: Sequence[tuple[Claim, str]]) -> str:
    """The id of the smallest of claims."""
    return min(claims, key=lambda pair: (pair[0].span.end - pair[0].span.start, pair[1]))[1]

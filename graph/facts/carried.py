"""Words whose speaker stands in another sentence: "He added", blocks after a colon, pull quotes, "would" going on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.facts.parsed import Doc, Token, Tokens
from graph.facts.phrases import filler, span_of
from graph.facts.reporting import Saying, is_negated, lexicon, reporting_verb, speakers
from graph.facts.scan import sentence_at, sentences, sentences_over
from graph.facts.syntax import is_passive, subjects
from graph.model import Filler

FITTING = {
    "he": frozenset({"Person", "Participant"}),
    "she": frozenset({"Person", "Participant"}),
    "it": frozenset({"Organization", "Place", "Work", "Thing"}),
    "they": frozenset({"Organization", "Group", "Participant", "Place"}),
}
"""Who a pronoun can stand for as the speaker that goes on."""
GENDERS = {"he": "m", "she": "f"}
FIRST = frozenset({"i", "we", "my", "our", "me", "us"})
MARKS = frozenset('"“”«»')
FAR = 60
"""A speaker goes on speaking over this many tokens at most."""
CARRIED = 0.15
"""What is taken off the confidence of a speaker that the sentence itself does not name."""


def with_speakers(sayings: Sequence[Saying], doc: Doc) -> list[Saying]:
    """The sayings in text order; one by an open "he" or "it" gets the speaker that goes on speaking."""
    found: list[Saying] = []
    for saying in sorted(sayings, key=lambda s: (s.cue.i, s.words[0])):
        speaker = _same_speaker(saying, found[-1], doc) if found and not saying.speakers else None
        if speaker is not None:
            saying = replace(saying, speakers=(speaker,), confidence=round(saying.confidence - CARRIED, 2))
        found.append(saying)
    return found


def carried(doc: Doc, sayings: Sequence[Saying]) -> Iterator[Saying]:
    """Whole sentences that are said though nothing in them says so."""
    taken = {sentence_at(doc, saying.cue.i).start for saying in sayings}
    for saying in sayings:
        taken |= {sentence.start for sentence in sentences_over(doc, saying.words[0], saying.words[-1] + 1)}
    found = sentences(doc)
    yield from _blocks(found, taken)
    yield from _pull_quotes(found)
    yield from _going_on(found, sayings, taken)


def _same_speaker(saying: Saying, last: Saying, doc: Doc) -> Filler | None:
    """The speaker of the last saying, if the pronoun before this cue can stand for it and stands near."""
    pronoun = next((head for head in subjects(saying.cue) if head.lower_ in FITTING), None)
    if pronoun is None or is_passive(saying.cue) or len(last.speakers) != 1 or last.speakers[0].chain is None:
        return None
    known = reporting_verb(saying.cue)
    judged = known is not None and known.opinion and pronoun.lower_ in GENDERS
    if judged and _is_parted(saying.cue, last.cue, doc):
        return None
    speaker = last.speakers[0]
    if sentence_at(doc, saying.cue.i).start - last.cue.i > FAR or not _fits(pronoun, speaker, doc):
        return None
    words = doc[pronoun.i : pronoun.i + 1]
    return replace(speaker, span=span_of(words), text=words.text, head=words.text, count=None)


def _is_parted(cue: Token, last: Token, doc: Doc) -> bool:
    """Whether a whole sentence stands between two cues, in which somebody else may have come up."""
    return any(last.i < sentence.start and sentence.end <= cue.i for sentence in sentences(doc))


def _fits(pronoun: Token, speaker: Filler, doc: Doc) -> bool:
    chain = next((chain for chain in doc.chains if chain.id == speaker.chain), None)
    gender = GENDERS.get(pronoun.lower_)
    agrees = gender is None or chain is None or chain.gender in {None, gender}
    return agrees and speaker.type in FITTING[pronoun.lower_]


# ── blocks ──────────────────────────────────────────────────────────────────────────────────────────────────────
def _blocks(sentences: Sequence[Tokens], taken: set[int]) -> Iterator[Saying]:
    """The sentences of the paragraph under "X said:", up to the first that has its own attribution."""
    for number, sentence in enumerate(sentences[:-1]):
        if sentence.text.rstrip()[-1:] != ":" or not _is_new_paragraph(sentence, sentences[number + 1]):
            continue
        cue = next((token for token in sentence if reporting_verb(token) is not None), None)
        who = speakers(cue) if cue is not None else None
        if cue is not None and who:
            for following in _block(sentences[number + 1 :], taken):
                yield Saying(cue, _words(following), who, "block", 0.7, verbatim=True)


def _block(sentences: Sequence[Tokens], taken: set[int]) -> Iterator[Tokens]:
    for number, sentence in enumerate(sentences):
        new = number > 0 and _is_new_paragraph(sentences[number - 1], sentence)
        if new or sentence.start in taken or any(token.text in MARKS for token in sentence):
            return
        yield sentence


def _pull_quotes(sentences: Sequence[Tokens]) -> Iterator[Saying]:
    """A paragraph in the first person that ends with a person's name alone."""
    for before, sentence in pairwise(sentences):
        name = _only_name(sentence)
        if name is None or _is_new_paragraph(before, sentence):
            continue
        who = filler(name.root)
        if who is not None and any(token.lower_ in FIRST for token in before):
            yield Saying(name.root, _words(before), (who,), "pull quote", 0.7, verbatim=True)


def _only_name(sentence: Tokens) -> Tokens | None:
    first = next((token for token in sentence if not (token.is_punct or token.is_space)), None)
    if first is None or first.name is None or first.name.label_ != "Person":
        return None
    words = [token for token in sentence if not (token.is_punct or token.is_space)]
    return first.name if len(first.name) == len(words) else None


# ── going on ────────────────────────────────────────────────────────────────────────────────────────────────────
def _going_on(sentences: Sequence[Tokens], sayings: Sequence[Saying], taken: set[int]) -> Iterator[Saying]:
    """A sentence with a verb shifted back ("would have to be made") under one that is reported whole."""
    whole = {saying.cue.sent.start: saying for saying in sayings if _reports_whole(saying)}
    for before, sentence in pairwise(sentences):
        last = whole.get(before.start)
        free = sentence.start not in taken and not _is_new_paragraph(before, sentence)
        if last is not None and free and _is_shifted_back(sentence):
            saying = replace(last, words=_words(sentence), rule="going on", confidence=0.6, verbatim=False)
            whole[sentence.start] = saying
            yield saying


def _reports_whole(saying: Saying) -> bool:
    """Whether the main clause of the cue's sentence is the attribution or is said, in the article's own voice."""
    root = saying.cue.sent.root
    said = root.i == saying.cue.i or root.i in saying.words
    return said and len(saying.speakers) == 1 and not is_negated(saying.cue) and not saying.verbatim


def _is_shifted_back(sentence: Tokens) -> bool:
    modal = any(token.dep_ == "aux" and token.lower_ in lexicon().backshifted for token in sentence.root.children)
    quotes = any(token.text in MARKS for token in sentence)
    return modal and not quotes and not any(token.lower_ in FIRST for token in sentence)


def _is_new_paragraph(before: Tokens, sentence: Tokens) -> bool:
    between = sentence.doc.words.text[before.end - 1 : sentence.start + 1]
    return any("\n" in text for text in between)


def _words(sentence: Tokens) -> tuple[int, ...]:
    return tuple(token.i for token in sentence if not token.is_space)

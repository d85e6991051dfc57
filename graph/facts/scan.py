"""Looking words and sentences up in a Doc; what was read of it is kept, so that all finders pay for one pass."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.facts.parsed import Doc, Token, Tokens, once

MOST_WORDS = 300
"""A sentence with more words than this is a list or a ruin; walks over its parse recurse too deep."""


def having(doc: Doc, wanted: Iterable[str]) -> list[Token]:
    """The tokens whose lower-case lemma or form is one of these, in text order; none of endless sentences."""
    spelled = _spelled(doc)
    words = frozenset(wanted).intersection(spelled)
    if not words:
        return []
    found = {token.i: token for word in words for token in spelled[word]}
    return [found[i] for i in sorted(found)]


@once
def names(doc: Doc) -> list[Tokens]:
    """The names of the article, without those of endless sentences."""
    return [name for name in doc.ents if is_readable(doc, name.start)]


def is_readable(doc: Doc, index: int) -> bool:
    """Whether the token stands in a sentence that a walk over the parse can take: not in one of many hundred words."""
    return len(sentence_at(doc, index)) <= MOST_WORDS


@once
def readable(doc: Doc) -> list[Token]:
    """The tokens of all sentences but endless ones, in text order."""
    if all(len(sentence) <= MOST_WORDS for sentence in doc.sents):
        return doc.tokens
    return [token for sentence in doc.sents if len(sentence) <= MOST_WORDS for token in sentence]


@once
def lemmas(doc: Doc) -> frozenset[str]:
    """The lower-case lemmas of the article."""
    return frozenset(lemma.lower() for lemma in doc.words.lemma)


@once
def _spelled(doc: Doc) -> Mapping[str, list[Token]]:
    """The readable tokens by their lower-case lemmas and forms."""
    found: defaultdict[str, list[Token]] = defaultdict(list)
    for token in readable(doc):
        lemma, form = token.lemma_.lower(), token.lower_
        found[lemma].append(token)
        if form != lemma:
            found[form].append(token)
    return found


@once
def sentences(doc: Doc) -> list[Tokens]:
    """The sentences in order, without those of white space alone."""
    return [sentence for sentence in doc.sents if not sentence.text.isspace()]


def sentence_at(doc: Doc, index: int) -> Tokens:
    """The sentence that holds the token with this index."""
    return sentences(doc)[bisect_right(_starts(doc), index) - 1]


def sentences_over(doc: Doc, start: int, end: int) -> list[Tokens]:
    """The sentences that hold the tokens from `start` up to `end`."""
    starts = _starts(doc)
    return sentences(doc)[bisect_right(starts, start) - 1 : bisect_right(starts, end - 1)]


@once
def _starts(doc: Doc) -> list[int]:
    return [sentence.start for sentence in sentences(doc)]

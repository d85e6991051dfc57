"""Looking words up in a Doc without making a Token of each: spaCy makes a new one every time it is asked.

What was read of a Doc is kept in `doc.user_data`, so that every finder pays for one pass only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

MOST_WORDS = 300
"""A sentence with more words than this is a list or a ruin; walks over its parse recurse too deep."""


def having(doc: Doc, wanted: Container[str]) -> Iterator[Token]:
    """The tokens whose lower-case lemma or form is one of these, in text order; none of endless sentences."""
    lemmas, forms = words(doc)
    for i, lemma in enumerate(lemmas):
        if (lemma in wanted or forms[i] in wanted) and is_readable(doc, i):
            yield doc[i]


def names(doc: Doc) -> Iterator[Tokens]:
    """The names of the article, without those of endless sentences."""
    return (name for name in doc.ents if is_readable(doc, name.start))


def is_readable(doc: Doc, index: int) -> bool:
    """Whether the token stands in a sentence that a walk over the parse can take: not in one of many hundred words."""
    return len(sentence_at(doc, index)) <= MOST_WORDS


def words(doc: Doc) -> tuple[list[str], list[str]]:
    """The lower-case lemmas and the lower-case forms of all tokens."""
    found = doc.user_data.get("newsgraph.lemmas")
    if not isinstance(found, list):
        found = [lemma.lower() for lemma in doc._.words.lemma]
        doc.user_data["newsgraph.lemmas"] = found
    return found, doc._.words.lower


def sentences(doc: Doc) -> list[Tokens]:
    """The sentences in order, without those of white space alone."""
    return _sentences(doc)[1]


def sentence_at(doc: Doc, index: int) -> Tokens:
    """The sentence that holds the token with this index."""
    starts, found = _sentences(doc)
    return found[bisect_right(starts, index) - 1]


def sentences_over(doc: Doc, start: int, end: int) -> list[Tokens]:
    """The sentences that hold the tokens from `start` up to `end`."""
    starts, found = _sentences(doc)
    return found[bisect_right(starts, start) - 1 : bisect_right(starts, end - 1)]


def _sentences(doc: Doc) -> tuple[list[int], list[Tokens]]:
    found = doc.user_data.get("newsgraph.sentences")
    if not isinstance(found, tuple):
        spans = [sentence for sentence in doc.sents if not sentence.text.isspace()]
        found = [span.start for span in spans], spans
        doc.user_data["newsgraph.sentences"] = found
    return found

"""Names that look like plain words ("Long, vice-president of the club"), and plain words that look like names."""

from __future__ import annotations

from collections.abc import Iterator

from graph.language import lexicon, morphology
from graph.language.boundaries import PROPER, Name
from graph.language.clues import in_dictionary
from graph.language.evidence import ARTICLES
from graph.language.words import Words
from graph.model import ENTITY_TYPES

SHORTEST = 3
"""Letters of the shortest such name."""
FINITE = frozenset({"VBD", "VBZ", "MD", "POS"})
PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WP$"})
RELATIVE = frozenset({"who", "whose"})


def openers(words: Words) -> Iterator[Name]:
    """One word that begins a sentence and is a name by what follows it, in text order."""
    for index in range(len(words) - 2):
        if opens_sentence(words, index) and words.tag[index] not in PROPER and may_name(words, index):
            yield Name(index, index + 1, "Person", "run")


def opens_sentence(words: Words, index: int) -> bool:
    """Whether a sentence begins with the token."""
    return index == 0 or words.sentence[index - 1] != words.sentence[index] or words.tag[index - 1] == "_SP"


def may_name(words: Words, index: int) -> bool:
    """Whether a word that begins a sentence is a name: described behind a comma, or no word and before a verb."""
    text = words.text[index]
    if not (text.istitle() and text.isalpha() and len(text) >= SHORTEST) or words.sentence[index] in words.shouted:
        return False
    known = lexicon.fold(text)
    named = known in lexicon.given_names() or known in lexicon.surnames()
    if words.text[index + 1] == "," and (named or not morphology.is_word(words.doc.vocab, words.lower[index])):
        return is_described(words, index + 2)
    return (
        words.tag[index + 1] in FINITE
        and named
        and words.lower[index] not in words.seen
        and not morphology.is_word(words.doc.vocab, words.lower[index])
    )


def is_described(words: Words, start: int) -> bool:
    """Whether what stands behind a comma describes a person: "who", an age, an office, or an article and a person."""
    first = words.lower[start]
    if first in RELATIVE or (words.text[start].isdigit() and words.text[start + 1 : start + 2] == [","]):
        return True
    at = start + (first in ARTICLES)
    people = lexicon.words("coreference", "people") | lexicon.titles()
    for here in range(at, min(at + 4, len(words))):
        if words.lower[here] in people:
            return True
        if not words.tag[here].startswith(("JJ", "N", "HYPH", "CD", "VBN", "VBG")):
            return False
    return False


def is_plain(words: Words, name: Name) -> bool:
    """Whether a name of one word is a plain word after all: a pronoun, what a minister is in charge of, or a common
    noun with a capital because it opens a sentence."""
    at, word = name.start, words.lower[name.start]
    closed = word in lexicon.words("coreference", "pronouns") or word in lexicon.words("names", "closed")
    if closed or words.tag[at] in PRONOUNS:
        return not words.text[at].isupper() or len(word) == 1
    if word in lexicon.words("names", "fields") and name.end < len(words):
        return words.lower[name.end] in lexicon.words("names", "ministers")
    told = not words.tag[at].startswith(("V", "N")) or words.tag[at] in PROPER or name.source == "run"
    if told or name.type not in ENTITY_TYPES or not opens_sentence(words, at):
        return False
    listed = lexicon.is_place(word) or word in lexicon.groups() or word in lexicon.nationalities()
    return not listed and in_dictionary(words, word)

"""Names whose edges other words tell: an acronym behind them, an owner or an "and" inside them."""

from __future__ import annotations

from collections.abc import Iterator

from graph.language import lexicon, morphology
from graph.language.acronyms import is_acronym
from graph.language.boundaries import CLOSING, OPENING, POSSESSIVES, Name, is_capital, is_organization
from graph.language.titles import title_at
from graph.language.words import Words

LONGEST = 12
"""Tokens of the longest name that an acronym spells."""
FIRST_HALF = 5
"""Words of the longest half of a name before "and"."""


def spelled(words: Words) -> Iterator[Name]:
    """The names that an acronym in brackets spells, those with an owner inside, and those of ships, in text order."""
    ships = lexicon.words("names", "ships")
    owners = lexicon.words("organizations", "owners")
    for index, word in enumerate(words.lower):
        if word in OPENING:
            yield from behind_acronym(words, index)
        elif word in owners and index + 2 < len(words) and words.text[index + 1] in POSSESSIVES:
            yield from around_owner(words, index)
        elif word in ships and words.text[index].isupper():
            yield from behind_ship(words, index)


def behind_acronym(words: Words, opening: int) -> Iterator[Name]:
    """The name before a bracket whose initials are the letters inside: "Organization for Security (OS)"."""
    if opening + 2 >= len(words) or words.text[opening + 2] not in CLOSING or not words.text[opening + 1].isupper():
        return
    letters = words.text[opening + 1].replace(".", "")
    for start in range(opening - 2, max(-1, opening - LONGEST - 1), -1):
        if words.sentence[start] != words.sentence[opening] or words.text[start] in OPENING:
            return
        if words.text[start][0] == letters[0] and is_acronym(letters, words.slice(start, opening), exact=True):
            yield Name(start, opening, "Organization", "ORG")
            return


def around_owner(words: Words, index: int) -> Iterator[Name]:
    """The name of a body with an owner inside: "Pakistan People's Party", "Polokwane Magistrate's Court"."""
    start, end = index, index + 2
    while end < len(words) and words.text[end][0].isupper() and words.text[end].isalpha():
        end += 1
    if end == index + 2 or not is_organization(words.slice(index, end)) or not words.text[index][0].isupper():
        return
    while start and words.text[start - 1][0].isupper() and not title_at(words, start - 1, start):
        if words.sentence[start - 1] != words.sentence[index] or words.lower[start - 1] in LEADING:
            break
        start -= 1
    yield Name(start, end, "Organization", "ORG")


def behind_ship(words: Words, index: int) -> Iterator[Name]:
    """The name of a ship: "MV Santa Clara"."""
    end = index + 1
    while end < len(words) and is_capital(words, end):
        end += 1
    if end > index + 1:
        yield Name(index, end, "Product", "PRODUCT")


LEADING = frozenset({"the", "a", "an", "this", "in", "at", "by", "for", "as", "but", "if", "when"})
"""Words with a capital at the beginning of a sentence that begin no name."""


def first_half(words: Words, name: Name) -> int:
    """Where the name of a body begins with the half before its "and": "Economic and | Financial Crimes Commission"."""
    end = name.start - 1
    if end < 1 or words.lower[end] not in {"and", "&"} or not is_organization(words.slice(name.start, name.end)):
        return name.start
    start = end
    while start and end - start < FIRST_HALF and words.text[start - 1][0].isupper() and words.text[start - 1].isalpha():
        start -= 1
    start += start < end and words.lower[start] in LEADING
    return start if start < end and is_half(words, (start, end), name) else name.start


def is_half(words: Words, half: tuple[int, int], name: Name) -> bool:
    """Whether capitals before "and" are no name of their own but what the body behind it deals with."""
    start, end = half
    text = words.slice(start, end)
    if (
        is_organization(text)
        or lexicon.is_place(text)
        or text.lower() in lexicon.groups()
        or title_at(words, start, end)
    ):
        return False
    hangs = words.dep[end - 1] in {"amod", "compound", "nmod"} and name.start <= words.head[end - 1] < name.end
    public = words.lower[name.end - 1] in lexicon.words("organizations", "public")
    return public and (hangs or morphology.is_noun(words.doc.vocab, words.lower[end - 1]))

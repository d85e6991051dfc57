"""Names as keys: spelling, case, accents and punctuation taken away, so that what is left can be compared exactly."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from graph.identity.knowledge import spellings, word_set

_ISE = re.compile(r"(?<=\w\w)is(?=(?:ation|e|ed|ing)s?\b)")
_PREFIX = re.compile(r"\b(co|re|pre)-(?=\w)")
_POSSESSIVE = re.compile(r"['’]s?(?=\W|$)")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_WORD = re.compile(r"[^\W_]+|&")

_SOUNDS = (
    ("ph", "f"),
    ("kh", "h"),
    ("ck", "k"),
    ("q", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ei", "i"),
    ("ey", "i"),
    ("ai", "i"),
    ("ay", "i"),
    ("y", "i"),
    ("o", "u"),
)
"""What transliterations write in more than one way, in the order of replacing."""


@lru_cache(maxsize=400_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in one spelling, without accents, punctuation, possessives and a leading article.

    >>> words("The Labour Party's"), words("Müller-Çelik, J.R.")
    (('labor', 'party'), ('muller', 'celik', 'jr'))
    """
    plain = name.casefold() if name.isascii() else _without_accents(name)
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), _PREFIX.sub(r"\1", _POSSESSIVE.sub("", plain)))
    twins = spellings()
    found = tuple(twins.get(word, word) for word in _WORD.findall(_ISE.sub("iz", plain)))
    return found[1:] if len(found) > 1 and found[0] == "the" else found


def _without_accents(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def normal(name: str) -> str:
    """A name's words in one string: two names that agree here are one name.

    >>> normal("International Organisation for Migration") == normal("the International Organization for Migration")
    True
    """
    return " ".join(words(name))


@lru_cache(maxsize=100_000)
def is_acronym(name: str) -> bool:
    """Says whether a name is written as an acronym: two to eight letters, capitals above all, no space.

    >>> [is_acronym(name) for name in ("IOM", "U.N.", "MoU", "UNHCR", "Dawn", "X", "A320")]
    [True, True, True, True, False, False, False]
    """
    letters = name.replace(".", "")
    small = sum(letter.islower() for letter in letters)
    return 2 <= len(letters) <= 8 and letters.isalpha() and letters[0].isupper() and small <= 1 < len(letters) - small


def short(name: str) -> str:
    """An acronym as a key: its capitals.

    >>> short("U.N."), short("MoI")
    ('un', 'mi')
    """
    return "".join(letter for letter in name if letter.isupper()).casefold()


@lru_cache(maxsize=100_000)
def initials(name: str) -> str | None:
    """The acronym that a long name can have, without its small words.

    >>> initials("International Organization for Migration"), initials("Dawn")
    ('iom', None)
    """
    kept = [word[0] for word in words(name) if word not in word_set("small")]
    return "".join(kept) if len(kept) > 1 else None


@lru_cache(maxsize=100_000)
def tight(word: str) -> str:
    """A word without doubled letters: "Hassan" and "Hasan" are one.

    >>> tight("hassan")
    'hasan'
    """
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A word as transliterations agree on it; short words, and the last letter of all, stay as they are.

    >>> sound("mohammed") == sound("muhammad"), sound("hussein") == sound("hossain"), sound("marie") == sound("maria")
    (True, True, False)
    """
    if len(word) < 5:
        return tight(word)
    body, last = word[:-1], word[-1]
    for written, key in _SOUNDS:
        body = body.replace(written, key)
    return tight(body.replace("e", "a") + ("i" if last == "y" else last))

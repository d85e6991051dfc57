"""Names as keys: spelling, case, accents and punctuation taken away, so that what is left can be compared exactly."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SPELLINGS = {
    "&": "and",
    "centre": "center",
    "defence": "defense",
    "labour": "labor",
    "programme": "program",
    "theatre": "theater",
    "saint": "st",
}
"""British words and signs, each as its American twin."""

SMALL_WORDS = frozenset(
    ("a", "an", "and", "at", "by", "de", "del", "der", "du", "for", "from", "in", "la", "le", "of", "on", "the", "to")
)
"""Words that an acronym skips or keeps as it likes."""

_ISE = re.compile(r"(?<=\w\w)is(?=(?:ation|e|ed|ing)s?\b)")
_POSSESSIVE = re.compile(r"['’]s?(?=\W|$)")
_WORD = re.compile(r"[^\W_]+|&")


@lru_cache(maxsize=200_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in one spelling, without accents, punctuation, possessives and a leading article.

    >>> words("The Labour Party's"), words("Müller-Çelik, J.R.")
    (('labor', 'party'), ('muller', 'celik', 'j', 'r'))
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _ISE.sub("iz", _POSSESSIVE.sub("", plain))
    found = tuple(SPELLINGS.get(word, word) for word in _WORD.findall(plain))
    return found[1:] if len(found) > 1 and found[0] == "the" else found


def normal(name: str) -> str:
    """A name's words in one string: two names that agree here are one name.

    >>> normal("International Organisation for Migration") == normal("the International Organization for Migration")
    True
    """
    return " ".join(words(name))


def is_acronym(name: str) -> bool:
    """Says whether a name is written as an acronym: two to eight letters, capitals above all, no space.

    >>> [is_acronym(name) for name in ("IOM", "U.N.", "UNDPs", "UNHCR", "Dawn", "X", "A320")]
    [True, True, True, True, False, False, False]
    """
    letters = name.replace(".", "").removesuffix("s")
    return 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper()


@lru_cache(maxsize=200_000)
def acronyms(name: str) -> frozenset[str]:
    """The acronyms that a long name can have: its initials with and without its small words.

    >>> sorted(acronyms("International Organization for Migration"))
    ['iofm', 'iom']
    """
    found = words(name)
    if len(found) < 2:
        return frozenset()
    full = "".join(word[0] for word in found)
    return frozenset((full, "".join(word[0] for word in found if word not in SMALL_WORDS))) - {"", found[0][0]}


def short(name: str) -> str:
    """An acronym as a key.

    >>> short("U.N."), short("IOM")
    ('un', 'iom')
    """
    return normal(name.replace(".", ""))

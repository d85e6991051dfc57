"""Acronyms: whether letters stand for a longer name."""

from __future__ import annotations

from functools import lru_cache

from graph.language.lexicon import fold

SMALL = frozenset({"of", "the", "and", "for", "in", "to", "on", "de", "du", "des", "la", "&"})
"""Words whose initials an acronym may leave out."""


@lru_cache(maxsize=10_000)
def is_acronym(short: str, long: str, *, exact: bool = False) -> bool:
    """Whether the letters of the one are the initials of the other's words, small words counted or not.

    Unless `exact`, an acronym may leave out further words.

    >>> is_acronym("IOM", "International Organisation for Migration"), is_acronym("UN", "Ministry of Interior")
    (True, False)
    """
    letters = short.replace(".", "").casefold()
    parts = fold(long).replace("-", " ").split()
    if not short.replace(".", "").isupper() or len(parts) < 2 or len(letters) < 2:
        return False
    initials = "".join(part[0] for part in parts)
    essential = "".join(part[0] for part in parts if part not in SMALL)
    whole = "".join(part[0] for part in fold(long).split() if part not in SMALL)
    return letters in {initials, essential, whole} or (
        not exact and len(letters) > 2 and is_subsequence(letters, initials)
    )


def is_subsequence(short: str, long: str) -> bool:
    """Whether the letters stand in the other in order, from its first.

    >>> is_subsequence("tip", "omctip")
    False
    """
    rest = iter(long)
    return short[0] == long[0] and all(letter in rest for letter in short)

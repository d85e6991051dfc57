"""Titles over tokens: how long the one is that begins or ends at a place."""

from __future__ import annotations

from functools import lru_cache

from graph.language import lexicon
from graph.language.words import Words

LONGEST_TITLE = 4


@lru_cache(maxsize=10_000)
def plain(title: str) -> str:
    """The title as the data file has it.

    >>> plain("Lt.-Gen."), plain("Maj. Gen.")
    ('lt-gen', 'maj gen')
    """
    return " ".join(title.lower().replace(".", "").split())


def title_at(words: Words, start: int, end: int) -> int:
    """How many tokens from `start` on are a title (the longest)."""
    if words.lower[start].rstrip(".") not in lexicon.title_starts():
        return 0
    for length in range(min(LONGEST_TITLE, end - start), 0, -1):
        if plain(words.slice(start, start + length)) in lexicon.titles():
            return length
    return 0


def title_before(words: Words, end: int) -> int:
    """How many tokens before `end` are a title written with a capital (the longest)."""
    if not end or words.lower[end - 1].rstrip(".") not in lexicon.title_ends():
        return 0
    for length in range(min(LONGEST_TITLE, end), 0, -1):
        if words.text[end - length][0].isupper() and plain(words.slice(end - length, end)) in lexicon.titles():
            return length
    return 0

"""Noun phrases over plain lists: where they begin and end, and what modifies their head."""

from __future__ import annotations

from graph.language.boundaries import Name
from graph.language.words import Words

OUTSIDE = frozenset({"", "dep", "relcl", "appos", "conj", "cc", "punct", "acl", "advcl", "preconj", "case"})
"""Dependents on the right that are no part of a nominal's span."""
MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss"})

Below = list[list[int]]
"""The dependents of every token, in order."""


def children(words: Words) -> Below:
    """The dependents of every token."""
    below: Below = [[] for _ in words.head]
    for index, head in enumerate(words.head):
        if head != index:
            below[head].append(index)
    return below


def left_edge(below: Below, head: int) -> int:
    """The first token of a noun phrase."""
    while below[head] and below[head][0] < head:
        head = below[head][0]
    return head


def right_edge(words: Words, below: Below, head: int) -> int:
    """The last token of a noun phrase without relative clauses, appositions and further conjuncts."""
    kept = [child for child in below[head] if child > head and words.dep[child] not in OUTSIDE]
    return full_right(words, below, kept[-1]) if kept else head


def full_right(words: Words, below: Below, head: int) -> int:
    """The last token below a token, white space left out."""
    while later := [child for child in below[head][-1:] if child > head and words.dep[child] != "dep"]:
        head = later[0]
    return head


def modifiers(words: Words, below: Below, head: int) -> set[str]:
    """The lower-case words that narrow a noun: those before it, and the object of its "of"."""
    before = [child for child in below[head] if words.dep[child] in MODIFIERS]
    found = {words.lower[child] for child in before}
    found.update(words.lower[inner] for child in before for inner in below[child] if words.dep[inner] == "compound")
    for child in below[head]:
        if words.lower[child] == "of":
            found.update("of " + words.lower[obj] for obj in below[child] if words.dep[obj] == "pobj")
    return found


def head_of(words: Words, name: Name) -> int:
    """The token of the name whose head stands outside it."""
    for index in range(name.end - 1, name.start - 1, -1):
        if not name.start <= words.head[index] < name.end or words.head[index] == index:
            return index
    return name.end - 1

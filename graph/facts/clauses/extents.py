"""Which words of a sentence belong to an argument of an open clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from graph.facts.clauses.predication import Words
from graph.facts.parsed import Token

EDGES = frozenset({",", ".", ";", ":", "--", "-", "–", "—", "?", "!"})
PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"))
COORDINATION = frozenset({"conj", "cc", "preconj"})
SEPARATE = COORDINATION | {"appos", "parataxis", "relcl", "acl"}
"""What hangs on a noun and is told by itself: the rest of a coordination, other names for it, its clauses."""


def whole(head: Token) -> Words:
    """Everything below a head."""
    return trimmed(head.subtree)


def without(head: Token, left_out: Callable[[Token], bool]) -> Words:
    """Everything below a head but the children that are left out, with all below them."""
    return trimmed(_walk(head, left_out))


def noun_phrase(head: Token) -> Words:
    """The words of a noun phrase by itself: without coordination, appositions and clauses."""
    return without(head, lambda child: child.head == head and _is_apart(child))


def prepositional(prep: Token) -> Words:
    """The words of a prepositional phrase, without what stands in apposition inside it."""
    return without(prep, lambda child: child.dep_ in {"appos", "parataxis"})


def trimmed(tokens: Iterable[Token]) -> Words:
    """Tokens in text order, without marks at either end or brackets and quotation marks without their mate."""
    words = sorted((token for token in tokens if not token.is_space), key=lambda token: token.i)
    while words and words[0].text in EDGES:
        words.pop(0)
    while words and words[-1].text in EDGES:
        words.pop()
    for pair in PAIRS:
        words = _in_pairs(words, *pair)
    if sum(w.text == '"' for w in words) % 2:
        words = _without_edge_quotation(words)
    return tuple(words)


def _walk(head: Token, left_out: Callable[[Token], bool]) -> Iterator[Token]:
    yield head
    for child in head.children:
        if not left_out(child):
            yield from _walk(child, left_out)


def _is_apart(child: Token) -> bool:
    return child.dep_ in SEPARATE or child.dep_ == "mark" or (child.dep_ == "punct" and child.text in EDGES)


def _in_pairs(words: list[Token], opening: str, closing: str) -> list[Token]:
    """The words without brackets that lack their mate or hold nothing."""
    if sum(word.text == opening for word in words) != sum(word.text == closing for word in words):
        return [word for word in words if word.text not in {opening, closing}]
    empty = {at for at, (left, right) in enumerate(pairwise(words)) if (left.text, right.text) == (opening, closing)}
    return [word for at, word in enumerate(words) if at not in empty and at - 1 not in empty]


def _without_edge_quotation(words: list[Token]) -> list[Token]:
    if words[0].text == '"':
        return words[1:]
    return words[:-1] if words[-1].text == '"' else words

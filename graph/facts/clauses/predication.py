"""What the generators of open clauses give: the words of a relation and of its arguments, and why to trust them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.facts.parsed import Token

Words = tuple[Token, ...]
"""Tokens in text order, which need not stand side by side."""


@dataclass(frozen=True, slots=True)
class Predication:
    """One thing said of another. `implied` is an "is" or "has" that the text leaves out, before the relation's words.

    `features` name what its confidence is made of.
    """

    head: Token
    relation: Words
    arguments: tuple[Words, ...]
    features: frozenset[str]
    implied: str = ""

"""Predications without a verb: appositions, possessives, and titles before names."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.facts.clauses import extents
from graph.facts.clauses.predication import Predication

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
MODIFIERS = frozenset({"compound", "amod", "det", "nmod"})
_APART = extents.SEPARATE | {"relcl", "punct"}


def predications(token: Token) -> Iterator[Predication]:
    """What the noun phrase of a token says by itself."""
    yield from _apposition(token)
    yield from _possession(token)
    yield from _title(token)


def _apposition(token: Token) -> Iterator[Predication]:
    """ "Arminius, leader of the Cherusci": Arminius is leader of the Cherusci."""
    if token.dep_ == "appos" and token.pos_ in NOMINAL and token.head.pos_ in NOMINAL:
        arguments = (extents.subject(token.head), extents.complement(token))
        yield Predication(token, (), arguments, frozenset({"apposition"}), implied="is")


def _possession(token: Token) -> Iterator[Predication]:
    """ "Kesey's son": Kesey has son."""
    if token.dep_ == "poss" and token.pos_ != "PRON":
        owner = tuple(word for word in extents.subject(token) if word.tag_ != "POS")
        owned = extents.without(
            token.head, lambda child: child == token or (child.head == token.head and child.dep_ in _APART)
        )
        yield Predication(token, (), (owner, owned), frozenset({"possession"}), implied="has")


def _title(token: Token) -> Iterator[Predication]:
    """ "former attorney Todd Graves": Todd Graves is former attorney."""
    if token.pos_ != "PROPN" or token.dep_ == "compound":
        return
    nouns = [child for child in token.lefts if child.dep_ == "compound" and child.pos_ == "NOUN"]
    if nouns:
        before = [child for child in token.lefts if child.i <= nouns[-1].i and child.dep_ in MODIFIERS]
        title = extents.trimmed(word for child in before for word in child.subtree)
        name = tuple(word for word in extents.subject(token) if word.i > nouns[-1].i)
        yield Predication(token, (), (name, title), frozenset({"title"}), implied="is")

"""Predications without a verb: appositions, possessives, titles before names, and prepositions on nouns."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.clauses import extents, features
from graph.facts.clauses.predication import Predication
from graph.facts.parsed import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
MODIFIERS = frozenset({"compound", "amod", "det", "nmod"})
_APART = extents.SEPARATE | {"punct"}


def predications(token: Token) -> Iterator[Predication]:
    """What the noun phrase of a token says by itself."""
    yield from _apposition(token)
    yield from _possession(token)
    yield from _title(token)
    yield from _placement(token)


def _apposition(token: Token) -> Iterator[Predication]:
    """Of "Ada Brandt, mayor of Velden": Ada Brandt is mayor of Velden."""
    if token.dep_ == "appos" and token.pos_ in NOMINAL and token.head.pos_ in NOMINAL:
        arguments = (extents.noun_phrase(token.head), extents.noun_phrase(token))
        yield Predication(token, (), arguments, features.nominal("apposition", token, arguments), implied="is")


def _possession(token: Token) -> Iterator[Predication]:
    """Of "the mayor's office": the mayor has office."""
    if token.dep_ == "poss" and token.pos_ != "PRON":
        owner = tuple(word for word in extents.noun_phrase(token) if word.tag_ != "POS")
        owned = extents.without(
            token.head, lambda child: child == token or (child.head == token.head and child.dep_ in _APART)
        )
        yield Predication(
            token, (), (owner, owned), features.nominal("possession", token, (owner, owned)), implied="has"
        )


def _title(token: Token) -> Iterator[Predication]:
    """Of "former pilot Ada Brandt": Ada Brandt is former pilot."""
    if token.pos_ != "PROPN" or token.dep_ == "compound":
        return
    nouns = [child for child in token.lefts if child.dep_ == "compound" and child.pos_ == "NOUN"]
    if nouns:
        before = [child for child in token.lefts if child.i <= nouns[-1].i and child.dep_ in MODIFIERS]
        title = extents.trimmed(word for child in before for word in child.subtree)
        name = tuple(word for word in extents.noun_phrase(token) if word.i > nouns[-1].i)
        yield Predication(token, (), (name, title), features.nominal("title", token, (name, title)), implied="is")


def _placement(token: Token) -> Iterator[Predication]:
    """Of "a school for nurses": a school is for nurses."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return
    for prep in token.rights:
        target = next((child for child in prep.children if child.dep_ == "pobj"), None)
        if prep.dep_ == "prep" and prep.lower_ != "of" and target is not None:
            placed = extents.trimmed(word for word in extents.noun_phrase(token) if word.i < prep.i)
            arguments = (placed, extents.noun_phrase(target))
            named = {f"placement {prep.lower_}", f"placement at {target.pos_}"}
            yield Predication(token, (prep,), arguments, features.nominal("placement", token, arguments) | named, "is")

"""Spouses, parents and children: "X's wife Y", "Y, the son of X", "X married Y", "his mother, Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from graph.facts.address import person_at
from graph.facts.factuality import factuality
from graph.facts.holders import holder_of
from graph.facts.office_words import lexicon
from graph.facts.offices_right import next_is
from graph.facts.parsed import Doc, Token
from graph.facts.phrases import name_at
from graph.facts.scan import having
from graph.facts.syntax import objects, prepositional, subjects
from graph.facts.ties import named, tie, words
from graph.model import Filler, Relation

KINDS = ("spouse", "child", "parent")
MARRIED = frozenset({"married"})
MOST_BETWEEN = 5
"""Between "married to" and the name stand at most so many words that say who that is."""


def family(doc: Doc) -> Iterator[Relation]:
    """Every tie of kinship between two people."""
    for token in having(doc, _cues()):
        if token.lower_ in MARRIED and token.i + 1 < len(doc) and token.nbor().lower_ == "to":
            yield from _by_being_married(token)
            continue
        kind = next((kind for kind in KINDS if token.lemma_.lower() in words("kin", kind)), None)
        if kind is not None and token.pos_ in {"NOUN", "PROPN"} and _is_now(token):
            yield from _by_noun(token, kind)
        elif token.pos_ == "VERB" and token.lemma_ in words("verbs", "spouse"):
            yield from _by_marriage(token)


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    """Every word that may tell of a tie."""
    return frozenset().union(*(words("kin", kind) for kind in KINDS), words("verbs", "spouse"), MARRIED)


def _is_now(noun: Token) -> bool:
    """Whether it holds at the time of the text: not "her former husband", "his ex-wife"; nor "son-in-law"."""
    if next_is(noun, {"-"}):
        return False
    return words("kin", "not_now").isdisjoint(token.lower_ for token in noun.lefts)


def _by_noun(noun: Token, kind: str) -> Iterator[Relation]:
    for owner in _owners(noun):
        for holder in _holders(noun):
            left, right = (owner, holder) if kind == "parent" else (holder, owner)
            predicate = "spouse" if kind == "spouse" else "parent"
            found = _people(left, predicate, right, noun)
            if found is not None:
                yield found


def _people(left: Token, predicate: str, right: Token, trigger: Token) -> Relation | None:
    ends = [_person(left), _person(right)]
    if not any(end is not None and end.type == "Person" for end in ends):
        return None
    return tie(ends[0], predicate, ends[1], trigger.doc[trigger.i : trigger.i + 1], rule="kin", confidence=0.8)


def _person(token: Token) -> Filler | None:
    found = named(holder_of(token) or token)
    if found is None or found.type not in {"Person", "Participant"}:
        return None
    return found if found.type == "Person" or token.lemma_.lower() not in lexicon().bodies else None


def _owners(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "poss":
            yield _antecedent(noun) if child.lower_ == "whose" else child
    yield from (obj for prep, obj in prepositional(noun) if prep.lower_ == "of")


def _antecedent(noun: Token) -> Token:
    """Who "whose" stands for: what the relative clause hangs on."""
    clause = next((token for token in (noun, *noun.ancestors) if token.dep_ == "relcl"), noun)
    return clause.head


def _holders(noun: Token) -> Iterator[Token]:
    """Who the kin is: the name beside it, in apposition or by a copula; else just "his mother"."""
    beside = [noun.nbor()] if noun.i + 1 < len(noun.doc) else []
    if beside and beside[0].text == "," and noun.i + 2 < len(noun.doc):
        beside = [noun.nbor(2)]
    names = [name for token in beside if (name := person_at(noun.doc, token.i)) is not None]
    if names:
        yield names[0].root
    elif noun.tag_ == "NN" and beside and beside[0].tag_ == "NNP" and name_at(beside[0]) is None:
        yield beside[0]
    elif noun.dep_ == "appos":
        yield noun.head
    elif noun.dep_ == "attr":
        yield from subjects(noun.head)
    elif noun.tag_ == "NN":
        yield noun


def _by_marriage(verb: Token) -> Iterator[Relation]:
    for left in subjects(verb):
        for right in objects(verb):
            found = _people(left, "spouse", right, verb)
            if found is not None:
                yield found


def _by_being_married(married: Token) -> Iterator[Relation]:
    """ "X is married to the novelist Y", "X, married to Y, said"."""
    doc, verb = married.doc, married.head if married.dep_ == "acomp" else married
    after = doc[married.i + 2 : min(married.i + 2 + MOST_BETWEEN, married.sent.end)]
    right = next((name for t in after if (name := name_at(t)) is not None), None)
    if right is None or any(t.is_punct for t in doc[married.i + 2 : right.start]):
        return
    for left in subjects(verb):
        found = _people(left, "spouse", right.root, married)
        if found is not None:
            yield replace(found, factuality=factuality(verb))

"""Predications of verbs and copulas: the verb group as relation, its subject, objects and adjuncts as arguments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.facts import syntax
from graph.facts.clauses import extents, features
from graph.facts.clauses.groups import VERBAL, Complements, Group, complements, group, is_taken_up
from graph.facts.clauses.predication import Predication, Words
from graph.facts.parsed import Token

NO_PREDICATE = frozenset({"aux", "auxpass", "amod", "compound"})
PREPOSITIONS = frozenset({"prep", "agent"})
MOST_SUBJECTS = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """One way of telling a verb group with its complements: its name, the relation, the arguments after the subject."""

    name: str
    relation: Words
    arguments: tuple[Words, ...]


def predications(verb: Token) -> Iterator[Predication]:
    """Every predication of a verb: one for each subject, and for each of conjoined objects."""
    if verb.pos_ not in VERBAL or verb.dep_ in NO_PREDICATE or is_taken_up(verb):
        return
    verbs = group(verb)
    shapes = list(_shapes(verbs, complements(verbs)))
    for subject in syntax.subjects(verb)[:MOST_SUBJECTS]:
        for shape in shapes:
            arguments = (extents.noun_phrase(subject), *shape.arguments)
            reasons = features.verbal(verb, subject, shape.name, arguments)
            yield Predication(verb, shape.relation, arguments, reasons, verbs.implied)


def _shapes(verbs: Group, found: Complements) -> Iterator[Shape]:
    """The ways in which a verb group and its complements are told: one for each of conjoined objects."""
    adjuncts = tuple(_adjunct(token) for token in found.adjuncts)
    if found.objects:
        first, *others = found.objects
        rest = (
            *(extents.noun_phrase(other) for other in others),
            *(extents.whole(c) for c in found.clauses[:1] if c.i > first.i),
        )
        for conjunct in syntax.conjuncts(first):
            yield Shape("object", verbs.words, (extents.noun_phrase(conjunct), *rest, *adjuncts))
    elif found.clauses:
        yield _with_clause(verbs, found.clauses[0], adjuncts)
    else:
        yield from _with_adjuncts(verbs, found.adjuncts, adjuncts)


def _with_clause(verbs: Group, clause: Token, adjuncts: tuple[Words, ...]) -> Shape:
    if clause.dep_ == "acomp":
        return _with_quality(verbs, clause, adjuncts)
    marks = [child for child in clause.children if child.dep_ == "mark" and child.lower_ == "that"]
    said = extents.without(clause, lambda child: child in marks)
    return Shape("clause", (*verbs.words, *marks), (said, *adjuncts))


def _with_quality(verbs: Group, quality: Token, adjuncts: tuple[Words, ...]) -> Shape:
    """A quality with its preposition joins the relation: "is familiar with | the firm | the case"."""
    phrases = [child for child in quality.rights if child.dep_ == "prep" and _target(child) is not None]
    words = extents.without(quality, lambda child: child in phrases)
    if not phrases:
        return Shape("quality", verbs.words, (words, *adjuncts))
    first, *others = phrases
    arguments = (_split(first)[0], *map(extents.prepositional, others), *adjuncts)
    return Shape("quality with preposition", (*verbs.words, *words, first), arguments)


def _with_adjuncts(verbs: Group, tokens: tuple[Token, ...], adjuncts: tuple[Words, ...]) -> Iterator[Shape]:
    """The first preposition after the verb joins the relation; its conjoined objects are split."""
    after = (token for token in tokens if token.dep_ in PREPOSITIONS and token.i > verbs.verb.i)
    prep = next((token for token in after if _target(token) is not None), None)
    if prep is None:
        yield Shape("adjunct" if adjuncts else "alone", verbs.words, adjuncts)
        return
    rest = tuple(words for token, words in zip(tokens, adjuncts, strict=True) if token != prep)
    for argument in _split(prep):
        yield Shape("preposition", (*verbs.words, prep), (argument, *rest))


def _target(prep: Token) -> Token | None:
    return next((child for child in prep.children if child.dep_ in {"pobj", "pcomp"}), None)


def _split(prep: Token) -> list[Words]:
    """The objects of a preposition, conjuncts split."""
    target = _target(prep)
    if target is None or target.dep_ == "pcomp":
        return [extents.whole(target)] if target is not None else []
    return [extents.noun_phrase(conjunct) for conjunct in syntax.conjuncts(target)]


def _adjunct(token: Token) -> Words:
    if token.dep_ in PREPOSITIONS:
        return extents.prepositional(token)
    if token.dep_ == "advmod":
        return extents.without(token, lambda child: child.dep_ in extents.COORDINATION)
    return extents.whole(token)

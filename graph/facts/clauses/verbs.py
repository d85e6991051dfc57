"""Predications of verbs and copulas: the verb group as relation, its subject, objects and adjuncts as arguments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from graph.facts import syntax
from graph.facts.clauses import extents
from graph.facts.clauses.predication import Predication, Words

OBJECTS = frozenset({"dobj", "obj", "attr", "oprd", "dative"})
CLAUSES = frozenset({"ccomp", "xcomp", "acomp"})
ADJUNCTS = frozenset({"prep", "agent", "npadvmod", "advmod", "advcl"})
GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
NO_PREDICATE = frozenset({"aux", "auxpass", "amod", "compound"})
LINKING = frozenset({"who", "which", "that", "whom", "whose", "where", "when", "how", "why"})
PARTICIPLES = frozenset({"VBN", "VBG"})
PREPOSITIONS = frozenset({"prep", "agent"})
MOST_SUBJECTS = 4


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries, and the infinitives that go on from it ("would have to make").

    `anchor` is its first main verb, `last` the one that the complements belong to.
    """

    anchor: Token
    last: Token
    words: Words
    implied: str


@dataclass(frozen=True, slots=True)
class Complements:
    """What stands with a verb group besides its subject, each in text order."""

    objects: tuple[Token, ...]
    clauses: tuple[Token, ...]
    adjuncts: tuple[Token, ...]


def predications(verb: Token) -> Iterator[Predication]:
    """Every predication of a verb: one for each subject, and for each of conjoined objects."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in NO_PREDICATE:
        return
    group = _group(verb)
    complements = _complements(group)
    for subject in syntax.subjects(verb)[:MOST_SUBJECTS]:
        for relation, arguments, shape in _shapes(group, complements):
            if arguments or verb == subject.head:
                yield Predication(
                    verb,
                    relation,
                    (extents.subject(subject), *arguments),
                    frozenset({"verb", shape}),
                    group.implied,
                )


def _group(verb: Token) -> Group:
    words = [*_inherited_auxiliaries(verb), *_own_words(verb)]
    last = verb
    while (infinitive := _infinitive(last)) is not None:
        words += [
            *(child for child in infinitive.children if child.dep_ in GROUP and child.i < infinitive.i),
            infinitive,
        ]
        last = infinitive
    bare = verb.tag_ in PARTICIPLES and not any(word.dep_ in {"aux", "auxpass"} for word in words)
    implied = "is" if bare and verb.dep_ in {"acl", "advcl", "xcomp", "conj", "relcl"} else ""
    return Group(verb, last, tuple(words), implied)


def _own_words(verb: Token) -> list[Token]:
    after_auxiliary = min((child.i for child in verb.children if child.dep_ in {"aux", "auxpass"}), default=verb.i - 2)
    inside = [
        child
        for child in verb.lefts
        if child.dep_ == "advmod" and child.i > after_auxiliary and _is_one_word(child) and child.lower_ not in LINKING
    ]
    own = [child for child in verb.children if child.dep_ in GROUP]
    return sorted({*own, *inside, verb}, key=lambda token: token.i)


def _inherited_auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries that a conjoined verb shares with the first: "was honoured and (was) exalted"."""
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ != first.tag_ or verb.tag_ not in {"VB", "VBN", "VBG"}:
        return []
    if any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return []
    own = [child for child in first.lefts if child.dep_ in {"aux", "auxpass", "neg"}]
    return own or _inherited_auxiliaries(first)


def _infinitive(verb: Token) -> Token | None:
    """The verb that goes on from this one, which has no object of its own to stand between them."""
    if any(child.dep_ in OBJECTS for child in verb.children):
        return None
    return next((child for child in verb.children if child.dep_ == "xcomp" and child.pos_ in {"VERB", "AUX"}), None)


def _complements(group: Group) -> Complements:
    hosts = [group.anchor, *(word for word in group.words if word.dep_ == "xcomp")]
    children = sorted({c for host in hosts for c in host.children if c not in group.words}, key=lambda token: token.i)
    objects = [child for child in children if child.dep_ in OBJECTS and child.lower_ not in LINKING]
    if not objects and (antecedent := _object_antecedent(group)) is not None:
        objects = [antecedent]
    return Complements(
        tuple(objects),
        tuple(child for child in children if child.dep_ in CLAUSES),
        tuple(child for child in children if child.dep_ in ADJUNCTS and child.lower_ not in LINKING),
    )


def _object_antecedent(group: Group) -> Token | None:
    """The noun that a relative clause with a subject of its own speaks of: "a match, which Keibler lost"."""
    verb = group.anchor
    links = [child for child in verb.children if child.lower_ in LINKING]
    if verb.dep_ != "relcl" or syntax.is_passive(verb) or any(link.dep_ in {"nsubj", "advmod"} for link in links):
        return None
    has_subject = any(child.dep_ in syntax.SUBJECTS for child in verb.children)
    return verb.head if has_subject and not any(child.dep_ == "ccomp" for child in verb.children) else None


def _shapes(group: Group, complements: Complements) -> Iterator[tuple[Words, tuple[Words, ...], str]]:
    """(relation, arguments after the subject, name of the shape) of a verb group with its complements."""
    adjuncts = tuple(_adjunct(token) for token in complements.adjuncts)
    if complements.objects:
        first, *others = complements.objects
        rest = (*(extents.complement(other) for other in others), *(extents.whole(c) for c in complements.clauses[:1]))
        for conjunct in syntax.conjuncts(first):
            yield group.words, (extents.complement(conjunct), *rest, *adjuncts), "object"
    elif complements.clauses:
        yield _with_clause(group, complements.clauses[0], adjuncts)
    else:
        yield from _with_adjuncts(group, complements.adjuncts, adjuncts)


def _with_clause(group: Group, clause: Token, adjuncts: tuple[Words, ...]) -> tuple[Words, tuple[Words, ...], str]:
    if clause.dep_ == "acomp":
        phrases = [child for child in clause.children if child.dep_ == "prep"]
        quality = extents.without(clause, lambda child: child in phrases)
        return group.words, (quality, *map(extents.prepositional, phrases), *adjuncts), "quality"
    marks = [child for child in clause.children if child.dep_ == "mark" and child.lower_ == "that"]
    return (*group.words, *marks), (extents.without(clause, lambda child: child in marks), *adjuncts), "clause"


def _with_adjuncts(
    group: Group, tokens: tuple[Token, ...], adjuncts: tuple[Words, ...]
) -> Iterator[tuple[Words, tuple[Words, ...], str]]:
    """The first preposition after the verb joins the relation; its conjoined objects are split."""
    prep = next((token for token in tokens if token.dep_ in PREPOSITIONS and token.i > group.anchor.i), None)
    target = next((child for child in prep.children if child.dep_ in {"pobj", "pcomp"}), None) if prep else None
    if prep is None or target is None:
        yield group.words, adjuncts, "adjunct" if adjuncts else "alone"
        return
    rest = tuple(words for token, words in zip(tokens, adjuncts, strict=True) if token != prep)
    for conjunct in syntax.conjuncts(target):
        argument = extents.whole(conjunct) if conjunct.dep_ == "pcomp" else extents.complement(conjunct)
        yield (*group.words, prep), (argument, *rest), "preposition"


def _adjunct(token: Token) -> Words:
    if token.dep_ in PREPOSITIONS:
        return extents.prepositional(token)
    if token.dep_ == "advmod":
        return extents.without(token, lambda child: child.dep_ in extents.COORDINATION)
    return extents.whole(token)


def _is_one_word(token: Token) -> bool:
    return not any(True for _ in token.children)

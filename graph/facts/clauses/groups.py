"""The verb group of a clause and what stands with it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.facts import syntax
from graph.facts.clauses.predication import Words
from graph.facts.parsed import Token

OBJECTS = frozenset({"dobj", "obj", "attr", "oprd", "dative"})
CLAUSES = frozenset({"ccomp", "xcomp", "acomp"})
ADJUNCTS = frozenset({"prep", "agent", "npadvmod", "advmod", "advcl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
PARTS = AUXILIARIES | {"neg", "prt"}
LINKING = frozenset({"who", "which", "that", "whom", "whose", "where", "when", "how", "why"})
VERBAL = frozenset({"VERB", "AUX"})
REDUCED = frozenset({"acl", "advcl", "xcomp", "conj", "relcl"})
"""Where a participle stands without its "is"."""


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries, and the infinitives that go on from it ("would have to make").

    `verb` is its first main verb.
    """

    verb: Token
    words: Words
    implied: str


@dataclass(frozen=True, slots=True)
class Complements:
    """What stands with a verb group besides its subject, each in text order."""

    objects: tuple[Token, ...]
    clauses: tuple[Token, ...]
    adjuncts: tuple[Token, ...]


def group(verb: Token) -> Group:
    """The group that a verb begins."""
    words = [*_inherited_auxiliaries(verb), *_own_words(verb)]
    last = verb
    while (infinitive := _infinitive(last)) is not None:
        words += sorted((infinitive, *_parts(infinitive)), key=lambda token: token.i)
        last = infinitive
    bare = verb.tag_ in {"VBN", "VBG"} and not any(word.dep_ in AUXILIARIES for word in words)
    return Group(verb, tuple(words), "is" if bare and verb.dep_ in REDUCED else "")


def _own_words(verb: Token) -> list[Token]:
    after_auxiliary = min((child.i for child in verb.children if child.dep_ in AUXILIARIES), default=verb.i - 2)
    inside = [
        child
        for child in verb.lefts
        if child.dep_ == "advmod" and child.i > after_auxiliary and _is_one_word(child) and child.lower_ not in LINKING
    ]
    return sorted({*_parts(verb), *inside, verb}, key=lambda token: token.i)


def _parts(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in PARTS]


def _inherited_auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries that a conjoined verb shares with the first: "was tried and (was) acquitted"."""
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ != first.tag_ or verb.tag_ not in {"VB", "VBN", "VBG"}:
        return []
    if any(child.dep_ in AUXILIARIES for child in verb.children):
        return []
    own = [child for child in first.lefts if child.dep_ in {"aux", "auxpass", "neg"}]
    return own or _inherited_auxiliaries(first)


def _is_one_word(token: Token) -> bool:
    return not any(True for _ in token.children)


def _infinitive(verb: Token) -> Token | None:
    """The verb that goes on from this one, which has no object of its own to stand between them."""
    if any(child.dep_ in OBJECTS for child in verb.children):
        return None
    return next((child for child in verb.children if child.dep_ == "xcomp" and child.pos_ in VERBAL), None)


def is_taken_up(verb: Token) -> bool:
    """Whether the verb is an infinitive that belongs to the group of the verb above it."""
    return verb.dep_ == "xcomp" and verb.head.pos_ in VERBAL and _infinitive(verb.head) == verb


def complements(group: Group) -> Complements:
    """What stands with a group, its own words and its subject apart."""
    hosts = [group.verb, *(word for word in group.words if word.dep_ == "xcomp")]
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
    """The noun that a relative clause with a subject of its own speaks of: "a seat that the party lost"."""
    verb = group.verb
    links = [child for child in verb.children if child.lower_ in LINKING]
    if verb.dep_ != "relcl" or syntax.is_passive(verb) or any(link.dep_ in {"nsubj", "advmod"} for link in links):
        return None
    has_subject = any(child.dep_ in syntax.SUBJECTS for child in verb.children)
    return verb.head if has_subject and not any(child.dep_ == "ccomp" for child in verb.children) else None

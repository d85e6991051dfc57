"""Wholes and parts, founders and owners: "X's Office", "X, a unit of Y", "founded by X", "Y-owned ship X"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graph.facts.holders import holders
from graph.facts.office_words import lexicon
from graph.facts.offices import offices
from graph.facts.parsed import Doc, Token, Tokens
from graph.facts.phrases import name_at
from graph.facts.scan import having, names
from graph.facts.syntax import is_passive, objects, prepositional, subjects
from graph.facts.ties import named, tie, words
from graph.model import Filler, Relation

OWNERS = frozenset({"Organization", "Person", "Group", "Place"})
BELONGING = frozenset({"belong"})
NAMING = frozenset({"name", "call", "dub"})
RANKING = frozenset({"JJS", "RBS"})
"""Tags of words that pick one of several, which a place has and nobody owns: "the city's largest newspaper"."""
OWNED = frozenset({"Organization", "Product", "Work", "Place"})


def parts(doc: Doc) -> Iterator[Relation]:
    """parentOrganization: a body beside the body that it belongs to."""
    for name in names(doc):
        if name.label_ == "Organization":
            for whole, trigger, rule, confidence in _wholes(name):
                found = tie(
                    named(name.root),
                    "parentOrganization",
                    _body(whole),
                    trigger,
                    rule=rule,
                    confidence=confidence,
                )
                if found is not None:
                    yield found


def _body(token: Token) -> Filler | None:
    found = named(token)
    return found if found is not None and found.type == "Organization" else None


def _wholes(name: Tokens) -> Iterator[tuple[Token, Tokens, str, float]]:
    doc, start = name.doc, name.start
    if start > 1 and doc[start - 1].tag_ == "POS":
        yield doc[start - 2], doc[start - 1 : start], "body's body", 0.85
    noun = _part_noun(name)
    if noun is None:
        return
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += [obj for prep, obj in prepositional(noun) if prep.lower_ in {"of", "within"}]
    for owner in owners:
        yield owner, doc[noun.i : noun.i + 1], "part of", 0.8


def _part_noun(name: Tokens) -> Token | None:
    """The "division" of "X, a division of Y", or the "group" of "its group X"."""
    root = name.root
    near = [child for child in root.children if child.dep_ == "appos"]
    if root.dep_ in {"appos", "oprd"}:
        near += [root.head, root.head.head]
    if name.start and name.doc[name.start - 1].pos_ == "NOUN":
        near.append(name.doc[name.start - 1])
    return next((token for token in near if token.lemma_.lower() in words("parts", "nouns")), None)


def founders_and_owners(doc: Doc) -> Iterator[Relation]:
    """founder and owner, by verbs and possessives; the subject of the relation is what was founded or is owned."""
    yield from _by_title(doc)
    for token in having(doc, _cues()):
        predicate: str | None = "owner"
        if token.lemma_ in BELONGING:
            things, makers = subjects(token), [obj for prep, obj in prepositional(token) if prep.lower_ == "to"]
        elif token.pos_ in {"VERB", "ADJ"}:
            predicate = next((p for p in ("founder", "owner") if token.lemma_ in words("verbs", p)), None)
            things, makers = _ends(token) if predicate is not None else ([], [])
        elif token.lemma_.lower() in words("property", "nouns"):
            things, makers = _belonging(token)
        else:
            continue
        yield from _made(token, predicate or "", things, makers)


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    """Every word that may say who made or owns something."""
    return words("verbs", "founder") | words("verbs", "owner") | words("property", "nouns") | BELONGING


def _by_title(doc: Doc) -> Iterator[Relation]:
    """ "X, founder of Y": who holds the title made or owns the body."""
    for office in offices(doc):
        predicate = next((p for p in ("founder", "owner") if office.head.lemma_.lower() in words("titles", p)), None)
        if predicate is not None and office.body is not None:
            makers = [holder.person for holder in holders(office)]
            yield from _made(office.head, predicate, [office.body], makers)


def _made(cue: Token, predicate: str, things: list[Token], makers: list[Token]) -> Iterator[Relation]:
    trigger = cue.doc[cue.i : cue.i + 1]
    for thing in things:
        for maker in makers:
            left, right = named(thing), named(maker)
            if left is None or right is None or not _can_own(right):
                continue
            if cue.pos_ != "NOUN" and not _can_be_made(left, predicate):
                continue
            found = tie(left, predicate, right, trigger, rule=predicate, confidence=0.8)
            if found is not None:
                yield found


def _can_own(owner: Filler) -> bool:
    known = lexicon().bodies | words("property", "owners")
    return owner.type in OWNERS or (owner.type == "Participant" and owner.lemma.split()[-1] in known)


def _can_be_made(thing: Filler, predicate: str) -> bool:
    """Whether it is a thing of the kind: a named body or work, or what the text calls a company, a movement."""
    noun = thing.lemma.split()[-1] if thing.lemma.split() else ""
    founded = thing.type == "Event" or noun in lexicon().bodies | words("property", "founded")
    return thing.type in OWNED or (predicate == "founder" and founded)


def _ends(verb: Token) -> tuple[list[Token], list[Token]]:
    """What was founded or is owned, and by whom; "the Y-owned ship X" too."""
    if verb.i > 1 and verb.nbor(-1).text == "-":
        owner = name_at(verb.nbor(-2))
        return _named_so(verb.head), [owner.root] if owner is not None else []
    if is_passive(verb):
        return subjects(verb), [obj for prep, obj in prepositional(verb) if prep.lower_ == "by"]
    return objects(verb), subjects(verb)


def _belonging(noun: Token) -> tuple[list[Token], list[Token]]:
    """ "The Y's cruise ship X": what has a name and an owner."""
    doc, at = noun.doc, noun.i
    while at and doc[at - 1].pos_ in {"NOUN", "ADJ"}:
        at -= 1
    if doc[at].tag_ in RANKING or doc[at].like_num:
        return [], []
    if at < 2 or doc[at - 1].tag_ != "POS":
        return [], []
    owner = name_at(doc[at - 2])
    return _named_so(noun), [owner.root if owner is not None else doc[at - 2]]


def _named_so(noun: Token) -> list[Token]:
    """The name that a description goes with: "cruise ship X", "the ship, X"."""
    called = [name for child in noun.rights if child.lemma_ in NAMING for name in child.children]
    apposed = [child for child in noun.children if child.dep_ == "appos" and name_at(child) is not None]
    if noun.i + 1 < len(noun.doc) and (beside := name_at(noun.nbor())) is not None:
        return [beside.root]
    apposed += [child for child in called if child.dep_ in {"oprd", "dobj", "attr"} and name_at(child) is not None]
    return apposed or [noun.head for _ in range(noun.dep_ == "compound" and name_at(noun.head) is not None)]

"""Whose national somebody is: "X, an Australian woman", "Australian journalist X"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.bodies import body_filler, is_country, is_nationality, plays
from graph.facts.holders import holder_of
from graph.facts.office_words import lexicon
from graph.facts.offices import offices
from graph.facts.parsed import Doc, Token, Tokens
from graph.facts.phrases import is_participant_noun, name_at
from graph.facts.scan import names
from graph.facts.syntax import subjects
from graph.facts.ties import named, tie, words
from graph.model import Filler, Relation

ONE = frozenset({"one", "a", "an", "another"})


def nationalities_of(doc: Doc) -> Iterator[Relation]:
    """Nationality, or membership of a people, from a word on or beside a person; an office's country is neither."""
    held = {at for office in offices(doc) if office.body is not None for at in range(office.left, office.right)}
    for name in names(doc):
        if name.label_ == "Group" and name.start not in held:
            predicate = "nationality" if is_nationality(name.text) else "memberOf"
            person = _described(name) if predicate == "nationality" else None
            found = tie(
                person or _apposed(name), predicate, body_filler(name.root), name, rule="people", confidence=0.75
            )
            if found is not None and found.subject.type == "Person":
                yield found
        elif name.label_ == "Place" and is_country(name.text) and (person := _owned(name)) is not None:
            predicate = "memberOf" if plays(doc) else "nationality"
            found = tie(person, predicate, named(name.root), name, rule="country's", confidence=0.65)
            if found is not None:
                yield found


def _described(name: Tokens) -> Filler | None:
    """Who a description with this adjective is about: "Australian journalist X", "X, an Australian woman"."""
    noun = name.root.head
    office = next((o for o in offices(name.doc) if o.left <= name.start < o.head.i), None)
    if office is not None and (holder := holder_of(office.head)) is not None:
        return named(holder)
    if name.root.dep_ not in {"amod", "compound", "nmod"} or not _is_person_noun(noun):
        return None
    following = name_at(noun.nbor()) if noun.i + 1 < len(name.doc) else None
    if following is not None and following.label_ == "Person":
        return named(following.root)
    holder = (
        noun.head if noun.dep_ == "appos" else next(iter(subjects(noun.head)), None) if noun.dep_ == "attr" else None
    )
    return named(holder) if holder is not None else None


def _is_person_noun(noun: Token) -> bool:
    """Whether the noun is somebody, not a body: "journalist", not "lender" or "band"."""
    bodily = noun.lemma_.lower() in lexicon().bodies or noun.lemma_.lower() in words("people", "bodies")
    return is_participant_noun(noun) and not bodily


def _apposed(name: Tokens) -> Filler | None:
    """Who is one of the group: "One Rohingya, X, said", "X, a Canadian, said"."""
    doc, root = name.doc, name.root
    if name.start == 0 or doc[name.start - 1].lower_ not in ONE:
        return None
    after = name_at(doc[name.end + 1]) if name.end + 1 < len(doc) and doc[name.end].text == "," else None
    if after is not None and after.label_ == "Person":
        return named(after.root)
    return named(root.head) if root.dep_ == "appos" else None


def _owned(place: Tokens) -> Filler | None:
    """ "Korea's X": the person right after the country."""
    doc, at = place.doc, place.end
    person = name_at(doc[at + 1]) if at + 1 < len(doc) and doc[at].tag_ == "POS" else None
    return named(person.root) if person is not None and person.label_ == "Person" else None

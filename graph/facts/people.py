"""Whose national somebody is: "X, an Australian woman", "Australian journalist X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from graph.facts.bodies import body_filler, is_nationality
from graph.facts.offices import offices
from graph.facts.phrases import is_participant_noun, name_at
from graph.facts.syntax import subjects
from graph.facts.ties import named, tie
from graph.model import Filler, Relation


def nationalities_of(doc: Doc) -> Iterator[Relation]:
    """Nationality, from the adjective on a description of a person; an office's country is no nationality."""
    held = {token for office in offices(doc) for token in range(office.left, office.right)}
    for name in doc.ents:
        if name.label_ == "Group" and is_nationality(name.text) and name.start not in held:
            found = tie(_described(name), "nationality", body_filler(name.root), name, rule="national", confidence=0.75)
            if found is not None:
                yield found


def _described(name: Tokens) -> Filler | None:
    """The person that a description with this adjective is about."""
    noun = name.root.head
    if name.root.dep_ not in {"amod", "compound", "nmod"} or not is_participant_noun(noun):
        return None
    following = name_at(noun.nbor()) if noun.i + 1 < len(name.doc) else None
    if following is not None and following.label_ == "Person":
        return named(following.root)
    holder = (
        noun.head if noun.dep_ == "appos" else next(iter(subjects(noun.head)), None) if noun.dep_ == "attr" else None
    )
    found = named(holder) if holder is not None else None
    return found if found is not None and found.type == "Person" else None

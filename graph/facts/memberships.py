"""Members of parties and other bodies that are named beside a person: "X of the Labour Party", "Civic Party's X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from graph.facts.bodies import body_filler
from graph.facts.offices import lexicon
from graph.facts.phrases import filler, name_at, sentence_span, span_of
from graph.model import Position

OF = frozenset({"of", "from"})


def memberships(doc: Doc) -> Iterator[Position]:
    """Memberships that no title states: the body before or after a person's name."""
    for name in doc.ents:
        if name.label_ == "Organization" and _has_members(name):
            for person in (*_before(name), *_after(name)):
                if (position := _member(person, name)) is not None:
                    yield position


def _has_members(body: Tokens) -> bool:
    """Whether one belongs to the body as a member: no ministry, company, paper, court or school."""
    return not {word.lower_ for word in body} & lexicon().employers


def _before(body: Tokens) -> Iterator[Tokens]:
    """ "X of the Labour Party", "X and Y of respectively A and B"."""
    doc, at = body.doc, body.start - 1
    while at > 0 and doc[at].lower_ in {"the", "respectively"}:
        at -= 1
    person = name_at(doc[at - 1]) if at > 0 and doc[at].lower_ in OF else None
    if person is not None and person.label_ == "Person":
        yield person


def _after(body: Tokens) -> Iterator[Tokens]:
    """ "Civic Party's X and Y"."""
    doc, at = body.doc, body.end
    if at + 1 >= len(doc) or doc[at].tag_ != "POS":
        return
    person = name_at(doc[at + 1])
    while person is not None and person.label_ == "Person":
        yield person
        at = person.end
        person = name_at(doc[at + 1]) if at + 1 < len(doc) and doc[at].lower_ == "and" else None


def _member(person: Tokens, body: Tokens) -> Position | None:
    who, where = filler(person.root), body_filler(body.root)
    if who is None or where is None:
        return None
    return Position(
        person=who,
        title="member",
        trigger=span_of(body),
        organization=where,
        evidence=sentence_span(body.root),
        rule="position:member",
        confidence=0.8,
    )

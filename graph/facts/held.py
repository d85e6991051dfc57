"""Offices that a verb or the name of a post tells of: "X, who heads the commission", "X resigned the leadership"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph.facts.bodies import body_filler
from graph.facts.factuality import factuality
from graph.facts.office_words import lexicon
from graph.facts.phrases import sentence_span, span_of
from graph.facts.scan import having
from graph.facts.syntax import is_passive, objects, prepositional, subjects
from graph.facts.ties import named
from graph.model import Filler, Position

AT = frozenset({"of", "in", "at"})


def running(doc: Doc) -> Iterator[Position]:
    """Positions of those who run a body; in the past tense they ran it."""
    for verb in having(doc, lexicon().running):
        if verb.pos_ != "VERB" or is_passive(verb):
            continue
        status = "former" if verb.tag_ in {"VBD", "VBN"} else None
        for body in map(body_filler, objects(verb)):
            for person in subjects(verb) if body is not None and body.type == "Organization" else ():
                yield from _held(verb, person, body, (lexicon().running[verb.lemma_], status, factuality(verb)))


def posts(doc: Doc) -> Iterator[Position]:
    """Positions that were left, named for their post: "X resigned from his leadership of the party"."""
    for noun in having(doc, lexicon().posts):
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if verb.lemma_ in lexicon().leaving:
            places = [*prepositional(noun), *prepositional(verb)]
            body = next((b for prep, obj in places if prep.lower_ in AT and (b := body_filler(obj))), None)
            for holder in subjects(verb):
                yield from _held(noun, holder, body, (lexicon().posts[noun.lower_], "former", factuality(verb)))


def _held(cue: Token, holder: Token, body: Filler | None, office: tuple[str, str | None, str]) -> Iterator[Position]:
    person = named(holder)
    if person is None or person.type != "Person":
        return
    title, status, certainty = office
    yield Position(
        person=person,
        title=title,
        trigger=span_of(cue.doc[cue.i : cue.i + 1]),
        organization=body,
        evidence=sentence_span(cue),
        rule="position:runs it" if cue.pos_ == "VERB" else "position:post",
        confidence=0.75,
        status=status,
        factuality=certainty,
    )

"""Offices that a verb or the name of a post tells of: "X, who heads the commission", "X resigned the leadership"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.bodies import body_filler
from graph.facts.factuality import factuality
from graph.facts.lexicon import noun_frames
from graph.facts.office_words import is_body_noun, lexicon
from graph.facts.parsed import Doc, Token
from graph.facts.phrases import sentence_span, span_of
from graph.facts.scan import having
from graph.facts.syntax import is_passive, objects, prepositional, subjects
from graph.facts.terms import term
from graph.facts.ties import named
from graph.model import Filler, Position

AT = frozenset({"of", "in", "at"})


def running(doc: Doc) -> Iterator[Position]:
    """Positions of those who run a body; in the past tense they ran it."""
    for verb in having(doc, lexicon().running):
        if verb.pos_ != "VERB":
            continue
        passive = is_passive(verb)
        bodies, people = (subjects(verb), _agents(verb)) if passive else (objects(verb), subjects(verb))
        status = "former" if verb.tag_ in {"VBD", "VBN"} and not (passive or _is_perfect(verb)) else None
        for token in bodies if passive or not _is_led_somewhere(verb) else ():
            body = body_filler(token)
            for person in people if body is not None and _is_run(body, token) else ():
                yield from _held(verb, person, body, (lexicon().running[verb.lemma_], status, factuality(verb)))


def sitting(doc: Doc) -> Iterator[Position]:
    """Memberships of those who sit on a body: "X served on the commission from 2010 to 2014"."""
    for verb in having(doc, lexicon().sitting):
        if verb.pos_ != "VERB":
            continue
        status = "former" if verb.tag_ == "VBD" and not _is_perfect(verb) else None
        for preposition, token in prepositional(verb):
            body = body_filler(token) if preposition.lower_ == "on" else None
            for person in subjects(verb) if body is not None and _is_run(body, token) else ():
                yield from _held(verb, person, body, (lexicon().sitting[verb.lemma_], status, factuality(verb)))


def _is_run(body: Filler, token: Token) -> bool:
    """Whether it is a body that people run or sit on: named, or what the text calls a commission, a board."""
    body_noun = is_body_noun(token) and not noun_frames(token)
    return body.type == "Organization" or (body.type in {"Participant", "Group"} and body_noun)


def _is_led_somewhere(verb: Token) -> bool:
    """Whether "led the team" tells of a game or a way: "led the team to victory", "headed it from a corner"."""
    return verb.lemma_ in {"lead", "head"} and any(
        preposition.lower_ in {"to", "by", "into", "from"} for preposition, _ in prepositional(verb)
    )


def _is_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)


def _agents(verb: Token) -> list[Token]:
    return [token for preposition, token in prepositional(verb) if preposition.lower_ == "by"]


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
    start, end = term(cue)
    yield Position(
        person=person,
        title=title,
        trigger=span_of(cue.doc[cue.i : cue.i + 1]),
        organization=body,
        evidence=sentence_span(cue),
        rule="position:runs it" if cue.pos_ == "VERB" else "position:post",
        confidence=0.75,
        status=status or ("former" if end is not None else None),
        start=start,
        end=end,
        factuality=certainty,
    )

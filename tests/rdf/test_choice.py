"""Which events of a sentence the graph takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model import Event, Filler, Part, Role
from graph.rdf.choice import chosen
from tests.rdf.parts import Text

SENTENCE = "The court ordered Ada Moss to guard the old mill."


def ordered(kind: str) -> Part:
    """An order whose clause is told as an act as well."""
    text = Text(SENTENCE)
    moss = text.filler("Ada Moss", text.chain("c1", "Person", "Ada Moss"))
    clause = text.filler("guard the old mill", type="Topic")
    order = text.event(kind, "ordered", {"recipient": [moss], "about": [clause]})
    return text.part(events=(order, text.event("Act", "guard", {"agent": [moss]})))


@pytest.mark.parametrize(("kind", "taken"), [("Request", ["Request"]), ("Accusation", ["Accusation", "Act"])])
def test_an_act_that_is_only_asked_for_is_told_by_the_request(kind: str, taken: list[str]) -> None:
    assert [event.type for event in chosen(ordered(kind))] == taken


def test_an_act_that_names_something_else_stays() -> None:
    part = ordered("Request")
    oslo = Filler(part.events[0].trigger, "Oslo", "Oslo", "oslo", "Place", "c9")
    events = (part.events[0], replace(part.events[1], roles=(*part.events[1].roles, Role("location", oslo))))
    assert [event.type for event in chosen(replace(part, events=events))] == ["Request", "Act"]


def test_an_act_of_another_sentence_stays() -> None:
    part = ordered("Request")
    moved = tuple(replace(e, evidence=part.events[0].trigger) if e.type == "Act" else e for e in part.events)
    assert [event.type for event in chosen(replace(part, events=moved))] == ["Request", "Act"]


def test_an_act_that_is_an_office_is_told_by_the_position() -> None:
    text = Text("Ada Moss, who chairs the Harbour Board, spoke.")
    moss = text.filler("Ada Moss", text.chain("c1", "Person", "Ada Moss"))
    board = text.filler("the Harbour Board", text.chain("c2", "Organization", "Harbour Board"))
    act = text.event("Act", "chairs", {"agent": [moss], "patient": [board]})
    position = replace(text.position(moss, "chairs", board), title="chair")
    assert list(chosen(text.part(events=(act,)))) == [act]
    assert list(chosen(text.part(events=(act,), positions=(position,)))) == []


@pytest.mark.parametrize(("heard", "taken"), [("the BBC", ["Rejection"]), ("the mayor", ["Rejection", "Announcement"])])
def test_a_noun_that_tells_nothing_new_is_told_by_the_verb(heard: str, taken: list[str]) -> None:
    text = Text("Ada Moss denied it in a statement to the BBC and the mayor.")
    moss = text.filler("Ada Moss", text.chain("c1", "Person", "Ada Moss"))
    means = {"instrument": [text.filler("a statement to the BBC and the mayor")]}
    denial = text.event("Rejection", "denied", {"agent": [moss], "recipient": [text.filler("the BBC")], **means})
    noun = text.event("Announcement", "statement", {"agent": [moss], "recipient": [text.filler(heard)]})
    events: tuple[Event, ...] = (denial, replace(noun, rule="noun:announcement"))
    assert [event.type for event in chosen(text.part(events=events))] == taken

"""What a careful reader would refuse: small articles whose facts must have these fillers and certainties, or none."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts import part
from graph.language import docs
from graph.model import Event, Part
from graph.reading import read_text


def told(nlp: Language, text: str) -> Part:
    return part(next(iter(docs(nlp, [read_text(text)]))))


def events(nlp: Language, text: str, surface: str) -> list[Event]:
    return [event for event in told(nlp, text).events if event.surface == surface]


def fillers(event: Event, role: str) -> list[str]:
    return [filled.filler.text for filled in event.roles if filled.name == role]


BROTHER = "Lind, whose elder brother Ben trains the pair, retired after the match."
ROLES = [
    # the verb behind the clauses that tell who somebody is
    ("Petra Oak, who had run the museum for a decade, left to join a bank.", "left", "agent", ["Petra Oak"]),
    ("Lind, whose elder brother Ben trains the pair, retired after the match.", "retired", "agent", ["Lind"]),
    (
        "Lind, whose elder brother Ben trains the pair, retired after the match.",
        "trains",
        "agent",
        ["elder brother Ben"],
    ),
    # whoever is blamed for it has failed to do it
    ("Mayor Ann Oak blamed the council for failing to warn tenants.", "warn", "agent", ["the council"]),
    # the clause is about the last of several places
    (
        "The cuts fall in Norway and Peru, where the firm opened a mine last year.",
        "opened",
        "location",
        ["Peru"],
    ),
    ("Hurricane Nadine triggered flash floods in Cuba.", "floods", "cause", ["Hurricane Nadine"]),
    ("Hurricane Nadine triggered flash floods in Cuba.", "floods", "patient", []),
    ("The minister retired after the match.", "retired", "cause", []),
]


@pytest.mark.parametrize(("text", "surface", "role", "expected"), ROLES)
def test_who_and_where(nlp: Language, text: str, surface: str, role: str, expected: list[str]) -> None:
    (event,) = events(nlp, text, surface)
    assert fillers(event, role) == expected


CERTAINTIES = [
    # the second of two passives shares the auxiliary
    ("The treasurer will step down in May and be succeeded by Ann Oak.", "succeeded", "planned"),
    # what came of a contest is told
    ("Petra Oak beat Ann Lind on Sunday to win the Harbour Open.", "win", "asserted"),
    ("Petra Oak met Ann Lind on Sunday to win her support.", "win", "planned"),
]


@pytest.mark.parametrize(("text", "surface", "expected"), CERTAINTIES)
def test_certainties(nlp: Language, text: str, surface: str, expected: str) -> None:
    (event,) = events(nlp, text, surface)
    assert event.factuality == expected


REFUSED = [
    ("The hall will bear her name.", "Birth"),
    ("The firm said orders from shipyards fell.", "Request"),
]


@pytest.mark.parametrize(("text", "unwanted"), REFUSED)
def test_other_senses(nlp: Language, text: str, unwanted: str) -> None:
    assert unwanted not in {event.type for event in told(nlp, text).events}


def test_what_a_march_is_called_for_is_no_claim(nlp: Language) -> None:
    assert not told(nlp, "The march was called by a federation of tenants to mark the day.").claims


def test_people_told_apart_by_a_clause_are_not_those_before(nlp: Language) -> None:
    text = "Police arrested 63 people on Monday. The mayor thanked the people who voted for her."
    (arrest,), (vote,) = events(nlp, text, "arrested"), events(nlp, text, "voted")
    arrested = next(role.filler for role in arrest.roles if role.name == "patient")
    voters = next(role.filler for role in vote.roles if role.name == "agent")
    assert arrested.chain is None or arrested.chain != voters.chain


def test_one_of_a_people_is_not_the_people(nlp: Language) -> None:
    text = 'Mrs Ann Lind lost to Mrs Irina Grell. "She deserved it," the Russian said.'
    (claim,) = told(nlp, text).claims
    assert claim.speaker is not None
    assert claim.speaker.type == "Participant"

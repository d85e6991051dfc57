"""Clauses and phrases that the parse hangs on the wrong word."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts import part
from graph.language import docs, lines
from graph.model import Event, Part
from graph.reading import read_text


def told(nlp: Language, sentence: str) -> Part:
    return part(next(iter(lines(nlp, [sentence]))))


def fillers(event: Event, role: str) -> list[str]:
    return [filled.filler.text for filled in event.roles if filled.name == role]


@pytest.mark.parametrize(
    ("sentence", "surface", "role", "wanted"),
    [
        ("The deputies accused the mayor of lying and demanded an inquiry.", "demanded", "agent", ["The deputies"]),
        ("The mayor said the tram would cost jobs, and accused the union of lying.", "accused", "agent", ["The mayor"]),
        ("A thief was jailed for two years at Bristol Crown Court.", "jailed", "location", ["Bristol Crown Court"]),
        ("The regulator handed Nordbank a fine for the breach.", "fine", "patient", ["Nordbank"]),
        ("The head of Unicef in Chad, Maria Sanz, thanked the army.", "thanked", "agent", ["Maria Sanz"]),
        ("The club banned Petra Oak and two of her sisters.", "banned", "patient", ["Petra Oak", "two of her sisters"]),
        ("The mayor thanked two passers-by for their help.", "thanked", "beneficiary", ["two passers-by"]),
        ("The merger would create a group with 300 shops.", "create", "patient", ["a group"]),
        ("Scientists blame pollution for the growing number of deaths.", "blame", "patient", ["pollution"]),
        ("The new president, Aiko Tanabe, is due to meet creditors in Osaka.", "meet", "agent", ["Aiko Tanabe"]),
        ("The museum handed the statue back to Cambodia.", "handed", "recipient", ["Cambodia"]),
        (
            "The museum opened its records after a newspaper, the Courier, published an article.",
            "published",
            "agent",
            ["the Courier"],
        ),
        ("Talks mediated by the bishop collapsed on Monday.", "Talks", "agent", ["the bishop"]),
        ("The mayor is not seeking re-election.", "seeking", "about", ["re-election"]),
        ("The pair, Ann Oak and Bo Lind, resigned.", "resigned", "agent", ["Ann Oak", "Bo Lind"]),
        ("The bill passed with the support of the Greens.", "support", "agent", ["the Greens"]),
        ("Hundreds marched in support of the miners.", "support", "beneficiary", ["the miners"]),
        ("An earthquake in Chile frightened the miners.", "earthquake", "location", ["Chile"]),
        ("The flood forced five families to move.", "forced", "patient", ["five families"]),
        ("The judge acquitted the manager of negligence.", "acquitted", "about", ["negligence"]),
        ("Eight others left the rig.", "left", "agent", ["Eight others"]),
        ("Denmark's election was held on Wednesday.", "election held", "location", ["Denmark"]),
        ("She sent a letter to the minister on Friday.", "sent", "recipient", ["the minister"]),
        ("The strike, called by two unions, ended on Monday.", "strike", "organizer", ["two unions"]),
    ],
)
def test_roles_go_to_the_verb_that_they_belong_to(
    nlp: Language, sentence: str, surface: str, role: str, wanted: list[str]
) -> None:
    (event,) = [event for event in told(nlp, sentence).events if event.surface == surface]

    assert fillers(event, role) == wanted


def test_a_clause_behind_where_it_is_said_is_said(nlp: Language) -> None:
    (claim,) = told(nlp, "The team had suggested in an earlier paper that young bats learn alone.").claims

    assert (claim.text, claim.speaker and claim.speaker.text) == ("young bats learn alone", "The team")


def test_a_relative_clause_is_not_said(nlp: Language) -> None:
    claims = told(nlp, "The coach complained about a penalty that the referee gave in overtime.").claims

    assert [claim.text for claim in claims if claim.text.startswith("the referee")] == []


def test_what_the_speaker_goes_on_to_do_is_not_said(nlp: Language) -> None:
    found = told(nlp, "The deputies accused the mayor of lying and called for his resignation.")

    assert [claim.text for claim in found.claims][:1] == ["accused the mayor of lying"]
    assert [e.factuality for e in found.events if e.surface == "called for"] == ["asserted"]


def test_a_position_may_stand_before_a_place_and_a_name(nlp: Language) -> None:
    (position,) = told(nlp, "The secretary of the union in Santos, Ana Lima, criticised the plan.").positions

    assert (position.title, position.person.text) == ("secretary", "Ana Lima")
    assert position.organization is not None
    assert position.organization.text.startswith("the union")


def test_what_a_colon_parts_is_not_said(nlp: Language) -> None:
    found = told(nlp, "Business groups have criticised the bill: the council warned that it could cost jobs.")

    assert [e.factuality for e in found.events if e.surface == "criticised"] == ["asserted"]
    assert [claim.text for claim in found.claims if claim.text.startswith("it")] == ["it could cost jobs"]


@pytest.mark.parametrize(
    ("headline", "role"),
    [("Four climbers rescued after storm in Alps", "patient"), ("Rebels free two teachers", "agent")],
)
def test_a_past_form_in_a_headline_is_passive(nlp: Language, headline: str, role: str) -> None:
    body = "The weather will be fine in most of the valleys on Tuesday, forecasters said."
    found = part(next(iter(docs(nlp, [read_text(f"{headline}\n\n{body}")])))).events

    assert fillers(found[0], role) == [headline.partition(" rescued")[0].partition(" free")[0]]

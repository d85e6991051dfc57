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


@pytest.mark.parametrize(
    ("text", "surface", "role", "expected"),
    [
        # what people come to is nobody
        ("Nine pilgrims were crushed to death on Monday.", "crushed", "patient", ["Nine pilgrims"]),
        # what a verb says an event is to somebody is not done by him
        ('The mayor called the attack "an act of cowards" and left.', "attack", "organizer", []),
        # "which" may stand for either
        ("Lind bought a villa in Spain, which has since been seized.", "seized", "patient", []),
        # a word that the tokeniser cut in two
        ("Prince Karl wed Petra Oak on Monday.", "wed", "agent", ["Prince Karl", "Petra Oak"]),
        # "it" is no body where texts are debated
        ("The Harbour Party tabled a motion. It will be debated on Friday.", "debated", "patient", []),
        # who "they" are left open stays so in the sentence
        (
            'Ann Oak joined the guards. "They taught our children, and we owe them respect," Oak said.',
            "owe",
            "recipient",
            [],
        ),
    ],
)
def test_nobody_rather_than_the_wrong_one(
    nlp: Language, text: str, surface: str, role: str, expected: list[str]
) -> None:
    found = [event for event in told(nlp, text).events if event.surface in {surface, f"called the {surface}"}]
    assert [fillers(event, role) for event in found] in ([expected], [] if not expected else [expected])


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("Oak scored late to give Rovers a win.", "give", "asserted"),
        ("The raise was an offer that the union has rejected.", "rejected", "asserted"),
    ],
)
def test_what_was_done(nlp: Language, text: str, surface: str, expected: str) -> None:
    (event,) = events(nlp, text, surface)
    assert event.factuality == expected


def test_a_verb_in_the_present_does_not_share_the_time_of_one_in_the_past(nlp: Language) -> None:
    (event,) = events(nlp, "The band broke away from the army in 2017 and threatens farmers.", "threatens")
    assert event.time is None


def test_to_head_a_ball_is_no_journey_and_no_office(nlp: Language) -> None:
    found = told(nlp, "Captain Ivo Lind headed his side in front from a corner in Lyon.")
    assert "Visit" not in {event.type for event in found.events}
    assert "head" not in {position.title for position in found.positions}


def test_a_lease_to_somebody_is_no_acquisition(nlp: Language) -> None:
    text = "The fund will lease the towers to the firm."
    assert "Acquisition" not in {event.type for event in told(nlp, text).events}


def test_she_who_accused_is_not_the_last_who_spoke_two_sentences_before(nlp: Language) -> None:
    text = (
        '"They are caught," said Luz Oak of a charity. Karl Lind left the meeting early to see the mother of a nurse. '
        "She had accused him of ignoring her letters."
    )
    accused = [claim for claim in told(nlp, text).claims if "accused" in claim.text]
    assert [claim.speaker for claim in accused if claim.speaker is not None] == []


def test_what_a_minister_is_in_charge_of_is_no_body(nlp: Language) -> None:
    (position,) = told(nlp, "Oceans Minister Kavita Oak left.").positions
    assert (position.title, position.organization) == ("Oceans Minister", None)


def test_where_a_player_is_from_is_not_whom_he_plays_for(nlp: Language) -> None:
    text = (
        "Rovers scored a late goal in the match after a penalty for the club. The referee sent the goalkeeper off. "
        "The team thanked Danish striker Mikkel Lind for his goal."
    )
    assert [p.organization for p in told(nlp, text).positions if p.organization is not None] == []


def test_which_behind_several_is_the_last_of_them(nlp: Language) -> None:
    text = (
        "The excavation was financed by the Norway Science Foundation and the German Research Council, which stopped "
        "its support in 2020 because of the drought."
    )
    (event,) = events(nlp, text, "stopped")
    assert fillers(event, "agent") == ["the German Research Council"]


def test_a_museum_elsewhere_is_another(nlp: Language) -> None:
    text = "Tests at the Natural History Museum ended. The minister visited the museum in Haifa on Sunday."
    (event,) = events(nlp, text, "visited")
    assert all(role.filler.type != "Organization" for role in event.roles)


def test_its_director_in_a_country_is_the_firms(nlp: Language) -> None:
    text = "The developer, Nordvind, has promised to bury the cables. Its UK director, Ann Lind, left."
    assert [p.organization.text for p in told(nlp, text).positions if p.organization is not None] == []

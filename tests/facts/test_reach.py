"""How far a verb reaches for its arguments: past a doer, never out of a quotation, up from a conjunct; headlines."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts import part
from graph.language import lines
from graph.model import Event


def told(nlp: Language, sentence: str, type_: str) -> Event:
    found = [event for event in part(next(iter(lines(nlp, [sentence])))).events if event.type == type_]
    assert found, sentence
    return found[0]


def fillers(event: Event, role: str) -> list[str]:
    return [r.filler.text for r in event.roles if r.name == role]


def test_what_stands_behind_a_quotation_is_no_argument_of_a_verb_inside(nlp: Language) -> None:
    text = '"We will not recognise any government that comes by force," the chairman of the bloc, John Mensah, said.'
    assert fillers(told(nlp, text, "Support"), "beneficiary") == ["any government"]


def test_a_gerund_behind_the_doer_is_the_verbs(nlp: Language) -> None:
    event = told(nlp, "The minister was accused by the opposition of lying to the house.", "Accusation")
    assert fillers(event, "patient") == ["The minister"]
    assert fillers(event, "about") == ["lying to the house"]


@pytest.mark.parametrize(
    ("headline", "type_"),
    [("Ferry operator fined after inquiry", "Sanction"), ("Two brothers arrested over theft", "Arrest")],
)
def test_a_past_form_without_object_is_the_passive_of_a_headline(nlp: Language, headline: str, type_: str) -> None:
    event = told(nlp, headline, type_)
    assert [role.name for role in event.roles if role.filler.head in {"operator", "brothers"}] == ["patient"]


def test_tenses_say_whose_verb_a_conjunct_is(nlp: Language) -> None:
    event = told(nlp, "Ada Brandt said the firm had paid the tax and accused the ministry of delay.", "Accusation")
    assert fillers(event, "agent") == ["Ada Brandt"]


def test_a_clause_is_told_with_its_subject(nlp: Language) -> None:
    event = told(nlp, "The survey revealed that prices had risen.", "Announcement")
    assert fillers(event, "about") == ["prices had risen"]


def test_a_series_of_talks_is_talks(nlp: Language) -> None:
    event = told(nlp, "Norway held a series of talks with the rebels.", "Negotiation")
    assert fillers(event, "agent") == ["Norway"]
    assert fillers(event, "attendee") == ["the rebels"]


def test_one_of_them_is_whom_the_apposition_names(nlp: Language) -> None:
    event = told(nlp, "One of them, Darren Poole, has been charged with theft.", "Charge")
    assert fillers(event, "patient") == ["Darren Poole"]


@pytest.mark.parametrize(
    ("sentence", "type_", "factuality"),
    [
        ("The draft foresees the withdrawal of the troops from Lindal.", "Concession", "planned"),
        ("He is said to have met the bishop.", "Meeting", "reported"),
        ("Mira Brandt drew up a plan: an invasion of Kass.", "Attack", "planned"),
        ("A critic cited the mayor for attacking the police.", "Attack", "reported"),
        ("The owners will pay after the house is sold.", "Trade", "planned"),
        ("His remarks about leaving the party angered the council.", "Resignation", "possible"),
        ("They want a leader who frees the prisoners.", "Release", "planned"),
        ("The party's recruitment efforts failed.", "Appointment", "possible"),
        ("Norway sent ships to help the town oust the mayor from office.", "Dismissal", "planned"),
        ("They fenced the pond so that swimmers are rescued soon.", "Aid", "planned"),
    ],
)
def test_what_is_foreseen_or_said_to_be_is_not_asserted(
    nlp: Language, sentence: str, type_: str, factuality: str
) -> None:
    assert told(nlp, sentence, type_).factuality == factuality


@pytest.mark.parametrize(
    ("sentence", "type_", "role", "filler"),
    [
        ("A rocket built by the French company Aeronova exploded on Friday.", "Accident", "patient", "A rocket"),
        ("The board fined Visayan Lines 12 million pesos.", "Sanction", "patient", "Visayan Lines"),
        ("There are many members with beliefs who oppose the law.", "Rejection", "agent", "many members with beliefs"),
        ("US air strikes on the town killed two boys.", "Attack", "agent", "US"),
        ("A series of NATO raids on the port began.", "Raid", "agent", "NATO"),
    ],
)
def test_who_hides_in_a_phrase(nlp: Language, sentence: str, type_: str, role: str, filler: str) -> None:
    assert filler in fillers(told(nlp, sentence, type_), role)


def test_several_people_are_no_single_one_named_behind_them(nlp: Language) -> None:
    text = "Four workers who had repaired the dam, the head of the office, Lena Ross, told a reporter, met the mayor."
    assert not any("Ross" in name for name in fillers(told(nlp, text, "Act"), "agent"))


@pytest.mark.parametrize(
    ("sentence", "type_", "role"),
    [
        ("Mira Campbell went round to churches teaching people.", "Act", "agent"),
        ("The sisters fell out with the twins, which has led to a boycott of the shop.", "Rejection", "agent"),
    ],
)
def test_a_doubtful_doer_is_left_out(nlp: Language, sentence: str, type_: str, role: str) -> None:
    assert not {"churches", "the twins"} & set(fillers(told(nlp, sentence, type_), role))


@pytest.mark.parametrize(
    ("sentence", "supported"),
    [
        ("The union welcomed the manager's resignation.", []),
        ("The union welcomed the manager's plan.", ["the manager"]),
    ],
)
def test_what_befalls_somebody_is_no_support_for_them(nlp: Language, sentence: str, supported: list[str]) -> None:
    assert fillers(told(nlp, sentence, "Support"), "beneficiary") == supported

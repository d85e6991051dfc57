"""Titles of many countries, in front of a name, behind it, and through the verbs that put people in office."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts import part
from graph.language import docs
from graph.model import Position
from graph.reading import read_text


def held(nlp: Language, text: str) -> tuple[Position, ...]:
    return part(next(iter(docs(nlp, [read_text(text)])))).positions


def rows(found: tuple[Position, ...]) -> list[tuple[str, str, str | None, str | None]]:
    return [(p.person.text, p.title, p.organization.text if p.organization else None, p.status) for p in found]


BESIDE = [
    # ranks and titles of several words
    ("Major General Peter Holm spoke.", "Major General", None, None),
    ("Inspector-General Peter Holm spoke.", "Inspector-General", None, None),
    ("Deputy Inspector General Peter Holm spoke.", "Deputy Inspector General", None, "deputy"),
    ("Detective Chief Inspector Peter Holm spoke.", "Detective Chief Inspector", None, None),
    ("Justice Undersecretary Peter Holm spoke.", "Justice Undersecretary", None, None),
    ("Local Government Minister Peter Holm spoke.", "Local Government Minister", None, None),
    # titles of address between the office and the name
    ("Canada's auditor-general, Chief Peter Holm, spoke.", "auditor-general", "Canada", None),
    ("Health Secretary Dr. Peter Holm spoke.", "Health Secretary", None, None),
    ("Anna met the head coach, Peter Holm, of the club.", "head coach", None, None),
    # status
    ("She was hired by then-president Peter Holm.", "president", None, "former"),
    ("The erstwhile treasurer of the World Bank, Peter Holm, spoke.", "treasurer", "World Bank", "former"),
    ("Peter Holm, a former deputy chairman of the World Bank, spoke.", "deputy chairman", "World Bank", "former"),
    # the body behind the name
    ("President Peter Holm of Norway arrived.", "President", "Norway", None),
    # who somebody is, between the title and the name
    ("The World Bank's chairman, lawyer Peter Holm, spoke.", "chairman", "World Bank", None),
    ("The minister replaced Peter Ross with Peter Holm.", None, None, None),
]


@pytest.mark.parametrize(("text", "title", "body", "status"), BESIDE)
def test_titles_beside_a_name(
    nlp: Language, text: str, title: str | None, body: str | None, status: str | None
) -> None:
    assert rows(held(nlp, text)) == ([("Peter Holm", title, body, status)] if title is not None else [])


VERBS = [
    ("The World Bank has named Professor Anna Brandt chairwoman.", "chairwoman", "World Bank", None),
    ("The king appointed Anna Brandt as director of the World Bank.", "director", "World Bank", None),
    ("Anna Brandt was sworn in as Finance Minister.", "Finance Minister", None, None),
    ("Anna Brandt served as director of the World Bank from 2001 to 2005.", "director", "World Bank", "former"),
    ("Anna Brandt resigned as director of the World Bank.", "director", "World Bank", "former"),
    ("Anna Brandt will resign as director of the World Bank.", "director", "World Bank", "outgoing"),
    ("The board sacked Anna Brandt as director of the World Bank.", "director", "World Bank", "former"),
    ("Anna Brandt served on the Flood Commission.", "member", "Flood Commission", "former"),
    ("The Flood Commission, which is chaired by Anna Brandt, met.", "chair", "Flood Commission", None),
]


@pytest.mark.parametrize(("text", "title", "body", "status"), VERBS)
def test_titles_through_a_verb(nlp: Language, text: str, title: str, body: str | None, status: str | None) -> None:
    assert ("Anna Brandt", title, body, status) in rows(held(nlp, text))


def test_both_of_two_appointments_in_one_sentence(nlp: Language) -> None:
    found = held(nlp, "The king appointed Anna Brandt as Health Secretary and Peter Holm as Governor.")

    assert sorted(rows(found)) == [
        ("Anna Brandt", "Health Secretary", None, None),
        ("Peter Holm", "Governor", None, None),
    ]


def test_who_replaces_somebody_as_chairman(nlp: Language) -> None:
    found = held(nlp, "Anna Brandt replaced Peter Holm as chairman of the World Bank.")

    assert sorted(rows(found)) == [
        ("Anna Brandt", "chairman", "World Bank", None),
        ("Peter Holm", "chairman", "World Bank", "former"),
    ]


def test_those_who_dismiss_somebody_hold_no_office_by_it(nlp: Language) -> None:
    assert held(nlp, "Anna Brandt sacked the chairman of the World Bank.") == ()


def test_the_members_of_a_body_that_comprises_them(nlp: Language) -> None:
    found = held(nlp, "The council comprises Anna Brandt, farmer Peter Holm and Mary Stone.")

    assert [(p.person.text, p.title) for p in found] == [
        ("Anna Brandt", "member"),
        ("Peter Holm", "member"),
        ("Mary Stone", "member"),
    ]


@pytest.mark.parametrize("party", ["Labour", "Green Party"])
def test_a_party_in_brackets_has_a_member(nlp: Language, party: str) -> None:
    found = held(nlp, f"Council leader Anna Brandt ({party}) spoke.")

    assert ("Anna Brandt", "member", party, None) in rows(found)


def test_a_place_or_field_in_brackets_is_no_party(nlp: Language) -> None:
    assert [p.title for p in held(nlp, "Council leader Anna Brandt (Oslo) spoke.")] == ["Council leader"]


def test_the_city_of_a_mayor_is_one_that_the_sentence_names(nlp: Language) -> None:
    assert rows(held(nlp, "They met city mayor Anna Brandt.")) == [("Anna Brandt", "city mayor", None, None)]
    assert rows(held(nlp, "In Oslo they met city mayor Anna Brandt.")) == [("Anna Brandt", "city mayor", "Oslo", None)]


def test_who_was_in_office_once_is_so_no_more_where_the_title_stands_alone(nlp: Language) -> None:
    found = held(nlp, "President Anna Brandt spoke. Former President Anna Brandt left.")

    assert rows(found) == [("Anna Brandt", "President", None, "former")]


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Anna Brandt, former head of the collapsed firm World Bank, spoke.", "head", "World Bank"),
        ("Anna Brandt, one of three members of the Flood Commission, spoke.", "member", "Flood Commission"),
        ("Anna Brandt, a retired farmer and a member of the Flood Commission, spoke.", "member", "Flood Commission"),
        ("Anna Brandt, founder and chairwoman of the World Bank, spoke.", "founder", "World Bank"),
        ("Anna Brandt, chairwoman of the World Bank and a judge in Oslo, spoke.", "judge", None),
        ("Professor Anna Brandt of the University of Oslo spoke.", "Professor", "University of Oslo"),
        ("Anna Brandt, a councillor in Oslo, spoke.", "councillor", "Oslo"),
        ("Interior Vice-Minister Anna Brandt spoke.", "Interior Vice-Minister", None),
        ("Acting general manager Anna Brandt spoke.", "general manager", None),
        ("Peter's lawyer, Anna Brandt, spoke.", "lawyer", None),
        (
            "The US under secretary of state for energy, Anna Brandt, spoke.",
            "under secretary of state for energy",
            "US",
        ),
        ("Anna Brandt was chief of staff to the mayor.", "chief of staff", None),
        ("Anna Brandt will become chief risk officer at the World Bank.", "chief risk officer", "World Bank"),
    ],
)
def test_titles_in_longer_phrases(nlp: Language, text: str, title: str, body: str | None) -> None:
    assert (title, body) in [(p.title, p.organization.text if p.organization else None) for p in held(nlp, text)]


@pytest.mark.parametrize(
    "text",
    ['Peter said Anna Brandt had been "the king of easy money" .', "Anna Brandt, who was her boss, spoke."],
)
def test_what_somebody_is_called_is_no_office(nlp: Language, text: str) -> None:
    assert held(nlp, text) == ()


def test_the_name_behind_a_title_within_a_title_is_of_the_inner_one(nlp: Language) -> None:
    found = held(nlp, "They met an adviser to the party leader, Anna Brandt, in Oslo.")

    assert [p.title for p in found] == []


def test_a_chief_with_a_rank_holds_both(nlp: Language) -> None:
    found = held(nlp, "Navy Chief Admiral Anna Brandt spoke.")

    assert sorted(p.title for p in found) == ["Admiral", "Navy Chief"]

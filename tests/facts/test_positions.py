from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts import part
from graph.facts.offices import offices, printed_title
from graph.facts.parsed import parsed
from graph.facts.positions import positions
from graph.language import docs
from graph.model import Position
from graph.reading import read_text


def held(nlp: Language, text: str) -> list[Position]:
    doc = next(iter(docs(nlp, [read_text(text)])))
    return list(positions(parsed(doc)))


def rows(found: list[Position]) -> list[tuple[str, str, str | None]]:
    return [(p.person.text, p.title, p.organization.text if p.organization else None) for p in found]


CASES = [
    # the text, and who holds which office where
    ("Prime Minister Anna Brandt arrived on Monday.", "Anna Brandt", "Prime Minister", None),
    ("Anna Brandt, Director of the Office for Rivers, arrived.", "Anna Brandt", "Director", "Office for Rivers"),
    ("Anna Brandt, 54, chairman of the Dock Workers Union, arrived.", "Anna Brandt", "chairman", "Dock Workers Union"),
    ("Norway's Prime Minister, Anna Brandt, arrived.", "Anna Brandt", "Prime Minister", "Norway"),
    ("Dock Workers Union chairman Anna Brandt arrived.", "Anna Brandt", "chairman", "Dock Workers Union"),
    ("Anna Brandt is the chairman of the Dock Workers Union.", "Anna Brandt", "chairman", "Dock Workers Union"),
    ("Anna Brandt was appointed director of the World Bank.", "Anna Brandt", "director", "World Bank"),
    (
        "Anna Brandt, secretary general of the Dock Workers Union, spoke.",
        "Anna Brandt",
        "secretary general",
        "Dock Workers Union",
    ),
    ("Anna Brandt, who heads the World Bank, arrived.", "Anna Brandt", "head", "World Bank"),
    ("Anna Brandt of the Labour Party was elected.", "Anna Brandt", "member", "Labour Party"),
    ("The Labour Party's Anna Brandt was elected.", "Anna Brandt", "member", "Labour Party"),
    ("Anna Brandt joined the Labour Party in 2010.", "Anna Brandt", "member", "Labour Party"),
    ("Anna Brandt resigned from her leadership of the Labour Party.", "Anna Brandt", "leader", "Labour Party"),
]


@pytest.mark.parametrize(("text", "person", "title", "body"), CASES)
def test_who_holds_which_office(nlp: Language, text: str, person: str, title: str, body: str | None) -> None:
    assert rows(held(nlp, text)) == [(person, title, body)]


@pytest.mark.parametrize(
    "text",
    [
        "The president of the club met Anna Brandt.",
        "The writer Anna Brandt lives in Oslo.",
        "According to Anna Brandt, a director of the Dock Workers Union was hurt.",
        "Anna Brandt met the chairman of the Dock Workers Union.",
    ],
)
def test_no_office_is_made_up(nlp: Language, text: str) -> None:
    assert rows(held(nlp, text)) == []


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        ("Former President Anna Brandt arrived.", "President", "former"),
        ("Acting President Anna Brandt arrived.", "President", "acting"),
        ("Deputy Minister Anna Brandt arrived.", "Deputy Minister", "deputy"),
        ("President-elect Anna Brandt arrived.", "President", "elect"),
        ("President Anna Brandt arrived.", "President", None),
    ],
)
def test_the_status_stands_apart_from_the_title(nlp: Language, text: str, title: str, status: str | None) -> None:
    assert [(p.title, p.status) for p in held(nlp, text)] == [(title, status)]


def test_people_of_a_list_share_the_title(nlp: Language) -> None:
    found = held(nlp, "Councillors Anna Brandt of the Labour Party and Peter Holm of the Green Party were elected.")

    assert sorted(rows(found)) == [
        ("Anna Brandt", "Councillor", None),
        ("Anna Brandt", "member", "Labour Party"),
        ("Peter Holm", "Councillor", None),
        ("Peter Holm", "member", "Green Party"),
    ]


def test_respectively_pairs_in_order(nlp: Language) -> None:
    found = held(nlp, "They met Anna Brandt and Peter Holm of respectively the Labour Party and the Green Party.")

    assert sorted(rows(found)) == [("Anna Brandt", "member", "Labour Party"), ("Peter Holm", "member", "Green Party")]


def test_a_country_stands_behind_its_adjective(nlp: Language) -> None:
    (position,) = held(nlp, "Norway sent help. Norwegian Ambassador Anna Brandt arrived.")

    assert position.organization is not None
    assert position.organization.type == "Place"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Anna Brandt, chairman of the World Bank since 2010, spoke.", "2010", None),
        ("Anna Brandt was director of the World Bank from 2001 to 2005.", "2001", "2005"),
        ("Anna Brandt is director of the World Bank.", None, None),
    ],
)
def test_the_stated_term_is_kept(nlp: Language, text: str, start: str | None, end: str | None) -> None:
    assert [(p.start, p.end) for p in held(nlp, text)] == [(start, end)]


def test_titles_joined_by_and_share_holder_and_body(nlp: Language) -> None:
    found = held(nlp, "Anna Brandt, chairman and chief executive of the World Bank, spoke.")

    assert sorted(rows(found)) == [
        ("Anna Brandt", "chairman", "World Bank"),
        ("Anna Brandt", "chief executive", "World Bank"),
    ]


def test_what_is_denied_is_not_asserted(nlp: Language) -> None:
    assert [p.factuality for p in held(nlp, "Anna Brandt is not the chairman of the World Bank.")] == ["negated"]


def test_the_words_of_a_title_are_read_from_the_text(nlp: Language) -> None:
    doc = next(iter(docs(nlp, [read_text("The union's regional director for West Africa resigned.")])))

    assert [printed_title(office) for office in offices(parsed(doc))] == ["regional director for West Africa"]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Peter Holm said that Prime Minister Anna Brandt had left.", "asserted"),
        ("Peter Holm said that Anna Brandt was the chairman of the World Bank.", "reported"),
        ('"I met Prime Minister Anna Brandt at noon," Peter Holm said.', "reported"),
    ],
)
def test_a_title_in_reported_speech_is_the_articles_own_word(nlp: Language, text: str, factuality: str) -> None:
    doc = next(iter(docs(nlp, [read_text(text)])))

    assert [position.factuality for position in part(doc).positions] == [factuality]

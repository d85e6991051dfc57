"""Parses that are mended before facts are read from them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts import part
from graph.language import docs
from graph.reading import read_text


@pytest.mark.parametrize(
    ("text", "kind", "patients", "office"),
    [
        ("The World Bank has named Anna Brandt dean of law.", "Appointment", ["Anna Brandt"], "dean of law"),
        ("The World Bank named farmer Anna Brandt chairwoman.", "Appointment", ["farmer Anna Brandt"], "chairwoman"),
        ("The members elected Anna Brandt president.", "Election", ["Anna Brandt"], "president"),
        ("The king made Anna Brandt chief of the army.", "Appointment", ["Anna Brandt"], "chief of the army"),
        (
            "The king appointed Anna Brandt as mayor and Peter Holm as sheriff.",
            "Appointment",
            ["Anna Brandt", "Peter Holm"],
            "sheriff",
        ),
    ],
)
def test_who_is_named_what(nlp: Language, text: str, kind: str, patients: list[str], office: str) -> None:
    (event,) = part(next(iter(docs(nlp, [read_text(text)])))).events

    assert event.type == kind
    assert [role.filler.text for role in event.roles if role.name == "patient"] == patients
    assert office in [role.filler.text for role in event.roles if role.name == "about"]


def test_a_title_before_a_name_is_no_second_object(nlp: Language) -> None:
    (event,) = part(next(iter(docs(nlp, [read_text("The members elected Labour leader Anna Brandt.")])))).events

    assert {role.name: role.filler.text for role in event.roles} == {
        "agent": "The members",
        "patient": "Labour leader Anna Brandt",
    }

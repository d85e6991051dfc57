"""Noun phrases as participants: words, kind, count, and who is meant."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts.naming import places_in, referents
from graph.facts.parsed import Token, parsed
from graph.facts.phrases import filler
from graph.language import lines


def word(nlp: Language, sentence: str, text: str) -> Token:
    doc = parsed(next(iter(lines(nlp, [sentence]))))
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("sentence", "head", "text", "type_", "count"),
    [
        (
            "They met senior officials of the union who disagreed.",
            "officials",
            "senior officials of the union",
            "Participant",
            None,
        ),
        ("The storm killed 107 pilgrims.", "pilgrims", "107 pilgrims", "Participant", 107),
        ("The storm killed twelve pilgrims, officials said.", "pilgrims", "twelve pilgrims", "Participant", 12),
        ("The storm killed 107 or more.", "107", "107 or more", "Participant", 107),
        ("They discussed the new harbour.", "harbour", "the new harbour", "Thing", None),
        ("They fired dozens of rounds.", "dozens", "dozens of rounds", "Thing", None),
        ("They saw dozens of men.", "dozens", "dozens of men", "Participant", None),
        ("The police, a small force, left.", "police", "The police", "Participant", None),
    ],
)
def test_fillers(nlp: Language, sentence: str, head: str, text: str, type_: str, count: int | None) -> None:
    found = filler(word(nlp, sentence, head))
    assert found is not None
    assert (found.text, found.type, found.count) == (text, type_, count)


@pytest.mark.parametrize(
    ("sentence", "head"), [("It rained.", "It"), ("There were clouds.", "There"), ("He ran.", "ran")]
)
def test_what_names_nobody_is_no_filler(nlp: Language, sentence: str, head: str) -> None:
    assert filler(word(nlp, sentence, head)) is None


def test_a_plural_stands_for_the_names_after_it(nlp: Language) -> None:
    token = word(nlp, "The councillors Anna Brandt and Peter Olsen resigned.", "councillors")
    assert {found.text for found in referents(token)} <= {"Brandt", "Olsen", "councillors"}


def test_a_place_is_named_by_the_name_in_its_phrase(nlp: Language) -> None:
    assert [token.text for token in places_in(word(nlp, "It burned in the town of Madrid.", "town"))] == ["Madrid"]


def test_a_plural_means_the_names_that_it_points_back_to(nlp: Language) -> None:
    plural = word(nlp, "Ghana and Togo signed a treaty, and they will sign another.", "they")
    assert [token.text for token in referents(plural)] == ["Ghana", "Togo"]

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts.parsed import parsed
from graph.facts.relations import relations
from graph.language import docs
from graph.reading import read_text
from graph.vocabulary import RELATIONS


def ties(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    doc = next(iter(docs(nlp, [read_text(text)])))
    found = list(relations(parsed(doc)))
    assert all(relation.predicate in RELATIONS for relation in found)
    return [(r.subject.text, r.predicate, r.object.text) for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire began in Bergen, Norway.", ("Bergen", "containedInPlace", "Norway")),
        ("They met at the World Bank in Washington.", ("World Bank", "location", "Washington")),
        ("Anna Brandt's husband, Peter Holm, resigned.", ("Peter Holm", "spouse", "Anna Brandt")),
        ("Anna Brandt married Peter Holm in May.", ("Anna Brandt", "spouse", "Peter Holm")),
        ("Peter Holm, the son of Anna Brandt, resigned.", ("Peter Holm", "parent", "Anna Brandt")),
        ("Microsoft was founded by Anna Brandt.", ("Microsoft", "founder", "Anna Brandt")),
        ("Anna Brandt founded Microsoft in 1980.", ("Microsoft", "founder", "Anna Brandt")),
        ("Anna Brandt, founder of Microsoft, resigned.", ("Microsoft", "founder", "Anna Brandt")),
        ("The World Bank owns Microsoft.", ("Microsoft", "owner", "World Bank")),
        ("Anna Brandt, a Norwegian journalist, resigned.", ("Anna Brandt", "nationality", "Norwegian")),
    ],
)
def test_a_lasting_tie(nlp: Language, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in ties(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "He travelled to Norway, Sweden and Denmark.",
        "Anna Brandt met Peter Holm.",
        "Her wife resigned.",
    ],
)
def test_no_tie_is_made_up(nlp: Language, text: str) -> None:
    assert ties(nlp, text) == []


def test_a_camp_that_the_article_names_has_members(nlp: Language) -> None:
    text = "The pro-reform camp won. Two pro-reform councillors, Anna Brandt and Peter Holm, were elected."

    assert sorted(ties(nlp, text)) == [
        ("Anna Brandt", "memberOf", "pro-reform camp"),
        ("Peter Holm", "memberOf", "pro-reform camp"),
    ]


@pytest.mark.parametrize(
    ("text", "subject", "predicate", "thing"),
    [
        ("Anna Brandt is married to the novelist Peter Holm.", "Anna Brandt", "spouse", "Peter Holm"),
        ("Anna Brandt lives with her husband, Peter Holm.", "Peter Holm", "spouse", "her"),
        ("The Dock Workers Union, an Oslo-based group, met.", "Dock Workers Union", "location", "Oslo"),
        ("The World Bank belongs to the Nordic Council.", "World Bank", "owner", "Nordic Council"),
        ("The World Bank is owned by the Holm family.", "World Bank", "owner", "the Holm family"),
        ("The Swiss skier Anna Brandt won.", "Anna Brandt", "nationality", "Swiss"),
    ],
)
def test_further_ties(nlp: Language, text: str, subject: str, predicate: str, thing: str) -> None:
    assert (subject, predicate, thing) in ties(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "They met in Norway in Oslo.",
        "The Swiss lender Anna Brandt grew.",
        "They have two daughters.",
        "Peter Holm is a son-in-law of Anna Brandt.",
    ],
)
def test_no_further_tie(nlp: Language, text: str) -> None:
    assert ties(nlp, text) == []

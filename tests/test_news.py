"""The main job on real news, where the development data lies beside the checkout: what one page states, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import pipeline
from graph.knowledge import KnowledgeGraph, open_kg

PAGE = "dawn_counter_trafficking.txt"

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def kg(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    path = tmp_path_factory.mktemp("news") / "kg"
    pipeline.build(path, [str(shared / "articles")])
    with open_kg(path) as opened:
        yield opened


def rows(kg: KnowledgeGraph, sparql: str) -> list[tuple[str | None, ...]]:
    """The rows of a query as texts, sorted."""
    return sorted((tuple(row) for row in kg.query(sparql).texts()), key=str)


def test_one_roundtable_with_two_organisers_and_an_attendee(kg: KnowledgeGraph) -> None:
    found = rows(
        kg,
        """SELECT ?event ?organiser ?attendee {
            ?event ng:surface ?surface ; schema:organizer/rdfs:label ?organiser ; schema:attendee/rdfs:label ?attendee
            FILTER(CONTAINS(?surface, "roundtable")) }""",
    )
    assert [row[1:] for row in found] == [
        ("International Organisation for Migration", "Mark P. Lagon"),
        ("Ministry of Interior", "Mark P. Lagon"),
    ]
    assert len({row[0] for row in found}) == 1


def test_the_briefer_is_said_to_be_unstated(kg: KnowledgeGraph) -> None:
    briefings = rows(
        kg,
        """SELECT ?who ?agent ?open {
            ?event a ng:Briefing ; ng:recipient/rdfs:label ?who .
            OPTIONAL { ?event ng:agent ?agent } OPTIONAL { ?event ng:unstated ?open } }""",
    )
    assert ("Mark P. Lagon", None, "https://w3id.org/newsgraph/ns#agent") in briefings


@pytest.mark.parametrize(
    ("person", "title", "organization"),
    [
        ("Mark P. Lagon", "Director", "Office to Monitor and Combat Trafficking in Persons"),
        ("Rehman Malik", "Adviser to the PM of Interior Affairs", None),
        (
            "Hassan Abdel Moneim Mostafa",
            "regional Representative for West and Central Asia",
            "International Organisation for Migration",
        ),
    ],
    ids=["Lagon", "Malik", "Mostafa"],
)
def test_positions_as_printed(kg: KnowledgeGraph, person: str, title: str, organization: str | None) -> None:
    held = rows(
        kg,
        """SELECT ?person ?title ?organization {
            ?held a org:Membership ; org:member/rdfs:label ?person ; org:role/rdfs:label ?title .
            OPTIONAL { ?held org:organization/rdfs:label ?organization } }""",
    )
    assert (person, title, organization) in held


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        ("Rehman Malik", "linked with economic disparity"),
        ("Rehman Malik", "deceived by agents"),
        ("Hassan Abdel Moneim Mostafa", "far from over"),
        ("Hassan Abdel Moneim Mostafa", "a great deal of work"),
    ],
)
def test_claims_with_their_words(kg: KnowledgeGraph, speaker: str, words: str) -> None:
    said = rows(kg, "SELECT ?who ?text { ?claim a schema:Claim ; schema:author/rdfs:label ?who ; schema:text ?text }")
    assert any(who == speaker and words in (text or "") for who, text in said)


def test_nothing_comes_from_the_teasers(kg: KnowledgeGraph) -> None:
    labels = {label for (label,) in rows(kg, "SELECT DISTINCT ?label { ?x rdfs:label|skos:altLabel ?label }")}
    assert not {label for label in labels if label and any(word in label for word in ("Imran", "Gandapur", "Lakki"))}
    quotes = rows(
        kg,
        f"""SELECT ?quote {{ GRAPH ?article {{ ?article schema:identifier "{PAGE}" .
            ?span oa:hasSelector/oa:exact ?quote }} }}""",
    )
    assert quotes
    assert not [quote for (quote,) in quotes if quote and ("2024" in quote or "rumour" in quote)]
    blocks = rows(
        kg,
        f"""SELECT ?text ?reason {{ GRAPH ?article {{ ?article schema:identifier "{PAGE}" .
            ?block a ng:ExcludedBlock ; schema:text ?text ; ng:reason ?reason }} }}""",
    )
    assert any("Imran Khan" in (text or "") and reason for text, reason in blocks)


def test_dateline_is_kept_and_no_year_is_made_up(kg: KnowledgeGraph) -> None:
    [(place, day, published)] = rows(
        kg,
        f"""SELECT ?place ?day ?published {{ GRAPH ?article {{
            ?article schema:identifier "{PAGE}" ; ng:datelinePlace ?place ; ng:datelineDay ?day .
            OPTIONAL {{ ?article schema:datePublished ?published }} }} }}""",
    )
    assert (place, day, published) == ("ISLAMABAD", "--09-10", None)
    dates = rows(
        kg,
        f"""SELECT ?date {{ GRAPH ?article {{ ?article schema:identifier "{PAGE}" . ?s rdf:subject ?event }}
            ?event schema:startDate ?date }}""",
    )
    assert {date[:4] for (date,) in dates if date} <= {"2006"}


def test_one_query_gives_each_fact_with_its_sentence(kg: KnowledgeGraph) -> None:
    found = rows(
        kg,
        """SELECT ?event ?role ?filler ?sentence { ?event a sem:Event ; ?role ?filler .
            GRAPH ?article { ?statement rdf:subject ?event ; rdf:predicate ?role ; rdf:object ?filler ;
                ng:evidence/oa:hasSelector/oa:exact ?sentence } }""",
    )
    assert len(found) > 500
    assert all(row[3] for row in found)


def test_the_rules_hold(kg: KnowledgeGraph) -> None:
    _, violations = kg.check()
    assert not violations

"""What one article's facts become."""

from __future__ import annotations

from graph.rdf import misquotes
from tests.rdf.parts import briefing, described, store, violations

ASK = """PREFIX ng: <https://w3id.org/newsgraph/ns#> PREFIX schema: <https://schema.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> """


def test_a_whole_article_breaks_no_rule():
    _, quads = described(briefing())
    assert violations(store(quads)) == {}


def test_one_roundtable_has_two_organisers():
    _, quads = described(briefing())
    rows = store(quads).query(ASK + "SELECT ?l { ?e a ng:Conference ; schema:organizer/rdfs:label ?l } ORDER BY ?l")
    assert [row["l"].value for row in rows] == ["Harbour Board", "Ministry of Ports"]


def test_a_plain_query_finds_no_planned_visit():
    _, quads = described(briefing())
    dataset = store(quads)
    assert not dataset.query(ASK + "ASK { ?e a ng:Visit }")
    assert dataset.query(ASK + "ASK { GRAPH ?g { ?e a ng:Visit ; ng:claimedIn ?claim ; ng:factuality ng:Planned } }")


def test_every_quote_is_cut_out_of_the_kept_text():
    part = briefing()
    description, _ = described(part)
    assert list(misquotes(description.quads, part.article.text)) == []
    assert len(list(misquotes(description.quads, part.article.text.replace("Lind is", "Lund is")))) == 1

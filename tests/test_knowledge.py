"""The Python face: build, open, ask, look up, draw and write."""

from __future__ import annotations

from pathlib import Path

import pytest

import graph
from graph.errors import LimitError, NotFoundError

NEWS = (
    "LAGOS, June 3: Minister Ada Obi met Ambassador Paul Stone in Lagos on Tuesday. "
    'Obi said the talks would go on. "We want more," she told reporters.\n'
)


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("knowledge")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    with graph.build(folder / "kg", folder / "news.txt", date="2024-06-05") as built:
        yield built


def test_build_gives_the_graph_and_says_what_was_done(kg: graph.KnowledgeGraph) -> None:
    assert kg.report is not None
    assert (kg.report.new, kg.report.counts["articles"]) == (1, 1)
    assert repr(kg).startswith("KnowledgeGraph(")
    assert "<td>articles</td><td>1</td>" in kg._repr_html_()


def test_facts_come_with_their_sentence(kg: graph.KnowledgeGraph) -> None:
    found = kg.entity("Ada Obi")
    assert found.type == "Person"
    entries = [entry for section in kg.explain(found.iri).sections.values() for entry in section]
    assert any(entry.sentence.startswith("Minister Ada Obi met") for entry in entries)
    assert kg.check()[1] == []


def test_a_limited_query_answers_as_any_other(kg: graph.KnowledgeGraph) -> None:
    sparql = "SELECT ?name { ?one a schema:Person ; rdfs:label ?name } ORDER BY ?name"
    assert list(kg.query(sparql, timeout=60)) == list(kg.query(sparql))
    with pytest.raises(LimitError, match="longer than"):
        kg.query("SELECT (COUNT(*) AS ?n) { GRAPH ?a { ?b ?c ?d . ?e ?f ?g . ?h ?i ?j . ?k ?l ?m } }", timeout=1)


def test_every_way_out(kg: graph.KnowledgeGraph, tmp_path: Path) -> None:
    assert kg.view(tmp_path / "kg.html", focus="Ada Obi") == tmp_path / "kg.html"
    assert "Ada Obi" in (tmp_path / "kg.html").read_text(encoding="utf-8")
    assert "<iframe" in kg.view()._repr_html_()
    kg.export(tmp_path / "kg.ttl")
    assert "Ada Obi" in (tmp_path / "kg.ttl").read_text(encoding="utf-8")
    with pytest.raises(NotFoundError, match="nonsense"):
        kg.export(tmp_path / "kg.nonsense")
    labels = {data["label"] for _, data in kg.network().nodes(data=True)}
    assert {"Ada Obi", "Paul Stone"} <= labels
    assert kg.unmapped() == sorted(kg.unmapped(), key=lambda row: (-row[1], -row[2], row[0]))


def test_extract_needs_no_graph() -> None:
    facts = graph.extract(NEWS, date="2024-06-05")
    assert {type(fact) for fact in facts} >= {graph.Event, graph.Claim}

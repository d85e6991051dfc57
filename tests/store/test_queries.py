"""Queries: what is bound, what is refused, what comes back; and the named questions."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

import graph
from graph.errors import KnowledgeGraphError, NotFoundError, QueryError
from graph.knowledge import KnowledgeGraph
from graph.store import texts
from graph.store.questions import question, questions
from graph.store.sparql import run
from tests.store.made_up import article, build

PEOPLE = "SELECT ?name ?who { ?one a schema:Person ; rdfs:label ?name FILTER(CONTAINS(?name, COALESCE(?who, ''))) }"


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory):
    path = tmp_path_factory.mktemp("queries") / "kg"
    texts = ["Ada Moss met Harbour Board met Oslo.", "Bo Lind met Ada Moss met pilot fees.", 'Bo Lind met Oslo "x".']
    build(path, [(f"/{n}", article(text, f"{n}.txt", f"2024-01-0{n + 1}")) for n, text in enumerate(texts)])
    with graph.open(path) as opened:
        yield opened


def test_rows(kg: KnowledgeGraph) -> None:
    results = kg.query(PEOPLE + " ORDER BY ?name")
    assert list(results) == [("Ada Moss", None), ("Bo Lind", None)]
    assert list(results) == list(results)
    assert results.columns == ("name", "who")
    assert list(results.to_pandas()["name"]) == ["Ada Moss", "Bo Lind"]
    assert "<td>Ada Moss</td>" in results._repr_html_()


def test_values_are_bound_never_pasted(kg: KnowledgeGraph) -> None:
    assert [name for name, _ in kg.query(PEOPLE, who="Moss")] == ["Ada Moss"]
    for hostile in ('x" ) } #', "') . ?s ?p ?o } #", "\\", "\n", "}" * 1000):
        assert list(kg.query(PEOPLE, who=hostile)) == []
    found = kg.entity("ada moss")
    assert list(kg.query("SELECT ?name ?one { ?one rdfs:label ?name }", one=found)) == [("Ada Moss", found.iri)]


def test_default_graph_alone(kg: KnowledgeGraph) -> None:
    assert len(kg.query("SELECT ?s { ?s a rdf:Statement }")) == 0
    assert len(kg.query("SELECT ?s { GRAPH ?g { ?s a rdf:Statement } }")) > 0
    assert bool(kg.query("ASK { ?s a schema:Person }"))
    assert not kg.query("ASK { ?s a schema:Legislation }")


@pytest.mark.parametrize(
    ("sparql", "reason"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { SERVICE SILENT ?host { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { { SELECT * { GRAPH ?g { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } } } }", "SERVICE is refused"),
        ("SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }", "SERVICE is refused"),
        ("SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", ""),
        ("SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }", "FROM <http://127.0.0.1:1/> is refused"),
        ("SELECT * FROM NAMED schema:x { ?s ?p ?o }", "is refused"),
        ("LOAD <http://127.0.0.1:1/>", "malformed"),
        ("DROP ALL", "malformed"),
        ("SELECT ?s {\n ?s ?p }", "malformed at 2:"),
        ("SELECT ?s { ?s ?p ?o FILTER(?o = ?x) }", "must be among the SELECT's variables"),
    ],
)
def test_refused(kg: KnowledgeGraph, sparql: str, reason: str) -> None:
    with pytest.raises(QueryError) as refused:
        kg.query(sparql, **({"x": 1} if "?x" in sparql else {}))
    assert reason in str(refused.value)


def test_its_own_graphs_may_be_asked(kg: KnowledgeGraph) -> None:
    assert len(kg.query("SELECT * FROM <graph/identity> { ?s dcterms:isReplacedBy ?o }")) > 0
    assert len(kg.query('SELECT * { ?s ?p ?o FILTER(?o = "service from") }')) == 0


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_table_formats(kg: KnowledgeGraph, form: str) -> None:
    whole, cut = io.BytesIO(), io.BytesIO()
    kg.query(PEOPLE).write(whole, form)
    kg.query(PEOPLE).limited(1).write(cut, form)
    assert b"Ada Moss" in whole.getvalue()
    assert b"Bo Lind" in whole.getvalue()
    assert len(cut.getvalue()) < len(whole.getvalue())
    answer = io.BytesIO()
    kg.query("ASK {}").write(answer, form)
    assert b"true" in answer.getvalue()


def test_triples(kg: KnowledgeGraph) -> None:
    results = kg.query("CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s a schema:Person ; rdfs:label ?o }")
    stream = io.BytesIO()
    results.write(stream, "ttl")
    assert b'rdfs:label "Ada Moss"' in stream.getvalue()
    assert len(results.to_rdflib()) == 2
    with pytest.raises(NotFoundError, match="ttl"):
        results.write(io.BytesIO(), "csv")


@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")
def test_rdflib(kg: KnowledgeGraph) -> None:
    assert len(list(kg.dataset.query("SELECT ?s WHERE { ?s a <https://schema.org/Person> }"))) == 2
    assert len(kg.query(PEOPLE).to_rdflib().bindings) == 2


def test_there_are_enough_questions() -> None:
    assert len(questions()) >= 20
    for asked in questions():
        assert asked.title.endswith("?")
        assert asked.description.endswith(".")


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_every_question_is_answered_and_its_parameters_count(kg: KnowledgeGraph, name: str) -> None:
    [question] = [found for found in questions() if found.name == name]
    whole = kg.ask(name)
    assert not set(question.parameters) & set(whole.columns)
    stream = io.BytesIO()
    whole.write(stream, "json")
    assert len(json.loads(stream.getvalue())["results"]["bindings"]) == len(whole)
    for parameter in question.parameters:
        assert len(kg.ask(name, **{parameter: "9" if parameter in {"at_least", "below"} else "zzz"})) != len(whole) or (
            not len(whole)
        )


def test_unknown_questions_and_values(kg: KnowledgeGraph) -> None:
    with pytest.raises(NotFoundError, match="who-briefed-whom"):
        kg.ask("nonsense")
    with pytest.raises(NotFoundError, match="takes who"):
        kg.ask("meetings", nonsense="x")


def test_entities(kg: KnowledgeGraph) -> None:
    assert [found.label for found in kg.entities("mos")] == ["Ada Moss"]
    found = kg.entity("Ada Moss")
    assert found.articles == 2
    [moved] = [
        row[0]
        for row in kg.query(
            "SELECT ?old { GRAPH <graph/identity> { ?old dcterms:isReplacedBy ?new } ?new rdfs:label 'Ada Moss' }"
        )
    ]
    assert kg.entity(moved) == found
    with pytest.raises(NotFoundError, match="nothing in the graph"):
        kg.entity("Nobody")
    dossier = kg.explain("Ada Moss")
    assert "events" in dossier.sections
    assert all(entry.sentence and 0 < entry.confidence <= 1 for part in dossier.sections.values() for entry in part)


def test_check_and_status(kg: KnowledgeGraph) -> None:
    rules, violations = kg.check()
    assert len(rules) > 5
    assert [violation.rule for violation in violations if violation.rule == "quotes-as-kept"] == []
    state = kg.status()
    assert state["counts"]["articles"] == 3
    assert [row["article"] for row in state["articles"]] == ["0.txt", "1.txt", "2.txt"]


TOLD_TWICE = """
@prefix : <https://w3id.org/newsgraph/id/> . @prefix ng: <https://w3id.org/newsgraph/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix schema: <https://schema.org/> .
:ada rdfs:label "Ada Moss" . :bo rdfs:label "Bo Lind" .
:met a ng:Meeting ; ng:agent :ada ; ng:patient :bo .
<graph/claims> { :unmet a ng:Meeting ; ng:agent :bo ; ng:patient :ada ; ng:factuality ng:Negated .
  :other a ng:Visit ; ng:agent :bo ; ng:patient :ada ; ng:factuality ng:Negated }
:one { :one schema:identifier "1.txt" .
  :s1 rdf:subject :met ; rdf:predicate ng:agent ; rdf:object :ada ; ng:evidence :e1 .
  :s2 rdf:subject :met ; rdf:predicate ng:patient ; rdf:object :bo ; ng:evidence :e1 .
  :e1 oa:hasSelector :q1 . :q1 oa:exact "Ada Moss met Bo Lind." }
:two { :two schema:identifier "2.txt" .
  :s3 rdf:subject :unmet ; rdf:predicate ng:agent ; rdf:object :bo ; ng:evidence :e2 .
  :s4 rdf:subject :unmet ; rdf:predicate ng:patient ; rdf:object :ada ; ng:evidence :e2 .
  :e2 oa:hasSelector :q2 . :q2 oa:exact "Bo Lind never met Ada Moss." }
"""


@pytest.mark.parametrize(("values", "rows"), [({}, 1), ({"who": "lind"}, 1), ({"who": "Oslo"}, 0)])
def test_what_is_stated_here_and_denied_there(values: dict[str, str], rows: int) -> None:
    base = "https://w3id.org/newsgraph/id/"
    store = Store()
    store.load(TOLD_TWICE, RdfFormat.TRIG, base_iri=base)
    asked = question("contradictions", frozenset(values))
    found = [[term and term.value for term in row] for row in run(store, asked.sparql, values, base)]
    stated, denied = "Ada Moss met Bo Lind.", "Bo Lind never met Ada Moss."
    told = ["Meeting", "Ada Moss", "Bo Lind", stated, "1.txt", denied, "2.txt"]
    assert [row[:7] for row in found] == [told] * rows


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("said")
    told = "Maria Lopez said that Peter Holm had claimed that Anna Brandt stole the money."
    (folder / "one.txt").write_text(f"{told} Jonas Weber accused Lena Fischer of lying.\n", encoding="utf-8")
    graph.build(folder / "kg", [str(folder / "one.txt")])
    with graph.open(folder / "kg") as opened:
        yield opened


@pytest.mark.parametrize(
    ("about", "speakers"),
    [
        ("Brandt", ["Maria Lopez"]),  # named by the claim inside the claim
        ("Fischer", ["Jonas Weber"]),  # named by the accusation that makes the claim
        ("Weber", []),  # who says it is not what it is about
        ("Oslo", []),
    ],
)
def test_a_claim_is_found_by_whom_its_facts_name(said: KnowledgeGraph, about: str, speakers: list[str]) -> None:
    asked = question("claims", frozenset({"about"}))
    assert [row[0] for row in said.query(asked.sparql, about=about)] == speakers


def test_a_quote_that_the_kept_text_does_not_hold_is_told(kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = list(texts.articles(kg.path, kg._generation.db))
    tampered = [replace(article, text=article.text.replace("Bo Lind", "Jo Lind")) for article in kept]
    _, sound = kg.check()
    monkeypatch.setattr("graph.knowledge.texts.articles", lambda *_: iter(tampered))
    _, violations = kg.check()
    told = [violation.subject for violation in violations if violation not in sound]
    assert {violation.rule for violation in violations if violation not in sound} == {"quotes-as-kept"}
    assert len(told) == sum("Bo Lind" in article.text for article in kept) == 2


def test_a_folder_without_a_kg(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeGraphError, match="newsgraph build"):
        graph.open(tmp_path)

"""Happenings across articles, kept up to date by the fold; and known things of a gazetteer."""

from __future__ import annotations

from pathlib import Path

import graph
from graph import pipeline
from graph.pipeline import BuildOptions
from tests.store.made_up import article, build, forget, nquads

TOLD = "SELECT ?happening ?sources { GRAPH <graph/identity> { ?happening ng:sources ?sources } }"


def told(kg: Path) -> list[int]:
    with graph.open(kg) as opened:
        return [int(str(row[1])) for row in opened.query(TOLD)]


def test_events_of_two_articles_are_one_happening_while_both_are_there(tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    one = article("Ada Moss met Bo Lind in May.", "one.txt", "2024-05-02")
    other = article("On Monday Ada Moss met Bo Lind again.", "other.txt", "2024-05-03")
    build(kg, [("/1", one)])
    assert told(kg) == []
    build(kg, [("/2", other)])
    assert told(kg) == [1]
    build(tmp_path / "fresh", [("/2", other), ("/1", one)])
    assert nquads(kg) == nquads(tmp_path / "fresh")
    forget(kg, one)
    assert told(kg) == []


def test_a_known_thing_has_its_iri_elsewhere(tmp_path: Path) -> None:
    things = tmp_path / "known.csv"
    things.write_text("iri,type,names\nhttps://known.example/ada,Person,Ada Obi\n", encoding="utf-8")
    (tmp_path / "one.txt").write_text(
        "Minister Ada Obi met Ambassador Paul Stone in Lagos on Tuesday.\n", encoding="utf-8"
    )
    pipeline.build(tmp_path / "kg", [tmp_path / "one.txt"], BuildOptions(gazetteer=things))
    things.unlink()
    with graph.open(tmp_path / "kg") as opened:
        found = opened.query("SELECT ?name ?known { ?thing owl:sameAs ?known ; rdfs:label ?name }")
        assert list(found) == [("Ada Obi", "https://known.example/ada")]

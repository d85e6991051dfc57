"""The quads that an article's own graph may cost: 2,200 for 600 words of running prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import pipeline
from graph.knowledge import open_kg
from graph.reading import read

ROOT = Path(__file__).resolve().parents[1]
BUDGET = 2200 / 600
"""Quads a word."""
LISTS = {"election.txt": 2960 / 600}
"""Articles that are lists of people, parties and seats rather than prose: every second word is a name with a party."""
SAMPLES = 8300
"""Quads of all the sample articles together: texts of a hundred words, of which each introduces office-holders anew."""
OVERHEAD = 12
"""Quads of a graph for each of its statements, with their spans and all that is said of the article."""


def sizes(kg: Path, articles: Path) -> dict[str, tuple[int, int]]:
    """The quads and the statements of each article's own graph, by the article's identifier."""
    pipeline.build(kg, [str(articles)])
    with open_kg(kg) as opened:
        found = opened.query(
            """SELECT ?name (COUNT(*) AS ?quads) (SUM(IF(?p = rdf:subject, 1, 0)) AS ?statements) { GRAPH ?article {
                ?article a schema:NewsArticle ; schema:identifier ?name . ?s ?p ?o } } GROUP BY ?name"""
        )
        return {str(name): (int(quads or 0), int(statements or 0)) for name, quads, statements in found.texts()}


@pytest.mark.shared
def test_an_article_of_prose_keeps_the_budget(shared: Path, tmp_path: Path) -> None:
    told = sizes(tmp_path / "kg", shared / "articles")
    words = {name: len(next(iter(read(shared / "articles" / name))).text.split()) for name in told}
    assert len(told) >= 13
    assert {name: told[name] for name in told if told[name][0] > words[name] * LISTS.get(name, BUDGET)} == {}


def test_the_sample_articles_keep_to_what_they_cost(tmp_path: Path) -> None:
    told = sizes(tmp_path / "kg", ROOT / "data" / "articles")
    quads, statements = (sum(column) for column in zip(*told.values(), strict=True))
    assert 0 < quads <= SAMPLES
    assert quads <= statements * OVERHEAD

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
SAMPLES = 7880
"""Quads of all the sample articles together: texts of a hundred words, of which each introduces office-holders anew.

Neither figure may rise.
"""


def sizes(kg: Path, articles: Path) -> dict[str, int]:
    """The quads of each article's own graph, by the article's identifier."""
    pipeline.build(kg, [str(articles)])
    with open_kg(kg) as opened:
        found = opened.query(
            """SELECT ?name (COUNT(*) AS ?quads) { GRAPH ?article {
                ?article a schema:NewsArticle ; schema:identifier ?name . ?s ?p ?o } } GROUP BY ?name"""
        )
        return {str(name): int(quads or 0) for name, quads in found.texts()}


@pytest.mark.shared
def test_an_article_of_prose_keeps_the_budget(shared: Path, tmp_path: Path) -> None:
    told = sizes(tmp_path / "kg", shared / "articles")
    words = {name: len(next(iter(read(shared / "articles" / name))).text.split()) for name in told}
    assert len(told) >= 13
    assert {name: told[name] for name in told if told[name] > words[name] * LISTS.get(name, BUDGET)} == {}


def test_the_sample_articles_keep_to_what_they_cost(tmp_path: Path) -> None:
    assert 0 < sum(sizes(tmp_path / "kg", ROOT / "data" / "articles").values()) <= SAMPLES

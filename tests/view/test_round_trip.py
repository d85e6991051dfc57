"""What leaves the page comes back: its query is answered with what was on screen, its decisions are followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import graph
from graph.knowledge import KnowledgeGraph

pytestmark = pytest.mark.browser
TEXTS = {
    "first.txt": "Mayor Ada Brandt met harbour chief Tomas Okoye in Lindhaven on Tuesday. "
    "Okoye said the port would not be closed.",
    "second.txt": "Ada Brandt, the mayor of Lindhaven, visited the Harbour Office on Friday.",
}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def kg(articles: Path, tmp_path: Path) -> Iterator[KnowledgeGraph]:
    with graph.build(tmp_path / "kg", articles) as built:
        yield built


def view(kg: KnowledgeGraph) -> str:
    return kg.view().document  # type: ignore[union-attr]


def test_the_query_of_a_view_gives_what_is_on_screen(kg: KnowledgeGraph, opened: Callable[..., Page]) -> None:
    page = opened(view(kg))
    for standing in ("Only said", "Planned", "Possible", "Denied"):
        box = page.locator("#legend").get_by_label(standing)
        if box.count():
            box.check()
    page.locator("#tab").click()
    rows = page.locator("#table tbody tr").all()
    on_screen = {tuple(row.locator("td").nth(cell).inner_text() for cell in (0, 2)) for row in rows}
    page.get_by_role("button", name="Copy as SPARQL").click()
    answered = list(kg.query(page.locator("#sparql").inner_text()).texts())
    assert {(start, end) for _, _, _, start, end, *_ in answered} == on_screen
    assert any("met harbour chief" in (sentence or "") for *_, sentence, _ in answered)


def test_marks_are_followed_by_the_next_build(
    kg: KnowledgeGraph, articles: Path, opened: Callable[..., Page], tmp_path: Path
) -> None:
    met = "SELECT ?m WHERE { ?m a ng:Meeting ; ?role ?who . ?who rdfs:label 'Tomas Okoye' }"
    assert len(list(kg.query(met))) == 1
    page = opened(view(kg))
    page.locator("#query").fill("okoye")
    page.locator("#query").press("Enter")
    meeting = page.locator("#panel .fact", has=page.get_by_role("link", name="met", exact=True))
    meeting.get_by_role("button", name="wrong?").click()
    page.locator("#query").fill("brandt")
    page.locator("#query").press("Enter")
    page.get_by_role("button", name="another?").first.click()
    page.get_by_role("button", name="Decisions").click()
    expect(page.locator("#panel")).to_contain_text("not the same Ada Brandt ≠ Ada Brandt")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save decisions.csv").click()
    waiting.value.save_as(kg.path / "decisions.csv")
    with graph.build(kg.path, articles) as again:
        assert list(again.query(met)) == []
        assert [found.label for found in again.entities("Ada Brandt")] == ["Ada Brandt", "Ada Brandt"]

"""Axe finds no serious fault of accessibility, in any state of the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from graph.network import network
from graph.view import page as whole_page
from tests.by_hand import ARTICLES, MINTER, dataset

pytestmark = pytest.mark.browser

STATES: dict[str, Callable[[Page], None]] = {
    "start": lambda page: None,
    "dark": lambda page: page.get_by_role("button", name="Dark", exact=True).click(),
    "search": lambda page: page.locator("#query").type("a"),
    "focus": lambda page: (page.locator("#query").type("okoye"), page.keyboard.press("Enter"))[0],
    "answer": lambda page: page.get_by_role("button", name="Who met whom?").click(),
    "table": lambda page: page.keyboard.press("t"),
    "article": lambda page: (
        page.get_by_role("button", name="Who met whom?").click(),
        page.get_by_role("button", name="in the article").first.click(),
    )[0],
    "sparql": lambda page: page.get_by_role("button", name="Copy as SPARQL").click(),
    "all open": lambda page: page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })"),
}


@pytest.mark.parametrize("name", STATES)
def test_axe_finds_no_serious_fault(name: str, opened: Callable[..., Page]) -> None:
    texts = {MINTER.article(article): text for article, text in ARTICLES.items()}
    page = opened(whole_page(network(dataset(), claims=True), texts, title="Port talks"))
    STATES[name](page)
    response = Axe().run(page).response
    assert len(response["passes"]) > 15
    faults = [
        (fault["id"], fault["impact"], [node["html"][:120] for node in fault["nodes"]])
        for fault in response["violations"]
    ]
    assert [fault for fault in faults if fault[1] in ("serious", "critical", "moderate")] == []

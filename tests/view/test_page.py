"""The page, driven in Chromium as a reader would."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from by_hand import ARTICLES, MINTER, dataset
from playwright.sync_api import Page, expect

from graph.network import network
from graph.view import page as whole_page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def document() -> str:
    texts = {MINTER.article(article): text for article, text in ARTICLES.items()}
    return whole_page(network(dataset(), claims=True), texts, title="Port talks")


def click_node(page: Page, label: str) -> None:
    """Clicks a node of the picture at the place where it is drawn."""
    x, y = page.evaluate("label => window.newsgraph.placeOf(label)", label)
    page.mouse.click(x, y)


def test_it_says_when_it_stands(document: str, opened: Open, picture: Callable[..., None]) -> None:
    page = opened(document)
    assert page.title() == "Port talks"
    assert int(page.get_attribute("body", "data-nodes") or 0) == 11
    assert int(page.get_attribute("body", "data-edges") or 0) > 10
    picture(page)


def test_a_click_on_a_node_shows_its_exact_sentences(document: str, opened: Open) -> None:
    page = opened(document)
    click_node(page, "Briefing")
    panel = page.locator("#panel")
    expect(panel).to_contain_text("Brandt was briefed on the strike.")
    expect(panel.locator("mark").first).to_have_text("briefed")
    expect(panel).to_contain_text("Lindhaven Post · 2021-05-04")
    expect(panel).to_contain_text("bynot stated in the text")

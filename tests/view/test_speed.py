"""The picture stands soon, also where the graph is big: as ratios to a small page, since the machine may be busy."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from graph.view import page as whole_page
from tests.bench.view import frames
from tests.view.made_up import made_up

pytestmark = pytest.mark.browser


def slowest(page: Page) -> list[float]:
    """The milliseconds that 19 of 20 frames take at most, while a hand pans and while it zooms."""
    return [found[int(len(found) * 0.95)] for found in frames(page)]


def seconds(opened: Callable[..., Page], document: str) -> tuple[float, Page]:
    """The better of two times from opening a page until its picture stands."""
    times = []
    for number in range(2):
        start = time.monotonic()
        page = opened(document)
        times.append(time.monotonic() - start)
        if number == 0:
            page.close()
    return min(times), page


def test_five_thousand_nodes_stand_and_move(opened: Callable[..., Page]) -> None:
    small, page = seconds(opened, whole_page(made_up(100), limit=100))
    usual = slowest(page)
    big, page = seconds(opened, whole_page(made_up(5_000), limit=5_000))
    assert int(page.get_attribute("body", "data-nodes") or 0) > 4_000
    assert big < 20 * small
    busy = slowest(page)
    assert all(frame < max(60, 3 * small) for frame, small in zip(busy, usual, strict=True)), (busy, usual)


def test_a_hundred_thousand_nodes_make_a_small_page(opened: Callable[..., Page]) -> None:
    small, _ = seconds(opened, whole_page(made_up(100), limit=100))
    document = whole_page(made_up(100_000))
    assert len(document.encode()) < 15_000_000
    big, page = seconds(opened, document)
    assert big < 20 * small
    assert "of 100,000 nodes; newsgraph serve has all" in page.locator("#summary").inner_text()
    page.locator("#query").fill("thing number 17")
    assert page.locator("#hits li").count() > 5


def test_a_click_in_a_heavy_picture_chooses(opened: Callable[..., Page]) -> None:
    """In a picture that is moved as it is, the page finds what lies under the hand by itself."""
    page = opened(whole_page(made_up(1_200), limit=1_200))
    place = "() => window.newsgraph.placeOf('Thing number 1')"
    page.mouse.click(*page.evaluate(place))
    expect(page.locator("#panel h2")).to_contain_text("Thing number 1")
    page.wait_for_timeout(500)
    page.mouse.dblclick(*page.evaluate(place))
    expect(page.locator("#trail")).to_contain_text("Around Thing number 1")

"""The picture stands soon, also where the graph is big. Bounds are wide: the machine may be busy."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from graph.view import page as whole_page
from tests.view.made_up import made_up

pytestmark = pytest.mark.browser

PAN = """() => new Promise((done) => {
  const canvas = document.querySelector('#picture canvas');
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const move = (name, by) => canvas.dispatchEvent(new PointerEvent(name, { bubbles: true, pointerId: 1,
    pointerType: 'mouse', isPrimary: true, buttons: 1, clientX: left + width / 2 + by, clientY: top + height / 2 }));
  const frames = [];
  let last = performance.now();
  move('pointerdown', 0);
  requestAnimationFrame(function step(now) {
    frames.push(now - last);
    last = now;
    move('pointermove', frames.length * 4);
    if (frames.length < 40) return requestAnimationFrame(step);
    move('pointerup', 160);
    done(frames.sort((a, b) => a - b)[20]);
  });
})"""


def test_five_thousand_nodes_stand_and_move(opened: Callable[..., Page]) -> None:
    document = whole_page(made_up(5_000), limit=5_000)
    start = time.monotonic()
    page = opened(document)
    assert time.monotonic() - start < 9
    assert int(page.get_attribute("body", "data-nodes") or 0) > 4_000
    assert page.evaluate(PAN) < 180


def test_a_hundred_thousand_nodes_make_a_small_page(opened: Callable[..., Page]) -> None:
    document = whole_page(made_up(100_000))
    assert len(document.encode()) < 15_000_000
    start = time.monotonic()
    page = opened(document)
    assert time.monotonic() - start < 10
    summary = page.locator("#summary").inner_text()
    assert "of 100,000 nodes; newsgraph serve has all" in summary
    page.locator("#query").fill("thing number 17")
    assert page.locator("#hits li").count() > 5

"""What a build shows on its way."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from graph.cli import screen
from graph.pipeline import Reached

STEERING = re.compile(r"\x1b\[[\d;?]*[A-Za-z]")


def shown(monkeypatch: pytest.MonkeyPatch, steps: list[Reached], *, terminal: bool) -> str:
    written = io.StringIO()
    monkeypatch.setattr(screen, "err", Console(file=written, force_terminal=terminal, width=100))
    with screen.following() as advance:
        for step in steps:
            advance(step, 1_000_000)
    return STEERING.sub("", written.getvalue())


def test_a_build_shows_articles_rate_part_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [Reached(number * 100, number * 10_000) for number in range(51)]
    text = shown(monkeypatch, steps, terminal=True)
    last = text.strip().splitlines()[-1]
    assert re.search(r"5,000 articles .* 50% [\d.]+/s 0:00:0\d", last), last


def test_what_comes_after_the_last_article_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, [Reached(0, 0), Reached(7, 1_000_000)], terminal=True)
    assert re.search(r"7 articles, publishing .* 100%", text.strip().splitlines()[-1])


def test_a_file_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not shown(monkeypatch, [Reached(1, 1)], terminal=False).strip()

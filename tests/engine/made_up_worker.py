"""A worker of the pool whose pass 1 needs no language model, and in which some articles end the process."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from graph.engine import analysis
from graph.engine.analysis import Loaded
from graph.model import Article, Part
from tests.store.made_up import part_of

KILLS = "Kraken"
KILLS_ONCE = "Squid"
SLOW = 0.02


def parts(articles: list[Article]) -> Iterator[tuple[Article, Part]]:
    """What the pass 1 of the store's tests finds, some time later."""
    for article in articles:
        time.sleep(SLOW)
        yield article, part_of(article)


def deadly(articles: list[Article]) -> Iterator[tuple[Article, Part]]:
    """The same, but for the articles that end this process."""
    for article in articles:
        met = Path(os.environ.get("MET", "met"))
        if KILLS in article.text or (KILLS_ONCE in article.text and not met.exists()):
            met.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield from parts([article])


def sleeping(articles: list[Article]) -> Iterator[tuple[Article, Part]]:
    """The same, but for the first process that comes here: it is stuck."""
    try:
        Path(os.environ["ONE_SLEEPS"]).touch(exist_ok=False)
    except FileExistsError:
        yield from parts(articles)
    else:
        time.sleep(600)


def dask_setup(_: object) -> None:
    """What a worker of a cluster does first."""
    install(sleeping if "ONE_SLEEPS" in os.environ else deadly)


def install(found: analysis.Parts) -> None:
    """Puts this pass 1 in the place of the language model."""
    analysis.load = lambda model: Loaded("0", found)


if __name__ == "__main__":
    from graph.engine import worker

    install(deadly)
    sys.exit(worker.main())

"""Which engine a build runs on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import chain

from graph.engine import cluster, local
from graph.engine.analysis import Analyser, Outcome, settled
from graph.engine.order import Stopped, Workers, in_order
from graph.errors import SettingsError
from graph.model import Article
from graph.store.settings import Settings

FEW = 250_000
"""So many characters are analysed in one process before others are ready."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where pass 1 runs: `engine` is one of ENGINES, `workers` the number of its processes (None: one a core, and this
    one alone for few articles), `scheduler` the address of a running cluster."""

    engine: str = "local"
    workers: int | None = None
    scheduler: str | None = None

    def __post_init__(self) -> None:
        if self.engine not in ENGINES:
            raise SettingsError(f"--engine {self.engine}: choose one of {', '.join(ENGINES)}")
        if self.workers is not None and self.workers < 1:
            raise SettingsError(f"--workers {self.workers}: give at least 1")
        if self.scheduler is not None and self.engine != "dask":
            raise SettingsError(f"--scheduler {self.scheduler}: goes with --engine dask")

    @property
    def number(self) -> int:
        """How many processes analyse."""
        return self.workers or cores()


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _local(plan: Plan, fixed: Settings) -> AbstractContextManager[Workers]:
    return local.pool(plan.number, fixed)


def _dask(plan: Plan, fixed: Settings) -> AbstractContextManager[Workers]:
    return cluster.cluster(plan.number, fixed, plan.scheduler)


ENGINES: dict[str, Callable[[Plan, Settings], AbstractContextManager[Workers]]] = {"local": _local, "dask": _dask}
"""What opens the workers of an engine, by its name."""


def outcomes(
    partitions: Iterable[list[Article]],
    fixed: Settings,
    plan: Plan,
    *,
    here: Analyser,
    stopped: Stopped = lambda: False,
) -> Iterator[Outcome]:
    """The outcome of every article, in the order of the partitions; where somebody stops it, of those under way.

    `here` analyses in this process what is too little for several. Raises SettingsError where the engine is not to be
    had.
    """
    coming = iter(partitions)
    first, few = _first(coming, plan) if plan.engine == "local" else ([], False)
    if few:
        yield from _here(chain(first, coming), fixed, here, stopped)
        return
    with ENGINES[plan.engine](plan, fixed) as workers:
        yield from in_order(workers, chain(first, coming), fixed, stopped)


def _first(partitions: Iterator[list[Article]], plan: Plan) -> tuple[list[list[Article]], bool]:
    """Some partitions, and whether this process does better without others."""
    taken: list[list[Article]] = []
    characters = 0
    while plan.number > 1 and (partition := next(partitions, None)) is not None:
        taken.append(partition)
        characters += sum(len(article.text) for article in partition)
        if characters >= FEW:
            return taken, False
    return taken, True


def _here(partitions: Iterable[list[Article]], fixed: Settings, here: Analyser, stopped: Stopped) -> Iterator[Outcome]:
    coming = iter(partitions)
    first = next(coming, None)
    if first is None:
        return
    here.digest  # noqa: B018 - loads the model now
    with settled():
        for articles in chain([first], coming):
            yield from here.outcomes(articles, fixed)
            if stopped():
                return

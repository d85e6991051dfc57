"""Partitions under way, and their outcomes in the order in which they came."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from graph.engine.analysis import Outcome, failed
from graph.model import Article
from graph.store.settings import Settings

AHEAD = 2
"""So many partitions a worker are under way or wait for it."""

Stopped = Callable[[], bool]
"""Says whether somebody stops the build."""


class WorkerDiedError(Exception):
    """The process that analysed a partition ended, for the reason given."""


class Task(Protocol):
    """A partition that is being analysed."""

    def result(self) -> list[Outcome]:
        """The outcomes, when they are there; raises WorkerDiedError where they cost more than one worker."""

    def exception(self) -> BaseException | None:
        """Waits until it is over; what `result` raises."""

    def cancel(self) -> bool:
        """Gives it up, if it was not begun."""


class Workers(NamedTuple):
    """What takes partitions in, and how many are analysed at a time."""

    submit: Callable[[list[Article]], Task]
    number: int


@dataclass(slots=True)
class _Line:
    workers: Workers
    fixed: Settings
    tasks: deque[tuple[list[Article], Task]] = field(default_factory=deque)

    def add(self, articles: list[Article]) -> None:
        self.tasks.append((articles, self.workers.submit(articles)))

    def first(self) -> list[Outcome]:
        """What came of the partition that came first."""
        articles, task = self.tasks.popleft()
        try:
            return task.result()
        except WorkerDiedError:
            # It may have been another one that ended its worker: from here on it is alone with the workers.
            for _, other in self.tasks:
                other.exception()
            return [outcome for half in _halves(articles) for outcome in self._alone(half)]

    def _alone(self, articles: list[Article]) -> list[Outcome]:
        """What comes of a partition by itself: of all its articles but the one that ends workers."""
        try:
            return self.workers.submit(articles).result()
        except WorkerDiedError as died:
            if len(articles) == 1:
                return [failed(articles[0], self.fixed, str(died))]
            return [outcome for half in _halves(articles) for outcome in self._alone(half)]

    def cut(self) -> None:
        """Gives up what was not begun."""
        self.tasks = deque(one for one in self.tasks if not one[1].cancel())


def _halves(articles: list[Article]) -> list[list[Article]]:
    """Two halves; of one article, itself."""
    middle = len(articles) // 2
    return [articles[:middle], articles[middle:]] if middle else [articles]


def in_order(
    workers: Workers, partitions: Iterable[list[Article]], fixed: Settings, stopped: Stopped
) -> Iterator[Outcome]:
    """The outcome of every article, in the order of the partitions, of which a few a worker are taken at a time.

    Where somebody stops it, what is under way is finished and the rest left out.
    """
    line = _Line(workers, fixed)
    for articles in partitions:
        line.add(articles)
        while len(line.tasks) > AHEAD * workers.number and not stopped():
            yield from line.first()
        if stopped():
            break
    if stopped():
        line.cut()
    while line.tasks:
        yield from line.first()

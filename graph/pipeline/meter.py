"""How far a build is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

Analysed = TypeVar("Analysed")


class Reached(NamedTuple):
    """How many articles a build has read and analysed, and how many bytes of its inputs they and the rest that is done
    took."""

    articles: int
    bytes: int


Progress = Callable[[Reached, int], None]
"""Called with what is reached, and the bytes of all inputs: at that number all articles are analysed."""


class Meter:
    """Follows a build through the bytes of its inputs. What was read counts when it is analysed: that is the work."""

    def __init__(self, total: int = 0, progress: Progress | None = None) -> None:
        self._total = total
        self._progress = progress
        self._articles = 0
        self._read = 0
        self._start = 0
        self._end = 0
        self._done = Reached(0, 0)
        self._told: Reached | None = None

    def begin(self, size: int) -> None:
        """The inputs before are read through; the next has so many bytes."""
        self._read = self._start = self._end
        self._end += size

    def at(self, place: int) -> None:
        """So many bytes of this input are read; fewer than before where it is opened again."""
        self._read = max(self._read, min(self._start + place, self._end))

    def count(self) -> None:
        """One article more was read."""
        self._articles += 1

    def follow(self, results: Iterable[Analysed], number: int) -> Iterator[Analysed]:
        """Passes the results for all that was read on, and tells of each as its share of it."""
        for done, result in enumerate(results, 1):
            yield result
            self._tell(self._between(done / number))
        self.settle()

    def settle(self) -> None:
        """All that was read is done."""
        self._done = Reached(self._articles, self._read)
        self._tell(self._done)

    def _between(self, part: float) -> Reached:
        """What is reached when a part of what was read is done."""
        articles, read = self._done
        return Reached(articles + int(part * (self._articles - articles)), read + int(part * (self._read - read)))

    def _tell(self, reached: Reached) -> None:
        if self._progress and reached != self._told:
            self._told = reached
            self._progress(reached, self._total)

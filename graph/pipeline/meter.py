"""How far a build is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Reached(NamedTuple):
    """How many articles a build has read and analysed, how many bytes of its inputs they and the rest that is done
    took, and how many inputs and articles failed so far."""

    articles: int
    bytes: int
    failed: int = 0


Progress = Callable[[Reached, int], None]
"""Called with what is reached, and the bytes of all inputs: at that number all articles are analysed."""


class Meter:
    """Follows a build through the bytes of its inputs. What was read counts when it is analysed: that is the work."""

    def __init__(self, total: int = 0, progress: Progress | None = None) -> None:
        self._total = total
        self._progress = progress
        self._start = 0
        self._end = 0
        self._read = self._done = Reached(0, 0)
        self._told: Reached | None = None

    @property
    def read(self) -> Reached:
        """What was read so far."""
        return self._read

    def begin(self, size: int) -> None:
        """The inputs before are read through; the next has so many bytes."""
        self._start = self._end
        self._read = self._read._replace(bytes=self._end)
        self._end += size

    def at(self, place: int) -> None:
        """So many bytes of this input are read; fewer than before where it is opened again."""
        self._read = self._read._replace(bytes=max(self._read.bytes, min(self._start + place, self._end)))

    def count(self) -> None:
        """One article more was read."""
        self._read = self._read._replace(articles=self._read.articles + 1)

    def fail(self) -> None:
        """One input or article more failed; that is known at once."""
        failed = self._read.failed + 1
        self._read = self._read._replace(failed=failed)
        self._done = self._done._replace(failed=failed)

    def follow(self, read: Reached, part: float) -> None:
        """Of what was `read` since the last was done, a part is done."""
        done = self._done
        articles = done.articles + int(part * (read.articles - done.articles))
        size = done.bytes + int(part * (read.bytes - done.bytes))
        self._tell(done._replace(articles=articles, bytes=size))

    def settle(self, read: Reached) -> None:
        """What was read until then is done."""
        self._done = read._replace(failed=self._read.failed)
        self._tell(self._done)

    def _tell(self, reached: Reached) -> None:
        if self._progress and reached != self._told:
            self._told = reached
            self._progress(reached, self._total)

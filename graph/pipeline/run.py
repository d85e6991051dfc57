"""The inputs of one build, one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from graph import engine, reading
from graph.engine import Analyser, Outcome
from graph.errors import InputError
from graph.model import Article
from graph.pipeline.meter import Meter, Progress, Reached
from graph.pipeline.options import BuildOptions, options_of, read
from graph.pipeline.report import BuildReport
from graph.store import manifest
from graph.store.records import Failure, Input, Packed, Source, content_digest
from graph.store.writer import Batch, Writer

BATCH = 64
"""So many articles become durable together."""

PARTITION = 16
"""So many articles are analysed together: a worker's time with them is a second or two."""


@dataclass(slots=True)
class _Waiting:
    """A batch whose articles are being analysed, and what was read when it was closed."""

    batch: Batch
    read: Reached
    parts: list[Packed] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Says whether every article has its part."""
        return len(self.parts) == len(self.batch.lacking)


class Run:
    """The inputs of one build, one after another; every `BATCH` articles become durable together."""

    def __init__(self, writer: Writer, analyser: Analyser, options: BuildOptions) -> None:
        self.report = BuildReport()
        self._writer = writer
        self._analyser = analyser
        self._options = options
        self._meter = Meter()
        self._fresh = 0
        self._waiting: deque[_Waiting] = deque()
        self._broken: list[tuple[str, InputError]] = []
        self._folders: dict[Path, Path] = {}
        self.stopped: Callable[[], bool] = lambda: False

    def take_all(self, inputs: list[str], progress: Progress | None) -> None:
        """Reads every file that the inputs name and analyses what is new, until somebody stops it; does again what
        other rules or another counting source ask for."""
        partitions = self._partitions(inputs, progress)
        fixed, plan = self._writer.settings, self._options.plan
        for outcome in engine.outcomes(partitions, fixed, plan, here=self._analyser, stopped=self.stopped):
            self._arrive(outcome)
        while self._waiting:
            self._write()
        self._writer.flush(self._writer.seal())
        self.report.failed += [error for _, error in sorted(self._broken, key=lambda broken: broken[0])]

    def _partitions(self, inputs: list[str], progress: Progress | None) -> Iterator[list[Article]]:
        """The articles to analyse, a partition at a time."""
        paths = list(reading.find_inputs(inputs))
        sizes = [0 if isinstance(path, InputError) else reading.size(path) for path in paths]
        self._meter = Meter(sum(sizes), progress)
        with closing(reading.digests(path for path in paths if isinstance(path, Path))) as digests:
            for path, size in zip(paths, sizes, strict=True):
                if self.stopped():
                    break
                self._meter.begin(size)
                self._settle()
                if isinstance(path, InputError):
                    self._fail(path)
                else:
                    yield from self._take(*next(digests))
            else:
                self._meter.begin(0)
        yield from self._wait_for(self._writer.seal())
        self._settle()
        for batch in self._writer.remaining(BATCH):
            yield from self._wait_for(batch)

    def _take(self, path: Path, found: str | OSError) -> Iterator[list[Article]]:
        """Reads a file, unless its digest is as it was."""
        if isinstance(found, OSError):
            self._fail(InputError(path.name, f"cannot be read ({found.strerror or found})"))
            return
        # What comes from standard input has no place of its own: another text is another article.
        location = f"-:{found}" if path == Path("-") else self._place(path)
        known = manifest.known_input(self._writer.db, location)
        kept = options_of(self._options, known)
        if known and not self._options.forgotten and (known.digest, known.options) == (found, kept):
            self._skip(known)
        else:
            articles = read(path, kept, self._writer.settings, self._meter.at)
            yield from self._read(Input(location, found, kept), articles)

    def _place(self, path: Path) -> str:
        """The absolute path of a file, without symbolic links; a folder's is asked for once, not for each file."""
        if path.is_symlink():
            return str(path.resolve())
        folder = path.parent
        if folder not in self._folders:
            self._folders[folder] = folder.resolve()
        return str(self._folders[folder] / path.name)

    def _skip(self, known: Input) -> None:
        """Counts a file's articles as unchanged, and repeats what failed in it."""
        self.report.unchanged += len(manifest.locations(self._writer.db, known.location))
        for failure in known.failures:
            self._fail(InputError(failure.source, failure.reason))

    def _read(self, record: Input, articles: Iterable[Article | InputError]) -> Iterator[list[Article]]:
        """Takes in what a file holds now, in place of what it held; a file that gives nothing at all takes nothing."""
        gone = manifest.locations(self._writer.db, record.location)
        failures: list[Failure] = []
        holds = False
        for found in articles:
            if self.stopped():
                return
            if isinstance(found, InputError):
                failures.append(Failure(found.source, found.reason))
                self._fail(found)
            else:
                holds = True
                self._meter.count()
                location = _location(record.location, found)
                if self._add(Source(location, record.location, found)):
                    gone.discard(location)
                if self._fresh == BATCH:
                    yield from self._wait_for(self._writer.seal())
            self._settle()
        dropped = tuple(sorted(gone)) if holds else ()
        self._writer.put(msgspec.structs.replace(record, failures=tuple(failures), dropped=dropped))

    def _add(self, source: Source) -> bool:
        """Takes in one article at its location, unless it was forgotten."""
        article, report = source.article, self.report
        if manifest.is_forgotten(self._writer.db, article) and not self._options.forgotten:
            report.forgotten += 1
            return False
        report.read += 1
        was = manifest.content_at(self._writer.db, source.location)
        if was == content_digest(article):
            report.unchanged += 1
            return True
        if was is not None:
            report.replaced += 1
        elif manifest.is_known(self._writer.db, article):
            report.copies += 1
        else:
            report.new += 1
        self._writer.put(source)
        self._fresh += 1
        return True

    def _wait_for(self, batch: Batch) -> Iterator[list[Article]]:
        """The articles of a closed batch, which is written when all have come back."""
        self._fresh = 0
        self._waiting.append(_Waiting(batch, self._meter.read))
        self._write_whole()
        articles = list(batch.lacking.values())
        for start in range(0, len(articles), PARTITION):
            yield articles[start : start + PARTITION]

    def _arrive(self, outcome: Outcome) -> None:
        """Puts a part with its batch; those before it that lack some were cut short."""
        while outcome.packed.reads not in self._waiting[0].batch.lacking:
            self._write()
        first = self._waiting[0]
        first.parts.append(outcome.packed)
        if outcome.failure:
            error = InputError(outcome.source, outcome.failure)
            self._broken.append((outcome.packed.article, error))
            self._meter.fail()
        self._meter.follow(first.read, len(first.parts) / len(first.batch.lacking))
        self._write_whole()

    def _write_whole(self) -> None:
        while self._waiting and self._waiting[0].is_whole:
            self._write()

    def _write(self) -> None:
        """Makes the first batch durable."""
        first = self._waiting.popleft()
        self._writer.flush(first.batch, first.parts)
        self._meter.settle(first.read)

    def _settle(self) -> None:
        """Where nothing waits to be analysed, all that was read is done."""
        if not self._fresh and not self._waiting:
            self._meter.settle(self._meter.read)

    def _fail(self, error: InputError) -> None:
        self.report.failed.append(error)
        self._meter.fail()


def _location(of_input: str, article: Article) -> str:
    """Where an article of an input stands: the file's own path, with its place in it (`…/news.jsonl#17`)."""
    if of_input.startswith("-:"):
        return of_input + article.identifier.removeprefix("-")
    return f"{Path(of_input).parent}/{article.identifier}"

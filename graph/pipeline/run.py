"""The inputs of one build, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from graph import reading
from graph.engine import Analyser
from graph.errors import InputError
from graph.model import Article
from graph.pipeline.meter import Meter, Progress
from graph.pipeline.options import BuildOptions, options_of, read
from graph.pipeline.report import BuildReport
from graph.store import manifest
from graph.store.records import Failure, Input, Source, content_digest
from graph.store.writer import Writer

BATCH = 64
"""So many articles become durable together."""


class Run:
    """The inputs of one build, one after another; every `BATCH` articles become durable together."""

    def __init__(self, writer: Writer, analyser: Analyser, options: BuildOptions) -> None:
        self.report = BuildReport()
        self._writer = writer
        self._analyser = analyser
        self._options = options
        self._meter = Meter()
        self._waiting = 0
        self.stopped: Callable[[], bool] = lambda: False

    def take_all(self, inputs: list[str], progress: Progress | None) -> None:
        """Reads every file that the inputs name, until somebody stops it."""
        paths = list(reading.find_inputs(inputs))
        sizes = [0 if isinstance(path, InputError) else reading.size(path) for path in paths]
        self._meter = Meter(sum(sizes), progress)
        for path, size in zip(paths, sizes, strict=True):
            if self.stopped():
                return
            self._meter.begin(size)
            self._settle()
            self.take(path)
        self._meter.begin(0)

    def take(self, path: Path | InputError) -> None:
        """Reads a file, unless it is as it was."""
        if isinstance(path, InputError):
            self._fail(path)
            return
        try:
            found = reading.digest(path)
        except OSError as error:
            self._fail(InputError(path.name, f"cannot be read ({error.strerror or error})"))
            return
        # What comes from standard input has no place of its own: another text is another article.
        location = f"-:{found}" if path == Path("-") else str(path.resolve())
        known = manifest.known_input(self._writer.db, location)
        kept = options_of(self._options, known)
        if known and not self._options.forgotten and (known.digest, known.options) == (found, kept):
            self._skip(known)
        else:
            articles = read(path, kept, self._writer.settings, self._meter.at)
            self._read(Input(location, found, kept), articles)

    def finish(self) -> None:
        """Completes the last batch, and does again what other rules or another counting source ask for."""
        self._flush()
        for articles in self._writer.still_lacking(BATCH):
            if self.stopped():
                return
            self._writer.flush(self._analyser.run(articles))

    def _skip(self, known: Input) -> None:
        """Counts a file's articles as unchanged, and repeats what failed in it."""
        self.report.unchanged += len(manifest.locations(self._writer.db, known.location))
        for failure in known.failures:
            self._fail(InputError(failure.source, failure.reason))

    def _read(self, record: Input, articles: Iterable[Article | InputError]) -> None:
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
        self._waiting += 1
        if self._waiting == BATCH:
            self._flush()
        return True

    def _flush(self) -> None:
        lacking = self._writer.lacking()
        self._writer.flush(self._meter.follow(self._analyser.run(lacking), len(lacking)))
        self._waiting = 0

    def _settle(self) -> None:
        """Where nothing waits to be analysed, all that was read is done."""
        if not self._waiting:
            self._meter.settle()

    def _fail(self, error: InputError) -> None:
        self.report.failed.append(error)


def _location(of_input: str, article: Article) -> str:
    """Where an article of an input stands: the file's own path, with its place in it (`…/news.jsonl#17`)."""
    if of_input.startswith("-:"):
        return of_input + article.identifier.removeprefix("-")
    return f"{Path(of_input).parent}/{article.identifier}"

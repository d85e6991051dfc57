"""The one writer of a KG: takes records batch by batch, each batch durable, and publishes what they add up to."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from graph.errors import AmbiguousError, KnowledgeGraphError, NotFoundError
from graph.identity import read_decisions
from graph.model import Article
from graph.rdf import read_gazetteer
from graph.store import disk, generations, index, locks, manifest, settings
from graph.store.counts import totals
from graph.store.deciding import Guidance
from graph.store.fold import fold
from graph.store.generations import Draft
from graph.store.parts import PartFile, Parts
from graph.store.records import Packed, Place, Record, Source, reads_digest
from graph.store.settings import Settings

DECISIONS = "decisions.csv"
"""People's judgements, a file that they may edit and keep in git."""

GAZETTEERS = ("gazetteer.csv", "gazetteer.ttl")
"""The copy of the file of known things that the first build was given."""

OURS = frozenset((settings.FILE, "lock", "parts", "generations", DECISIONS, *GAZETTEERS, "pushed", generations.CURRENT))
"""What stands in a KG's directory."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Records that become durable together, in the part file of this number, with the parts of the articles that pass 1
    still has to read."""

    number: int
    records: list[Record]
    lacking: dict[str, Article]
    """By the digest of what pass 1 reads of it."""


class Writer:
    """What one build or one `forget` writes through; `settings` hold for all of it.

    Records are true at once for whoever asks the writer. They are durable when their batch is: `seal` closes the batch
    in the making, and `flush` writes it with its parts. Several may wait for theirs; they are flushed in their order.
    """

    def __init__(self, kg: Path, fixed: Settings) -> None:
        self.kg = kg
        self.settings = fixed
        self._parts = Parts(kg / "parts")
        self._parts.tidy()
        self._draft = generations.begin(kg)
        self._pending: list[Record] = []
        self._sealed: dict[int, Batch] = {}
        if index.get(self.db, "settings") != fixed.digest:
            self._draft.write()
            manifest.begin_under(self.db, fixed.digest)
        self._news = _catch_up(self._draft, self._parts)
        self._homes = self._parts.homes()
        self._number = max(self._homes, default=0) + 1

    @property
    def db(self) -> sqlite3.Connection:
        """The index of the generation in the making."""
        return self._draft.db

    def put(self, record: Record) -> None:
        """Takes a record in; it goes to the disk with its batch."""
        self._draft.write()
        disk.step(f"take {type(record).__name__}")
        manifest.take(self.db, record, Place(self._number, len(self._pending), 0))
        self._pending.append(record)

    def fetch(self, place: Place) -> Record:
        """The record at a place, whether it is on the disk yet or not."""
        if place.file == self._number:
            return self._pending[place.offset]
        if place.file in self._sealed:
            return self._sealed[place.file].records[place.offset]
        return self._parts.fetch(self._homes[place.file], place)

    def seal(self) -> Batch:
        """Closes the batch in the making: with its records, and the articles of it that pass 1 has to read."""
        touched = sorted({record.article.id for record in self._pending if isinstance(record, Source)})
        return self._seal(manifest.lacking(self.db, self.settings.digest, touched))

    def remaining(self, most: int) -> Iterator[Batch]:
        """Batches of the articles of the whole KG that pass 1 has to read: other rules, or another source counts."""
        # Asked for no earlier than they are fetched: a batch that is flushed meanwhile has its articles elsewhere.
        places = manifest.lacking(self.db, self.settings.digest, manifest.news(self.db))
        while some := list(islice(places, most)):
            yield self._seal(some)

    def _seal(self, lacking: Iterable[Place]) -> Batch:
        found = (record.article for record in map(self.fetch, lacking) if isinstance(record, Source))
        asked = {reads for batch in self._sealed.values() for reads in batch.lacking}
        wanted = {reads_digest(article): article for article in found}
        new = {reads: article for reads, article in wanted.items() if reads not in asked}
        batch = Batch(self._number, self._pending, new)
        if batch.records or batch.lacking:
            self._sealed[self._number] = batch
            self._number += 1
            self._pending = []
        return batch

    def flush(self, batch: Batch, parts: Iterable[Packed] = ()) -> None:
        """Makes a batch durable, with the parts of its articles."""
        records = [*batch.records, *parts]
        if records:
            self._draft.write()
            places = self._parts.append(batch.number, records)
            for record, place in zip(records, places, strict=True):
                if isinstance(record, Packed):
                    disk.step("take Packed")
                    manifest.take(self.db, record, place)
                else:
                    manifest.move(self.db, record, place)
            self._homes = self._parts.homes()
            self.db.execute("INSERT INTO files VALUES (?, ?)", (batch.number, self._homes[batch.number].name))
            self._news = True
        self._sealed.pop(batch.number, None)

    def publish(self) -> dict[str, int]:
        """Folds what changed, publishes it where anything did, and returns what the graph holds.

        Raises DecisionError where people's decisions contradict one another.
        """
        if self._news:
            self._join()
        folded = fold(self._draft, self.fetch, self.settings, guidance(self.kg))
        counted = totals(self.db)
        traces = "SELECT file, article FROM traces JOIN forgotten USING (article) ORDER BY file"
        forgotten = self.db.execute(traces).fetchall()
        if folded or self._news:
            manifest.settle(self.db, self.settings.digest)
            if not folded:
                self._draft.open_store().flush()
            if forgotten:
                self._draft.compact()
                self._draft.cut_off()
            generations.publish(self.kg, self._draft)
        else:
            generations.discard(self.kg, self._draft)
        self._scrub(forgotten)
        self._parts.tidy()
        return counted

    def _join(self) -> None:
        """Joins small part files where there are many: a day's few articles are a file, and days are many."""
        moved = self._parts.join()
        if moved:
            self._draft.write()
            manifest.shift(self.db, moved)
            files = self._parts.files()
            names = [(number, files[number].path.name) for number in sorted({to for _, to, _ in moved})]
            self.db.executemany("DELETE FROM files WHERE number = ?", [(number,) for number, _, _ in moved])
            self.db.executemany("INSERT INTO files VALUES (?, ?)", names)
            self._homes = self._parts.homes()

    def _scrub(self, traces: list[tuple[int, str]]) -> None:
        """Takes the words of forgotten articles out of the part files that hold them."""
        for number in sorted({number for number, _ in traces}):
            self._parts.scrub(number, frozenset(article for file, article in traces if file == number))

    def discard(self) -> None:
        """Throws the generation in the making away; batches that were flushed stay."""
        generations.discard(self.kg, self._draft)


def guidance(kg: Path) -> Guidance:
    """What people tell identity in this KG; raises DecisionError where a row is broken."""
    known = [path for path in sorted(kg.glob("gazetteer.*")) if path.suffix != disk.TEMPORARY]
    return Guidance(read_decisions(kg / DECISIONS), *(read_gazetteer(path) for path in known[:1]))


def _catch_up(draft: Draft, parts: Parts) -> bool:
    """Takes in the part files that the index does not know yet; says whether there were any."""
    known = dict(draft.db.execute("SELECT number, name FROM files"))
    if missing := known.keys() - parts.homes().keys():
        raise KnowledgeGraphError(f"the part file {known[min(missing)]} is missing: restore it, or build anew")
    news = [found for number, found in parts.files().items() if known.get(number) != found.path.name]
    if news:
        draft.write()
    for found in news:
        was = PartFile.of(Path(known[found.number])) if found.number in known else None
        if was is not None and was.last == found.last:
            manifest.relocate(draft.db, found.number, parts.read(found.path, found.number))
            draft.db.execute("UPDATE files SET name = ? WHERE number = ?", (found.path.name, found.number))
        else:
            _adopt(draft.db, parts, found)
    return bool(news)


def _adopt(db: sqlite3.Connection, parts: Parts, found: PartFile) -> None:
    """Takes in a part file that is new, or that others were joined in: what the index knows of those, it knows of this
    one then. Taking a record again changes nothing else, since all that came after it is taken again too."""
    of = (found.number, found.last)
    for table in ("traces", "files"):
        db.execute(f"DELETE FROM {table} WHERE {'number' if table == 'files' else 'file'} BETWEEN ? AND ?", of)
    for place, record in parts.read(found.path, found.number):
        manifest.take(db, record, place)
        manifest.move(db, record, place, last=found.last)
    db.execute("INSERT INTO files VALUES (?, ?)", (found.number, found.path.name))


@contextmanager
def writing(kg: Path, fix: Callable[[Settings | None], Settings], *, gazetteer: Path | None = None) -> Iterator[Writer]:
    """The writer of a KG, which is made where it is not there yet.

    `fix` gets the settings of the KG (None at the first build) and returns those to go on with, or raises
    SettingsError. `gazetteer` is copied at the first build.
    Raises LockedError while another process writes, KnowledgeGraphError for a folder of something else.
    """
    _claim(kg)
    with _told_plainly(kg), locks.writing(kg / "lock"):
        disk.sweep(kg)
        kept = settings.load(kg)
        fixed = fix(kept)
        if kept is None and gazetteer is not None:
            disk.write(kg / f"gazetteer{gazetteer.suffix}", gazetteer.read_bytes())
        if fixed != kept:
            settings.save(kg, fixed)
        for name in ("parts", "generations"):
            (kg / name).mkdir(exist_ok=True)
        writer = Writer(kg, fixed)
        try:
            yield writer
        except BaseException:
            writer.discard()
            raise


@contextmanager
def _told_plainly(kg: Path) -> Iterator[None]:
    """Makes what the disk refuses an error for the user."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise KnowledgeGraphError(
            f"{kg}: cannot be written: {reason}; what was built before is intact. Mend that, and give the command again"
        ) from error


def _claim(kg: Path) -> None:
    """Makes the directory, or makes sure that it is a KG or empty."""
    try:
        kg.mkdir(parents=True, exist_ok=True)
        foreign = [path.name for path in kg.iterdir() if path.name.removesuffix(disk.TEMPORARY) not in OURS]
    except OSError as error:
        raise KnowledgeGraphError(f"{kg}: cannot be made a directory for a KG: {error.strerror or error}") from error
    if foreign and not (kg / settings.FILE).is_file():
        raise KnowledgeGraphError(f"{kg}: holds something else ({min(foreign)}); give an absent or empty directory")


def find_article(db: sqlite3.Connection, reference: str) -> str:
    """The id of the one article that an identifier, IRI, URL or id names.

    Raises NotFoundError where it names none, AmbiguousError that lists the choices where it names several.
    """
    sql = (
        "SELECT DISTINCT article, identifier, coalesce(title, '') FROM sources "
        "WHERE identifier = :name OR url = :name OR article = :id ORDER BY article, identifier"
    )
    found = db.execute(sql, {"name": reference, "id": reference.rstrip("/").rpartition("/")[2]}).fetchall()
    if not found:
        raise NotFoundError(f"{reference}: no article here has this identifier, IRI or URL (see: newsgraph status)")
    if len({article for article, _, _ in found}) > 1:
        choices = "\n".join(f"  {article}  {identifier}  {title}" for article, identifier, title in found)
        raise AmbiguousError(f"{reference}: names several articles; give the id of one:\n{choices}")
    article: str = found[0][0]
    return article

"""Generations: each a store and an index, immutable once CURRENT names it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from graph.errors import KnowledgeGraphError
from graph.store import disk, index, locks
from graph.store.journal import Journal, Journalled, repeat

CURRENT = "CURRENT"


def folder(kg: Path, number: int) -> Path:
    """The directory of a generation."""
    return kg / "generations" / str(number)


def current(kg: Path) -> int | None:
    """The number of the published generation, or None before the first."""
    try:
        return int((kg / CURRENT).read_text(encoding="ascii"))
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise KnowledgeGraphError(f"{kg / CURRENT}: does not name a generation; remove it to rebuild") from error


INDEX = "index.sqlite"
JOURNAL = "journal"
"""What the build of a generation changed in the index of the one before."""

SPARE = "spare.sqlite"
"""The index of the generation before, once nobody reads it."""


@dataclass(slots=True)
class Draft:
    """A generation in the making; `store` is opened when the fold first needs it.

    `db` is the index of the `previous` one until `write` is called.
    """

    path: Path
    number: int
    previous: Path | None
    db: sqlite3.Connection
    journal: Journal | None = None
    writes: bool = False

    def write(self) -> None:
        """Makes `db` an index of the draft's own, that can be written to."""
        if self.previous is None or self.writes:
            return
        self.writes = True
        self.db.close()
        connection = _follow(self.previous, self.path / INDEX)
        self.journal = connection.journal = Journal(self.path / JOURNAL)
        self.db = connection

    def cut_off(self) -> None:
        """Lets no older index follow this one: it has words that nobody is to find, or nothing in common with it."""
        if self.journal is not None:
            self.journal.drop()

    def open_store(self, *, fresh: bool = False) -> Store:
        """The store to write to: a copy of the last generation's by hard links, or an empty one."""
        target = self.path / "store"
        disk.step("open store")
        if self.previous is not None and not fresh:
            _copy_store(self.previous / "store", target)
        return Store(str(target))

    def compact(self) -> None:
        """Writes the store anew: Oxigraph keeps the words of removed quads in its files for good."""
        disk.step("compact")
        old, new, dump = self.path / "store", self.path / "compact", self.path / "quads.nq"
        Store.read_only(str(old)).dump(str(dump), RdfFormat.N_QUADS)
        store = Store(str(new))
        store.bulk_load(path=str(dump), format=RdfFormat.N_QUADS)
        store.flush()
        del store
        dump.unlink()
        shutil.rmtree(old)
        new.rename(old)


def _copy_store(source: Path, target: Path) -> None:
    try:
        Store.read_only(str(source)).backup(str(target))
    except OSError:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)


_DISCARDED: set[Path] = set()
"""Drafts that this process threw away: RocksDB may hold its lock on a store that it failed to open until the end."""


def begin(kg: Path) -> Draft:
    """The next generation, which goes on from the last one; what a crash left of it is removed."""
    number = current(kg)
    for path in (kg / "generations").iterdir():
        if not path.name.isdigit() or int(path.name) > (number or 0):
            shutil.rmtree(path)
    following = (number or 0) + 1
    while folder(kg, following).absolute() in _DISCARDED:
        following += 1
    path = folder(kg, following)
    path.mkdir()
    (path / "lock").touch()
    if number is None or not index.is_ours(folder(kg, number) / INDEX):
        return Draft(path, following, None, index.create(path / INDEX), writes=True)
    return Draft(path, following, folder(kg, number), index.readable(folder(kg, number) / INDEX))


def _follow(previous: Path, target: Path) -> Journalled:
    """The index of a generation to go on with: the one before it made like it, or a copy."""
    journal, spare = previous / JOURNAL, previous / SPARE
    if journal.exists() and spare.exists():
        disk.step("follow index")
        spare.rename(target)
        connection = index.writable(target)
        repeat(connection, journal)
        return connection
    disk.step("copy index")
    shutil.copyfile(previous / INDEX, target)
    return index.writable(target)


def publish(kg: Path, draft: Draft) -> None:
    """Makes a draft, whose store is closed already, the generation that readers open; removes what nobody reads."""
    draft.db.execute("COMMIT")
    draft.db.close()
    if draft.journal is not None:
        draft.journal.close()
    disk.step("sync generation")
    disk.sync_tree(draft.path)
    disk.sync_directory(draft.path.parent)
    disk.write(kg / CURRENT, f"{draft.number}\n".encode("ascii"))
    remove_unread(kg)


def discard(kg: Path, draft: Draft) -> None:
    """Throws a draft away, unless readers have it already."""
    draft.db.close()
    if current(kg) != draft.number:
        draft.cut_off()
        shutil.rmtree(draft.path, ignore_errors=True)
        _DISCARDED.add(draft.path.absolute())


def remove_unread(kg: Path) -> None:
    """Removes generations that are not current and that no reader holds."""
    number = current(kg)
    for path in sorted((kg / "generations").iterdir()):
        if path.name.isdigit() and int(path.name) < (number or 0):
            with locks.unread(path / "lock") as free:
                if free:
                    disk.step(f"remove generation {path.name}")
                    if int(path.name) == (number or 0) - 1 and (folder(kg, number or 0) / JOURNAL).exists():
                        (path / INDEX).rename(folder(kg, number or 0) / SPARE)
                    shutil.rmtree(path)


@dataclass(slots=True)
class Generation:
    """A published generation, held by a shared lock until it is closed."""

    kg: Path
    number: int
    store: Store
    db: sqlite3.Connection
    handle: int

    def close(self) -> None:
        """Lets the generation go."""
        if self.handle >= 0:
            self.db.close()
            os.close(self.handle)
            self.handle = -1


def read(kg: Path, wanted: int | None = None) -> Generation:
    """The current generation, or the wanted one; raises KnowledgeGraphError where it is not there."""
    for _ in range(100):
        number = wanted or current(kg)
        if number is None:
            raise KnowledgeGraphError(f"{kg}: nothing was built here yet; start with: newsgraph build {kg} ARTICLES")
        handle = locks.shared(folder(kg, number) / "lock")
        if handle is not None:
            return _open(kg, number, handle)
    raise KnowledgeGraphError(f"{kg}: CURRENT names generation {number}, which is not there; remove CURRENT to rebuild")


def _open(kg: Path, number: int, handle: int) -> Generation:
    path = folder(kg, number)
    try:
        return Generation(kg, number, Store.read_only(str(path / "store")), index.readable(path / INDEX), handle)
    except (OSError, KnowledgeGraphError) as error:
        os.close(handle)
        raise KnowledgeGraphError(f"{path}: cannot be opened: {error}; remove CURRENT to rebuild from parts") from error

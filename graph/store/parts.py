"""The part files: a sequence of write-once files whose records, read in order, are the truth."""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from graph.errors import KnowledgeGraphError
from graph.store import disk
from graph.store.records import Packed, Place, Record, article_of, decode, encode, members

_NAME = re.compile(r"(\d{6,})(?:_(\d{6,}))?(?:\.(\d+))?-[0-9a-f]{12}\.jsonl\.gz")

SMALL = 1 << 20
"""Bytes below which a part file may be joined with its neighbours."""

MANY = 32
"""So many small part files in a row are joined."""


class PartFile(NamedTuple):
    """A part file: the number of the first batch that it holds, its revision, and the number of the last batch."""

    number: int
    revision: int
    last: int
    path: Path

    @classmethod
    def of(cls, path: Path) -> PartFile | None:
        """What a file's name says of it.

        >>> PartFile.of(Path("000003_000009.1-0123456789ab.jsonl.gz"))[:3]
        (3, 1, 9)
        """
        name = _NAME.fullmatch(path.name)
        return name and cls(int(name[1]), int(name[3] or 0), int(name[2] or name[1]), path)


class Moved(NamedTuple):
    """The records of a part file that begin in another one now, so many bytes further on."""

    number: int
    to: int
    offset: int


class Parts:
    """The part files of a KG. A file is named by its number, by the last one of those that it joined, by its revision
    (after `forget` and joining), and by its digest. A newer revision stands for the older, and for all that it joined.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def files(self) -> dict[int, PartFile]:
        """The newest revision of every part file, by number, without those that another one holds."""
        newest = {found.number: found for found in sorted(self._revisions())}
        held, files = 0, {}
        for number in sorted(newest):
            if number > held:
                files[number] = newest[number]
                held = newest[number].last
        return files

    def homes(self) -> dict[int, Path]:
        """The part file in which the records of every batch stand, by the batch's number."""
        return {n: found.path for found in self.files().values() for n in range(found.number, found.last + 1)}

    def _revisions(self) -> Iterator[PartFile]:
        return filter(None, map(PartFile.of, self._folder.glob("*.jsonl.gz")))

    def append(self, number: int, records: Iterable[Record | Packed]) -> list[Place]:
        """Writes the next part file, durably; returns the place of every record."""
        encoded = [encode(record) for record in records]
        places, offset = [], 0
        for member in encoded:
            places.append(Place(number, offset, len(member)))
            offset += len(member)
        self._write(number, number, 0, b"".join(encoded))
        return places

    def _write(self, number: int, last: int, revision: int, content: bytes) -> None:
        joined = f"_{last:06d}" if last > number else ""
        edition = f".{revision}" if revision else ""
        name = f"{number:06d}{joined}{edition}-{hashlib.sha256(content).hexdigest()[:12]}.jsonl.gz"
        disk.write(self._folder / name, content)

    def join(self) -> list[Moved]:
        """Writes the small files at the end of the sequence, where they are many, into few that are no longer small;
        those that they stand for are there until `tidy`. Returns where the records of each have gone."""
        run: list[PartFile] = []
        for _, found in sorted(self.files().items(), reverse=True):
            if found.path.stat().st_size >= SMALL:
                break
            run.append(found)
        return [moved for group in _groups(run[::-1]) for moved in self._join(group)] if len(run) >= MANY else []

    def _join(self, group: list[PartFile]) -> Iterator[Moved]:
        first, content = group[0], b""
        for found in group:
            yield Moved(found.number, first.number, len(content))
            content += found.path.read_bytes()
        if len(group) > 1:
            self._write(first.number, group[-1].last, first.revision + 1, content)

    def read(self, path: Path, number: int) -> Iterator[tuple[Place, Record]]:
        """Every record of a part file with its place; a damaged file is an error that names it."""
        try:
            for offset, length, record in members(path.read_bytes()):
                yield Place(number, offset, length), record
        except (OSError, zlib.error, EOFError, msgspec.MsgspecError) as error:
            raise KnowledgeGraphError(f"{path}: a damaged part file: {error}") from error

    def fetch(self, path: Path, place: Place) -> Record:
        """The record at a place of a part file."""
        try:
            with path.open("rb") as file:
                file.seek(place.offset)
                return decode(file.read(place.length))
        except (OSError, gzip.BadGzipFile, zlib.error, EOFError, msgspec.MsgspecError) as error:
            raise KnowledgeGraphError(f"{path}: a damaged part file: {error}") from error

    def scrub(self, number: int, articles: frozenset[str]) -> None:
        """Rewrites a part file without the words of these articles."""
        found = self.files().get(number)
        if found is None:
            return
        kept = [record for _, record in self.read(found.path, number) if article_of(record) not in articles]
        self._write(number, found.last, found.revision + 1, b"".join(map(encode, kept)))
        self.tidy()

    def tidy(self) -> None:
        """Removes files that a crash left half-written, and what a newer file stands for."""
        disk.sweep(self._folder)
        standing = set(self.files().values())
        for found in self._revisions():
            if found not in standing:
                disk.step(f"remove {found.path.name}")
                found.path.unlink()


def _groups(files: Iterable[PartFile]) -> Iterator[list[PartFile]]:
    """Files in a row that are no longer small together."""
    group: list[PartFile] = []
    size = 0
    for found in files:
        group.append(found)
        size += found.path.stat().st_size
        if size >= SMALL:
            yield group
            group, size = [], 0
    if group:
        yield group

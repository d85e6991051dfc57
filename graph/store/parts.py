"""The part files: a sequence of write-once files whose records, read in order, are the truth."""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from graph.errors import KnowledgeGraphError
from graph.store import disk
from graph.store.records import Packed, Place, Record, article_of, decode, encode, members

_NAME = re.compile(r"(\d{6,})(?:\.(\d+))?-[0-9a-f]{12}\.jsonl\.gz")


class Parts:
    """The part files of a KG. A file is named by its number, its revision (after `forget`) and its digest."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def files(self) -> dict[int, Path]:
        """The newest revision of every part file, by number."""
        return {number: path for number, _, path in sorted(self._revisions())}

    def _revisions(self) -> Iterator[tuple[int, int, Path]]:
        for path in self._folder.glob("*.jsonl.gz"):
            if name := _NAME.fullmatch(path.name):
                yield int(name[1]), int(name[2] or 0), path

    def append(self, number: int, records: Iterable[Record | Packed]) -> list[Place]:
        """Writes the next part file, durably; returns the place of every record."""
        encoded = [encode(record) for record in records]
        places, offset = [], 0
        for member in encoded:
            places.append(Place(number, offset, len(member)))
            offset += len(member)
        self._write(number, 0, b"".join(encoded))
        return places

    def _write(self, number: int, revision: int, content: bytes) -> Path:
        edition = f".{revision}" if revision else ""
        name = f"{number:06d}{edition}-{hashlib.sha256(content).hexdigest()[:12]}.jsonl.gz"
        disk.write(self._folder / name, content)
        return self._folder / name

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
        newest = max((found for found in self._revisions() if found[0] == number), default=None)
        if newest is None:
            return
        _, revision, path = newest
        kept = [record for _, record in self.read(path, number) if article_of(record) not in articles]
        self._write(number, revision + 1, b"".join(map(encode, kept)))
        self.tidy()

    def tidy(self) -> None:
        """Removes files that a crash left half-written, and revisions that a newer one replaced."""
        disk.sweep(self._folder)
        newest = set(self.files().values())
        for _, _, path in self._revisions():
            if path not in newest:
                disk.step(f"remove {path.name}")
                path.unlink()

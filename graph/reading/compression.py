"""Compressed files, opened as what they hold, within bounds: a bomb is an InputError, not a full memory."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

from graph.errors import InputError
from graph.reading.source import Source

FREE = 100_000_000
"""So many bytes may come out of any compressed file; beyond them RATIO is the measure."""
RATIO = 100
SUFFIXES = (".gz", ".bz2", ".xz")
BROKEN = (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, zipfile.BadZipFile)
OPENERS: tuple[tuple[bytes, Callable[[BinaryIO], BinaryIO]], ...] = (
    (b"\x1f\x8b", lambda stream: cast(BinaryIO, gzip.GzipFile(fileobj=stream))),
    (b"BZh", lambda stream: cast(BinaryIO, bz2.BZ2File(stream))),
    (b"\xfd7zXZ\x00", lambda stream: cast(BinaryIO, lzma.LZMAFile(stream))),  # noqa: SIM115
)


class Bounded(io.RawIOBase):
    """A decompressing stream that complains in plain words: about damage, and about more than is sound."""

    def __init__(self, stream: BinaryIO, under: BinaryIO, name: str, most: int) -> None:
        self._stream, self._under, self._name, self._most = stream, under, name, most
        self._read = 0

    def readable(self) -> bool:
        """Always: it is a stream to read from."""
        return True

    def seekable(self) -> bool:
        """Whether one may go back: as the stream below it says."""
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        """Goes to a place; what is read again counts again."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """The place in what comes out."""
        return self._stream.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills a buffer. Raises InputError for damaged data and for a bomb."""
        try:
            data = self._stream.read(len(buffer))
        except BROKEN as error:
            raise InputError(self._name, f"is damaged: it cannot be decompressed ({error})") from error
        self._read += len(data)
        if self._read > self._most:
            reason = f"unpacks to more than {self._most:,} bytes, over {RATIO} times its size; unpack it yourself"
            raise InputError(self._name, reason)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Closes the stream and the file below it."""
        if not self.closed:
            self._stream.close()
            self._under.close()
        super().close()


def opened(source: Source) -> Callable[[], BinaryIO]:
    """How to open a source: decompressed where its first bytes say that it is compressed."""
    with source.open() as stream:
        head = stream.read(8)
    opener = next((opener for magic, opener in OPENERS if head.startswith(magic)), None)
    return (lambda: _bounded(source, opener)) if opener else source.open


def _bounded(source: Source, opener: Callable[[BinaryIO], BinaryIO]) -> BinaryIO:
    under = source.open()
    size = under.seek(0, io.SEEK_END)
    under.seek(0)
    bounded = Bounded(opener(under), under, source.name, max(FREE, RATIO * size))
    return cast(BinaryIO, io.BufferedReader(bounded, 1 << 16))


def plain_name(name: str) -> str:
    """A file's name without the suffix of its compression.

    >>> plain_name("news.jsonl.gz"), plain_name("news.tgz")
    ('news.jsonl', 'news.tgz')
    """
    return next((name.removesuffix(suffix) for suffix in SUFFIXES if name.lower().endswith(suffix)), name)

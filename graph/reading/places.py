"""How far the reading of a file has come, in its own bytes: compressed ones where it is compressed."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

At = Callable[[int], None]
"""Told how many bytes of a file were read, each time that more are."""
BUFFER = 1 << 13
"""So many bytes at a time: small, so that a bar moves in small files, too."""


class Told(io.FileIO):
    """A file that tells how much of it was read. Bytes are counted, since a place says little where a format has its
    table of contents at the end."""

    def __init__(self, path: Path, at: At) -> None:
        super().__init__(path)
        self._at = at
        self._count = 0

    def readinto(self, buffer: WriteableBuffer, /) -> int | None:
        """Fills a buffer and tells."""
        count = super().readinto(buffer)
        self._count += count or 0
        self._at(self._count)
        return count


def open_told(path: Path, at: At | None) -> BinaryIO:
    """A file's bytes from the start; `at` is told of each piece."""
    if at is None:
        return path.open("rb")
    return cast(BinaryIO, io.BufferedReader(Told(path, at), BUFFER))

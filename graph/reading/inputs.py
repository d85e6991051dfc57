"""Which files a user's words mean."""

from __future__ import annotations

import glob
import hashlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from graph.errors import InputError

COMPANY = (".txt", ".text", ".md")
"""A NAME.json beside a file with one of these suffixes is that file's metadata."""


STANDARD_INPUT = Path("-")


@cache
def _spooled() -> IO[bytes]:
    """Standard input in a temporary file, so that it can be read more than once; gone when the program ends."""
    spool = NamedTemporaryFile()  # noqa: SIM115
    shutil.copyfileobj(sys.stdin.buffer, spool)
    spool.flush()
    return spool


def location(path: Path) -> Path:
    """Where the bytes of an input are: for "-" a copy of standard input."""
    return Path(_spooled().name) if path == STANDARD_INPUT else path


def find_inputs(inputs: Iterable[str]) -> Iterator[Path | InputError]:
    """Every file that some words name, once each: files, folders (with all below them, sorted), glob patterns, and
    "-" for standard input.

    A metadata file stands for the text that it belongs to. What does not exist comes as an InputError.
    """
    seen: set[str] = set()
    for word in inputs:
        for found in _files(word):
            path = found if isinstance(found, InputError) else text_of(found)
            key = str(path) if isinstance(path, InputError) else str(path.absolute())
            if key not in seen:
                seen.add(key)
                yield path


def _files(word: str) -> Iterator[Path | InputError]:
    path = Path(word)
    if path == STANDARD_INPUT:
        yield path
    elif path.is_dir():
        yield from _folder(path)
    elif path.exists() or path.is_symlink():
        yield _regular(path)
    elif glob.has_magic(word):
        # Path.glob takes no absolute pattern, and a shell's patterns are what users write.
        matches = sorted(glob.glob(word, recursive=True))  # noqa: PTH207
        for match in matches:
            yield from _files(match)
        if not matches:
            yield InputError(word, "matches no file")
    else:
        yield InputError(word, "does not exist; give a file, a folder or a pattern such as 'news/*.txt'")


def _folder(folder: Path) -> Iterator[Path | InputError]:
    """All files below a folder in order of their names, hidden ones left out."""
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (_regular(Path(place, name)) for name in sorted(names) if not name.startswith("."))
    yield from (InputError(str(error.filename), f"cannot be read ({error.strerror})") for error in closed)


def _regular(path: Path) -> Path | InputError:
    """The path of a regular file; a pipe or a device could go on for ever."""
    if path.is_file():
        return path
    return InputError(str(path), 'is no regular file, or a link to nothing; give "-" to read standard input')


def sidecar(path: Path) -> Path | None:
    """The metadata file beside a text, if there is one."""
    beside = path.with_suffix(".json")
    return beside if path.suffix.lower() in COMPANY and beside.is_file() else None


def text_of(path: Path) -> Path:
    """The text that a metadata file belongs to; any other path is given back."""
    if path.suffix.lower() != ".json":
        return path
    return next((text for suffix in COMPANY if (text := path.with_suffix(suffix)).is_file()), path)


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes and its metadata file's: equal exactly when nothing changed. Raises OSError."""
    total = hashlib.sha256()
    for file in filter(None, (path, sidecar(path))):
        with location(file).open("rb") as stream:
            total.update(hashlib.file_digest(stream, "sha256").digest())
    return total.hexdigest()


def size(path: Path) -> int:
    """The number of bytes of an input; 0 where it cannot be known."""
    try:
        return location(path).stat().st_size
    except OSError:
        return 0

"""Which files a user's words mean."""

from __future__ import annotations

import glob
import hashlib
import os
import shutil
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
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
            key = str(found) if isinstance(found, InputError) else str(found.absolute())
            if key not in seen:
                seen.add(key)
                yield found


def _files(word: str) -> Iterator[Path | InputError]:
    path = Path(word)
    if path == STANDARD_INPUT:
        yield path
    elif path.is_dir():
        yield from _folder(path)
    elif path.exists() or path.is_symlink():
        yield _regular(text_of(path))
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
        shown = sorted(name for name in names if not name.startswith("."))
        yield from (_regular(Path(place, name)) for name in _texts(shown))
    yield from (InputError(str(error.filename), f"cannot be read ({error.strerror})") for error in closed)


def _texts(names: list[str]) -> Iterator[str]:
    """The files of one folder, with a text in the place of its metadata file."""
    there = frozenset(names)
    for name in names:
        stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a Path for each of 100,000 names takes seconds
        texts = (stem + own for own in COMPANY if stem + own in there) if suffix.lower() == ".json" else iter(())
        yield next(texts, name)


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


AHEAD = 8
"""So many groups of files are asked for ahead."""

TOGETHER = 32
LARGE = 1 << 20
"""A group is so many files, or fewer when they have so many bytes."""


def digests(paths: Iterable[Path]) -> Generator[tuple[Path, str | OSError], None, None]:
    """Every file with its `digest`, or with why it has none, in their order.

    A few files are read ahead: where they are not in memory yet, several wait for the disk at the same time.
    """
    with ThreadPoolExecutor(4, "digests") as pool:
        waiting: deque[Future[list[tuple[Path, str | OSError]]]] = deque()
        try:
            for group in _groups(paths):
                waiting.append(pool.submit(lambda group: [(path, _digest(path)) for path in group], group))
                if len(waiting) == AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _digest(path: Path) -> str | OSError:
    try:
        return digest(path)
    except OSError as error:
        return error


def _groups(paths: Iterable[Path]) -> Iterator[list[Path]]:
    group: list[Path] = []
    held = 0
    for path in paths:
        group.append(path)
        held += size(path)
        if len(group) == TOGETHER or held >= LARGE:
            yield group
            group, held = [], 0
    if group:
        yield group


def size(path: Path) -> int:
    """The number of bytes of an input; 0 where it cannot be known."""
    try:
        return location(path).stat().st_size
    except OSError:
        return 0

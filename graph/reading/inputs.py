"""Which files a user's words mean."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import InputError

COMPANY = (".txt", ".text", ".md")
"""A NAME.json beside a file with one of these suffixes is that file's metadata."""


def find_inputs(inputs: Iterable[str]) -> Iterator[Path | InputError]:
    """Every file that some words name, once each: files, folders (with all below them, sorted) and glob patterns.

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
    if path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield path
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
    for place, folders, names in os.walk(folder, onerror=None):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(place, name)


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
        with file.open("rb") as stream:
            total.update(hashlib.file_digest(stream, "sha256").digest())
    return total.hexdigest()

"""Files that survive a crash: written beside their place, flushed to the disk, then renamed into it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

OBSERVERS: list[Callable[[str], None]] = []
"""Called with the name of every step that changes the disk, just before it; tests end the process or raise in one."""

TEMPORARY = ".tmp"
"""The suffix of files that are not yet in their place: left by a crash, removed by the next writer."""


def step(name: str) -> None:
    """Tells the observers that a step is about to happen."""
    for observer in OBSERVERS:
        observer(name)


def write(path: Path, content: bytes) -> None:
    """Puts a file with this content at a path, whole or not at all."""
    beside = path.with_name(path.name + TEMPORARY)
    try:
        step(f"write {path.name}")
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        step(f"rename {path.name}")
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_directory(path.parent)


def sync_directory(path: Path) -> None:
    """Makes the names in a directory durable."""
    _sync(path, os.O_RDONLY | os.O_DIRECTORY)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(path: Path) -> None:
    """Makes every file under a directory, and their names, durable; a file with two names was made so before."""
    for folder, _, names in os.walk(path):
        for file in (Path(folder, name) for name in names):
            if file.stat().st_nlink == 1:
                _sync(file, os.O_RDONLY)
        sync_directory(Path(folder))


def sweep(folder: Path) -> None:
    """Removes what a crash left half-written in a directory."""
    for path in folder.glob(f"*{TEMPORARY}"):
        path.unlink()

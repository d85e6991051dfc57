"""The kept texts of a generation's articles, read from the parts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from graph.model import Article
from graph.store.parts import Parts
from graph.store.records import Place, Source, content_digest


def articles(kg: Path, db: sqlite3.Connection) -> Iterator[Article]:
    """Every article of a generation as its counting source has it, in the order of the part files.

    A part file that was written anew since (something was forgotten, or files were joined) is searched; what is gone
    is left out.
    """
    parts = Parts(kg / "parts")
    homes = parts.homes()
    names = dict(db.execute("SELECT number, name FROM files"))
    searched: tuple[Path, dict[str, Article]] = (kg, {})
    for number, content, start, length in db.execute("SELECT file, content, start, length FROM folded ORDER BY 1, 3"):
        path = homes.get(number)
        if path is not None and not path.exists():
            # Written anew while this reader walks.
            homes = parts.homes()
            path = homes.get(number)
        if path is not None and path.name != names[number]:
            searched = searched if searched[0] == path else (path, _by_content(parts, path, number))
            if content in searched[1]:
                yield searched[1][content]
        elif path is not None:
            record = parts.fetch(path, Place(number, start, length))
            if isinstance(record, Source):
                yield record.article


def _by_content(parts: Parts, path: Path, number: int) -> dict[str, Article]:
    sources = (record for _, record in parts.read(path, number) if isinstance(record, Source))
    return {content_digest(record.article): record.article for record in sources}

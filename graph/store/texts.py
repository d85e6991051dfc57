"""The kept texts of a generation's articles, read from the parts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from graph.model import Article
from graph.store.parts import Parts
from graph.store.records import Place, Record, Source, content_digest


def articles(kg: Path, db: sqlite3.Connection) -> Iterator[Article]:
    """Every article of a generation as its counting source has it, in the order of the part files.

    A part file that was written anew since (something was forgotten) is searched; what is gone is left out.
    """
    parts = Parts(kg / "parts")
    files = parts.files()
    names = dict(db.execute("SELECT number, name FROM files"))
    for number, content, start, length in db.execute("SELECT file, content, start, length FROM folded ORDER BY 1, 3"):
        path = files.get(number)
        if path is None:
            continue
        record = _at(parts, path, Place(number, start, length), content, moved=path.name != names[number])
        if isinstance(record, Source):
            yield record.article


def _at(parts: Parts, path: Path, place: Place, content: str, *, moved: bool) -> Record | None:
    if not moved:
        return parts.fetch(path, place)
    sources = (record for _, record in parts.read(path, place.file) if isinstance(record, Source))
    return next((record for record in sources if content_digest(record.article) == content), None)

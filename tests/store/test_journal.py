"""The next index is made of the one before the last where nobody reads it, and is the same as a copy of the last."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graph.store import disk, generations, journal
from tests.store.made_up import article, build, forget, nquads

ARTICLES = [
    ("/1", article("Ada Moss met Harbour Board.", "1.txt", "2024-01-02")),
    ("/2", article("HB met Bo Lind met dredging works.", "2.txt")),
    ("/3", article("Oslo met Ministry of Ports.", "3.txt", "2024-01-01")),
    ("/4", article("Ministry of Ports met Ada Moss met dredging works.", "4.txt", "2024-01-03")),
    ("/5", article("Hotel Board met HB met Dredging works.", "5.txt")),
    *((f"/more/{day}", article(f"Bo Lind met Oslo on day {day}.", f"day-{day}.md")) for day in range(20)),
]
FIRST, *NEXT = ARTICLES[5:], [ARTICLES[0]], [ARTICLES[1]], [ARTICLES[2], ARTICLES[3]], [ARTICLES[4]]


@pytest.fixture
def steps() -> Iterator[list[str]]:
    seen: list[str] = []
    disk.OBSERVERS.append(seen.append)
    yield seen
    disk.OBSERVERS.remove(seen.append)


def tables(kg: Path) -> list[str]:
    """All that an index says, but for how far its generation's files go."""
    path = generations.folder(kg, generations.current(kg) or 0) / generations.INDEX
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.iterdump())


def test_it_follows_the_last_build(tmp_path: Path, steps: list[str]) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for kg in (one, other):
        build(kg, FIRST)
    for batch in NEXT:
        build(one, batch)
        for spare in other.glob(f"generations/*/{generations.SPARE}"):
            spare.unlink()
        build(other, batch)
        assert tables(one) == tables(other)
    assert steps.count("follow index") == len(NEXT) - 1
    build(tmp_path / "whole", ARTICLES)
    assert nquads(one) == nquads(tmp_path / "whole")


def test_nothing_is_copied_where_nothing_changes(tmp_path: Path, steps: list[str]) -> None:
    build(tmp_path / "kg", FIRST)
    steps.clear()
    build(tmp_path / "kg")
    assert not {"copy index", "follow index", "open store"} & set(steps)


def test_a_reader_keeps_its_index(tmp_path: Path, steps: list[str]) -> None:
    kg = tmp_path / "kg"
    build(kg, FIRST)
    build(kg, NEXT[0])
    reader = generations.read(kg)
    before = reader.db.execute("SELECT count(*) FROM folded").fetchone()
    build(kg, NEXT[1])
    build(kg, NEXT[2])
    assert reader.db.execute("SELECT count(*) FROM folded").fetchone() == before
    reader.close()
    assert steps[::-1].index("copy index") < len(steps)


def test_what_is_forgotten_is_in_no_spare(tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    build(kg, FIRST)
    for batch in NEXT:
        build(kg, batch)
    forget(kg, ARTICLES[4][1])
    held = [path.read_bytes() for path in kg.rglob("*") if path.is_file()]
    assert not any(b"5.txt" in content or b"Hotel" in content for content in held)
    assert not list(kg.glob(f"generations/*/{generations.SPARE}"))
    build(tmp_path / "whole", ARTICLES[:4], ARTICLES[5:])
    assert nquads(kg) == nquads(tmp_path / "whole")


def test_a_long_journal_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "MOST", 10)
    kg = tmp_path / "kg"
    build(kg, FIRST)
    build(kg, NEXT[0])
    assert not list(kg.glob(f"generations/*/{generations.JOURNAL}"))
    shutil.copytree(kg, tmp_path / "copy")
    build(kg, NEXT[1])
    build(tmp_path / "whole", FIRST, NEXT[0], NEXT[1])
    assert nquads(kg) == nquads(tmp_path / "whole")

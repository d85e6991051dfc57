"""Small part files become one, and nothing is lost on the way: whatever is killed, whoever reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.store import disk, generations, parts, texts
from tests.store.crash import work
from tests.store.made_up import article, build, forget, nquads
from tests.store.test_faults import _plain, crash, opens

DAYS = [(f"/day-{n}", article(f"Ada Moss met Bo Lind met Oslo on day {n}.", f"{n}.txt")) for n in range(9)]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four small files in a row are many here."""
    monkeypatch.setattr(parts, "MANY", 4)


def daily(kg: Path) -> None:
    for day in DAYS:
        build(kg, [day])


def test_a_build_a_day_leaves_few_files_and_the_same_graph(tmp_path: Path) -> None:
    daily(tmp_path / "daily")
    build(tmp_path / "once", DAYS)
    assert nquads(tmp_path / "daily") == nquads(tmp_path / "once")
    names = sorted(path.name.split("-")[0] for path in (tmp_path / "daily" / "parts").iterdir())
    assert names == ["000001_000007.2", "000008", "000009"]
    (tmp_path / "daily" / "CURRENT").unlink()
    build(tmp_path / "daily", [])
    assert nquads(tmp_path / "daily") == nquads(tmp_path / "once")


def test_readers_find_the_texts_of_their_generation(tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    for day in DAYS[:3]:
        build(kg, [day])
    reader = generations.read(kg)
    for day in DAYS[3:]:
        build(kg, [day])
    assert {kept.identifier for kept in texts.articles(kg, reader.db)} == {"0.txt", "1.txt", "2.txt"}
    reader.close()
    now = generations.read(kg)
    assert len(list(texts.articles(kg, now.db))) == len(DAYS)
    now.close()


def test_files_joined_while_a_reader_walks(tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    for day in DAYS[:3]:
        build(kg, [day])
    reader = generations.read(kg)
    walk = texts.articles(kg, reader.db)
    first = next(walk).identifier
    for day in DAYS[3:]:
        build(kg, [day])
    assert {first, *(kept.identifier for kept in walk)} == {"0.txt", "1.txt", "2.txt"}
    reader.close()


def test_forgotten_words_leave_a_joined_file(tmp_path: Path) -> None:
    daily(tmp_path / "kg")
    forget(tmp_path / "kg", DAYS[2][1])
    assert not [path for path in (tmp_path / "kg").rglob("*") if path.is_file() and b"on day 2" in _plain(path)]
    build(tmp_path / "rest", DAYS[:2] + DAYS[3:])
    build(tmp_path / "kg", [])
    assert nquads(tmp_path / "kg") == nquads(tmp_path / "rest")


def test_what_was_replaced_stays_replaced(tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    old, new = article("Bo Lind met Oslo.", "x.txt"), article("Ada Moss met Harbour Board.", "x.txt")
    for batch in ([("/x", old)], [("/x", new)], [("/y", old)], DAYS[:1], DAYS[1:2]):
        build(kg, batch)
    forget(kg, old)
    build(tmp_path / "clean", [("/x", new), *DAYS[:2]])
    assert nquads(kg) == nquads(tmp_path / "clean")


def test_killed_while_files_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MANY", 3)
    steps: list[str] = []
    disk.OBSERVERS.append(steps.append)
    work(tmp_path / "undisturbed")
    disk.OBSERVERS.remove(steps.append)
    joining = next(number for number, step in enumerate(steps, 1) if step.startswith("write 000001_000003"))
    removing = [number for number, step in enumerate(steps, 1) if step.startswith("remove 00000")]
    expected = nquads(tmp_path / "undisturbed")
    for number in (joining, joining + 1, joining + 2, *removing):
        kg = tmp_path / f"kg-{number}"
        assert crash(kg, "kill", number, MANY="3").returncode == -9
        opens(kg)
        work(kg)
        assert nquads(kg) == expected
    assert len(removing) > 2

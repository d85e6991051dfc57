"""Whatever goes wrong at whatever step: the KG opens, and the next build ends where an undisturbed one does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import KnowledgeGraphError, LockedError
from graph.store import disk, generations
from tests.store.crash import FIRST, SECOND, work
from tests.store.made_up import add, article, build, finish, forget, nquads, open_writer

ROOT = Path(__file__).resolve().parents[2]


def crash(kg: Path, fault: str, number: int, **told: str) -> subprocess.CompletedProcess[str]:
    """The same work in a process of its own, with a fault."""
    command = [sys.executable, "-m", "tests.store.crash", str(kg), fault, str(number)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ | told)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], int]:
    """The dataset of the work, and how many steps it takes."""
    steps: list[str] = []
    disk.OBSERVERS.append(steps.append)
    kg = tmp_path_factory.mktemp("undisturbed") / "kg"
    work(kg)
    disk.OBSERVERS.remove(steps.append)
    return nquads(kg), len(steps)


def opens(kg: Path) -> bool:
    """Says whether readers find a generation; before the first there is none."""
    if generations.current(kg) is None:
        return False
    nquads(kg)
    return True


@pytest.mark.parametrize("part", range(12))
def test_killed(tmp_path: Path, undisturbed: tuple[list[str], int], part: int) -> None:
    expected, steps = undisturbed
    number = 1 + part * (steps - 1) // 11
    done = crash(tmp_path / "kg", "kill", number)
    assert done.returncode == -9
    opens(tmp_path / "kg")
    work(tmp_path / "kg")
    assert nquads(tmp_path / "kg") == expected


@pytest.mark.parametrize("part", range(5))
def test_failing_write(tmp_path: Path, undisturbed: tuple[list[str], int], part: int) -> None:
    expected, steps = undisturbed
    done = crash(tmp_path / "kg", "error", 1 + part * (steps - 1) // 4)
    assert done.returncode == 1
    assert "cannot be written: Input/output error" in done.stderr
    assert "Traceback" not in done.stderr
    opens(tmp_path / "kg")
    work(tmp_path / "kg")
    assert nquads(tmp_path / "kg") == expected


@pytest.mark.parametrize("room", [100, 2_000, 20_000, 60_000])
def test_full_disk(tmp_path: Path, undisturbed: tuple[list[str], int], room: int) -> None:
    kg = tmp_path / "kg"
    build(kg, FIRST)
    before = nquads(kg)
    done = crash(kg, "full", room)
    assert done.returncode == 1, done.stderr
    assert "what was built before is intact" in done.stderr
    assert nquads(kg) == before
    work(kg)
    assert nquads(kg) == undisturbed[0]


def test_a_second_writer_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with open_writer(tmp_path / "kg") as writer:
        with pytest.raises(LockedError, match=str(os.getpid())):
            build(tmp_path / "kg", FIRST)
        add(writer, FIRST)
        finish(writer)
    build(tmp_path / "kg", SECOND)


def test_readers_keep_their_generation(tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    build(kg, FIRST)
    reader = generations.read(kg)
    before = len(reader.store)
    build(kg, SECOND)
    build(kg, [("/7", article("Oslo met Bo Lind.", "7.txt"))])
    assert len(reader.store) == before
    assert len(list(reader.store)) == before
    assert generations.folder(kg, reader.number).is_dir()
    reader.close()
    build(kg, [("/8", article("Oslo met Ada Moss.", "8.txt"))])
    assert [path.name for path in (kg / "generations").iterdir()] == [str(generations.current(kg))]


def test_forgotten_words_leave_every_file(tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    secret = article("Ada Moss met Bo Lind met qzxwvyjk7k3h9d2m4n8p5r1t6.", "secret.txt")
    build(kg, [*FIRST, ("/s", secret)])
    forget(kg, secret)
    held = [path for path in kg.rglob("*") if path.is_file() and b"qzxwvyjk7k3h9d2m4n8p5r1t6" in _plain(path)]
    assert not held
    build(kg, [])
    alone = tmp_path / "alone"
    build(alone, FIRST)
    assert nquads(kg) == nquads(alone)


def _plain(path: Path) -> bytes:
    """The bytes of a file, part files unpacked."""
    import gzip

    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def test_a_missing_part_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    build(kg, FIRST)
    [part] = (kg / "parts").iterdir()
    part.unlink()
    with pytest.raises(KnowledgeGraphError, match=part.name):
        build(kg, SECOND)


def test_a_damaged_part_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    build(kg, FIRST)
    [part] = (kg / "parts").iterdir()
    part.write_bytes(part.read_bytes()[:-20])
    (kg / "CURRENT").unlink()
    with pytest.raises(KnowledgeGraphError, match=part.name):
        build(kg, SECOND)

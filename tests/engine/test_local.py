"""The pool: the same graph and part files as one process, whoever is killed; and no process stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph import pipeline
from graph.engine import Plan, analysis, engines, local
from graph.errors import NewsgraphError, SettingsError
from graph.pipeline import BuildOptions, run
from tests.engine import made_up_worker
from tests.store.made_up import NAMES, nquads

ROOT = Path(__file__).resolve().parents[2]
MADE_UP = (sys.executable, "-P", "-m", "tests.engine.made_up_worker")
TWO = BuildOptions(plan=Plan(workers=2))
ONE = BuildOptions(plan=Plan(workers=1))


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small batches, and a pass 1 without a language model: here and in the workers."""
    for module, name, value in (
        (run, "BATCH", 6),
        (run, "PARTITION", 3),
        (engines, "FEW", 1),
        (local, "COMMAND", MADE_UP),
        (analysis, "load", lambda _: analysis.Loaded("0", made_up_worker.parts)),
    ):
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(sys, "path", [str(ROOT), *sys.path])


def write(folder: Path, number: int, **more: str) -> Path:
    """A folder of articles, copies among them."""
    folder.mkdir()
    names = list(NAMES)
    for at in range(number):
        one, other = names[at // 2 % len(names)], names[(at // 2 * 3 + 1) % len(names)]
        (folder / f"{at:03d}.txt").write_text(f"{one} met {other} on day {at // 2}.\n", encoding="utf-8")
    for name, text in more.items():
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return folder


def part_files(kg: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (kg / "parts").iterdir()}


@pytest.mark.usefixtures("made_up")
def test_a_killed_worker_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "in", 20, **{"007b": f"Ada Moss met Bo Lind and the {made_up_worker.KILLS_ONCE}."})
    one = pipeline.build(tmp_path / "one", [folder], ONE)
    monkeypatch.setenv("MET", str(tmp_path / "met"))
    two = pipeline.build(tmp_path / "two", [folder], TWO)
    assert (tmp_path / "met").exists()
    assert two == one
    assert not two.failed
    assert part_files(tmp_path / "two") == part_files(tmp_path / "one")
    assert nquads(tmp_path / "two") == nquads(tmp_path / "one")


@pytest.mark.usefixtures("made_up")
def test_the_article_that_kills_is_found_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "in", 8, **{"004b": f"Ada Moss met the {made_up_worker.KILLS}."})
    monkeypatch.setenv("MET", str(tmp_path / "met"))
    report = pipeline.build(tmp_path / "two", [folder], TWO)
    [failure] = report.failed
    assert failure.source == "004b.txt"
    assert "SIGKILL" in failure.reason
    assert report.counts["articles"] == report.new == 5  # four copies
    assert pipeline.build(tmp_path / "two", [folder], TWO).counts == report.counts
    (folder / "004b.txt").unlink()
    pipeline.build(tmp_path / "one", [folder], ONE)
    assert set(nquads(tmp_path / "one")) < set(nquads(tmp_path / "two"))


@pytest.mark.usefixtures("made_up")
def test_a_worker_that_cannot_start_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "in", 3)
    monkeypatch.setattr(local, "COMMAND", (sys.executable, "-c", "raise SystemExit(3)"))
    with pytest.raises(NewsgraphError, match="exit status 3"):
        pipeline.build(tmp_path / "kg", [folder], TWO)


@pytest.mark.usefixtures("made_up")
def test_workers_of_another_version_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "in", 3)
    monkeypatch.setattr(analysis, "load", lambda _: analysis.Loaded("another", made_up_worker.parts))
    with pytest.raises(SettingsError, match="another"):
        pipeline.build(tmp_path / "kg", [folder], TWO)


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ({"engine": "ray"}, "choose one of local"),
        ({"workers": 0}, "at least 1"),
        ({"scheduler": "tcp://127.0.0.1:1"}, "goes with --engine dask"),
    ],
)
def test_what_a_plan_refuses(plan: dict, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        Plan(**plan)


BUILD = """
import sys
from pathlib import Path
from tests.engine import made_up_worker, test_local
from graph import pipeline
from graph.engine import engines, local
from graph.pipeline import run
made_up_worker.SLOW = 0.02
made_up_worker.install(made_up_worker.parts)
run.BATCH, run.PARTITION, engines.FEW, local.COMMAND = 6, 3, 1, test_local.MADE_UP
try:
    pipeline.build(sys.argv[1], [sys.argv[2]], test_local.TWO)
except KeyboardInterrupt:
    sys.exit(130)
"""


def started(kg: Path, folder: Path) -> subprocess.Popen:
    """A build in a process of its own, as soon as some of it is on the disk."""
    process = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(kg), str(folder)], cwd=ROOT, process_group=0, env={**os.environ}
    )
    wait_until(lambda: any((kg / "parts").glob("*.gz")) if kg.is_dir() else False)
    return process


def wait_until(holds, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def workers_of(process: int) -> list[int]:
    """The children of a process."""
    return [id_ for id_ in (int(path.name) for path in Path("/proc").glob("[0-9]*")) if parent_of(id_) == process]


def parent_of(process: int) -> int | None:
    try:
        state, parent = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return None
    return None if state == "Z" else int(parent)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc for the children of a process")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_workers_end_with_their_parent(tmp_path: Path, number: int, status: int) -> None:
    folder = write(tmp_path / "in", 300)
    process = started(tmp_path / "kg", folder)
    workers = workers_of(process.pid)
    assert len(workers) == 2
    os.killpg(process.pid, number)
    assert process.wait(30) == status
    wait_until(lambda: not any(parent_of(worker) is not None for worker in workers), 5)


@pytest.mark.usefixtures("made_up")
def test_a_stopped_build_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "in", 60)
    came: list[int] = []

    def stop(reached, _: int) -> None:
        if reached.articles > 8 and not came:
            came.append(reached.articles)
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        pipeline.build(tmp_path / "two", [folder], TWO, stop)
    report = pipeline.build(tmp_path / "two", [folder], ONE)
    assert 0 < report.new < 52
    pipeline.build(tmp_path / "one", [folder], ONE)
    assert nquads(tmp_path / "two") == nquads(tmp_path / "one")

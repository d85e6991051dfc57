"""The pool: no process stays behind, and what cannot work says so."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.engine import Plan, analysis, local
from graph.errors import NewsgraphError, SettingsError
from tests.engine import made_up_worker
from tests.engine.builds import ONE, ROOT, TWO, build, write
from tests.store.made_up import nquads


@pytest.mark.usefixtures("made_up")
def test_a_worker_that_cannot_start_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "in", 3)
    monkeypatch.setattr(local, "COMMAND", (sys.executable, "-c", "raise SystemExit(3)"))
    with pytest.raises(NewsgraphError, match="exit status 3"):
        build(tmp_path / "kg", folder, TWO)


@pytest.mark.usefixtures("made_up")
def test_workers_of_another_version_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "in", 3)
    monkeypatch.setattr(analysis, "load", lambda _: analysis.Loaded("another", made_up_worker.parts))
    with pytest.raises(SettingsError, match="another"):
        build(tmp_path / "kg", folder, TWO)


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ({"engine": "ray"}, "choose one of local, dask"),
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
from tests.engine import builds, made_up_worker
from graph.engine import engines, local
from graph.pipeline import run
made_up_worker.install(made_up_worker.parts)
run.BATCH, run.PARTITION, engines.FEW, local.COMMAND = 6, 3, 1, builds.MADE_UP
try:
    builds.build(Path(sys.argv[1]), Path(sys.argv[2]), builds.TWO)
except KeyboardInterrupt:
    sys.exit(130)
"""


def started(kg: Path, folder: Path) -> subprocess.Popen:
    """A build in a process of its own, as soon as some of it is on the disk."""
    process = subprocess.Popen([sys.executable, "-c", BUILD, str(kg), str(folder)], cwd=ROOT, process_group=0)
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
def test_a_stopped_build_goes_on(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 60)
    came: list[int] = []

    def stop(reached, _: int) -> None:
        if reached.articles > 8 and not came:
            came.append(reached.articles)
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "two", folder, TWO, stop)
    report = build(tmp_path / "two", folder, ONE)
    assert 0 < report.new < 26
    build(tmp_path / "one", folder, ONE)
    assert nquads(tmp_path / "two") == nquads(tmp_path / "one")

"""The same graph and part files come from every engine, whoever is killed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster

from graph.engine import ENGINES, Plan, cluster
from graph.errors import SettingsError
from tests.engine.builds import ONE, build, part_files, write
from tests.engine.made_up_worker import KILLS, KILLS_ONCE
from tests.store.made_up import nquads

pytestmark = [
    pytest.mark.usefixtures("made_up"),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
]


@pytest.fixture(autouse=True)
def made_up_cluster() -> Iterator[None]:
    """The workers of a cluster have the made-up pass 1 as well."""
    with dask.config.set({"distributed.worker.preload": ["tests.engine.made_up_worker"]}):
        yield


@pytest.mark.parametrize("engine", ENGINES)
def test_a_killed_worker_changes_nothing(tmp_path: Path, met: Path, engine: str) -> None:
    folder = write(tmp_path / "in", 20, **{"007b": f"Ada Moss met Bo Lind and the {KILLS_ONCE}."})
    one = build(tmp_path / "one", folder, ONE)
    two = build(tmp_path / "two", folder, Plan(engine, workers=2))
    assert met.exists()
    assert two == one
    assert not two.failed
    assert part_files(tmp_path / "two") == part_files(tmp_path / "one")
    assert nquads(tmp_path / "two") == nquads(tmp_path / "one")


@pytest.mark.usefixtures("met")
@pytest.mark.parametrize(("engine", "reason"), [("local", "SIGKILL"), ("dask", "2 workers of the cluster ended")])
def test_the_article_that_kills_is_found_and_named(tmp_path: Path, engine: str, reason: str) -> None:
    folder = write(tmp_path / "in", 8, **{"004b": f"Ada Moss met the {KILLS}."})
    report = build(tmp_path / "two", folder, Plan(engine, workers=2))
    [failure] = report.failed
    assert failure.source == "004b.txt"
    assert reason in failure.reason
    assert report.counts["articles"] == 5  # of four texts there is a copy
    assert build(tmp_path / "two", folder, ONE).counts == report.counts
    (folder / "004b.txt").unlink()
    build(tmp_path / "one", folder, ONE)
    assert set(nquads(tmp_path / "one")) < set(nquads(tmp_path / "two"))


def test_a_slow_worker_is_overtaken_and_a_cluster_outlives_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONE_SLEEPS", str(tmp_path / "sleeps"))
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    folder = write(tmp_path / "in", 20)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as running:
        plan = Plan("dask", scheduler=running.scheduler_address)
        report = build(tmp_path / "two", folder, plan)
        assert (tmp_path / "sleeps").exists()
        assert report.new == 10
        assert build(tmp_path / "two", folder, plan).unchanged == 20
    build(tmp_path / "one", folder, ONE)
    assert nquads(tmp_path / "two") == nquads(tmp_path / "one")


def test_a_cluster_that_does_not_answer(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 3)
    with pytest.raises(SettingsError, match="no Dask scheduler answers"):
        build(tmp_path / "kg", folder, Plan("dask", scheduler="nonsense://1"))


def test_without_dask_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "in", 3)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SettingsError, match=r"newsgraph\[cluster\]"):
        build(tmp_path / "kg", folder, Plan("dask", workers=2))

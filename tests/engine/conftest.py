"""Small batches, and a pass 1 that needs no language model, here and in the workers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from graph.engine import analysis, engines, local
from graph.pipeline import run
from tests.engine import made_up_worker
from tests.engine.builds import MADE_UP, ROOT


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, value in (
        (run, "BATCH", 6),
        (run, "PARTITION", 3),
        (engines, "FEW", 1),
        (local, "COMMAND", MADE_UP),
        (analysis, "load", lambda _: analysis.Loaded("0", made_up_worker.parts)),
        (sys, "path", [str(ROOT), *sys.path]),
    ):
        monkeypatch.setattr(module, name, value)


@pytest.fixture
def met(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that is there once an article has ended its worker."""
    monkeypatch.setenv("MET", str(tmp_path / "met"))
    return tmp_path / "met"

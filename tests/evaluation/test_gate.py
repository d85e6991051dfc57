"""The quality gate: figures on the development data, where it lies beside the checkout, do not fall below their floors.

The repository holds floors and digests alone; without the data these tests skip.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from graph.benchmarks import evaluate

GATE: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("gate.toml").read_text(encoding="utf-8"))


def digest(path: Path, pattern: str | None) -> str:
    """The SHA-256 of a file, or of the files of a folder in order of their names."""
    files = sorted(path.glob(pattern)) if pattern else [path]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


@pytest.mark.shared
@pytest.mark.parametrize("name", GATE)
def test_the_data_is_what_the_floors_were_set_on(name: str, shared: Path) -> None:
    gate = GATE[name]
    assert digest(shared / gate["path"], gate.get("files")) == gate["digest"], "set the floors anew for other data"


@pytest.mark.shared
@pytest.mark.parametrize("name", GATE)
def test_figures_keep_their_floors(name: str, shared: Path) -> None:
    if name == "gum":
        pytest.importorskip("scipy")
    figures = evaluate(name, shared / GATE[name]["path"]).figures
    low = {key: (figures[key], floor) for key, floor in GATE[name]["least"].items() if figures[key] < floor}
    high = {key: (figures[key], most) for key, most in GATE[name].get("most", {}).items() if figures[key] > most}
    assert not low, f"below the floor (now, floor): {low}"
    assert not high, f"above the ceiling (now, most): {high}"

"""The notebooks run from top to bottom, and what is committed shows their output."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def test_there_are_three() -> None:
    assert len(NOTEBOOKS) == 3


def test_they_run() -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbmake",
        "--nbmake-timeout=300",
        "-o",
        "addopts=",
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run([*command, *map(str, NOTEBOOKS)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    assert "3 passed" in done.stdout


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_they_were_executed_and_name_no_machine(path: Path) -> None:
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert sum(bool(cell["outputs"]) for cell in cells) >= len(cells) - 1
    outputs = json.dumps([cell["outputs"] for cell in cells])
    assert '"output_type": "error"' not in outputs
    assert str(ROOT) not in outputs
    assert "/tmp/" not in outputs


def test_every_figure_is_there() -> None:
    figures = {path.stem: path.read_text(encoding="utf-8").count('"image/png"') for path in NOTEBOOKS}
    assert list(figures.values())[1:] == [4, 2]

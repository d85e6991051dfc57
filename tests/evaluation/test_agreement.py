"""Our scorers and those that lie with the development data give the same figures for the same output.

Small slices are scored twice: by `graph.benchmarks`, and by each folder's own script on what the command prints.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.benchmarks import evaluate

pytestmark = pytest.mark.shared
COMMAND = Path(sys.executable).with_name("newsgraph")
SLICE = 60
ARTICLES = ("crane", "stampede")


def scored(script: Path, *arguments: Path) -> dict[str, float]:
    """What a script of the development data prints: JSON, or names and values after the number of sentences."""
    environment = os.environ | {"NEWSGRAPH": str(COMMAND)}
    command = [sys.executable, str(script), *map(str, arguments)]
    text = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    if text.startswith("{"):
        return json.loads(text)
    cells = text.split()
    return {name: float(value) for name, value in zip(cells[::2], cells[1::2], strict=True)}


def carb(shared: Path, folder: Path) -> tuple[Path, dict[str, float]]:
    gold, sentences, rows = folder / "gold.tsv", folder / "sentences.txt", folder / "rows.tsv"
    lines = (shared / "benchmarks/carb/dev.tsv").read_text(encoding="utf-8").splitlines()[: 4 * SLICE]
    gold.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sentences.write_text("\n".join(dict.fromkeys(line.split("\t")[0] for line in lines)) + "\n", encoding="utf-8")
    options = ["--lines", "--tokenised", "--format", "tsv"]
    with rows.open("wb") as out:
        subprocess.run([str(COMMAND), "extract", *options, str(sentences)], stdout=out, check=True)
    return gold, scored(shared / "benchmarks/carb/score.py", gold, rows)


def plover(shared: Path, folder: Path) -> tuple[Path, dict[str, float]]:
    records = json.loads((shared / "benchmarks/plover/dev.json").read_text(encoding="utf-8"))
    path = folder / "records.json"
    path.write_text(json.dumps(records[:SLICE]), encoding="utf-8")
    return path, scored(shared / "benchmarks/plover/score.py", path)


def names(shared: Path, folder: Path) -> tuple[Path, dict[str, float]]:
    blocks = (shared / "benchmarks/uner_pud/en_pud-ud-test.iob2").read_text(encoding="utf-8").split("\n\n")
    path = folder / "slice.iob2"
    path.write_text("\n\n".join(blocks[:SLICE]) + "\n\n", encoding="utf-8")
    return path, scored(shared / "benchmarks/uner_pud/score.py", path)


def gum(shared: Path, folder: Path) -> tuple[Path, dict[str, float]]:
    pytest.importorskip("scipy")
    for name in ARTICLES:
        shutil.copy(shared / f"benchmarks/gum/GUM_news_{name}.conll", folder)
        articles(shared, folder, name)
    return folder, scored(shared / "benchmarks/gum/score.py", folder, folder)


def gold(shared: Path, folder: Path) -> tuple[Path, dict[str, float]]:
    (folder / "gold").mkdir()
    (folder / "articles").mkdir()
    for name in ARTICLES:
        shutil.copy(shared / f"gold/{name}.json", folder / "gold")
        articles(shared, folder / "articles", name)
    return folder / "gold", scored(shared / "gold/score.py", folder / "gold", folder / "articles")


def articles(shared: Path, folder: Path, name: str) -> None:
    """Copies one article and its metadata."""
    for file in (shared / "articles").glob(f"{name}.*"):
        shutil.copy(file, folder)


@pytest.mark.parametrize("slice_of", [carb, plover, names, gum, gold])
def test_figures_agree_to_three_decimals(
    slice_of: Callable[[Path, Path], tuple[Path, dict[str, float]]], shared: Path, tmp_path: Path
) -> None:
    path, theirs = slice_of(shared, tmp_path)
    ours = evaluate(slice_of.__name__, path).figures
    assert {name: round(float(ours[name]), 3) for name in theirs} == theirs

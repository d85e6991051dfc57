"""Builds of made-up articles on several engines, and what comes of them."""

from __future__ import annotations

import sys
from pathlib import Path

from graph import pipeline
from graph.engine import Plan
from graph.pipeline import BuildOptions, BuildReport
from tests.store.made_up import NAMES

ROOT = Path(__file__).resolve().parents[2]
MADE_UP = (sys.executable, "-P", "-m", "tests.engine.made_up_worker")
ONE = Plan(workers=1)
TWO = Plan(workers=2)


def build(kg: Path, folder: Path, plan: Plan, progress=None) -> BuildReport:
    return pipeline.build(kg, [folder], BuildOptions(plan=plan), progress)


def write(folder: Path, number: int, **more: str) -> Path:
    """A folder of articles, of which every other one is a copy."""
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

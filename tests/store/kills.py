"""Builds of real articles, each killed at a step chosen at random and then done to its end.

`python -m tests.store.kills ARTICLES --number 100` tells how many ended as the undisturbed build did. The language
model is loaded once: every build runs in a copy of this process.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from graph import pipeline
from graph.engine import analysis
from graph.errors import KnowledgeGraphError
from graph.pipeline import run
from graph.store import disk
from tests.store.made_up import nquads

SMALL_BATCH = 4
"""So many articles become durable together here: the more batches, the more kinds of moment to be killed at."""


def build(kg: Path, articles: Path, observe: Callable[[str], None]) -> None:
    disk.OBSERVERS.append(observe)
    run.BATCH = SMALL_BATCH
    pipeline.build(kg, [articles])


def forked(work: Callable[[], None]) -> int:
    """The status with which a copy of this process ended that did the work."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - a copy of a process ends here, whatever happened
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killing(number: int, names: Path) -> Callable[[str], None]:
    """An observer that ends the process at a step of this number, whose name it leaves in a file."""
    seen = 0

    def observe(step: str) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            names.write_text(step.split(maxsplit=1)[0], encoding="utf-8")
            os.kill(os.getpid(), signal.SIGKILL)

    return observe


def steps_of(folder: Path, articles: Path) -> int:
    """How many steps an undisturbed build takes, which is left in the folder."""
    counted = folder / "steps"
    seen: list[str] = []

    def work() -> None:
        build(folder / "undisturbed", articles, seen.append)
        counted.write_text(str(len(seen)), encoding="utf-8")

    assert forked(work) == 0
    return int(counted.read_text(encoding="utf-8"))


def digest_of(kg: Path) -> str:
    """The digest of a KG's sorted quads, or why it cannot be read. The store is opened in a copy of this process alone:
    its threads would not be there in copies that are made later."""
    told = kg.with_suffix(".digest")

    def work() -> None:
        try:
            digest = hashlib.sha256("\n".join(nquads(kg)).encode()).hexdigest()
        except KnowledgeGraphError as error:
            digest = str(error)
        told.write_text(digest, encoding="utf-8")

    return told.read_text(encoding="utf-8") if forked(work) == 0 else "the store broke the process that read it"


UNBUILT = ("nothing was built here yet", "no knowledge graph", "newsgraph build")
"""What is said of a KG that was killed before its first commit."""


def survives(folder: Path, articles: Path, number: int, expected: str) -> str:
    """What became of a build that was killed at the step of a number: "" where all is as it should be."""
    kg, name = folder / f"kg-{number}", folder / "step"
    if forked(lambda: build(kg, articles, killing(number, name))) != -signal.SIGKILL:
        return "was not killed"
    left = digest_of(kg)
    if left != expected and not any(words in left for words in UNBUILT):
        return f"after {name.read_text(encoding='utf-8')}: {left}"
    if forked(lambda: build(kg, articles, lambda _: None)) != 0:
        return f"could not go on after {name.read_text(encoding='utf-8')}"
    return "" if digest_of(kg) == expected else f"differs after {name.read_text(encoding='utf-8')}"


def main() -> None:
    """Tells how often each kind of step was the last, and what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    analysis.load(None)
    at, wrong = Counter[str](), []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        steps = steps_of(folder, given.articles)
        expected = digest_of(folder / "undisturbed")
        rng = random.Random(given.seed)
        for number in (rng.randint(1, steps) for _ in range(given.number)):
            became = survives(folder, given.articles, number, expected)
            at[(folder / "step").read_text(encoding="utf-8")] += 1
            wrong += [f"step {number}: {became}"] if became else []
            shutil.rmtree(folder / f"kg-{number}")
    told = [f"{given.number} kills at {steps} steps of a build: {len(wrong)} went wrong"]
    told += [f"  {times} at {step}" for step, times in at.most_common()]
    sys.stdout.write("\n".join([*told, *wrong]) + "\n")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()

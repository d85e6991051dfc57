"""People's judgements: kept in decisions.csv, followed at once, undone by taking the row out again."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph import export
from graph.errors import NotFoundError
from graph.identity import Decision, read_decisions, write_decisions
from graph.store import generations, settings
from graph.store.writer import DECISIONS, writing


@dataclass(frozen=True, slots=True)
class Difference:
    """What a decision changes: sorted N-Quads that go and that come."""

    gone: tuple[str, ...]
    come: tuple[str, ...]


def decide(kg: Path, decision: Decision) -> None:
    """Adds a decision, in place of one on the same pair, and makes the graph follow it.

    Raises DecisionError where it contradicts others.
    """
    rows = read_decisions(kg / DECISIONS)
    _follow(kg, (*(row for row in rows if {row.left, row.right} != {decision.left, decision.right}), decision))


def undo(kg: Path, decision: Decision) -> None:
    """Takes a decision back; raises NotFoundError where there is none like it."""
    rows = read_decisions(kg / DECISIONS)
    ends = {decision.left, decision.right}
    kept = tuple(row for row in rows if (row.decision, {row.left, row.right}) != (decision.decision, ends))
    if len(kept) == len(rows):
        raise NotFoundError(f"{DECISIONS} has no such row: {decision.decision}, {decision.left_label or decision.left}")
    _follow(kg, kept)


def preview(kg: Path, decision: Decision) -> Difference:
    """What a decision would change, tried on a copy of the KG."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "kg"
        shutil.copytree(kg, copy, ignore=shutil.ignore_patterns("lock"))
        before = _lines(kg)
        decide(copy, decision)
        after = _lines(copy)
    return Difference(tuple(sorted(before - after)), tuple(sorted(after - before)))


def _follow(kg: Path, rows: tuple[Decision, ...]) -> None:
    fixed = settings.require(kg)
    with _restored(kg / DECISIONS), writing(kg, lambda _: fixed) as writer:
        write_decisions(kg / DECISIONS, rows)
        writer.publish()


@contextmanager
def _restored(path: Path) -> Iterator[None]:
    """Puts the file back as it was where its decisions cannot be followed."""
    before = path.read_bytes() if path.exists() else None
    try:
        yield
    except BaseException:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(before)
        raise


def _lines(kg: Path) -> set[str]:
    generation = generations.read(kg)
    try:
        written = io.BytesIO()
        export.export(generation.store, written, format=".nq")
        return set(written.getvalue().decode().splitlines())
    finally:
        generation.close()

"""People's judgements in a plain CSV file: read, written, and settled on the members that they name."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, field, fields
from pathlib import Path

from graph.errors import DecisionError
from graph.identity.keys import keys
from graph.identity.names import normal
from graph.model import Member
from graph.vocabulary import digest

SAME, APART, REJECT = "same", "not the same", "reject"
JUDGEMENTS = (SAME, APART, REJECT)


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """One row of decisions.csv.

    `left` and `right` are IRIs of members or entities, each with its label; of a rejected statement `left` is its IRI,
    `left_label` how it reads, and the right side is empty. `who` and `when` are people's own notes.
    """

    decision: str
    left: str
    left_label: str = ""
    right: str = ""
    right_label: str = ""
    who: str = ""
    when: str = ""


HEADER = tuple(cell.name for cell in fields(Decision))
"""The first line of decisions.csv."""


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A decision on two members of the articles that are there."""

    left: str
    right: str
    same: bool
    labels: tuple[str, str] = ("", "")

    def contradiction(self) -> str:
        """What to say where other decisions make the two the same."""
        left, right = (label or iri for label, iri in zip(self.labels, (self.left, self.right), strict=True))
        return f"decisions.csv says that {left!r} and {right!r} are not the same, and by other rows that they are"


@dataclass(frozen=True, slots=True)
class Settled:
    """Decisions settled on what is there: pairs of members, rejected statements, and the rows that meet no member.

    `keys` are the further blocking keys of the members that decisions name.
    """

    pairs: tuple[Pair, ...] = ()
    rejected: frozenset[str] = frozenset()
    unresolved: tuple[Decision, ...] = ()
    keys: Mapping[str, frozenset[str]] = field(default_factory=dict)


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, in its order; none where it does not exist. Raises DecisionError with the line."""
    if not path.exists():
        return ()
    rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
    header = next(rows, None)
    if header is None:
        return ()
    if tuple(header) != HEADER:
        raise DecisionError(f"{path.name}: the first line must be {','.join(HEADER)!r}, not {','.join(header)!r}")
    return tuple(_decision(path, number, row) for number, row in enumerate(rows, start=2) if row)


def _decision(path: Path, line: int, row: list[str]) -> Decision:
    if len(row) != len(HEADER):
        raise DecisionError(f"{path.name}, row {line}: {len(row)} cells where {len(HEADER)} belong")
    found = Decision(*(cell.strip() for cell in row))
    if found.decision not in JUDGEMENTS:
        choices = ", ".join(JUDGEMENTS)
        raise DecisionError(f"{path.name}, row {line}: {found.decision!r} is no decision; choose one of {choices}")
    if not found.left or (found.decision != REJECT and not found.right):
        needs = "the IRI of a statement" if found.decision == REJECT else "two IRIs"
        raise DecisionError(f"{path.name}, row {line}: {found.decision!r} needs {needs}")
    return found


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Writes the decisions, in their order; the file is replaced as a whole."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(astuple(decision) for decision in decisions)
    draft = path.with_name(path.name + ".new")
    draft.write_text(text.getvalue(), encoding="utf-8", newline="")
    draft.replace(path)


def settle(decisions: Iterable[Decision], find: Callable[[str, str], str | None]) -> Settled:
    """Decisions settled on members: `find` gives the member that an IRI and a label mean, or None."""
    rows = tuple(decisions)
    rejected = frozenset(row.left for row in rows if row.decision == REJECT)
    settled = [(row, _pair(row, find)) for row in rows if row.decision != REJECT]
    pairs = sorted({pair for _, pair in settled if pair})
    further: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        for iri in (pair.left, pair.right):
            further[iri].add(f"decision:{digest(pair.left, pair.right)}")
    return Settled(
        pairs=tuple(pairs),
        rejected=rejected,
        unresolved=tuple(row for row, pair in settled if pair is None),
        keys={iri: frozenset(found) for iri, found in further.items()},
    )


def _pair(decision: Decision, find: Callable[[str, str], str | None]) -> Pair | None:
    left, right = find(decision.left, decision.left_label), find(decision.right, decision.right_label)
    if left is None or right is None or left == right:
        return None
    ends = sorted(((left, decision.left_label), (right, decision.right_label)))
    return Pair(ends[0][0], ends[1][0], decision.decision == SAME, (ends[0][1], ends[1][1]))


def by_label(candidates: Iterable[Member], label: str) -> str | None:
    """The member that a label alone means: the smallest of those with this best name, if they share all their keys."""
    found = sorted(member.iri for member in candidates if normal(member.names[0]) == normal(label))
    named = {keys(member) for member in candidates if member.iri in set(found)}
    return min(found, key=lambda iri: iri.rsplit("-", 1)[-1]) if found and len(named) == 1 else None

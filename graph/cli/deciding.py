"""Commands that judge: review, merge, split, reject; all of them write KG/decisions.csv."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.screen import KG, clean, err, opened, out
from graph.errors import DecisionError

if TYPE_CHECKING:
    from graph.identity import Decision
    from graph.store.proposals import Proposal

Left = Annotated[str, typer.Argument(metavar="A", help="A name, or an IRI.")]
Right = Annotated[str, typer.Argument(metavar="B", help="A name, or an IRI.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only print what would change, as N-Quads.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take this decision back.")]


def merge(kg: KG, left: Left, right: Right, *, dry_run: DryRun = False, undo: Undo = False) -> None:
    """Decide that A and B are the same thing.

    Example: newsgraph merge KG "IOM" "International Organisation for Migration" --dry-run
    """
    _decide(kg, _pair(kg, "same", left, right), dry_run=dry_run, undo=undo)


def split(kg: KG, left: Left, right: Right, *, dry_run: DryRun = False, undo: Undo = False) -> None:
    """Decide that A and B are not the same thing.

    Example: newsgraph split KG IRI-OF-ONE IRI-OF-THE-OTHER
    """
    _decide(kg, _pair(kg, "not the same", left, right), dry_run=dry_run, undo=undo)


def reject(
    kg: KG,
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="The IRI of a statement.")],
    *,
    dry_run: DryRun = False,
    undo: Undo = False,
) -> None:
    """Decide that a fact is wrong: it leaves the graph and stays out.

    Example: newsgraph reject KG https://w3id.org/newsgraph/id/statement/1a2b
    """
    from graph.identity import Decision

    with opened(kg) as reader:
        label = "" if undo else reader.statement(statement)
    _decide(kg, Decision("reject", statement, label, **_signed()), dry_run=dry_run, undo=undo)


def review(
    kg: KG, *, listed: Annotated[bool, typer.Option("--list", help="List the pairs without asking.")] = False
) -> None:
    """Go through the pairs that may be the same thing, most telling first: y(es), n(o), ? (show more), s(kip), q(uit).

    Example: newsgraph review KG --list
    """
    with opened(kg) as reader:
        proposals = reader.proposals()
        said = [(reader.said(proposal.left), reader.said(proposal.right)) for proposal in proposals]
    if not proposals:
        out.print("Nothing is waiting for a decision.")
    for proposal, sentences in zip(proposals, said, strict=True):
        out.print(_shown(proposal, sentences, most=1))
        if listed:
            continue
        answer = _answer(proposal, sentences)
        if answer == "q":
            return
        if answer in _JUDGEMENTS:
            _take(kg, proposal, _JUDGEMENTS[answer])


_JUDGEMENTS = {"y": "same", "n": "not the same"}

Sentences = tuple[list[tuple[str, str]], list[tuple[str, str]]]


def _answer(proposal: Proposal, sentences: Sentences) -> str:
    while True:
        answer = str(typer.prompt("Same? [y/n/?/s/q]", default="s", show_default=False)).strip().lower()[:1]
        if answer != "?":
            return answer
        out.print(_shown(proposal, sentences, most=5))


def _take(kg: Path, proposal: Proposal, judgement: str) -> None:
    from graph.identity import Decision
    from graph.pipeline import deciding

    left, right = proposal.left, proposal.right
    decision = Decision(judgement, left.iri, left.names[0], right.iri, right.names[0], **_signed())
    try:
        deciding.decide(kg, decision)
    except DecisionError as error:
        err.print(f"newsgraph: {clean(str(error))}")


def _shown(proposal: Proposal, sentences: Sentences, *, most: int) -> str:
    lines = [f"{proposal.match.score:.2f}  {', '.join(proposal.match.reasons)}"]
    for member, said in zip((proposal.left, proposal.right), sentences, strict=True):
        lines.append(f"  {member.names[0]} ({member.type})  {member.iri}")
        lines += [f"    “{quote}”  {source}" for quote, source in said[:most]]
    return clean("\n".join(lines))


def _pair(kg: Path, judgement: str, left: str, right: str) -> Decision:
    from graph.identity import Decision

    with opened(kg) as reader:
        one, other = reader.chosen(left, right)
    return Decision(judgement, one.iri, one.names[0], other.iri, other.names[0], **_signed())


def _signed() -> dict[str, str]:
    """Who decides and when: notes for people, which reach no triple."""
    return {"who": getpass.getuser(), "when": date.today().isoformat()}


def _decide(kg: Path, decision: Decision, *, dry_run: bool, undo: bool) -> None:
    from graph.pipeline import deciding

    if dry_run:
        difference = deciding.preview(kg, decision)
        for sign, lines in (("-", difference.gone), ("+", difference.come)):
            for line in lines:
                out.print(f"{sign} {clean(line)}")
        out.print(f"{len(difference.gone)} quads would go, {len(difference.come)} would come; nothing was changed")
        return
    follow: Callable[[Path, Decision], None] = deciding.undo if undo else deciding.decide
    follow(kg, decision)
    what = f"{decision.left_label} / {decision.right_label}" if decision.right else decision.left_label
    out.print(clean(f"{'Took back' if undo else 'Decided'}: {decision.decision}: {what}"))

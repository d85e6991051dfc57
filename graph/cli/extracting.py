"""Commands without a KG: extract and evaluate."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.screen import complain, out, table
from graph.errors import NewsgraphError, SettingsError


def extract(  # noqa: PLR0913 - one parameter an option
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE…|-]", help="Texts; - is standard input.")] = None,
    *,
    form: Annotated[str, typer.Option("--format", help="jsonl (facts) or tsv (open clauses).")] = "jsonl",
    lines: Annotated[bool, typer.Option("--lines", help="Each line is one sentence by itself.")] = False,
    tokenised: Annotated[bool, typer.Option("--tokenised", help="Words are separated by spaces already.")] = False,
    why: Annotated[bool, typer.Option("--why", help="For each sentence: what fired, and what was stopped.")] = False,
    date: Annotated[str | None, typer.Option(help="Publication date where a text has none (YYYY-MM-DD).")] = None,
    model: Annotated[str | None, typer.Option(help="A spaCy English pipeline.")] = None,
) -> None:
    """Print the facts of some texts, without a store.

    Example: newsgraph extract article.txt | head
    """
    if form not in {"jsonl", "tsv"}:
        raise SettingsError(f"--format {form}: choose jsonl or tsv")
    from graph import extraction

    options = extraction.Options(date=date, lines=lines, tokenised=tokenised, model=model, why=why)
    failures = 0
    for result in (extraction.rows if form == "tsv" else extraction.objects)(files or ["-"], options):
        if isinstance(result, NewsgraphError):
            failures += 1
            complain(result)
        else:
            sys.stdout.write(result + "\n")
    if failures:
        raise typer.Exit(1)


def evaluate(
    benchmark: Annotated[str, typer.Argument(metavar="BENCHMARK", help="carb, plover, names, gum or gold.")],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="Where its data lies.")],
) -> None:
    """Score against a public benchmark that you have downloaded.

    Example: newsgraph evaluate carb CARB/
    """
    from graph.benchmarks import evaluate as measured

    report = measured(benchmark, path)
    out.print(table(["figure", ""], [[name, _figure(value)] for name, value in report.figures.items()]))
    for kind, figures in report.kinds.items():
        out.print(f"\n{kind}: " + "  ".join(f"{name} {_figure(value)}" for name, value in figures.items()))


def _figure(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)

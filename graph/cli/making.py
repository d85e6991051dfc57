"""Commands that change a KG: build and forget; and what it holds: status."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.screen import KG, complain, following, opened, out, pairs, table


def build(  # noqa: PLR0913 - one parameter an option
    kg: KG,
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", help="Files, folders, globs, or - .")],
    *,
    date: Annotated[str | None, typer.Option(help="Publication date where an article has none (YYYY-MM-DD).")] = None,
    model: Annotated[str | None, typer.Option(help="A spaCy English pipeline.")] = None,
    base: Annotated[str | None, typer.Option(help="Base of all IRIs; fixed at the first build.")] = None,
    field: Annotated[list[str] | None, typer.Option(help="Map a field of JSON inputs: text=body.")] = None,
    gazetteer: Annotated[
        Path | None, typer.Option(help="Known things (CSV or Turtle); fixed at the first build.")
    ] = None,
    keep_all: Annotated[bool | None, typer.Option("--keep-all", help="Cut no junk; fixed at the first build.")] = None,
    rules: Annotated[Path | None, typer.Option(help="Junk rules for single sources (TOML).")] = None,
    forgotten: Annotated[bool, typer.Option("--forgotten", help="Bring back what was forgotten.")] = False,
    workers: Annotated[int | None, typer.Option(help="Processes that analyse; one a core unless given.")] = None,
    engine: Annotated[str, typer.Option(help="Where they run: local or dask.")] = "local",
    scheduler: Annotated[str | None, typer.Option(help="Address of a running Dask cluster.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Status 1 if any input failed.")] = False,
) -> None:
    """Add articles to a knowledge graph.

    Example: newsgraph build KG articles/ more/*.jsonl
    """
    from graph import pipeline
    from graph.engine import Plan

    options = pipeline.BuildOptions(
        date=date,
        model=model,
        base=base,
        fields=pairs(field, "--field"),
        keep_all=keep_all,
        rules=rules,
        gazetteer=gazetteer,
        forgotten=forgotten,
        plan=Plan(engine, workers, scheduler),
    )
    with following() as advance:
        report = pipeline.build(kg, inputs, options, advance)
    for failure in report.failed:
        complain(failure)
    counted = {
        "read": report.read,
        "new": report.new,
        "unchanged": report.unchanged,
        "replaced": report.replaced,
        **{name: number for name, number in (("copies", report.copies), ("forgotten", report.forgotten)) if number},
        "failed": len(report.failed),
        **report.counts,
    }
    out.print(table(["articles and facts", "number"], [[name, f"{number:,}"] for name, number in counted.items()]))
    if not report.read and not report.failed:
        out.print("Nothing was read again: every input is unchanged.")
    out.print(f"Next: newsgraph query {kg} --list   or: newsgraph view {kg} kg.html --open")
    if strict and report.failed:
        raise typer.Exit(1)


def status(
    kg: KG, *, unmapped: Annotated[bool, typer.Option("--unmapped", help="The verbs that no frame knows yet.")] = False
) -> None:
    """Show the articles with their sources, settings, counts and versions.

    Example: newsgraph status KG
    """
    if unmapped:
        rows = [[verb, str(often), str(articles)] for verb, often, articles in opened(kg).unmapped()]
        out.print(table(["verb", "times", "articles"], rows))
        return
    state = opened(kg).status()
    for name in ("settings", "counts"):
        out.print(table([name, ""], [[key, str(value)] for key, value in state[name].items()]))
        out.print()
    columns = ["article", "title", "published", "publisher", "sources"]
    out.print(table(columns, [[str(article.get(key) or "") for key in columns] for article in state["articles"]]))


def forget(
    kg: KG, article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its identifier, IRI or URL.")]
) -> None:
    """Remove an article, what only it supported, and its text; it stays out of later builds.

    A program that has the KG open keeps the graph as it was, with the article's words, until it closes it.

    Example: newsgraph forget KG 03-strike-vote.txt
    """
    from graph import pipeline

    out.print(f"Forgot {pipeline.forget(kg, article)}.")

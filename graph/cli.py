"""`newsgraph …`: reads arguments, prints; nothing else.

Every big library is imported inside the command that needs it, so that help and errors come at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from graph.errors import NewsgraphError, QueryError, SettingsError

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph

app = typer.Typer(
    name="newsgraph",
    help="News articles in, a knowledge graph out: every fact with its sentence, offline, without a key.",
    epilog="Start with: newsgraph build KG ARTICLES/   then: newsgraph query KG --list",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
out = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
err = Console(stderr=True, soft_wrap=True, highlight=False, markup=False, emoji=False)

KG = Annotated[Path, typer.Argument(metavar="KG", help="The directory of the knowledge graph.", show_default=False)]


def main() -> None:
    """Runs the command line; status 0, 1 (something is wrong) or 2 (usage)."""
    try:
        app()
    except NewsgraphError as error:
        _fail(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        _fail("stopped; what was finished is kept, and the same command goes on from there")
    except Exception as error:  # noqa: BLE001 - the outer edge: no traceback reaches a user
        if os.environ.get("NEWSGRAPH_DEBUG"):
            raise
        _fail(f"{type(error).__name__}: {error} (NEWSGRAPH_DEBUG=1 shows where)")


def _fail(message: str) -> None:
    err.print(f"newsgraph: {_clean(message)}")
    sys.exit(1)


def _clean(text: str) -> str:
    """The text without control characters: article text must not steer a terminal."""
    return "".join(ch if ch.isprintable() or ch in "\n\t" else "\N{REPLACEMENT CHARACTER}" for ch in text)


def _opened(kg: Path) -> KnowledgeGraph:
    from graph.knowledge import open_kg

    return open_kg(kg)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        out.print(f"newsgraph {version('newsgraph')}")
        raise typer.Exit


@app.callback()
def newsgraph(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """News articles in, a knowledge graph out: every fact with its sentence, offline, without a key."""


def _pairs(values: list[str] | None, option: str) -> dict[str, str]:
    pairs = [value.partition("=") for value in values or ()]
    wrong = next((name for name, equals, _ in pairs if not equals or not name), None)
    if wrong is not None:
        raise SettingsError(f"{option} {wrong}: write it as NAME=VALUE")
    return {name: value for name, _, value in pairs}


def _table(columns: list[str], rows: Iterator[list[str]] | list[list[str]], title: str | None = None) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(_clean(cell) for cell in row))
    return table


@app.command()
def extract(
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE…|-]", help="Texts; - is standard input.")] = None,
    *,
    form: Annotated[str, typer.Option("--format", help="jsonl (facts) or tsv (open clauses).")] = "jsonl",
    lines: Annotated[bool, typer.Option("--lines", help="Each line is one sentence by itself.")] = False,
    tokenised: Annotated[bool, typer.Option("--tokenised", help="Words are separated by spaces already.")] = False,
    date: Annotated[str | None, typer.Option(help="Publication date where a text has none (YYYY-MM-DD).")] = None,
    model: Annotated[str | None, typer.Option(help="A spaCy English pipeline.")] = None,
) -> None:
    """Print the facts of some texts, without a store.

    Example: newsgraph extract article.txt | head
    """
    if form not in {"jsonl", "tsv"}:
        raise SettingsError(f"--format {form}: choose jsonl or tsv")
    from graph import extraction

    options = extraction.Options(date=date, lines=lines, tokenised=tokenised, model=model)
    results = (extraction.rows if form == "tsv" else extraction.objects)(files or ["-"], options)
    failures = 0
    for result in results:
        if isinstance(result, NewsgraphError):
            failures += 1
            err.print(f"newsgraph: {_clean(str(result))}")
        else:
            sys.stdout.write(result + "\n")
    if failures:
        raise typer.Exit(1)


@app.command()
def build(  # noqa: PLR0913 - one parameter an option
    kg: KG,
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", help="Files, folders, globs, or - .")],
    *,
    date: Annotated[str | None, typer.Option(help="Publication date where an article has none (YYYY-MM-DD).")] = None,
    model: Annotated[str | None, typer.Option(help="A spaCy English pipeline.")] = None,
    base: Annotated[str | None, typer.Option(help="Base of all IRIs; fixed at the first build.")] = None,
    field: Annotated[list[str] | None, typer.Option(help="Map a field of JSON inputs: text=body.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Status 1 if any input failed.")] = False,
) -> None:
    """Add articles to a knowledge graph.

    Example: newsgraph build KG articles/ more/*.jsonl
    """
    from graph import pipeline

    options = pipeline.BuildOptions(date=date, model=model, base=base, fields=_pairs(field, "--field"))
    with _progress() as progress:
        report = pipeline.build(kg, inputs, options, progress)
    for failure in report.failed:
        err.print(f"newsgraph: {_clean(str(failure))}")
    counted = {
        "read": report.read,
        "new": report.new,
        "unchanged": report.unchanged,
        "replaced": report.replaced,
        "failed": len(report.failed),
        **report.counts,
    }
    out.print(_table(["articles and facts", "number"], [[name, f"{number:,}"] for name, number in counted.items()]))
    if not report.read and not report.failed:
        out.print("Nothing was read again: every input is unchanged.")
    out.print(f"Next: newsgraph query {kg} --list   or: newsgraph view {kg} kg.html --open")
    if strict and report.failed:
        raise typer.Exit(1)


@contextmanager
def _progress() -> Iterator[Any]:
    """A bar on standard error with rate and time left; silent where nobody looks at it."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("articles"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("articles", total=None, rate="")

        def advance(done: int, total: int) -> None:
            speed = bar.tasks[0].speed
            bar.update(task, completed=done, total=total, rate=f"{speed:.1f}/s" if speed else "")

        yield advance


@app.command()
def status(kg: KG) -> None:
    """Show the articles with their sources, settings, counts and versions.

    Example: newsgraph status KG
    """
    state = _opened(kg).status()
    for name in ("settings", "counts"):
        out.print(_table([name, ""], [[key, str(value)] for key, value in state[name].items()]))
        out.print()
    columns = ["article", "title", "published", "publisher", "sources"]
    out.print(_table(columns, [[str(article.get(key) or "") for key in columns] for article in state["articles"]]))


@app.command()
def query(  # noqa: PLR0913 - one parameter an option
    kg: KG,
    sparql: Annotated[str | None, typer.Argument(metavar="[SPARQL]", help="The prefixes are bound already.")] = None,
    *,
    file: Annotated[Path | None, typer.Option(help="Read the query from a file.")] = None,
    name: Annotated[str | None, typer.Option(help="Ask a named question (see --list).")] = None,
    values: Annotated[list[str] | None, typer.Option("--set", help="A parameter: who=Lagon.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the named questions.")] = False,
    form: Annotated[str, typer.Option("--format", help="table, csv, tsv, json, xml or md.")] = "table",
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many rows.")] = None,
) -> None:
    """Ask a question in SPARQL, or one of the named questions.

    Example: newsgraph query KG --name briefings
    """
    opened = _opened(kg)
    if listed:
        rows = [[question.name, question.title, ", ".join(question.parameters)] for question in opened.questions()]
        out.print(_table(["name", "question", "parameters"], rows))
        return
    if [sparql, file, name].count(None) != 2:
        raise SettingsError("give one of: a SPARQL query, --file or --name (newsgraph query KG --list shows the names)")
    bound = _pairs(values, "--set")
    results = opened.ask(name, **bound) if name else opened.query(sparql or _read(file), **bound)
    _show(results.limited(limit) if limit else results, form)


def _read(file: Path | None) -> str:
    try:
        return Path(file or "").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file}: cannot be read as a query: {error}") from error


def _show(results: Any, form: str) -> None:
    if form == "table" and results.columns:
        _show_rows(list(results.columns), [[_clean(cell or "") for cell in row] for row in results.texts()])
    elif form == "md" and results.columns:
        sys.stdout.write(_markdown(results))
    else:
        results.write(sys.stdout.buffer, "ttl" if form in {"table", "md"} else form)
        sys.stdout.flush()


def _show_rows(columns: list[str], rows: list[list[str]]) -> None:
    """A table where it fits the screen, else each row as a record: sentences do not fit into columns."""
    widths = [max(map(len, column)) for column in zip(columns, *rows, strict=True)]
    if sum(widths) + 2 * len(widths) <= out.width:
        out.print(_table(columns, rows))
        return
    label = max(map(len, columns))
    for row in rows:
        for name, cell in zip(columns, row, strict=True):
            if cell:
                out.print(f"{name:>{label}}  {cell}")
        out.print()
    out.print(f"{len(rows)} rows")


def _markdown(results: Any) -> str:
    rows = [results.columns, ["---"] * len(results.columns), *results.texts()]
    escaped = ((_clean(cell or "").replace("|", "\\|").replace("\n", " ") for cell in row) for row in rows)
    return "".join(f"| {' | '.join(row)} |\n" for row in escaped)


@app.command()
def export(
    kg: KG,
    target: Annotated[str, typer.Argument(metavar="OUT", help="A file; - is standard output (with --format).")],
    *,
    form: Annotated[str | None, typer.Option("--format", help="A format, instead of the suffix.")] = None,
    which: Annotated[str | None, typer.Option("--graph", help="claims or identity, for one-graph formats.")] = None,
    claims: Annotated[bool, typer.Option("--claims", help="Network formats: also what is not asserted.")] = False,
) -> None:
    """Write the graph in another format, chosen by the file's suffix.

    Example: newsgraph export KG kg.ttl
    """
    opened = _opened(kg)
    destination = sys.stdout.buffer if target == "-" else Path(target)
    opened.export(destination, format=form, claims=claims, graph_name=which)


@app.command()
def view(
    kg: KG,
    target: Annotated[Path, typer.Argument(metavar="[OUT.html]")] = Path("kg.html"),
    *,
    focus: Annotated[str | None, typer.Option(help="Start at the thing with this name.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Draw at most so many nodes at first.")] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Write one page that shows the graph and opens offline.

    Example: newsgraph view KG kg.html --open
    """
    _opened(kg).view(target, focus=focus, limit=limit)
    out.print(f"Wrote {target}; open it in any browser, it needs no network.")
    if show:
        typer.launch(str(target))


@app.command()
def find(kg: KG, text: Annotated[str, typer.Argument(metavar="TEXT", help="A part of a name, in any case.")]) -> None:
    """Look up people, organisations, places and other things by part of a name.

    Example: newsgraph find KG ministry
    """
    found = [[item.label, item.type, ", ".join(item.names), item.iri] for item in _opened(kg).entities(text)]
    if not found:
        out.print(f"Nothing in the graph has {_clean(text)!r} in its name.")
        raise typer.Exit(1)
    out.print(_table(["name", "type", "also written", "IRI"], found))


@app.command()
def explain(kg: KG, name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or an IRI.")]) -> None:
    """Print the dossier of one thing: each fact with its sentence and source.

    Example: newsgraph explain KG "Ministry of Labour"
    """
    dossier = _opened(kg).explain(name)
    out.print(f"{_clean(dossier.label)}  ({dossier.type})")
    out.print(f"{dossier.iri}\n")
    for section, entries in dossier.sections.items():
        out.print(section.upper())
        for entry in entries:
            out.print(f"  {_clean(entry.text)}")
            out.print(f"    “{_clean(entry.sentence)}”")
            out.print(f"    {_clean(entry.source)}  confidence {entry.confidence:.2f}\n")


@app.command()
def check(kg: KG) -> None:
    """Hold the graph to its rules: evidence for every fact, quotes that match, types that fit. Status 1 if any fails.

    Example: newsgraph check KG
    """
    rules, violations = _opened(kg).check()
    for violation in violations:
        err.print(f"{violation.rule}: {violation.message}: {_clean(violation.subject)}")
    out.print(f"{len(rules)} rules, {len(violations)} violations")
    if violations:
        raise typer.Exit(1)

"""Commands that read a KG: query, find, explain, view, export, check."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.screen import KG, clean, err, opened, out, pairs, progress, show_rows, table
from graph.errors import QueryError, SettingsError

MEMORY = 4 << 30
"""Bytes that one query may take."""

if TYPE_CHECKING:
    from graph.store.results import Results


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
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds after which a query is stopped.")] = 60.0,
) -> None:
    """Ask a question in SPARQL, or one of the named questions.

    Example: newsgraph query KG --name briefings
    """
    reader = opened(kg)
    if listed:
        rows = [[question.name, question.title, ", ".join(question.parameters)] for question in reader.questions()]
        out.print(table(["name", "question", "parameters"], rows))
        return
    if [sparql, file, name].count(None) != 2:
        raise SettingsError("give one of: a SPARQL query, --file or --name (newsgraph query KG --list shows the names)")
    bound = pairs(values, "--set")
    ask = partial(reader.ask, name) if name else partial(reader.query, sparql or _read(file))
    results = ask(timeout=timeout, memory=MEMORY, **bound)
    _show(results.limited(limit) if limit else results, form)


def _read(file: Path | None) -> str:
    try:
        return Path(file or "").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file}: cannot be read as a query: {error}") from error


def _show(results: Results, form: str) -> None:
    if form == "table" and results.columns:
        show_rows(list(results.columns), [[cell or "" for cell in row] for row in results.texts()])
    elif form == "md" and results.columns:
        sys.stdout.write(_markdown(results))
    else:
        results.write(sys.stdout.buffer, "ttl" if form in {"table", "md"} else form)
        sys.stdout.flush()


def _markdown(results: Results) -> str:
    rows = [results.columns, ["---"] * len(results.columns), *results.texts()]
    escaped = ((clean(cell or "").replace("|", "\\|").replace("\n", " ") for cell in row) for row in rows)
    return "".join(f"| {' | '.join(row)} |\n" for row in escaped)


def export(
    kg: KG,
    target: Annotated[str, typer.Argument(metavar="OUT", help="A file; - is standard output (with --format).")],
    *,
    form: Annotated[str | None, typer.Option("--format", help="A format, instead of the suffix.")] = None,
    which: Annotated[str | None, typer.Option("--graph", help="claims or identity, for one-graph formats.")] = None,
    claims: Annotated[bool, typer.Option("--claims", help="Network formats: also what is not asserted.")] = False,
    text: Annotated[bool, typer.Option("--text/--no-text", help="Leave the articles' own words out.")] = True,
) -> None:
    """Write the graph in another format, chosen by the file's suffix.

    RDF formats stream. Those of network tools hold the network in memory: about 5 MB for a thousand facts.

    Example: newsgraph export KG kg.ttl
    """
    reader = opened(kg)
    destination = sys.stdout.buffer if target == "-" else Path(target)
    reader.export(destination, format=form, claims=claims, graph_name=which, text=text)


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
    opened(kg).view(target, focus=focus, limit=limit)
    out.print(f"Wrote {target}; open it in any browser, it needs no network.")
    if show:
        typer.launch(str(target))


def find(kg: KG, text: Annotated[str, typer.Argument(metavar="TEXT", help="A part of a name, in any case.")]) -> None:
    """Look up people, organisations, places and other things by part of a name.

    Example: newsgraph find KG ministry
    """
    found = [[item.label, item.type, ", ".join(item.names), item.iri] for item in opened(kg).entities(text)]
    if not found:
        out.print(f"Nothing in the graph has {clean(text)!r} in its name.")
        raise typer.Exit(1)
    out.print(table(["name", "type", "also written", "IRI"], found))


def explain(kg: KG, name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or an IRI.")]) -> None:
    """Print the dossier of one thing: each fact with its sentence and source.

    Example: newsgraph explain KG "Ministry of Labour"
    """
    dossier = opened(kg).explain(name)
    out.print(f"{clean(dossier.label)}  ({dossier.type})")
    out.print(f"{dossier.iri}\n")
    for section, entries in dossier.sections.items():
        out.print(section.upper())
        for entry in entries:
            out.print(f"  {clean(entry.text)}")
            out.print(f"    “{clean(entry.sentence)}”")
            out.print(f"    {clean(entry.source)}  confidence {entry.confidence:.2f}\n")


def check(kg: KG) -> None:
    """Hold the graph to its rules: evidence for every fact, quotes that match, types that fit. Status 1 if any fails.

    Example: newsgraph check KG
    """
    rules, violations = opened(kg).check()
    for violation in violations:
        err.print(f"{violation.rule}: {violation.message}: {clean(violation.subject)}")
    out.print(f"{len(rules)} rules, {len(violations)} violations")
    if violations:
        raise typer.Exit(1)


def serve(
    kg: KG,
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free port.")] = 8765,
    host: Annotated[str, typer.Option(help="An address other than this machine's own lets others in.")] = "127.0.0.1",
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds after which a query is stopped.")] = 30.0,
) -> None:
    """Serve the graph on this machine: SPARQL at /sparql, a query page, a page for each thing. Read-only.

    Example: newsgraph serve KG --port 8765
    """
    from graph import serve as serving

    if host not in serving.LOOPBACK:
        err.print(f"newsgraph: warning: everyone who reaches {host} can read this graph")
    running = serving.server(kg, host=host, port=port, limits=serving.Limits(seconds=timeout))
    out.print(f"Serving {kg} at {running.url} (SPARQL at {running.url}sparql); Ctrl-C stops it.")
    serving.serve(running)


def push(
    kg: KG,
    url: Annotated[str, typer.Argument(metavar="URL", help="A SPARQL 1.1 Graph Store endpoint.")],
    *,
    default: Annotated[
        str | None, typer.Option(help="An IRI for the graph of facts, where the store needs one.")
    ] = None,
) -> None:
    """Send the graphs to another SPARQL store, article by article; only what changed since the last push.

    Example: newsgraph push KG http://127.0.0.1:7878/store
    """
    with progress("graphs") as advance:
        pushed = opened(kg).push(url, default=default, progress=advance)
    out.print(f"{pushed.sent} graphs sent, {pushed.unchanged} unchanged, {pushed.removed} removed")

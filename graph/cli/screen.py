"""What every command needs of the screen: two consoles, clean text, tables, records and a bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from graph.errors import SettingsError

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph
    from graph.pipeline import Progress, Reached

out = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
err = Console(stderr=True, soft_wrap=True, highlight=False, markup=False, emoji=False)

KG = Annotated[Path, typer.Argument(metavar="KG", help="The directory of the knowledge graph.", show_default=False)]


def clean(text: str) -> str:
    """The text without control characters: article text must not steer a terminal.

    >>> clean("a\\x1b[2Jb")
    'a�[2Jb'
    """
    return "".join(ch if ch.isprintable() or ch in "\n\t" else "\N{REPLACEMENT CHARACTER}" for ch in text)


def complain(message: object) -> None:
    """Prints what is wrong on standard error."""
    err.print(f"newsgraph: {clean(str(message))}")


def opened(kg: Path) -> KnowledgeGraph:
    """The KG for reading; the libraries behind it are imported only here."""
    from graph.knowledge import open_kg

    return open_kg(kg)


def pairs(values: list[str] | None, option: str) -> dict[str, str]:
    """The NAME=VALUE words of a repeated option."""
    split = [value.partition("=") for value in values or ()]
    wrong = next((name for name, equals, _ in split if not equals or not name), None)
    if wrong is not None:
        raise SettingsError(f"{option} {wrong}: write it as NAME=VALUE")
    return {name: value for name, _, value in split}


def table(columns: list[str], rows: Iterable[list[str]]) -> Table:
    """A table of texts that came from anywhere."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*(clean(cell) for cell in row))
    return made


def show_rows(columns: list[str], rows: list[list[str]]) -> None:
    """Prints a table where it fits the screen, else each row as a record: sentences do not fit into columns."""
    widths = [max(map(len, column)) for column in zip(columns, *rows, strict=True)]
    if sum(widths) + 2 * len(widths) <= out.width:
        out.print(table(columns, rows))
        return
    label = max(map(len, columns))
    for row in rows:
        for name, cell in zip(columns, row, strict=True):
            if cell:
                out.print(f"{name:>{label}}  {clean(cell)}")
        out.print()
    out.print(f"{len(rows)} rows")


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error with rate and time left; silent where nobody looks at it."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(what, total=None, rate="")

        def advance(done: int, total: int) -> None:
            speed = bar.tasks[0].speed
            bar.update(task, completed=done, total=total, rate=f"{speed:.1f}/s" if speed else "")

        yield advance


@contextmanager
def following() -> Iterator[Progress]:
    """A bar for a build on standard error: the articles, what failed, the part of the bytes that is done, articles a
    second, and the time left; silent where nobody looks at it."""
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        number = bar.add_task("starting", start=False, total=None, rate="")

        def advance(reached: Reached, total: int) -> None:
            # The clock of the rate starts here: the language model is loaded by now.
            bar.start_task(number)
            elapsed = bar.tasks[0].elapsed
            rate = f"{reached.articles / elapsed:.1f}/s" if elapsed else ""
            doing = "" if reached.bytes < total else ", publishing"
            failed = f", {reached.failed:,} failed" if reached.failed else ""
            text = f"{reached.articles:,} articles{failed}{doing}"
            bar.update(number, description=text, completed=reached.bytes, total=total, rate=rate)

        yield advance

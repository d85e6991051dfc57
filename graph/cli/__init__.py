"""`newsgraph …`: reads arguments, prints; nothing else.

Every big library is imported inside the command that needs it, so that help and errors come at once.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from graph.cli import asking, deciding, extracting, making
from graph.cli.screen import complain, out
from graph.errors import AmbiguousError, NewsgraphError

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

COMMANDS = (
    making.build,
    making.status,
    making.forget,
    asking.query,
    asking.find,
    asking.explain,
    asking.view,
    asking.export,
    asking.check,
    asking.serve,
    asking.push,
    deciding.review,
    deciding.merge,
    deciding.split,
    deciding.reject,
    extracting.extract,
    extracting.evaluate,
)
for _command in COMMANDS:
    app.command()(_command)


INTERRUPTED = 130
"""The status of a command that Ctrl-C stopped, as shells have it."""


def main() -> None:
    """Runs the command line; status 0, 1 (something is wrong), 2 (usage) or 130 (stopped by Ctrl-C)."""
    try:
        app()
    except AmbiguousError as error:
        _fail(error, status=2)
    except NewsgraphError as error:
        _fail(error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except SystemExit as ended:
        if ended.code == INTERRUPTED:  # what Typer makes of Ctrl-C, without a word
            complain("stopped; what was finished is kept, and the same command goes on from there")
        raise
    except Exception as error:
        # The outer edge: no traceback reaches a user who did not ask for one.
        if os.environ.get("NEWSGRAPH_DEBUG"):
            raise
        _fail(f"{type(error).__name__}: {error} (NEWSGRAPH_DEBUG=1 shows where)")


def _fail(message: object, status: int = 1) -> None:
    complain(message)
    sys.exit(status)


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

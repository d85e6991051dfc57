"""A process that answers queries on the current generation: `python -m graph.store.worker KG MEMORY`.

It reads requests from standard input and writes answers to standard output, each a line that says how many bytes
follow. The kernel ends it at a query's deadline, whatever it is doing, and where it asks for more than its memory; it
ends with its parent, whose end closes its input.
"""

from __future__ import annotations

import io
import resource
import signal
import sys
from pathlib import Path

import msgspec
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.errors import KnowledgeGraphError, LimitError, NewsgraphError, QueryError
from graph.store import generations, settings
from graph.store.generations import Generation
from graph.store.pipes import receive, send
from graph.store.results import Results
from graph.store.sparql import guard, run


class Request(msgspec.Struct, frozen=True):
    """A query with its deadline in seconds, and the most bytes and rows of its answer (0: any number).

    `format` is one of `results.TABLES`, and `triples` one of `results.TRIPLES`, for whichever the answer is. `values`
    are terms as N-Triples writes them. `generation` is the one to ask (0: the current one).
    """

    sparql: str
    format: str
    triples: str
    values: dict[str, str] = {}
    seconds: float = 60.0
    most_bytes: int = 100_000_000
    most_rows: int = 0
    generation: int = 0
    trusted: bool = False


class Answer(msgspec.Struct, frozen=True):
    """What came of a request: "table", "triples", or the name of an error with its message.

    The body follows by itself. `cut` says that rows were left out.
    """

    kind: str
    message: str = ""
    cut: bool = False
    generation: int = 0


class Capped(io.BytesIO):
    """A buffer that takes only so many bytes."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data) -> int:  # type: ignore[no-untyped-def]  # noqa: ANN001 - a buffer, as BytesIO has it
        """Takes the bytes, or raises LimitError."""
        if self.tell() + len(data) > self._most:
            raise LimitError(f"the answer is longer than {self._most:,} bytes; ask for less (LIMIT)")
        return super().write(data)


def answer(generation: Generation, request: Request) -> tuple[Answer, bytes]:
    """The answer to one request."""
    base = settings.require(generation.kg).base
    body = Capped(request.most_bytes)
    try:
        if not request.trusted:
            guard(request.sparql, base)
        values = {name: _term(text) for name, text in request.values.items()}
        results = Results(lambda: run(generation.store, request.sparql, values, base))
        cut = bool(request.most_rows) and not results.is_triples and len(results) > request.most_rows
        if cut:
            results = results.limited(request.most_rows)
        results.write(body, request.triples if results.is_triples else request.format)
    except NewsgraphError as error:
        return Answer(type(error).__name__, str(error), generation=generation.number), b""
    kind = "triples" if results.is_triples else "table"
    return Answer(kind, cut=cut, generation=generation.number), body.getvalue()


def _term(text: str) -> NamedNode | Literal:
    """The term that N-Triples writes so."""
    [triple] = parse(f"<urn:x> <urn:x> {text} .".encode(), format=RdfFormat.N_TRIPLES)
    if not isinstance(triple.object, NamedNode | Literal):
        raise QueryError(f"{text}: a query's values are IRIs and literals")
    return triple.object


def main() -> None:
    """Answers requests until there are no more."""
    kg, memory = Path(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    generation: Generation | None = None
    while (message := receive(sys.stdin.buffer)) is not None:
        request = msgspec.json.decode(message, type=Request)
        signal.setitimer(signal.ITIMER_REAL, request.seconds)
        try:
            generation = _held(kg, generation, request.generation)
            told, body = answer(generation, request)
        except KnowledgeGraphError as error:
            told, body = Answer("KnowledgeGraphError", str(error)), b""
        signal.setitimer(signal.ITIMER_REAL, 0)
        send(sys.stdout.buffer, msgspec.json.encode(told), body)


def _held(kg: Path, held: Generation | None, wanted: int) -> Generation:
    """The generation that is wanted: the one that is held already, or another in its place."""
    if held is not None and held.number == (wanted or generations.current(kg)):
        return held
    if held is not None:
        held.close()
    return generations.read(kg, wanted or None)


if __name__ == "__main__":
    main()

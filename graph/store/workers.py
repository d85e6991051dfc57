"""Queries under limits: each runs in a worker process that the kernel ends at its deadline."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, LifoQueue

import msgspec
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

from graph import errors
from graph.errors import LimitError, NewsgraphError
from graph.store.pipes import receive, send
from graph.store.sparql import Answer as Answered
from graph.store.worker import Answer, Request

MEMORY = 2 << 30
"""Bytes of address space that a worker may have."""


class Worker:
    """One worker process and the pipes to it."""

    def __init__(self, kg: Path, memory: int) -> None:
        command = [sys.executable, "-m", "graph.store.worker", str(kg), str(memory)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def ask(self, request: Request) -> tuple[Answer, bytes]:
        """The answer; raises LimitError where the worker was ended before it could give one."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        started = time.monotonic()
        try:
            send(self._process.stdin, msgspec.json.encode(request))
            told, body = receive(self._process.stdout), receive(self._process.stdout)
        except OSError:
            told = body = None
        if told is None or body is None:
            self.close()
            late = time.monotonic() - started >= request.seconds * 0.95
            reason = f"it took longer than {request.seconds:g} seconds" if late else "it needed more memory than it may"
            raise LimitError(f"the query was stopped: {reason}")
        return msgspec.json.decode(told, type=Answer), body

    @property
    def is_alive(self) -> bool:
        """Says whether the process can take another request."""
        return self._process.poll() is None

    def close(self) -> None:
        """Ends the process."""
        for pipe in filter(None, (self._process.stdin, self._process.stdout)):
            with suppress(OSError):
                pipe.close()
        self._process.kill()
        self._process.wait()


class Workers:
    """A fixed number of workers, started when they are needed, kept warm, and replaced when they end."""

    def __init__(self, kg: Path, number: int, *, memory: int = MEMORY) -> None:
        self._kg = kg
        self._memory = memory
        self._free: LifoQueue[Worker | None] = LifoQueue()
        for _ in range(number):
            self._free.put(None)

    def ask(self, request: Request) -> tuple[Answer, bytes]:
        """The answer of the next free worker; raises LimitError, also where none is free in time."""
        with self._worker(request.seconds) as worker:
            return worker.ask(request)

    @contextmanager
    def _worker(self, seconds: float) -> Iterator[Worker]:
        try:
            worker = self._free.get(timeout=seconds)
        except Empty as error:
            raise LimitError(f"no worker was free within {seconds:g} seconds; try again") from error
        if worker is None or not worker.is_alive:
            worker = Worker(self._kg, self._memory)
        try:
            yield worker
        finally:
            self._free.put(worker if worker.is_alive else None)

    def close(self) -> None:
        """Ends all workers that are free."""
        while not self._free.empty():
            worker = self._free.get_nowait()
            if worker is not None:
                worker.close()


def limited(request: Request, kg: Path, memory: int | None = None) -> Answered:
    """The answer to one query in a worker of its own; raises QueryError, LimitError among them."""
    worker = Worker(kg, memory or MEMORY)
    try:
        told, body = worker.ask(request)
    finally:
        worker.close()
    raise_for(told)
    if told.kind == "triples":
        return [triple.triple for triple in parse(body, format=RdfFormat.N_TRIPLES)]
    return parse_query_results(body, QueryResultsFormat.JSON)


def raise_for(told: Answer) -> None:
    """Raises the error that an answer tells of, if it does."""
    if told.kind not in ("table", "triples"):
        kind = getattr(errors, told.kind, NewsgraphError)
        raise kind(told.message)

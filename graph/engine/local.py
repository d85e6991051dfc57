"""A pool of processes on this machine. A process that ends is replaced, and what it was at is done again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from queue import SimpleQueue

import msgspec

from graph.engine.analysis import Outcome
from graph.engine.order import WorkerDiedError, Workers
from graph.engine.worker import Told
from graph.errors import NewsgraphError, SettingsError
from graph.model import Article
from graph.store.pipes import receive, send
from graph.store.settings import Settings

ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
"""The workers share the cores already."""

COMMAND = (sys.executable, "-P", "-m", "graph.engine.worker")
"""What starts a worker; it imports from where this process does, and from no folder that happens to be the current."""

TRIES = 3
"""So often a worker is started that ends before its language model is loaded."""


class Worker:
    """One warm process, and the pipes to it."""

    def __init__(self, fixed: Settings) -> None:
        # A group of its own: Ctrl-C is for the parent, which lets the workers finish what they are at.
        self._process = subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **ONE_THREAD, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            process_group=0,
        )
        try:
            self._ask(msgspec.msgpack.encode(fixed))
        except SettingsError:
            self.close()
            raise

    def analyse(self, articles: list[Article]) -> list[Outcome]:
        """The outcomes of a partition; raises WorkerDiedError where the process ended over it."""
        return self._ask(msgspec.msgpack.encode(articles))

    def _ask(self, message: bytes) -> list[Outcome]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            send(self._process.stdin, message)
            answer = receive(self._process.stdout)
        except OSError:
            answer = None
        if answer is None:
            raise WorkerDiedError(self._end())
        told = msgspec.msgpack.decode(answer, type=Told)
        if told.error:
            raise SettingsError(told.error)
        return told.outcomes

    def _end(self) -> str:
        """How the process ended."""
        self.close()
        code = self._process.returncode
        return f"its worker process was ended by {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"

    def kill(self) -> None:
        """Ends the process, whatever it is at; who waits for its answer hears of it."""
        self._process.kill()

    def close(self) -> None:
        """Ends the process and lets its pipes go."""
        for pipe in filter(None, (self._process.stdin, self._process.stdout)):
            with suppress(OSError):
                pipe.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(0.2)
        self._process.kill()
        self._process.wait()


class Pool:
    """A fixed number of workers, each started when it is first needed."""

    def __init__(self, workers: int, fixed: Settings) -> None:
        self._fixed = fixed
        self._open = True
        self._started: list[Worker] = []
        self._free: SimpleQueue[Worker | None] = SimpleQueue()
        for _ in range(workers):
            self._free.put(None)
        self._threads = ThreadPoolExecutor(workers, "worker")

    def submit(self, articles: list[Article]) -> Future[list[Outcome]]:
        """Takes in a partition to analyse."""
        return self._threads.submit(self._analyse, articles)

    def _analyse(self, articles: list[Article]) -> list[Outcome]:
        """The outcomes of a partition; once it is begun anew where its worker ends, which may be no fault of its."""
        try:
            return self._once(articles)
        except WorkerDiedError:
            if not self._open:
                raise
            return self._once(articles)

    def _once(self, articles: list[Article]) -> list[Outcome]:
        worker: Worker | None = self._free.get()
        try:
            worker = worker or self._start()
            return worker.analyse(articles)
        except WorkerDiedError:
            worker = None
            raise
        finally:
            self._free.put(worker)

    def _start(self) -> Worker:
        """A worker that is ready; raises NewsgraphError where none gets so far."""
        reason = ""
        for _ in range(TRIES):
            try:
                worker = Worker(self._fixed)
            except WorkerDiedError as died:
                reason = str(died)
                continue
            self._started.append(worker)
            return worker
        raise NewsgraphError(
            f"a worker ends before it is ready ({reason}); try `python -m graph.engine.worker`, or --workers 1"
        )

    def close(self) -> None:
        """Ends all workers, whatever they are at."""
        self._open = False
        for worker in self._started:
            worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._started:
            worker.close()


@contextmanager
def pool(number: int, fixed: Settings) -> Iterator[Workers]:
    """So many workers, which end with the block."""
    made = Pool(number, fixed)
    try:
        yield Workers(made.submit, number)
    finally:
        made.close()

"""A Dask cluster: the one at an address, or workers on this machine. The optional extra `newsgraph[cluster]`."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from graph.engine.analysis import Outcome, analyse
from graph.engine.order import WorkerDiedError, Workers
from graph.errors import NewsgraphError, SettingsError
from graph.model import Article
from graph.store.settings import Settings

if TYPE_CHECKING:
    from distributed import Client, Future

DEATHS = 1
"""So many workers may end with a partition, and it is still begun anew."""

PATIENCE = 120.0
"""Seconds until a partition that all others wait for is given to a second worker as well."""

WAIT = 60.0
"""Seconds until a cluster has to have its first worker."""


UNDISTURBED = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"
"""What a worker on this machine begins with: a terminal sends Ctrl-C to all processes, and the first one decides."""


def analyse_shipped(fixed: Settings, shipped: bytes) -> bytes:
    """What a worker of the cluster does: the outcomes of a partition, both as they travel."""
    articles = msgspec.msgpack.decode(shipped, type=list[Article])
    return msgspec.msgpack.encode(analyse(fixed, articles))


class ClusterTask:
    """A partition on a cluster; the first worker that answers counts, where there are several."""

    def __init__(self, client: Client, fixed: Settings, articles: list[Article]) -> None:
        self._client = client
        self._fixed = fixed
        self._manifest = [article.id for article in articles]
        self._shipped = msgspec.msgpack.encode(articles)
        self._futures = [self._submit(None)]

    def _submit(self, workers: list[str] | None) -> Future[bytes]:
        return self._client.submit(analyse_shipped, self._fixed, self._shipped, pure=False, workers=workers)

    def result(self) -> list[Outcome]:
        """The outcomes, when they are there; raises WorkerDiedError where several workers ended over them."""
        from distributed import KilledWorker

        try:
            outcomes = msgspec.msgpack.decode(self._first().result(), type=list[Outcome])
        except KilledWorker as killed:
            raise WorkerDiedError(f"{killed.allowed_failures + 1} workers of the cluster ended over it") from killed
        except NewsgraphError:
            raise
        except Exception as error:  # whatever a machine of the cluster lacks
            raise NewsgraphError(f"the cluster cannot analyse: {type(error).__name__}: {error}") from error
        if [outcome.packed.article for outcome in outcomes] != self._manifest:
            raise NewsgraphError("a worker of the cluster answered for other articles than it was given")
        return outcomes

    def exception(self) -> BaseException | None:
        """Waits until it is over."""
        ended: BaseException | None = self._first().exception()
        return ended

    def _first(self) -> Future[bytes]:
        """The future that is done first; after some time, of two."""
        from distributed import wait

        try:
            wait(self._futures, timeout=PATIENCE, return_when="FIRST_COMPLETED")
        except TimeoutError:
            if others := sorted(self._client.scheduler_info()["workers"].keys() - self._workers()):
                self._futures.append(self._submit(others))
            wait(self._futures, return_when="FIRST_COMPLETED")
        return next(future for future in self._futures if future.done())

    def _workers(self) -> set[str]:
        """The workers that have it."""
        keys = {future.key for future in self._futures}
        return {worker for worker, tasks in self._client.processing().items() if keys & set(tasks)}

    def cancel(self) -> bool:
        """Gives it up, if it was not begun."""
        if any(future.done() for future in self._futures) or self._workers():
            return False
        self._client.cancel(self._futures)
        return True


@contextmanager
def cluster(number: int, fixed: Settings, scheduler: str | None = None) -> Iterator[Workers]:
    """The workers of the cluster whose scheduler has this address, or else so many on this machine for the time of the
    block. Raises SettingsError where Dask is not installed or the cluster cannot be reached."""
    try:
        import distributed
    except ImportError as error:
        raise SettingsError("--engine dask needs Dask: pip install 'newsgraph[cluster]'") from error
    with _on_this_machine(number) if scheduler is None else _at(scheduler) as client:
        assert isinstance(client, distributed.Client)
        try:
            client.wait_for_workers(1, timeout=WAIT)
        except TimeoutError as error:
            raise SettingsError(f"--scheduler {scheduler}: no worker came within {WAIT:g} seconds") from error
        there = len(client.scheduler_info(n_workers=-1)["workers"])
        yield Workers(lambda articles: ClusterTask(client, fixed, articles), max(there, number))


@contextmanager
def _on_this_machine(number: int) -> Iterator[Client]:
    import dask
    from distributed import Client, LocalCluster

    preload = dask.config.get("distributed.worker.preload", ())
    first = [UNDISTURBED, *([preload] if isinstance(preload, str) else preload)]
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": DEATHS, "distributed.worker.preload": first}),
        LocalCluster(
            n_workers=number,
            threads_per_worker=1,
            processes=True,
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        ) as local,
        Client(local) as client,
    ):
        yield client


@contextmanager
def _at(scheduler: str) -> Iterator[Client]:
    from distributed import Client

    try:
        client = Client(scheduler, timeout=10)
    except (OSError, ValueError) as error:
        raise SettingsError(f"--scheduler {scheduler}: no Dask scheduler answers there ({error})") from error
    with client:
        yield client

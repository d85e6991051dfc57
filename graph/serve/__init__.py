"""A SPARQL endpoint and a browser for one KG: read-only, on this machine, asking nobody for anything.

Every query runs in a worker process on a published generation, under a deadline, a memory limit and a limit to the
size of its answer. A rebuilt KG is followed without a restart.
"""

from __future__ import annotations

import signal
import threading
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import FrameType

from graph.serve.handler import handler_of
from graph.serve.site import Site

LOOPBACK = frozenset(("127.0.0.1", "localhost", "::1"))
"""Hosts that only this machine can reach."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: seconds, bytes of memory, bytes of its answer; and how many run at a time."""

    seconds: float = 30.0
    memory: int = 2 << 30
    most_bytes: int = 50_000_000
    workers: int = 2


class Server(ThreadingHTTPServer):
    """The server of one KG; `server_close` ends its workers too."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, kg: Path, host: str, port: int, limits: Limits) -> None:
        self.site = Site(kg, limits.workers, limits.memory)
        hosts = LOOPBACK if host in LOOPBACK else None
        super().__init__((host, port), handler_of(self.site, limits.seconds, limits.most_bytes, hosts))

    @property
    def url(self) -> str:
        """The address of the query page."""
        return f"http://{self.server_address[0]!s}:{self.server_port}/"

    def server_close(self) -> None:
        """Ends the server and its workers."""
        super().server_close()
        self.site.close()


def server(kg: Path | str, *, host: str = "127.0.0.1", port: int = 8765, limits: Limits | None = None) -> Server:
    """A server of a KG, not yet running; port 0 is any free one. Raises KnowledgeGraphError where there is no KG."""
    return Server(Path(kg), host, port, limits or Limits())


def serve(running: Server) -> None:
    """Serves until Ctrl-C or a termination signal."""

    def stop(*_: int | FrameType | None) -> None:
        threading.Thread(target=running.shutdown).start()

    signal.signal(signal.SIGTERM, stop)
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        running.server_close()

"""A process of the pool: `python -m graph.engine.worker`.

It reads the settings and then partitions from standard input, and writes what comes of them to standard output, each
after a line that says how many bytes follow. It ends with its parent, whose end closes its input, whatever it is at.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from queue import SimpleQueue
from typing import IO

import msgspec

from graph.engine.analysis import Outcome, analyse, analyser, settled
from graph.errors import NewsgraphError
from graph.model import Article
from graph.store.pipes import receive, send
from graph.store.settings import Settings


class Told(msgspec.Struct, frozen=True):
    """What a worker says: the outcomes of a partition (none for the settings), or why it cannot work."""

    outcomes: list[Outcome] = []
    error: str = ""


def main() -> None:
    """Analyses partitions until the parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    messages: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(messages,), daemon=True).start()
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        # What a library prints must not stand between the answers.
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        _work(messages, answers)


def _listen(messages: SimpleQueue[bytes]) -> None:
    """Hands on what the parent sends; its end is the end of this process, in the middle of whatever it does."""
    while (message := receive(sys.stdin.buffer)) is not None:
        messages.put(message)
    os._exit(0)


def _work(messages: SimpleQueue[bytes], answers: IO[bytes]) -> None:
    fixed = msgspec.msgpack.decode(messages.get(), type=Settings)
    _tell(answers, _begin(fixed))
    decoder = msgspec.msgpack.Decoder(list[Article])
    with settled():
        while True:
            _tell(answers, Told(analyse(fixed, decoder.decode(messages.get()))))


def _begin(fixed: Settings) -> Told:
    """Loads the language model."""
    try:
        analyser(fixed)
    except NewsgraphError as error:
        return Told(error=str(error))
    return Told()


def _tell(answers: IO[bytes], told: Told) -> None:
    send(answers, msgspec.msgpack.encode(told))


if __name__ == "__main__":
    main()

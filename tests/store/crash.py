"""A build of made-up articles that ends, or meets a fault, at a chosen step: `python crash.py KG FAULT NUMBER`."""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path

from graph.errors import NewsgraphError
from graph.store import disk, parts
from tests.store.made_up import add, article, finish, forget, open_writer

FIRST = [
    ("/1", article("Ada Moss met Harbour Board.", "1.txt", "2024-01-02")),
    ("/2", article("HB met Bo Lind met dredging works.", "2.txt")),
    ("/3", article("Oslo met Ministry of Ports.", "3.txt", "2024-01-01")),
]
SECOND = [
    ("/3", article("Ministry of Ports met Ada Moss met dredging works.", "3.txt", "2024-01-03")),
    ("/4", article("Hotel Board met HB met Dredging works.", "4.txt")),
    ("/5", article("Ada Moss met Harbour Board.", "5.txt", "2023-12-31")),
    ("/6", article("Bo Lind met Ada Moss.", "6.txt")),
]
GONE = FIRST[1][1]


def work(kg: Path) -> None:
    """Two builds and one article forgotten: whatever was interrupted, doing it again comes to the same."""
    with open_writer(kg) as writer:
        add(writer, FIRST)
        finish(writer)
    with open_writer(kg) as writer:
        add(writer, SECOND[:2])
        add(writer, SECOND[2:])
        finish(writer)
    forget(kg, GONE)


def after(number: int, fault: str) -> None:
    """Lets the fault happen at a step."""
    seen = 0

    def observe(step: str) -> None:
        nonlocal seen
        seen += 1
        if seen == number and fault == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if seen == number and fault == "error":
            raise OSError(5, "Input/output error")

    disk.OBSERVERS.append(observe)


def main() -> None:
    parts.MANY = int(os.environ.get("MANY", parts.MANY))
    kg, fault, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    if fault == "full":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (number, number))
    after(number, fault)
    try:
        work(kg)
    except NewsgraphError as error:
        sys.exit(f"told: {error}")


if __name__ == "__main__":
    main()

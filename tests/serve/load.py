"""Many clients ask an endpoint at once while its KG grows: `python -m tests.serve.load --seconds 60 --clients 32`."""

from __future__ import annotations

import argparse
import http.client
import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

from graph.serve import Limits, server
from graph.store.questions import questions
from tests.store.made_up import NAMES, article, build

FINE = (200, 503)
"""An answer, or a documented limit: nobody was free in time."""

NEVER = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?b ?c . ?d ?e ?f . ?g1 ?h ?i . ?j ?k ?l . ?m ?n1 ?o } }"
"""A query that only its deadline ends."""


@dataclass(slots=True)
class Told:
    """What the clients saw: statuses, seconds, and for every question and generation the answers that there were."""

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    answers: defaultdict[tuple[str, str], set[bytes]] = field(default_factory=lambda: defaultdict(set))
    broken: list[str] = field(default_factory=list)

    @property
    def generations(self) -> set[str]:
        """The generations that answers came from."""
        return {generation for _, generation in self.answers}

    @property
    def mixed(self) -> list[tuple[str, str]]:
        """The questions that one generation answered in two ways."""
        return [asked for asked, bodies in self.answers.items() if len(bodies) > 1]


def paths(rng: random.Random) -> Iterator[str]:
    """The requests of one client, without end: named questions, some with a name."""
    while True:
        question = rng.choice(questions())
        named = "who" in question.parameters and (question.name == "dossier" or rng.random() < 0.3)
        who = "?" + urlencode({"who": rng.choice(list(NAMES))}) if named else ""
        yield f"/questions/{question.name}{who}"


def ask(port: int, path: str) -> tuple[int, str, bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=120)) as connection:
        connection.request("GET", path, headers={"Accept": "text/csv"})
        reply = connection.getresponse()
        return reply.status, reply.headers["X-Newsgraph-Generation"] or "", reply.read()


def client(port: int, seed: int, until: float, told: Told, lock: threading.Lock) -> None:
    for path in paths(random.Random(seed)):
        started = time.monotonic()
        if started > until:
            return
        try:
            status, generation, body = ask(port, path)
        except (OSError, http.client.HTTPException) as error:
            told.broken.append(f"{path}: {error!r}")
            continue
        with lock:
            told.statuses[status] += 1
            told.seconds.append(time.monotonic() - started)
            if status == 200:
                told.answers[path, generation].add(body)
            elif status not in FINE:
                told.broken.append(f"{path}: {status} {body[:200]!r}")


def grow(kg: Path) -> None:
    """Adds an article a build, until it is ended."""
    names = list(NAMES)
    for number in count():
        one, other = random.Random(number).sample(names, 2)
        build(kg, [(f"/more-{number}", article(f"{one} met {other} in week {number}.", f"more-{number}.txt"))])


def load(kg: Path, seconds: float, clients: int, limits: Limits) -> Told:
    """What clients see in so many seconds, with a build after the other beside them."""
    running = server(kg, port=0, limits=limits)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    builder = subprocess.Popen([sys.executable, "-m", "tests.serve.load", "--grow", str(kg)])
    told, lock, until = Told(), threading.Lock(), time.monotonic() + seconds
    at_once = [
        threading.Thread(target=client, args=(running.server_port, seed, until, told, lock)) for seed in range(clients)
    ]
    try:
        for thread in at_once:
            thread.start()
        for thread in at_once:
            thread.join()
        if builder.poll() is not None:
            told.broken.append("the build ended")
        stopped = ask(running.server_port, "/sparql?" + urlencode({"query": NEVER}))[0]
        told.statuses[stopped] += 1
        if stopped != 503 or ask(running.server_port, "/questions/meetings")[0] != 200:
            told.broken.append("a query that never ends, or the one after it")
    finally:
        builder.kill()
        builder.wait()
        running.shutdown()
        running.server_close()
    return told


def begin(kg: Path, number: int) -> None:
    """A KG of some made-up articles."""
    names = list(NAMES)
    texts = [f"{names[n % 7]} met {names[(n * 3 + 1) % 7]} met {names[(n + 2) % 7]} on day {n}." for n in range(number)]
    build(kg, [(f"/{n}", article(text, f"{n}.txt", f"2024-01-{n % 28 + 1:02}")) for n, text in enumerate(texts)])


def main() -> None:
    """Tells what the clients saw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--grow", type=Path)
    given = parser.parse_args()
    if given.grow:
        grow(given.grow)
    with tempfile.TemporaryDirectory() as name:
        kg = Path(name) / "kg"
        begin(kg, given.articles)
        told = load(kg, given.seconds, given.clients, Limits(seconds=30))
    cuts = statistics.quantiles(told.seconds, n=100)
    figures = {
        "statuses": dict(told.statuses),
        "generations": len(told.generations),
        "answers of mixed generations": told.mixed,
        "broken": told.broken,
        "p50": round(cuts[49], 3),
        "p95": round(cuts[94], 3),
        "longest": round(max(told.seconds), 3),
    }
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    raise SystemExit(bool(told.broken or told.mixed))


if __name__ == "__main__":
    main()

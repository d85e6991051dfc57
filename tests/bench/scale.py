"""How a build grows from a thousand articles to a hundred thousand: `python -m tests.bench.scale FOLDER NUMBER…`.

The parts are made up, so that all time goes to reading, identity, RDF and the store. Each step is a process of its own,
with its processor time, its time by the clock, and the most memory that it had. FOLDER keeps the graphs.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import RdfFormat

from graph import pipeline
from graph.engine import Plan
from graph.knowledge import open_kg
from graph.pipeline import BuildOptions
from graph.store import generations
from tests.bench import made

ALONE = BuildOptions(plan=Plan(workers=1), model="made up")
ASKED = {
    "two hops": (
        "SELECT ?one ?other WHERE { ?event a sem:Event ; ng:agent ?one ; ng:patient ?other . "
        "?one rdfs:label ?name . ?other rdfs:label ?third } LIMIT 1000"
    ),
    "ten most named": (
        "SELECT ?name (COUNT(?event) AS ?events) WHERE { ?event a sem:Event ; ?role ?who . ?who a schema:Person ; "
        "rdfs:label ?name } GROUP BY ?name ORDER BY DESC(?events) LIMIT 10"
    ),
    "count": "SELECT (COUNT(*) AS ?n) WHERE { ?event a sem:Event }",
}
MOST_DRAWN = 10_000
NAMED = ("most-connected", "who-briefed-whom", "co-organisers", "topics")


def build(folder: Path, _: int) -> dict[str, float]:
    """The first build of all."""
    report = pipeline.build(folder / "kg", [folder / "in"], ALONE)
    assert not report.failed, report.failed[:3]
    return {**report.counts}


def again(folder: Path, number: int) -> dict[str, float]:
    """The same build, with nothing new."""
    report = pipeline.build(folder / "kg", [folder / "in"], ALONE)
    assert report.unchanged == number
    return {}


def one_more(folder: Path, number: int) -> dict[str, float]:
    """One article more, and then another, when everything is loaded."""
    for more in ("first", "second"):
        made.add(folder / more, number + len([*folder.glob("first/*/*"), *folder.glob("second/*/*")]))
        start = time.perf_counter(), time.process_time()
        report = pipeline.build(folder / "kg", [folder / more], ALONE)
        assert report.new == 1
        told = {"warm seconds": time.perf_counter() - start[0], "warm processor": time.process_time() - start[1]}
    return {name: round(value, 2) for name, value in told.items()}


def query(folder: Path, _: int) -> dict[str, float]:
    """Every question once, after one that opens the files."""
    times: dict[str, float] = {}
    with open_kg(folder / "kg") as kg:
        len(kg.query("SELECT * WHERE { ?event a sem:Event } LIMIT 1"))
        for name, sparql in ASKED.items():
            times[name] = seconds(lambda sparql=sparql: len(kg.query(sparql)))
        for name in NAMED:
            times[name] = seconds(lambda name=name: len(kg.ask(name)))
    return times


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    start = time.perf_counter()
    work()
    return round(time.perf_counter() - start, 3)


def show(folder: Path, number: int) -> dict[str, float]:
    """The exports of all quads (and the store's own dump) and of the network, and the page; the last two need the whole
    network in memory."""
    generation = generations.read(folder / "kg")
    dump = folder / "dump.nq"
    times = {"dump": seconds(lambda: generation.store.dump(str(dump), RdfFormat.N_QUADS))}
    generation.close()
    with open_kg(folder / "kg") as kg:
        for suffix in (".nq", ".ttl", *((".graphml", ".html") if number <= MOST_DRAWN else ())):
            target = folder / f"out{suffix}"
            times[suffix] = seconds(lambda target=target: (kg.view if target.suffix == ".html" else kg.export)(target))
    return times


STEPS = {"build": build, "again": again, "one more": one_more, "query": query, "show": show}


def step(name: str, folder: Path, number: int) -> dict[str, float]:
    """One step in this process, measured."""
    made.know(number)
    clock, processor = time.perf_counter(), time.process_time()
    told = STEPS[name](folder, number)
    return {
        "seconds": round(time.perf_counter() - clock, 2),
        "processor": round(time.process_time() - processor, 2),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        **told,
    }


def bytes_below(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure(folder: Path, number: int) -> dict[str, object]:
    """All steps for so many articles."""
    home = folder / str(number)
    if not (home / "in").is_dir():
        made.write(home / "in", number)
    told: dict[str, object] = {"articles": number}
    for name in STEPS:
        command = [sys.executable, "-m", "tests.bench.scale", "--step", name, str(home), str(number)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        told[name] = json.loads(done.stdout)
        if name == "build":
            told["bytes an article"] = {
                part: bytes_below(home / "kg" / part) // number for part in ("parts", "generations")
            }
        print(number, name, told[name], flush=True)
    return told


def main() -> None:
    if sys.argv[1] == "--step":
        print(json.dumps(step(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))))
        return
    print(json.dumps([measure(Path(sys.argv[1]), int(number)) for number in sys.argv[2:]], indent=1))


if __name__ == "__main__":
    main()

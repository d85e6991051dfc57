"""What newsgraph adds to the bare language model, in one run: `python -m tests.bench.ratios [MEASURE…]`.

Only ratios tell: the machine may be busy and slow. Processor times are compared where one process works, times by the
clock where several do, and all that happens once (imports, models, tables, workers) happens before the clock starts.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path

import spacy

from graph import facts, language, pipeline
from graph.engine import Plan, analysis
from graph.evaluation.generate import mentions, stories, world
from graph.identity import resolve
from graph.model import Article
from graph.pipeline import BuildOptions, Reached
from tests.bench import made

ARTICLES = 1_000
SENTENCES = 30
"""Of an article: some 330 words."""

WARM = 20


def articles(number: int = ARTICLES) -> list[Article]:
    """Made-up articles as they are read."""
    return [found.article for found in stories(made.things(number), made.SEED, number, sentences=SENTENCES)]


def processor(work: Callable[[], object]) -> float:
    """The processor time of some work of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def whole(folder: Path) -> dict[str, float]:
    """The whole build against the bare language model on the same texts; one process; what is slower is run between."""
    analysis.load = cache(analysis.load)
    bare = spacy.load(language.DEFAULT_MODEL)
    texts = [article.text for article in articles()]
    made.write(folder / "warm", WARM, sentences=SENTENCES)
    made.write(folder / "in", ARTICLES, sentences=SENTENCES)
    alone = BuildOptions(plan=Plan(workers=1))

    def parse(some: list[str]) -> None:
        for _ in bare.pipe(some, batch_size=32):
            pass

    parse(texts[:WARM])
    pipeline.build(folder / "kg-warm", [folder / "warm"], alone)
    before = processor(lambda: parse(texts[: ARTICLES // 2]))
    build = processor(lambda: pipeline.build(folder / "kg", [folder / "in"], alone))
    after = processor(lambda: parse(texts[ARTICLES // 2 :]))
    return {"articles": ARTICLES, "bare": before + after, "build": build, "ratio": build / (before + after)}


def workers(folder: Path) -> dict[str, float]:
    """One worker against two, by the clock from when the first articles are done to the published graph."""
    made.write(folder / "in", ARTICLES, sentences=SENTENCES)
    one = rate(folder / "one", folder / "in", 1)
    two = rate(folder / "two", folder / "in", 2)
    again = rate(folder / "again", folder / "in", 1)
    return {"one": one, "two": two, "one again": again, "ratio": two / max(one, again)}


def rate(kg: Path, folder: Path, number: int) -> float:
    """Articles a second."""
    reached: list[tuple[float, int]] = []

    def note(now: Reached, _: int) -> None:
        if now.articles:
            reached.append((time.perf_counter(), now.articles))

    report = pipeline.build(kg, [folder], BuildOptions(plan=Plan(workers=number)), note)
    end = time.perf_counter()
    start, first = reached[0]
    return (report.new - first) / (end - start)


def triples(_: Path) -> dict[str, float]:
    """Our facts against textacy's subject-verb-object triples, on the same parsed documents."""
    try:
        from textacy.extract import subject_verb_object_triples
    except ImportError:
        return {"textacy is not installed": 0}
    docs = list(language.docs(language.load(), articles(300)))
    found: dict[str, int] = {}

    def ours(some: list) -> None:
        for doc in some:
            part = facts.part(doc)
            told = len(part.events) + len(part.claims) + len(part.positions) + len(part.relations)
            found["ours"] = found.get("ours", 0) + told

    def theirs(some: list) -> None:
        for doc in some:
            found["theirs"] = found.get("theirs", 0) + len(list(subject_verb_object_triples(doc)))

    ours(docs[:WARM])
    theirs(docs[:WARM])
    found.clear()
    times = {"ours": 0.0, "theirs": 0.0}
    with analysis.settled():  # as in a build: the documents that wait here are no work of either
        for start in range(0, len(docs), 50):
            times["theirs"] += processor(lambda start=start: theirs(docs[start : start + 50]))
            times["ours"] += processor(lambda start=start: ours(docs[start : start + 50]))
    told = {f"facts of {name}": number for name, number in found.items()}
    return {**times, "ratio": times["ours"] / times["theirs"], **told}


def memory(_: Path) -> dict[str, float]:
    """What a worker has in memory after the first thousand articles and after two thousand more, each with words that
    no other has."""
    found = (replace(a, text=f"{a.text}\n{' '.join(_new_words(a))} were seen.\n") for a in articles(3 * ARTICLES))
    loaded = analysis.load(None)
    sizes = []
    for some in iter(lambda: list(islice(found, ARTICLES)), []):
        for _ in loaded.parts(some):
            pass
        sizes.append(int(Path("/proc/self/statm").read_text().split()[1]) * 4 / 1024)
    return {f"MB after {number * ARTICLES}": size for number, size in enumerate(sizes, start=1)}


def _new_words(article: Article) -> list[str]:
    return ["".join(chr(97 + int(digit, 16)) for digit in article.id[at : at + 8]) for at in range(0, 24, 2)]


def identity(_: Path) -> dict[str, float]:
    """Who is who among made-up people and bodies: 100,000 of their members, and twice as many."""
    resolve(each for each, _ in mentions(world(1, 100), 1, 200))  # what is read once is no part of it
    times = []
    for count in (100_000, 200_000):
        found = [each for each, _ in mentions(world(7, count // 5), 11, count)]
        times.append(processor(lambda found=found: resolve(found)))
    return {"100,000 members": times[0], "200,000 members": times[1], "ratio": times[1] / times[0]}


MEASURES = {"whole": whole, "workers": workers, "triples": triples, "memory": memory, "identity": identity}


def main() -> None:
    for name in sys.argv[1:] or MEASURES:
        with tempfile.TemporaryDirectory() as folder:
            told = MEASURES[name](Path(folder))
        print(name, json.dumps({key: round(value, 3) for key, value in told.items()}), flush=True)


if __name__ == "__main__":
    main()

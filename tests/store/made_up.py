"""Made-up articles and a pass 1 that needs no language model: names that stand in the text, and who is tied to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from pyoxigraph import RdfFormat

from graph.model import Article, Chain, Event, Filler, Mention, Part, Relation, Role, Span, article_id
from graph.store import generations
from graph.store.records import Forgotten, Input, Source, pack
from graph.store.settings import Settings
from graph.store.writer import Batch, Writer, writing

NAMES = {
    "Ada Moss": "Person",
    "Bo Lind": "Person",
    "Harbour Board": "Organization",
    "HB": "Organization",
    "Hotel Board": "Organization",
    "Oslo": "Place",
    "Ministry of Ports": "Organization",
}
TOPICS = ("dredging works", "Dredging works", "pilot fees")
SETTINGS = Settings(base="https://w3id.org/newsgraph/id/", model="none", model_digest="0", rules="1")


def article(text: str, identifier: str, published: str | None = None, url: str | None = None) -> Article:
    return Article(
        article_id(text), identifier, text, title=identifier, published=published, publisher="Quay News", url=url
    )


def part_of(read: Article) -> Part:
    """Every known name is a chain; neighbours in the text meet, and people are members of bodies."""
    found = [(name, match.start()) for name in NAMES for match in list(re.finditer(rf"\b{name}\b", read.text))[:1]]
    chains = {
        name: Chain(f"c{number}", NAMES[name], (Mention(_span(read, start, name), "name", NAMES[name], name),), (name,))
        for number, (name, start) in enumerate(found)
    }
    whole = Span(read.id, 0, len(read.text))
    fillers = [
        Filler(_span(read, start, name), name, name, name.lower(), NAMES[name], chains[name].id)
        for name, start in sorted(found, key=lambda one: one[1])
    ]
    return Part(
        read,
        ((0, len(read.text)),),
        tuple(chains.values()),
        events=tuple(_meeting(read, pair, whole) for pair in pairwise(fillers)),
        relations=tuple(_membership(left, right, whole) for left, right in pairwise(fillers) if _fits(left, right)),
    )


def _span(read: Article, start: int, words: str) -> Span:
    return Span(read.id, start, start + len(words))


def _fits(left: Filler, right: Filler) -> bool:
    return (left.type, right.type) == ("Person", "Organization")


def _membership(left: Filler, right: Filler, whole: Span) -> Relation:
    return Relation(left, "memberOf", right, left.span, whole, "test", 0.9)


def _meeting(read: Article, pair: tuple[Filler, Filler], whole: Span) -> Event:
    left, right = pair
    roles = [Role("agent", left), Role("patient", right)]
    for topic in TOPICS:
        if (at := read.text.find(topic)) >= 0:
            roles.append(Role("about", Filler(_span(read, at, topic), topic, topic, topic.lower(), "Topic")))
    return Event("Meeting", left.span, "met", tuple(roles), whole, "test", 0.9)


def open_writer(kg: Path, settings: Settings = SETTINGS):
    return writing(kg, lambda kept: settings)


def add(writer: Writer, articles: Iterable[tuple[str, Article]]) -> None:
    """One batch: every article at its location, made durable with its part."""
    for location, read in articles:
        writer.put(Source(location, location, read))
        writer.put(Input(location, read.id))
    analyse(writer, writer.seal())


def analyse(writer: Writer, batch: Batch) -> None:
    """Pass 1 of a batch, which is durable after it."""
    writer.flush(batch, [pack(read, writer.settings.digest, part_of(read)) for read in batch.lacking.values()])


def build(kg: Path, *batches: Iterable[tuple[str, Article]]) -> None:
    """One build in some batches."""
    with open_writer(kg) as writer:
        for batch in batches:
            add(writer, batch)
        finish(writer)


def forget(kg: Path, read: Article) -> None:
    with open_writer(kg) as writer:
        writer.put(Forgotten(read.id))
        writer.flush(writer.seal())
        finish(writer)


def finish(writer: Writer) -> dict[str, int]:
    for batch in writer.remaining(2):
        analyse(writer, batch)
    return writer.publish()


def nquads(kg: Path) -> list[str]:
    """The dataset as sorted N-Quads."""
    generation = generations.read(kg)
    try:
        return sorted(generation.store.dump(format=RdfFormat.N_QUADS).decode().splitlines())
    finally:
        generation.close()

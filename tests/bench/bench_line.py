"""The steps of the line by themselves, on the same made-up articles: `make bench`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from graph import facts, identity, language, reading
from graph.engine import analysis
from graph.model import Article, Part
from graph.rdf import Resolved, describe
from graph.store.records import pack
from graph.vocabulary import Minter
from tests.bench import made, ratios

NUMBER = 50
MINTER = Minter()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return ratios.articles(NUMBER)


@pytest.fixture(scope="module")
def bare() -> Language:
    return spacy.load(language.DEFAULT_MODEL)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return language.load()


@pytest.fixture(scope="module")
def parts(nlp: Language, articles: list[Article]) -> list[Part]:
    return [facts.part(doc) for doc in language.docs(nlp, articles)]


def whole(items: Iterable[object]) -> int:
    return sum(1 for _ in items)


def measured(benchmark: Callable[..., object], work: Callable[[], Iterable[object]]) -> None:
    assert benchmark.pedantic(lambda: whole(work()), rounds=3, warmup_rounds=1) >= NUMBER


def test_reading(benchmark, tmp_path: Path) -> None:
    made.write(tmp_path, NUMBER, sentences=ratios.SENTENCES)
    paths = list(reading.find_inputs([str(tmp_path)]))
    measured(benchmark, lambda: (article for path in paths for article in reading.read(path)))


def test_bare_model(benchmark, bare: Language, articles: list[Article]) -> None:
    measured(benchmark, lambda: bare.pipe([article.text for article in articles], batch_size=language.pipeline.BATCH))


def test_model_with_names_and_chains(benchmark, nlp: Language, articles: list[Article]) -> None:
    measured(benchmark, lambda: language.docs(nlp, articles))


def test_facts(benchmark, nlp: Language, articles: list[Article]) -> None:
    docs = list(language.docs(nlp, articles))
    measured(benchmark, lambda: map(facts.part, docs))


def test_pass_1_as_a_worker_does_it(benchmark, articles: list[Article]) -> None:
    loaded = analysis.load(None)
    measured(benchmark, lambda: (pack(article, "", part) for article, part in loaded.parts(articles)))


def test_members_and_keys(benchmark, parts: list[Part]) -> None:
    measured(
        benchmark,
        lambda: (identity.keys(member) for part in parts for member in identity.members(part, MINTER).values()),
    )


def test_resolving(benchmark, parts: list[Part]) -> None:
    members = [member for part in parts for member in identity.members(part, MINTER).values()]
    measured(benchmark, lambda: identity.resolve(members))


def test_describing(benchmark, parts: list[Part]) -> None:
    mapped = [
        {chain: Resolved(member.iri, member.iri, member.type) for chain, member in identity.members(p, MINTER).items()}
        for p in parts
    ]
    measured(benchmark, lambda: map(lambda part, mapping: describe(part, mapping, MINTER), parts, mapped))

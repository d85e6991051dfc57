"""The same text in every wrapping gives the same statements with the same words, and the wrapping gives none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from graph import knowledge
from graph.engine import analysis
from tests.reading.test_wrappings import STORY
from tests.reading.wrappings import JUNK_NAMES, UNDATED, WRAPPINGS

TOLERANCE = 0.02
STATED = """
    SELECT ?predicate ?object ?words ?sentence WHERE {
        GRAPH ?article {
            ?statement a rdf:Statement ; rdf:predicate ?predicate ; rdf:object ?object ; ng:evidence ?evidence .
            OPTIONAL { ?statement ng:words ?words }
            OPTIONAL { ?evidence oa:hasSelector/oa:exact ?sentence }
        }
    }"""
ARTICLE = """
    SELECT ?headline ?date WHERE {
        GRAPH ?article { ?article schema:headline ?headline ; schema:datePublished ?date }
    }"""
NAMED = "SELECT ?label WHERE { ?thing rdfs:label ?label }"


@dataclass(frozen=True)
class Told:
    """What a graph says of its one article."""

    article: tuple[str, ...]
    stated: Counter[tuple[str, ...]]
    names: frozenset[str]


@pytest.fixture(scope="module")
def tell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Told]]:
    """What each wrapping comes to, with one language model; those without a date are given it, as users would."""

    @cache
    def told(name: str) -> Told:
        folder = tmp_path_factory.mktemp("line")
        (folder / name).write_bytes(WRAPPINGS[name](STORY))
        date = STORY.published if name in UNDATED else None
        with knowledge.build(folder / "kg", [folder / name], date=date) as built:
            (article,) = (tuple(map(str, row)) for row in built.query(ARTICLE))
            stated = Counter(tuple(map(str, row)) for row in built.query(STATED))
            return Told(article, stated, frozenset(str(name) for (name,) in built.query(NAMED)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analysis, "load", cache(analysis.load))
        yield told


@pytest.mark.parametrize("name", WRAPPINGS)
def test_every_wrapping_gives_the_same_facts(tell: Callable[[str], Told], name: str) -> None:
    told, expected = tell(name), tell("one.jsonl")
    assert told.article == (STORY.title, STORY.published)
    assert expected.stated.total() > 20
    differing = (told.stated - expected.stated) + (expected.stated - told.stated)
    assert differing.total() <= TOLERANCE * expected.stated.total(), differing


@pytest.mark.parametrize("name", WRAPPINGS)
def test_no_wrapping_gives_facts_of_its_own(tell: Callable[[str], Told], name: str) -> None:
    told = tell(name)
    words = " ".join([*told.names, *(word for row in told.stated for word in row)])
    assert "Halina Wrobel" in words
    assert not any(junk in words for junk in JUNK_NAMES)

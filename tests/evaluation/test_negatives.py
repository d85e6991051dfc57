"""What the text does not state is not drawn: made-up sentences that tempt a reader, for every class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from spacy.language import Language

from graph import facts, language
from graph.evaluation.negatives import EACH, negatives, report
from graph.export.facts import objects
from graph.vocabulary import EVENT_CLASSES

SAMPLE = 12
"""Sentences of a class in this test; `newsgraph` is measured on all of them now and then."""
MOST_DRAWN = 0.015


def test_every_class_has_its_sentences_and_each_is_different() -> None:
    found = list(negatives())
    assert Counter(negative.event_class for negative in found) == dict.fromkeys(EVENT_CLASSES.keys() - {"Act"}, EACH)
    assert len({negative.text for negative in found}) == len(found)
    assert not any("{" in negative.text for negative in found)


def test_all_kinds_are_there_for_every_class() -> None:
    kinds = {(negative.event_class, negative.kind) for negative in negatives(SAMPLE)}
    assert len(kinds) == 6 * (len(EVENT_CLASSES) - 1)


@pytest.mark.parametrize(("factuality", "drawn"), [("asserted", 1.0), ("negated", 0.0)])
def test_the_report_counts_asserted_events_of_the_class_alone(factuality: str, drawn: float) -> None:
    def draw(texts: Iterable[str]) -> Iterator[list[dict[str, Any]]]:
        return ([{"kind": "event", "type": "Meeting", "factuality": factuality}] for _ in texts)

    found = report(draw, SAMPLE)
    assert found.kinds["Meeting"] == {"drawn": drawn, "sentences": SAMPLE}
    assert found.kinds["Visit"]["drawn"] == 0.0


def test_hardly_any_is_drawn_as_asserted(nlp: Language) -> None:
    def draw(texts: Iterable[str]) -> Iterator[list[dict[str, Any]]]:
        return (list(objects(facts.part(doc), line=1)) for doc in language.lines(nlp, texts))

    found = report(draw, SAMPLE)
    worst = {kind: figures["drawn"] for kind, figures in found.kinds.items() if figures["drawn"] > MOST_DRAWN}
    assert found.figures["drawn"] <= MOST_DRAWN, f"drawn as asserted by class and kind: {worst}"

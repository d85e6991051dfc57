from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts import part
from graph.facts import why as reasons
from graph.facts.why import Why, why
from graph.language import docs
from graph.reading import read_text


def explained(nlp: Language, text: str) -> list[Why]:
    doc = next(iter(docs(nlp, [read_text(text)])))
    return list(why(doc, part(doc)))


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("Anna Brandt was briefed on the plan.", "briefed", "no stated agent"),
        ("He will never reach the harbour.", "He", reasons.UNRESOLVED),
        ("Anna Brandt polished the brass door.", "polished", reasons.UNMAPPED),
        ("The storm shows that the bridge is old.", "shows", reasons.SAYS_NOTHING),
        ("The chairman arrived late.", "chairman", reasons.NO_HOLDER),
        ("It is said that the bridge is old.", "said", reasons.NO_SPEAKER),
    ],
)
def test_what_stopped_it_is_named(nlp: Language, text: str, words: str, reason: str) -> None:
    (sentence,) = explained(nlp, text)

    assert (words, reason) in [(stopped.words, stopped.reason) for stopped in sentence.stopped]


def test_what_fired_has_its_rule_and_words(nlp: Language) -> None:
    (sentence,) = explained(nlp, "Prime Minister Anna Brandt said the bridge was closed.")

    assert ("position", "Prime Minister", "position:title before name") in [
        (fired.kind, fired.words, fired.rule) for fired in sentence.fired
    ]
    assert ("claim", "said", "claim:clause") in [(fired.kind, fired.words, fired.rule) for fired in sentence.fired]


def test_every_sentence_is_explained_in_order(nlp: Language) -> None:
    found = explained(nlp, "Anna Brandt met Peter Holm. They talked. It rained.")

    assert [sentence.sentence.start for sentence in found] == sorted(s.sentence.start for s in found)
    assert len(found) == 3

"""Sentences that name two parties and do not state the fact give no asserted event of the fact's class."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from graph.facts import part
from graph.language import lines

DATA = tomllib.loads(Path(__file__).with_name("negatives.toml").read_text(encoding="utf-8"))
KINDS = ("negations", "questions", "plans", "hearsay", "nearness")
MOST = 0.03
MOST_OF_ONE_KIND = 0.06


def sentences() -> Iterator[tuple[str, str, str]]:
    """(class, kind, sentence) of every template with every predicate, the parties in turn."""
    for type_, predicates in DATA["predicates"].items():
        for base, past, done, doing in predicates:
            templates = [(kind, template) for kind in KINDS for template in DATA[kind]]
            for turn, (kind, template) in enumerate(templates):
                a, b = DATA["parties"][turn % len(DATA["parties"])]
                text = template.format(a=a, b=b, base=base, past=past, done=done, doing=doing)
                yield type_, kind, text[0].upper() + text[1:]


def drawn(nlp: Language) -> tuple[Counter[str], list[str]]:
    """How many sentences of each kind there are, and those whose fact is drawn as asserted ("kind: sentence")."""
    asked = list(sentences())
    wrong = []
    for (type_, kind, text), doc in zip(asked, lines(nlp, [text for _, _, text in asked]), strict=True):
        if any(event.type == type_ and event.factuality == "asserted" for event in part(doc).events):
            wrong.append(f"{kind}: {text}")
    return Counter(kind for _, kind, _ in asked), wrong


def test_what_is_not_stated_is_not_drawn(nlp: Language) -> None:
    asked, wrong = drawn(nlp)
    assert len(wrong) <= MOST * asked.total(), "\n".join(wrong)
    for kind, count in Counter(line.partition(":")[0] for line in wrong).items():
        assert count <= MOST_OF_ONE_KIND * asked[kind], "\n".join(line for line in wrong if line.startswith(kind))

"""Made-up sentences that name two parties and do not state a fact: for every event class the same number.

A knowledge graph that draws an asserted event of the class from one of them has invented it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from graph.evaluation.report import Figures, Report, share

EACH = 50
"""Sentences of a class."""
FORMS = ("do", "past", "done", "doing")


@dataclass(frozen=True, slots=True)
class Negative:
    """A sentence that does not state an event of its class; `kind` says why it does not ("negation", "hearsay")."""

    event_class: str
    kind: str
    text: str


def negatives(each: int = EACH) -> Iterator[Negative]:
    """The sentences, class by class; the same ones every time.

    >>> [negative.text for negative in negatives(1)][0]
    'Ada Brandt did not meet Mira Castellan in Lindhaven.'
    """
    data = tomllib.loads(resources.files("graph.evaluation").joinpath("negatives.toml").read_text(encoding="utf-8"))
    for number, (name, tempting) in enumerate(data["class"].items()):
        kinds: dict[str, list[Mapping[str, Any]]] = {}
        for construction in data["construction"]:
            if _fits(construction, name, tempting):
                kinds.setdefault(construction["kind"], []).append(construction)
        for turn in range(each):
            of_kind, round_ = list(kinds.values())[turn % len(kinds)], turn // len(kinds)
            construction = of_kind[round_ % len(of_kind)]
            slots = _slots(data, number + turn) | _phrase(tempting, turn + round_ // len(of_kind))
            yield Negative(name, construction["kind"], _sentence(construction["form"], slots))


def report(drawn: Callable[[Iterable[str]], Iterable[Iterable[Mapping[str, Any]]]], each: int = EACH) -> Report:
    """The share of sentences from which an asserted event of their class is drawn, in all and by class and kind.

    `drawn` gives each sentence's objects as `extract --lines` does.
    """
    sentences = list(negatives(each))
    found = drawn([negative.text for negative in sentences])
    wrong = [_is_drawn(negative, objects) for negative, objects in zip(sentences, found, strict=True)]
    kinds: dict[str, list[bool]] = {}
    for negative, is_wrong in zip(sentences, wrong, strict=True):
        kinds.setdefault(negative.event_class, []).append(is_wrong)
        kinds.setdefault(negative.kind, []).append(is_wrong)
    return Report(_figures(wrong), {kind: _figures(of) for kind, of in kinds.items()})


def _figures(wrong: list[bool]) -> Figures:
    return {"drawn": share(sum(wrong), len(wrong)), "sentences": len(wrong)}


def _is_drawn(negative: Negative, objects: Iterable[Mapping[str, Any]]) -> bool:
    return any(
        fact["kind"] == "event" and fact["type"] == negative.event_class and fact["factuality"] == "asserted"
        for fact in objects
    )


def _fits(construction: Mapping[str, Any], name: str, tempting: Mapping[str, Any]) -> bool:
    wants = construction.get("needs") != "will" or "subject" not in tempting
    return wants and name not in construction.get("states", ())


def _slots(data: Mapping[str, Any], turn: int) -> dict[str, str]:
    """Parties and places, which move on with every sentence."""
    parties, places = data["parties"], data["places"]
    at = {"A": turn, "B": turn + 2 + turn % 3, "C": turn + 7}
    slots = {name: parties[number % len(parties)] for name, number in at.items()}
    return slots | {"P": places[turn % len(places)], "Q": places[(turn + 3) % len(places)]}


def _phrase(tempting: Mapping[str, Any], turn: int) -> dict[str, str]:
    """The subject, a verb phrase in all its forms, and a topic, whose own slots are still open."""
    verb, rest = tempting["verbs"][turn % len(tempting["verbs"])]
    forms = {name: f"{form} {rest}" for name, form in zip(FORMS, verb.split(), strict=True)}
    topic = tempting["topics"][turn % len(tempting["topics"])]
    return forms | {"S": tempting.get("subject", "{A}"), "topic": topic}


def _sentence(form: str, slots: Mapping[str, str]) -> str:
    text = form.format(**slots).format(**slots)
    start = next(i for i, letter in enumerate(text) if letter.isalpha())
    return text[:start] + text[start].upper() + text[start + 1 :]

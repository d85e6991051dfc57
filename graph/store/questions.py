"""The named questions: SPARQL files whose first comments say what they ask and what they take."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from graph.errors import NotFoundError

_HEADER = re.compile(r"# (title|description|parameter (\w+)): (.+)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its parameters (name → what it means); those not given leave the answer whole."""

    name: str
    title: str
    description: str
    parameters: dict[str, str]
    sparql: str


@lru_cache
def questions() -> tuple[Question, ...]:
    """Every named question, by name."""
    folder = files("graph.store").joinpath("queries")
    texts = {path.name.removesuffix(".rq"): path.read_text(encoding="utf-8") for path in folder.iterdir()}
    return tuple(_question(name, texts[name]) for name in sorted(texts))


def _question(name: str, text: str) -> Question:
    header = [found for line in text.splitlines() if (found := _HEADER.fullmatch(line))]
    told = {found[1]: found[3] for found in header if not found[2]}
    parameters = {found[2]: found[3] for found in header if found[2]}
    return Question(name, told["title"], told["description"], parameters, text)


def question(name: str, given: frozenset[str]) -> Question:
    """The question of a name; raises NotFoundError for an unknown one, or for a value that it does not take."""
    named = {found.name: found for found in questions()}
    if name not in named:
        raise NotFoundError(f"{name}: no such question; choose one of {', '.join(named)}")
    if unknown := given - named[name].parameters.keys():
        takes = ", ".join(named[name].parameters) or "no values"
        raise NotFoundError(f"{min(unknown)}: the question {name} takes {takes}")
    return named[name]

"""How far a predication is to be trusted: a sum of weights of its features, kept as data."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

DEFAULT = 0.5


def confidence(features: frozenset[str]) -> float:
    """A confidence between 0 and 1 from the features of a predication.

    >>> confidence(frozenset({"possession"})) < confidence(frozenset({"verb", "object"}))
    True
    """
    weights = _weights()
    return min((weights.get(feature, DEFAULT) for feature in features), default=DEFAULT)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    text = resources.files("graph.facts.clauses").joinpath("weights.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {feature: float(weight) for feature, weight in rows}

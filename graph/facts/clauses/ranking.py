"""How far a predication is to be trusted: a logistic sum of weights of its features, kept as data."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources

CONSTANT = "constant"


def confidence(features: Iterable[str], weights: Mapping[str, float] | None = None) -> float:
    """A confidence between 0 and 1, in steps of a hundredth, from the features of a predication.

    `weights` are those in weights.tsv unless given; a feature without a weight counts nothing.

    >>> confidence({"verb"}, {"constant": 0.0}), confidence({"verb"}, {"constant": -1.0, "verb": 3.0})
    (0.5, 0.88)
    """
    weights = fitted() if weights is None else weights
    total = math.fsum((weights.get(CONSTANT, 0.0), *(weights.get(feature, 0.0) for feature in features)))
    return round(1 / (1 + math.exp(-total)), 2)


@lru_cache(maxsize=1)
def fitted() -> Mapping[str, float]:
    """The weights by feature, as graph/evaluation/fit_clauses.py wrote them."""
    text = resources.files("graph.facts.clauses").joinpath("weights.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {feature: float(weight) for feature, weight in rows}

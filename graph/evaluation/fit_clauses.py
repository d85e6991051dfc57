"""Fits the confidence of open clauses to a file of gold tuples: python -m graph.evaluation.fit_clauses DEV.tsv

Prints figures that are cross-validated by sentence, then writes the weights that all sentences give to
graph/facts/clauses/weights.tsv. The weights in the repository come from the development part of CaRB (MIT licence).

A clause's target is what it adds: three quarters the precision of the gold tuple that it alone is paired with, one
quarter the recall that it brings. The model is a logistic regression on named features with a ridge penalty.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph import language
from graph.evaluation import carb
from graph.facts import clauses

WEIGHTS = Path(clauses.__file__).with_name("weights.tsv")
HEADER = """\
# The weights of features of open clauses: their sum s gives the confidence 1 / (1 + exp(-s)).
# Fitted by graph/evaluation/fit_clauses.py to the development part of CaRB (Bhardwaj et al., 2019; MIT licence).
"""
RAREST = 20
"""A feature needs so many clauses to get a weight."""
RIDGE = 3.0
FOLDS = 10
STEPS = 12
RECALL_SHARE = 0.25

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence: the features of its clauses, the clauses, what each adds, and the sentence's key."""

    key: str
    features: tuple[frozenset[str], ...]
    extractions: tuple[carb.Extraction, ...]
    targets: tuple[float, ...]


def judged(lines: Sequence[str], gold: dict[str, list[carb.Extraction]]) -> list[Judged]:
    """Every sentence's clauses with what they add to its gold tuples."""
    found = []
    for doc in language.lines(language.load(), lines, tokenised=True):
        candidates = list(clauses.candidates(doc))
        made = tuple(carb.Extraction(clause.relation, clause.arguments) for _, clause in candidates)
        key = carb.key(doc._.article.text)
        found.append(Judged(key, tuple(p.features for p, _ in candidates), made, _targets(gold.get(key, []), made)))
    return found


def fit(sentences: Iterable[Judged]) -> dict[str, float]:
    """A weight for every feature that is frequent enough, and for "constant"."""
    sentences = list(sentences)
    counts = Counter(name for sentence in sentences for features in sentence.features for name in features)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    rows = [features for sentence in sentences for features in sentence.features]
    matrix = np.array([[*(name in features for name in names), True] for features in rows], dtype=np.float64)
    targets = np.array([target for sentence in sentences for target in sentence.targets]).clip(0, 1)
    return dict(zip([*names, clauses.CONSTANT], _logistic(matrix, targets), strict=True))


def cross_validated(sentences: Sequence[Judged], gold: dict[str, list[carb.Extraction]]) -> dict[str, float]:
    """The figures when each sentence is ranked with weights that it had no part in."""
    found: dict[str, list[carb.Extraction]] = {}
    for fold in range(FOLDS):
        weights = fit(s for number, s in enumerate(sentences) if number % FOLDS != fold)
        for sentence in sentences[fold::FOLDS]:
            found[sentence.key] = [
                carb.Extraction(made.relation, made.arguments, clauses.confidence(features, weights))
                for features, made in zip(sentence.features, sentence.extractions, strict=True)
            ]
    return carb.figures(gold, found)


def _targets(gold: list[carb.Extraction], made: tuple[carb.Extraction, ...]) -> tuple[float, ...]:
    table = [[carb.match(wanted, extraction) for extraction in made] for wanted in gold]
    precise = carb.paired([[precision for precision, _ in row] for row in table], range(len(made)))
    brought = [0.0] * len(made)
    for row in table:
        first, second, *_ = [*sorted((recall for _, recall in row), reverse=True), 0.0, 0.0]
        if first:
            brought[[recall for _, recall in row].index(first)] += first - second / 2
    return tuple((1 - RECALL_SHARE) * precise.get(j, 0.0) + RECALL_SHARE * brought[j] for j in range(len(made)))


def _logistic(matrix: Floats, targets: Floats) -> list[float]:
    """Newton's method; the last column is the constant, which bears no penalty."""
    penalty = np.diag([RIDGE] * (matrix.shape[1] - 1) + [1e-6])
    weights = np.zeros(matrix.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (chance - targets) + penalty @ weights
        curve = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + penalty
        weights -= np.linalg.solve(curve, slope)
    return [round(float(weight), 3) for weight in weights]


def main(path: str) -> None:
    """Fits to a gold file, prints cross-validated figures and writes the weights."""
    rows = Path(path).read_text(encoding="utf-8").splitlines()
    gold = carb.from_gold(rows)
    sentences = judged(list(dict.fromkeys(row.split("\t")[0] for row in rows)), gold)
    shown = cross_validated(sentences, gold)
    sys.stdout.write("".join(f"{name}\t{value:.3f}\n" for name, value in shown.items()))
    table = "".join(f"{name}\t{weight}\n" for name, weight in sorted(fit(sentences).items()))
    WEIGHTS.write_text(HEADER + table, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

"""Fitting what clues speak for: made-up examples, judged as they are told."""

from __future__ import annotations

import tomllib

import pytest

pytest.importorskip("scipy")

from graph.evaluation.fit_names import Example, cross_validated, fit, scores, written

EXAMPLES = [
    Example(f"d{number:05}", ("bias", clue), type_)
    for number in range(20)
    for clue, type_ in (("titled", "Person"), ("in", "Place"), ("word", "None"))
]


def test_clues_speak_for_what_they_stand_with() -> None:
    weights = fit(EXAMPLES, {})
    assert max(weights["titled"], key=lambda type_: weights["titled"][type_]) == "Person"
    assert max(weights["in"], key=lambda type_: weights["in"][type_]) == "Place"
    assert tomllib.loads("".join(written(weights))).keys() <= weights.keys()


def test_weights_set_by_hand_stay_out_of_the_fit() -> None:
    by_hand = {"titled": {"Person": 9.0}}
    assert "titled" not in fit(EXAMPLES, by_hand)
    assert scores(EXAMPLES[0], by_hand) == [9.0, 0.0, 0.0, 0.0]


def test_figures_are_of_documents_held_out() -> None:
    assert cross_validated(EXAMPLES, {}, names=40) == {"f1": 1.0, "precision": 1.0, "recall": 1.0}

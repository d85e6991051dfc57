"""Near copies are found whatever the order, two reports of one event are none, and the latest version counts."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations

import pytest

from graph.reading import read_text
from graph.reading.duplicates import current, independent, near_copies, signature, similarity

REPORT = " ".join(
    f"On day {number} the harbour board of town {number * 7} heard witness {number * 3} and put the matter of berth "
    f"{number * 11} off until the mayor had read report {number + 40}."
    for number in range(20)
)
OTHER = " ".join(
    f"Berth {number * 11} kept the harbour board busy for a {number}th day, and the mayor, who had not read report "
    f"{number + 40}, sent witness {number * 3} home."
    for number in range(20)
)


@pytest.mark.parametrize(
    ("copy", "near"),
    [
        (REPORT.upper(), True),
        ("Agencies. " + REPORT + " Additional reporting by our staff.", True),
        (REPORT[: int(len(REPORT) * 0.75)], True),
        (REPORT.replace("put the matter", "put the whole matter"), True),
        (OTHER, False),
        ("Nothing of the kind.", False),
    ],
)
def test_near_copies(copy: str, near: bool) -> None:
    found = list(near_copies({"b": signature(copy), "a": signature(REPORT)}))
    assert [(left, right) for left, right, _ in found] == ([("a", "b")] if near else [])


def test_the_order_does_not_matter() -> None:
    signatures = {str(number): signature(REPORT[: len(REPORT) - number * 40]) for number in range(6)}
    shuffled = list(signatures.items())
    random.Random(3).shuffle(shuffled)
    assert list(near_copies(signatures)) == list(near_copies(dict(shuffled)))


def test_short_texts_have_signatures() -> None:
    assert similarity(signature("Yes."), signature("Yes.")) == 1
    assert similarity(signature("Yes."), signature("No.")) < 0.2


def test_copies_count_once() -> None:
    assert independent(["a", "b", "c", "d"], [("a", "b", 0.9), ("b", "d", 0.8), ("x", "a", 0.9)]) == 2


def test_the_latest_version_counts_in_every_order() -> None:
    first = replace(read_text("The board met."), published="2024-05-01")
    corrected = replace(read_text("The board met twice."), published="2024-05-01", modified="2024-05-03")
    undated = replace(read_text("The board never met."), published=None)
    assert {current(order).id for order in permutations([first, corrected, undated])} == {corrected.id}
    twins = [replace(article, published=None, modified=None) for article in (first, corrected)]
    assert current(twins).id == max(article.id for article in twins)

"""The table of benchmarks: what it says when it cannot measure."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.benchmarks import BENCHMARKS, evaluate
from graph.errors import InputError, NotFoundError


def test_an_unknown_benchmark_lists_the_choices() -> None:
    with pytest.raises(NotFoundError, match=", ".join(BENCHMARKS)):
        evaluate("carbs", "x")


@pytest.mark.parametrize("name", BENCHMARKS)
def test_an_absent_path_says_what_it_should_hold(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"needs (an?|the) "):
        evaluate(name, tmp_path / "nothing")


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "records.json").write_text('{"text": 1}', encoding="utf-8")
    with pytest.raises(InputError, match="not in the format of plover"):
        evaluate("plover", tmp_path / "records.json")


@pytest.mark.parametrize("name", ["carb", "names"])
def test_a_file_without_gold_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("nothing of the kind\n", encoding="utf-8")
    with pytest.raises(InputError, match=f"not in the format of {name}"):
        evaluate(name, tmp_path / "other.txt")


def test_carb_runs_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text("Ada Brandt opened the new bridge .\topened\tAda Brandt\tthe new bridge\n", encoding="utf-8")
    assert evaluate("carb", path).figures["f1"] == 1.0


def test_a_folder_with_one_file_of_its_kind_stands_for_it(tmp_path: Path) -> None:
    (tmp_path / "gold.tsv").write_text("Ada Brandt slept .\tslept\tAda Brandt\t\n", encoding="utf-8")
    assert evaluate("carb", tmp_path).figures["sentences"] == 1
    (tmp_path / "more.tsv").touch()
    with pytest.raises(InputError, match="2 files"):
        evaluate("carb", tmp_path)

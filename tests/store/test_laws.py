"""The dataset is a function of the set of articles, whatever the history."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.store.made_up import NAMES, TOPICS, add, article, build, forget, nquads, open_writer

TEXTS = st.lists(st.sampled_from([*NAMES, *TOPICS]), min_size=1, max_size=4, unique=True).map(
    lambda words: " met ".join(words) + "."
)
ARTICLES = st.builds(
    article,
    TEXTS,
    st.sampled_from(["a.txt", "b.txt"]),
    st.sampled_from([None, "2024-01-01", "2024-02-02"]),
    st.sampled_from([None, None, "https://quay.example/1"]),
)
SETS = st.dictionaries(st.sampled_from(["/1", "/2", "/3", "/4", "/5", "/6"]), ARTICLES, min_size=1)
FEW = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
"""Every example is some builds on a disk, so that shrinking one would take minutes."""


def fresh(found) -> list[str]:
    """The dataset of one undisturbed build."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder, "kg"), sorted(found.items()))
        return nquads(Path(folder, "kg"))


@FEW
@given(SETS, st.randoms(use_true_random=False), st.integers(1, 3))
def test_any_order_and_any_split(found, random, size) -> None:
    items = sorted(found.items())
    random.shuffle(items)
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(items), size):
            build(Path(folder, "kg"), items[start : start + size])
        assert nquads(Path(folder, "kg")) == fresh(found)


@FEW
@given(SETS, SETS, st.sets(st.integers(0, 5)))
def test_replaced_and_forgotten(first, second, gone) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kg = Path(folder, "kg")
        build(kg, first.items())
        build(kg, second.items())
        now = {**first, **second}
        found = sorted({read.id: read for read in now.values()}.items())
        for number in sorted(gone & set(range(len(found)))):
            forget(kg, found[number][1])
            now = {place: read for place, read in now.items() if read.id != found[number][0]}
        assert nquads(kg) == (fresh(now) if now else [])


def stop_between_batches(kg: Path, found) -> None:
    with open_writer(kg) as writer:
        add(writer, found.items())
        raise RuntimeError


@FEW
@given(SETS, SETS)
def test_a_build_that_stopped_between_batches(first, second) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kg = Path(folder, "kg")
        build(kg, first.items())
        with pytest.raises(RuntimeError):
            stop_between_batches(kg, second)
        assert nquads(kg) == fresh(first)
        build(kg)
        assert nquads(kg) == fresh({**first, **second})


@FEW
@given(SETS, SETS)
def test_a_generation_comes_from_the_parts_alone(first, second) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kg = Path(folder, "kg")
        build(kg, first.items())
        build(kg, second.items())
        before = nquads(kg)
        (kg / "CURRENT").unlink()
        build(kg)
        assert nquads(kg) == before


def test_the_last_version_of_a_url_counts_and_an_earlier_one_comes_back(tmp_path: Path) -> None:
    url = "https://quay.example/1"
    old = article("Ada Moss met Oslo.", "old.txt", "2024-01-01", url)
    new = article("Bo Lind met Oslo.", "new.txt", "2024-01-02", url)
    build(tmp_path / "new", [("/new", new)])
    build(tmp_path / "both", [("/new", new)])
    build(tmp_path / "both", [("/old", old)])
    assert nquads(tmp_path / "both") == nquads(tmp_path / "new")
    forget(tmp_path / "both", new)
    build(tmp_path / "old", [("/old", old)])
    assert nquads(tmp_path / "both") == nquads(tmp_path / "old")


def test_the_earliest_copy_gives_the_metadata(tmp_path: Path) -> None:
    late, early = (article("Ada Moss met Oslo.", name, day) for name, day in (("a", "2024-02-02"), ("b", "2024-01-01")))
    build(tmp_path / "kg", [("/late", late)])
    build(tmp_path / "kg", [("/early", early)])
    build(tmp_path / "early", [("/early", early)])
    assert nquads(tmp_path / "kg") == nquads(tmp_path / "early")
    build(tmp_path / "kg", [("/early", article("Bo Lind.", "c"))])
    build(tmp_path / "late", [("/late", late), ("/early", article("Bo Lind.", "c"))])
    assert nquads(tmp_path / "kg") == nquads(tmp_path / "late")

"""How far a file is read is told in its own bytes, whatever its wrapping."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from graph.reading import read, size
from tests.reading.test_wrappings import STORY
from tests.reading.wrappings import WRAPPINGS, json_lines, warc

READ_TWICE = frozenset({"one.parquet", "one.zip"})
"""Their table of contents stands at the end, and is read first."""


@pytest.mark.parametrize("name", WRAPPINGS)
def test_every_reader_tells(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(WRAPPINGS[name](STORY))
    told: list[int] = []
    assert list(read(path, at=told.append)) == list(read(path))
    assert max(told) == size(path) or name in READ_TWICE


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.jsonl", lambda count: json_lines(STORY) * count),
        ("a.jsonl.gz", lambda count: b"".join(gzip.compress(json_lines(STORY), 0) for _ in range(count))),
        ("a.warc", lambda count: warc(STORY) * count),
        ("a.warc.gz", lambda count: b"".join(gzip.compress(warc(STORY), 0) for _ in range(count))),
    ],
)
def test_a_container_is_followed(tmp_path: Path, name: str, make: object) -> None:
    assert callable(make)
    path = tmp_path / name
    path.write_bytes(make(300))
    told = [0]
    places = [max(told) for _ in read(path, at=told.append)]
    assert len(places) == 300
    assert places == sorted(places)
    assert places[-1] == size(path)
    ahead = 1 << 17
    assert all(at - ahead <= number / 300 * size(path) <= at + ahead for number, at in enumerate(places, 1))


def test_the_size_of_nothing(tmp_path: Path) -> None:
    assert size(tmp_path / "none") == 0

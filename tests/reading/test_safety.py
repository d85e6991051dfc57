"""Damaged, huge and hostile files: no crash, no hang, each one accounted for; memory does not grow with a container."""

from __future__ import annotations

import gzip
import json
import os
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.model import Article
from graph.reading import read
from tests.reading.mutants import STORY, bombs, mutants
from tests.reading.wrappings import parquet, warc

COUNT = int(os.environ.get("NEWSGRAPH_MUTANTS", "200"))
"""How many damaged files are tried; the full measure is 2,000."""
SECONDS = 10


def results(path: Path) -> list[Article | InputError]:
    start = time.process_time()
    found = list(read(path))
    assert time.process_time() - start < SECONDS, path.name
    assert found, f"{path.name} is not accounted for"
    assert all(isinstance(item, Article | InputError) for item in found)
    return found


def test_damaged_files_are_read_or_reported(tmp_path: Path) -> None:
    for name, data in mutants(COUNT):
        (tmp_path / name).write_bytes(data)
        results(tmp_path / name)
        (tmp_path / name).unlink()


READ_ALL_THE_SAME = frozenset({"escape.zip", "attributes.html"})


def test_bombs_are_reported(tmp_path: Path) -> None:
    for name, data in bombs():
        (tmp_path / name).write_bytes(data)
        found = results(tmp_path / name)
        assert all(isinstance(item, Article) for item in found) == (name in READ_ALL_THE_SAME), (name, found)
    assert not Path("/tmp/newsgraph-escaped.txt").exists()


def test_a_poisoned_member_stops_nothing(tmp_path: Path) -> None:
    good = json.dumps(STORY.row)
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join([good, "{", "[1]", '{"text": 5}', good]).encode()))
    assert [type(item) for item in read(path)] == [Article, InputError, InputError, InputError, Article]


def many_lines(path: Path, count: int) -> None:
    path.write_text((json.dumps(STORY.row) + "\n") * count, encoding="utf-8")


def many_pages(path: Path, count: int) -> None:
    path.write_bytes(warc(STORY) * count)


@pytest.mark.parametrize(("name", "make"), [("a.jsonl", many_lines), ("a.warc", many_pages)])
def test_memory_does_not_grow(tmp_path: Path, name: str, make: object) -> None:
    assert callable(make)
    peaks = []
    for count in (10, 60):
        make(tmp_path / name, count)
        tracemalloc.start()
        assert sum(isinstance(item, Article) for item in _stream(tmp_path / name)) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 1_000_000


def _stream(path: Path) -> Iterator[Article | InputError]:
    yield from read(path)


def test_a_container_without_articles_is_reported(tmp_path: Path) -> None:
    for name, data in (("a.csv", b"text,title\n"), ("a.json", b"[]"), ("a.parquet", parquet(STORY)[:-9])):
        (tmp_path / name).write_bytes(data)
        assert all(isinstance(item, InputError) for item in results(tmp_path / name))

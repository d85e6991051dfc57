"""What reading knows: `junk.toml` and `fields.toml`, loaded once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def knowledge(name: str = "junk") -> dict[str, Any]:
    """The whole of one of the files."""
    return tomllib.loads(files("graph.reading").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """One of the word lists of `junk.toml`, lower case."""
    return frozenset(word.casefold() for word in knowledge()["words"][name])


def names(table: str) -> Mapping[str, Sequence[str]]:
    """One of the tables of `fields.toml`: the names of each field, the most reliable first."""
    found: Mapping[str, Sequence[str]] = knowledge("fields")[table]
    return found

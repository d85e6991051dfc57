"""The words that reading knows: `junk.toml`, loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def knowledge() -> dict[str, Any]:
    """The whole of `junk.toml`."""
    return tomllib.loads(files("graph.reading").joinpath("junk.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """One of its word lists, lower case."""
    return frozenset(word.casefold() for word in knowledge()["words"][name])

"""What identity knows about names, read once from knowledge.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("graph.identity").joinpath("knowledge.toml").read_text(encoding="utf-8"))


@cache
def spellings() -> dict[str, str]:
    """Words with the word that stands for them in keys."""
    return dict(_tables()["spellings"])


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of one list.

    >>> "jr" in word_set("generations")
    True
    """
    return frozenset(_tables()["words"][name].split())


@cache
def nicknames() -> dict[str, str]:
    """Given names with the one that stands for them.

    >>> nicknames()["bob"]
    'robert'
    """
    return {nick: name for name, nicks in _tables()["nicknames"].items() for nick in nicks.split()}


@cache
def international() -> dict[str, str]:
    """Acronyms of international organisations, as keys, with their names.

    >>> international()["who"]
    'World Health Organization'
    """
    return dict(_tables()["international"])


@cache
def field_words() -> dict[str, str]:
    """Words of titles with the walk of life that they tell.

    >>> field_words()["goalkeeper"]
    'sport'
    """
    return {word: field for field, words in _tables()["fields"].items() for word in words.split()}

"""What nouns name: people and bodies, numbers of things; knowledge of words alone."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from graph.facts.parsed import Token


def is_participant_noun(token: Token) -> bool:
    """Whether the noun describes a person, a group or a body ("officials", "roundtable" does not)."""
    return describes_somebody(token.lemma_.lower()) or describes_somebody(token.lower_)


def stated_count(token: Token) -> int | None:
    """The number that the phrase states: "107 pilgrims" 107, "at least two men" 2, "dozens of men" None."""
    for child in (token, *token.lefts):
        if child.dep_ == "nummod" or (child.i == token.i and token.like_num):
            return number(child.text)
    return None


def number(text: str) -> int | None:
    """The whole number that a word or figure stands for.

    >>> number("1,426"), number("Twelve"), number("dozens")
    (1426, 12, None)
    """
    plain = text.replace(",", "").lower()
    return int(plain) if plain.isascii() and plain.isdigit() else _numbers().get(plain)


@lru_cache(maxsize=32)
def words(table: str) -> frozenset[str]:
    """A list of `phrases.toml`."""
    return frozenset(_data()[table])


@lru_cache(maxsize=256)
def nouns(name: str) -> frozenset[str]:
    """A list of `senses.toml`, with the lists that it includes ("@name").

    >>> "grant" in nouns("funds"), "grant" in nouns("goods")
    (True, True)
    """
    listed = _senses()[name].split()
    return frozenset(w for w in listed if w[0] != "@").union(*(nouns(w[1:]) for w in listed if w[0] == "@"))


@lru_cache(maxsize=8192)
def describes_somebody(lemma: str) -> bool:
    """Whether a noun in lower case describes a person, a group or a body.

    >>> describes_somebody("spokeswoman"), describes_somebody("roundtable")
    (True, False)
    """
    nouns, suffixes = _nouns()
    return lemma in nouns or lemma.rpartition("-")[2] in nouns or lemma.endswith(suffixes)


@lru_cache(maxsize=1)
def _nouns() -> tuple[frozenset[str], tuple[str, ...]]:
    text = resources.files("graph.facts").joinpath("participants.txt").read_text(encoding="utf-8")
    listed = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    return frozenset(w for w in listed if w[0] != "-"), tuple(w[1:] for w in listed if w[0] == "-")


@lru_cache(maxsize=1)
def _numbers() -> Mapping[str, int]:
    small, tens = _data()["numbers"], _data()["tens"]
    return {word: n for n, word in enumerate(small)} | {word: 10 * n for n, word in enumerate(tens, start=3)}


@lru_cache(maxsize=1)
def _data() -> Mapping[str, list[str]]:
    return tomllib.loads(resources.files("graph.facts").joinpath("phrases.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _senses() -> Mapping[str, str]:
    return tomllib.loads(resources.files("graph.facts").joinpath("senses.toml").read_text(encoding="utf-8"))

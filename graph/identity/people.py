"""Names of people: their pieces, the key that near names share, and how near two names are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from graph.identity.knowledge import nicknames, word_set
from graph.identity.names import sound, tight, words

Nearness = tuple[float, str]
"""How near two pieces of a name are, from 0 to 1, and why."""

Comparison = Callable[[str, str], bool]
"""Says whether two pieces of a name are alike in one way."""

_VOWELS = re.compile("[aeiou]")

SAME: Nearness = (1.0, "")
FAR: Nearness = (0.0, "")


@dataclass(frozen=True, slots=True)
class Person:
    """A full name in pieces, each in the spelling of keys; particles are left out and a generation kept apart."""

    first: str
    middle: tuple[str, ...]
    last: str
    generation: str | None = None


@lru_cache(maxsize=400_000)
def person(name: str) -> Person | None:
    """The pieces of a full name, or None where only one is left: a bare name tells nobody apart.

    >>> person("Mark P. Lagon Jr."), person("Lagon")
    (Person(first='mark', middle=('p',), last='lagon', generation='jr'), None)
    >>> person("Lagon, Dr. M.P.")
    Person(first='m', middle=('p',), last='lagon', generation=None)
    """
    found = words(_in_order(name.replace(".", ". ")))
    generation = next((word for word in found[2:] if word in word_set("generations")), None)
    left_out = word_set("particles") | word_set("honorifics")
    kept = [word for word in found if word != generation and word not in left_out]
    if len(kept) < 2 or len(kept[-1]) < 2:
        return None
    return Person(kept[0], tuple(kept[1:-1]), kept[-1], generation)


def _in_order(name: str) -> str:
    """A name with its surname last: "Moss, Ada" is "Ada Moss"; what follows a comma may also be a generation."""
    surname, comma, given = name.partition(",")
    return f"{given} {surname}" if comma and not word_set("generations") & set(words(given)) else name


@lru_cache(maxsize=400_000)
def from_key(key: str) -> Person:
    """The pieces of a name from its exact key.

    >>> from_key("mark p lagon")
    Person(first='mark', middle=('p',), last='lagon', generation=None)
    """
    first, *middle, last = key.split()
    return Person(first, tuple(middle), last)


def near_key(name: Person) -> str:
    """What near names have in common: the first letter of the given name, by the name that stands for it, and the
    consonants of the surname.

    >>> near_key(Person("bob", (), "hassan")), near_key(Person("r", ("j",), "hossein"))
    ('r hsn', 'r hsn')
    """
    given = nicknames().get(name.first, name.first)
    surname = sound(name.last)
    return f"{sound(given)[0]} {surname[0]}{_VOWELS.sub('', surname[1:])}"


@lru_cache(maxsize=400_000)
def nearness(left: Person, right: Person) -> tuple[float, tuple[str, ...]]:
    """How near two people's names are, from 0 to 1, with reasons.

    >>> nearness(Person("mark", ("p",), "lagon"), Person("mark", (), "lagon"))
    (0.95, ('one has a middle name',))
    """
    if left.generation and right.generation and left.generation != right.generation:
        return 0.0, ("another generation",)
    pieces = (
        _near(_GIVEN, left.first, right.first),
        _middles(left.middle, right.middle),
        _near(_SURNAME, left.last, right.last),
    )
    score = pieces[0][0] * pieces[1][0] * pieces[2][0]
    return round(score, 3), tuple(reason for _, reason in pieces if reason) or ("same full name",)


def _near(kinds: Sequence[tuple[Comparison, Nearness]], left: str, right: str) -> Nearness:
    return next((near for fits, near in kinds if fits(left, right)), FAR)


def _is_initial(left: str, right: str) -> bool:
    return 1 in (len(left), len(right)) and left[0] == right[0]


def _is_nickname(left: str, right: str) -> bool:
    return nicknames().get(left, left) == nicknames().get(right, right)


def _is_misspelt(left: str, right: str) -> bool:
    """Says whether one letter differs, and not both are names that people have."""
    return _is_slip(left, right) and not (_is_given(left) and _is_given(right))


def _middles(left: tuple[str, ...], right: tuple[str, ...]) -> Nearness:
    if left == right:
        return SAME
    if not left or not right:
        return 0.95, "one has a middle name"
    if set(left) < set(right) or set(right) < set(left):
        return 0.95, "one has a further middle name"
    if len(left) == len(right) and all(_agree(one, other) for one, other in zip(left, right, strict=True)):
        return 0.97, "middle names agree"
    return FAR


def _agree(left: str, right: str) -> bool:
    return left == right or (1 in (len(left), len(right)) and left[0] == right[0]) or sound(left) == sound(right)


def _alike(key: Callable[[str], str]) -> Comparison:
    return lambda left, right: key(left) == key(right)


def _is_slip(left: str, right: str) -> bool:
    """Says whether two words of at least six letters differ in one letter, and not in the first."""
    return (
        min(len(left), len(right)) >= 6
        and left[0] == right[0]
        and DamerauLevenshtein.distance(left, right, score_cutoff=1) <= 1
    )


def _is_given(word: str) -> bool:
    from graph.language.lexicon import given_names

    return word in given_names()


_GIVEN: tuple[tuple[Comparison, Nearness], ...] = (
    (_alike(str), SAME),
    (_is_initial, (0.85, "an initial")),
    (_is_nickname, (0.9, "a short form of the given name")),
    (_alike(tight), (0.95, "doubled letters")),
    (_alike(sound), (0.9, "another spelling of the given name")),
    (_is_misspelt, (0.82, "a letter of the given name")),
)
"""How near given names are, the best first."""

_SURNAME: tuple[tuple[Comparison, Nearness], ...] = (
    (_alike(str), SAME),
    (_alike(tight), (0.93, "doubled letters")),
    (_alike(sound), (0.78, "another spelling of the surname")),
    (_is_slip, (0.76, "a letter of the surname")),
)
"""How near surnames are, the best first: they tell families apart, so that a spelling weighs more."""

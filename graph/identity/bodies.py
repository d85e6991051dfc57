"""Names of bodies, places and other things: the key that one name has in all its spellings, and how near two are."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from graph.identity.knowledge import word_set
from graph.identity.names import sound, tight, words
from graph.identity.places import country_word


@lru_cache(maxsize=400_000)
def body(name: str) -> tuple[str, ...]:
    """The words that tell a body: without small words, a company's closing word and the country of a public body.

    >>> body("Ministry of the Interior"), body("Interior Ministry"), body("Acme Holdings, Inc.")
    (('interior', 'ministry'), ('interior', 'ministry'), ('acme', 'holdings'))
    >>> body("Pakistan's Ministry of Interior")
    ('interior', 'ministry')
    """
    kept = [word for word in words(name) if word not in word_set("small")] or list(words(name))
    while len(kept) > 1 and kept[-1] in word_set("legal"):
        kept.pop()
    if is_public(name):
        kept = [word for word in kept if country_word(word) is None] or kept
    return tuple(sorted(kept)) if word_set("state_heads") & set(kept) else tuple(kept)


@lru_cache(maxsize=100_000)
def is_public(name: str) -> bool:
    """Says whether the name is one that a body of any state can have.

    >>> [is_public(name) for name in ("Ministry of Ports", "Supreme Court", "Pakistani parliament", "Bank of Ireland")]
    [True, True, True, True]
    >>> is_public("Harbour Board"), is_public("Citizens Bank"), is_public("Labour Party")
    (False, False, True)
    """
    kept = [word for word in words(name) if word not in word_set("small")]
    if word_set("state_heads") & set(kept):
        return True
    heads = word_set("public_heads") & set(kept)
    rest = [word for word in kept if word not in heads and country_word(word) is None]
    return bool(heads) and all(word in word_set("common") for word in rest)


def named_country(name: str) -> str | None:
    """The country that a public body's name tells.

    >>> named_country("Pakistani Interior Ministry"), named_country("Interior Ministry")
    ('PK', None)
    """
    return next((code for code in map(country_word, words(name)) if code), None)


def near_key(name: tuple[str, ...]) -> str | None:
    """What near names of several words have in common: the first three letters of each word, in order of the alphabet.

    >>> near_key(("interior", "ministry")), near_key(("dawn",))
    ('int min', None)
    """
    return " ".join(sorted(tight(word)[:3] for word in name)) if len(name) > 1 else None


@lru_cache(maxsize=400_000)
def nearness(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """How near two names are, from 0 to 1, with reasons: spellings, or one letter of one long word.

    >>> nearness(("benazir", "bhutto", "hospital"), ("benazir", "bhuto", "hospital"))
    (0.93, ('doubled letters',))
    """
    if len(left) != len(right):
        return 0.0, ()
    odd = [(one, other) for one, other in zip(sorted(left), sorted(right), strict=True) if one != other]
    if sorted(left) == sorted(right):
        return 0.7, ("the same words in another order",)
    if all(tight(one) == tight(other) for one, other in odd):
        return 0.93, ("doubled letters",)
    if all(sound(one) == sound(other) for one, other in odd):
        return 0.85, ("another spelling",)
    return (0.85, ("a letter of a long word",)) if len(odd) == 1 and _is_slip(*odd[0]) else (0.0, ())


def _is_slip(left: str, right: str) -> bool:
    """Says whether two words of at least seven letters differ in one, not the first, and neither is a place."""
    return (
        min(len(left), len(right)) >= 7
        and left[:1] == right[:1]
        and left.isalpha()
        and right.isalpha()
        and DamerauLevenshtein.distance(left, right, score_cutoff=1) <= 1
        and {left, right}.isdisjoint(_differing())
        and country_word(left) is None
        and country_word(right) is None
    )


def _differing() -> frozenset[str]:
    return frozenset(("eastern", "western", "northern", "southern", "internal", "external", "national", "rational"))

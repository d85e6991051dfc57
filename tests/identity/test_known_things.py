"""Every person, country and ministry of the sample articles and the development data: one node, and none of two."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from graph import facts, identity, language, reading
from graph.identity.places import iso_code
from graph.model import Article, Entity
from graph.vocabulary import Minter

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "articles"

PEOPLE = [
    "Amina Noor",
    "Daniel Kiprono",
    "Elena Marchetti",
    "Fatuma Ali",
    "Grace Wanjala",
    "Hassan Omar",
    "James Whitfield",
    "Joseph Maina",
    "Lucy Kamau",
    "Lucy Wambui",
    "Mary Njeri",
    "Ruth Achieng",
    "Salim Bakari",
    "Samuel Odera",
]
COUNTRIES = ["Kenya", "United States"]
BODIES = [
    "Bureau for Safe Migration",
    "Coast Harbour Authority",
    "Dock Workers Union",
    "Kenya Red Cross",
    "Ministry of Interior",
    "Ministry of Labour",
    "Ministry of Transport",
    "Ugandan Ministry of Internal Affairs",
]


def resolved(nlp: Language, folders: list[Path]) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """The entities of all articles of some folders, and each article's file name by its id."""
    paths = reading.find_inputs(str(folder) for folder in folders)
    articles = [each for path in paths for each in reading.read(path) if isinstance(each, Article)]
    parts = [facts.part(doc) for doc in language.docs(nlp, articles)]
    found = identity.resolve(member for part in parts for member in identity.members(part, Minter()).values())
    return found, {part.article.id: part.article.identifier for part in parts}


@pytest.fixture(scope="module")
def sample(nlp: Language) -> tuple[Entity, ...]:
    return resolved(nlp, [SAMPLE])[0]


@pytest.mark.parametrize("name", PEOPLE + COUNTRIES + BODIES)
def test_one_node(sample: tuple[Entity, ...], name: str) -> None:
    assert len([entity for entity in sample if name in entity.names]) == 1


def test_no_node_holds_two(sample: tuple[Entity, ...]) -> None:
    known = set(PEOPLE + COUNTRIES + BODIES)
    assert [entity.label for entity in sample if len(known & set(entity.names)) > 1] == []


@pytest.mark.shared
def test_development_data(nlp: Language, shared: Path) -> None:
    found, files = resolved(nlp, [SAMPLE, shared / "articles"])
    things = list(gold_things(shared))
    split = [names[0] for file, type_, names in things if len(homes(found, files, names, scope(file, type_))) > 1]
    assert split == []
    held: dict[str, list[list[str]]] = {}
    for file, _, names in things:
        for entity in homes(found, files, names, file):
            held.setdefault(entity.id, []).append(names)
    assert [two for two in held.values() if not all(same(two[0], other) for other in two)] == []


def same(one: list[str], other: list[str]) -> bool:
    """Whether two lists of names mean one thing: a name in common, or one country."""
    return bool(set(one) & set(other)) or (iso_code(one[0]) or one) == (iso_code(other[0]) or other)


def gold_things(shared: Path) -> Iterator[tuple[str, str, list[str]]]:
    """The people, countries and ministries of the development data, with their article's file and their names."""
    for path in sorted((shared / "gold").glob("*.json")):
        for thing in json.loads(path.read_text(encoding="utf-8"))["entities"]:
            names = [name.removeprefix("the ").removeprefix("The ") for name in thing["names"]]
            public = any("Ministry" in name or "Department" in name for name in names)
            names = [name for name in names if iso_code(name)] or names  # a people is a thing of its own
            if thing["type"] == "Person" or public or iso_code(names[0]):
                yield f"{path.stem}.txt", thing["type"], names


def scope(file: str, type_: str) -> str | None:
    """Where a thing is looked for: people in all articles, what other states have too in its own."""
    return None if type_ == "Person" else file


def homes(found: tuple[Entity, ...], files: dict[str, str], names: list[str], file: str | None) -> list[Entity]:
    """The entities that have one of the names, in one file or anywhere."""
    wanted = {name.casefold() for name in names}
    return [
        entity
        for entity in found
        if any(
            file in (None, files[member.article]) and wanted & {name.casefold() for name in member.names}
            for member in entity.members
        )
    ]

"""What a name names: one decision for each name and article, by weighed votes of all its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from graph.language import lexicon
from graph.language.boundaries import Name, is_organization
from graph.language.words import Words
from graph.model import ENTITY_TYPES

MODEL, TITLE, GIVEN, PLACE, COUNTRY, HEAD, GROUP, SPEAKS, PART, LOCATED = (
    1.0,
    4.0,
    1.5,
    1.0,
    5.0,
    3.0,
    5.0,
    1.0,
    2.0,
    0.5,
)
"""The weights of votes: the model's own label, a title before the name, a given name, a gazetteer's place or country,
a head word, a word for a people, a subject of speech, the name of a longer one, a preposition of place."""

SPEECH = frozenset({"said", "says", "say", "told", "added", "adds", "stated", "asked", "explained", "replied"})
PLACE_PREPOSITIONS = frozenset({"in", "near", "at", "from"})


def decide(words: Words, names: Iterable[Name]) -> list[Name]:
    """The names with the type that the whole article gives them."""
    listed = list(names)
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in listed:
        if name.type in ENTITY_TYPES:
            text = key_of(words, name)
            for type_, weight in evidence(words, name):
                votes[text][type_] += weight
    lend_to_parts(votes)
    best = {text: max(sorted(vote), key=lambda type_: vote[type_]) for text, vote in votes.items()}
    return [replace(name, type=best[key_of(words, name)]) if name.type in ENTITY_TYPES else name for name in listed]


def key_of(words: Words, name: Name) -> str:
    """The words of a name by which its places in the article are held together."""
    text = " ".join(words.text[name.start : name.end])
    return text.title() if text.isupper() and len(text) > 5 else text


def evidence(words: Words, name: Name) -> Iterator[tuple[str, float]]:
    """Each vote that one place of a name casts."""
    yield name.type, MODEL
    if name.titled:
        yield "Person", TITLE
    text = words.slice(name.start, name.end)
    yield from by_itself(text)
    head = words.head[name.end - 1]
    if words.dep[name.end - 1] == "nsubj" and words.lower[head] in SPEECH:
        yield "Person", SPEAKS
    if name.start and words.lower[name.start - 1] in PLACE_PREPOSITIONS:
        yield "Place", LOCATED


@cache
def by_itself(text: str) -> tuple[tuple[str, float], ...]:
    """The votes that a name's own words cast."""
    lower, parts = text.lower(), text.split()
    votes: list[tuple[str, float]] = []
    if is_organization(text):
        votes.append(("Organization", HEAD))
    if lower in lexicon.groups():
        votes.append(("Group", GROUP))
    if lexicon.fold(text) in lexicon.countries():
        votes.append(("Place", COUNTRY))
    elif lexicon.is_place(text) or parts[-1].lower() in lexicon.words("places", "last"):
        votes.append(("Place", PLACE if len(parts) == 1 else HEAD))
    if len(parts) in {2, 3, 4} and lexicon.fold(parts[0]) in lexicon.given_names():
        votes.append(("Person", GIVEN))
    return tuple(votes)


def lend_to_parts(votes: dict[str, dict[str, float]]) -> None:
    """Lets a person's full name vote for its surname, where only people have it."""
    owners: dict[str, set[str]] = defaultdict(set)
    for text, vote in votes.items():
        parts = text.split()
        if len(parts) > 1:
            owners[parts[-1]].add(max(sorted(vote), key=lambda type_: vote[type_]))
    for part, types in owners.items():
        if part in votes and types == {"Person"}:
            votes[part]["Person"] += PART


def repeated(words: Words, names: Iterable[Name]) -> Iterator[Name]:
    """Further places of the article's names that were not marked, and of its people's surnames."""
    wanted: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    listed = [name for name in names if name.type in ENTITY_TYPES]
    forms = {(tuple(words.text[name.start : name.end]), name.type) for name in listed}
    forms |= {(form[-1:], type_) for form, type_ in forms if type_ == "Person" and len(form) > 1}
    for form, type_ in sorted(forms, key=lambda item: (-len(item[0]), item)):
        wanted[form[0]].append((form, type_))
    taken = {index for name in listed for index in range(name.start, name.end)}
    for index, text in enumerate(words.text):
        if index in taken or text not in wanted:
            continue
        for form, type_ in wanted[text]:
            if tuple(words.text[index : index + len(form)]) == form and words.tag[index] in {"NNP", "NNPS"}:
                yield Name(index, index + len(form), type_)
                break

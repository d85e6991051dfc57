"""Which names of an article are one thing: same words, acronyms, surnames, shorter and further names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from graph.language import lexicon
from graph.language.acronyms import SMALL, is_acronym
from graph.language.boundaries import OPENING, Name
from graph.language.called import is_called
from graph.language.kinds import defines
from graph.language.words import Words

Key = tuple[str, str]
"""A name's type and normal form."""


def alias_groups(words: Words, names: list[Name]) -> list[list[Name]]:
    """The names of each thing, in order of its first place in the text."""
    by_key: dict[Key, list[Name]] = defaultdict(list)
    for name in names:
        by_key[key_of(words, name)].append(name)
    parent = {key: key for key in by_key}

    def root(key: Key) -> Key:
        while parent[key] != key:
            key = parent[key]
        return key

    for shorter, longer in links(words, names, list(by_key)):
        one, other = root(shorter), root(longer)
        if one != other:
            parent[one] = other
    merged: dict[Key, list[Name]] = defaultdict(list)
    for key, places in by_key.items():
        merged[root(key)].extend(places)
    return sorted((sorted(places, key=lambda n: n.start) for places in merged.values()), key=lambda ns: ns[0].start)


def key_of(words: Words, name: Name) -> Key:
    """The key of a name."""
    return name.type, normal(name.said(words))


def normal(text: str) -> str:
    """The form by which two writings of one name agree.

    >>> normal("The U.S."), normal("ISLAMABAD")
    ('us', 'islamabad')
    """
    return " ".join(part for part in lexicon.fold(text).replace(".", "").split() if part != "the")


def links(words: Words, names: list[Name], keys: list[Key]) -> Iterator[tuple[Key, Key]]:
    """Pairs of keys (shorter, longer) that name one thing."""
    yield from bracketed(words, names)
    yield from further(words, names)
    places: dict[Key, list[int]] = defaultdict(list)
    for name in names:
        places[key_of(words, name)].append(name.start)
    first = {key: starts[0] for key, starts in places.items()}
    for short in keys:
        fitting = [long for long in keys if long != short and long[0] == short[0] and FITS[long[0]](short[1], long[1])]
        longest = maximal(fitting)
        if len(longest) > 1 and short[0] == "Person":
            longest = sorted(longest, key=lambda long: first[long])
            until = range(first[longest[0]], first[longest[1]])
            longest = [long for long in longest[:1] if any(at in until for at in places[short])]
        if len(longest) == 1:
            yield short, longest[0]


def maximal(keys: list[Key]) -> list[Key]:
    """The keys that are no shorter form of another of them."""
    return [key for key in keys if not any(other != key and FITS[key[0]](key[1], other[1]) for other in keys)]


def further(words: Words, names: list[Name]) -> Iterator[tuple[Key, Key]]:
    """Names that the words before them say to be another name of the same thing: "X, also known as Y"."""
    for name, nxt in pairwise(names):
        if name.type == nxt.type and is_called(words, name, nxt):
            yield key_of(words, nxt), key_of(words, name)


def bracketed(words: Words, names: list[Name]) -> Iterator[tuple[Key, Key]]:
    """Acronyms in brackets straight behind the name that they stand for, and names behind their acronym."""
    for name, nxt in pairwise(names):
        if nxt.start - name.end == 1 and words.text[name.end] in OPENING:
            first, second = words.slice(name.start, name.end), words.slice(nxt.start, nxt.end)
            same = name.type == nxt.type == "Organization" and defines(words, name, nxt)
            if same or is_acronym(second, first) or is_acronym(first, second):
                yield key_of(words, nxt), key_of(words, name)


def fits_person(short: str, long: str) -> bool:
    """Whether a person's shorter name is its surname, its first name, or the name without middle parts."""
    one, other = short.split(), long.split()
    if len(one) >= len(other):
        return False
    if len(one) == 1:
        return one[0] in {other[-1], other[0]} or (len(other) > 2 and one[0] == other[-2] and is_fathers(one[0]))
    return (one[0] == other[0] and one[-1] == other[-1]) or one == other[-len(one) :]


def is_fathers(word: str) -> bool:
    """Whether a word before a surname may be a surname too, as in "Luis Chonillo Breilh": no given name or particle."""
    return len(word) > 2 and word not in lexicon.given_names() and word not in lexicon.words("names", "particles")


def fits_place(short: str, long: str) -> bool:
    """Whether both are names of one country, or the shorter leaves out the direction or the country: "the North"."""
    one, other = short.split(), long.split()
    if len(one) == 1 and len(other) == 2 and one[0] in other and other[0] in lexicon.words("names", "directions"):
        return True
    code = lexicon.countries().get(short)
    return (
        short != long
        and code is not None
        and code == lexicon.countries().get(long)
        and (len(short), short) < (len(long), long)
    )


def fits_body(short: str, long: str) -> bool:
    """Whether a body's shorter name is its acronym, or the longer one without the country
    or place before it, or without the word for its kind at its end."""
    one, other = short.split(), long.split()
    if len(one) == 1 and len(other) > 1 and short == "".join(p[0] for p in other if p not in SMALL):
        return True
    if len(one) == len(other) - 1 and other[:-1] == one and not lexicon.is_place(short):
        return other[-1] in lexicon.words("organizations", "omitted")
    if one == other[1:] and other[0] in lexicon.words("names", "storms"):
        return True
    return len(one) >= 2 and len(one) < len(other) and other[-len(one) :] == one


FITS = {
    "Person": fits_person,
    "Place": fits_place,
    **dict.fromkeys(("Organization", "Group", "Event", "Product", "Work", "Law"), fits_body),
}

"""Where a name begins and ends: titles, articles and possessives out, neighbours in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph.language import lexicon
from graph.language.words import Words
from graph.model import ENTITY_TYPES

LONGEST_TITLE = 4
LEADING = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "these", "those"})
MARKS = frozenset("\"'“”‘’`()[]{}<>,;:.!?-–—/*|•…")
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name over tokens `start` to `end` (exclusive), and what its title says."""

    start: int
    end: int
    type: str
    honorific: str | None = None
    gender: str | None = None
    titled: bool = False


def pieces(words: Words, name: Name) -> Iterator[Name]:
    """The name, cut at line ends, and a person's at commas."""
    begin = name.start
    for index in range(name.start, name.end):
        if "\n" in words.text[index] or (name.type == "Person" and words.text[index] in {",", "/"}):
            if index > begin:
                yield replace(name, start=begin, end=index)
            begin = index + 1
    if begin < name.end:
        yield replace(name, start=begin)


def tidied(words: Words, name: Name) -> Name | None:
    """The name without articles, marks, possessive ending and title; None where nothing is left of it."""
    if name.type not in ENTITY_TYPES:
        return name
    start, end = name.start, name.end
    while start < end and (words.lower[start] in LEADING or words.text[start] in MARKS or words.text[start].isspace()):
        start += 1
    while end > start and (
        words.lower[end - 1] in POSSESSIVES or words.text[end - 1] in MARKS or words.text[end - 1].isspace()
    ):
        end -= 1
    if start == end or not any(words.text[index][:1].isupper() for index in range(start, end)):
        return None
    return untitled(words, replace(name, start=start, end=end))


def untitled(words: Words, name: Name) -> Name | None:
    """The name with the titles in and before it recorded and left out."""
    honorific, gender, start = None, None, name.start
    while (length := title_at(words, start, name.end)) and start + length < name.end and name.type != "Place":
        title = words.slice(start, start + length)
        honorific, gender, start = (
            noted(title, honorific, gender)[0],
            noted(title, honorific, gender)[1],
            start + length,
        )
    if start == name.start:
        begin = start
        while length := title_before(words, begin):
            title = words.slice(begin - length, begin)
            honorific, gender = noted(title, honorific, gender)
            begin -= length
        titled = begin < start
    else:
        titled = True
    if titled and start == name.start and name.type == "Place":
        honorific = gender = None
        titled = False
    return replace(name, start=start, honorific=honorific, gender=gender, titled=titled)


def noted(title: str, honorific: str | None, gender: str | None) -> tuple[str | None, str | None]:
    """The honorific and gender with a further title taken in."""
    key = plain(title)
    said = title if key in lexicon.words("titles", "honorifics") else None
    joined = " ".join(filter(None, (said, honorific))) or None
    return joined, gender or lexicon.title_gender(key)


@cache
def plain(title: str) -> str:
    """The title as the data file has it.

    >>> plain("Lt.-Gen.")
    'lt-gen'
    """
    return " ".join(title.lower().replace(".", "").split())


def title_at(words: Words, start: int, end: int) -> int:
    """How many tokens from `start` on are a title (the longest)."""
    for length in range(min(LONGEST_TITLE, end - start), 0, -1):
        if plain(words.slice(start, start + length)) in lexicon.titles():
            return length
    return 0


def title_before(words: Words, end: int) -> int:
    """How many tokens before `end` are a title written with a capital (the longest)."""
    for length in range(min(LONGEST_TITLE, end), 0, -1):
        if words.text[end - length][:1].isupper() and plain(words.slice(end - length, end)) in lexicon.titles():
            return length
    return 0


def added(words: Words, names: list[Name]) -> Iterator[Name]:
    """Names that the model missed: capitals behind an honorific, and words that a gazetteer knows."""
    taken = {index for name in names for index in range(name.start, name.end)}
    index = 0
    while index < len(words):
        end = index
        while end < len(words) and end not in taken and is_capital(words, end):
            end += 1
        if end > index:
            yield from missed(words, index, end)
        index = max(end, index + 1)


def is_capital(words: Words, index: int) -> bool:
    """Whether a token looks like a part of a name."""
    return words.tag[index] in {"NNP", "NNPS"} and words.text[index][:1].isupper()


def missed(words: Words, start: int, end: int) -> Iterator[Name]:
    """The name in a run of capitals that nothing covers, where something shows what it is."""
    name = untitled(words, Name(start, end, "Person"))
    if name and name.titled and name.start < name.end:
        yield name
    elif lexicon.is_place(words.slice(start, end)):
        yield Name(start, end, "Place")
    elif is_organization(words.slice(start, end)):
        yield Name(start, end, "Organization")


@cache
def is_organization(text: str) -> bool:
    """Whether the words of a name make it an organisation by themselves.

    >>> is_organization("Ministry of Interior"), is_organization("Kim Jong-un")
    (True, False)
    """
    parts = text.lower().split()
    if text.lower() in lexicon.words("organizations", "known") and text != "who":
        return text[0].isupper() and (text.lower() != "who" or text == "WHO")
    if len(parts) < 2:
        return False
    head = next((parts[at - 1] for at, part in enumerate(parts) if part in {"of", "for", "to", "on"} and at), parts[-1])
    return head in lexicon.words("organizations", "heads") or parts[-1] in lexicon.words("organizations", "suffixes")

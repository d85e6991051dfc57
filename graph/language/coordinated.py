"""Names that share a word: "Ministries of Finance and Trade", "North and South Korea".

Each becomes a name over its own words in the text, with the whole name that these stand for ("Ministry of Trade").
Where it is not sure how many there are or what each is called, there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from graph.language import lexicon
from graph.language.boundaries import Name, is_capital, is_organization
from graph.language.titles import title_at
from graph.language.words import Words

LONGEST_PART = 4
"""Words of the longest part that one of the names has for itself."""
AND = frozenset({"and", "&"})
BETWEEN = AND | {","}
OWNED = frozenset({"field", "court"})
"""Kinds of names that a country before them belongs to."""
SMALL = BETWEEN | {"of", "the"}
"""Words between two names that share one."""
Stretch = tuple[int, int]


def coordinated(words: Words) -> Iterator[Name]:
    """The names that share a word with others, and those of one body with several fields, in text order."""
    plural, directions = heads(), lexicon.words("names", "directions")
    single = lexicon.words("coordinated", "words", "single")
    for index, word in enumerate(words.lower):
        if word in single:
            yield from one_of_many(words, index)
        elif word in plural:
            starts = list(head_starts(words, index))
            yield from next((found for start in starts if (found := around_head(words, start, index))), ())
        elif word in directions and 0 < index < len(words) - 1 and words.lower[index - 1] in AND:
            yield from directed(words, index)


@cache
def heads() -> dict[str, frozenset[str]]:
    """The heads by their last words: "exchanges" for "stock exchanges", each with the words before it."""
    found: dict[str, set[str]] = {}
    for head in lexicon.knowledge("coordinated")["heads"]:
        *before, last = head.split()
        found.setdefault(last, set()).add(" ".join(before))
    return {last: frozenset(before) for last, before in found.items()}


def head_starts(words: Words, index: int) -> Iterator[int]:
    """Where a head that ends with a token may begin, the longest first."""
    before = heads()[words.lower[index]]
    if index and words.lower[index - 1] in before:
        yield index - 1
    if "" in before:
        yield index


def around_head(words: Words, start: int, index: int) -> list[Name]:
    """The names that share a head over tokens `start` to `index`."""
    return behind_head(words, start, index) or before_head(words, start, index)


def behind_head(words: Words, start: int, index: int) -> list[Name]:
    """The names behind a head and "of": "Ministries of Finance, Justice and Trade"."""
    if index + 2 >= len(words) or words.lower[index + 1] != "of":
        return []
    parts = list(listed(words, index + 2))
    told = known(" ".join(words.lower[start : index + 1]))
    if not are_alike(words, parts, told["of"]):
        return []
    state, whole = state_before(words, start), capitals(told["one"])
    fulls = [f"{state}{whole} of {words.slice(*part)}" for part in parts]
    return named([(start - bool(state), parts[0][1]), *parts[1:]], fulls, told.get("type", "Organization"))


def one_of_many(words: Words, index: int) -> list[Name]:
    """The name of one body with several fields: "Ministry of Health, Ports and Trade"."""
    if index + 2 >= len(words) or words.lower[index + 1] not in {"of", "for"} or not words.text[index][0].isupper():
        return []
    parts = list(listed(words, index + 2))
    if len(parts) < 2 or not all(is_a(words, part, "field") for part in parts):
        return []
    return [Name(index, parts[-1][1], "Organization", "ORG")]


def state_before(words: Words, start: int) -> str:
    """The country or its adjective straight before a token, with a space: whose ministries they all are."""
    state = start > 0 and words.text[start - 1][0].isupper() and is_a(words, (start - 1, start), "state")
    return f"{words.text[start - 1]} " if state else ""


def before_head(words: Words, start: int, index: int) -> list[Name]:
    """The names before a head: "Finance and Trade Ministries"."""
    told = known(" ".join(words.lower[start : index + 1]))
    for kind in told["before"]:
        parts = list(enumerated(words, start, kind))
        if are_alike(words, parts, [kind]):
            one = told["one"] if words.text[start].islower() else capitals(told["one"])
            state = state_before(words, parts[0][0]) if kind in OWNED else ""
            places = [(parts[0][0] - bool(state), parts[0][1]), *parts[1:-1], (parts[-1][0], index + 1)]
            fulls = [f"{state}{words.slice(*part)} {one}" for part in parts]
            return named(places, fulls, told.get("type", "Organization"))
    return []


def directed(words: Words, index: int) -> list[Name]:
    """The places that share a word behind a direction: "North and South Korea"."""
    first, last = index - 2, index + 1
    while first > 1 and words.text[first - 1] == "," and is_direction(words, first - 2):
        first -= 2
    if first < 0 or not is_direction(words, first) or not is_capital(words, last):
        return []
    fulls = [f"{words.text[at]} {words.text[last]}" for at in range(first, last, 2)]
    if words.lower[last] in lexicon.words("coordinated", "words", "whole") or not all(map(lexicon.is_place, fulls)):
        return []
    return named([*((at, at + 1) for at in range(first, index, 2)), (index, last + 1)], fulls, "Place")


def is_direction(words: Words, index: int) -> bool:
    """Whether a token is a direction with a capital."""
    return words.text[index][0].isupper() and words.lower[index] in lexicon.words("names", "directions")


def named(places: Sequence[Stretch], fulls: Sequence[str], type_: str) -> list[Name]:
    """A name of a type for each place with the whole name that it stands for."""
    return [
        Name(start, end, type_, f"shared:{type_}", full=full) for (start, end), full in zip(places, fulls, strict=True)
    ]


def known(head: str) -> dict[str, str]:
    """What the data file says of a plural head."""
    told: dict[str, str] = lexicon.knowledge("coordinated")["heads"][head]
    return told


def capitals(name: str) -> str:
    """The words with a capital each.

    >>> capitals("central bank")
    'Central Bank'
    """
    return " ".join(word.capitalize() for word in name.split())


def groups(words: Words, names: Iterable[Name]) -> Iterator[list[Name]]:
    """The names that share a word, those of one word together."""
    group: list[Name] = []
    for name in names:
        if not name.full:
            continue
        if group and not SMALL.issuperset(words.lower[group[-1].end : name.start]):
            yield group
            group = []
        group.append(name)
    if group:
        yield group


# ── the parts ───────────────────────────────────────────────────────────────────────────────────────────────────
def listed(words: Words, start: int) -> Iterator[Stretch]:
    """The runs of capitals from a token on, up to and with the one behind "and"; none where there is no "and"."""
    at, found, joint = start, [], ""
    while at < len(words) and (run := capital_run(words, at)) > at:
        found.append((at, run))
        if joint in AND or run >= len(words) or words.lower[run] not in BETWEEN:
            break
        joint, at = words.lower[run], run + 1
        if joint == "," and at < len(words) and words.lower[at] in AND:
            joint, at = words.lower[at], at + 1
        at = behind_small(words, at)
    if joint in AND and found[-1][0] == at and not is_followed(words, found[-1][1]):
        yield from found


def is_followed(words: Words, end: int) -> bool:
    """Whether "and" and another capital stand behind the list, so that it is not clear what belongs together."""
    return end + 1 < len(words) and words.lower[end] in AND and words.text[end + 1][0].isupper()


def behind_small(words: Words, at: int) -> int:
    """The token behind "of" and "the": "the Ministries of Health and of the Interior"."""
    while at < len(words) - 1 and words.lower[at] in {"of", "the"}:
        at += 1
    return at


def capital_run(words: Words, start: int) -> int:
    """The end of the capitals from a token on."""
    at = start
    while at < min(len(words), start + LONGEST_PART) and words.text[at][0].isupper() and words.text[at].isalpha():
        at += 1
    return at


def enumerated(words: Words, end: int, kind: str) -> Iterator[Stretch]:
    """The parts of a kind before a token that commas and "and" join, in text order; none where one is of no kind."""
    last = capitals_before(words, end, kind)
    if not last or words.lower[last - 1] not in AND:
        return
    found, at = [(last, end)], last - 1
    while (first := capitals_before(words, at, kind)) is not None:
        found.append((first, at))
        if first < 2 or words.text[first - 1] != ",":
            break
        at = first - 1
    if len(found) > 1:
        yield from reversed(found)


def capitals_before(words: Words, end: int, kind: str) -> int | None:
    """Where the longest run of capitals before a token that is of a kind begins."""
    start = end
    while start and end - start < LONGEST_PART and words.text[start - 1][0].isupper():
        start -= 1
    return next((at for at in range(start, end) if is_a(words, (at, end), kind)), None)


def are_alike(words: Words, parts: Sequence[Stretch], kinds: Sequence[str]) -> bool:
    """Whether several parts are all of one of the kinds, and no two of them may be one name together."""
    if len(parts) < 2 or not any(all(is_a(words, part, kind) for part in parts) for kind in kinds):
        return False
    return len(parts) == 2 or not any(is_pair(words, *both) for both in pairwise(parts))


def is_pair(words: Words, one: Stretch, other: Stretch) -> bool:
    """Whether two parts are often one ministry's: "Trade and Industry"."""
    both = f"{words.slice(*one)} and {words.slice(*other)}".lower()
    return both in lexicon.words("coordinated", "words", "pairs")


def is_a(words: Words, part: Stretch, kind: str) -> bool:
    """Whether the words of a part are of a kind that the data file tells of."""
    text = words.slice(*part)
    folded = lexicon.fold(text)
    if kind == "state":
        return folded in lexicon.nationalities() or folded in lexicon.countries()
    if kind == "place":
        return lexicon.is_place(text) and folded not in lexicon.countries()
    if kind != "name":
        fields = lexicon.words("names", "fields") if kind == "field" else frozenset[str]()
        return folded in fields or folded in lexicon.words("coordinated", "words", kind)
    return all(is_capital(words, at) for at in range(*part)) and not is_other(words, part, text)


def is_other(words: Words, part: Stretch, text: str) -> bool:
    """Whether the words are a title, a people, a country, a time or a body, and so stand for themselves."""
    start, end = part
    folded = lexicon.fold(text)
    first = words.lower[start]
    apart = folded in lexicon.groups() or folded in lexicon.countries() or first in lexicon.time_words()
    return (
        apart or first in lexicon.words("names", "leading") or is_organization(text) or title_at(words, start, end) > 0
    )

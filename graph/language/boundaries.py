"""Where a name begins and ends: titles, articles and possessives out, missed neighbours in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.language import lexicon
from graph.language.titles import plain, title_at, title_before
from graph.language.words import Words
from graph.model import ENTITY_TYPES

OPENING = frozenset({"(", "[", "-LRB-", "-LSB-"})
CLOSING = frozenset({")", "]", "-RRB-", "-RSB-"})
MARKS = frozenset({*"\"'“”‘’`()[]{}<>,;:.!?&-–—/*|•…", "''", "``", "--", "...", "-LRB-", "-RRB-", "-LSB-", "-RSB-"})
DASHES = frozenset({"-", "–", "—", "--"})
SCORE_TOKENS = 3
"""Tokens of a score: "2", "-" and "0"."""
FIGURE = re.compile(r"\d+[.,]\d+")
"""A figure that is part of no name."""
SAINTS = frozenset({"st", "st.", "saint"})
COMMON = frozenset({"NN", "NNS", "JJ", "CD"})
AND = frozenset({"and", "&"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
PROPER = frozenset({"NNP", "NNPS"})
"""Tags of words in names."""
BODILESS = frozenset({"Person", "Place", "Group"})
"""Types whose names hold no commas and no "and"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name over tokens `start` to `end` (exclusive), the title before it, and the gender that the title says.

    `source` is the model's label, "run" for capitals that the model did not mark, or "shared:TYPE" for a name that
    shares a word with others: `full` is then the whole name that the tokens stand for.
    """

    start: int
    end: int
    type: str
    source: str
    honorific: str | None = None
    gender: str | None = None
    titled: bool = False
    full: str | None = None

    def over(self, start: int, end: int) -> Name:
        """The same name over other tokens."""
        if (start, end) == (self.start, self.end):
            return self
        return Name(start, end, self.type, self.source, self.honorific, self.gender, self.titled, self.full)

    def of(self, type_: str) -> Name:
        """The same name with another type."""
        if type_ == self.type:
            return self
        return Name(self.start, self.end, type_, self.source, self.honorific, self.gender, self.titled, self.full)

    def said(self, words: Words) -> str:
        """The name: its words as written, or the whole name that they stand for."""
        return self.full or words.slice(self.start, self.end)


def pieces(words: Words, name: Name) -> Iterator[Name]:
    """The names of a marked stretch: cut at line ends and brackets, at commas and "and", and behind an owner."""
    if name.type not in ENTITY_TYPES:
        yield name
        return
    listed = is_list(words, name)
    begin = name.start
    for index in range(name.start, name.end):
        if is_cut(words, name, index, listed=listed):
            if index > begin:
                yield name.over(begin, index)
            begin = index + 1
        elif index > begin and starts_person(words, index, name.end):
            yield name.over(begin, index).of("Organization")
            begin = index
    if begin < name.end:
        yield name.over(begin, name.end)


def before_people(words: Words, name: Name) -> Iterator[Name]:
    """The names of a stretch, cut where a title and a person's full name begin."""
    begin = name.start
    for index in range(name.start + 1, name.end):
        if starts_person(words, index, name.end):
            yield name.over(begin, index).of("Organization")
            begin = index
    yield name.over(begin, name.end)


def starts_person(words: Words, index: int, end: int) -> bool:
    """Whether a title and a full name of a person begin inside a stretch: "Kwale County | Attorney Dana Freeburg"."""
    if words.lower[index].rstrip(".") not in lexicon.title_starts() or not words.text[index][0].isupper():
        return False
    first = index + title_at(words, index, end)
    if not index < first < end - 1 or is_organization(words.slice(index, end)):
        return False
    return first - index > 1 or is_persons(words, first, end)


def is_list(words: Words, name: Name) -> bool:
    """Whether the stretch is an enumeration of names of one word each ("Tesla, Uber and Snapchat")."""
    inside = words.lower[name.start : name.end]
    return "," in inside and "and" in inside and inside.index(",") == 1 and inside.index("and") == len(inside) - 2


def is_cut(words: Words, name: Name, index: int, *, listed: bool) -> bool:
    """Whether a token separates two names of one stretch."""
    text = words.text[index]
    if "\n" in text or text in OPENING or text in CLOSING or text in {";", "/"}:
        return True
    if text in DASHES and words.start[index] > words.end(index - 1):
        return True
    if words.lower[index] in lexicon.words("names", "separators"):
        return words.lower[name.start] not in {"university", "college"}
    if text == "," or words.lower[index] == "and":
        if name.start < index < name.end - 1 and all(map(is_organization, sides(words, name, index))):
            return True
        whole = lexicon.fold(words.slice(name.start, name.end))
        apart = text == "," and not is_organization(whole) and AND.isdisjoint(words.lower[name.start : name.end])
        return (
            listed
            or apart
            or (name.type in BODILESS and whole not in lexicon.countries() and whole not in lexicon.regions())
        )
    return text in POSSESSIVES and name.start < index < name.end - 1 and is_owner(words.slice(name.start, index))


def sides(words: Words, name: Name, index: int) -> tuple[str, str]:
    """The words of a stretch before and behind a token."""
    return words.slice(name.start, index), words.slice(index + 1, name.end)


@lru_cache(maxsize=10_000)
def is_owner(text: str) -> bool:
    """Whether the words before a possessive ending are a name of their own: "US State Department's Office".

    >>> is_owner("US State Department"), is_owner("People"), is_owner("Pakistan")
    (True, False, True)
    """
    return is_organization(text) or lexicon.is_place(text)


def tidied(words: Words, name: Name) -> Name | None:
    """The name without articles, marks, small words at its edges and titles; None where nothing is left of it."""
    if name.type not in ENTITY_TYPES:
        return name
    start, end = name.start, name.end
    while start < end and is_edge(words, start) and words.lower[start] not in lexicon.words("names", "particles"):
        start += 1
    start = behind_side(words, start, end)
    end = before_figures(words, start, end)
    while end > start and is_edge(words, end - 1) and not is_state_body(words, start, end):
        end -= 1
    whole = end
    while end - start > 1 and is_office_at_end(words, start, end):
        end -= 1
    if start == end or (end < whole and words.slice(start, end).lower() in lexicon.words("names", "fields")):
        return None
    return untitled(words, name.over(start, end))


def before_figures(words: Words, start: int, end: int) -> int:
    """Where a stretch ends before a score or a figure with decimals at its end: "Wihdat | 2-0", "KLM | 26.7"."""
    first, dash, last = words.text[end - SCORE_TOKENS : end] if end - start > SCORE_TOKENS else ("", "", "")
    if dash in DASHES and first.isdigit() and last.isdigit():
        return end - SCORE_TOKENS
    return end - (end - start > 1 and FIGURE.fullmatch(words.text[end - 1]) is not None)


def behind_field(words: Words, start: int, end: int) -> int:
    """Where the name begins behind what a minister is in charge of: "Minister of Water and Irrigation | Raed Masri"."""
    fields = lexicon.portfolios()
    at = start
    while at < end and (words.lower[at] in fields or (at > start and words.lower[at] == "and")):
        at += 1
    first = start
    while first and (words.lower[first - 1] in fields or words.lower[first - 1] in {"and", ",", "the"}):
        first -= 1
    ministers = lexicon.words("names", "ministers")
    held = first > 1 and words.lower[first - 1] in {"of", "for"} and words.lower[first - 2] in ministers
    return at if held and start < at < end else start


def behind_side(words: Words, start: int, end: int) -> int:
    """Where the name begins behind the camp that it is said to belong to: "Pan-democrat | Gary Fan"."""
    if end - start > 3 and words.text[start + 1] == "-" and words.lower[start] in lexicon.words("names", "camps"):
        return start if is_organization(words.slice(start, end)) else start + 3
    if end - start < 3 or is_organization(words.slice(start, end)) or lexicon.is_place(words.slice(start, end)):
        return start
    first, known = words.lower[start], is_persons(words, start + 1, end)
    side = first in lexicon.words("names", "sides")
    people = first in lexicon.nationalities() or first in lexicon.words("names", "people_nouns")
    return start + (side or (people and known))


def is_persons(words: Words, start: int, end: int) -> bool:
    """Whether a stretch begins with a given name or ends with a surname."""
    first, last = lexicon.fold(words.text[start]), lexicon.fold(words.text[end - 1])
    ends = last in lexicon.surnames() and last not in lexicon.words("places", "last")
    return first in lexicon.given_names() or ends


def is_office_at_end(words: Words, start: int, end: int) -> bool:
    """Whether the last word is an office and no surname, or a picture's "Image": "Afghan Ambassador"."""
    last = words.lower[end - 1].rstrip(".")
    if last in lexicon.words("names", "trailing"):
        return True
    if last not in lexicon.words("titles", "offices"):
        return False
    return (
        last not in lexicon.words("titles", "surnames") or lexicon.fold(words.text[start]) not in lexicon.given_names()
    )


def is_edge(words: Words, index: int) -> bool:
    """Whether a token cannot be the first or last of a name."""
    text = words.text[index]
    if (
        text in MARKS
        or text in POSSESSIVES
        or text.isspace()
        or words.lower[index] in lexicon.words("names", "leading")
    ):
        return True
    return text.islower() and not is_glued(words, index)


def is_glued(words: Words, index: int) -> bool:
    """Whether a token hangs by a hyphen on a capital: the "un" of "Jong-un", not the "based" of "Seoul-based"."""
    return (
        index > 1
        and words.text[index - 1] == "-"
        and words.start[index] == words.end(index - 2) + 1
        and words.text[index - 2][0].isupper()
        and words.lower[index] not in lexicon.words("names", "hyphened")
        and not words.tag[index].startswith(("VB", "JJ", "RB", "IN"))
    )


def is_state_body(words: Words, start: int, end: int) -> bool:
    """Whether the tokens are a state's body: "Pakistani government"."""
    if words.lower[end - 1] not in lexicon.words("organizations", "state_bodies") or end - start not in {2, 3}:
        return False
    state = words.slice(start, end - 1).lower()
    return state in lexicon.nationalities() or state in lexicon.countries()


def untitled(words: Words, name: Name) -> Name | None:
    """The name with the titles in it and before it noted and left out; None where it is a title alone."""
    name = name.over(behind_field(words, name.start, name.end), name.end)
    start, found = name.start, []
    if any(start >= back and title_at(words, start - back, name.end) == back + name.end - start for back in (1, 2)):
        return None
    if not keeps_title(words, name):
        start -= next((back for back in (1, 2) if title_over(words, start, back, name.end)), 0)
        while start < name.end and (length := title_at(words, start, name.end)):
            if start + length < name.end and not may_begin(words, start + length):
                break
            found.append(words.slice(start, start + length))
            start += length
    if start == name.end:
        return name if name.source != "run" and lexicon.is_place(words.slice(name.start, name.end)) else None
    begin = min(start, name.start)
    while length := title_before(words, begin):
        found.insert(0, words.slice(begin - length, begin))
        begin -= length
    if not found:
        return name
    honorifics = [title for title in found if plain(title) in lexicon.words("titles", "honorifics")]
    gender = next((said for title in found if (said := lexicon.title_gender(plain(title)))), None)
    return replace(name, start=start, honorific=" ".join(honorifics) or None, gender=gender, titled=True)


def title_over(words: Words, start: int, back: int, end: int) -> bool:
    """Whether a title reaches over the beginning of a name: "Datuk | Seri Saifuddin"."""
    return start >= back and words.text[start - back][0].isupper() and title_at(words, start - back, end) > back


def may_begin(words: Words, index: int) -> bool:
    """Whether a name may begin with a token: a capital or a particle."""
    return not words.text[index].islower() or words.lower[index] in lexicon.words("names", "particles")


def keeps_title(words: Words, name: Name) -> bool:
    """Whether a word like a title belongs to the name: "Prince Edward Island", "St. Louis", "Justice Department"."""
    text = words.slice(name.start, name.end)
    last = words.lower[name.end - 1]
    rest = name.end - (name.end - name.start > 2 and last in lexicon.words("names", "directions"))
    saint = words.lower[name.start] in SAINTS and lexicon.is_settled(words.slice(name.start, rest))
    known = text.lower() in lexicon.nationalities() or lexicon.is_place(text) or saint or is_organization(text)
    return known or last in lexicon.words("places", "last")


def is_free(words: Words, index: int, taken: set[int]) -> bool:
    """Whether a token is a capital that no name covers and that begins nothing of its own."""
    return (
        index not in taken
        and (is_capital(words, index) or is_letters(words, index))
        and words.lower[index] not in lexicon.groups()
        and (words.lower[index] not in lexicon.time_words() or is_month_name(words, index))
    )


def is_month_name(words: Words, index: int) -> bool:
    """Whether a word for a month is somebody's given name: "met Jan Novak", not "in Jan Novak"."""
    if words.lower[index] not in lexicon.given_names() or index + 1 == len(words):
        return False
    after = words.lower[index + 1]
    dated = index > 0 and words.lower[index - 1] in lexicon.words("names", "dated")
    known = lexicon.fold(after) in lexicon.surnames() and not lexicon.is_place(after)
    return known and words.text[index + 1][0].isupper() and not dated


def is_capital(words: Words, index: int) -> bool:
    """Whether a token looks like a part of a name."""
    return words.tag[index] in PROPER and words.text[index][0].isupper()


def runs(words: Words, taken: set[int]) -> Iterator[Name]:
    """Runs of capitals that no name covers."""
    start = end = -1
    for index, tag in enumerate(words.tag):
        if tag not in PROPER and not is_letters(words, index):
            continue
        if not is_free(words, index, taken):
            continue
        if index != end:
            if start < end:
                yield Name(start, end, "Person", "run")
            start = index
        end = index + 1
    if start < end:
        yield Name(start, end, "Person", "run")


def is_letters(words: Words, index: int) -> bool:
    """Whether a token that the tagger takes for a common noun is the letters of a body: "TDP"."""
    text = words.text[index]
    if not (text.isupper() and words.tag[index] in COMMON and len(text) > 1 and text.isalpha()):
        return False
    return words.sentence[index] not in words.shouted and text.lower() in lexicon.words("organizations", "known")


@lru_cache(maxsize=50_000)
def is_organization(text: str) -> bool:
    """Whether the words of a name make it an organisation by themselves.

    >>> is_organization("Ministry of Interior"), is_organization("Kim Jong-un")
    (True, False)
    """
    lower = text.lower()
    parts = lower.split()
    if lower in lexicon.words("organizations", "known"):
        return text[0].isupper() and (len(text) > 3 or text.isupper())
    if len(parts) < 2:
        return False
    head = next((parts[at - 1] for at, part in enumerate(parts) if part in {"of", "for", "to", "on"} and at), parts[-1])
    return head in lexicon.words("organizations", "heads") or parts[-1] in lexicon.words("organizations", "suffixes")

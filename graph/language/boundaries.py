"""Where a name begins and ends: titles, articles and possessives out, missed neighbours in."""

from __future__ import annotations

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
COMMON = frozenset({"NN", "NNS", "JJ", "CD"})
AND = frozenset({"and", "&"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
CONNECTED = frozenset({"compound", "nmod", "amod", "poss"})
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


def starts_person(words: Words, index: int, end: int) -> bool:
    """Whether a title and a full name of a person begin inside a stretch: "Kwale County | Attorney Dana Freeburg"."""
    if words.lower[index].rstrip(".") not in lexicon.title_starts() or not words.text[index][0].isupper():
        return False
    first = index + title_at(words, index, end)
    if not index < first < end - 1 or is_organization(words.slice(index, end)):
        return False
    return (
        lexicon.fold(words.text[first]) in lexicon.given_names()
        or lexicon.fold(words.text[end - 1]) in lexicon.surnames()
    )


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
    while end > start and is_edge(words, end - 1) and not is_state_body(words, start, end):
        end -= 1
    whole = end
    while end - start > 1 and is_office_at_end(words, start, end):
        end -= 1
    if start == end or (end < whole and words.slice(start, end).lower() in lexicon.words("names", "fields")):
        return None
    return untitled(words, name.over(start, end))


def behind_side(words: Words, start: int, end: int) -> int:
    """Where the name begins behind the camp that it is said to belong to: "Pan-democrat | Gary Fan"."""
    if end - start > 3 and words.text[start + 1] == "-" and words.lower[start] in lexicon.words("names", "camps"):
        return start + 3
    return start + 1 if end - start > 2 and words.lower[start] in lexicon.words("names", "sides") else start


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
    known = text.lower() in lexicon.nationalities() or lexicon.is_place(text) or is_organization(text)
    return known or last in lexicon.words("places", "last")


def widened(words: Words, name: Name, taken: set[int]) -> Name:
    """The name with what the model left out beside it: first names, numbers, "von der X", "of X" behind a head."""
    if name.type not in ENTITY_TYPES or name.full:
        return name
    start, end = name.start, name.end
    while start and is_free(words, start - 1, taken) and belongs_before(words, start - 1, name):
        start -= 1
    if start != name.start and title_at(words, start, end):
        start = name.start
    while (further := extended(words, name, end, taken)) > end:
        end = further
    if start == name.start:
        start = with_directions(words, start)
    if end < len(words) and is_state_body(words, start, end + 1):
        return name.over(start, end + 1).of("Organization")
    return name.over(start, completed(words, start, end))


def extended(words: Words, name: Name, end: int, taken: set[int]) -> int:
    """The end of a name with the next piece that belongs to it, or the end as it is."""
    if end >= len(words) or end in taken:
        return end
    if end + 1 < len(words) and words.text[end] == "-" and is_glued(words, end + 1):
        return end + 2
    if words.text[end] in lexicon.words("names", "numerals") and words.text[end - 1][0].isupper():
        return end + 1
    if is_free(words, end, taken) and belongs_behind(words, name, end):
        return end + 1
    if name.type == "Person" or name.titled:
        return behind_particles(words, end)
    return end


def behind_particles(words: Words, end: int) -> int:
    """The end of a surname behind particles: "Ursula | von der Leyen"."""
    at = end
    while at < len(words) and words.text[at] in lexicon.words("names", "particles"):
        at += 1
    return at + 1 if end < at < len(words) and is_capital(words, at) else end


def is_free(words: Words, index: int, taken: set[int]) -> bool:
    """Whether a token is a capital that no name covers and that begins nothing of its own."""
    return (
        index not in taken
        and (is_capital(words, index) or is_letters(words, index))
        and words.lower[index] not in lexicon.groups()
        and words.lower[index] not in lexicon.time_words()
    )


def belongs_before(words: Words, index: int, name: Name) -> bool:
    """Whether a capital before a name is a part of it: by the parse; before a person's full name, a given name."""
    if name.titled or words.dep[index] not in CONNECTED or not name.start <= words.head[index] < name.end:
        return False
    whole = name.end - name.start > 1 and name.type in BODILESS
    return not whole or (name.type == "Person" and lexicon.fold(words.text[index]) in lexicon.given_names())


def belongs_behind(words: Words, name: Name, index: int) -> bool:
    """Whether a capital straight behind a name is its last part: by the parse, or behind a first name."""
    if words.lower[index] in lexicon.words("titles", "offices") or (
        title_before(words, index + 1) and opens(words, index)
    ):
        return False
    if words.dep[index - 1] == "compound" and words.head[index - 1] == index:
        return True
    if name.type != "Person" and words.lower[index] in lexicon.words("organizations", "heads"):
        return True
    alone = name.end - name.start == 1 and (name.type == "Person" or name.titled)
    return alone and index == name.end and not title_at(words, index, min(index + 3, len(words)))


def opens(words: Words, index: int) -> bool:
    """Whether a title stands before a further capital, and so belongs to the next name."""
    return index + 1 < len(words) and is_capital(words, index + 1)


def with_directions(words: Words, start: int) -> int:
    """The start of a region with the direction coordinated before it: "West and | Central Asia"."""
    directions = lexicon.words("names", "directions")
    if start > 1 and words.lower[start] in directions and words.lower[start - 1] == "and":
        return start - 2 if words.lower[start - 2] in directions else start
    return start


def completed(words: Words, start: int, end: int) -> int:
    """The end of the name with "of X" where its last word asks for it: "Kingdom of France"."""
    if words.lower[end - 1] not in lexicon.words("organizations", "completed") or end + 1 >= len(words):
        return end
    if words.lower[end] not in {"of", "for"}:
        return end
    at = end + 1 + (words.lower[end + 1] == "the")
    last = at
    while last < len(words) and is_capital(words, last) and words.lower[last] not in lexicon.time_words():
        last += 1
    return last if last > at else end


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

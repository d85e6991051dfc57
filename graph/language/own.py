"""Clues to what a name names from its own words, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.language import lexicon
from graph.language.boundaries import is_organization
from graph.language.evidence import has

LEAST_ENDED = 6
"""Letters of the shortest word whose ending speaks."""

MONEY = re.compile(
    r"(?:Rs|RM|JD|Ksh|Kshs|Sh|Shs|Tsh|Ush|GHS?|K|N|P|R|M|Le|Birr|D|US|A|NZ|HK|S|C)\.?\$?\d[\d,.]*\d(?:bn|m|mn|k)?"
)
"""A sum with its currency straight before it: "Shs5,000"."""
ADHERENTS = ("ist", "ists")
"""Endings of words for those who follow something: "Scientologist"."""

SPEAKING = ("org:", "place:", "group", "nation", "ship", "storm", "event_heads", "law_heads", "work_heads", "none:")
"""Clues of a name that its words make no person's; a name of several words that has one is "spoken"."""


@lru_cache(maxsize=50_000)
def own_clues(text: str) -> tuple[str, ...]:
    """What a name's own words show, wherever it stands.

    >>> own_clues("Ministry of Interior")
    ('words:many', 'org:head', 'spoken')
    """
    found = tuple(_own_clues(text))
    size = len(text.split())
    if not any(clue.startswith(SPEAKING) for clue in found):
        return (*found, f"plain:{min(size, 3)}")
    return (*found, "spoken") if size > 1 and not any(clue.startswith("none:") for clue in found) else found


def _own_clues(text: str) -> Iterator[str]:
    parts = text.split()
    folded, last = lexicon.fold(text), parts[-1].lower()
    yield shape(parts)
    yield from body_clues(text, parts)
    yield from gazetteer_clues(parts, folded)
    if has("ships", parts[0].lower()) and len(parts) > 1:
        yield "ship"
    if has("storms", parts[0].lower()) and len(parts) == 2:
        yield "storm"
    for section in ("event_heads", "law_heads", "work_heads"):
        if has(section, last):
            yield section
    yield from person_clues(parts)
    yield from world_clues(parts)
    plain = text.replace(".", "") if text.isupper() else text
    if plain.lower() in lexicon.words("organizations", "known"):
        yield "org:known"
    if len(parts) == 2 and has("stages", parts[0].lower()) and (len(parts[1]) == 1 or parts[1].isdigit()):
        yield "none:stage"
    if MONEY.fullmatch(text):
        yield "none:money"
    if folded in lexicon.words("names", "no_names"):
        yield "none:word"
    if folded in lexicon.words("names", "bare_heads") or folded in lexicon.words("names", "fields"):
        yield "none:bare"


def body_clues(text: str, parts: list[str]) -> Iterator[str]:
    """What shows a body or a people."""
    last = parts[-1].lower()
    if is_organization(text):
        yield "org:head"
    if last in lexicon.words("organizations", "state_bodies") and len(parts) > 1:
        yield "org:state"
    if lexicon.fold(text) in lexicon.nationalities():
        yield "nation"
    elif lexicon.fold(text) in lexicon.groups() or (last in lexicon.groups() and len(parts) > 1):
        yield "group"


def gazetteer_clues(parts: list[str], folded: str) -> Iterator[str]:
    """What shows a place: a gazetteer, a word for a kind of place, an ending."""
    if folded in lexicon.countries():
        yield "place:country"
    elif folded in lexicon.regions() or directed(parts):
        yield "place:region"
    elif folded in lexicon.capitals():
        yield "place:capital"
    elif folded in lexicon.cities():
        yield "place:only" if is_unknown(folded) else "place:city"
    elif lexicon.is_settled(folded):
        yield "place:town" if is_unknown(folded) else "place:city"
    elif parts[-1].lower() in lexicon.words("places", "last") or parts[0].lower() in lexicon.words("places", "first"):
        yield "place:word"
    if len(parts) == 1 and len(folded) > 6 and folded.endswith(tuple(lexicon.words("names", "place_endings"))):
        yield "place:ending"


@lru_cache(maxsize=20_000)
def is_unknown(word: str) -> bool:
    """Whether a word is in no list of given names and surnames.

    >>> is_unknown("Tesco"), is_unknown("Maria")
    (True, False)
    """
    folded = lexicon.fold(word)
    return folded not in lexicon.given_names() and folded not in lexicon.surnames()


def directed(parts: list[str]) -> bool:
    """Whether the words are a known place behind directions: "West and Central Asia"."""
    rest = list(parts)
    while len(rest) > 1 and (has("directions", rest[0].lower()) or rest[0] == "and"):
        rest.pop(0)
    return len(rest) < len(parts) and lexicon.is_place(" ".join(rest))


def shape(parts: list[str]) -> str:
    """How many words a name has, and whether one is an acronym."""
    if len(parts) > 1:
        return "words:two" if len(parts) == 2 else "words:many"
    word = parts[0].replace(".", "")
    if any(letter.isdigit() for letter in word):
        return "words:digits"
    if word.isupper() and 2 <= len(word) <= 8:
        return "words:acronym"
    return "words:mixed" if not word[1:].islower() and word.isalnum() else "words:one"


def person_clues(parts: list[str]) -> Iterator[str]:
    """What shows a person's name: a given name, a surname, an initial, a particle, a number."""
    first, last = lexicon.fold(parts[0]), lexicon.fold(parts[-1])
    single = "single" if len(parts) == 1 else "first"
    if first in lexicon.given_names():
        yield f"given:{single}"
    if last in lexicon.surnames():
        yield "surname:" + ("single" if len(parts) == 1 else "last")
    if len(parts) > 1:
        if any(len(part.rstrip(".")) == 1 and part[0].isupper() for part in parts[:-1]):
            yield "initial"
        if any(part.islower() and has("particles", part) for part in parts[1:-1]):
            yield "particle:inner"
        elif has("particles", first) or last.startswith(("al-", "el-")):
            yield "particle"
        if is_hyphened_given(parts[-1]):
            yield "given:hyphened"
        if any(has("fathers", part.lower()) for part in parts):
            yield "father"
        if has("numerals", parts[-1]) or last.rstrip(".") in lexicon.words("titles", "suffixes"):
            yield "numbered"


def world_clues(parts: list[str]) -> Iterator[str]:
    """What words of the world's languages at a name's edges show, and the ending of one word."""
    first, last = lexicon.fold(parts[0]), lexicon.fold(parts[-1])
    if len(parts) == 1:
        if last in lexicon.words("world", "figures") and not lexicon.is_place(last):
            yield "figure"
        elif last in lexicon.words("world", "team_last"):
            yield "tail:single"
        elif len(last) > LEAST_ENDED and last.endswith(ADHERENTS) and is_unknown(last):
            yield "ending:group"
        elif len(last) >= LEAST_ENDED and last.endswith(tuple(lexicon.words("world", "body_endings"))):
            yield "ending:body"
        return
    for kind in ("team", "body", "place"):
        if first in lexicon.words("world", f"{kind}_first"):
            yield f"lead:{kind}"
        if last in lexicon.words("world", f"{kind}_last"):
            yield f"tail:{kind}"


def is_hyphened_given(word: str) -> bool:
    """Whether the word is a given name in two halves: "Jong-un", "Yeung-tat".

    >>> is_hyphened_given("Yeung-tat"), is_hyphened_given("Saint-Gaudens")
    (True, False)
    """
    first, hyphen, last = word.partition("-")
    return bool(hyphen) and first[:1].isupper() and last.islower()

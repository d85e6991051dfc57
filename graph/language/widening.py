"""Names with what the model left out beside them: first names, numbers, particles, "of X"."""

from __future__ import annotations

from graph.language import lexicon
from graph.language.boundaries import BODILESS, PROPER, Name, is_capital, is_free, is_glued, is_state_body, untitled
from graph.language.titles import title_at, title_before
from graph.language.words import Words
from graph.model import ENTITY_TYPES

CONNECTED = frozenset({"compound", "nmod", "amod", "poss"})
"""How a part of a name hangs on it."""
DAYS = frozenset({"saturday", "sunday"})
"""Days in newspapers' names."""


def retitled(words: Words, name: Name, taken: set[int]) -> Name:
    """The name with what the model left out beside it, and with the title before that noted."""
    wide = widened(words, name, taken)
    return (untitled(words, wide) or wide) if wide.start < name.start else wide


def widened(words: Words, name: Name, taken: set[int]) -> Name:
    """The name with what the model left out beside it: first names, numbers, "von der X", "of X" behind a head."""
    if name.type not in ENTITY_TYPES or name.full:
        return name
    start, end = name.start, name.end
    while start and is_free(words, start - 1, taken) and belongs_before(words, start - 1, name):
        if title_before(words, start):
            break
        start -= 1
    if start != name.start and title_at(words, start, end):
        start = name.start
    while (further := extended(words, name, end, taken)) > end:
        end = further
    if start == name.start:
        start = with_nation(words, start, end)
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


def belongs_before(words: Words, index: int, name: Name) -> bool:
    """Whether a capital before a name is a part of it: by the parse; before a person's full name, a given name."""
    if index == name.start - 1 and title_before(words, index) and name.type in BODILESS:
        return True
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


def with_nation(words: Words, start: int, end: int) -> int:
    """The start of a body's name or a town's with the nationality or the day before it: "Nepali | Congress"."""
    if start and words.lower[start - 1] in DAYS and words.lower[end - 1] in lexicon.words("names", "papers"):
        return start - 1
    if not start or words.lower[start - 1] not in lexicon.nationalities() or not words.text[start - 1].istitle():
        return start
    lone = end - start == 1 and words.lower[start] in lexicon.words("places", "last")
    party = end - start == 1 and words.lower[start] in lexicon.words("organizations", "heads")
    return start - (lone or (party and words.tag[start] in PROPER))


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

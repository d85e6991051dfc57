"""What a name names: one decision for each name and article, by weighed clues from all its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, starmap

from graph.language import lexicon, morphology
from graph.language.acronyms import is_acronym
from graph.language.boundaries import CLOSING, OPENING, Name, is_organization
from graph.language.called import is_called
from graph.language.clues import in_dictionary, is_common, place_clues
from graph.language.evidence import described_clues
from graph.language.own import is_unknown, own_clues
from graph.language.words import Words
from graph.model import ENTITY_TYPES

NONE = "None"
"""No person, organisation or place; one of OTHERS, or no name after all."""

TYPES = ("Person", "Organization", "Place", NONE)
FIRM, BRAND, STORM = "firm", "brand", "storm"
"""What longer names may be to a part of theirs, beside the types."""

LENT = {
    "Person": "part:person",
    "Organization": "part:body",
    BRAND: "part:body",
    FIRM: "part:firm",
    STORM: "part:storm",
}
"""The clue that each lends to it."""

SURE = 2.0
"""How much more must speak for a person than for anything else, for a name to speak for the longer one."""

LONG_ACRONYM = 8
"""Capitals beyond this length are a word in capitals."""

LEAST_SENTENCES = 4
"""Sentences of a text that names its people in full before it calls them by one name."""

ACRONYM, ENUMERATED = 3.0, 0.8
"""How strongly a name speaks for its acronym or further name, and for names enumerated with it."""

OTHERS = {
    "nation": "Group",
    "group": "Group",
    "ending:group": "Group",
    "event_heads": "Event",
    "storm": "Event",
    "none:stage": "Event",
    "law_heads": "Law",
    "work_heads": "Work",
    "ship": "Product",
    "apposed:ship": "Product",
    "set:ship": "Product",
    "beside:ship": "Product",
    "model:NORP": "Group",
    "model:EVENT": "Event",
    "model:LAW": "Law",
    "model:WORK_OF_ART": "Work",
    "model:PRODUCT": "Product",
}
"""What the first of these clues makes of a name that is none of the three."""


@cache
def weights() -> dict[str, dict[str, float]]:
    """What every clue speaks for, and how strongly."""
    table: dict[str, dict[str, float]] = lexicon.knowledge("weights")
    return table


def decide(words: Words, names: Iterable[Name]) -> list[Name]:
    """The names with the type that the whole article gives them; what is none is left out."""
    listed = list(names)
    entities = [name for name in listed if name.type in ENTITY_TYPES]
    places: dict[str, list[Name]] = defaultdict(list)
    for name in entities:
        places[key_of(words, name)].append(name)
    shown = company(words, places)
    scores = {key: scored(words, key, group, shown.get(key)) for key, group in places.items()}
    lend_to_neighbours(words, entities, scores)
    lend_to_parts(scores)
    best = {key: kind_of(words, key, places[key], score) for key, score in scores.items()}
    best |= {key: "Event" for key, kind in best.items() if kind == NONE and is_storm(key, scores)}
    typed = [name.of(best[key_of(words, name)]) if name.type in ENTITY_TYPES else name for name in listed]
    return [name for name in typed if name.type != NONE]


def is_storm(text: str, names: Iterable[str]) -> bool:
    """Whether a word is what a longer name calls a storm: the "Nadine" of "Hurricane Nadine"."""
    storms = lexicon.words("names", "storms")
    return any(name.split()[0].lower() in storms and name.split()[1:] == [text] for name in names)


def strongest(score: dict[str, float]) -> str:
    """The type that most speaks for."""
    return max(sorted(score), key=lambda type_: score[type_])


def kind_of(words: Words, text: str, names: list[Name], score: dict[str, float]) -> str:
    """The type of a name by its scores, or NONE."""
    best = strongest(score)
    if best != NONE:
        return best
    around = (clue for name in names for clue in described_clues(words, name))
    seen = {*own_clues(text), *around, *(f"model:{name.source}" for name in names)}
    return next((type_ for clue, type_ in OTHERS.items() if clue in seen), NONE)


def key_of(words: Words, name: Name) -> str:
    """The words of a name by which its places in the article are held together."""
    text = " ".join(name.said(words).split())
    if text.isupper() and is_loud(words, text, name):
        return text.title()
    return text


def is_loud(words: Words, text: str, name: Name) -> bool:
    """Whether a name in capitals is an ordinary word or name in capitals, and no acronym."""
    if text.title() in words.seen or len(text) > LONG_ACRONYM:
        return True
    return len(text) > 5 and (words.sentence[name.start] in words.shouted or lexicon.is_place(text))


def company(words: Words, places: Mapping[str, Sequence[Name]]) -> dict[str, str]:
    """What the other names of a whole article show of each: whether one word is part of a longer name or stands alone,
    and whether a longer name is shortened to its last word; empty for a few sentences."""
    if not len(words) or words.sentence[-1] < LEAST_SENTENCES - 1:
        return {}
    longer = [key.split() for key in places if " " in key]
    lasts, firsts = {parts[-1] for parts in longer}, {parts[0] for parts in longer}
    shown = {}
    for key, names in places.items():
        if " " in key:
            shortened = key.split()[-1] in places
            shown[key] = "shortened" if shortened else "whole:repeated" if len(names) > 1 else "whole"
        elif key not in lasts and key not in firsts and not any(name.titled for name in names):
            shown[key] = f"alone:{sort_of(words, key)}"
    return shown


def sort_of(words: Words, word: str) -> str:
    """Whether a word is a people's, nothing but a common word, in a list of people's names, or unknown."""
    if lexicon.fold(word) in lexicon.groups():
        return "group"
    if is_common(words, word) or in_dictionary(words, word):
        return "common"
    return "unknown" if is_unknown(word) else "known"


def scored(words: Words, text: str, names: list[Name], shown: str | None) -> dict[str, float]:
    """How much speaks for each type of a name: its own words and company once, its places together by their root."""
    score: dict[str, float] = defaultdict(float)
    for clue in ("bias", *own_clues(text), *filter(None, [shown])):
        add(score, clue, 1.0)
    share = len(names) ** -0.5
    for name in names:
        for clue in clues(words, name, shown):
            add(score, clue, share)
    return score


def clues(words: Words, name: Name, shown: str | None) -> Iterator[str]:
    """The clues of one place of a name: what the model takes it for, and what stands around it."""
    many = "many" if name.end - name.start > 1 else "one"
    yield f"model:{name.source}"
    yield f"model:{name.source}:{many}"
    if many == "one" and is_unknown(words.text[name.start]):
        yield f"unknown:{name.source}"
    if words.sentence[name.start] in words.shouted:
        yield f"shouted:{many}"
    if shown != "alone:group":
        yield f"{shown}:{name.source}" if shown else "few"
    yield from place_clues(words, name)


def add(score: dict[str, float], clue: str, share: float) -> None:
    """Adds a clue's weights to a score."""
    for type_, weight in weights().get(clue, {}).items():
        score[type_] += weight * share


def lend_to_parts(scores: dict[str, dict[str, float]]) -> None:
    """Lets a longer name speak for its first and last word, where only people have it, or only bodies and no list; and
    the last word for the longer name, where it is surely a person's."""
    owners: dict[str, set[str]] = defaultdict(set)
    for text, score in scores.items():
        parts = text.split()
        if len(parts) > 1:
            kind = owner_kind(parts, score)
            if len(parts) == 2 and kind == "Organization" and is_sure(scores.get(parts[1])):
                add(score, "last:person", 1.0)
                kind = strongest(score)
            owners[parts[-1]].add(kind)
            owners[parts[0]].add(kind)
            if kind == "Person" and len(parts) > 2:
                owners[parts[-2]].add(kind)
    for part, types in owners.items():
        if part in scores and len(types) == 1 and (clue := lent(part, *types)):
            add(scores[part], clue, 1.0)


def owner_kind(parts: list[str], score: dict[str, float]) -> str:
    """What a longer name is to its parts: its type, or a firm by its last word, or a storm by its first."""
    if parts[0].lower() in lexicon.words("names", "storms"):
        return STORM
    kind = strongest(score)
    if kind != "Organization":
        return kind
    if parts[-1].lower() in lexicon.words("organizations", "suffixes"):
        return FIRM
    return BRAND if len(parts) == 2 and parts[-1].lower() in lexicon.words("organizations", "omitted") else kind


def lent(part: str, owner: str) -> str | None:
    """The clue that a longer name of a kind lends to a part of it."""
    if owner in {"Organization", FIRM} and not is_short(part):
        return None
    if owner == BRAND and not is_short(part) and (lexicon.is_place(part) or not is_unknown(part)):
        return None
    return LENT.get(owner)


def is_sure(score: dict[str, float] | None) -> bool:
    """Whether much more speaks for a person than for anything else."""
    return score is not None and all(score["Person"] - score[type_] > SURE for type_ in TYPES if type_ != "Person")


def is_short(word: str) -> bool:
    """Whether a word of a body's name may stand for it: a word for a kind of body, or one that no list has."""
    if word.lower() in lexicon.words("names", "bare_heads"):
        return True
    return is_unknown(word) and not lexicon.is_settled(word) and lexicon.fold(word) not in lexicon.groups()


def lend_to_neighbours(words: Words, names: list[Name], scores: dict[str, dict[str, float]]) -> None:
    """Lets a name speak for its acronym in brackets, for what it is also called, and for names enumerated with it."""
    at = {index: name for name in names for index in range(name.start, name.end)}
    for name in names:
        behind = at.get(name.end + 1)
        if behind and words.text[name.end] in OPENING and defines(words, name, behind):
            lend(scores, key_of(words, name), key_of(words, behind), ACRONYM)
        last = name.end - 1
        first = at.get(words.head[last])
        if words.dep[last] == "conj" and first and first.start != name.start:
            lend(scores, key_of(words, first), key_of(words, name), ENUMERATED)
    for name, further in pairwise(names):
        if is_called(words, name, further, certain=True):
            lend(scores, key_of(words, name), key_of(words, further), ACRONYM)


def defines(words: Words, name: Name, acronym: Name) -> bool:
    """Whether a name in brackets is the acronym of the one before it: by its letters, or a body's in another tongue."""
    short, long = words.slice(acronym.start, acronym.end), words.slice(name.start, name.end)
    if is_acronym(short, long):
        return True
    closed = acronym.end < len(words) and words.text[acronym.end] in CLOSING
    return closed and short.isupper() and short.isalpha() and 2 <= len(short) <= LONG_ACRONYM and is_organization(long)


def lend(scores: dict[str, dict[str, float]], giver: str, taker: str, weight: float) -> None:
    """Adds the giver's type to the taker's score."""
    kind = strongest(scores[giver])
    if kind != NONE and giver != taker:
        scores[taker][kind] += weight


def repeated(words: Words, names: Iterable[Name]) -> Iterator[Name]:
    """All places of the article's names, of its people's surnames, and of the same words in capitals."""
    wanted = forms(words, names)
    for index, text in enumerate(words.text):
        if not text[0].isupper():
            continue
        for form, type_ in wanted.get(text.casefold(), ()):
            end = index + len(form)
            if all(starmap(is_same, zip(words.text[index:end], form, strict=False))) and is_plain(words, index, form):
                yield Name(index, end, type_, "repeated")
                break


Form = tuple[str, ...]


def forms(words: Words, names: Iterable[Name]) -> dict[str, list[tuple[Form, str]]]:
    """The words of the article's names with their types, longest first, by their first word without case."""
    listed = [name for name in names if name.type in ENTITY_TYPES and name.type != "Group" and not name.full]
    known = {(tuple(words.text[name.start : name.end]), name.type) for name in listed}
    known |= {(form[-1:], type_) for form, type_ in known if type_ == "Person" and len(form) > 1}
    known |= {(form[-1:], type_) for form, type_ in known if type_ == "Organization" and is_team(form)}
    wanted: dict[str, list[tuple[Form, str]]] = defaultdict(list)
    for form, type_ in sorted(known, key=lambda item: (-len(item[0]), item)):
        wanted[form[0].casefold()].append((form, type_))
    return wanted


def is_team(form: Form) -> bool:
    """Whether the words are a team's that may be called by the last of them: "Kerala Blasters"."""
    return len(form) > 1 and form[-1].casefold() in lexicon.words("world", "team_last") and form[-1].endswith("s")


def is_same(text: str, word: str) -> bool:
    """Whether a token is the word of a name, as written or in capitals.

    >>> is_same("GARISSA", "Garissa"), is_same("May", "MAY")
    (True, False)
    """
    return text == word or (text.isupper() and len(text) > 1 and text.casefold() == word.casefold())


def is_plain(words: Words, index: int, form: Form) -> bool:
    """Whether a place of a name is surely one: several words, a name to the tagger, a capital inside a
    sentence, or at its beginning a word that is nothing else."""
    if len(form) > 1:
        return index + len(form) <= len(words)
    if words.tag[index] in {"NNP", "NNPS"}:
        return True
    inside = index > 0 and words.sentence[index] == words.sentence[index - 1] and words.text[index - 1].islower()
    if inside:
        return words.sentence[index] not in words.shouted
    alone = words.lower[index] not in words.seen and not morphology.is_noun(words.doc.vocab, words.lower[index])
    return alone and words.text[index].istitle()

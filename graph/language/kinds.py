"""What a name names: one decision for each name and article, by weighed clues from all its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise, starmap

from graph.language import lexicon, morphology
from graph.language.acronyms import is_acronym
from graph.language.boundaries import CLOSING, OPENING, Name, is_organization
from graph.language.called import is_called
from graph.language.clues import own_clues, place_clues
from graph.language.words import Words
from graph.model import ENTITY_TYPES

NONE = "None"
"""No person, organisation or place; one of OTHERS, or no name after all."""

LONG_ACRONYM = 8
"""Capitals beyond this length are a word in capitals."""

ACRONYM, ENUMERATED = 3.0, 0.8
"""How strongly a name speaks for its acronym or further name, and for names enumerated with it."""

OTHERS = {
    "group": "Group",
    "event_heads": "Event",
    "law_heads": "Law",
    "work_heads": "Work",
    "ship": "Product",
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
    scores = {key: scored(words, key, group) for key, group in places.items()}
    lend_to_neighbours(words, entities, scores)
    lend_to_parts(scores)
    best = {key: kind_of(key, places[key], score) for key, score in scores.items()}
    typed = [name.of(best[key_of(words, name)]) if name.type in ENTITY_TYPES else name for name in listed]
    return [name for name in typed if name.type != NONE]


def strongest(score: dict[str, float]) -> str:
    """The type that most speaks for."""
    return max(sorted(score), key=lambda type_: score[type_])


def kind_of(text: str, names: list[Name], score: dict[str, float]) -> str:
    """The type of a name by its scores, or NONE."""
    best = strongest(score)
    if best != NONE:
        return best
    seen = {*own_clues(text), *(f"model:{name.source}" for name in names)}
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


def scored(words: Words, text: str, names: list[Name]) -> dict[str, float]:
    """How much speaks for each type of a name: its own words once, its places together by their root."""
    score: dict[str, float] = defaultdict(float)
    for clue in ("bias", *own_clues(text)):
        add(score, clue, 1.0)
    share = len(names) ** -0.5
    for name in names:
        for clue in clues(words, name):
            add(score, clue, share)
    return score


def clues(words: Words, name: Name) -> Iterator[str]:
    """The clues of one place of a name: what the model takes it for, and what stands around it."""
    many = "many" if name.end - name.start > 1 else "one"
    yield f"model:{name.source}"
    yield f"model:{name.source}:{many}"
    if many == "one" and is_unknown(words.text[name.start]):
        yield f"unknown:{name.source}"
    if words.sentence[name.start] in words.shouted:
        yield f"shouted:{many}"
    yield from place_clues(words, name)


@lru_cache(maxsize=20_000)
def is_unknown(word: str) -> bool:
    """Whether a word is in no list of given names and surnames.

    >>> is_unknown("Tesco"), is_unknown("Maria")
    (True, False)
    """
    folded = lexicon.fold(word)
    return folded not in lexicon.given_names() and folded not in lexicon.surnames()


def add(score: dict[str, float], clue: str, share: float) -> None:
    """Adds a clue's weights to a score."""
    for type_, weight in weights().get(clue, {}).items():
        score[type_] += weight * share


def lend_to_parts(scores: dict[str, dict[str, float]]) -> None:
    """Lets a person's full name speak for its surname and first name, where only people have it."""
    owners: dict[str, set[str]] = defaultdict(set)
    for text, score in scores.items():
        parts = text.split()
        if len(parts) > 1:
            kind = strongest(score)
            owners[parts[-1]].add(kind)
            owners[parts[0]].add(kind)
    for part, types in owners.items():
        if part in scores and types == {"Person"}:
            add(scores[part], "part:person", 1.0)


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
    wanted: dict[str, list[tuple[Form, str]]] = defaultdict(list)
    for form, type_ in sorted(known, key=lambda item: (-len(item[0]), item)):
        wanted[form[0].casefold()].append((form, type_))
    return wanted


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

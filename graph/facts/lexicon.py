"""The frame lexicon: which words evoke which class of event, and which of their arguments fill which role.

All of it is data (`classes/*.toml`, `frames.toml`); this file reads it once and looks words up.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import resources
from typing import Any

import msgspec

from graph.facts.parsed import Token, once_each
from graph.vocabulary import EVENT_CLASSES

PARTS_OF_PREDICATE = frozenset({"prt", "prep", "dobj", "advmod", "acomp", "oprd", "agent", "attr"})
"""Dependents that can make one predicate with their verb: "turn away", "call for", "take place", "be critical"."""

GROUPS = (
    "consult",
    "agree",
    "demand",
    "coerce",
    "harm",
    "offices",
    "economy",
    "life",
    "misfortune",
    "word",
    "acts",
)
"""The files of `classes`, in the order in which they are read: of two frames that fit a word, the earlier is taken."""

AMERICAN = {"ise": "ize", "our": "or", "yse": "yze"}
"""British endings in the spelling of the lexicon."""

COMPOUNDING = frozenset({"compound", "amod", "nmod"})


@dataclass(frozen=True, slots=True)
class Frame:
    """How one word tells of one class of event.

    `slots` maps a syntactic argument to a role; `core` are the roles that are reported as unstated; `thing` is the
    role of a subject that is no person, group, body or place (None: it fills none). `needs` are the kinds of argument
    that pick this frame among those of one word ({"object": "person"}), those of its class included; a frame that is
    `choosy` has needs of its own and is tried before those that have not.
    """

    type: str
    slots: Mapping[str, str]
    core: tuple[str, ...] = ()
    plover: str | None = None
    thing: str | None = None
    needs: Mapping[str, str] = field(default_factory=dict)
    choosy: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All frames by verb ("turn away"), by event noun, and the tables of verbs that are no frames of their own."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    classes: Mapping[str, Frame]
    participation: Mapping[str, str]
    hosted: frozenset[str]
    light: frozenset[str]
    undergone: frozenset[str]
    headlined: frozenset[str]
    headline: frozenset[str]
    proceeding: frozenset[str]
    set_phrases: frozenset[str]
    second_halves: frozenset[str]
    occurrence: frozenset[str]
    silent: frozenset[str]
    reporting: frozenset[str]
    efforts: frozenset[str]
    military: frozenset[str]
    locative: frozenset[str]
    places: frozenset[str]
    districts: frozenset[str]
    contests: frozenset[str]
    bodily: frozenset[str]
    national: frozenset[str]
    causal: frozenset[str]
    instrumental: frozenset[str]
    media: frozenset[str]
    owning: frozenset[str]
    befalling: frozenset[str]
    parting: Mapping[str, frozenset[str]]
    idioms: frozenset[str]
    turned: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Found(msgspec.Struct, frozen=True):
    """A table's entry for a verb, with the dependent that is part of the predicate ("away" of "turn away")."""

    key: str
    part: Token | None

    @property
    def idiom(self) -> Token | None:
        """The part where it is no argument: a particle, a preposition, or the object of an idiom ("take place")."""
        if self.part is None or self.part.dep_ not in {"dobj", "attr"}:
            return self.part
        return self.part if self.part.lemma_.lower() in lexicon().idioms else None


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of `frames.toml` and the files of `classes`."""
    return from_data(read())


def read() -> dict[str, Any]:
    """The data of the lexicon: the groups of classes in the order of `GROUPS`, then `frames.toml`."""
    house = resources.files("graph.facts")
    paths = [*(house / "classes" / f"{group}.toml" for group in GROUPS), house / "frames.toml"]
    parsed = [tomllib.loads(path.read_text(encoding="utf-8")) for path in paths]
    classes = {name: entry for data in parsed for name, entry in data.get("class", {}).items()}
    frames = [frame for data in parsed for frame in data.get("frame", ())]
    return {**parsed[-1], "class": classes, "frame": frames}


def from_data(data: Mapping[str, Any]) -> Lexicon:
    """The lexicon of what `read` gives."""
    classes = {name: _class(name, entry) for name, entry in data["class"].items()}
    verbs: dict[str, tuple[Frame, ...]] = {}
    nouns: dict[str, tuple[Frame, ...]] = {}
    for entry in data["frame"]:
        frame = _frame(entry, classes)
        for word in (*entry.get("verbs", ()), *(f"be {word}" for word in entry.get("adjectives", ()))):
            verbs[word] = _with(verbs.get(word, ()), frame)
        of_noun = _of_noun(frame, data["class"][frame.type], entry)
        for word in entry.get("nouns", ()):
            nouns[word] = _with(nouns.get(word, ()), of_noun)
    roles = {role: verbs for role, verbs in data["participation"].items() if role != "hosted"}
    return Lexicon(
        verbs=verbs,
        nouns=nouns,
        classes=classes,
        participation={verb: role for role, verbs in roles.items() for verb in verbs},
        hosted=frozenset(data["participation"]["hosted"]["classes"]),
        light=frozenset(data["light"]["verbs"]),
        undergone=frozenset(data["light"]["passive"]),
        headlined=frozenset(data["headlines"]["verbs"]),
        headline=frozenset(data["headlines"]["inside"]),
        proceeding=frozenset(data["occurrence"]["proceeding"]),
        set_phrases=frozenset(data["idioms"]["phrases"]),
        second_halves=frozenset(phrase.split()[-1] for phrase in data["idioms"]["phrases"]),
        occurrence=frozenset(data["occurrence"]["verbs"]),
        silent=frozenset(word for words in data["silent"].values() for word in words),
        reporting=frozenset(data["silent"]["reporting"]),
        efforts=frozenset(data["light"]["efforts"]),
        military=frozenset(data["plover"]["military"]),
        locative=frozenset(data["location"]["prepositions"]),
        places=frozenset(data["location"]["nouns"]),
        districts=frozenset(data["scene"]["districts"]),
        contests=frozenset(data["scene"]["contests"]),
        national=frozenset(data["national"]["classes"]),
        bodily=frozenset(data["location"]["inherited"]),
        causal=frozenset(data["cause"]["prepositions"]),
        instrumental=frozenset(data["instrument"]["prepositions"]),
        media=frozenset(data["instrument"]["media"]),
        owning=frozenset(data["owning"]["verbs"]),
        befalling=frozenset(data.get("befalling", {}).get("nouns", ())),
        parting={preposition: frozenset(verbs) for preposition, verbs in data["parting"].items()},
        idioms=frozenset(data["idioms"]["objects"]),
        turned={factuality: dict(codes) for factuality, codes in data["plover"]["turned"].items()},
    )


def find(known: Mapping[str, object] | frozenset[str], verb: Token) -> Found | None:
    """The entry of a table for a verb: one with a particle, preposition or object before the bare verb."""
    for key, child in _keys(verb):
        if key in known:
            return Found(key, child)
    return None


def entries(known: Mapping[str, object] | frozenset[str], verb: Token) -> list[Found]:
    """All entries of a table for a verb, those with a second word first."""
    return [Found(key, child) for key, child in _keys(verb) if key in known]


@once_each
def _keys(verb: Token) -> list[tuple[str, Token | None]]:
    """What a verb may stand under in a table, with the word beside it; kept, since many tables ask."""
    known = second_words()
    lemmas = [lemma for lemma in spellings(verb.lemma_.lower(), verb.lower_) if lemma in known]
    if not lemmas:
        return []
    beside = [child for child in verb.children if child.dep_ in PARTS_OF_PREDICATE and not _of_time(child)]
    words = [(word, child) for child in beside for word in dict.fromkeys((child.lemma_.lower(), child.lower_))]
    return [
        key
        for lemma in lemmas
        for key in (*((f"{lemma} {word}", child) for word, child in words if word in known[lemma]), (lemma, None))
    ]


@lru_cache(maxsize=1)
def second_words() -> Mapping[str, frozenset[str]]:
    """Every verb of the tables, with the words that stand beside it in them."""
    known = lexicon()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for table in (known.verbs, known.participation, known.light, known.occurrence, known.silent, known.headlined):
        for verb, _, word in (key.partition(" ") for key in table):
            found[verb].add(word)
    return {verb: frozenset(words) for verb, words in found.items()}


def _of_time(preposition: Token) -> bool:
    """Whether the preposition only says when ("called on Sunday for")."""
    if preposition.dep_ != "prep":
        return False
    times = preposition.doc.times
    return any(child.i in times for child in preposition.children)


@once_each
def noun_frames(noun: Token) -> tuple[Frame, ...]:
    """The frames of an event noun: of its compound first ("press conference"), or of what an effort is made for."""
    nouns, lemma = lexicon().nouns, noun.lemma_.lower()
    before = next((child for child in noun.lefts if child.dep_ in COMPOUNDING and child.i == noun.i - 1), None)
    if before is not None:
        found = nouns.get(f"{before.lower_} {lemma}", ())
        if not found and lemma in lexicon().efforts:
            found = nouns.get(before.lemma_.lower(), ())
        if found:
            return found
    return next((nouns[s] for s in (noun.lower_, *spellings(lemma)) if s in nouns), ())


@lru_cache(maxsize=20_000)
def spellings(lemma: str, form: str = "") -> tuple[str, ...]:
    """The lemma as it is, and in the spelling of the lexicon; with the "e" that the lemmatiser took for an ending.

    >>> spellings("organise"), spellings("honour"), spellings("stag", "staged")
    (('organise', 'organize'), ('honour', 'honor'), ('stag', 'stage'))
    """
    found = (lemma, lemma + "e") if form in {lemma + "ed", lemma + "ing", lemma + "es"} else (lemma,)
    american = AMERICAN.get(lemma[-3:])
    return found if american is None else (*found, lemma[:-3] + american)


def _of_noun(frame: Frame, entry_of_class: Mapping[str, Any], entry: Mapping[str, Any]) -> Frame:
    slots = {**frame.slots, **entry_of_class.get("noun", {}), **entry.get("slots", {}), **entry.get("noun", {})}
    return replace(frame, slots=slots, needs=entry.get("needs", {}))


def _with(frames: tuple[Frame, ...], frame: Frame) -> tuple[Frame, ...]:
    """The frames of a word with one more: those that need something come before the one that takes what is left."""
    choosy = tuple(f for f in frames if f.choosy)
    rest = tuple(f for f in frames if not f.choosy)
    return (*choosy, frame, *rest) if frame.choosy else (*choosy, frame)


def _class(name: str, entry: Mapping[str, Any]) -> Frame:
    core, needs = tuple(entry.get("core", ())), entry.get("needs", {})
    return Frame(name, entry["slots"], core, EVENT_CLASSES[name], entry.get("thing"), needs)


def _frame(entry: Mapping[str, Any], classes: Mapping[str, Frame]) -> Frame:
    base = classes[entry["class"]]
    return replace(
        base,
        slots={**base.slots, **entry.get("slots", {})},
        core=tuple(entry.get("core", base.core)),
        plover=entry.get("plover", base.plover),
        thing=entry.get("thing", base.thing),
        needs={**base.needs, **entry.get("needs", {})},
        choosy="needs" in entry,
    )

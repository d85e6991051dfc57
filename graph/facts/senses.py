"""Which sense of a word its arguments pick: "opened fire", "opened a clinic" and "the shares opened" are three things.

A frame says what it needs by slot ({"object": "actor"}); the kinds of argument are here, lists of nouns are data
(`senses.toml`, "@name"). A need is a kind, or several with "|" between. A "?" behind it also lets the slot be empty, a
"!" before it means that no argument there may be of that kind; " & " joins two needs of one slot.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from graph.facts.arguments import Argument
from graph.facts.holders import holder_of
from graph.facts.kinds import is_participant_noun, nouns
from graph.facts.lexicon import Frame, noun_frames
from graph.facts.mentions import entity_type
from graph.facts.office_words import is_office_noun
from graph.facts.parsed import Token
from graph.facts.phrases import filler
from graph.facts.roles import ACTORS, is_place

PEOPLE = frozenset({"Person", "Participant"})
BODIES = frozenset({"Organization", "Group"})
PROPER = frozenset({"NNP", "NNPS"})
"""Tags of capitalised words, which may name a thing as well as somebody ("received a Master Degree")."""
UNRESOLVED = frozenset({"PRON", "DET", "NUM"})
IMPERSONAL = frozenset({"it", "this", "that", "what", "which"})
CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "pcomp"})
BARE = frozenset({"VB", "VBG"})
WISHED = frozenset({"should", "must", "be"})
PLEDGED = WISHED | {"will", "would", "shall", "'ll", "'d", "wo"}
"""Auxiliaries of a clause that says what is to be, and of one that says what somebody binds himself to."""


def choose(frames: Sequence[Frame], arguments: Sequence[Argument]) -> Frame | None:
    """The first of a word's frames whose needs the arguments meet."""
    for frame in frames:
        if not frame.needs or all(_met(slots, need, arguments) for slots, need in frame.needs.items()):
            return frame
    return None


def measured(token: Token) -> list[Token]:
    """The noun itself, or what it is a number or a measure of: the attacks in "a series of attacks"."""
    if token.lemma_.lower() not in nouns("measures"):
        return [token]
    return [c for prep in token.rights if prep.lower_ == "of" for c in prep.children if c.dep_ == "pobj"] or [token]


def _met(slots: str, need: str, arguments: Sequence[Argument]) -> bool:
    wanted = _pieces(slots, "|")
    tokens = [a.token for a in arguments if a.slot in wanted and not a.low]
    return all(_is_given(one, tokens) for one in _pieces(need, " & "))


@lru_cache(maxsize=1024)
def _pieces(text: str, mark: str) -> tuple[str, ...]:
    return tuple(text.split(mark))


def _is_given(need: str, tokens: Sequence[Token]) -> bool:
    if need == "none":
        return not tokens
    if need == "several":
        return len({_identity(token) for token in tokens}) > 1 or any(token.tag_ in {"NNS", "NNPS"} for token in tokens)
    if need[0] == "!":
        return not any(_is_one_of(need[1:], token) for token in tokens)
    if need[-1] == "?":
        known = [token for token in tokens if token.dep_ in CLAUSAL or filler(token) is not None]
        return not known or any(_is_one_of(need[:-1], token) for token in known)
    return any(_is_one_of(need, token) for token in tokens)


def _identity(token: Token) -> str | int:
    """What keeps two mentions of one thing from being several."""
    found = filler(holder_of(token) or token)
    return token.i if found is None or found.chain is None else found.chain


def _is_one_of(kinds: str, token: Token) -> bool:
    return any(_is_listed(token, nouns(k[1:])) if k[0] == "@" else KINDS[k](token) for k in _pieces(kinds, "|"))


def _is_listed(token: Token, listed: frozenset[str]) -> bool:
    found = filler(token)
    head = found.head.lower() if found is not None else token.lower_
    return head in listed or any(not listed.isdisjoint((noun.lemma_.lower(), noun.lower_)) for noun in measured(token))


# ── kinds ───────────────────────────────────────────────────────────────────────────────────────────────────────
def _type(token: Token) -> str | None:
    """The type of the filler; "Participant" for a pronoun of people that is not resolved."""
    found = filler(token)
    if found is not None:
        return found.type
    somebody = token.pos_ in UNRESOLVED and token.lower_ not in IMPERSONAL
    return "Participant" if somebody and not any(child.lower_ == "of" for child in token.rights) else None


def _of(types: frozenset[str]) -> Callable[[Token], bool]:
    return lambda token: _type(token) in types


def _is_person(token: Token) -> bool:
    found = filler(token)
    unsure = found is not None and found.type == "Participant" and token.tag_ in PROPER
    return _type(token) in PEOPLE and (not unsure or is_participant_noun(token))


def _is_thing(token: Token) -> bool:
    return filler(token) is not None and _type(token) not in ACTORS


def _is_place(token: Token) -> bool:
    found = filler(token)
    return found is not None and is_place(found, token)


def _is_event(token: Token) -> bool:
    return entity_type(token) in {None, "Event"} and any(noun_frames(noun) for noun in measured(token))


def _is_impersonal(token: Token) -> bool:
    return filler(token) is None and token.lower_ in IMPERSONAL


def _is_owned(token: Token) -> bool:
    return any(child.dep_ == "poss" and _type(child) in ACTORS for child in token.lefts)


def _auxiliaries(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def _is_infinitive(verb: Token) -> bool:
    return "to" in _auxiliaries(verb)


def _is_finite(verb: Token) -> bool:
    return not _is_infinitive(verb)


def _wished_with(allowed: frozenset[str]) -> Callable[[Token], bool]:
    """An infinitive, a gerund, a subjunctive, or a clause with one of these auxiliaries."""
    wanted = allowed | {"to"}
    return lambda verb: bool(_auxiliaries(verb) & wanted) or (verb.tag_ in BARE and not _auxiliaries(verb))


KINDS: Mapping[str, Callable[[Token], bool]] = {
    "any": lambda _: True,
    "actor": _of(ACTORS),
    "body": _of(BODIES),
    "person": _is_person,
    "place": _is_place,
    "country": _of(frozenset({"Place"})),
    "thing": _is_thing,
    "money": _of(frozenset({"Money"})),
    "work": _of(frozenset({"Work"})),
    "product": _of(frozenset({"Product"})),
    "office": is_office_noun,
    "event": _is_event,
    "owned": _is_owned,
    "impersonal": _is_impersonal,
    "infinitive": _is_infinitive,
    "finite": _is_finite,
    "wish": _wished_with(WISHED),
    "pledge": _wished_with(PLEDGED),
}

"""Membership of a camp, a side without a body: "pan-democracy camp's X", "pro-Beijing councillors X and Y".

Only camps that the article calls so ("the pro-Beijing camp") have members; their first mention stands for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.facts.memberships import SEPARATORS, past_body
from graph.facts.parsed import Doc, Tokens
from graph.facts.phrases import name_at, span_of
from graph.facts.ties import named, tie, words
from graph.model import Filler, Relation

MOST_BETWEEN = 8
"""Between a camp and the first of its people stand at most so many words."""
DESCRIBING = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "DET", "ADV"})
COPULAR = frozenset({"be", "elect", "in"})
"""Between a camp's people and their names: "candidates elected in this district were X"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A camp's word in the text ("pro-Beijing", "localist"), with the noun "camp" where it follows."""

    words: Tokens
    key: str
    noun: bool


def camp_members(doc: Doc) -> Iterator[Relation]:
    """memberOf, from a camp's word beside the people and groups of it."""
    mentions = list(_mentions(doc))
    camps: dict[str, Mention] = {}
    for mention in mentions:
        if mention.noun:
            camps.setdefault(mention.key, mention)
    for mention in mentions:
        camp = camps.get(mention.key)
        for member in _members(mention) if camp is not None else ():
            found = tie(
                named(member.root),
                "memberOf",
                _filler(camp.words) if camp is not None else None,
                mention.words,
                rule="camp",
                confidence=0.75,
            )
            if found is not None:
                yield found


def _mentions(doc: Doc) -> Iterator[Mention]:
    prefixes, endings = words("camps", "prefixes"), tuple(words("camps", "endings"))
    forms = doc.words.lower
    for start, form in enumerate(forms):
        if form in prefixes and forms[start + 1 : start + 2] == ["-"] and start + 2 < len(forms):
            end = start + 3
        elif form.endswith(endings) and forms[start - 1] != "-":
            end = start + 1
        else:
            continue
        noun = end < len(doc) and doc[end].lemma_.lower() in words("camps", "nouns")
        yield Mention(doc[start : end + noun], _key(doc[start:end].text), noun)


def _key(text: str) -> str:
    """What the words for one camp share.

    >>> _key("pan-democracy") == _key("Pan-democrats") == _key("pan-democratic")
    True
    """
    plain = text.lower()
    for ending in ("tics", "tic", "cy", "ts", "t", "s"):
        if plain.endswith(ending):
            return plain.removesuffix(ending).removesuffix("c")
    return plain


def _filler(camp: Tokens) -> Filler:
    text = " ".join(camp.text.split())
    return Filler(span_of(camp), text, camp[-1].text, text.lower(), "Group")


def _members(mention: Mention) -> Iterator[Tokens]:
    """The people and groups named after the camp's word."""
    doc, end = mention.words.doc, mention.words.end
    first = _first_name(doc, end, mention.words.sent.end)
    if first is None:
        return
    yield first
    if first.label_ == "Person" and _is_list(doc[end : first.start]):
        yield from _further(first)


def _first_name(doc: Doc, at: int, last: int) -> Tokens | None:
    """The first person or group, past descriptions, one comma, bodies with "'s" and a copula."""
    end = min(at + MOST_BETWEEN + 6, last)
    commas = 0
    while at < end:
        name = name_at(doc[at])
        if name is not None and name.label_ == "Person":
            return name
        if (
            name is not None
            and name.label_ == "Organization"
            and doc[name.start - 1].lemma_.lower() in {"group", "party"}
        ):
            return name
        commas += doc[at].text == ","
        if commas > 1 or not (_describes(doc, at) or name is not None):
            return None
        at = name.end if name is not None else at + 1
    return None


def _describes(doc: Doc, at: int) -> bool:
    token = doc[at]
    joins = token.tag_ in {"POS", "HYPH"} or token.text == ","
    return token.pos_ in DESCRIBING or token.lemma_ in COPULAR or joins


def _is_list(between: Tokens) -> bool:
    """Whether several people may follow: after a plural, a copula, or "'s"."""
    return any(token.tag_ in {"NNS", "NNPS", "POS"} or token.lemma_ == "be" for token in between)


def _further(first: Tokens) -> Iterator[Tokens]:
    """The further people of the list: "X of A, B's Y and Z"."""
    doc, at = first.doc, past_body(first.doc, first.end)
    while at < len(doc) and doc[at].lower_ in SEPARATORS:
        while at < len(doc) and doc[at].lower_ in SEPARATORS:
            at += 1
        person = _listed_at(doc, at)
        if person is None:
            return
        yield person
        at = past_body(doc, person.end)


def _listed_at(doc: Doc, at: int) -> Tokens | None:
    """The person here, past a body with "'s" or a description."""
    name = name_at(doc[at]) if at < len(doc) else None
    if name is not None and name.label_ == "Organization" and name.end + 1 < len(doc) and doc[name.end].tag_ == "POS":
        name = name_at(doc[name.end + 1])
    return name if name is not None and name.label_ == "Person" else None

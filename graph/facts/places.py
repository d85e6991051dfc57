"""Where places, bodies and events lie: "Aceh, Indonesia", "the Fisht Stadium in Sochi", "Mecca's Grand Mosque"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.bodies import is_country
from graph.facts.kinds import nouns
from graph.facts.office_words import lexicon
from graph.facts.parsed import Doc, Tokens
from graph.facts.phrases import name_at
from graph.facts.scan import names
from graph.facts.ties import named, tie, words
from graph.language.lexicon import countries, fold
from graph.model import Relation

LYING = frozenset({"Place", "Organization", "Event"})
MOST_BASED = 7
DESCRIBING = frozenset({"NOUN", "ADJ", "DET", "ADV", "NUM"})
MOST_BETWEEN = 4
"""Between a place and what lies there stand at most so many words."""
CLOSING = frozenset(",.;:)]!?—–'’\"”")


def in_places(doc: Doc) -> Iterator[Relation]:
    """Containment and location, from a name and the place right beside it."""
    for name in names(doc):
        if name.label_ in LYING and not _is_prize(name):
            for place, trigger, rule, confidence in _beside(name):
                if is_country(name.text) and not _is_part_of_the_world(place.text):
                    continue
                predicate = "containedInPlace" if name.label_ == "Place" else "location"
                found = tie(named(name.root), predicate, named(place.root), trigger, rule=rule, confidence=confidence)
                if found is not None:
                    yield found


def _is_prize(name: Tokens) -> bool:
    """Whether the name is of something that is won, which lies nowhere: "won the Maker Prize in London"."""
    return name.label_ == "Event" and any(token.lower_ in nouns("prizes") for token in name)


def _is_part_of_the_world(place: str) -> bool:
    """Whether countries lie in the place: no city or state holds one.

    >>> _is_part_of_the_world("West Africa"), _is_part_of_the_world("Kumasi")
    (True, False)
    """
    return not words("world", "parts").isdisjoint(place.lower().replace("-", " ").split())


def _beside(name: Tokens) -> Iterator[tuple[Tokens, Tokens, str, float]]:
    yield from _after(name)
    yield from _before(name)
    yield from _based(name)


def _after(name: Tokens) -> Iterator[tuple[Tokens, Tokens, str, float]]:
    """ "Bergen, Norway", "the stadium in Sochi", "the team, from Brazil"."""
    doc, end = name.doc, name.end
    whole = _place_at(doc, end + 1)
    if whole is not None and doc[end].text == "," and name.label_ == "Place" and _pairs(name, whole):
        yield whole, doc[end + 1 : whole.end], "place, place", 0.8
    if end < len(doc) and doc[end].like_num:
        end += 1
    at = end + (end < len(doc) and doc[end].text == ",")
    joint = doc[at].lower_ if at < len(doc) else ""
    place = _place_at(doc, at + 1)
    if place is None and joint == "of" and at == end and name.label_ == "Place":
        place = _place_at(doc, at + 2) if at + 2 < len(doc) and doc[at + 1].lower_ == "the" else None
    if place is not None and (joint in {"in", "of"} or (joint == "from" and at > end and name.label_ != "Place")):
        yield place, doc[at : at + 1], "in place", 0.8 if at == end else 0.7


def _before(name: Tokens) -> Iterator[tuple[Tokens, Tokens, str, float]]:
    """ "Mecca's Grand Mosque", "North Korea's main news agency KCNA", "US team Cloud9"."""
    doc, start = name.doc, name.start
    while start and doc[start - 1].pos_ in {"NOUN", "ADJ"} and name_at(doc[start - 1]) is None:
        start -= 1
    possessed = start > 1 and doc[start - 1].tag_ == "POS"
    place = _place_at(doc, start - 2 if possessed else start - 1)
    noun = doc[name.start - 1] if start < name.start else None
    fits = noun is None or (name.label_ == "Organization" and noun.lemma_.lower() in lexicon().bodies)
    if place is not None and fits and (possessed or noun is not None) and name.start - start <= MOST_BETWEEN:
        yield place, doc[start - 1 : start], "place's", 0.75


def _based(name: Tokens) -> Iterator[tuple[Tokens, Tokens, str, float]]:
    """ "X, a Lagos-based group", "the Lagos-based group X"."""
    doc, at = name.doc, name.start
    after = doc[name.end : name.end + MOST_BASED] if name.end < len(doc) and doc[name.end].text == "," else ()
    for token in (*after, *doc[max(at - MOST_BASED, 0) : at]):
        place = _place_at(doc, token.i - 2) if token.lower_ == "based" and doc[token.i - 1].text == "-" else None
        if place is None or place.sent.start != name.sent.start:
            continue
        between = doc[name.end + 1 : place.start] if token.i >= name.end else doc[token.i + 1 : at]
        if all(t.pos_ in DESCRIBING and name_at(t) is None for t in between):
            yield place, doc[token.i : token.i + 1], "based", 0.8


def _place_at(doc: Doc, at: int) -> Tokens | None:
    name = name_at(doc[at]) if 0 <= at < len(doc) else None
    return name if name is not None and name.label_ == "Place" else None


def _pairs(place: Tokens, whole: Tokens) -> bool:
    """Whether "A, B" is a place in its whole, no list: A is no country, and neither side goes on listing."""
    doc = place.doc
    listed = place.start > 1 and doc[place.start - 1].text == "," and _place_at(doc, place.start - 2) is not None
    following = doc[whole.end : whole.end + 2]
    if listed or fold(place.text) in countries() or (len(following) and following[0].tag_ == "POS"):
        return False
    if not len(following) or following[0].text not in CLOSING:
        return not len(following) or following[0].lower_ not in {"and", "or", "&"}
    return len(following) < 2 or (_place_at(doc, whole.end + 1) is None and following[1].lower_ not in {"and", "or"})

"""Where places, bodies and events lie: "Aceh, Indonesia", "the Fisht Stadium in Sochi", "Mecca's Grand Mosque"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from graph.facts.phrases import name_at
from graph.facts.ties import named, tie
from graph.language.lexicon import countries, fold
from graph.model import Relation

LYING = frozenset({"Place", "Organization", "Event"})
INSIDE = frozenset({"in", "near"})
CLOSING = frozenset(",.;:)]!?—–'’\"”")


def in_places(doc: Doc) -> Iterator[Relation]:
    """Containment and location, from a name and the place right beside it."""
    for name in doc.ents:
        if name.label_ in LYING:
            for place, trigger, rule, confidence in _beside(name):
                predicate = "containedInPlace" if name.label_ == "Place" else "location"
                found = tie(named(name.root), predicate, named(place.root), trigger, rule=rule, confidence=confidence)
                if found is not None:
                    yield found


def _beside(name: Tokens) -> Iterator[tuple[Tokens, Tokens, str, float]]:
    doc, end = name.doc, name.end
    after = _place_at(doc, end + 1)
    if after is not None and doc[end].text == "," and name.label_ == "Place" and _pairs(name, after):
        yield after, doc[end + 1 : after.end], "place, place", 0.8
    if after is not None and doc[end].lower_ == "in":
        yield after, doc[end : end + 1], "in place", 0.8
    further = _place_at(doc, end + 2)
    if further is not None and doc[end].text == "," and doc[end + 1].lower_ in {"in", "from"}:
        yield further, doc[end + 1 : end + 2], "in place", 0.7
    start = name.start
    before = _place_at(doc, start - 2) if start > 1 and doc[start - 1].tag_ == "POS" else None
    if before is not None:
        yield before, doc[start - 1 : start], "place's", 0.75


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

"""Doc → Fact: what the sentences of an article state, each with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Doc

from graph.facts.claims import claims
from graph.facts.frames import events
from graph.facts.headline import claims_once, events_once
from graph.facts.mending import mended
from graph.facts.mentions import span_of
from graph.facts.parsed import Doc as Parsed
from graph.facts.parsed import parsed
from graph.facts.positions import positions
from graph.facts.relations import relations
from graph.facts.scan import sentences
from graph.model import Claim, Event, Mention, Part, Position, Relation

PRESUPPOSED = frozenset(
    {
        "position:title before name",
        "position:title before names",
        "position:title after name",
        "position:name after title",
        "position:included",
        "position:member",
        "relation:place, place",
        "relation:in place",
        "relation:place's",
        "relation:body's body",
        "relation:camp",
        "relation:people",
        "relation:country's",
    }
)
"""Rules whose facts stand in names and their titles: also inside reported speech they are the article's own words,
unless the speech is quoted."""
VALUES = frozenset({"Date", "Money", "Quantity"})
"""Types of names that are values, not entities."""

Told = TypeVar("Told", Event, Position, Relation)


def part(doc: Doc) -> Part:
    """Everything found in one article: sentences, chains, values and facts of every kind."""
    with mended(parsed(doc)) as text:
        return _part(text)


def _part(text: Parsed) -> Part:
    headline = text.article.headline
    said = claims_once(claims(text), headline)
    told = events_once(attributed(events(text), said), headline)
    return Part(
        article=text.article,
        sentences=tuple((span.start, span.end) for span in map(span_of, sentences(text))),
        chains=text.chains,
        events=told,
        positions=attributed(positions(text), said),
        relations=attributed(relations(text), said),
        claims=said,
        unmapped=_unmapped(told),
        values=tuple(
            Mention(span_of(name), "name", name.label_, name.root.text) for name in text.ents if name.label_ in VALUES
        ),
    )


def attributed(facts: Iterable[Told], claims: Iterable[Claim]) -> tuple[Told, ...]:
    """The facts, each with the innermost claim that tells it: what is certain in a claim is reported, not asserted."""
    inner_first = sorted(claims, key=lambda claim: (claim.span.end - claim.span.start, claim.span.start))
    cues = {claim.cue.start: claim.id for claim in inner_first}
    return tuple([_made(_told(fact, inner_first), cues) for fact in facts])


def _told(fact: Told, claims: Iterable[Claim]) -> Told:
    own = fact.rule in PRESUPPOSED
    for claim in claims:
        if claim.tells(fact.trigger) and (claim.verbatim or not own):
            factuality = "reported" if fact.factuality == "asserted" else fact.factuality
            return replace(fact, claimed_in=claim.id, factuality=factuality)
    return fact


def _made(fact: Told, cues: dict[int, str]) -> Told:
    """An event whose trigger reports words (an accusation, an order) makes that claim."""
    if isinstance(fact, Event) and fact.trigger.start in cues:
        return replace(fact, claim=cues[fact.trigger.start])
    return fact


def _unmapped(events: Iterable[Event]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(event.surface.lower() for event in events if event.type == "Act").items()))

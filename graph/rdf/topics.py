"""What a claim is about beyond what its own facts name: the graph tells a name once, by the fact that says most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.model import Claim, Event, Filler, Part

Named = dict[str, set[str]]
"""Chains by the id of a claim."""


def claims_of(part: Part, events: tuple[Event, ...]) -> Iterator[Claim]:
    """The claims without topics that the claims inside them name, that the event which makes them names, or that only
    say where something was, be it an event of the claim or another topic ("Nakuru, Kenya")."""
    named = _named(part.claims, events)
    lies_in = {
        (relation.subject.chain, relation.object.chain)
        for relation in part.relations
        if relation.predicate == "containedInPlace"
    }
    for claim in part.claims:
        own = tuple(filler for filler in claim.about if filler.chain not in named[claim.id])
        chains = {filler.chain for filler in own}
        yield replace(claim, about=tuple(f for f in own if not any((c, f.chain) in lies_in for c in chains)))


def _named(claims: Iterable[Claim], events: tuple[Event, ...]) -> Named:
    named: Named = defaultdict(set)
    for claim in claims:
        if claim.claimed_in is not None:
            named[claim.claimed_in].update(_chains((claim.speaker, *claim.about)))
    for event in events:
        if event.claim is not None:
            named[event.claim].update(_chains(role.filler for role in event.roles))
    for claim_id, told in _told_in(events).items():
        where = _chains(role.filler for event in told for role in event.roles if role.name == "location")
        named[claim_id] |= where - _chains(r.filler for event in told for r in event.roles if r.name != "location")
    return named


def _told_in(events: Iterable[Event]) -> dict[str, list[Event]]:
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.claimed_in is not None:
            told[event.claimed_in].append(event)
    return told


def _chains(fillers: Iterable[Filler | None]) -> set[str]:
    return {filler.chain for filler in fillers if filler is not None and filler.chain is not None}

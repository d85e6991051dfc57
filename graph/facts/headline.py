"""What only a headline says: events and claims that the body tells as well count once, where they are told in full."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import ENTITY_TYPES, Claim, Event


def events_once(events: Iterable[Event], headline: int) -> tuple[Event, ...]:
    """The events without those of the headline (the text up to `headline`) that the body states as well."""
    found = tuple(events)
    body = [event for event in found if event.trigger.start >= headline]
    return tuple(e for e in found if e.trigger.start >= headline or not _is_told(e, body))


def claims_once(claims: Iterable[Claim], headline: int) -> tuple[Claim, ...]:
    """The claims without those of the headline whose words a claim of the body has too."""
    found = tuple(claims)
    body = [_words(claim) for claim in found if claim.span.start >= headline]
    return tuple(c for c in found if c.span.start >= headline or not any(_words(c) <= other for other in body))


def _words(claim: Claim) -> set[str]:
    return set(claim.text.lower().split())


def _is_told(event: Event, body: Iterable[Event]) -> bool:
    """Whether the body tells the event: what names nobody ("Minister resigns") by any event of its kind."""
    if any(role.filler.type in ENTITY_TYPES for role in event.roles):
        return any(_same(event, other) for other in body)
    return event.type == "Act" or any(event.type == other.type for other in body)


def _same(one: Event, other: Event) -> bool:
    alike = one.type == other.type and (one.type != "Act" or one.surface.lower() == other.surface.lower())
    return alike and bool(_keys(one) & _keys(other))


def _keys(event: Event) -> set[str]:
    """What its fillers can be known by: chain, stated number, words."""
    fillers = [role.filler for role in event.roles]
    known = {key for f in fillers for key in (f.chain, f.count and str(f.count), *f.lemma.split()) if key}
    return known or {event.surface.lower()}

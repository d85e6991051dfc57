"""Which events the graph takes: those of somebody, that no other event of their sentence tells already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.model import ENTITY_TYPES, Event, Filler, Part, Span

CORE = frozenset(("agent", "patient", "recipient"))
"""Roles of which somebody must fill one in an act."""

BESPOKEN = frozenset(
    (
        *("Request", "Restriction", "Agreement", "Support", "Cooperation", "Aid"),
        *("Deployment", "Vote", "Threat"),
    )
)
"""Classes whose clause says what is asked for, forced, promised, helped with or threatened: it is no deed by itself."""


def chosen(part: Part) -> Iterator[Event]:
    """The events that the graph takes, in order.

    Left out are acts of nobody, acts in the clause that another event is about where that names all that they name,
    acts that are an office ("who chairs the committee"), and what a noun tells again of an event that has all of it
    ("denied it in a statement to the BBC").
    """
    beside: dict[Span, list[Event]] = defaultdict(list)
    for event in part.events:
        beside[event.evidence].append(event)
    held = frozenset(position.trigger.start for position in part.positions)
    for event in part.events:
        others = beside[event.evidence]
        if _is_act(event, others, held) if event.type == "Act" else not _is_noun_of(event, others):
            yield event


def _is_act(act: Event, others: Sequence[Event], held: frozenset[int]) -> bool:
    core = (role.filler for role in act.roles if role.name in CORE)
    if act.trigger.start in held or not any(f.type in ENTITY_TYPES or f.type == "Participant" for f in core):
        return False
    named = {_key(role.filler) for role in act.roles if role.filler.type in ENTITY_TYPES}
    return not any(_is_about(other, act) and named <= {_key(role.filler) for role in other.roles} for other in others)


def _is_about(event: Event, act: Event) -> bool:
    """Whether an act is in the words of what another event asks for, forces or promises."""
    clauses = (role.filler for role in event.roles if role.filler.type == "Topic")
    return event.type in BESPOKEN and any(_holds(clause.span, act.trigger) for clause in clauses)


def _is_noun_of(event: Event, others: Sequence[Event]) -> bool:
    """Whether a noun inside a filler of another event tells nothing that the other does not."""
    if not event.rule.startswith("noun:"):
        return False
    fillers = {_key(role.filler) for role in event.roles}
    around = (other for other in others if any(_holds(role.filler.span, event.trigger) for role in other.roles))
    return any(fillers <= {_key(role.filler) for role in other.roles} for other in around)


def _key(filler: Filler) -> str | Span:
    return filler.chain or filler.span


def _holds(words: Span, place: Span) -> bool:
    return words.start <= place.start and place.end <= words.end

"""The gold facts of one article, as their JSON file gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.evaluation.gold.words import plain, words

Fact = Mapping[str, Any]
Names = frozenset[str]

SPEECH = frozenset(
    {"said", "says", "say", "saying", "told", "tells", "tell", "telling"}
    | {"added", "adds", "adding", "stated", "states", "stating", "speaking"}
)
"""Triggers of pure reporting, which make a claim and no event."""
ALIKE = (
    frozenset({"agent", "organizer"}),
    frozenset({"agent", "attendee"}),
    frozenset({"patient", "recipient", "beneficiary"}),
    frozenset({"patient", "about"}),
)
"""Roles that pass for one another."""


@dataclass(frozen=True)
class Gold:
    """What a careful reader takes from one article."""

    article: str
    facts: Mapping[str, Sequence[Fact]]

    @cached_property
    def names(self) -> dict[str, Names]:
        """The plain names of every entity by its id."""
        return {entity["id"]: frozenset(map(plain, entity["names"])) for entity in self.facts["entities"]}

    def meets(self, filler: str, labels: Names) -> bool:
        """Whether a node with these labels is the filler: one of an entity's names, or the described one's words."""
        if filler in self.names:
            return bool(labels & self.names[filler])
        wanted = words(filler)
        return any(set(wanted) <= set(label.split()) and len(label.split()) <= 3 * len(wanted) + 8 for label in labels)


def fillers(fact: Fact) -> list[tuple[str, str]]:
    """(role, filler) of an event."""
    return [(role, filler) for role, fillers in fact["roles"].items() for filler in fillers]


def accepted(role: str) -> frozenset[str]:
    """The roles that a filler of this role may be found in."""
    return frozenset({role}).union(*(alike for alike in ALIKE if role in alike))


def is_asked(fact: Fact) -> bool:
    """Whether a graph is asked for this gold event: it has a filler and is no mere saying."""
    return bool(fillers(fact)) and fact["trigger"].split()[0].lower() not in SPEECH


def stated_time(fact: Fact) -> str | None:
    """The start of a gold event's time, or None where it has none or none with a year."""
    start = (fact.get("time") or "").partition("/")[0]
    return start if start and not start.startswith("--") else None

"""The working forms of coreference: references by token, and the threads that gather them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens `start` to `end` (exclusive) with the head among them; `kind` is "name", "nominal" or "pronoun"."""

    start: int
    end: int
    head: int
    kind: str
    honorific: str | None = None


@dataclass(slots=True)
class Thread:
    """A chain in the making. `type` as in Chain; `plural`: they, not it; `lemma` the head noun of a described one."""

    type: str
    references: list[Reference]
    gender: str | None = None
    plural: bool = False
    named: bool = False
    lemma: str = ""

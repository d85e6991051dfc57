"""What an evaluation finds: figures of the whole, and of each kind."""

from __future__ import annotations

from dataclasses import dataclass, field

Figures = dict[str, float | int]


@dataclass(frozen=True, slots=True)
class Report:
    """`figures` of the whole benchmark; `kinds` the same or fewer for each kind of thing in it."""

    figures: Figures
    kinds: dict[str, Figures] = field(default_factory=dict)


def share(part: float, whole: float) -> float:
    """A share to three decimals; nothing of nothing is 0.

    >>> share(1, 3), share(0, 0)
    (0.333, 0.0)
    """
    return round(part / whole, 3) if whole else 0.0


def f1(hits: float, found: float, wanted: float) -> float:
    """The harmonic mean of precision and recall, from counts.

    >>> f1(1, 2, 2)
    0.5
    """
    return share(2 * hits, found + wanted)

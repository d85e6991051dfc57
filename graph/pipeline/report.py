"""What a build is asked for, and what it says in the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from graph.errors import InputError

Progress = Callable[[int, int], None]
"""Called with the number of inputs that are done and that there are."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """`date` holds for articles without one, `fields` maps JSON fields ({"text": "body"}); both stay with the input.

    `model` and `base` are fixed at the first build. `forgotten` brings back what `forget` took out.
    """

    date: str | None = None
    model: str | None = None
    base: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    forgotten: bool = False


@dataclass(slots=True)
class BuildReport:
    """What a build did: articles read (of which new, replaced, and copies of known ones at other places), unchanged,
    left out because they were forgotten, and failed with reasons; `counts` say what the graph holds now."""

    read: int = 0
    new: int = 0
    unchanged: int = 0
    replaced: int = 0
    copies: int = 0
    forgotten: int = 0
    failed: tuple[InputError, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

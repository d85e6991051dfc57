"""What a build says on its way and in the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from graph.errors import InputError

Progress = Callable[[int, int], None]
"""Called with the number of inputs that are done and that there are."""


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

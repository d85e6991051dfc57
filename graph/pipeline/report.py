"""What a build says in the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.errors import InputError


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
    failed: list[InputError] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

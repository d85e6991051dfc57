"""newsgraph: news articles in, a knowledge graph out.

    import graph
    kg = graph.build("KG", ["articles/"])
    kg.ask("who-briefed-whom", who="Lagon").to_pandas()

Names are loaded when they are first used, so that `import graph` is light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.extraction import extract
    from graph.knowledge import KnowledgeGraph, build
    from graph.knowledge import open_kg as open
    from graph.model import (
        Article,
        Chain,
        Claim,
        Entity,
        Event,
        Filler,
        Match,
        Mention,
        Part,
        Position,
        Relation,
        Role,
        Span,
        Statement,
        Time,
    )

__all__ = [
    "Article",
    "Chain",
    "Claim",
    "Entity",
    "Event",
    "Filler",
    "KnowledgeGraph",
    "Match",
    "Mention",
    "Part",
    "Position",
    "Relation",
    "Role",
    "Span",
    "Statement",
    "Time",
    "build",
    "extract",
    "open",
]

_HOMES = {
    "KnowledgeGraph": ("graph.knowledge", "KnowledgeGraph"),
    "build": ("graph.knowledge", "build"),
    "extract": ("graph.extraction", "extract"),
    "open": ("graph.knowledge", "open_kg"),
}
"""Where each name lives; any other is a type of `graph.model`."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'graph' has no attribute {name!r}; it has {', '.join(__all__)}")
    module, attribute = _HOMES.get(name, ("graph.model", name))
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return __all__

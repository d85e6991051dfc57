"""Since when and until when an office is held: "chairman since 2010", "was director from 2001 to 2005"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.parsed import Token
from graph.model import Time

BEGINS = frozenset({"since", "from"})
ENDS = frozenset({"until", "till", "to"})


def term(*heads: Token) -> tuple[str | None, str | None]:
    """The stated start and end of what these words tell (the verb, the title), as precise as stated."""
    start = end = None
    for preposition, time in _limits(heads):
        if preposition.lower_ in BEGINS:
            start = start or time.start
            end = end or (time.end if time.end != time.start else None)
        else:
            end = end or time.end or time.start
    return start, end


def _limits(heads: tuple[Token, ...]) -> Iterator[tuple[Token, Time]]:
    for head in heads:
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in BEGINS | ENDS:
                yield from _timed(child)


def _timed(preposition: Token) -> Iterator[tuple[Token, Time]]:
    """The times after a preposition, with those of a further one: "from 2001 to 2005"."""
    times = preposition.doc.times
    for child in preposition.children:
        if child.i in times:
            yield preposition, times[child.i]
        if child.dep_ == "prep" and child.lower_ in ENDS:
            yield from _timed(child)

"""Quotations: which tokens stand inside quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from graph.language.words import Words

OPENING = {"“": "”", "„": "“", "«": "»", "``": "''"}
CLOSING = frozenset({"”", "»", "''"})
STRAIGHT = '"'
MARKS = frozenset({*OPENING, *CLOSING, STRAIGHT})
RUN_ON = 3
"""Paragraphs that a quotation without marks of its own may run on over."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `start` to `end` (exclusive) with their marks. `closed`: the closing mark is there."""

    start: int
    end: int
    closed: bool


def quotations(words: Words) -> tuple[Quotation, ...]:
    """The quotations in order.

    One that is not closed in its paragraph runs on to the next closing mark; where a paragraph opens with a mark of
    its own (as newspapers do), or no closing mark comes, it ends with its paragraph.
    """
    marks = [index for index, text in enumerate(words.text) if text in MARKS]
    found: list[Quotation] = []
    opened: int | None = None
    for index in marks:
        opens = is_opening(words, index, inside=opened is not None)
        if opened is not None and (opens or paragraphs_between(words, opened, index) > RUN_ON):
            found.append(Quotation(opened, paragraph_end(words, opened), closed=False))
            opened = None
        if opened is not None:
            found.append(Quotation(opened, index + 1, closed=True))
            opened = None
        elif opens:
            opened = index
    if opened is not None:
        found.append(Quotation(opened, paragraph_end(words, opened), closed=False))
    return tuple(quotation for quotation in found if quotation.end - quotation.start > 2)


def is_opening(words: Words, index: int, *, inside: bool) -> bool:
    """Whether a mark opens a quotation: by its shape, or a straight one by the spaces at its sides."""
    if words.text[index] != STRAIGHT:
        return words.text[index] in OPENING
    at = words.start[index]
    free = at == 0 or words.source[at - 1].isspace() or words.source[at - 1] in "([—–"
    following = words.source[at + 1 : at + 2]
    if free and following and not following.isspace():
        return not (inside and following in ".,;:")
    return not inside and free


def paragraphs_between(words: Words, start: int, end: int) -> int:
    """How many paragraphs end between two tokens."""
    return sum("\n" in words.text[index] for index in range(start, end))


def paragraph_end(words: Words, start: int) -> int:
    """The token where the paragraph of a token ends (exclusive)."""
    return next((index for index in range(start, len(words)) if "\n" in words.text[index]), len(words))

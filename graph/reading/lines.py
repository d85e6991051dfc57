"""Single lines that say themselves that they are no part of an article: the patterns of `junk.toml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graph.reading.features import is_sentence
from graph.reading.knowledge import knowledge, words

EDGES = re.compile(r"^[^\w(]+|[^\w)?]+$")
LONG, LONGEST = 60, 400


@cache
def _lines() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((reason, _any_of(patterns)) for reason, patterns in knowledge()["lines"].items())


@cache
def _headings() -> dict[str, re.Pattern[str]]:
    return {kind: _any_of(patterns) for kind, patterns in knowledge()["headings"].items()}


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@cache
def _quoting() -> re.Pattern[str]:
    return re.compile(knowledge()["quoting"]["pattern"], re.IGNORECASE)


def line_reason(text: str) -> str | None:
    """Why a single block is no part of any article, or None.

    >>> line_reason("Published in Dawn, September 11, 2008"), line_reason("Share this story on Facebook")
    ('publication note', 'share line')
    """
    if len(text) > LONGEST or (len(text) > LONG and _quoting().search(text)):
        return None
    return next((reason for reason, pattern in _lines() if pattern.fullmatch(text)), None)


def is_heading(text: str, kind: str) -> bool:
    """Whether a block is a heading of a kind: "sections" (other stories), "comments" or "closing" (notes).

    >>> is_heading("MORE FROM WORLD", "sections"), is_heading("Comments (3)", "comments")
    (True, True)
    """
    plain = EDGES.sub("", text.casefold().replace("’", "'"))
    return plain in words(kind) or (len(plain) < 60 and _headings()[kind].fullmatch(plain) is not None)


def first_sentence(texts: Sequence[str]) -> int:
    """The number of the first block of the article's running text; the number of blocks where there is none."""
    return next((at for at, text in enumerate(texts) if is_sentence(text) and not line_reason(text)), len(texts))

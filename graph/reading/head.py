"""What stands above the first sentence: section names, headline, byline, date stamps, date line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.reading.dateline import date_line, dateline
from graph.reading.features import is_label, is_sentence, is_title, squash
from graph.reading.knowledge import words
from graph.reading.lines import is_heading

HEAD = 8
"""So many blocks at most stand above the text."""
SITE = re.compile(r"\s+[|–—»·:-]\s+[^|–—»·]{2,60}$")
PERSON = r"(?-i:[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|de|van|von|der|al|bin|el|la)){1,4})"
BYLINE = re.compile(
    rf"(?:(?:story|words|text|report|written|reported)\s+)?by:?\s+(?P<authors>{PERSON}(?:(?:\s*,\s*|\s+(?:and|&)\s+){PERSON})*)"
    r"(?:\s*[,|–—-]\s*.{0,80}|\s+(?:in|for|at)\s+.{1,60})?",
    re.IGNORECASE,
)
STAMP = re.compile(r"(?:published|posted|updated|last updated|last modified|first published|modified)\b", re.IGNORECASE)


def title_at(texts: Sequence[str], title: str | None) -> int | None:
    """Where a known title stands among the first blocks, if nothing but section names stands above it."""
    for number, text in enumerate(texts[:HEAD] if title else ()):
        if same_title(text, title or ""):
            return number
        if is_sentence(text):
            break
    return None


def same_title(text: str, title: str) -> bool:
    """Whether a block is the title, with or without the site's name behind it.

    >>> same_title("Port strike ends", "Port strike ends - Coast Post")
    True
    """
    return squash(text) in {squash(title), squash(SITE.sub("", title))} - {""}


def opens(texts: Sequence[str]) -> bool:
    """Whether a text begins with its headline: a title, and more below it."""
    if len(texts) < 2 or not is_title(texts[0]) or is_sentence(texts[0]):
        return False
    return not (dateline(texts[0]) or date_line(texts[0]) or authors(texts[0]))


def authors(text: str) -> tuple[str, ...]:
    """The people of a byline.

    >>> authors("By Ada Cole and Ben O'Hara, staff writers"), authors("By and large it went well")
    (('Ada Cole', "Ben O'Hara"), ())
    """
    match = BYLINE.fullmatch(text) if len(text) < 200 else None
    return tuple(re.split(r"\s*,\s*|\s+(?:and|&)\s+", match["authors"])) if match else ()


def is_section(text: str) -> bool:
    """Whether a block that opens a text is the name of a section of the paper."""
    return (is_label(text) and text.isupper()) or is_heading(text, "sections")


def above_text(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Bylines, date stamps and section names around the headline; a bare date line belongs to the article."""
    if len(texts) > 2 and is_section(texts[0]) and opens(texts[1:]):
        yield 0, "above the headline"
    for number, text in enumerate(texts[:HEAD]):
        if is_sentence(text) or dateline(text):
            return
        if authors(text) or text.casefold().strip(" .") in words("bylines"):
            yield number, "byline"
        elif date_line(text) and (STAMP.match(text) or ":" in text):
            yield number, "date stamp"

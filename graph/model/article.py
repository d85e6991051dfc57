"""An article as it is analysed: kept text, spans of it, and what was cut out."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass


def article_id(text: str) -> str:
    """The id of an article: 32 hex digits of the SHA-256 of its kept text without white space.

    >>> article_id("A b.") == article_id("A  b.\\n")
    True
    """
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one article's kept text."""

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def quote(self, text: str) -> str:
        """The words of the span, cut out of `Article.text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Segment:
    """`Article.text[start:end]` stands at `source` (a code point offset) in the file as read, one by one."""

    start: int
    end: int
    source: int


@dataclass(frozen=True, slots=True)
class ExcludedBlock:
    """A block of the file that is not part of the article: its words, place in the file as read, and why it was cut."""

    text: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence: "ISLAMABAD, Sept 10 (Reuters) -".

    `day` is "--09-10" where month and day are printed, `date` an ISO date where the year is too.
    """

    span: Span
    place: str | None = None
    place_span: Span | None = None
    day: str | None = None
    date: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it is analysed: its kept text with the headline as first paragraph, and its metadata.

    `identifier` is the file's own name (`news.jsonl#17` inside containers), never a path. `published` is an ISO date
    and `date_source` says where it came from ("metadata", "option", "dateline", "url"). `headline` ends where the
    first paragraph does (0: there is no headline). `modified` is the ISO date of a later version of the same page;
    `other_dates` are dates of publication that disagree with `published`, each as (where from, ISO date).
    """

    id: str
    identifier: str
    text: str
    title: str | None = None
    published: str | None = None
    date_source: str | None = None
    dateline: Dateline | None = None
    publisher: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    language: str = "en"
    headline: int = 0
    excluded: tuple[ExcludedBlock, ...] = ()
    segments: tuple[Segment, ...] = ()
    modified: str | None = None
    other_dates: tuple[tuple[str, str], ...] = ()

    def source_offset(self, offset: int) -> int | None:
        """The place of `text[offset]` in the file as read, or None where it is not in the file (an added headline)."""
        at = bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1
        if at < 0 or offset >= self.segments[at].end:
            return None
        return self.segments[at].source + offset - self.segments[at].start

    def source_range(self, span: Span) -> tuple[int, int] | None:
        """The start and end of a span in the file as read, or None where either end is not in the file."""
        start, last = self.source_offset(span.start), self.source_offset(span.end - 1)
        return None if start is None or last is None else (start, last + 1)

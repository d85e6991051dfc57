"""Raw → Article: the headline first, the dateline read, the junk cut out, the language known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.errors import InputError
from graph.model import Article, Dateline, ExcludedBlock, Span, article_id
from graph.reading.blocks import PARAGRAPHS, Block, assemble, squeeze
from graph.reading.dateline import date_line, dateline
from graph.reading.dates import from_url, parse_date
from graph.reading.features import is_sentence, is_title, squash
from graph.reading.junk import junk
from graph.reading.languages import foreign
from graph.reading.source import Raw, Settings

MOST_CHARACTERS = 1_000_000
HEAD = 6
"""The headline stands among the first blocks of a page, below its section names."""
SITE = re.compile(r"\s+[|–—»·-]\s+[^|–—»·]{2,60}$")
BYLINE = re.compile(
    r"(?:by|from)\s+(?P<authors>[A-Z][\w.'’-]+(?:\s+(?:and\s+|&\s+)?[A-Z][\w.'’-]+,?){1,12})(?:\s*[|,–—-].{0,60})?",
    re.I,
)


def article(raw: Raw, settings: Settings) -> Article:
    """The article of what a reader found.

    Raises InputError where there is no text, too much, or another language.
    """
    blocks, cut = _kept(raw, settings)
    title = squeeze(raw.title or "") or None
    added = _added_headline(blocks, title)
    text, segments = assemble(blocks, headline=added)
    headline = len(added) if added else _headline(blocks)
    _check(raw.identifier, text, settings)
    identity = article_id(text)
    line = _dateline(text, identity, headline)
    published, source = _published(raw, line, settings)
    return Article(
        id=identity,
        identifier=raw.identifier,
        text=text,
        title=title or text[:headline] or None,
        published=published,
        date_source=source,
        dateline=line,
        publisher=raw.publisher,
        url=raw.url,
        authors=raw.authors,
        language=settings.language,
        headline=headline,
        excluded=tuple(cut),
        segments=segments,
    )


def _kept(raw: Raw, settings: Settings) -> tuple[list[Block], list[ExcludedBlock]]:
    """The blocks of the article, and those that were cut."""
    if settings.keep_all:
        return list(raw.blocks), []
    reasons = _reasons(raw)
    kept = [block for number, block in enumerate(raw.blocks) if number not in reasons]
    cut = [
        ExcludedBlock(block.text, block.start, block.end, reasons[number])
        for number, block in enumerate(raw.blocks)
        if number in reasons
    ]
    return kept, cut


def _reasons(raw: Raw) -> dict[int, str]:
    """Why which blocks are cut: what the markup says, what stands above the headline, and the rules of `junk`."""
    reasons = {number: block.mark for number, block in enumerate(raw.blocks) if block.mark}
    open_ = [number for number in range(len(raw.blocks)) if number not in reasons]
    at = _title_at([raw.blocks[number].text for number in open_], raw.title)
    reasons |= dict.fromkeys(open_[:at], "above the headline")
    open_ = open_[at:]
    found = junk([raw.blocks[number].text for number in open_])
    return reasons | {open_[number]: reason for number, reason in found.items()}


def _title_at(texts: Sequence[str], title: str | None) -> int:
    """Where the known title stands among the first blocks, if nothing but section names stands above it; else 0."""
    if not title:
        return 0
    for number, text in enumerate(texts[:HEAD]):
        if _same_title(text, title):
            return number
        if is_sentence(text):
            break
    return 0


def _same_title(text: str, title: str) -> bool:
    """Whether a block is the title, with or without the site's name behind it."""
    return squash(text) in {squash(title), squash(SITE.sub("", title))}


def _added_headline(blocks: Sequence[Block], title: str | None) -> str | None:
    """The title, where the text does not begin with it."""
    if title is None or (blocks and _same_title(blocks[0].text, title)):
        return None
    return title


def _headline(blocks: Sequence[Block]) -> int:
    """Where the headline of a text ends that begins with one; 0: it has none."""
    if len(blocks) < 2:
        return 0
    first = blocks[0].text
    opens = is_title(first) and not is_sentence(first) and not dateline(first) and not date_line(first)
    return len(first) if opens else 0


def _check(identifier: str, text: str, settings: Settings) -> None:
    """Raises InputError for what is no article in the language asked for."""
    if not text:
        raise InputError(identifier, "has no text; give a file with the text of an article")
    if len(text) > MOST_CHARACTERS:
        reason = f"is one article of {len(text):,} characters; the limit is {MOST_CHARACTERS:,}: split it into articles"
        raise InputError(identifier, reason)
    other = foreign(text, settings.language)
    if other:
        reason = f'is written in another language ("{other}"); this graph reads "{settings.language}"'
        raise InputError(identifier, reason)


def _dateline(text: str, identity: str, headline: int) -> Dateline | None:
    """The dateline of a kept text: the place from the first paragraph, the date also from a date line above it."""
    start = headline + len(PARAGRAPHS) if headline else 0
    end = _end(text, start)
    above = date_line(text[start:end])
    if above is None:
        return _placed(text, identity, (start, end), None)
    following = end + len(PARAGRAPHS)
    placed = _placed(text, identity, (following, _end(text, following)), above)
    return placed or Dateline(Span(identity, start, end), day=above[1], date=above[0])


def _end(text: str, start: int) -> int:
    """Where the paragraph that begins at `start` ends."""
    end = text.find(PARAGRAPHS, start)
    return len(text) if end < 0 else end


def _placed(
    text: str, identity: str, at: tuple[int, int], above: tuple[str | None, str | None] | None
) -> Dateline | None:
    """The dateline that a paragraph begins with, completed by the date line above."""
    start, end = at
    found = dateline(text[start:end])
    if found is None:
        return None
    place = found.place and (start + found.place[0], start + found.place[1])
    date, day = above or (found.date, found.day)
    return Dateline(
        span=Span(identity, start, start + len(text[start : start + found.end].rstrip())),
        place=text[place[0] : place[1]] if place else None,
        place_span=Span(identity, *place) if place else None,
        day=day,
        date=date,
        agency=found.agency,
    )


def _published(raw: Raw, line: Dateline | None, settings: Settings) -> tuple[str | None, str | None]:
    """The publication date and where it comes from: metadata, then dateline, then URL, then the option."""
    candidates = (
        ("metadata", parse_date(raw.published or "")),
        ("dateline", line.date if line else None),
        ("url", from_url(raw.url)),
        ("option", settings.date),
    )
    return next(((date, source) for source, date in candidates if date), (None, None))

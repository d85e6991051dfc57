"""Raw → Article: the headline first, the dateline read, the junk cut out, the language known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from graph.errors import InputError
from graph.model import Article, Dateline, ExcludedBlock, Span, article_id
from graph.reading.blocks import PARAGRAPHS, assemble, squeeze
from graph.reading.dateline import Found, date_line, dateline, stamp_date, whole_dateline
from graph.reading.dates import from_url, parse_date
from graph.reading.features import is_sentence
from graph.reading.head import HEAD, authors, opens, same_title, title_at
from graph.reading.junk import junk
from graph.reading.languages import foreign
from graph.reading.source import DATELINE, OUTSIDE, Raw, Settings

STAMPED = frozenset({"byline", "date stamp", OUTSIDE})
"""Why a block with the article's own date may have been cut."""
MOST_CHARACTERS, MOST_BLOCKS = 1_000_000, 20_000


def article(raw: Raw, settings: Settings) -> Article:
    """The article of what a reader found.

    Raises InputError where there is no text, too much, or another language.
    """
    _bound(raw)
    reasons = {} if settings.keep_all else _ruled(raw, _reasons(raw), settings)
    blocks = [block for number, block in enumerate(raw.blocks) if number not in reasons]
    title = squeeze(raw.title or "") or None
    added = title if title and not (blocks and same_title(blocks[0].text, title)) else None
    text, segments = assemble(blocks, headline=added)
    _check(raw.identifier, text, settings)
    identity = article_id(text)
    headline = len(added or (blocks[0].text if title or opens([block.text for block in blocks[:2]]) else ""))
    stated = next((block.text for block in blocks if block.mark == DATELINE), None)
    line = _dateline(text, identity, headline, stated)
    dates = _dates(raw, line, _stamp(raw, reasons), settings)
    return Article(
        id=identity,
        identifier=raw.identifier,
        text=text,
        title=title or text[:headline] or None,
        published=dates[0][1] if dates else None,
        date_source=dates[0][0] if dates else None,
        dateline=line,
        publisher=raw.publisher,
        url=raw.url,
        authors=raw.authors or _byline(raw, reasons),
        language=settings.language,
        headline=headline,
        excluded=tuple(_excluded(raw, reasons)),
        segments=segments,
        modified=parse_date(raw.modified or ""),
        other_dates=tuple(date for date in dates[1:] if date[0] != "option" and date[1] != dates[0][1]),
    )


def _bound(raw: Raw) -> None:
    """Raises InputError for more than any article has, before any work is done on it."""
    characters = sum(len(block.text) for block in raw.blocks if not block.mark)
    if characters > 2 * MOST_CHARACTERS or len(raw.blocks) > MOST_BLOCKS:
        reason = (
            f"is one article of {characters:,} characters in {len(raw.blocks):,} paragraphs; split it into articles"
        )
        raise InputError(raw.identifier, f"{reason} (the limits are {MOST_CHARACTERS:,} and {MOST_BLOCKS:,})")


def _reasons(raw: Raw) -> dict[int, str]:
    """Why which blocks are cut: what the markup says, what stands above the headline, and the rules of `junk`."""
    marks = {number: block.mark for number, block in enumerate(raw.blocks) if block.mark and block.mark != DATELINE}
    free = [number for number in range(len(raw.blocks)) if number not in marks]
    at = title_at([raw.blocks[number].text for number in free], raw.title) or 0
    above, start = free[:at], free[at] if at < len(free) else 0
    # What is merely outside the main text helps to tell the lists of other stories in it.
    seen = [number for number in range(start, len(raw.blocks)) if marks.get(number, OUTSIDE) == OUTSIDE]
    found = junk([raw.blocks[number].text for number in seen])
    return {seen[at]: reason for at, reason in found.items()} | dict.fromkeys(above, "above the headline") | marks


def _ruled(raw: Raw, reasons: dict[int, str], settings: Settings) -> dict[int, str]:
    """The reasons as the user's rules for the article's source have them."""
    texts = [block.text for block in raw.blocks]
    for rules in settings.rules:
        if rules.fits(raw.identifier, raw.publisher, raw.url):
            verdicts = dict(rules.verdicts(texts))
            reasons = {at: reason for at, reason in reasons.items() if at not in verdicts}
            reasons |= {at: reason for at, reason in verdicts.items() if reason}
    return reasons


def _excluded(raw: Raw, reasons: dict[int, str]) -> Iterator[ExcludedBlock]:
    """The cut blocks; neighbours that the markup sets apart for one reason are one block."""
    numbered = [(number, raw.blocks[number]) for number in sorted(reasons)]
    for (reason, _), group in groupby(numbered, key=lambda item: (reasons[item[0]], item[1].mark or item[0])):
        blocks = [block for _, block in group]
        places = [block for block in blocks if block.pieces]
        start, end = (places[0].start, places[-1].end) if places else (0, 0)
        yield ExcludedBlock("\n".join(block.text for block in blocks), start, end, reason)


def _byline(raw: Raw, reasons: dict[int, str]) -> tuple[str, ...]:
    """The people of the first byline that was cut."""
    lines = (raw.blocks[number].text for number, reason in sorted(reasons.items()) if reason == "byline")
    return next((people for line in lines if (people := authors(line))), ())


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


def _dateline(text: str, identity: str, headline: int, stated: str | None) -> Dateline | None:
    """The dateline of a kept text: the place from the first paragraph, the date also from a date line above it.

    `stated` is a paragraph that is a dateline because its wrapping says so.
    """
    start = headline + len(PARAGRAPHS) if headline else 0
    end = _end(text, start)
    above = date_line(text[start:end])
    following = (end + len(PARAGRAPHS), _end(text, end + len(PARAGRAPHS))) if above else (start, end)
    paragraph = text[slice(*following)]
    found = dateline(paragraph) or whole_dateline(paragraph)
    # A place alone on a line may be the name of a section.
    if found and (found.end < len(paragraph) or found.day or found.agency or paragraph == stated):
        return _placed(found, Span(identity, following[0], following[0] + found.end), text, above)
    return Dateline(Span(identity, start, end), day=above[1], date=above[0]) if above else None


def _end(text: str, start: int) -> int:
    """Where the paragraph that begins at `start` ends."""
    end = text.find(PARAGRAPHS, start)
    return len(text) if end < 0 else end


def _placed(found: Found, span: Span, text: str, above: tuple[str | None, str | None] | None) -> Dateline:
    """A dateline at its place in the text, completed by the date line above."""
    place = Span(span.article, span.start + found.place[0], span.start + found.place[1]) if found.place else None
    date, day = above or (found.date, found.day)
    return Dateline(
        span=Span(span.article, span.start, span.start + len(span.quote(text).rstrip())),
        place=place.quote(text) if place else None,
        place_span=place,
        day=day,
        date=date,
        agency=found.agency,
    )


def _stamp(raw: Raw, reasons: dict[int, str]) -> str | None:
    """The date printed between the headline and the text, where it is no other story's."""
    head = [number for number, block in enumerate(raw.blocks) if same_title(block.text, raw.title or "")]
    for number in range(head[0] + 1 if head else 0, len(raw.blocks))[:HEAD]:
        text = raw.blocks[number].text
        if number not in reasons and is_sentence(text):
            break
        date = stamp_date(text) if reasons.get(number, "byline") in STAMPED else None
        if date:
            return date
    return None


def _dates(raw: Raw, line: Dateline | None, stamp: str | None, settings: Settings) -> Sequence[tuple[str, str]]:
    """Every date of publication with its origin; the one that counts goes first: metadata, dateline, URL, option."""
    candidates = (
        ("metadata", parse_date(raw.published or "")),
        ("dateline", line.date if line and line.date else stamp),
        ("url", from_url(raw.url)),
        ("option", settings.date),
    )
    return [(source, date) for source, date in candidates if date]

"""PDF files with a text layer, by PDFium: lines put together to paragraphs by their places on the page.

Offsets count in the text layer as it is put together here, one paragraph a line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pypdfium2
from pypdfium2 import raw as pdfium

from graph.errors import InputError
from graph.reading.blocks import Block, squeeze, to_blocks
from graph.reading.features import SENTENCE_END
from graph.reading.head import same_title
from graph.reading.source import Raw, Source

MOST_BYTES = 200_000_000
MOST_PAGES = 2_000
HYPHENS = "\x02\ufffe\u00ad"
"""What PDFium gives for a hyphen at which a word was broken."""
PAGE_NUMBER = re.compile(r"(?:page\s*)?\d+(?:\s*(?:of|/)\s*\d+)?", re.IGNORECASE)
WIDE_GAP = 1.35
"""Lines this many times further apart than most begin a new paragraph."""
SHORT_LINE = 0.85
"""A line shorter than this part of the longest may end a paragraph."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its text, how high on the page its letters' feet and how tall they are, and where it ends."""

    text: str
    y: float
    size: float
    right: float


def read_pdf(source: Source) -> Iterator[Raw | InputError]:
    """The one article of a PDF file."""
    data = source.bytes(MOST_BYTES)
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            pages = [_lines(document[number]) for number in range(min(len(document), MOST_PAGES))]
            title = squeeze(document.get_metadata_value("Title") or "")
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise InputError(source.name, f"is no readable PDF file ({error})") from error
    if not any(pages):
        raise InputError(source.name, "has no text layer (it holds pictures of pages); run text recognition first")
    blocks = _blocks(pages)
    # Many programs write something else than the headline into this field.
    stated = title if any(same_title(block.text, title) for block in blocks[:6]) else None
    yield replace(Raw(source.name, blocks), title=stated)


def _lines(page: pypdfium2.PdfPage) -> list[Line]:
    """The printed lines of one page, in PDFium's order of reading."""
    text = page.get_textpage()
    lines: list[Line] = []
    letters: list[tuple[str, float, float, float]] = []
    for number in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text, number))
        if letter in "\r\n":
            lines.extend(_line(letters))
            letters = []
        else:
            _, bottom, right, top = text.get_charbox(number, loose=True)
            letters.append((letter, bottom, top - bottom, right))
    return [*lines, *_line(letters)]


def _line(letters: Sequence[tuple[str, float, float, float]]) -> Iterator[Line]:
    text = "".join(letter for letter, *_ in letters)
    if text.strip():
        _, bottoms, sizes, rights = zip(*letters, strict=True)
        yield Line(text, median(bottoms), median(sizes), max(rights))


def _blocks(pages: Sequence[Sequence[Line]]) -> tuple[Block, ...]:
    """The paragraphs of all pages, then what is printed at the edge of every page, marked."""
    edges = Counter(_edge(line.text) for page in pages for line in {*page[:1], *page[-1:]})
    often = {edge for edge, count in edges.items() if count > 1 and 2 * count >= len(pages)}
    kept: list[Line] = []
    cut: list[Line] = []
    for page in pages:
        for number, line in enumerate(page):
            outer = number in {0, len(page) - 1}
            is_edge = (
                outer and len(pages) > 1 and (_edge(line.text) in often or PAGE_NUMBER.fullmatch(line.text.strip()))
            )
            (cut if is_edge else kept).append(line)
    body = "\n\n".join(_paragraphs(kept))
    text = "\n\n".join([body, *(line.text for line in cut)])
    return tuple(
        replace(block, mark="page furniture") if block.start >= len(body) else block for block in to_blocks(text)
    )


def _edge(text: str) -> str:
    """A running head or foot without its page number."""
    return re.sub(r"\d+", "#", squeeze(text))


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The lines put together, broken words mended."""
    gaps = [above.y - below.y for above, below in pairwise(lines) if above.y > below.y]
    usual, longest = sorted(gaps or [0])[len(gaps) // 4], max((line.right for line in lines), default=0)
    words = ""
    for above, line in pairwise((None, *lines)):
        if line is None:
            continue
        if above and _is_break(above, line, usual, longest):
            yield words
            words = ""
        broken = words[-1:] in {*HYPHENS, "-"} if words else False
        words = words.rstrip(HYPHENS) + ("" if broken or not words else " ") + line.text.rstrip(" ")
    if words:
        yield words


def _is_break(above: Line, line: Line, usual: float, longest: float) -> bool:
    """Whether a paragraph ends between two lines: by distance, size, or a short line with a full stop."""
    gap = above.y - line.y
    ended = bool(SENTENCE_END.search(above.text.strip()))
    if gap <= 0:
        # A new page or column: the paragraph goes on unless its sentence is over.
        return ended
    larger = max(above.size, line.size) > WIDE_GAP * min(above.size, line.size)
    return larger or gap > WIDE_GAP * usual or (ended and above.right < SHORT_LINE * longest)

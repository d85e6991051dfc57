"""Saved web pages: the main text by trafilatura, every other block of the page kept apart with its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import trafilatura

from graph.errors import InputError
from graph.reading.blocks import squeeze
from graph.reading.decoding import decode
from graph.reading.features import is_sentence, squash
from graph.reading.markup import Chunk, Places, chunks, parse_html
from graph.reading.pages import page_metadata
from graph.reading.source import OUTSIDE, Raw, Source

MOST_BYTES = 20_000_000
MOST_PRINTED = 1_000_000
CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
LONG = 40
"""From so many characters on, a paragraph found inside another is no chance."""
RUNNING = frozenset({"p", "blockquote", "h2", "h3", "h4", "h5", "h6"})


def read_html(source: Source) -> Iterator[Raw | InputError]:
    """The one article of a saved page."""
    data = source.bytes(MOST_BYTES)
    yield page(decode(data, source.name, declared_encoding(data)), source.name)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page or an XML file declares in its first lines."""
    declared = CHARSET.search(data[:4096])
    return declared[1].decode("ascii", "ignore") if declared else None


def page(text: str, name: str) -> Raw:
    """The article of a page's source. Raises InputError where it has none."""
    tree = parse_html(text, name)
    found = page_metadata(tree)
    there = chunks(tree)
    printed = sum(len(chunk.text) for chunk in there)
    if printed > MOST_PRINTED:
        raise InputError(name, f"prints {printed:,} characters; the limit for one page is {MOST_PRINTED:,}")
    title = _title(there, found.get("title"))
    kept = _kept(there, _main(text), title)
    if not any(is_sentence(there[number].text) for number in kept):
        raise InputError(name, "has no article that could be told from the rest of the page")
    places, after, blocks = Places(text), 0, []
    for number, chunk in enumerate(there):
        block, after = places.block(chunk.text, after, None if number in kept else chunk.mark or OUTSIDE)
        blocks.append(block)
    return replace(Raw(name, tuple(blocks), **found), title=title)


def _main(text: str) -> str | None:
    """The main text of a page, a paragraph a line."""
    # deduplicate=True would keep state from page to page: the same page's fourth call gives nothing.
    return trafilatura.extract(text, include_comments=False, include_tables=True, deduplicate=False, favor_recall=True)


def _title(there: Sequence[Chunk], known: str | None) -> str | None:
    """The headline: the page's own only first-level heading where it agrees with the metadata, else the metadata's."""
    headings = [chunk.text for chunk in there if chunk.tag == "h1"]
    if len(headings) != 1 or known is None:
        return known or next(iter(headings), None)
    printed, stated = set(squash(headings[0]).split()), set(squash(known).split())
    return headings[0] if len(printed & stated) * 2 >= min(len(printed), len(stated)) else known


def _kept(there: Sequence[Chunk], main: str | None, title: str | None) -> set[int]:
    """The numbers of the chunks that are the article's: what trafilatura keeps, unless the markup says otherwise, and
    the paragraphs among these that it left out."""
    lines = {_dense(line.removeprefix("- ")) for line in (main or "").splitlines()}
    whole = _dense(main or "")
    free = [number for number, chunk in enumerate(there) if chunk.mark is None]
    kept = {number for number in free if _is_in(_dense(there[number].text), lines, whole)}
    if not any(is_sentence(there[number].text) for number in kept):
        kept = {number for number in free if is_sentence(there[number].text)}
    return kept | _siblings(there, kept) | _headline(there, title)


def _dense(text: str) -> str:
    return "".join(squeeze(text).split())


def _is_in(text: str, lines: set[str], whole: str) -> bool:
    return text in lines or (len(text) >= LONG and text in whole)


def _siblings(there: Sequence[Chunk], kept: set[int]) -> set[int]:
    """Unmarked paragraphs and headings that stand among at least two kept paragraphs in one element."""
    parents = Counter(there[number].parent for number in kept if there[number].tag == "p")
    first = min(kept, default=0)
    return {
        number
        for number, chunk in enumerate(there)
        if number > first and chunk.mark is None and chunk.tag in RUNNING and parents[chunk.parent] >= 2
    }


def _headline(there: Sequence[Chunk], title: str | None) -> set[int]:
    """The chunk that prints the title, where there is one: a heading before other text."""
    if title is None:
        return set()
    same = [number for number, chunk in enumerate(there) if squash(chunk.text) == squash(title)]
    return set(sorted(same, key=lambda number: there[number].tag != "h1")[:1])

"""HTML and XML → chunks: the printed paragraphs of a tree in order, each with what its markup says of it."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape

from lxml import etree
from lxml import html as lxml_html

from graph.errors import InputError
from graph.model import Segment
from graph.reading.blocks import PRINTED, Block, squeeze
from graph.reading.knowledge import knowledge, names

UNREAD, BLOCKS = (frozenset(names("elements")[kind]) for kind in ("unread", "blocks"))
"""Elements that print nothing of their text, and elements that stand on lines of their own."""
BREAK = "\x1e"
BREAKS = re.compile(r"\x1e\s*\x1e[\s\x1e]*")
BLANK_LINE = re.compile(r"\n\s*\n")
TYPEWRITTEN = {number: bytes([number]).decode("cp1252", "ignore") or " " for number in range(0x80, 0xA0)}
"""Old pages write &#146; for an apostrophe: the number is windows-1252, as every browser reads it."""
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
ENCODING = re.compile(r"^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*[\"'][^\"']*[\"']")
MOST_OF_PAGE = 0.5
"""A class name is not believed where what it marks is the better part of the page's running text."""
MOST_MISSED = 100
"""Markup so odd that this many paragraphs are not found in it is not searched any more."""
TOKEN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<(?P<unread>script|style|noscript|template|svg|head)\b.*?</(?P=unread)\s*>"
    r"|<[^<>]*>|(?P<entity>&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);?)|(?P<text>[^<&]+)|.",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """One printed paragraph of a tree: its words, its element's tag, its parent's number, and its mark if any."""

    text: str
    tag: str
    parent: int
    mark: str | None


def parse_html(text: str, name: str) -> etree._Element:
    """The tree of a page. Raises InputError where there is none."""
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(name, f"is no readable HTML ({squeeze(str(error))[:200]})") from error


def parse_xml(text: str, name: str) -> etree._Element:
    """The tree of some XML, with no entity of its own and nothing fetched. Raises InputError where it is broken."""
    data = ENCODING.sub(r"\1", text.lstrip("\ufeff"), count=1).encode("utf-8", "replace")
    forbid_entities(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8")
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(name, f"is no well-formed XML ({squeeze(str(error))[:200]})") from error


def forbid_entities(data: bytes, name: str) -> None:
    """Raises InputError where some XML declares entities: they can make little grow without bound."""
    if b"<!ENTITY" in data:
        raise InputError(name, "declares XML entities, which are not read for safety; write them out")


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace; nothing for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def chunks(tree: etree._Element) -> list[Chunk]:
    """Every printed paragraph of a tree, marked where the markup says that it is no running text."""
    found = list(_walk(tree))
    sizes: defaultdict[int | None, int] = defaultdict(int)
    for chunk, marker in found:
        sizes[marker] += len(chunk.text)
    whole = sum(sizes.values())
    doubted = {marker for marker, size in sizes.items() if marker is not None and size > MOST_OF_PAGE * whole}
    return [Chunk(chunk.text, chunk.tag, chunk.parent, None) if marker in doubted else chunk for chunk, marker in found]


def _walk(tree: etree._Element) -> Iterator[tuple[Chunk, int | None]]:
    """The chunks, each with the number of the element that marks it."""
    path = [Step("", 0, None, None)]
    words: list[str] = []
    count = 0
    for token in _tokens(tree):
        if isinstance(token, str):
            words.append(token)
            continue
        yield from _printed(words, path)
        words.clear()
        if token is None:
            path.pop()
        else:
            count += 1
            mark = path[-1].mark or _mark(token, [step.tag for step in path])
            path.append(Step(_tag(token), count, mark, path[-1].marker or (count if mark else None)))
    yield from _printed(words, path)


@dataclass(frozen=True, slots=True)
class Step:
    """One open block element: its tag and number, and the mark that it bears or inherits, with the bearer's number."""

    tag: str
    number: int
    mark: str | None
    marker: int | None


def _printed(words: list[str], path: list[Step]) -> Iterator[tuple[Chunk, int | None]]:
    """The chunks in the text of one element: parted by double line breaks, in preformatted text by blank lines."""
    step, parent = path[-1], path[-2].number if len(path) > 1 else 0
    for part in (BLANK_LINE if step.tag == "pre" else BREAKS).split("".join(words).translate(TYPEWRITTEN)):
        if text := squeeze(part):
            yield Chunk(text, step.tag, parent, step.mark), step.marker


def _tokens(tree: etree._Element) -> Iterator[str | etree._Element | None]:
    """The text of a tree as strings, the block elements that open, and None for each that closes."""
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if _is_unread(element):
                walk.skip_subtree()
                continue
            if _tag(element) in BLOCKS:
                yield element
            yield BREAK if _tag(element) == "br" else element.text or ""
        else:
            if event == "end" and _tag(element) in BLOCKS and not _is_unread(element):
                yield None
            yield element.tail or ""


def _tag(element: etree._Element) -> str:
    return local_name(element).lower()


def _is_unread(element: etree._Element) -> bool:
    """Whether nothing of an element is printed."""
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return _tag(element) in UNREAD or hidden or bool(HIDDEN.search(element.get("style") or ""))


@cache
def _classes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in knowledge()["classes"].items())


def _mark(element: etree._Element, path: list[str]) -> str | None:
    """What an element's own tag, role and classes say that it is, if it is no running text."""
    tag = _tag(element)
    if tag in {"html", "body", "main", "article"}:
        return None
    if tag == "header" and not {"article", "main"} & set(path):
        return "page header"
    by_name = knowledge()["tags"].get(tag) or knowledge()["roles"].get(element.get("role") or "")
    if by_name:
        return str(by_name)
    words = f"{element.get('class') or ''} {element.get('id') or ''}"
    return next((reason for reason, pattern in _classes() if pattern.search(words)), None)


class Places:
    """Where the printed characters of some markup stand in its source."""

    def __init__(self, source: str) -> None:
        parts: list[str] = []
        self._missed = 0
        self._offsets = array("q")
        for match in TOKEN.finditer(source):
            self._take(match, parts)
        self._dense = "".join(parts)

    def _take(self, match: re.Match[str], parts: list[str]) -> None:
        """Adds the printed characters of one token."""
        if match["entity"]:
            printed = "".join(PRINTED.findall(unescape(match["entity"])))
            parts.append(printed)
            self._offsets.extend([match.start()] * len(printed))
            return
        kind = "cdata" if match["cdata"] is not None else "text" if match["text"] else None
        if kind:
            for word in PRINTED.finditer(match.string, *match.span(kind)):
                parts.append(word.group())
                self._offsets.extend(range(*word.span()))

    def block(self, text: str, after: int, mark: str | None = None) -> tuple[Block, int]:
        """A block of some printed text, which stands behind `after`; and where the next one is to be sought."""
        dense = "".join(text.split())
        at = self._dense.find(dense, after) if self._missed < MOST_MISSED else -1
        if at < 0:
            self._missed += 1
            return Block(text, (), mark), after
        return Block(text, tuple(_pieces(text, self._offsets[at : at + len(dense)])), mark), at + len(dense)


def _pieces(text: str, offsets: array[int]) -> Iterator[Segment]:
    """The segments of a squeezed text whose characters besides spaces stand at some offsets."""
    for spaces, word in enumerate(re.finditer(r"\S+", text)):
        start, end = word.span()
        if offsets[end - 1 - spaces] - offsets[start - spaces] == end - 1 - start:
            yield Segment(start, end, offsets[start - spaces])
        else:
            yield from _broken(start, offsets[start - spaces : end - spaces])


def _broken(start: int, offsets: array[int]) -> Iterator[Segment]:
    """The segments of a word whose characters do not follow one another in the source."""
    for at, offset in enumerate(offsets):
        yield Segment(start + at, start + at + 1, offset)


def fragment(text: str) -> tuple[Block, ...]:
    """The blocks of a piece of HTML that stands in a field of something else."""
    places, after, blocks = Places(text), 0, []
    for chunk in chunks(parse_html(f"<div>{text}</div>", "fragment")):
        block, after = places.block(chunk.text, after, chunk.mark)
        blocks.append(block)
    return tuple(blocks)

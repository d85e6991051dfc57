"""NITF, the news agencies' format for one story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from graph.errors import InputError
from graph.reading.blocks import squeeze
from graph.reading.decoding import decode
from graph.reading.head import authors
from graph.reading.html import declared_encoding
from graph.reading.markup import Places, local_name, parse_xml
from graph.reading.source import DATELINE, Metadata, Raw, Source

MOST_BYTES = 20_000_000
PARTS: dict[str, str | None] = {
    "hl1": None,
    "hl2": None,
    "p": None,
    "li": None,
    "dateline": DATELINE,
    "byline": "byline",
    "tagline": "publication note",
    "distributor": "publication note",
    "copyrite": "copyright line",
    "media-caption": "caption",
    "media-producer": "picture credit",
    "note": "note to editors",
}
"""The elements that print a paragraph, and why some are no text of the article."""


def read_nitf(source: Source) -> Iterator[Raw | InputError]:
    """The one story of an NITF file."""
    data = source.bytes(MOST_BYTES)
    text = decode(data, source.name, declared_encoding(data))
    yield story(parse_xml(text, source.name), text, source.name)


def read_unknown(source: Source) -> Iterator[Raw | InputError]:
    """Only a complaint: XML of no kind that is known."""
    data = source.bytes(MOST_BYTES)
    root = local_name(parse_xml(decode(data, source.name, declared_encoding(data)), source.name))
    yield InputError(source.name, f"is XML with the root <{root}>; NITF, NewsML-G2, RSS and Atom are read")


def story(tree: etree._Element, text: str, name: str) -> Raw:
    """The story of an NITF element whose source is, or stands in, a text."""
    places, after, blocks = Places(text), 0, []
    for words, mark in _paragraphs(tree):
        block, after = places.block(words, after, mark)
        blocks.append(block)
    return replace(Raw(name, tuple(blocks)), **metadata(tree))


def _paragraphs(tree: etree._Element) -> Iterator[tuple[str, str | None]]:
    """Each paragraph with its mark; one inside another counts with the outer one."""
    inside: etree._Element | None = None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            inside = None if element is inside else inside
        elif inside is None and local_name(element) in PARTS:
            inside = element
            if words := squeeze("".join(element.itertext())):
                yield words, PARTS[local_name(element)]


def metadata(tree: etree._Element) -> Metadata:
    """Title, date, publisher and authors as the head of a story states them."""
    stated = Metadata()
    if title := _text(tree, ".//*[local-name()='hl1']") or _text(tree, ".//*[local-name()='title']"):
        stated["title"] = title
    dates = ("date.issue", "date.release", "story.date")
    found = [value for tag in dates for value in tree.xpath(f".//*[local-name()='{tag}']/@norm")]
    if date := next(iter(found + tree.xpath(".//*[local-name()='pubdata']/@date.publication")), None):
        stated["published"] = str(date)
    names = tree.xpath(".//*[local-name()='pubdata']/@name | .//*[local-name()='doc.copyright']/@holder")
    if publisher := squeeze(str(next(iter(names), ""))) or _text(tree, ".//*[local-name()='distributor']"):
        stated["publisher"] = publisher
    byline = ".//*[local-name()='byline']"
    people = tuple(_texts(tree, f"{byline}/*[local-name()='person']")) or authors(_text(tree, byline) or "")
    return stated | {"authors": people}


def _texts(tree: etree._Element, path: str) -> Iterator[str]:
    return (words for element in tree.xpath(path) if (words := squeeze("".join(element.itertext()))))


def _text(tree: etree._Element, path: str) -> str | None:
    return next(_texts(tree, path), None)

"""NewsML-G2, the news agencies' format of messages: each news item with its text in XHTML, NITF or plain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from graph.errors import InputError
from graph.reading.blocks import Block, squeeze, to_blocks
from graph.reading.decoding import decode
from graph.reading.html import declared_encoding
from graph.reading.markup import Places, chunks, local_name, parse_xml
from graph.reading.nitf import MOST_BYTES, story
from graph.reading.records import numbered
from graph.reading.source import Metadata, Raw, Source

STATED: dict[str, tuple[str, ...]] = {
    "title": ("contentMeta/headline", "itemMeta/title"),
    "published": ("contentMeta/contentCreated", "itemMeta/firstCreated", "itemMeta/versionCreated"),
    "modified": ("contentMeta/contentModified", "itemMeta/versionCreated"),
    "publisher": (
        "itemMeta/provider/name",
        "itemMeta/provider/@literal",
        "contentMeta/infoSource/name",
        "rightsInfo/copyrightHolder/name",
    ),
    "authors": ("contentMeta/creator/name", "contentMeta/by"),
    "url": ("itemMeta/link/@href",),
}
"""Where the metadata of an item stand, the most reliable first."""


def read_newsml(source: Source) -> Iterator[Raw | InputError]:
    """The text of every news item of a file; items without text (pictures, videos) are passed over."""
    data = source.bytes(MOST_BYTES)
    text = decode(data, source.name, declared_encoding(data))
    tree = parse_xml(text, source.name)
    items = [element for element in tree.iter() if local_name(element) == "newsItem"]
    places = Places(text)
    found = 0
    for number, item in enumerate(items, 1):
        raw = _item(item, text, places, numbered(source.name, number) if len(items) > 1 else source.name)
        if raw is not None:
            found += 1
            yield raw
    if not found:
        yield InputError(source.name, "holds no news item with a text (XHTML, NITF or plain)")


def _item(item: etree._Element, text: str, places: Places, name: str) -> Raw | None:
    """One news item, or None where it has no text."""
    for content in item.iter():
        kind = local_name(content)
        if kind == "nitf":
            raw = story(content, text, name)
            return replace(raw, **_metadata(item))
        if kind in {"html", "inlineData"}:
            parts = chunks(content) if kind == "html" else None
            found = [(part.text, part.mark) for part in parts] if parts is not None else _plain(content)
            if found:
                return replace(Raw(name, tuple(_placed(found, places))), **_metadata(item))
    return None


def _plain(content: etree._Element) -> list[tuple[str, str | None]]:
    return [(block.text, None) for block in to_blocks(content.text or "")]


def _placed(found: list[tuple[str, str | None]], places: Places) -> Iterator[Block]:
    after = 0
    for words, mark in found:
        block, after = places.block(words, after, mark)
        yield block


def _metadata(item: etree._Element) -> Metadata:
    """What an item states of itself."""
    found = {name: [value for path in paths for value in _values(item, path)] for name, paths in STATED.items()}
    stated: Metadata = {"authors": tuple(found["authors"])} if found["authors"] else {}
    for name in ("title", "published", "modified", "publisher", "url"):
        if found[name]:
            stated[name] = found[name][0]
    return stated


def _values(item: etree._Element, path: str) -> Iterator[str]:
    """The printed values at a path of element names, whatever their namespace."""
    steps = "/".join(step if step.startswith("@") else f"*[local-name()='{step}']" for step in path.split("/"))
    for found in item.xpath(f"./{steps}"):
        if words := squeeze(found if isinstance(found, str) else "".join(found.itertext())):
            yield words

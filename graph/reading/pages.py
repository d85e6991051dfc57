"""What a web page says about itself: JSON-LD, OpenGraph and other meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from graph.reading.blocks import squeeze
from graph.reading.records import metadata, strings
from graph.reading.source import Metadata

ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report", re.IGNORECASE)


def page_metadata(tree: etree._Element) -> Metadata:
    """What a page's own metadata state: JSON-LD first, then meta tags, the canonical link and the page's title."""
    stated = metadata(_links(tree)) | metadata(_tags(tree), table="meta") | metadata(_linked(tree), table="json_ld")
    authors = tuple(name for name in stated.get("authors", ()) if not name.startswith("http"))
    return stated | {"authors": authors}


def _links(tree: etree._Element) -> dict[str, object]:
    """The canonical link and the title of a page's head."""
    titles = (squeeze("".join(title.itertext())) for title in tree.xpath("//head/title"))
    return {"url": tree.xpath("//link[@rel='canonical']/@href")[:1], "title": [title for title in titles if title]}


def _tags(tree: etree._Element) -> dict[str, object]:
    """The values of all meta tags and of `itemprop`s with a value, by lower-case name."""
    tags: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = squeeze(tag.get("content") or "")
        if name and content:
            tags.setdefault(name.lower(), []).append(content)
    return dict(tags)


def _linked(tree: etree._Element) -> Mapping[str, object]:
    """The page's own article among its JSON-LD objects."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(value):
            if any(ARTICLE_TYPES.search(kind) for kind in strings(item.get("@type"))):
                return item
    return {}


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    """The objects at the top of a JSON-LD value, those of its graph too; never those inside another's fields."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            yield item
            held = item.get("@graph")
            yield from (entry for entry in (held if isinstance(held, list) else ()) if isinstance(entry, Mapping))

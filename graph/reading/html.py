"""Saved web pages: the article by trafilatura, the metadata from JSON-LD, OpenGraph and meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from graph.errors import InputError
from graph.reading.blocks import squeeze, to_blocks
from graph.reading.decoding import decode
from graph.reading.records import strings
from graph.reading.source import Raw, Source

MOST_BYTES = 20_000_000
CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report", re.IGNORECASE)
META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.created",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "originalpublicationdate",
        "cxenseparse:recs:publishtime",
        "published_at",
    ),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher"),
    "url": ("og:url",),
    "authors": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
}
"""Names of meta tags, lower case, the most reliable first."""
JSON_LD = {
    "title": "headline",
    "published": "datePublished",
    "publisher": "publisher",
    "url": "url",
    "authors": "author",
}


def read_html(source: Source) -> Iterator[Raw | InputError]:
    """The one article of a saved page."""
    data = source.bytes(MOST_BYTES)
    declared = CHARSET.search(data[:4096])
    text = decode(data, source.name, declared[1].decode("ascii") if declared else None)
    yield page(text, source.name)


def page(text: str, name: str) -> Raw:
    """The article of a page's source. Raises InputError where it has none."""
    tree = parse(text, name)
    body = trafilatura.extract(
        text, output_format="txt", include_comments=False, include_tables=False, deduplicate=False, favor_recall=True
    )
    if not body:
        raise InputError(name, "has no article that could be told from the rest of the page")
    found = metadata(tree)
    single = {field: next(iter(found[field]), None) for field in ("title", "published", "publisher", "url")}
    return Raw(name, to_blocks(body), authors=found["authors"], **single)


def parse(text: str, name: str) -> etree._Element:
    """The tree of a page. Raises InputError where there is none."""
    try:
        tree = lxml_html.document_fromstring(
            text.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError) as error:
        raise InputError(name, f"is no readable HTML ({squeeze(str(error))})") from error
    return tree


def metadata(tree: etree._Element) -> dict[str, tuple[str, ...]]:
    """Title, date, publisher, URL and authors as the page's own metadata state them: JSON-LD, then meta tags."""
    linked = _linked(tree)
    tags = _tags(tree)
    found: dict[str, tuple[str, ...]] = {}
    for field, names in META.items():
        values = (strings(linked.get(JSON_LD[field])), *(tags.get(name, ()) for name in names))
        found[field] = next((value for value in values if value), ())
    found["url"] = found["url"] or tuple(tree.xpath("//link[@rel='canonical']/@href"))[:1]
    found["title"] = found["title"] or _heading(tree)
    found["authors"] = tuple(name for name in found["authors"] if not name.startswith("http"))
    return found


def _tags(tree: etree._Element) -> dict[str, tuple[str, ...]]:
    """The values of all meta tags and of `itemprop`s with a value, by lower-case name."""
    tags: dict[str, tuple[str, ...]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = squeeze(tag.get("content") or "")
        if name and content:
            tags[name.lower()] = (*tags.get(name.lower(), ()), content)
    return tags


def _heading(tree: etree._Element) -> tuple[str, ...]:
    """The page's only first-level heading, else its title."""
    headings = [text for heading in tree.iter("h1") if (text := squeeze("".join(heading.itertext())))]
    if len(headings) == 1:
        return (headings[0],)
    return tuple(text for title in tree.xpath("//head/title") if (text := squeeze("".join(title.itertext()))))[:1]


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
            yield from _objects(item.get("@graph") or [])

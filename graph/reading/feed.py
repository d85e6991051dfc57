"""RSS and Atom files: every entry with its full text, by feedparser."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

import feedparser

from graph.errors import InputError
from graph.reading.markup import forbid_entities
from graph.reading.records import numbered, one
from graph.reading.source import Raw, Source

MOST_BYTES = 50_000_000


def read_feed(source: Source) -> Iterator[Raw | InputError]:
    """Every entry of a feed, its full content before its summary."""
    data = source.bytes(MOST_BYTES)
    forbid_entities(data, source.name)
    # Nothing is shown from here, so that nothing needs cleaning; it would take most of the time.
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        problem = feed.get("bozo_exception")
        yield InputError(source.name, f"is a feed without entries{f' ({problem})' if problem else ''}")
    for number, entry in enumerate(feed.entries, 1):
        yield one(_row(dict(entry), dict(feed.feed)), numbered(source.name, number), {})


def _row(entry: Mapping[str, object], feed: Mapping[str, object]) -> dict[str, object]:
    """The fields of an entry, under the names of `records`."""
    contents = entry.get("content")
    texts = [str(content.get("value") or "") for content in contents] if isinstance(contents, list) else []
    return {
        "text": max(texts, key=len, default="") or entry.get("summary"),
        "title": entry.get("title"),
        "published": entry.get("published") or entry.get("updated"),
        "modified": entry.get("updated"),
        "publisher": entry.get("source") or feed.get("title"),
        "url": entry.get("link"),
        "authors": [author for author in _list(entry.get("authors")) if author],
    }


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []

"""Which of the formats on offer a client wants."""

from __future__ import annotations

from collections.abc import Mapping

TABLES: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
"""Media type → format of the answer to SELECT and ASK, the first of each format being the one that is sent."""

TRIPLES: Mapping[str, str] = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdf",
}
"""Media type → format of triples."""

PAGES: Mapping[str, str] = {
    "text/html": "html",
    **{kind: TRIPLES[kind] for kind in ("text/turtle", "application/ld+json")},
}
"""Media type → form of a page about one thing."""


def accepted(header: str, offered: Mapping[str, str]) -> str | None:
    """The media type on offer that an Accept header likes best, or None; without a header the first.

    >>> accepted("text/csv;q=0.5, application/json", TABLES), accepted("image/png", TABLES)
    ('application/json', None)
    """
    ranges = [_range(part) for part in header.split(",") if part.strip()] or [("*/*", 1.0)]
    scored = [(_quality(ranges, media), -place, media) for place, media in enumerate(offered)]
    quality, _, media = max(scored)
    return media if quality > 0 else None


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip() for piece in part.lower().split(";"))
    quality = next((parameter[2:] for parameter in parameters if parameter.startswith("q=")), "1")
    try:
        return media, min(max(float(quality), 0.0), 1.0)
    except ValueError:
        return media, 0.0


def _quality(ranges: list[tuple[str, float]], media: str) -> float:
    """The quality of the most specific range that a media type falls into."""
    fitting = {
        (media_range != "*/*") + (not media_range.endswith("/*")): quality
        for media_range, quality in ranges
        if media_range in (media, "*/*", media.split("/", maxsplit=1)[0] + "/*")
    }
    return fitting[max(fitting)] if fitting else 0.0

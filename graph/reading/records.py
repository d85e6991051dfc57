"""JSON objects and table rows → Raw: which field is what."""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import InputError
from graph.reading.blocks import squeeze, to_blocks
from graph.reading.source import Raw

FIELDS: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "body",
        "articleBody",
        "content",
        "maintext",
        "full_text",
        "fulltext",
        "article",
        "story",
        "body_text",
    ),
    "title": ("title", "headline", "header", "heading"),
    "published": (
        "published",
        "datePublished",
        "date_published",
        "published_at",
        "publishedAt",
        "publication_date",
        "pub_date",
        "pubDate",
        "date",
        "published_date",
        "publish_date",
        "date_publish",
        "webPublicationDate",
        "created_at",
        "timestamp",
    ),
    "publisher": (
        "publisher",
        "source",
        "site_name",
        "sitename",
        "publication",
        "outlet",
        "newspaper",
        "source_domain",
    ),
    "url": ("url", "link", "canonical_url", "web_url", "webUrl", "source_url", "uri"),
    "authors": ("authors", "author", "byline", "creator"),
}
"""The common names of each field, the likeliest first; compared without case."""
NAMES = ("name", "title", "fullname")
"""Where an object stands for a name ({"name": "Reuters"}), its name is one of these."""


def record(row: Mapping[str, object], identifier: str, fields: Mapping[str, str]) -> Raw:
    """The article of one row. Raises InputError where no field holds its text."""
    lower = {str(name).casefold(): value for name, value in row.items()}
    text = _value(lower, "text", fields)
    if not isinstance(text, str) or not text.strip():
        wanted = fields.get("text")
        known = f'"{wanted}"' if wanted else f"any of {', '.join(FIELDS['text'][:4])} …"
        there = ", ".join(map(str, list(row)[:12])) or "none"
        reason = f"has no text in {known}; its fields are {there}: name the right one with --field text=NAME"
        raise InputError(identifier, reason)
    return metadata(row, fields, Raw(identifier, to_blocks(text)))


def metadata(row: Mapping[str, object], fields: Mapping[str, str], raw: Raw) -> Raw:
    """What a reader found, completed with the metadata of a row."""
    lower = {str(name).casefold(): value for name, value in row.items()}
    found = {name: strings(_value(lower, name, fields)) for name in FIELDS if name != "text"}
    single = {name: next(iter(found[name]), None) for name in ("title", "published", "publisher", "url")}
    return Raw(
        raw.identifier,
        raw.blocks,
        title=single["title"] or raw.title,
        published=single["published"] or raw.published,
        publisher=single["publisher"] or raw.publisher,
        url=single["url"] or raw.url,
        authors=found["authors"] or raw.authors,
    )


def _value(row: Mapping[str, object], name: str, fields: Mapping[str, str]) -> object:
    """The value of the first filled field of one meaning. `fields` names it outright."""
    names = (fields[name],) if name in fields else FIELDS[name]
    return next((value for key in names if (value := row.get(key.casefold()))), None)


def strings(value: object) -> tuple[str, ...]:
    """The names in a metadata value: a string, a number, an object with a name, or a list of these.

    >>> strings([{"name": "Ada  Cole"}, "B. Noor"]), strings(None)
    (('Ada Cole', 'B. Noor'), ())
    """
    if isinstance(value, list | tuple):
        return tuple(text for item in value for text in strings(item))
    if isinstance(value, Mapping):
        return next((found for name in NAMES if (found := strings(value.get(name)))), ())
    text = squeeze(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    return (text,) if text else ()


def numbered(name: str, number: int) -> str:
    """The identifier of one item of a container, counted from 1."""
    return f"{name}#{number}"


def one(row: object, identifier: str, fields: Mapping[str, str]) -> Raw | InputError:
    """The article of one row, or why it is none: a bad row never stops a container."""
    if not isinstance(row, Mapping):
        return InputError(identifier, f"is no object with fields but {type(row).__name__}; each article is one object")
    try:
        return record(row, identifier, fields)
    except InputError as error:
        return error

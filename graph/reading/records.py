"""JSON objects and table rows → Raw: which field is what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.errors import InputError
from graph.reading.blocks import squeeze, to_blocks
from graph.reading.knowledge import names
from graph.reading.markup import fragment
from graph.reading.source import Metadata, Raw

TORN = re.compile("[\udc80-\udcff]")
"""What Python makes of bytes that are no UTF-8, where it is told to go on."""
MOST_CHARACTERS = 4_000_000
"""Of a text as it stands, with its markup."""
MARKED_UP = re.compile(r"</?(?:p|br|div|h[1-6]|li|blockquote)\b[^>]{0,500}>", re.IGNORECASE)


def record(row: Mapping[str, object], identifier: str, fields: Mapping[str, str]) -> Raw:
    """The article of one row. Raises InputError where no field holds its text."""
    text = _value(_folded(row), names("fields")["text"], fields.get("text"))
    if not isinstance(text, str) or not text.strip():
        raise InputError(identifier, untold([str(name) for name, value in row.items() if value], fields))
    if TORN.search(text):
        raise InputError(identifier, "is not UTF-8 text; save the file as UTF-8")
    if len(text) > MOST_CHARACTERS:
        raise InputError(identifier, f"has a text of {len(text):,} characters; the limit is {MOST_CHARACTERS:,}")
    blocks = fragment(text) if MARKED_UP.search(text) else to_blocks(text)
    return replace(Raw(identifier, blocks), **metadata(row, fields))


def has_text(columns: Sequence[str], fields: Mapping[str, str]) -> bool:
    """Whether one of a table's columns may hold the text."""
    wanted = [fields["text"]] if "text" in fields else names("fields")["text"]
    return bool({name.casefold() for name in wanted} & {column.casefold() for column in columns})


def untold(columns: Sequence[str], fields: Mapping[str, str]) -> str:
    """What is wrong with a record whose text is in none of the fields where it is looked for."""
    known = f'"{fields["text"]}"' if "text" in fields else ", ".join(names("fields")["text"][:4]) + " …"
    there = ", ".join(columns[:12]) or "none"
    return f"has no text in {known}; its fields are {there}: name the right one with --field text=NAME"


def one(row: object, identifier: str, fields: Mapping[str, str]) -> Raw | InputError:
    """The article of one row, or why it is none: a bad row never stops a container."""
    if not isinstance(row, Mapping):
        return InputError(identifier, f"is no object with fields but {type(row).__name__}; each article is one object")
    try:
        return record(row, identifier, fields)
    except InputError as error:
        return error


def metadata(row: Mapping[str, object], fields: Mapping[str, str] | None = None, table: str = "fields") -> Metadata:
    """The metadata that a row states; `fields` names a field outright, `table` of `fields.toml` the usual ones."""
    folded = _folded(row)
    known = names(table)
    found = {name: strings(_value(folded, known[name], (fields or {}).get(name))) for name in known if name != "text"}
    stated: Metadata = {"authors": found["authors"]} if found["authors"] else {}
    for name in ("title", "published", "modified", "publisher", "url"):
        if found[name]:
            stated[name] = found[name][0]
    return stated


def _folded(row: Mapping[str, object]) -> dict[str, object]:
    return {str(name).casefold(): value for name, value in row.items()}


def _value(row: Mapping[str, object], usual: object, wanted: str | None) -> object:
    """The value of the first filled field among the usual ones, or of the one that is wanted."""
    keys = [wanted] if wanted else list(usual) if isinstance(usual, list) else []
    return next((value for key in keys if (value := row.get(key.casefold()))), None)


def strings(value: object) -> tuple[str, ...]:
    """The names in a metadata value: a string, a number, an object with a name, or a list of these.

    >>> strings([{"name": "Ada  Cole"}, "B. Noor"]), strings(None)
    (('Ada Cole', 'B. Noor'), ())
    """
    if isinstance(value, list | tuple):
        return tuple(text for item in value[:100] for text in strings(item))
    if isinstance(value, Mapping):
        return next((found for name in names("names")["names"] if (found := strings(value.get(name)))), ())
    text = squeeze(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    return (text,) if text else ()


def numbered(name: str, number: int) -> str:
    """The identifier of one item of a container, counted from 1."""
    return f"{name}#{number}"

"""JSON and JSON lines: objects with an article's text and metadata in their fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from graph.errors import InputError
from graph.reading.decoding import decode
from graph.reading.knowledge import names
from graph.reading.records import numbered, one
from graph.reading.source import Raw, Source

MOST_BYTES = 200_000_000
MOST_LINE = 10_000_000


def read_json(source: Source) -> Iterator[Raw | InputError]:
    """Every article of one JSON file: an object, a list of objects, or an object that holds such a list."""
    value = parse(decode(source.bytes(MOST_BYTES), source.name), source.name)
    rows = _rows(value)
    for number, row in enumerate(rows, 1):
        name = numbered(source.name, number) if len(rows) > 1 or isinstance(value, list) else source.name
        yield one(row, name, source.settings.fields)


def read_json_lines(source: Source) -> Iterator[Raw | InputError]:
    """Every article of a file with one JSON object a line."""
    with source.open() as stream:
        for number, line in lines(stream):
            name = numbered(source.name, number)
            if len(line) > MOST_LINE:
                yield InputError(name, f"line {number} is longer than {MOST_LINE:,} bytes, the limit for one article")
            elif line.strip():
                yield _line(line, name, source.settings.fields)


def lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Each line with its number from 1; of one beyond the limit no more than the limit and a byte."""
    number = 0
    while line := stream.readline(MOST_LINE + 1):
        number += 1
        yield number, line
        while len(line) > MOST_LINE and not line.endswith(b"\n"):
            line = stream.readline(MOST_LINE + 1)


def _line(line: bytes, name: str, fields: Mapping[str, str]) -> Raw | InputError:
    try:
        return one(parse(decode(line, name), name), name, fields)
    except InputError as error:
        return error


def parse(text: str, name: str) -> object:
    """The value of some JSON. Raises InputError with the place of the mistake."""
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        number = f"line {name.rpartition('#')[2]}" if "#" in name else f"line {error.lineno}"
        reason = f"is no valid JSON at {number}, column {error.colno} ({error.msg}); mend or remove that line"
        raise InputError(name, reason) from error
    except (RecursionError, ValueError) as error:
        raise InputError(name, "is no valid JSON (nested too deeply, or a number too long)") from error


def _rows(value: object) -> list[object]:
    """The objects of a JSON value, one an article."""
    if isinstance(value, list):
        return value
    held = [
        value[name]
        for name in names("lists")["lists"]
        if isinstance(value, Mapping) and isinstance(value.get(name), list)
    ]
    return held[0] if held else [value]

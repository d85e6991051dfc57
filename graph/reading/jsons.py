"""JSON and JSON lines: objects with an article's text and metadata in their fields."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, TextIO

from graph.errors import InputError
from graph.reading.decoding import decode
from graph.reading.knowledge import names
from graph.reading.records import numbered, one
from graph.reading.source import Raw, Source

MOST_BYTES = 200_000_000
MOST_LINE = 10_000_000
PIECE = 1 << 20
DECODER = json.JSONDecoder()
BETWEEN = re.compile(r"[\s,]*")


def read_json(source: Source) -> Iterator[Raw | InputError]:
    """Every article of one JSON file: an object, a list of objects, an object that holds such a list, or JSON lines."""
    with source.open() as stream:
        first = stream.readline(MOST_LINE).lstrip(b"\xef\xbb\xbf \t\r\n")
        more = bool(stream.readline(MOST_LINE).strip())
    if first.startswith(b"["):
        return _list(source)
    return read_json_lines(source) if more and _is_object(first) else _whole(source)


def _is_object(line: bytes) -> bool:
    """Whether a line is a whole JSON object."""
    try:
        return line.startswith(b"{") and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _whole(source: Source) -> Iterator[Raw | InputError]:
    """The articles of a file that has to be read as a whole."""
    value = parse(decode(source.bytes(MOST_BYTES), source.name), source.name)
    rows = _rows(value)
    for number, row in enumerate(rows, 1):
        yield one(row, numbered(source.name, number) if len(rows) > 1 else source.name, source.settings.fields)


def _list(source: Source) -> Iterator[Raw | InputError]:
    """The articles of a JSON list, one after the other: a list may be larger than the memory."""
    with io.TextIOWrapper(source.open(), encoding="utf-8-sig", errors="surrogateescape") as stream:
        number = 0
        try:
            for number, value in enumerate(_values(stream), 1):
                yield one(value, numbered(source.name, number), source.settings.fields)
        except (ValueError, RecursionError) as error:
            why = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply, or a number too long"
            yield InputError(source.name, f"is no valid JSON after {number} items ({why}); those before it were read")


def _values(stream: TextIO) -> Iterator[object]:
    """The values of a JSON list. Raises ValueError and RecursionError where it is broken."""
    text = stream.read(PIECE).lstrip()
    at = 1
    while True:
        at = match.end() if (match := BETWEEN.match(text, at)) else at
        if text.startswith("]", at):
            return
        try:
            value, at = DECODER.raw_decode(text, at)
        except json.JSONDecodeError:
            # Either the value is broken or it goes on behind this piece: twice as much will tell.
            more = stream.read(max(PIECE, len(text) - at))
            if not more or len(text) - at > MOST_LINE:
                raise
            text, at = text[at:] + more, 0
        else:
            yield value


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
    held = [
        value[name]
        for name in names("lists")["lists"]
        if isinstance(value, Mapping) and isinstance(value.get(name), list)
    ]
    return held[0] if held else [value]

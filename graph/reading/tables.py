"""CSV and TSV: a header line with the names of the fields, then an article a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from graph.errors import InputError
from graph.reading.decoding import is_binary
from graph.reading.records import has_text, numbered, one, untold
from graph.reading.source import Raw, Source

MOST_FIELD = 10_000_000
DELIMITERS = ",;\t|"


def read_csv(source: Source) -> Iterator[Raw | InputError]:
    """Every article of a table with commas, semicolons, tabs or bars between its fields."""
    with source.open() as stream:
        header = stream.readline(65_536).decode("utf-8", "replace")
    delimiter = max(DELIMITERS, key=lambda mark: (header.count(mark), -DELIMITERS.index(mark)))
    return _rows(source, delimiter)


def read_tsv(source: Source) -> Iterator[Raw | InputError]:
    """Every article of a table with tabs between its fields."""
    return _rows(source, "\t")


def _rows(source: Source, delimiter: str) -> Iterator[Raw | InputError]:
    with source.open() as stream:
        if is_binary(stream.read(4096)):
            raise InputError(source.name, "is no table (it holds binary data); give a text file with a header line")
    csv.field_size_limit(MOST_FIELD)
    with io.TextIOWrapper(source.open(), encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        rows = csv.reader(stream, delimiter=delimiter)
        header = next(_sound(rows, source.name), None)
        if not isinstance(header, list) or not has_text(header, source.settings.fields):
            yield InputError(source.name, untold(header if isinstance(header, list) else (), source.settings.fields))
            return
        for number, row in enumerate(_sound(rows, source.name), 1):
            yield _article(header, row, numbered(source.name, number), source)


def _sound(rows: Iterator[list[str]], name: str) -> Iterator[list[str] | InputError]:
    """The rows that are not blank; an InputError where a field is too long."""
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield InputError(name, f"has a row that is no row of a table ({error}); mend its quotation marks")
            continue
        if row is None:
            return
        if any(row):
            yield row


def _article(header: Sequence[str], row: list[str] | InputError, name: str, source: Source) -> Raw | InputError:
    if isinstance(row, InputError):
        return InputError(name, row.reason)
    return one(dict(zip(header, row, strict=False)), name, source.settings.fields)

"""Parquet: an article a row, read in small batches."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from graph.errors import InputError
from graph.reading.knowledge import names
from graph.reading.records import has_text, numbered, one, untold
from graph.reading.source import Raw, Source

BATCH = 64


def read_parquet(source: Source) -> Iterator[Raw | InputError]:
    """Every article of a Parquet file."""
    with source.open() as stream:
        try:
            file = pq.ParquetFile(stream)
            columns = list(file.schema_arrow.names)
            if not has_text(columns, source.settings.fields):
                raise InputError(source.name, untold(columns, source.settings.fields))
            yield from _rows(file, _wanted(columns, source), source)
        except (pa.ArrowException, OSError, ValueError) as error:
            reason = f"is no readable Parquet file ({str(error).splitlines()[0][:200]})"
            raise InputError(source.name, reason) from error


def _wanted(columns: list[str], source: Source) -> list[str]:
    """The columns that may hold an article; the others stay unread."""
    known = {name.casefold() for usual in names("fields").values() for name in usual}
    known |= {name.casefold() for name in source.settings.fields.values()}
    return [column for column in columns if column.casefold() in known]


def _rows(file: pq.ParquetFile, columns: list[str], source: Source) -> Iterator[Raw | InputError]:
    number = 0
    for batch in file.iter_batches(batch_size=BATCH, columns=columns):
        for row in batch.to_pylist():
            number += 1
            yield one(row, numbered(source.name, number), source.settings.fields)

"""A file → Article: one small reader a format, and one way from what it finds to the article alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from graph.errors import InputError
from graph.model import Article
from graph.reading.articles import article
from graph.reading.blocks import printable, to_blocks
from graph.reading.formats import READERS, raws
from graph.reading.inputs import digest, digests, find_inputs, location, sidecar, size
from graph.reading.jsons import parse
from graph.reading.places import At, open_told
from graph.reading.records import metadata
from graph.reading.rules import SourceRules, load_rules
from graph.reading.source import Metadata, Raw, Settings, Source

__all__ = ["READERS", "At", "digest", "digests", "find_inputs", "load_rules", "read", "read_text", "size"]


def read(  # noqa: PLR0913 - one parameter an option
    path: Path,
    *,
    date: str | None = None,
    fields: Mapping[str, str] | None = None,
    language: str = "en",
    keep_all: bool = False,
    rules: Sequence[SourceRules] = (),
    at: At | None = None,
) -> Iterator[Article | InputError]:
    """Every article of one file, in its order; an InputError for each that cannot be read. Nothing is raised.

    `date` (ISO) holds for articles without one; `fields` maps meanings to the names of a container's fields
    ({"text": "body"}); `keep_all` cuts no junk, and `rules` (see `load_rules`) overrule what is junk in some sources.
    `at` is told how many bytes were read, from the start again when a reader opens the file again.
    """
    settings = Settings(date=date, fields=fields or {}, language=language, keep_all=keep_all, rules=tuple(rules))
    source = Source(printable(path.name), lambda: open_told(location(path), at), settings)
    try:
        beside = _beside(path)
        for found in raws(source):
            yield _article(found, settings, beside)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(path.name, f"cannot be read ({error.strerror or error}); look at its name and its rights")


def read_text(text: str, identifier: str = "-", *, date: str | None = None) -> Article:
    """The article of a text that is at hand already. Raises InputError where it has none."""
    return article(Raw(identifier, to_blocks(text)), Settings(date=date))


def _beside(path: Path) -> Metadata:
    """The metadata in NAME.json beside a text. Raises InputError where it is broken."""
    file = sidecar(path)
    if file is None:
        return {}
    value = parse(file.read_text(encoding="utf-8", errors="replace"), file.name)
    if not isinstance(value, Mapping):
        raise InputError(
            file.name, f"is no JSON object but {type(value).__name__}; it holds the metadata of {path.name}"
        )
    return metadata(value)


def _article(found: Raw | InputError, settings: Settings, beside: Metadata) -> Article | InputError:
    """The article of what a reader found, or why there is none."""
    if isinstance(found, InputError):
        return found
    try:
        return article(replace(found, **beside), settings)
    except InputError as error:
        return error

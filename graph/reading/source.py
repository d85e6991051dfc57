"""What stands between a file and an article: where bytes come from, and what a reader found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, TypedDict

from graph.errors import InputError
from graph.reading.blocks import Block
from graph.reading.rules import SourceRules

OUTSIDE = "outside the article"
"""The mark of a block of a page that is not in its main text."""
DATELINE = "dateline"
"""The mark of a block that is nothing but the dateline, where the wrapping says so: it stays in the text."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one build says about its inputs: see `graph.reading.read`."""

    date: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    keep_all: bool = False
    rules: tuple[SourceRules, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or one member of an archive. `name` is what a user calls it; `open` gives its bytes from the start, and
    `depth` counts the archives around it."""

    name: str
    open: Callable[[], BinaryIO]
    settings: Settings = field(default_factory=Settings)
    depth: int = 0

    def bytes(self, limit: int) -> bytes:
        """All bytes. Raises InputError where there are more than `limit`, or none."""
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            reason = f"is larger than {limit:,} bytes, the limit for one article; split it into articles"
            raise InputError(self.name, reason)
        if not data.strip():
            raise InputError(self.name, "is empty; give a file with the text of an article")
        return data


class Metadata(TypedDict, total=False):
    """What a wrapping states about its article: fields of a `Raw`; what it does not state is left out."""

    title: str
    published: str
    modified: str
    publisher: str
    url: str
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Raw:
    """One article as its file has it: the blocks of its text, junk and all, and its metadata."""

    identifier: str
    blocks: tuple[Block, ...]
    title: str | None = None
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()


Reader = Callable[[Source], Iterator[Raw | InputError]]
"""A reader yields what it finds, article by article; InputError for one that cannot be read, and goes on."""

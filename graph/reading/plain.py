"""Plain text and Markdown, with an optional NAME.json beside it."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import InputError
from graph.reading.blocks import to_blocks
from graph.reading.decoding import decode
from graph.reading.source import Raw, Source

MOST_BYTES = 4_000_000


def read_plain(source: Source) -> Iterator[Raw | InputError]:
    """The one article of a plain text."""
    text = decode(source.bytes(MOST_BYTES), source.name)
    yield Raw(source.name, to_blocks(text))

"""Which reader a file gets: by what it begins with, then by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import cast

from graph.reading.source import Reader, Source

READERS: dict[str, str] = {
    "text": "plain:read_plain",
    "html": "html:read_html",
    "json": "jsons:read_json",
    "jsonl": "jsons:read_json_lines",
}
"""The reader of each format, as file and function of this room; loaded when first needed."""

SUFFIXES: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}

Sniffer = Callable[[bytes], bool]
HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head)\b", re.I | re.S
)
SNIFFERS: tuple[tuple[str, Sniffer], ...] = (("html", lambda head: bool(HTML.match(head))),)
"""What the first bytes of a file say, whatever its name is."""
HEAD = 4096


def format_of(source: Source) -> str:
    """The name of a source's format: text where nothing says otherwise."""
    with source.open() as stream:
        head = stream.read(HEAD)
    found = next((name for name, fits in SNIFFERS if fits(head)), None)
    return found or SUFFIXES.get(suffix(source.name), "text")


def suffix(name: str) -> str:
    """The last suffix of a name, lower case, with its dot."""
    _, dot, last = name.rpartition(".")
    return f".{last.lower()}" if dot else ""


def reader(name: str) -> Reader:
    """The reader of a format."""
    module, function = READERS[name].split(":")
    return cast(Reader, getattr(import_module(f"graph.reading.{module}"), function))

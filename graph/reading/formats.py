"""Which reader a file gets: by what it begins with, then by its name.

Another package adds a format with an entry point of the group `newsgraph.readers` that is a `Format`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import cast

from graph.errors import InputError
from graph.reading.compression import opened, plain_name
from graph.reading.source import Raw, Reader, Source

HEAD = 4096


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file. `reader` is a function, or "file:function" of this room, which is loaded when first needed;
    `begins` is a pattern that the first bytes of such a file match, whatever its name is."""

    name: str
    reader: str | Reader
    suffixes: tuple[str, ...] = ()
    begins: str | None = None

    def fits(self, head: bytes) -> bool:
        """Whether a file that begins so is of this kind."""
        return self.begins is not None and re.match(self.begins.encode(), head, re.IGNORECASE | re.DOTALL) is not None

    def read(self, source: Source) -> Iterator[Raw | InputError]:
        """What the reader finds."""
        if callable(self.reader):
            return self.reader(source)
        module, function = self.reader.split(":")
        return cast(Reader, getattr(import_module(f"graph.reading.{module}"), function))(source)


XML = r"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<[!?][^>]*>\s*)*"
READERS: tuple[Format, ...] = (
    Format("text", "plain:read_plain", (".txt", ".text", ".md", ".markdown")),
    Format("pdf", "pdf:read_pdf", (".pdf",), r".{0,1000}?%PDF-\d"),
    Format("parquet", "parquet:read_parquet", (".parquet", ".pq"), "PAR1"),
    Format("warc", "warc:read_warc", (".warc",), r"WARC/\d"),
    Format("zip", "archives:read_zip", (".zip",), r"PK\x03\x04"),
    Format("tar", "archives:read_tar", (".tar", ".tgz"), r".{257}ustar"),
    Format("nitf", "nitf:read_nitf", (".nitf",), XML + r"<nitf\b"),
    Format("newsml", "newsml:read_newsml", (".newsml",), XML + r"<(?:\w+:)?(?:newsMessage|newsItem)\b"),
    Format("feed", "feed:read_feed", (".rss", ".atom"), XML + r"<(?:rss|feed|(?:\w+:)?RDF)\b"),
    Format("html", "html:read_html", (".html", ".htm", ".xhtml"), XML + r"<(?:html|head|body)\b"),
    Format("html", "html:read_html", (), r"\s*(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)*<!doctype html\b"),
    Format("xml", "nitf:read_unknown", (".xml",), r"\s*(?:\xef\xbb\xbf)?<\?xml\b"),
    Format("jsonl", "jsons:read_json_lines", (".jsonl", ".ndjson", ".jl")),
    Format("json", "jsons:read_json", (".json",), r"\s*(?:\xef\xbb\xbf)?(?:\[\s*)?\{\s*\""),
    Format("csv", "tables:read_csv", (".csv",)),
    Format("tsv", "tables:read_tsv", (".tsv", ".tab")),
)
"""Every format, one a line. The first whose beginning fits reads a file, then the first whose suffix does."""


@cache
def formats() -> tuple[Format, ...]:
    """The formats of this package, and those that other packages add."""
    others = (entry.load() for entry in entry_points(group="newsgraph.readers"))
    return (*READERS, *(other for other in others if isinstance(other, Format)))


def raws(source: Source) -> Iterator[Raw | InputError]:
    """Every article of one source. Raises InputError and OSError where the whole of it cannot be read."""
    source = replace(source, open=opened(source))
    found = None
    for found in format_of(source).read(source):
        yield found
    if found is None:
        yield InputError(source.name, "holds no article")


def format_of(source: Source) -> Format:
    """The format of a source: text where nothing says otherwise."""
    suffix = _suffix(source.name)
    # Lines of JSON begin like one object does, so that suffix goes first.
    named = next((format_ for format_ in formats() if suffix in format_.suffixes), READERS[0])
    if named.name == "jsonl":
        return named
    with source.open() as stream:
        head = stream.read(HEAD)
    return next((format_ for format_ in formats() if format_.fits(head)), named)


def _suffix(name: str) -> str:
    """The last suffix of a name without that of its compression, lower case, with its dot."""
    _, dot, last = plain_name(name).rpartition(".")
    return f".{last.lower()}" if dot else ""

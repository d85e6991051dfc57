"""What parts hold: records in the order in which they became true, each its own gzip member of one JSON line.

Any tool reads a part file (`zcat`), and any record is read alone by its place.
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import msgspec

from graph.model import Article, Part


class Source(msgspec.Struct, frozen=True, tag="source"):
    """An article as it stands at a location; it takes the place of what stood there.

    `location` is the file's path (`…/news.jsonl#17` in containers), `input` the file's.
    """

    location: str
    input: str
    article: Article


class Pass(msgspec.Struct, frozen=True, tag="part"):
    """The result of pass 1 on what it `reads` of an article, under the settings of this digest.

    The part's article is bare, since its text stands with the source.
    """

    reads: str
    settings: str
    part: Part


class Failure(msgspec.Struct, frozen=True):
    """An article of an input that could not be read, and why."""

    source: str
    reason: str


class Input(msgspec.Struct, frozen=True, tag="input"):
    """A file that was read to its end: its digest, the options it was read with, and what it no longer holds."""

    location: str
    digest: str
    options: dict[str, str] = {}
    failures: tuple[Failure, ...] = ()
    dropped: tuple[str, ...] = ()


class Forgotten(msgspec.Struct, frozen=True, tag="forgotten"):
    """An article that goes, from every location, and stays out until a later `Source` brings it back."""

    article: str


Record = Source | Pass | Input | Forgotten


class Packed(msgspec.Struct, frozen=True):
    """A `Pass` whose record is packed already, where pass 1 ran: what the index has to know of it, and its bytes."""

    reads: str
    settings: str
    article: str
    member: bytes


_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


class Place(NamedTuple):
    """Where a record stands: the number of its part file, and its bytes in it."""

    file: int
    offset: int
    length: int


def encode(record: Record | Packed) -> bytes:
    """A record as one gzip member: the same bytes for the same record."""
    if isinstance(record, Packed):
        return record.member
    return gzip.compress(_encoder.encode(record) + b"\n", compresslevel=6, mtime=0)


WINDOW = 1 << 14
"""So many bytes of a part file are unpacked at a time: what a record leaves of them is copied."""


def decode(member: bytes) -> Record:
    """The record of one gzip member.

    >>> decode(encode(Forgotten("0a")))
    Forgotten(article='0a')
    """
    return _decoder.decode(gzip.decompress(member))


def members(content: bytes) -> Iterator[tuple[int, int, Record]]:
    """Every record of a part file, with its offset and length."""
    start = 0
    while start < len(content):
        unpacker, line, end = zlib.decompressobj(wbits=31), b"", start
        while not unpacker.eof:
            if end >= len(content):
                raise EOFError("cut off in the middle of a record")
            line += unpacker.decompress(content[end : end + WINDOW])
            end += WINDOW
        end = min(end, len(content)) - len(unpacker.unused_data)
        yield start, end - start, _decoder.decode(line)
        start = end


def article_of(record: Record) -> str | None:
    """The id of the article whose words a record holds, or None."""
    match record:
        case Source():
            return record.article.id
        case Pass():
            return record.part.article.id
    return None


def content_digest(article: Article) -> str:
    """The digest of an article with all its metadata: two sources that agree in it are one to the dataset."""
    return hashlib.sha256(_encoder.encode(article)).hexdigest()[:32]


def bare(part: Part) -> Part:
    """The part with nothing of its article but the id."""
    return replace(part, article=Article(id=part.article.id, identifier="", text=""))


def pack(article: Article, settings: str, part: Part) -> Packed:
    """The packed record of an article's part, under the settings of this digest."""
    record = Pass(reads_digest(article), settings, bare(part))
    return Packed(record.reads, settings, article.id, encode(record))


UNREAD: dict[str, Any] = {
    **dict.fromkeys(("publisher", "url", "date_source", "modified")),
    **dict.fromkeys(("authors", "excluded", "segments", "other_dates"), ()),
    "identifier": "",
}
"""What pass 1 does not read of an article, and its empty values."""


def reads_digest(article: Article) -> str:
    """The digest of what pass 1 reads of an article: its text, title, dates and language."""
    return content_digest(replace(article, **UNREAD))

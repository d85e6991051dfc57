"""WARC files of web crawls: the article of every page in them, by fastwarc."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from graph.errors import InputError
from graph.reading.decoding import decode
from graph.reading.html import MOST_BYTES, declared_encoding, page
from graph.reading.records import numbered
from graph.reading.source import Raw, Source

PAGES = ("text/html", "application/xhtml+xml")


def read_warc(source: Source) -> Iterator[Raw | InputError]:
    """The article of every page that was fetched with success; numbers count the records of the file."""
    kinds = WarcRecordType.response | WarcRecordType.resource
    with source.open() as stream:
        number = 0
        try:
            for number, record in enumerate(ArchiveIterator(stream, record_types=kinds, auto_decode="all"), 1):
                if _is_page(record):
                    yield _page(record, numbered(source.name, number))
        except (OSError, ValueError, EOFError) as error:
            reason = f"is damaged after page {number} ({str(error)[:200]}); the pages before it were read"
            yield InputError(source.name, reason)
        if number == 0:
            yield InputError(source.name, "holds no page that was fetched; give a WARC file with responses")


def _is_page(record: WarcRecord) -> bool:
    """Whether a record is a web page that the server gave."""
    kind = record.http_content_type if record.is_http else record.headers.get("Content-Type")
    status = record.http_headers.status_code if record.is_http and record.http_headers else 200
    return status == 200 and (kind or "").split(";")[0].strip().lower() in PAGES


def _page(record: WarcRecord, name: str) -> Raw | InputError:
    """The article of one page, or why there is none. The time of the crawl is no date of publication."""
    data = record.reader.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        return InputError(name, f"is a page of more than {MOST_BYTES:,} bytes, the limit")
    try:
        raw = page(decode(data, name, declared_encoding(data) or record.http_charset), name)
    except InputError as error:
        return error
    return raw if raw.url else replace(raw, url=record.headers.get("WARC-Target-URI"))

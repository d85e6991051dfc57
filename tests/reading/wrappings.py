"""One article in every wrapping that is read: files as agencies, crawls, feeds and spreadsheets make them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import pyarrow as pa
import pyarrow.parquet as pq

TEASERS = (
    "Opinion\n\nEditorial\n\nTariffs and tears\n12 Mar, 2021\n\nTariffs and tears\n\n"
    "NOBODY in Brackwater asked Senator Olga Pruitt about the price of bread...\n"
    "Bridge to nowhere\n11 Mar, 2021\n\nBridge to nowhere\n\nMayor Tobias Crail wants another bridge."
)
JUNK_NAMES = ("Olga Pruitt", "Tobias Crail", "Brackwater")


@dataclass(frozen=True)
class Story:
    """What every wrapping says."""

    title: str
    published: str
    publisher: str
    url: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def row(self) -> dict[str, str]:
        return {
            "title": self.title,
            "text": self.body,
            "published": self.published,
            "publisher": self.publisher,
            "url": self.url,
        }


def plain(story: Story) -> bytes:
    return f"{story.title}\n\n{story.body}\n".encode()


def with_teasers(story: Story) -> bytes:
    return f"{story.title}\n\n{story.body}\n\n{TEASERS}\n".encode()


def html(story: Story, encoding: str = "utf-8") -> bytes:
    paragraphs = "\n".join(f"<p>{escape(part)}</p>" for part in story.paragraphs)
    text = f"""<!DOCTYPE html><html lang="en"><head><meta charset="{encoding}"><title>{escape(story.title)} | {story.publisher}</title>
<meta property="og:title" content="{escape(story.title)}"><meta property="og:site_name" content="{story.publisher}">
<meta property="article:published_time" content="{story.published}T08:00:00Z"><meta property="og:url" content="{story.url}"></head>
<body><header><a href="/">{story.publisher}</a></header><nav><ul><li><a href="/w">World</a></li></ul></nav>
<main><article><h1>{escape(story.title)}</h1><div class="share-bar">Share on Facebook</div>
<div class="body">{paragraphs}</div></article></main>
<aside class="related"><h3>More stories</h3><p><a href="/x">Senator Olga Pruitt visits the mill in Brackwater.</a></p></aside>
<section id="comments"><h2>2 comments</h2><p>I do not believe Mayor Tobias Crail, says a reader.</p></section>
<footer>© {story.publisher}. All rights reserved.</footer></body></html>"""
    return text.encode(encoding, "xmlcharrefreplace")


def json_lines(story: Story) -> bytes:
    return (json.dumps(story.row) + "\n").encode()


def table(story: Story, delimiter: str = ",") -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(story.row), delimiter=delimiter)
    writer.writeheader()
    writer.writerow(story.row)
    return stream.getvalue().encode()


def parquet(story: Story) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([story.row]), stream)
    return stream.getvalue()


def nitf(story: Story) -> bytes:
    paragraphs = "\n".join(f"<p>{escape(part)}</p>" for part in story.paragraphs)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf><head><title>{escape(story.title)}</title><docdata><date.issue norm="{story.published.replace("-", "")}T080000Z"/>
<doc.copyright holder="{story.publisher}"/></docdata></head>
<body><body.head><hedline><hl1>{escape(story.title)}</hl1></hedline><byline>By <person>Ada Cole</person></byline></body.head>
<body.content><media media-type="image"><media-caption>Senator Olga Pruitt in Brackwater.</media-caption></media>
{paragraphs}</body.content><body.end><tagline>Tobias Crail wrote this.</tagline></body.end></body></nitf>""".encode()


def newsml(story: Story) -> bytes:
    paragraphs = "\n".join(f"<p>{escape(part)}</p>" for part in story.paragraphs)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet><newsItem guid="urn:newsml:x:1" version="1">
<itemMeta><provider><name>{story.publisher}</name></provider><versionCreated>{story.published}T09:00:00Z</versionCreated>
<firstCreated>{story.published}T08:00:00Z</firstCreated></itemMeta>
<contentMeta><headline>{escape(story.title)}</headline></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body>{paragraphs}</body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>""".encode()


def rss(story: Story) -> bytes:
    content = "".join(f"<p>{escape(part)}</p>" for part in story.paragraphs)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{story.publisher}</title>
<link>https://x.example</link><description>d</description>
<item><title>{escape(story.title)}</title><link>{story.url}</link><pubDate>{story.published}T08:00:00Z</pubDate>
<description>short</description><content:encoded><![CDATA[{content}]]></content:encoded></item></channel></rss>""".encode()


def atom(story: Story) -> bytes:
    content = escape("".join(f"<p>{escape(part)}</p>" for part in story.paragraphs))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{story.publisher}</title><id>x</id><updated>{story.published}T08:00:00Z</updated>
<entry><title>{escape(story.title)}</title><id>y</id><link href="{story.url}"/><published>{story.published}T08:00:00Z</published>
<updated>{story.published}T08:00:00Z</updated><content type="html">{content}</content></entry></feed>""".encode()


def warc(story: Story) -> bytes:
    page = html(story)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {story.url}\r\nWARC-Date: 2030-01-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:11111111-1111-1111-1111-111111111111>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def pdf(story: Story) -> bytes:
    """A page of text as a word processor would print it."""
    lines = [(16, 24, line) for line in _wrapped(story.title, 60)]
    for paragraph in story.paragraphs:
        lines += [(11, 26 if first == 0 else 14, line) for first, line in enumerate(_wrapped(paragraph, 90))]
    pages: list[list[str]] = [[]]
    y = 780.0
    for size, gap, line in lines:
        y -= gap
        if y < 60:
            pages.append([])
            y = 760.0
        safe = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        pages[-1].append(f"BT /F1 {size} Tf 50 {y} Td ({safe}) Tj ET")
    contents = ["\n".join(page).encode("cp1252", "replace") for page in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        resources = f"/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {resources} >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def _wrapped(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]


def zipped(story: Story) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("news/a.html", html(story))
        archive.writestr("__MACOSX/._a.html", b"\0\0")
    return stream.getvalue()


def tarred(story: Story) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        beside = {key: value for key, value in story.row.items() if key != "text"}
        for name, data in (("a.txt", plain(story)), ("a.json", json.dumps(beside).encode())):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


WRAPPINGS: dict[str, Callable[[Story], bytes]] = {
    "plain.txt": plain,
    "teasers.txt": with_teasers,
    "utf8.html": html,
    "latin.html": lambda story: html(story, "windows-1252"),
    "one.jsonl": json_lines,
    "one.json": lambda story: json.dumps({"articles": [story.row]}).encode(),
    "one.csv": table,
    "one.tsv": lambda story: table(story, "\t"),
    "one.parquet": parquet,
    "one.nitf.xml": nitf,
    "one.newsml.xml": newsml,
    "one.rss": rss,
    "one.atom.xml": atom,
    "one.warc": warc,
    "one.warc.gz": lambda story: gzip.compress(warc(story)),
    "one.pdf": pdf,
    "one.zip": zipped,
    "one.tar.gz": tarred,
    "one.jsonl.gz": lambda story: gzip.compress(json_lines(story)),
}
"""How to make a file of each kind, by its name."""

UNDATED = frozenset({"plain.txt", "teasers.txt", "one.pdf"})
"""Wrappings that state no date."""

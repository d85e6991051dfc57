"""Damaged files of every kind: flipped bits, cuts, wrong encodings, deep nesting, bombs. The same every time."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import random
import tarfile
import zipfile
from collections.abc import Callable, Iterator

from tests.reading.wrappings import WRAPPINGS, Story

STORY = Story(
    "Ferry board chooses chairwoman",
    "2021-05-04",
    "Brantley Bugle",
    "https://bugle.example/2021/05/04/board",
    (
        "BRANTLEY, May 4 - The Brantley ferry board chose a new chairwoman on Monday after nine rounds.",
        "Ines Okafor, 58, beat Colm Reddy by two votes. She has run the repair yard since 2011 – “with joy”, she said.",
        "The board's next meeting is on June 1.",
    ),
)
Mutation = Callable[[bytes, random.Random], bytes]


def flip_bits(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 5, 50))):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def cut_out(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 200) :]


def repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, 40)]
    return data[:start] + piece * chance.choice((2, 300, 20_000)) + data[start:]


def shuffle(data: bytes, chance: random.Random) -> bytes:
    size = max(1, len(data) // 8)
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    chance.shuffle(pieces)
    return b"".join(pieces)


def recode(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(("utf-16", "utf-16-be", "utf-32", "cp1252", "shift-jis", "utf-7")), "replace")


def numbers(data: bytes, chance: random.Random) -> bytes:
    """Swaps digits, which are lengths and places in many formats."""
    damaged = bytearray(data)
    for at, byte in enumerate(damaged):
        if 48 <= byte < 58 and chance.random() < 0.2:
            damaged[at] = 48 + chance.randrange(10)
    return bytes(damaged)


def splice(data: bytes, chance: random.Random) -> bytes:
    """Puts a piece of another kind of file in."""
    other = chance.choice(list(WRAPPINGS.values()))(STORY)
    at, start = chance.randrange(len(data)), chance.randrange(len(other))
    return data[:at] + other[start : start + chance.randrange(1, 2_000)] + data[at:]


MUTATIONS: tuple[Mutation, ...] = (flip_bits, truncate, cut_out, repeat, shuffle, recode, numbers, splice)


def mutants(count: int, seed: int = 7) -> Iterator[tuple[str, bytes]]:
    """So many damaged files, each kind in turn, with names that tell how they were made."""
    originals = {name: make(STORY) for name, make in WRAPPINGS.items()}
    chance = random.Random(seed)
    for number in range(count):
        name = list(originals)[number % len(originals)]
        mutation = MUTATIONS[(number // len(originals)) % len(MUTATIONS)]
        yield f"{number}-{mutation.__name__}-{name}", mutation(originals[name], chance)


def bombs() -> Iterator[tuple[str, bytes]]:
    """Small files that would be huge, deep or endless."""
    zeros = b"0" * 120_000_000
    yield "bomb.jsonl.gz", gzip.compress(zeros, 9)
    yield "bomb.txt.bz2", bz2.compress(zeros)
    yield "bomb.zip", _zip({"bomb.txt": zeros})
    yield "many.zip", _zip({f"{number}.txt": zeros[:30_000_000] for number in range(4)})
    nested = _zip({"a.txt": b"The board met on Monday evening."})
    for depth in range(5):
        nested = _zip({f"{depth}.zip": nested})
    yield "nested.zip", nested
    yield "escape.zip", _zip({"../../../../tmp/newsgraph-escaped.txt": b"The board met on Monday evening."})
    yield "links.tar", _links()
    yield "deep.json", b'{"a":' * 100_000
    yield "deep.html", b"<div>" * 200_000 + b"<p>The board met on Monday evening.</p>"
    yield "deep.nitf.xml", b"<nitf>" + b"<p>" * 100_000
    entities = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    yield "laughs.rss", b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">' + entities + b"]><rss>&l9;</rss>"
    yield (
        "fetch.nitf.xml",
        b'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><p>&x;</p></nitf>',
    )
    yield "long.jsonl", json.dumps({"text": "word " * 3_000_000}).encode()
    yield "digits.json", b'{"text": ' + b"9" * 100_000 + b"}"
    yield "titles.txt", b"The board met on Monday evening.\n" + b"Minister visits the old harbour\n" * 100_000
    yield "links.html", b"<html><body><p>The board met on Monday evening.</p>" + b"<a href=/x>More news</a> " * 100_000
    yield "quotes.csv", b'text\n"' + b"word, " * 3_000_000
    yield "attributes.html", b"<p " + b"a=b " * 500_000 + b">The board met on Monday evening.</p>"
    yield "amp.html", b"<p>The board met on Monday." + b"&amp" * 500_000 + b"</p>"
    yield "open.html", b"<" * 2_000_000


def _zip(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _links() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        link = tarfile.TarInfo("passwd.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return stream.getvalue()

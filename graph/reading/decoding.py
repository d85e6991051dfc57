"""Bytes → text, or a plain word about why not."""

from __future__ import annotations

import codecs
import re

from graph.errors import InputError

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
SAMPLE = 65_536


def is_binary(data: bytes) -> bool:
    """Whether some bytes are no text: a NUL, or control characters all over.

    >>> is_binary(b"\\x89PNG\\r\\n\\x1a\\n\\x00"), is_binary("Düsseldorf".encode())
    (True, False)
    """
    sample = data[:SAMPLE]
    if any(sample.startswith(bom) for bom, _ in BOMS):
        return False
    return b"\0" in sample or len(CONTROL.findall(sample)) > len(sample) / 100


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of some bytes: by their byte order mark, else UTF-8, else as the file itself declares.

    Raises InputError for binary data and for bytes that fit no encoding that was tried.
    """
    if is_binary(data):
        raise InputError(name, "is not text (it holds binary data); give text, a saved web page or JSON")
    marked = next((encoding for bom, encoding in BOMS if data.startswith(bom)), None)
    tried = list(dict.fromkeys([marked] if marked else [_known(declared) or "utf-8", "utf-8"]))
    for encoding in tried:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            place = error.start
    reason = f"is not {' nor '.join(tried)} text (byte 0x{data[place]:02x} at {place}); save it as UTF-8"
    raise InputError(name, reason)


def _known(encoding: str | None) -> str | None:
    """A declared encoding in Python's spelling; browsers read "iso-8859-1" as windows-1252, and so do we."""
    try:
        found = codecs.lookup(encoding or "").name
    except LookupError:
        return None
    return "cp1252" if found in {"iso8859-1", "ascii"} else found

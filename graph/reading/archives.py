"""ZIP and tar files: every member by its own reader, nothing unpacked to a path, sizes and nesting bounded."""

from __future__ import annotations

import io
import shutil
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from graph.errors import InputError
from graph.reading.blocks import printable
from graph.reading.compression import FREE, RATIO, Bounded
from graph.reading.formats import raws
from graph.reading.inputs import COMPANY
from graph.reading.jsons import parse
from graph.reading.records import metadata
from graph.reading.source import Metadata, Raw, Source

MOST_MEMBERS = 200_000
MOST_METADATA = 1_000_000
DEEPEST = 2
ENCRYPTED = 0x1
Members = Mapping[str, Callable[[], BinaryIO]]
"""How to open each member, by its name in the archive."""


def read_zip(source: Source) -> Iterator[Raw | InputError]:
    """Every article in the members of a ZIP file."""
    with source.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise InputError(source.name, f"is no readable ZIP file ({error})") from error
        with archive:
            files = [info for info in archive.infolist() if not info.is_dir()]
            _check(source, len(files), sum(info.file_size for info in files))
            members = {info.filename: _zipped(archive, info, source) for info in files}
            yield from _read(members, source)


def _zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source) -> Callable[[], BinaryIO]:
    name = _member_name(source, info.filename)

    def open_() -> BinaryIO:
        if info.flag_bits & ENCRYPTED:
            raise InputError(name, "is encrypted; unpack it with its password")
        try:
            stream = cast(BinaryIO, archive.open(info))
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise InputError(name, f"cannot be unpacked ({error})") from error
        bounded = Bounded(stream, io.BytesIO(), name, max(FREE, info.file_size * 4))
        return cast(BinaryIO, io.BufferedReader(bounded, 1 << 16))

    return open_


def read_tar(source: Source) -> Iterator[Raw | InputError]:
    """Every article in the regular files of a tar file; links, devices and the like are passed over."""
    with source.open() as stream, TemporaryFile() as spool:
        if not isinstance(getattr(stream, "raw", None), io.FileIO):
            # Going back in a compressed stream means to decompress it from the start again.
            shutil.copyfileobj(stream, spool)
            spool.seek(0)
            stream = cast(BinaryIO, spool)
        try:
            with tarfile.open(fileobj=stream, mode="r:") as archive:
                files = [member for member in archive.getmembers() if member.isreg()]
                _check(source, len(files), sum(member.size for member in files))
                yield from _read({member.name: _tarred(archive, member) for member in files}, source)
        except (tarfile.TarError, ValueError, EOFError) as error:
            raise InputError(source.name, f"is no readable tar file ({error})") from error


def _tarred(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Callable[[], BinaryIO]:
    return lambda: cast(BinaryIO, archive.extractfile(member))


def _check(source: Source, count: int, size: int) -> None:
    """Raises InputError for an archive that is too deep, too full or a bomb."""
    if source.depth >= DEEPEST:
        raise InputError(source.name, f"is an archive inside {DEEPEST} others; unpack the outer ones")
    if count > MOST_MEMBERS:
        raise InputError(source.name, f"holds {count:,} files; the limit is {MOST_MEMBERS:,}: unpack it")
    with source.open() as stream:
        most = max(FREE, RATIO * stream.seek(0, io.SEEK_END))
    if size > most:
        reason = f"unpacks to {size:,} bytes, over {RATIO} times its size; unpack it yourself if you trust it"
        raise InputError(source.name, reason)


def _read(members: Members, source: Source) -> Iterator[Raw | InputError]:
    """Every article of every member, in the archive's order; a bad one stops none of the others."""
    wanted = {name: open_ for name, open_ in members.items() if not _is_passed_over(name, members)}
    for name, open_ in wanted.items():
        member = Source(_member_name(source, name), open_, source.settings, source.depth + 1)
        try:
            beside = _beside(name, members)
            for found in raws(member):
                yield found if isinstance(found, InputError) else replace(found, **beside)
        except InputError as error:
            yield error
        except (OSError, tarfile.TarError) as error:
            yield InputError(member.name, f"cannot be unpacked ({error})")


def _member_name(source: Source, name: str) -> str:
    """What a user calls a member: the archive and the member's own file name, never its path."""
    return f"{source.name}#{printable(PurePosixPath(name).name) or '?'}"


def _is_passed_over(name: str, members: Members) -> bool:
    """Whether a member is hidden, or the metadata of another."""
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__MACOSX")) and part not in {".", ".."} for part in path.parts)
    texts = (str(path.with_suffix(suffix)) for suffix in COMPANY)
    return hidden or (path.suffix.lower() == ".json" and any(text in members for text in texts))


def _beside(name: str, members: Members) -> Metadata:
    """The metadata in NAME.json beside a text in the archive."""
    path = PurePosixPath(name)
    beside = members.get(str(path.with_suffix(".json"))) if path.suffix.lower() in COMPANY else None
    if beside is None:
        return {}
    with beside() as stream:
        value = parse(stream.read(MOST_METADATA).decode("utf-8", "replace"), path.with_suffix(".json").name)
    return metadata(value) if isinstance(value, Mapping) else {}

"""Messages of any bytes through a pipe between two processes."""

from __future__ import annotations

from typing import IO


def send(stream: IO[bytes], *messages: bytes) -> None:
    """Writes messages, each after a line with its length."""
    for message in messages:
        stream.write(b"%d\n" % len(message) + message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message, or None where the other side has ended."""
    line = stream.readline()
    if not line.endswith(b"\n"):
        return None
    message = stream.read(int(line))
    return message if len(message) == int(line) else None

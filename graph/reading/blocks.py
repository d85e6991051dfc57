"""Text → blocks: the paragraphs of a text, white space squeezed, each character with its place in the file as read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from graph.model import Segment

UNPRINTABLE = r"\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
"""Soft hyphens, marks of direction and spaces without width: dropped without a gap."""
PRINTED = re.compile(f"[^{UNPRINTABLE}{INVISIBLE}]+")
PIECE = re.compile(f"{PRINTED.pattern}(?: {PRINTED.pattern})*")
LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+|\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
NARROW, WIDE = 40, 120
"""Lines broken by a typewriter or a mail program have a width between these."""
FEW_BREAKS, MOST_FULL = 3, 0.7
"""Of fewer line ends than this, all must be at the width and none after a sentence; of more, this part of them."""
PARAGRAPHS = "\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `pieces` place its text in the file (none: it cannot be told where).

    `mark` is what the markup says that it is instead of text ("caption"), None for running text.
    """

    text: str
    pieces: tuple[Segment, ...]
    mark: str | None = None

    @property
    def start(self) -> int:
        """Where it begins in the file as read."""
        return self.pieces[0].source if self.pieces else 0

    @property
    def end(self) -> int:
        """Where it ends in the file as read."""
        last = self.pieces[-1] if self.pieces else Segment(0, 0, 0)
        return last.source + last.end - last.start


def squeeze(text: str) -> str:
    """The text on one line: white space squeezed, unprintable characters out.

    >>> squeeze(" The\\u00a0 end\\u200b.\\n")
    'The end.'
    """
    block = to_block(text, [(0, len(text))])
    return block.text if block else ""


def printable(name: str) -> str:
    """A file's name as text: bytes that are none in its encoding become question marks."""
    return squeeze(name.encode("utf-8", "replace").decode())


def to_block(text: str, lines: Iterable[tuple[int, int]], mark: str | None = None) -> Block | None:
    """One block of some stretches of a text, joined by spaces; None where nothing is printed there."""
    words: list[str] = []
    pieces: list[Segment] = []
    size, last = 0, None
    for start, end in lines:
        for match in PIECE.finditer(text, start, end):
            if last is not None and text[last : match.start()].strip(INVISIBLE):
                words.append(" ")
                size += 1
            words.append(match.group())
            pieces.append(Segment(size, size + len(match.group()), match.start()))
            size, last = size + len(match.group()), match.end()
    return Block("".join(words), tuple(pieces), mark) if pieces else None


def to_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of a plain text: parted by blank lines, and by line ends unless the lines are wrapped.

    >>> [block.text for block in to_blocks("A  title\\r\\n\\r\\nOne.\\r\\nTwo.")]
    ['A title', 'One.', 'Two.']
    """
    groups = list(_line_groups(text))
    width = _width(text, groups)
    found = (to_block(text, lines) for group in groups for lines in _paragraphs(text, group, width))
    return tuple(block for block in found if block)


def _line_groups(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines that no blank line parts, as (start, end)."""
    lines: list[tuple[int, int]] = []
    at_start = True
    for match in LINE.finditer(text):
        if match.group()[0] in "\r\n\x0b\x0c\x85\u2028\u2029":
            if at_start:
                lines.append((match.start(), match.start()))
            at_start = True
        else:
            lines.append(match.span())
            at_start = False
    for blank, group in groupby(lines, key=lambda line: not text[line[0] : line[1]].strip()):
        if not blank:
            yield list(group)


def _is_full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    first = text[following[0] : following[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(first) > width


def _width(text: str, groups: list[list[tuple[int, int]]]) -> int | None:
    """The width at which the lines of a text were wrapped, or None."""
    breaks = [pair for group in groups for pair in pairwise(group)]
    width = max((end - start for group in groups for start, end in group), default=0)
    if not breaks or not NARROW <= width <= WIDE:
        return None
    full = sum(_is_full(text, line, following, width) for line, following in breaks)
    if len(breaks) < FEW_BREAKS:
        ended = any(text[line[0] : line[1]].rstrip().endswith((".", "!", "?", ":", "”", '"')) for line, _ in breaks)
        return None if ended or full < len(breaks) else width
    return width if full >= MOST_FULL * len(breaks) else None


def _paragraphs(text: str, group: list[tuple[int, int]], width: int | None) -> Iterator[list[tuple[int, int]]]:
    """The lines of each paragraph of a group."""
    paragraph = group[:1]
    for line, following in pairwise(group):
        if width is None or not _is_full(text, line, following, width):
            yield paragraph
            paragraph = []
        paragraph.append(following)
    yield paragraph


def assemble(blocks: Iterable[Block], *, headline: str | None = None) -> tuple[str, tuple[Segment, ...]]:
    """The kept text of some blocks and the segments that place it in the file; a headline from elsewhere goes first."""
    parts = [] if headline is None else [headline]
    segments: list[Segment] = []
    size = 0 if headline is None else len(headline) + len(PARAGRAPHS)
    for block in blocks:
        parts.append(block.text)
        for piece in block.pieces:
            _append(segments, Segment(size + piece.start, size + piece.end, piece.source))
        size += len(block.text) + len(PARAGRAPHS)
    return PARAGRAPHS.join(parts), tuple(segments)


def _append(segments: list[Segment], segment: Segment) -> None:
    """Adds a segment, or lengthens the last where the gap is as wide in the file as in the text."""
    last = segments[-1] if segments else None
    if last and segment.source - last.source == segment.start - last.start:
        segments[-1] = Segment(last.start, segment.end, last.source)
    else:
        segments.append(segment)

"""Blocks → the article's own and the others, each with its reason.

Structure decides, never a comparison of topics alone: whole lines that only page furniture has, headings that open
what is no part of the article, and runs of titles with dates, repetitions and cut-off summaries (`teasers`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence

from graph.reading.features import is_sentence, squash
from graph.reading.head import above_text
from graph.reading.lines import first_sentence, is_heading, line_reason
from graph.reading.teasers import other_stories

Verdict = tuple[int, str]
COMMENTS = "comments of readers"
CLOSING = "notes below the article"
PULL_QUOTE = "pull quote printed twice"
REPEATED = "printed twice"
CLOSING_BLOCKS = 12
ABOVE = frozenset({"page furniture", "share line", "subscription line", "advertisement"})
"""What may stand above a headline."""
MOST_SUSPECTS = 100
QUOTE_WORDS, CREDIT_WORDS = 8, 6
"""A pull quote repeats so many words of the text at least, and adds so many (who said it) at most."""


def junk(texts: Sequence[str]) -> dict[int, str]:
    """The numbers of the blocks that are no part of the article, with the reason for each."""
    found: dict[int, str] = {}
    for rule in RULES:
        left = [number for number in range(len(texts)) if number not in found]
        for at, reason in rule([texts[number] for number in left]):
            found.setdefault(left[at], reason)
    return found


def comments(texts: Sequence[str]) -> Iterator[Verdict]:
    """Everything from a heading of readers' comments on, once the article has begun."""
    yield from _from_heading(texts, "comments", COMMENTS)


def closing(texts: Sequence[str]) -> Iterator[Verdict]:
    """What follows a heading such as "About the author" or "Sources" near the end: no more of the article."""
    yield from _from_heading(texts, "closing", CLOSING, most=CLOSING_BLOCKS)


def _from_heading(texts: Sequence[str], kind: str, reason: str, most: int | None = None) -> Iterator[Verdict]:
    """Everything from the first heading of a kind on, if it is no more than so many blocks."""
    begun = first_sentence(texts)
    start = next((number for number in range(begun + 1, len(texts)) if is_heading(texts[number], kind)), len(texts))
    if most is None or len(texts) - start <= most:
        yield from ((number, reason) for number in range(start, len(texts)))


def furniture(texts: Sequence[str]) -> Iterator[Verdict]:
    """Share lines, pointers, notes, credits: blocks that say themselves what they are."""
    for number, text in enumerate(texts):
        reason = line_reason(text)
        # A headline may begin like a pointer does: "Analysis: why the vote matters".
        if reason and (number or reason in ABOVE):
            yield number, reason


def repetitions(texts: Sequence[str]) -> Iterator[Verdict]:
    """Pull quotes, and paragraphs that stand there twice."""
    squashed = [squash(text) for text in texts]
    openings = [_opening(text.split(maxsplit=QUOTE_WORDS)) for text in squashed]
    first = {opening.partition(" ")[0] for opening in openings[1:]}
    told = Counter(opening for text in squashed for opening in _openings(text.split(), first))
    seen: set[str] = set()
    suspects = [number for number, opening in enumerate(openings) if number and opening and told[opening] > 1]
    for number in suspects[:MOST_SUSPECTS]:
        if any(_quotes(squashed[number], other) for other in squashed):
            yield number, PULL_QUOTE
    for number, text in enumerate(squashed):
        if text in seen and is_sentence(texts[number]):
            yield number, REPEATED
        seen.add(text)


def _openings(words: Sequence[str], first: Container[str]) -> Iterator[str]:
    """Every run of words that a pull quote with one of these first words could open with."""
    starts = (at for at, word in enumerate(words[: 1 - QUOTE_WORDS]) if word in first)
    return (_opening(words[at : at + QUOTE_WORDS]) for at in starts)


def _opening(words: Sequence[str]) -> str:
    """The first words of a pull quote; nothing where there are too few."""
    return " ".join(words[:QUOTE_WORDS]) if len(words) >= QUOTE_WORDS else ""


def _quotes(text: str, other: str) -> bool:
    """Whether a block says the words of a longer one, and next to nothing besides."""
    said = text.split()
    if len(said) < QUOTE_WORDS or len(other) <= len(text):
        return False
    fewest = max(QUOTE_WORDS, len(said) - CREDIT_WORDS)
    return any(" ".join(said[:count]) in other for count in range(len(said), fewest - 1, -1))


RULES: tuple[Callable[[Sequence[str]], Iterator[Verdict]], ...] = (
    comments,
    other_stories,
    closing,
    above_text,
    furniture,
    repetitions,
)
"""Each names blocks among those that the rules before it left."""

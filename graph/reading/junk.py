"""Blocks → the article's own and the others, each with its reason.

Structure decides, never a comparison of topics alone: whole lines that only page furniture has, headings that open
lists of other stories, and runs of titles with dates, repetitions and cut-off summaries.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from graph.reading.dateline import date_line
from graph.reading.features import is_cut_off, is_sentence, is_title, names, squash
from graph.reading.head import above_text
from graph.reading.knowledge import knowledge, words

Verdict = tuple[int, str]
TEASER = "other stories"
COMMENTS = "comments of readers"
PULL_QUOTE = "pull quote printed twice"
REPEATED = "printed twice"
QUOTE_WORDS, CREDIT_WORDS = 8, 6
"""A pull quote repeats so many words of the text at least, and adds so many (who said it) at most."""


@cache
def _lines() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (reason, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE))
        for reason, patterns in knowledge()["lines"].items()
    )


def line_reason(text: str) -> str | None:
    """Why a single block is no part of any article, or None.

    >>> line_reason("Published in Dawn, September 11, 2008"), line_reason("Share this story on Facebook")
    ('publication note', 'share line')
    """
    if len(text) > 400:
        return None
    return next((reason for reason, pattern in _lines() if pattern.fullmatch(text)), None)


def junk(texts: Sequence[str]) -> dict[int, str]:
    """The numbers of the blocks that are no part of the article, with the reason for each. The first block stays."""
    found: dict[int, str] = {}
    for rule in RULES:
        left = [number for number in range(len(texts)) if number not in found]
        for at, reason in rule([texts[number] for number in left]):
            if left[at]:
                found.setdefault(left[at], reason)
    return found


def furniture(texts: Sequence[str]) -> Iterator[Verdict]:
    """Share lines, pointers, notes, credits: blocks that say themselves what they are."""
    for number, text in enumerate(texts):
        if reason := line_reason(text):
            yield number, reason


def comments(texts: Sequence[str]) -> Iterator[Verdict]:
    """Everything from a heading of readers' comments on, once the article has begun."""
    start = _first(texts, lambda text: _heading(text) in words("comments"))
    if start is not None:
        yield from ((number, COMMENTS) for number in range(start, len(texts)))


def repetitions(texts: Sequence[str]) -> Iterator[Verdict]:
    """Pull quotes, and paragraphs that stand there twice."""
    squashed = [squash(text) for text in texts]
    seen: set[str] = set()
    for number, text in enumerate(squashed):
        if text in seen and is_sentence(texts[number]):
            yield number, REPEATED
        elif any(_quotes(text, other) for other in squashed if other != text):
            yield number, PULL_QUOTE
        seen.add(text)


def _quotes(text: str, other: str) -> bool:
    """Whether a block says the words of a longer one, and next to nothing besides."""
    said = text.split()
    if len(said) < QUOTE_WORDS or len(other) <= len(text) or " ".join(said[:QUOTE_WORDS]) not in other:
        return False
    fewest = max(QUOTE_WORDS, len(said) - CREDIT_WORDS)
    return any(" ".join(said[:count]) in other for count in range(len(said), fewest - 1, -1))


def teasers(texts: Sequence[str]) -> Iterator[Verdict]:
    """The titles, dates and summaries of other stories: below the article, and in boxes within it."""
    labels = [_label(text) for text in texts]
    start = _first(texts, is_sentence)
    number = len(texts) if start is None else start + 1
    while number < len(texts):
        size = _box(texts, labels, number)
        yield from ((at, TEASER) for at in range(number, number + size))
        number += max(size, 1)


def _label(text: str) -> str:
    """One letter for what a block may be in a list of stories: Section, Date, Cut-off summary, Text or Title."""
    if _heading(text) in words("sections"):
        return "S"
    if date_line(text) or line_reason(text):
        return "D"
    if is_cut_off(text):
        return "C"
    return "T" if is_title(text) and not is_sentence(text) else "P"


HEADED = re.compile(r"(?:S+(?:T?D*T?D*(?:C|P(?!P))?)*)+$|S+(?:T+D*C?)*")
DATED = re.compile(r"(?:T?D+T?D*(?:C|P(?!P))?|TC){1,}$|(?:TDT?C?){1,}")


def _box(texts: Sequence[str], labels: Sequence[str], start: int) -> int:
    """How many blocks from `start` on are a list of other stories (0: none)."""
    tail = "".join(labels[start:])
    if match := HEADED.match(tail):
        return match.end()
    if (match := DATED.match(tail)) and "T" in match.group():
        return match.end()
    return _repeated(texts, tail, start) or _strange(texts, tail, start)


def _repeated(texts: Sequence[str], tail: str, start: int) -> int:
    """The length of a tail of stories whose titles are printed twice."""
    if not re.fullmatch(r"(?:TD*TD*(?:C|P)?)+", tail):
        return 0
    titles = Counter(squash(text) for text, label in zip(texts[start:], tail, strict=True) if label == "T")
    return len(tail) if all(count > 1 for count in titles.values()) else 0


def _strange(texts: Sequence[str], tail: str, start: int) -> int:
    """The length of a tail of titles, with summaries or alone, that share no name with the article."""
    if not re.fullmatch(r"(?:T{3,})|(?:T[CP]){2,}", tail):
        return 0
    own = set().union(*(names(text) for text in texts[:start]))
    others = texts[start:]
    headlines = all(text.count(" ") >= 3 for text, label in zip(others, tail, strict=True) if label == "T")
    return len(tail) if headlines and not any(names(text) & own for text in others) else 0


def _heading(text: str) -> str:
    """A block as the lists of headings have it."""
    return text.casefold().strip(" :»>|-–—").replace("’", "'")


def _first(texts: Sequence[str], test: Callable[[str], bool]) -> int | None:
    """The number of the first block that passes, once running text has begun."""
    begun = False
    for number, text in enumerate(texts):
        if (begun or test is is_sentence) and test(text):
            return number
        begun = begun or is_sentence(text)
    return None


RULES: tuple[Callable[[Sequence[str]], Iterator[Verdict]], ...] = (
    furniture,
    above_text,
    comments,
    repetitions,
    teasers,
)
"""Each names blocks among those that the rules before it left."""

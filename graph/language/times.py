"""Time expressions: found by one pattern over the text, resolved against the dateline's or the publication day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from graph.language import dates, lexicon
from graph.language.dates import Period
from graph.language.lexicon import knowledge
from graph.language.words import Words
from graph.model import Article, Span, Time

FUTURE = frozenset({"will", "shall", "'ll", "wo", "next", "upcoming", "scheduled", "due", "plans", "set"})
"""Words that put a weekday or a day without a year after the article's own day."""
SHORT = frozenset({"minute", "hour", "second"})
"""Units that stay within the day told of."""

OFFSETS = {"last": -1, "this": 0, "next": 1}


@dataclass(slots=True)
class Context:
    """What a time is seen from: the article's own day, the day and the year told of last, and the clause's tense."""

    anchor: date | None
    last: date | None = None
    future: bool = False
    tense: str | None = None
    year: int | None = None


def times(words: Words) -> dict[int, Time]:
    """Every time expression of the Doc, keyed by its root token."""
    article: Article = words.doc._.article
    context = Context(anchor_of(article))
    begins = {start: index for index, start in enumerate(words.start)}
    ends = {words.end(index): index + 1 for index in range(len(words))}
    found: dict[int, Time] = {}
    for match in pattern().finditer(words.source):
        first, last = begins.get(match.start()), ends.get(match.end())
        if first is None or last is None or last <= first:
            continue
        root = root_of(words, first, last)
        context.future, context.tense = looks_ahead(words, root), tense(words, root)
        period = resolve(match, context)
        note(period, context)
        found[root] = time(article.id, match, period)
    return found


def note(period: Period | None, context: Context) -> None:
    """Notes the day and the year that a time tells of."""
    if period and period.earliest == period.latest:
        context.last = period.earliest
    if period and period.earliest.year == period.latest.year:
        context.year = period.earliest.year


def time(article: str, match: re.Match[str], period: Period | None) -> Time:
    """The Time of a match with what is fixed of it."""
    span = Span(article, match.start(), match.end())
    if period is None:
        return Time(span, match.group())
    return Time(span, match.group(), period.start, period.end, period.earliest.isoformat(), period.latest.isoformat())


def anchor_of(article: Article) -> date | None:
    """The day that relative times are seen from: the dateline's full date, or else the day of publication."""
    for printed in (article.dateline and article.dateline.date, article.published):
        if printed:
            try:
                return date.fromisoformat(printed[:10])
            except ValueError:
                continue
    return None


def root_of(words: Words, first: int, last: int) -> int:
    """The token of the range whose head stands outside it."""
    for index in range(first, last):
        if not first <= words.head[index] < last or words.head[index] == index:
            return index
    return first


def verb_over(words: Words, token: int) -> int | None:
    """The verb of the clause that a token stands in."""
    for _ in range(6):
        if words.tag[token].startswith(("VB", "MD")):
            return token
        if words.head[token] == token:
            return None
        token = words.head[token]
    return token


def tense(words: Words, token: int) -> str | None:
    """Whether the clause that a token stands in tells of the "past" or the "future"; None where it leaves that open."""
    verb = verb_over(words, token)
    before = words.lower[max(0, verb - 4) : verb + 1] if verb is not None else []
    if verb is None or not lexicon.words("times", "open").isdisjoint(before):
        return None
    if looks_ahead(words, verb):
        return "future"
    return "past" if words.tag[verb] in {"VBD", "VBN"} else None


def looks_ahead(words: Words, token: int) -> bool:
    """Whether the clause that a token stands in tells of the future."""
    verb = verb_over(words, token)
    if verb is None:
        return False
    before = words.lower[max(0, verb - 4) : verb + 1]
    return not FUTURE.isdisjoint(before) or (words.tag[verb] == "VB" and words.lower[verb - 1] == "to")


def resolve(match: re.Match[str], context: Context) -> Period | None:
    """What a match fixes, seen from the context."""
    for name, rule in RULES.items():
        if match.group(name):
            return rule(match, context)
    return None


def calendar_date(match: re.Match[str], context: Context) -> Period | None:
    """A day and month with or without a year, or a month with a year."""
    stated = match.groupdict()
    number = numbers("months")[(stated["m1"] or stated["m2"] or stated["m3"]).lower()]
    year_ = stated["y1"] or stated["y2"] or stated["y3"]
    first = stated["d1"] or stated["d2"]
    if not first:
        return dates.month(int(year_), number)
    last = stated["e1"] or stated["e2"]
    printed = numbers("weekdays")[stated["w"].lower()] if stated["w"] else None

    def one(day_: str) -> Period | None:
        if year_:
            at = dates.real(int(year_), number, int(day_))
            return dates.day(at) if at else None
        if context.anchor is None:
            return None
        return dates.of_year(context.anchor, number, int(day_), number=printed, future=context.future)

    begin, end = one(first), one(last) if last else None
    return dates.span(begin, end) if begin and end else begin


def named_month(match: re.Match[str], context: Context) -> Period | None:
    """A month without a year, where its tense, "last" or "last year" leave one year alone."""
    if context.anchor is None:
        return None
    number = numbers("months")[match.group("month").lower()]
    if match.group("of"):
        return dates.month(context.anchor.year + OFFSETS[match.group("of").lower()], number)
    side = (match.group("beside") or "").lower()
    if side == "this":
        return dates.month(context.anchor.year, number)
    if side == "last" and number < context.anchor.month:
        return None
    towards = {"last": "past", "next": "future"}.get(side, context.tense)
    if towards is None:
        return None
    found = dates.month_of_year(context.anchor, number, future=towards == "future")
    another_year = found and context.year not in {None, found.earliest.year}
    return None if another_year and not side and towards == "past" else found


def iso_date(match: re.Match[str], context: Context) -> Period | None:
    """A day written as 2015-08-21."""
    at = dates.real(*map(int, match.group("iso").split("-")))
    return dates.day(at) if at else None


def year_span(match: re.Match[str], context: Context) -> Period | None:
    """From one year to another."""
    first, last = (int(number) for number in re.findall(r"\d{4}", match.group("years")))
    return dates.span(dates.year(first), dates.year(last)) if first <= last else None


def bare_year(match: re.Match[str], context: Context) -> Period | None:
    """A year by itself."""
    return dates.year(int(match.group("year")))


def relative_unit(match: re.Match[str], context: Context) -> Period | None:
    """Last, this or next week, month or year."""
    if context.anchor is None:
        return None
    return dates.shifted(context.anchor, match.group("unit").lower(), OFFSETS[match.group("side").lower()])


def relative_day(match: re.Match[str], context: Context) -> Period | None:
    """Today, yesterday, tomorrow and the like."""
    offset = knowledge("times")["days"][" ".join(match.group("day").lower().split())]
    return dates.day(context.anchor + timedelta(days=offset)) if context.anchor else None


def following_day(match: re.Match[str], context: Context) -> Period | None:
    """The next day and the like, from the day that the text told of last."""
    offset = knowledge("times")["following"][" ".join(match.group("following").lower().split())]
    return dates.day(context.last + timedelta(days=offset)) if context.last else None


def counted(match: re.Match[str], context: Context) -> Period | None:
    """Two days ago (from the article's day), two days later (from the day told of last)."""
    said = match.group("count").lower()
    count = int(said) if said.isdigit() else knowledge("times")["numbers"][said]
    where = match.group("where").lower()
    origin = context.anchor if where == "ago" else context.last
    unit = match.group("counted").lower()
    if unit in SHORT:
        return dates.day(context.last) if context.last and where != "ago" else None
    if origin is None or (unit != "day" and where != "ago"):
        return None
    return dates.shifted(origin, unit, count if where in {"later", "afterwards"} else -count)


def same_day(match: re.Match[str], context: Context) -> Period | None:
    """A minute of a match: the day that the text told of last."""
    return dates.day(context.last) if context.last else None


def named_weekday(match: re.Match[str], context: Context) -> Period | None:
    """A day of the week, with or without last, this or next."""
    if context.anchor is None:
        return None
    side = (match.group("which") or "").lower()
    number = numbers("weekdays")[match.group("weekday").lower()]
    return dates.weekday(
        context.anchor,
        number,
        future=side == "next" or (context.future and side != "last"),
        strict=side not in {"", "this"},
    )


RULES: dict[str, Callable[[re.Match[str], Context], Period | None]] = {
    "date": calendar_date,
    "month": named_month,
    "iso": iso_date,
    "years": year_span,
    "relative": relative_unit,
    "day": relative_day,
    "following": following_day,
    "counts": counted,
    "minute": same_day,
    "weekday": named_weekday,
    "year": bare_year,
}
"""The named group of the pattern that each rule resolves."""


@cache
def numbers(section: str) -> dict[str, int]:
    """The words of `weekdays` (from 0) or `months` (from 1) with their numbers."""
    first = 1 if section == "months" else 0
    return {word: at for at, row in enumerate(knowledge("times")[section], first) for word in row}


def one_of(choices: list[str] | dict[str, int]) -> str:
    """A pattern for any of the words, longest first, with white space between words of one."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(choices, key=lambda w: (-len(w), w)))


def first_of(choices: list[str] | dict[str, int]) -> str:
    """A pattern for the first letter of any of the words: most words of a text need no further look.

    >>> first_of(["today", "tonight", "yesterday"])
    '[ty]'
    """
    return f"[{''.join(sorted({word[0] for word in choices}))}]"


@cache
def pattern() -> re.Pattern[str]:
    """The pattern of every time expression."""
    capital = [word.capitalize() for row in knowledge("times")["months"] for word in row]
    month = rf"(?:{one_of(capital + [word.upper() for word in capital])})"
    weekday = one_of([word.capitalize() for row in knowledge("times")["weekdays"] for word in row if len(word) > 3])
    day, year = r"(?:3[01]|[12]\d|0?[1-9])", r"(?:1[5-9]|20)\d\d"
    ordinal, dash = r"(?:st|nd|rd|th)?", r"\s?(?:-|–|to|and)\s?"
    before = "|".join(rf"(?<=\b{word}\s)" for word in knowledge("times")["before_years"])
    months = "|".join(rf"(?<=\b{word}\s)" for word in knowledge("times")["before_months"])
    units = "day|week|month|year|" + "|".join(sorted(SHORT))
    count = rf"\d{{1,2}}|{one_of(knowledge('times')['numbers'])}"
    return re.compile(
        rf"""\b(?:
        (?=\d)(?P<iso>{year}-[01]\d-[0-3]\d)
        |(?=[\dA-Z])(?P<date>(?:(?P<w>{weekday}),?\s+)?(?:
            (?P<m1>{month})\.?\s+(?P<d1>{day}){ordinal}(?:{dash}(?P<e1>{day}){ordinal})?(?:,?\s+(?P<y1>{year}))?
            |(?P<d2>{day}){ordinal}(?:{dash}(?P<e2>{day}){ordinal})?\s+(?:of\s+)?(?P<m2>{month})\b(?:\.?,?\s+(?P<y2>{year}))?
            |(?P<m3>{month})\.?,?\s+(?:of\s+)?(?P<y3>{year})))
        |(?:(?=[A-Z])(?:{months})|(?P<beside>[Ll]ast|[Tt]his|[Nn]ext)\s+)(?P<month>{month})(?:\s+(?:of\s+)?(?P<of>last|this|next)\s+year)?
        |(?=\d)(?P<years>(?<=from\s){year}\s+(?:to|until)\s+{year}|(?<=between\s){year}\s+and\s+{year}|{year}\s?[-–]\s?{year})
        |(?i:(?P<relative>(?P<side>last|this|next)\s+(?P<unit>week|month|year)))
        |(?i:(?={first_of(knowledge("times")["days"])})(?P<day>{one_of(knowledge("times")["days"])}))
        |(?i:(?={first_of(knowledge("times")["following"])})(?P<following>{one_of(knowledge("times")["following"])}))
        |(?i:(?=\d|{first_of(knowledge("times")["numbers"])})(?P<counts>(?P<count>{count})\s+(?P<counted>{units})s?\s+(?P<where>ago|later|afterwards|earlier)))
        |(?=\d)(?i:(?P<minute>\d{{1,3}}(?:st|nd|rd|th)\s+minute))
        |(?=[A-Zlnt])(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+)?(?P<weekday>{weekday})
        |(?=\d)(?:{before})(?P<year>{year})(?!\s?[-–]\d)
        )(?!\w)""",
        re.VERBOSE,
    )

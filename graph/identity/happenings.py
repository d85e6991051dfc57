"""Events of several articles that tell of one happening: found by class, time and who took part, never by chains."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations, product

WINDOW = 3
"""Days between two articles that may tell of one happening when they fix no date."""

LOOSE = frozenset(("Act",))
"""Classes that say little: their events need the same head word as well."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One article's event as happenings see it.

    `head` is the trigger's last word; `named` are the entities that take part, `countries`
    those of them that are countries or their people; `start` and `end` are dates as the text fixes them.
    """

    iri: str
    article: str
    type: str
    head: str
    named: tuple[str, ...]
    countries: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    published: str | None = None
    publisher: str | None = None

    def days(self) -> tuple[date, date] | None:
        """The first and last day that the text leaves, at day or month precision; None where it fixes no month."""
        first, last = _day(self.start), _day(self.end or self.start, last=True)
        return (first, last) if first and last else None


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening that events of two or more articles tell of.

    `id` is the smallest event's IRI (by hash), `sources` how many independent publishers tell of it, and `reasons`
    give each event with a score and words.
    """

    id: str
    events: tuple[str, ...]
    sources: int
    reasons: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two occurrences that may be one happening."""

    left: str
    right: str
    score: float
    reason: str


def occurrence_keys(occurrence: Occurrence) -> frozenset[str]:
    """Blocking keys, of who and when: occurrences that share none are never of one happening."""
    pairs = combinations(sorted(set(occurrence.named)), 2)
    lone = set(occurrence.named) - set(occurrence.countries)
    who = [f"pair:{left}:{right}" for left, right in pairs] + [f"head:{name}:{occurrence.head}" for name in lone]
    return frozenset(f"{occurrence.type}:{one}:{time}" for one, time in product(who, set(_times(occurrence))))


def _times(occurrence: Occurrence) -> Iterator[str]:
    """The months of what the text fixes, and two windows of publication: those within three days share one."""
    days = occurrence.days()
    if days:
        first, last = (day.year * 12 + day.month for day in days)
        yield from (f"month {month}" for month in range(first, last + 1))
    published = _day(occurrence.published)
    if published:
        window = published.toordinal() // WINDOW
        yield from (f"days {window}", f"days {window + 1}")


def happenings(occurrences: Iterable[Occurrence], copies: Iterable[tuple[str, str]] = ()) -> tuple[Happening, ...]:
    """The happenings that several articles tell of, over one connected component or all; the order is of no account.

    `copies` are pairs of articles that are near copies of one another: together they are one source.
    """
    found = {occurrence.iri: occurrence for occurrence in occurrences}
    links = {(link.left, link.right): link for link in _links(found)}
    groups = _complete(links)
    made = (_happening(found, links, group, frozenset(copies)) for group in groups)
    return tuple(sorted((happening for happening in made if happening), key=lambda happening: happening.id))


def _links(found: Mapping[str, Occurrence]) -> Iterator[Link]:
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for iri in sorted(found):
        for key in occurrence_keys(found[iri]):
            blocks[key].append(iri)
    pairs = {pair for block in blocks.values() for pair in combinations(block, 2)}
    for left, right in sorted(pairs):
        link = compared(found[left], found[right])
        if link:
            yield link


def compared(left: Occurrence, right: Occurrence) -> Link | None:
    """Why two occurrences may be one happening, or None."""
    when = _when(left, right)
    who = _who(left, right)
    if left.type != right.type or when is None or who is None:
        return None
    return Link(left.iri, right.iri, round(when[0] * who[0], 2), f"{who[1]}; {when[1]}")


def _when(left: Occurrence, right: Occurrence) -> tuple[float, str] | None:
    """How well the times agree: dates that overlap, or, where one has none, articles published close together."""
    mine, theirs = left.days(), right.days()
    if mine and theirs:
        return (1.0, "dates that overlap") if mine[0] <= theirs[1] and theirs[0] <= mine[1] else None
    if (left.start or right.start or "")[:4] != (right.start or left.start or "")[:4]:
        return None
    one, other = _day(left.published), _day(right.published)
    if one and other and abs((one - other).days) <= WINDOW:
        return 0.9, "articles published within three days"
    return None


def _who(left: Occurrence, right: Occurrence) -> tuple[float, str] | None:
    """How well the participants agree: two in common, or one that is no country and the same head word."""
    shared = set(left.named) & set(right.named)
    same_head = left.head == right.head
    if len(shared) >= 2 and (same_head or left.type not in LOOSE):
        return 0.95, "two participants in common"
    if shared - set(left.countries) - set(right.countries) and same_head:
        return 0.85, "a participant and the head word in common"
    return None


def _complete(links: Mapping[tuple[str, str], Link]) -> list[frozenset[str]]:
    """Groups by complete link: two are joined only where every event of one is linked to every event of the other."""
    group: dict[str, frozenset[str]] = {iri: frozenset((iri,)) for pair in links for iri in pair}
    for link in sorted(links.values(), key=lambda link: (-link.score, link.left, link.right)):
        one, other = group[link.left], group[link.right]
        if one is not other and all((min(pair), max(pair)) in links for pair in product(one, other)):
            joined = one | other
            group.update(dict.fromkeys(joined, joined))
    return sorted(set(group.values()), key=sorted)


def _happening(
    found: Mapping[str, Occurrence],
    links: Mapping[tuple[str, str], Link],
    group: frozenset[str],
    copies: frozenset[tuple[str, str]],
) -> Happening | None:
    """The happening of a group that spans articles, or None."""
    articles = {found[iri].article for iri in group}
    if len(articles) < 2:
        return None
    own = [links[pair] for pair in combinations(sorted(group), 2)]
    reasons = []
    for iri in sorted(group):
        best = max((link for link in own if iri in (link.left, link.right)), key=lambda link: (link.score, link.reason))
        reasons.append((iri, best.score, best.reason))
    smallest = min(group, key=lambda iri: iri.rsplit("-", 1)[-1])
    return Happening(smallest, tuple(sorted(group)), _sources(found, group, copies), tuple(reasons))


def _sources(found: Mapping[str, Occurrence], group: Iterable[str], copies: frozenset[tuple[str, str]]) -> int:
    """How many independent publishers: articles of one publisher, and near copies, count once."""
    publisher = {found[iri].article: (found[iri].publisher or found[iri].article).casefold() for iri in group}
    source = {name: name for name in publisher.values()}
    for left, right in sorted(copies):
        if left in publisher and right in publisher:
            kept, gone = sorted((source[publisher[left]], source[publisher[right]]))
            source = {name: kept if home == gone else home for name, home in source.items()}
    return len(set(source.values()))


@lru_cache(maxsize=4096)
def _day(value: str | None, *, last: bool = False) -> date | None:
    """The day of an ISO date, or the first or last day of a month; None for anything less precise.

    >>> _day("2024-02", last=True), _day("2024")
    (datetime.date(2024, 2, 29), None)
    """
    try:
        year, month, *day = map(int, (value or "").split("-"))
        return date(year, month, day[0] if day else (monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None

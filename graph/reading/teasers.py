"""The titles, dates and summaries of other stories: below the article, and in boxes within it.

Every block gets one letter for what it may be in a list of stories; a pattern over the letters finds the cards of such
a list, and each card needs a sign of its own that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.reading.dateline import date_line, is_dated
from graph.reading.features import (
    is_cut_off,
    is_label,
    is_question,
    is_sentence,
    is_title,
    names,
    squash,
)
from graph.reading.head import SITE, authors
from graph.reading.lines import first_sentence, is_heading, line_reason

TEASER = "other stories"
HEADING, DATE, FURNITURE, LABEL, TITLE, QUESTION, REPEATED, CUT_OFF, TEXT = "SDFNTQRCP"
DATING = frozenset({"byline", "pointer to another story", "page furniture"})
"""Furniture that stands beside titles: "3 min read", "2 hours ago", "Read more"."""
CARD = re.compile(r"(?P<heading>[DFN]*S[SDFN]*)?(?P<card>[NDF]*(?:[TQ][NDFR]*(?:C|[PQ](?!P))?|C)[DF]*)")
REST = re.compile(r"[SNDF]*")
BOX = re.compile(r"S+(?:(?:[NDF]*[TQ][NDFR]*C?[DF]*)+|[DF]+)")
LISTED = re.compile(r"^[\d\W]|[:;?(]|,\s|\s[–—-]\s|\d[:.]\d\d")
"""What the lines of a list of results or people have, and few headlines."""
NEAR = 3
MOST_STARTS = 60
"""So many blocks of the article itself may look like titles before the list begins."""
TITLE_WORDS = 4
FEW_BARE, FEW_SUMMED = 3, 2
"""So many titles without any sign, alone or with summaries, are a list of other stories if no name is the article's."""

NAMED = 0.5
"""Such a part of them has a name of its own: without, nothing tells them from an article's own lines."""


@dataclass(frozen=True, slots=True)
class Card:
    """One story of a list: its blocks, and whether it bears a sign (a heading above, a date, a repetition, a cut)."""

    start: int
    end: int
    headed: bool
    signed: bool
    summed: bool


def other_stories(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The blocks that belong to lists of other stories."""
    labels = _labels(texts)
    tail = _tail(texts, labels, first_sentence(texts) + 1)
    # What stands above the headline is no list: it may be "Opinion" alone.
    number = 1
    while number < tail:
        box = BOX.match(labels, number, tail)
        yield from ((at, TEASER) for at in range(number, box.end() if box else number))
        number = box.end() if box else number + 1
    yield from ((at, TEASER) for at in range(tail, len(texts)))


def _labels(texts: Sequence[str]) -> str:
    """One letter a block. "Read more" that stands there more than once is a link below each story, no heading."""
    squashed = [squash(text) for text in texts]
    labels: list[str] = []
    for number, text in enumerate(texts):
        repeated = squashed[number] in squashed[max(0, number - NEAR) : number]
        label = _label(text)
        labels.append(REPEATED if repeated and label in TITLE + QUESTION else label)
    links = {text for text, label in zip(texts, labels, strict=True) if label == HEADING and texts.count(text) > 1}
    return "".join(DATE if text in links else label for text, label in zip(texts, labels, strict=True))


def _label(text: str) -> str:
    """What a block may be by itself: the first of its kinds."""
    reason = line_reason(text)
    kinds = (
        (HEADING, is_heading(text, "sections")),
        (DATE, reason in DATING or date_line(text) or authors(text) or is_dated(text)),
        (FURNITURE, reason),
        (LABEL, is_label(text)),
        (CUT_OFF, is_cut_off(text)),
        (QUESTION, is_question(text)),
        (TITLE, is_title(text) and not is_sentence(text)),
    )
    return next((kind for kind, fits in kinds if fits), TEXT)


def _tail(texts: Sequence[str], labels: str, begun: int) -> int:
    """Where the list of other stories at the end begins; the number of blocks where there is none."""
    # Two paragraphs of text in a row are the article's: no list begins above them.
    first = max(begun, labels.rfind(TEXT + TEXT) + 2)
    for start in range(first, min(len(labels), first + MOST_STARTS)):
        if labels[start] == HEADING and _is_headed(labels[start:]):
            return start
        cards = _cards(labels, start)
        if cards and _are_others(texts, cards, bulleted=labels[start] == FURNITURE):
            return start
    return _strange_tail(texts, labels, begun)


def _strange_tail(texts: Sequence[str], labels: str, begun: int) -> int:
    """Where a heading stands below which no name of the article is told again, whatever the shape of what is there."""
    for start in [at for at in range(begun, len(labels)) if labels[at] == HEADING][:MOST_STARTS]:
        if any(map(names, texts[start:])) and not _shared(texts, start):
            return start
    return len(labels)


def _shared(texts: Sequence[str], start: int) -> bool:
    """Whether some block from `start` on has a name that stands above it."""
    own = set().union(*(names(text) for text in texts[:start]))
    return any(names(text) & own for text in texts[start:])


def _is_headed(labels: str) -> bool:
    """Whether what stands below a heading is rather titles than text."""
    titles = sum(labels.count(kind) for kind in (TITLE, QUESTION, LABEL, CUT_OFF))
    return titles > 0 and labels.count(TEXT) <= titles


def _cards(labels: str, start: int) -> list[Card]:
    """The cards that make up everything from `start` on; none where something else is there."""
    cards: list[Card] = []
    at, headed = start, False
    while match := CARD.match(labels, at):
        headed = headed or match["heading"] is not None
        letters = set(match["card"])
        # A date may stand above a title or below the card before.
        dated = DATE in labels[max(start, match.start() - 1) : match.end()]
        signed = dated or bool(letters & {REPEATED, CUT_OFF})
        cards.append(Card(match.start(), match.end(), headed, signed, bool(letters & {TEXT, CUT_OFF})))
        at = match.end()
    rest = REST.match(labels, at)
    return cards if rest and rest.end() == len(labels) else []


def _are_others(texts: Sequence[str], cards: Sequence[Card], *, bulleted: bool) -> bool:
    """Whether cards tell other stories: by a heading above or signs on each, or as strangers in sufficient number.

    `bulleted`: furniture parts them from the article, so that bullets do not make them a list of its own.
    """
    if cards[0].headed:
        return True
    bare = [_title(texts, card) for card in cards if not (card.headed or card.signed)]
    if not bare:
        return len(cards) > 1
    summed = all(card.summed for card in cards)
    own_list = texts[cards[0].start - 1].endswith(":") or _is_list(bare, bulleted=bulleted and not summed)
    few = FEW_SUMMED if summed else FEW_BARE
    return len(cards) >= few and not own_list and _are_strange(texts, cards)


def _are_strange(texts: Sequence[str], cards: Sequence[Card]) -> bool:
    """Whether enough cards have names of their own and none a name of the article's; no names at all prove nothing."""
    told = [set().union(*(names(text) for text in texts[card.start : card.end])) for card in cards]
    return sum(map(bool, told)) >= NAMED * len(cards) and not _shared(texts, cards[0].start)


def _title(texts: Sequence[str], card: Card) -> str:
    """The headline of a card."""
    return max(texts[card.start : card.end], key=lambda text: (is_title(text), len(text)))


def _is_list(titles: Sequence[str], *, bulleted: bool) -> bool:
    """Whether some lines are an article's own list (results, people, questions and answers) rather than headlines."""
    titles = _without_site(titles)
    short = sum(title.count(" ") + 1 < TITLE_WORDS for title in titles)
    listed = 0 if bulleted else sum(bool(LISTED.search(title)) for title in titles)
    return 2 * max(short, listed) >= len(titles)


def _without_site(titles: Sequence[str]) -> Sequence[str]:
    """Some titles without the name of the site, if they all end in one."""
    sites = {SITE.search(title) for title in titles}
    names_ = {match.group() if match else "" for match in sites}
    return [SITE.sub("", title) for title in titles] if len(titles) > 1 and len(names_) == 1 else titles

"""Which events of several articles are one happening."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity import Occurrence, happenings, occurrence_keys

TALKS = Occurrence(
    iri="event/talks-1",
    article="a1",
    type="Meeting",
    head="met",
    named=("moss", "oslo", "norway"),
    countries=("norway",),
    start="2024-05-06",
    published="2024-05-07",
    publisher="Quay News",
)


def told(number: int, **changes: object) -> Occurrence:
    """The same talks in another article, by another paper, with changes."""
    made = replace(TALKS, iri=f"event/talks-{number}", article=f"a{number}", publisher=f"Paper {number}")
    return replace(made, **changes)


@pytest.mark.parametrize(
    ("change", "one"),
    [
        ({}, True),
        ({"start": "2024-05"}, True),
        ({"start": None, "published": "2024-05-09"}, True),
        ({"start": None, "published": "2024-05-20"}, False),
        ({"start": "2024-05-08"}, False),
        ({"start": "2023"}, False),
        ({"type": "Negotiation"}, False),
        ({"named": ("moss", "berlin")}, True),
        ({"named": ("moss", "berlin"), "head": "talks"}, False),
        ({"named": ("norway", "berlin")}, False),
        ({"named": ("moss", "norway"), "head": "talks"}, True),
        ({"named": ("kerr",)}, False),
        ({"article": "a1"}, False),
    ],
)
def test_pairs(change: dict[str, object], one: bool) -> None:
    pair = (TALKS, told(2, **change))
    assert bool(happenings(pair)) is one
    if one:
        assert occurrence_keys(pair[0]) & occurrence_keys(pair[1])


def test_a_happening_has_the_smallest_events_iri_and_reasons() -> None:
    [found] = happenings((told(2), TALKS))
    assert found.id == "event/talks-1"
    assert found.events == ("event/talks-1", "event/talks-2")
    assert found.reasons[0] == ("event/talks-1", 0.95, "two participants in common; dates that overlap")


def test_what_links_two_days_joins_them_only_once() -> None:
    month = told(2, start="2024-05")
    other = told(3, start="2024-05-20")
    [found] = happenings((TALKS, month, other))
    assert len(found.events) == 2


@pytest.mark.parametrize(
    ("publishers", "copies", "sources"),
    [
        (("Quay News", "Dock Post"), (), 2),
        (("Quay News", "quay news"), (), 1),
        ((None, None), (), 2),
        (("Quay News", "Dock Post"), (("a1", "a2"),), 1),
    ],
)
def test_sources_are_independent(publishers: tuple[str | None, str | None], copies: object, sources: int) -> None:
    pair = (replace(TALKS, publisher=publishers[0]), told(2, publisher=publishers[1]))
    [found] = happenings(pair, copies)
    assert found.sources == sources


NAMES = st.lists(st.sampled_from(("moss", "kerr", "oslo", "norway")), max_size=3, unique=True).map(tuple)
DAYS = st.sampled_from((None, "2024-05-06", "2024-05", "2024-05-07", "2024"))


@given(st.lists(st.tuples(NAMES, DAYS, st.sampled_from(("met", "talks"))), max_size=8), st.randoms())
def test_the_order_is_of_no_account_and_every_pair_of_a_happening_fits(rows: list[tuple], rng: object) -> None:
    events = [
        told(number, named=named, start=start, head=head) for number, (named, start, head) in enumerate(rows, start=2)
    ]
    found = happenings(events)
    rng.shuffle(events)
    assert happenings(events) == found
    by_iri = {event.iri: event for event in events}
    for happening in found:
        assert len({by_iri[iri].article for iri in happening.events}) > 1
        for iri in happening.events:
            assert all(len(happenings((by_iri[iri], by_iri[other]))) == 1 for other in happening.events if other != iri)

"""Made-up things and stories: the same for the same seed, and true to their own text."""

from __future__ import annotations

from collections import Counter

import pytest

from graph.evaluation.generate import Story, mentions, stories, story, world

THINGS = world(7, 300)


@pytest.fixture(scope="module")
def told() -> list[Story]:
    return list(stories(THINGS, 7, 40))


def test_a_story_depends_on_seed_and_number_alone(told: list[Story]) -> None:
    assert story(THINGS, 7, 23) == told[23]
    assert story(THINGS, 8, 23) != told[23]
    assert len({made.article.id for made in told}) == len(told)


def test_every_span_quotes_its_words(told: list[Story]) -> None:
    for made in told:
        text = made.article.text
        for event in made.part.events:
            assert event.trigger.quote(text) == event.surface
            assert all(role.filler.span.quote(text) == role.filler.text for role in event.roles)
            assert event.evidence.quote(text).endswith(".")
        for claim in made.part.claims:
            assert claim.span.quote(text) == claim.text
            assert claim.cue.quote(text) == "said"
        for chain in made.part.chains:
            assert [mention.span.quote(text) in chain.names for mention in chain.mentions]
            assert chain.mentions[0].span.quote(text) == chain.names[0]


def test_evidence_is_a_sentence_of_the_part(told: list[Story]) -> None:
    for made in told:
        spans = {(event.evidence.start, event.evidence.end) for event in made.part.events}
        assert spans <= set(made.part.sentences)


def test_truth_names_every_chain_but_places(told: list[Story]) -> None:
    for made in told:
        named = {chain.id for chain in made.part.chains if chain.type != "Place"}
        assert named == made.truth.keys()


def test_nobody_meets_themselves(told: list[Story]) -> None:
    for made in told:
        for event in made.part.events:
            fillers = Counter(role.filler.chain for role in event.roles)
            assert max(fillers.values()) == 1


def test_mentions_cover_every_thing_and_vary_its_name() -> None:
    drawn = mentions(THINGS, 7, 3000)
    assert {number for _, number in drawn} == {thing.number for thing in THINGS}
    forms = Counter(number for number, _ in {(number, member.names[0]) for member, number in drawn})
    assert sum(count > 1 for count in forms.values()) > len(THINGS) / 2
    assert drawn == mentions(THINGS, 7, 3000)

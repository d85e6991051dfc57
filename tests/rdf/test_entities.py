"""Entities that change are told of by what differs."""

from __future__ import annotations

import pytest

from graph.evaluation.generate import mentions, world
from graph.identity import resolve
from graph.model import Entity
from graph.rdf import entity_changes, entity_lines
from tests.rdf.parts import MINTER

MEMBERS = [member for member, _ in mentions(world(3, 12), 3, 120)]


def entities(number: int) -> dict[str, Entity]:
    return {entity.id: entity for entity in resolve(MEMBERS[:number])}


@pytest.mark.parametrize("before", [0, 1, 40, 119, 120])
def test_what_stands_is_left_out_and_nothing_else(before: int) -> None:
    was, now = entities(before), entities(120)
    for iri in was.keys() | now.keys():
        one, other = (set(entity_lines(known[iri], MINTER)) if iri in known else set() for known in (was, now))
        assert entity_changes(was.get(iri), now.get(iri), MINTER) == (one - other, other - one)


def test_one_member_more_is_a_few_lines() -> None:
    was, now = entities(119), entities(120)
    changed = [entity_changes(was.get(iri), now.get(iri), MINTER) for iri in was.keys() | now.keys()]
    assert 0 < sum(len(gone) + len(come) for gone, come in changed) < 12

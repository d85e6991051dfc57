"""Which names are one thing, and which are kept apart."""

from __future__ import annotations

import random

import pytest

from graph.evaluation.generate import mentions, pairwise, world
from graph.identity import keys, matches, resolve
from graph.model import Member
from tests.identity.members_by_hand import member, together

ONE = [
    (member("Ada Moss"), member("Ada Moss", "Moss")),
    (member("Ada P. Moss"), member("Ada Moss")),
    (member("Ada Moss"), member("ADA MOSS")),
    (member("José Ñandú"), member("Jose Nandu")),
    (member("Mohammed Hasan"), member("Muhammad Hassan")),
    (member("Bill Carver"), member("William Carver")),
    (member("A. Moss"), member("Ada Moss")),
    (member("Moss, Ada"), member("Dr Ada Moss")),
    (member("A.B. Moss"), member("A. B. Moss")),
    (member("Ada Luisa Ortega Moss"), member("Ada Luisa Moss")),
    (member("Mohammed bin Rashad"), member("Mohammed Rashad")),
    (member("Harbour Board", type_="Organization"), member("the Harbor Board", type_="Organization")),
    (member("Pilots Union, Inc.", type_="Organization"), member("Pilots Union", type_="Organization")),
    (
        member("Interior Ministry", type_="Organization", countries=("KE",)),
        member("Ministry of the Interior", type_="Organization", countries=("KE", "UG")),
    ),
    (
        member("Kenya's Ministry of Health", type_="Organization", countries=("NO",)),
        member("Health Ministry", type_="Organization", countries=("KE",)),
    ),
    (member("the United States", type_="Place"), member("U.S.", type_="Organization")),
    (member("Nairobi", type_="Place"), member("NAIROBI", type_="Place")),
    (member("Kenyans", type_="Group"), member("Kenyan", type_="Group")),
    (member("Evening Courier", type_="Work"), member("Evening Courier", type_="Organization")),
    (member("Deep Sea Pilots Guild", "DSPG", type_="Organization"), member("DSPG", type_="Organization")),
    (member("Deep Sea Pilots Guild", type_="Organization"), member("DSPG", type_="Organization")),
]

APART = [
    (member("Moss"), member("Moss", honorific="Dr")),
    (member("Moss"), member("Ada Moss")),
    (member("Ada Moss"), member("Ida Moss")),
    (member("Robin Carver", gender="m"), member("Robin Carver", gender="f")),
    (member("Ada Moss"), member("Ada Moss", type_="Organization")),
    (member("John Carver Jr."), member("John Carver Sr.")),
    (member("Ada P. Moss"), member("Ada R. Moss")),
    (member("Maria Lindgren"), member("Mario Lindgren")),
    (member("Martin Lindgren"), member("Marvin Lindgren")),
    (
        member("Jan Berg", titles=("goalkeeper",), countries=("NO",)),
        member("Jan Berg", titles=("senator",), countries=("US",)),
    ),
    (
        member("Ministry of Health", type_="Organization", countries=("KE",)),
        member("Ministry of Health", type_="Organization", countries=("PE",)),
    ),
    (member("Bank of Austria", type_="Organization"), member("Bank of Australia", type_="Organization")),
    (member("Liverpool", type_="Place"), member("Liverpool", type_="Organization")),
    (member("Hyderabad", type_="Place", countries=("IN",)), member("Hyderabad", type_="Place", countries=("PK",))),
    (member("University of Quarrytown", type_="Organization"), member("Quarrytown University", type_="Organization")),
    (member("North Docks Union", type_="Organization"), member("South Docks Union", type_="Organization")),
]


def named(pair: tuple[Member, Member]) -> str:
    return " / ".join(member.names[0] for member in pair)


@pytest.mark.parametrize("pair", ONE, ids=named)
def test_one_thing(pair: tuple[Member, Member]) -> None:
    assert len(resolve(pair)) == 1
    assert keys(pair[0]) & keys(pair[1])


@pytest.mark.parametrize("pair", APART, ids=named)
def test_kept_apart(pair: tuple[Member, Member]) -> None:
    assert len(resolve(pair)) == 2


def test_what_fits_two_joins_neither() -> None:
    full = member("Ada Moss"), member("Ann Moss")
    assert together(member("A. Moss"), *full) == [{"A. Moss"}, {"Ada Moss"}, {"Ann Moss"}]
    assert together(member("A. Moss"), full[0]) == [{"A. Moss", "Ada Moss"}]


def test_an_acronym_that_fits_two_long_names_joins_neither() -> None:
    first = member("Deep Sea Pilots Guild", type_="Organization")
    second = member("Dry Stone Pavers Group", type_="Organization")
    acronym = member("DSPG", type_="Organization")
    assert len(resolve((first, acronym))) == 1
    assert len(resolve((first, second, acronym))) == 3


def test_an_acronym_that_is_defined_outweighs_initials() -> None:
    first = member("Deep Sea Pilots Guild", "DSPG", type_="Organization")
    second = member("Dry Stone Pavers Group", type_="Organization")
    assert together(first, second, member("DSPG", type_="Organization")) == [
        {"DSPG", "Deep Sea Pilots Guild"},
        {"Dry Stone Pavers Group"},
    ]


def test_somebody_without_facts_fits_neither_of_two_namesakes() -> None:
    men = member("Robin Carver", gender="m"), member("Robin Carver", gender="f")
    assert len(resolve((*men, member("Robin Carver")))) == 3


def test_the_best_name_is_the_most_frequent_full_one() -> None:
    [entity] = resolve([member("Ada Moss", "Moss"), member("Ada P. Moss")])
    assert entity.label == "Ada P. Moss"
    assert entity.names == ("Ada P. Moss", "Ada Moss", "Moss")


def test_the_order_of_members_is_of_no_account() -> None:
    found = [each for each, _ in mentions(world(3, 300), 5, 900)]
    before = resolve(found)
    random.Random(9).shuffle(found)
    assert resolve(found) == before


def test_components_can_be_resolved_one_by_one() -> None:
    found = [each for each, _ in mentions(world(3, 300), 5, 900)]
    alone = [entity for component in components(found) for entity in resolve(component)]
    assert sorted(alone, key=lambda entity: entity.id) == list(resolve(found))


def components(found: list[Member]) -> list[list[Member]]:
    """Members by shared keys, through others too."""
    reached: dict[str, set[int]] = {}
    for number, each in enumerate(found):
        ties = set().union({number}, *(reached.get(key, set()) for key in keys(each)))
        for tied in ties:
            for key in keys(found[tied]):
                reached[key] = ties
        for key in keys(each):
            reached[key] = ties
    groups = {frozenset(ties) for ties in reached.values()}
    tied = set().union(*groups)
    return [[found[i] for i in group] for group in groups] + [[each] for i, each in enumerate(found) if i not in tied]


def test_made_up_people_and_bodies() -> None:
    drawn = mentions(world(7, 10_000), 11, 30_000)
    truth = {each.iri: number for each, number in drawn}
    entities = resolve(each for each, _ in drawn)
    precision, recall = pairwise({m.iri: entity.id for entity in entities for m in entity.members}, truth)
    assert precision >= 0.995
    assert recall >= 0.94


def test_a_bare_surname_is_proposed_where_one_person_has_it() -> None:
    bare, full = member("Moss"), member("Ada Moss", "Moss")
    assert [match.reasons for match in matches((bare, full))] == [("a surname that one person here has",)]
    assert matches((bare, full, member("Bo Moss"))) == ()


def test_unsure_pairs_are_proposed_with_reasons() -> None:
    pair = member("Paul Petersen"), member("Paul Peterson")
    [match] = matches(pair)
    assert match.judgement == "unsure"
    assert match.reasons == ("a letter of the surname",)
    assert len(resolve(pair)) == 2

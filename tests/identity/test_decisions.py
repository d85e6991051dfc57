"""People's decisions: the file, what they name, and that they hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DecisionError
from graph.identity import Decision, Pair, by_label, keys, read_decisions, resolve, settle, write_decisions
from graph.model import Member
from tests.identity.members_by_hand import member

LEFT, RIGHT, THIRD = member("Ada Moss"), member("Adeline Moss"), member("Ada Moss", "Moss")


def one(left: Member, right: Member) -> Pair:
    return Pair(*sorted((left.iri, right.iri)), same=True)


def apart(left: Member, right: Member) -> Pair:
    return Pair(*sorted((left.iri, right.iri)), same=False)


def test_people_join_what_names_do_not() -> None:
    assert len(resolve((LEFT, RIGHT))) == 2
    [entity] = resolve((LEFT, RIGHT), (one(LEFT, RIGHT),))
    assert {reason for _, _, reason in entity.reasons} == {"a decision"}


def test_people_keep_apart_what_names_join() -> None:
    assert len(resolve((LEFT, THIRD))) == 1
    assert len(resolve((LEFT, THIRD), (apart(LEFT, THIRD),))) == 2


def test_apart_holds_through_others() -> None:
    entities = resolve((LEFT, RIGHT, THIRD), (apart(LEFT, THIRD), one(RIGHT, THIRD)))
    assert sorted(len(entity.members) for entity in entities) == [1, 2]


def test_people_override_facts() -> None:
    men = member("Robin Carver", gender="m"), member("Robin Carver", gender="f")
    assert len(resolve(men, (one(*men),))) == 1


def test_contradictions_are_named() -> None:
    decisions = (
        one(LEFT, RIGHT),
        one(RIGHT, THIRD),
        Pair(*sorted((LEFT.iri, THIRD.iri)), same=False, labels=("A", "B")),
    )
    with pytest.raises(DecisionError, match="'A' and 'B' are not the same"):
        resolve((LEFT, RIGHT, THIRD), decisions)


def test_the_file_goes_round(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    rows = (
        Decision("same", LEFT.iri, 'Ada "the boss" Moss', RIGHT.iri, "Adeline, Moss", "ak", "2024-05-06"),
        Decision("reject", "https://a.example/statement/1", "Moss met Lind"),
    )
    assert read_decisions(path) == ()
    write_decisions(path, rows)
    assert read_decisions(path) == rows
    assert path.read_text().splitlines()[0] == "decision,left,left_label,right,right_label,who,when"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n", "the first line must be"),
        ("decision,left,left_label,right,right_label,who,when\nsame,x\n", "row 2: 2 cells where 7 belong"),
        ("decision,left,left_label,right,right_label,who,when\nmaybe,x,,y,,,\n", "row 2: 'maybe' is no decision"),
        ("decision,left,left_label,right,right_label,who,when\nsame,x,,,,,\n", "row 2: 'same' needs two IRIs"),
    ],
)
def test_a_bad_file_is_named_with_its_row(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(text)
    with pytest.raises(DecisionError, match=message):
        read_decisions(path)


def test_a_row_is_settled_by_iri_or_else_by_label() -> None:
    there = {LEFT.iri: LEFT, RIGHT.iri: RIGHT}

    def find(iri: str, label: str) -> str | None:
        return iri if iri in there else by_label(there.values(), label)

    rows = (
        Decision("same", LEFT.iri, "Ada Moss", "https://a.example/gone", "Adeline Moss"),
        Decision("not the same", LEFT.iri, "Ada Moss", "https://a.example/gone", "Nobody"),
        Decision("reject", "https://a.example/statement/1"),
    )
    settled = settle(rows, find)
    assert [pair.same for pair in settled.pairs] == [True]
    assert settled.unresolved == (rows[1],)
    assert settled.rejected == {"https://a.example/statement/1"}
    assert settled.keys[LEFT.iri] == settled.keys[RIGHT.iri]


POOL = [
    member(*names, **facts)
    for names in (("Ada Moss",), ("Ada P. Moss", "Moss"), ("A. Moss",), ("Ann Moss",), ("Ada Mosse",))
    for facts in ({}, {"gender": "f"}, {"titles": ("mayor",)})
]
MEMBERS = st.lists(st.sampled_from(POOL), min_size=2, max_size=10, unique=True)
PAIRS = st.lists(
    st.builds(
        lambda ends, same: Pair(*sorted(each.iri for each in ends), same=same),
        st.lists(st.sampled_from(POOL), min_size=2, max_size=2, unique=True),
        st.booleans(),
    ),
    max_size=4,
    unique=True,
)


@given(MEMBERS, PAIRS, st.randoms())
def test_decisions_hold_in_any_order_or_are_an_error(found: list[Member], pairs: list[Pair], rng: object) -> None:
    def outcome() -> object:
        try:
            return resolve(found, pairs)
        except DecisionError:
            return "error"

    first = outcome()
    rng.shuffle(found)
    rng.shuffle(pairs)
    assert outcome() == first
    if first != "error":
        home = {each.iri: entity.id for entity in first for each in entity.members}
        for pair in pairs:
            if pair.left in home and pair.right in home:
                assert (home[pair.left] == home[pair.right]) is pair.same
        assert sum(len(entity.members) for entity in first) == len(found)


@given(MEMBERS)
def test_members_that_are_joined_share_keys_through_others(found: list[Member]) -> None:
    for entity in resolve(found):
        reached = {entity.members[0].iri}
        while True:
            held = frozenset().union(*(keys(each) for each in entity.members if each.iri in reached))
            more = {each.iri for each in entity.members if keys(each) & held} | reached
            if more == reached:
                break
            reached = more
        assert reached == {each.iri for each in entity.members}

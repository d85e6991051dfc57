from __future__ import annotations

from graph.network import network, ties, timeline
from tests.by_hand import dataset


def test_ties_join_those_who_take_part_in_the_same_events() -> None:
    found = ties(network(dataset()))
    labels = found.nodes(data="label")
    weights = {tuple(sorted((labels[a], labels[b]))): weight for a, b, weight in found.edges(data="weight")}
    assert weights == {("Ada Brandt", "Tomas Okoye"): 2, ("Harbour Office", "Ministry of Trade"): 1}


def test_ties_of_one_role_or_class() -> None:
    organisers = ties(network(dataset()), roles=["organizer"])
    assert {label for _, label in organisers.nodes(data="label")} == {"Harbour Office", "Ministry of Trade"}
    assert not ties(network(dataset()), classes=["Briefing"])


def test_what_is_only_claimed_ties_nobody() -> None:
    said = network(dataset(), claims=True, participants=True)
    assert ties(said, kinds=["participant", "person", "organization"]).number_of_edges() == 2


def test_the_timeline_is_in_order_and_says_so() -> None:
    rows = timeline(network(dataset()))
    assert [(row["date"], row["type"]) for row in rows] == [("2021-05-03", "Meeting"), ("2021-05-10", "Meeting")]
    assert rows[1]["sentence"] == "Tomas Okoye met Ada Brandt again."
    assert rows[0]["who"] == ["Ada Brandt", "Tomas Okoye"]

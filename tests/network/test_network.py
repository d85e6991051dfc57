from __future__ import annotations

import networkx as nx
import pytest

from graph.network import network
from tests.by_hand import FIRST, dataset


@pytest.fixture(scope="module")
def facts() -> nx.MultiDiGraph:
    return network(dataset())


def node(found: nx.MultiDiGraph, label: str) -> str:
    return next(iri for iri, name in found.nodes(data="label") if name == label)


def test_nodes_explain_themselves(facts: nx.MultiDiGraph) -> None:
    kinds = {data["label"]: (data["kind"], data["type"]) for _, data in facts.nodes(data=True)}
    assert kinds == {
        "Ada Brandt": ("person", "Person"),
        "Tomas Okoye": ("person", "Person"),
        "Harbour Office": ("organization", "Organization"),
        "Ministry of Trade": ("organization", "GovernmentOrganization"),
        "met: a1": ("event", "Meeting"),
        "met: a2": ("event", "Meeting"),
        "forum": ("event", "Conference"),
        "briefed: → Brandt": ("event", "Briefing"),
        "the strike": ("topic", "Concept"),
        "director": ("position", "Membership"),
        "The minister will visit the docks in June": ("claim", "Quotation"),
    }
    assert facts.nodes[node(facts, "Ada Brandt")]["names"] == ["Ada Brandt", "Brandt"]
    assert facts.nodes[node(facts, "met: a1")]["date"] == "2021-05-03"
    assert facts.nodes[node(facts, "briefed: → Brandt")]["unstated"] == ["agent"]


def test_edges_carry_the_exact_sentence_with_trigger_and_source(facts: nx.MultiDiGraph) -> None:
    edge = facts.edges[node(facts, "met: a1"), node(facts, "Ada Brandt"), "agent"]
    (evidence,) = edge["evidence"]
    assert FIRST[evidence["start"] : evidence["end"]] == evidence["sentence"]
    assert FIRST[slice(*evidence["trigger"])] == "met "
    assert (evidence["publisher"], evidence["date"], evidence["rule"]) == ("Lindhaven Post", "2021-05-04", "by-hand")
    assert (edge["label"], edge["factuality"], edge["derived"], edge["confidence"]) == ("agent", "asserted", False, 0.9)


def test_co_organisers_are_two_edges(facts: nx.MultiDiGraph) -> None:
    organizers = {facts.nodes[to]["label"] for _, to, label in facts.out_edges(node(facts, "forum"), data="label")}
    assert organizers == {"Harbour Office", "Ministry of Trade"}


def test_derived_edges_are_marked_and_have_the_sentences_of_their_events(facts: nx.MultiDiGraph) -> None:
    met = facts.edges[node(facts, "Ada Brandt"), node(facts, "Tomas Okoye"), "met"]
    assert met["derived"]
    assert [item["publisher"] for item in met["evidence"]] == ["Lindhaven Post", "Coast Wire"]
    assert not facts.edges[node(facts, "Tomas Okoye"), node(facts, "Harbour Office"), "worksFor"]["derived"]


def test_literal_facts_keep_their_evidence(facts: nx.MultiDiGraph) -> None:
    okoye = facts.nodes[node(facts, "Tomas Okoye")]
    assert okoye["titles"] == ["director"]
    assert [(fact["value"], len(fact["evidence"])) for fact in okoye["facts"]] == [("director", 1)]


def test_claimed_events_come_only_with_claims() -> None:
    said = network(dataset(), claims=True, participants=True)
    visit = node(said, "visit: the minister → the docks")
    assert said.nodes[visit]["factuality"] == "planned"
    assert {data["label"]: key for _, _, key, data in said.out_edges(visit, keys=True, data=True)} == {
        "agent": "agent (planned)",
        "claimedIn": "claimedIn (planned)",
    }
    assert {kind for _, kind in said.nodes(data="kind")} >= {"participant", "claim"}
    assert visit not in network(dataset())


def test_order_does_not_show() -> None:
    once, twice = network(dataset(), claims=True), network(dataset(), claims=True)
    assert (
        list(once.nodes(data=True)) == list(twice.nodes(data=True)) == sorted(once.nodes(data=True), key=lambda n: n[0])
    )
    assert list(once.edges(keys=True)) == list(twice.edges(keys=True))

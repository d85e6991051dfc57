from __future__ import annotations

import networkx as nx
import pytest

from graph.network import network
from graph.view import document
from graph.view import page as whole_page
from graph.view.selection import ranking, telling
from tests.by_hand import ARTICLES, MINTER, dataset
from tests.view.made_up import made_up


@pytest.fixture(scope="module")
def everything() -> nx.MultiDiGraph[str]:
    return network(dataset(), claims=True, participants=True)


def labels(found: nx.MultiDiGraph[str], chosen: list[str]) -> list[str]:
    return [found.nodes[iri]["label"] for iri in chosen]


def test_the_best_connected_come_first(everything: nx.MultiDiGraph[str]) -> None:
    chosen = telling(everything, ranking(everything), 2)
    assert set(labels(everything, chosen)) == {"Ada Brandt", "Tomas Okoye"}


def test_what_is_only_said_waits_for_the_filters(everything: nx.MultiDiGraph[str]) -> None:
    chosen = labels(everything, telling(everything, ranking(everything), 100))
    assert "visit: the minister → the docks" not in chosen
    assert "The minister" not in chosen


def test_a_focus_brings_its_neighbours_first(everything: nx.MultiDiGraph[str]) -> None:
    ministry = next(iri for iri, label in everything.nodes(data="label") if label == "Ministry of Trade")
    chosen = labels(everything, telling(everything, ranking(everything), 3, ministry))
    assert chosen == ["Ministry of Trade", "forum", "Harbour Office"]


def test_of_a_big_graph_a_connected_part_is_drawn() -> None:
    found = made_up(4_000)
    chosen = telling(found, ranking(found), 250)
    assert 100 < len(chosen) <= 250
    assert nx.number_connected_components(found.subgraph(chosen).to_undirected()) <= 3
    events = [iri for iri in chosen if found.nodes[iri]["kind"] == "event"]
    assert all(len(set(found[event]) & set(chosen)) > 1 for event in events)


def test_a_heavy_page_leaves_texts_out_first_and_then_the_least_connected(
    everything: nx.MultiDiGraph[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {MINTER.article(article): text for article, text in ARTICLES.items()}
    whole = whole_page(everything, texts)
    assert "LINDHAVEN, May 3 - Mayor Ada Brandt met harbour chief Tomas Okoye on Tuesday \U0001f6a2. The forum" in whole
    weight = document._weight(document.payload(everything, {}))
    monkeypatch.setattr(document, "MOST_CHARACTERS", weight)
    assert "on Tuesday \U0001f6a2. The forum" not in whole_page(everything, texts)
    monkeypatch.setattr(document, "MOST_CHARACTERS", weight // 2)
    monkeypatch.setattr(document, "MOST_NODES", len(everything))
    fewer = whole_page(everything, texts, limit=2)
    assert '"counts":{"nodes":13,' in fewer
    assert "Tomas Okoye" in fewer
    assert fewer.count('"iri":"' + MINTER.base) < whole.count('"iri":"' + MINTER.base)

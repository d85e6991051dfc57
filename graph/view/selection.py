"""Which nodes are drawn first: the most telling ones, chosen so that they hang together."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from typing import Any, TypeAlias

import networkx as nx

from graph.network import FACT_KINDS

Network: TypeAlias = "nx.MultiDiGraph[str]"

FIRST_FACTUALITIES = {"asserted"}
ON_REQUEST = {"participant"}
LEAVES = {"position", "topic"}
"""Kinds that the first view leaves out: offices show as "works for", topics in the panel."""

FEW = 40
"""A first view of fewer nodes than this takes in also facts of one thing alone."""

WEIGHTS = {"topic": 0.2, "claim": 0.6, "position": 0.8}
"""How telling a kind is beside the others, which count 1."""


def ranking(network: Network) -> list[str]:
    """All nodes, the most telling first."""
    around = {iri: [other for other in nx.all_neighbors(network, iri) if other != iri] for iri in network.nodes}
    score = _scores(network, around)
    return sorted(network.nodes, key=lambda iri: (-score[iri], iri))


def telling(network: Network, ranked: list[str], limit: int, focus: str | None = None) -> list[str]:
    """At most `limit` nodes of a ranking to draw first: the best connected things and the facts that join two of them.

    Facts that are not asserted are left to the page's filters, those of one thing alone to its panel, and a thing
    without any fact to the search; where little is left, they come in. With a focus its neighbourhood comes first.
    """
    shown = {iri for iri in ranked if _shown(network.nodes[iri])}
    if focus is not None and focus in network:
        return _around(network, focus, shown, limit)
    around = {
        iri: [other for other in nx.all_neighbors(network, iri) if other != iri and other in shown] for iri in shown
    }
    best = [iri for iri in ranked if around.get(iri)]
    joining = [iri for iri in best if _joins(network, iri, around[iri])]
    facts = {iri for iri in joining if network.nodes[iri]["kind"] in FACT_KINDS}
    chosen = _joined(_grown(joining, around, limit), around, facts)
    return chosen if len(chosen) >= min(limit, FEW) else _with_facts(network, best, around, limit)


def _shown(data: Mapping[str, Any]) -> bool:
    return data["kind"] not in ON_REQUEST and data.get("factuality", "asserted") in FIRST_FACTUALITIES


def _around(network: Network, focus: str, shown: set[str], limit: int) -> list[str]:
    """The neighbourhood of a node, ring by ring."""
    rings = nx.single_source_shortest_path_length(network.to_undirected(as_view=True), focus, cutoff=2)
    near = (iri for iri in rings if iri in shown or iri == focus)
    return sorted(near, key=lambda iri: (rings[iri], -network.degree(iri), iri))[:limit]


def _scores(network: Network, around: Mapping[str, list[str]]) -> dict[str, float]:
    """A thing counts by its neighbours, a fact as the lesser of the two best things that it joins: it follows both."""
    kinds = {iri: network.nodes[iri]["kind"] for iri in around}
    things = {
        iri: WEIGHTS.get(kinds[iri], 1.0) * len(set(near))
        for iri, near in around.items()
        if kinds[iri] not in FACT_KINDS
    }
    facts = {
        iri: WEIGHTS.get(kinds[iri], 1.0) * _lesser([things[other] for other in set(near) if other in things])
        for iri, near in around.items()
        if kinds[iri] in FACT_KINDS
    }
    return things | facts


def _lesser(scores: list[float]) -> float:
    """The second best of some scores, or a fifth of the only one.

    >>> _lesser([3, 9, 5]), _lesser([5]), _lesser([])
    (4.95, 1.0, 0.0)
    """
    best = sorted(scores, reverse=True)
    return 0.99 * best[1] if len(best) > 1 else 0.2 * sum(best)


def _joins(network: Network, iri: str, near: list[str]) -> bool:
    kind = network.nodes[iri]["kind"]
    return kind not in LEAVES and (kind not in FACT_KINDS or len(set(near)) > 1)


def _with_facts(network: Network, ranked: list[str], around: Mapping[str, list[str]], limit: int) -> list[str]:
    """The best things, each followed by its facts."""
    chosen: dict[str, None] = {}
    for iri in ranked:
        if network.nodes[iri]["kind"] not in FACT_KINDS and len(chosen) < min(limit, FEW):
            chosen |= dict.fromkeys([iri, *sorted(around[iri])])
    return list(chosen)[: min(limit, FEW)]


def _grown(ranked: list[str], around: Mapping[str, list[str]], limit: int) -> list[str]:
    """The best of a ranking, reached from its first by way of one another as far as that goes."""
    places = {iri: place for place, iri in enumerate(ranked)}
    chosen: dict[str, None] = {}
    waiting: list[int] = []
    for place, iri in enumerate(ranked):
        if iri not in chosen:
            heapq.heappush(waiting, place)
        while waiting and len(chosen) < limit:
            best = ranked[heapq.heappop(waiting)]
            if best not in chosen:
                chosen[best] = None
                for other in around[best]:
                    if other in places and other not in chosen:
                        heapq.heappush(waiting, places[other])
    return list(chosen)


def _joined(chosen: list[str], around: Mapping[str, list[str]], facts: set[str]) -> list[str]:
    """The chosen that have a neighbour among the chosen, facts at least two things."""
    left = set(chosen)
    while loose := {iri for iri in left if _is_loose(left.intersection(around[iri]), iri in facts, facts)}:
        left -= loose
    return [iri for iri in chosen if iri in left]


def _is_loose(near: set[str], fact: bool, facts: set[str]) -> bool:
    return len(near - facts) < 2 if fact else not near

"""Which nodes are drawn first: the most telling ones, chosen so that they hang together."""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

from graph.network import FACT_KINDS

Network: TypeAlias = "nx.MultiDiGraph[str]"

FIRST_FACTUALITIES = {"asserted"}
WEIGHTS = {"topic": 0.2, "participant": 0.2, "claim": 0.6, "position": 0.8}
"""How telling a kind is beside the others, which count 1."""


def telling(network: Network, limit: int, focus: str | None = None) -> list[str]:
    """At most `limit` nodes to draw first, the most connected ones with the facts between them.

    Facts that are not asserted are left to the page's filters, and a thing without any fact to its search. With a
    focus its neighbourhood comes first, ring by ring.
    """
    shown = [iri for iri, data in network.nodes(data=True) if data.get("factuality", "asserted") in FIRST_FACTUALITIES]
    score = {iri: _score(network, iri) for iri in shown if network.degree(iri)}
    if focus is not None and focus in network:
        rings = nx.single_source_shortest_path_length(network.to_undirected(as_view=True), focus, cutoff=2)
        return sorted(rings, key=lambda iri: (rings[iri], -score.get(iri, 0), iri))[:limit]
    ranked = sorted(score, key=lambda iri: (-score[iri], iri))
    return _connected(network, ranked, limit)


def _score(network: Network, iri: str) -> float:
    """A thing counts by its links, a fact by the well-linked things that it joins."""
    data = network.nodes[iri]
    around = set(nx.all_neighbors(network, iri)) - {iri}
    if data["kind"] in FACT_KINDS:
        things = [network.degree(other) for other in around if network.nodes[other]["kind"] not in WEIGHTS]
        return WEIGHTS.get(data["kind"], 1) * sum(sorted(things)[-2:]) * min(len(things), 3) / 3
    return WEIGHTS.get(data["kind"], 1) * len(around)


def _connected(network: Network, ranked: list[str], limit: int) -> list[str]:
    """The best of a ranking that have a neighbour among the chosen."""
    chosen = set(ranked[:limit])
    while lonely := {iri for iri in chosen if chosen.isdisjoint(set(nx.all_neighbors(network, iri)) - {iri})}:
        chosen -= lonely
    return [iri for iri in ranked if iri in chosen]

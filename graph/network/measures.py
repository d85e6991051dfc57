"""The few measures that the notebooks use; everything else is networkx."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from itertools import combinations
from typing import Any, TypeAlias

import networkx as nx

Network: TypeAlias = "nx.MultiDiGraph[str]"
Ties: TypeAlias = "nx.Graph[str]"

ACTORS = ("person", "organization")


def ties(
    network: Network,
    *,
    kinds: Collection[str] = ACTORS,
    classes: Collection[str] | None = None,
    roles: Collection[str] | None = None,
) -> Ties:
    """An undirected graph of things that take part in the same asserted events.

    Nodes are IRIs with `label` and `kind`; an edge has `weight` (the number of events) and `events` (their IRIs).
    `kinds` chooses the things, `classes` the events ("Meeting"), `roles` the parts that count ("organizer").
    """
    found: Ties = nx.Graph()
    together: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event, data in network.nodes(data=True):
        if (
            data["kind"] == "event"
            and data["factuality"] == "asserted"
            and (classes is None or data["type"] in classes)
        ):
            for pair in combinations(_taking_part(network, event, kinds, roles), 2):
                together[pair].append(event)
    for (one, other), events in sorted(together.items()):
        found.add_edge(one, other, weight=len(events), events=events)
    for iri in found.nodes:
        found.nodes[iri].update({name: network.nodes[iri][name] for name in ("label", "kind")})
    return found


def _taking_part(network: Network, event: str, kinds: Collection[str], roles: Collection[str] | None) -> list[str]:
    """The things of an event, in order."""
    parts = ((thing, edge["label"]) for _, thing, edge in network.out_edges(event, data=True))
    chosen = {thing for thing, role in parts if roles is None or role in roles}
    return sorted(thing for thing in chosen if network.nodes[thing]["kind"] in kinds)


def timeline(network: Network) -> list[dict[str, Any]]:
    """The asserted events whose day, month or year the text fixes, in order: date, type, label, iri, who, sentence."""
    rows = []
    for event, data in network.nodes(data=True):
        if data["kind"] == "event" and data["factuality"] == "asserted" and data.get("date"):
            own = {name: data[name] for name in ("date", "type", "label")}
            rows.append(own | {"iri": event, "who": _labels(network, event), "sentence": _sentence(network, event)})
    return sorted(rows, key=lambda row: (row["date"], row["iri"]))


def _labels(network: Network, event: str) -> list[str]:
    return [network.nodes[thing]["label"] for thing in _taking_part(network, event, ACTORS, None)]


def _sentence(network: Network, event: str) -> str | None:
    """The first sentence that states an event."""
    evidence = [item for _, _, edge in network.out_edges(event, data=True) for item in edge["evidence"]]
    first = min(evidence, key=lambda item: (item["article"], item["start"]), default=None)
    return first["sentence"] if first else None

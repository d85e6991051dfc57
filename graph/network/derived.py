"""Edges derived from events get the sentences of the events that they were derived from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, TypeAlias

import networkx as nx

from graph.network.evidence import Evidence
from graph.rdf.derived import Derivation, derivations

Network: TypeAlias = "nx.MultiDiGraph[str]"
Filled = list[tuple[str, str, list[Evidence]]]
"""An event's fillers: role, node, evidence."""


def explain_derived(network: Network) -> None:
    """Gives derived edges the evidence, confidence and dates of their events."""
    for event, data in network.nodes(data=True):
        if data["kind"] == "event" and data["factuality"] == "asserted":
            filled = [(edge["label"], node, edge["evidence"]) for _, node, edge in network.out_edges(event, data=True)]
            for row in (*derivations().get(data["type"], ()), *derivations().get("*", ())):
                for tail, head, evidence in _pairs(event, row, filled):
                    if network.has_edge(tail, head, row.property):
                        _add(network.edges[tail, head, row.property], data.get("date"), evidence)


def _pairs(event: str, row: Derivation, filled: Filled) -> Iterator[tuple[str, str, list[Evidence]]]:
    sources = [(node, evidence) for role, node, evidence in filled if role in row.source]
    targets = [event] if row.target == ("event",) else [node for role, node, _ in filled if role in row.target]
    for (source, evidence), target in product(sources, targets):
        yield source, target, evidence
        if row.symmetric:
            yield target, source, evidence


def _add(edge: dict[str, Any], date: str | None, evidence: list[Evidence]) -> None:
    known = {(item["article"], item["start"]) for item in edge["evidence"]}
    edge["evidence"] = [
        *edge["evidence"],
        *(item for item in evidence if (item["article"], item["start"]) not in known),
    ]
    confidences = [item["confidence"] for item in edge["evidence"] if item["confidence"] is not None]
    edge["confidence"] = max(confidences, default=None)
    edge["dates"] = sorted({*edge.get("dates", ()), *((date,) if date else ())})

"""A generation of the store → a networkx MultiDiGraph whose attributes explain themselves.

Nodes are IRIs. Every node has `label`, `kind` (one of KINDS' values), `type` (the local name of its narrowest class)
and `names`; and, where the dataset states them, the attributes of `LITERALS` (`date`, `text`, `surface` ...). `facts`
holds what is stated of the node without another node, each with its evidence: `{"predicate", "value", "evidence"}`.

Edges have `label` (a role, relation or derived name: it is the key too), `predicate` (its IRI), `factuality`,
`confidence` (of its best evidence, None without any), `derived` and `evidence`, a list of `Evidence`;
derived ones also `dates`, those of their events.
"""

from __future__ import annotations

from graph.network.build import network
from graph.network.evidence import Evidence
from graph.network.measures import ties, timeline
from graph.network.terms import FACT_KINDS, KINDS, LITERALS

__all__ = ["FACT_KINDS", "KINDS", "LITERALS", "Evidence", "network", "ties", "timeline"]

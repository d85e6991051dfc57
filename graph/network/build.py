"""The dataset's graphs → nodes and edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TypeAlias

import networkx as nx
from pyoxigraph import DefaultGraph, Quad, Store

from graph.network.derived import explain_derived
from graph.network.evidence import Evidence, Node, Triple, article_evidence, article_graphs, described, triggers_of
from graph.network.terms import (
    ALT_LABEL,
    BROAD,
    FACT_KINDS,
    HAPPENING,
    KINDS,
    LABEL,
    LISTS,
    LITERALS,
    ORG_ROLE,
    ROLE_NAMES,
    TEXT,
    TYPE,
    UNNAMED,
    local,
)
from graph.vocabulary import NG

Network: TypeAlias = "nx.MultiDiGraph[str]"
Nodes = dict[str, Node]


def network(store: Store, *, claims: bool = False, participants: bool = False) -> Network:
    """The whole dataset as a directed multigraph; attributes are documented at `graph.network`.

    Without `claims` it holds what the news states as fact (that somebody said something included); with them also
    what is said, planned, denied or possible, told apart by `factuality`. `participants` adds those without a name.
    """
    stated = described(store.quads_for_pattern(None, None, None, DefaultGraph()))
    said = described(_graph(store, "graph/claims")) if claims else {}
    evidence = _evidence(store, {**triggers_of(stated), **triggers_of(said)})
    found: Network = nx.MultiDiGraph()
    _add_nodes(found, {**said, **stated}, participants)
    _add_edges(found, stated, evidence, "asserted")
    _add_edges(found, said, evidence, "reported")
    explain_derived(found)
    _add_facts(found, evidence)
    _add_happenings(found, store)
    _drop_unreached(found)
    return found


def _graph(store: Store, name: str) -> Iterator[Quad]:
    """The quads of the named graph whose IRI ends with a name, whatever the dataset's base."""
    for graph_name in sorted(store.named_graphs(), key=str):
        if graph_name.value.endswith(name):
            yield from store.quads_for_pattern(None, None, None, graph_name)


def _evidence(store: Store, triggers: dict[str, list[str]]) -> dict[Triple, list[Evidence]]:
    found: dict[Triple, list[Evidence]] = defaultdict(list)
    for article in article_graphs(store):
        for triple, evidence in article_evidence(store, article, triggers):
            found[triple].append(evidence)
    return found


def _add_nodes(found: Network, nodes: Nodes, participants: bool) -> None:
    for iri in sorted(nodes):
        kind = _kind(nodes[iri])
        if kind is not None and (participants or kind != "participant"):
            found.add_node(iri, **_attributes(nodes, iri, kind))


def _kind(node: Node) -> str | None:
    types = node.get(TYPE, ())
    return next((kind for name, kind in KINDS.items() if name in types), None)


def _attributes(nodes: Nodes, iri: str, kind: str) -> dict[str, Any]:
    node = nodes[iri]
    label = _label(nodes, iri)
    types = node[TYPE]
    narrow = [name for name in types if name not in BROAD] or types
    attributes: dict[str, Any] = {
        "label": label,
        "kind": kind,
        "type": local(narrow[0]),
        "names": [label, *node.get(ALT_LABEL, ())],
    }
    attributes |= {name: node[predicate][0] for predicate, name in LITERALS.items() if predicate in node}
    attributes |= {
        name: [ROLE_NAMES.get(value, value) for value in node[predicate]]
        for predicate, name in LISTS.items()
        if predicate in node
    }
    if kind in FACT_KINDS:
        attributes["factuality"] = local(attributes.get("factuality", "asserted")).lower()
    return attributes | {"facts": []}


def _label(nodes: Nodes, iri: str) -> str:
    """A node's own label, the title of a position, or the words of a claim."""
    node = nodes[iri]
    roles = (label for role in node.get(ORG_ROLE, ()) for label in nodes.get(role, {}).get(LABEL, ()))
    return next(iter((*node.get(LABEL, ()), *roles, *node.get(TEXT, ()))), local(iri))


def _add_edges(found: Network, nodes: Nodes, evidence: dict[Triple, list[Evidence]], factuality: str) -> None:
    for subject in sorted(nodes):
        if subject not in found.nodes:
            continue
        for predicate, values in sorted(nodes[subject].items()):
            for value in values:
                if value in found.nodes and predicate != TYPE:
                    triple = (subject, predicate, value)
                    reasons = _fitting(found, subject, evidence.get(triple, []), factuality)
                    found.add_edge(subject, value, **_edge(found, triple, reasons, factuality))


def _fitting(found: Network, subject: str, evidence: list[Evidence], factuality: str) -> list[Evidence]:
    """The evidence for a triple in its graph: a tie may be stated as fact in one sentence and denied in another."""
    if found.nodes[subject]["kind"] in FACT_KINDS:
        return evidence
    asserted = factuality == "asserted"
    return [item for item in evidence if (item["factuality"] in (None, "asserted")) == asserted]


def _edge(found: Network, triple: Triple, evidence: list[Evidence], factuality: str) -> dict[str, Any]:
    subject, predicate, _ = triple
    told = found.nodes[subject].get("factuality") or next((e["factuality"] for e in evidence if e["factuality"]), None)
    derived = predicate.startswith(NG) and found.nodes[subject]["kind"] not in FACT_KINDS
    confidences = [e["confidence"] for e in evidence if e["confidence"] is not None]
    return {
        "key": local(predicate) if factuality == "asserted" else f"{local(predicate)} ({told or factuality})",
        "label": local(predicate),
        "predicate": predicate,
        "factuality": told or factuality,
        "confidence": max(confidences, default=None),
        "derived": derived,
        "evidence": evidence,
    }


def _add_facts(found: Network, evidence: dict[Triple, list[Evidence]]) -> None:
    """Gives each node the evidence of what is stated of it without another node."""
    for (subject, predicate, value), reasons in sorted(evidence.items()):
        if subject in found.nodes and value not in found.nodes:
            found.nodes[subject]["facts"].append({"predicate": predicate, "value": value, "evidence": reasons})


def _add_happenings(found: Network, store: Store) -> None:
    identity = described(_graph(store, "graph/identity"))
    for iri in found.nodes:
        happening = identity.get(iri, {}).get(HAPPENING)
        if happening:
            sources = identity.get(happening[0], {}).get(NG + "sources", ["1"])
            found.nodes[iri].update(happening=happening[0], sources=int(sources[0]))


def _drop_unreached(found: Network) -> None:
    lonely = [iri for iri, data in found.nodes(data=True) if data["kind"] in UNNAMED and not found.degree(iri)]
    found.remove_nodes_from(lonely)

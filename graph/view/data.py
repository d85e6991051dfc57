"""The network as the page's data: numbered nodes, edges, sentences and articles, each told once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import networkx as nx

from graph.network import FACT_KINDS, Evidence

Network: TypeAlias = "nx.MultiDiGraph[str]"
Json = dict[str, Any]

ARTICLE_FIELDS = ("title", "publisher", "date", "url", "identifier")
EVIDENCE_FIELDS = (
    "trigger",
    "words",
    "antecedent",
    "rule",
    "confidence",
    "statement",
    "source_subject",
    "source_object",
)
"""What the page knows of a piece of evidence, after the number of its sentence."""

OWN_FIELDS = {"label", "kind", "type", "names", "facts"}


class Collector:
    """Numbers articles and sentences as evidence names them."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.articles: list[Json] = []
        self.sentences: list[list[Any]] = []
        self._article_numbers: dict[str, int] = {}
        self._sentence_numbers: dict[tuple[int, int, int], int] = {}

    def evidence(self, item: Evidence) -> list[Any]:
        """The number of the sentence, then EVIDENCE_FIELDS."""
        return [self._sentence(item), *(item[name] for name in EVIDENCE_FIELDS)]  # type: ignore[literal-required]

    def _article(self, item: Evidence) -> int:
        iri = item["article"]
        if iri not in self._article_numbers:
            self._article_numbers[iri] = len(self.articles)
            known = {name: item[name] for name in ARTICLE_FIELDS if item[name]}  # type: ignore[literal-required]
            self.articles.append({"iri": iri, **known, "text": self.texts.get(iri)})
        return self._article_numbers[iri]

    def _sentence(self, item: Evidence) -> int:
        key = (self._article(item), item["start"], item["end"])
        if key not in self._sentence_numbers:
            self._sentence_numbers[key] = len(self.sentences)
            self.sentences.append([*key, item["sentence"]])
        return self._sentence_numbers[key]


def payload(network: Network, texts: Mapping[str, str]) -> Json:
    """Everything that the page knows; nodes are named by their place in "nodes".

    Derived edges to events are left out, since the event's own roles say the same, and one of two that say the same
    in both directions ("met").
    """
    collector = Collector(texts)
    numbers = {iri: number for number, iri in enumerate(network.nodes)}
    nodes = [_node(collector, iri, data) for iri, data in network.nodes(data=True)]
    edges = [
        {"from": numbers[tail], "to": numbers[head], **_edge(collector, data), **_direction(network, (tail, head, key))}
        for tail, head, key, data in network.edges(keys=True, data=True)
        if not _said_otherwise(network, (tail, head, key))
    ]
    return {"articles": collector.articles, "sentences": collector.sentences, "nodes": nodes, "edges": edges}


def _node(collector: Collector, iri: str, data: Mapping[str, Any]) -> Json:
    facts = [{**fact, "evidence": [collector.evidence(item) for item in fact["evidence"]]} for fact in data["facts"]]
    others = {name: value for name, value in data.items() if name not in OWN_FIELDS}
    own = {"iri": iri, "label": data["label"], "kind": data["kind"], "type": data["type"]}
    return {**own, "names": data["names"][1:], "facts": facts, **others}


def _said_otherwise(network: Network, edge: tuple[str, str, str]) -> bool:
    """Says whether the page leaves an edge out."""
    tail, head, key = edge
    if not network.edges[edge]["derived"]:
        return False
    return network.nodes[head]["kind"] in FACT_KINDS or (tail > head and network.has_edge(head, tail, key))


def _direction(network: Network, edge: tuple[str, str, str]) -> Json:
    tail, head, key = edge
    return {"both": True} if network.edges[edge]["derived"] and network.has_edge(head, tail, key) else {}


def _edge(collector: Collector, data: Mapping[str, Any]) -> Json:
    told = {name: data[name] for name in ("label", "predicate", "factuality", "confidence", "derived")}
    if data.get("dates"):
        told["dates"] = data["dates"]
    return {**told, "evidence": [collector.evidence(item) for item in data["evidence"]]}

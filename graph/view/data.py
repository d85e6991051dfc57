"""The network as the page's data: numbered nodes, edges, sentences and articles, each told once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import networkx as nx

from graph.network import Evidence

Network: TypeAlias = "nx.MultiDiGraph[str]"
Json = dict[str, Any]

ARTICLE_FIELDS = ("title", "publisher", "date", "url", "identifier")
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
        """[sentence, trigger, words, antecedent, rule, confidence]."""
        sentence = self._sentence(item)
        return [sentence, item["trigger"], item["words"], item["antecedent"], item["rule"], item["confidence"]]

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
    """Everything that the page knows; nodes are named by their place in "nodes"."""
    collector = Collector(texts)
    numbers = {iri: number for number, iri in enumerate(network.nodes)}
    nodes = [_node(collector, iri, data) for iri, data in network.nodes(data=True)]
    edges = [
        {"from": numbers[tail], "to": numbers[head], **_edge(collector, network, (tail, head), data)}
        for tail, head, data in network.edges(data=True)
    ]
    return {"articles": collector.articles, "sentences": collector.sentences, "nodes": nodes, "edges": edges}


def _node(collector: Collector, iri: str, data: Mapping[str, Any]) -> Json:
    facts = [{**fact, "evidence": [collector.evidence(item) for item in fact["evidence"]]} for fact in data["facts"]]
    others = {name: value for name, value in data.items() if name not in OWN_FIELDS}
    own = {"iri": iri, "label": data["label"], "kind": data["kind"], "type": data["type"]}
    return {**own, "names": data["names"][1:], "facts": facts, **others}


def _edge(collector: Collector, network: Network, ends: tuple[str, str], data: Mapping[str, Any]) -> Json:
    evidence = data["evidence"] or (_shared(network, *ends) if data["derived"] else [])
    confidences = [item["confidence"] for item in evidence if item["confidence"] is not None]
    return {
        "label": data["label"],
        "predicate": data["predicate"],
        "factuality": data["factuality"],
        "confidence": data["confidence"] or max(confidences, default=None),
        "derived": data["derived"],
        "evidence": [collector.evidence(item) for item in evidence],
    }


def _shared(network: Network, one: str, other: str) -> list[Evidence]:
    """The evidence of a derived edge: that of the asserted events in which both ends take part."""
    events = {event for event in network.predecessors(one) if network.nodes[event]["kind"] == "event"}
    both = sorted(events & set(network.predecessors(other)))
    found = {
        (item["article"], item["start"]): item
        for event in both
        if network.nodes[event]["factuality"] == "asserted"
        for data in network[event][one].values()
        for item in data["evidence"]
    }
    return list(found.values())

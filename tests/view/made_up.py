"""A made-up network of any size, for measuring: things and events with the skewed degrees of news."""

from __future__ import annotations

import random
from typing import Any

import networkx as nx

AGENT = "https://w3id.org/newsgraph/ns#agent"
SENTENCE = (
    "The minister met the head of the authority on Tuesday and agreed to open the northern harbour in May, number {}."
)


def made_up(nodes: int, seed: int = 1) -> nx.MultiDiGraph[str]:
    """Two things in five, the rest events of two or three of them; well-known things come up more often."""
    chance = random.Random(seed)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    things = [f"http://x/entity/{number}" for number in range(nodes * 2 // 5)]
    for number, iri in enumerate(things):
        kind = ("person", "organization", "place")[number % 3]
        found.add_node(iri, label=f"Thing number {number}", kind=kind, type=kind.title(), names=["x"], facts=[])
    urn = list(things)
    for number in range(nodes - len(things)):
        event = f"http://x/event/{number}"
        found.add_node(event, label=f"met: {number}", kind="event", type="Meeting", names=["x"], facts=[],
                       factuality="asserted", date=f"20{number % 20:02}-0{number % 9 + 1}", surface="met")  # fmt: skip
        takers = sorted({chance.choice(urn) for _ in range(2 + number % 2)})
        urn.extend(takers)
        for taker in takers:
            found.add_edge(event, taker, key="agent", label="agent", predicate=AGENT, factuality="asserted",
                           confidence=0.9, derived=False, evidence=[evidence(number)])  # fmt: skip
    return found


def evidence(number: int) -> dict[str, Any]:
    """One sentence of one of many articles."""
    empty = dict.fromkeys(("words", "antecedent", "title", "url", "factuality", "source_subject", "source_object"))
    sentence = SENTENCE.format(number)
    return empty | {
        "sentence": sentence, "start": 10, "end": 10 + len(sentence), "trigger": (23, 26), "rule": "verb:meeting",
        "confidence": 0.9, "publisher": f"Paper {number % 40}", "date": "2021-05-04", "identifier": f"{number}.txt",
        "article": f"http://x/article/{number // 5}", "statement": f"http://x/statement/{number}",
    }  # fmt: skip

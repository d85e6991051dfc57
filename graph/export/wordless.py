"""The dataset without the articles' own words: facts, places and sources stay, the quotations go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyoxigraph import NamedNode, Store

from graph.network.build import Network
from graph.vocabulary import NG, OA, RDF, SCHEMA

WORDS = tuple(f" <{iri}> ".encode() for iri in (OA + "exact", NG + "words", NG + "antecedent", SCHEMA + "text"))
"""Predicates whose objects are an article's words."""

OBJECT = f" <{RDF}object> ".encode()
FIELDS = ("sentence", "words", "antecedent")


def without_words(store: Store, lines: Iterator[bytes]) -> Iterator[bytes]:
    """The lines of N-Triples or N-Quads that hold no words of an article.

    The statement that a claim has a text stays; the text as its object goes.
    """
    said = store.quads_for_pattern(None, NamedNode(RDF + "predicate"), NamedNode(SCHEMA + "text"), None)
    subjects = {str(quad.subject).encode() for quad in said}
    for line in lines:
        subject, _, rest = line.partition(b" ")
        is_words = (b" " + rest).startswith(WORDS) or ((b" " + rest).startswith(OBJECT) and subject in subjects)
        if not is_words:
            yield line


def wordless(network: Network) -> Network:
    """The network without sentences; a claim is called by its type alone."""
    for _, data in network.nodes(data=True):
        data["facts"] = [_bare(fact) for fact in data["facts"] if fact["predicate"] != SCHEMA + "text"]
        if data.pop("text", None) is not None:
            data.update(label=data["type"], names=[data["type"]])
    for *_, edge in network.edges(data=True):
        edge["evidence"] = [{**item, **dict.fromkeys(FIELDS)} for item in edge["evidence"]]
    return network


def _bare(fact: dict[str, Any]) -> dict[str, Any]:
    return {**fact, "evidence": [{**item, **dict.fromkeys(FIELDS)} for item in fact["evidence"]]}

"""The statements of each article's own graph, read back as evidence for triples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypedDict

from pyoxigraph import NamedNode, Quad, Store

from graph.network.terms import TYPE, local
from graph.vocabulary import GAF, NG, OA, RDF, SCHEMA

Triple = tuple[str, str, str]
Node = dict[str, list[str]]
"""What is said of one subject: predicate → values in order."""


class Source(TypedDict):
    """The article that a sentence stands in: its IRI and what is known of it; `date` is the day of publication."""

    article: str
    title: str | None
    publisher: str | None
    date: str | None
    url: str | None
    identifier: str | None


class Evidence(Source):
    """One sentence that states a triple.

    `start` and `end` are the sentence's code points in the article's kept text, `trigger` those of the word that
    evokes the fact (None where there is none in this sentence). `words` are the filler as written, `antecedent` what
    a pronoun or short form among them stands for. `statement` is the IRI of the statement, `factuality` its own where
    it differs from the fact's; `source_subject` and `source_object` are the article's own IRIs of things that were
    merged into the edge's ends.
    """

    statement: str
    source_subject: str | None
    source_object: str | None
    sentence: str
    start: int
    end: int
    trigger: tuple[int, int] | None
    words: str | None
    antecedent: str | None
    factuality: str | None
    rule: str | None
    confidence: float | None


def described(quads: Iterable[Quad]) -> dict[str, Node]:
    """Subject → predicate → values, each list sorted, so that the store's order never shows."""
    found: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        found[quad.subject.value][quad.predicate.value].append(quad.object.value)  # type: ignore[union-attr]
    for node in found.values():
        for values in node.values():
            values.sort()
    return found


def first(node: Node, predicate: str) -> str | None:
    """The one value of a predicate (the smallest of several), or None."""
    return min(node[predicate], default=None) if predicate in node else None


def article_graphs(store: Store) -> list[str]:
    """The IRIs of all articles in order; each is the name of its own graph too."""
    typed = store.quads_for_pattern(None, NamedNode(TYPE), NamedNode(SCHEMA + "NewsArticle"), None)
    return sorted({quad.subject.value for quad in typed})  # type: ignore[union-attr]


def article_evidence(store: Store, article: str, triggers: dict[str, list[str]]) -> Iterator[tuple[Triple, Evidence]]:
    """Every statement of one article as a triple with one of its sentences.

    `triggers` maps a subject or object to the spans that denote it.
    """
    nodes = described(store.quads_for_pattern(None, None, None, NamedNode(article)))
    source = _source(article, nodes.get(article, {}))
    for name in sorted(nodes):
        statement = nodes[name]
        subject, predicate = first(statement, RDF + "subject"), first(statement, RDF + "predicate")
        if subject is None or predicate is None:
            continue
        triple = (subject, predicate, first(statement, RDF + "object") or "")
        spans = [_place(nodes, span) for end in (triple[0], triple[2]) for span in triggers.get(end, ())]
        for sentence in statement.get(NG + "evidence", ()):
            yield triple, _evidence((name, statement), _Sentence(nodes, sentence), spans, source)


class _Sentence:
    """The words and place of a sentence's span."""

    def __init__(self, nodes: dict[str, Node], span: str) -> None:
        self.start, self.end = _place(nodes, span) or (0, 0)
        selectors = nodes.get(span, {}).get(OA + "hasSelector", ())
        self.text = next((words for s in selectors if (words := first(nodes.get(s, {}), OA + "exact"))), "")


def _place(nodes: dict[str, Node], span: str) -> tuple[int, int] | None:
    for selector in nodes.get(span, {}).get(OA + "hasSelector", ()):
        place = nodes.get(selector, {})
        start, end = first(place, OA + "start"), first(place, OA + "end")
        if start is not None and end is not None:
            return int(start), int(end)
    return None


def _source(article: str, node: Node) -> Source:
    return {
        "article": article,
        "title": first(node, SCHEMA + "headline"),
        "publisher": first(node, SCHEMA + "publisher"),
        "date": first(node, SCHEMA + "datePublished"),
        "url": first(node, SCHEMA + "url"),
        "identifier": first(node, SCHEMA + "identifier"),
    }


def _evidence(
    named: tuple[str, Node], sentence: _Sentence, spans: list[tuple[int, int] | None], source: Source
) -> Evidence:
    iri, statement = named
    within = (s for s in spans if s and sentence.start <= s[0] and s[1] <= sentence.end)
    factuality = first(statement, NG + "factuality")
    confidence = first(statement, NG + "confidence")
    return {
        **source,
        "statement": iri,
        "source_subject": first(statement, NG + "sourceSubject"),
        "source_object": first(statement, NG + "sourceObject"),
        "sentence": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "trigger": next(within, None),
        "words": first(statement, NG + "words"),
        "antecedent": first(statement, NG + "antecedent"),
        "factuality": local(factuality).lower() if factuality else None,
        "rule": first(statement, NG + "rule"),
        "confidence": float(confidence) if confidence else None,
    }


def triggers_of(nodes: dict[str, Node]) -> dict[str, list[str]]:
    """What is denoted by a span → its spans."""
    return {name: node[GAF + "denotedBy"] for name, node in nodes.items() if GAF + "denotedBy" in node}

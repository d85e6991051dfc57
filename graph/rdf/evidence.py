"""The graph of one article's evidence: statements, and the spans and sentences that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.model import Span, Statement
from graph.rdf.fillers import Context
from graph.rdf.terms import Graph, Term, decimal, integer, node, quads, text, types
from graph.vocabulary import NG, OA, RDF


def object_term(statement: Statement) -> Term:
    """The object of a statement, as a term."""
    return text(statement.object) if statement.literal else node(statement.object)


def triple_quad(statement: Statement, where: Graph) -> Quad:
    """The triple that a statement states, in the graph where it holds."""
    return Quad(node(statement.subject), node(statement.predicate), object_term(statement), where)


def statement_quads(context: Context, statement: Statement) -> Iterator[Quad]:
    """A statement's own quads in the graph of its article."""
    where = node(context.minter.article(context.article))
    yield from types(statement.id, (RDF + "Statement",), where)
    described: dict[str, str | Term | None] = {
        RDF + "subject": statement.subject,
        RDF + "predicate": statement.predicate,
        RDF + "object": object_term(statement),
        NG + "sourceSubject": statement.source_subject,
        NG + "sourceObject": statement.source_object,
        NG + "words": text(statement.words) if statement.words else None,
        NG + "antecedent": text(statement.antecedent) if statement.antecedent else None,
        NG + "rule": text(statement.rule),
        NG + "confidence": decimal(statement.confidence),
    }
    yield from quads(statement.id, described, where)
    for span in statement.evidence:
        yield from quads(statement.id, {NG + "evidence": span_iri(context, span)}, where)


def span_iri(context: Context, span: Span) -> str:
    """The IRI of a span."""
    return context.minter.span(span.article, span.start, span.end)


def span_quads(context: Context, sentences: Iterable[Span], others: Iterable[Span]) -> Iterator[Quad]:
    """Every span once; those of sentences with their words."""
    quoted = set(sentences)
    for span in sorted(quoted | set(others), key=lambda span: (span.start, span.end)):
        yield from _span_quads(context, span, quoted=span in quoted)


def _span_quads(context: Context, span: Span, *, quoted: bool) -> Iterator[Quad]:
    article = context.minter.article(context.article)
    where, iri = node(article), span_iri(context, span)
    position = context.minter.selector(iri, "position")
    yield from types(iri, (OA + "SpecificResource",), where)
    yield from quads(iri, {OA + "hasSource": article, OA + "hasSelector": position}, where)
    yield from types(position, (OA + "TextPositionSelector",), where)
    yield from quads(position, {OA + "start": integer(span.start), OA + "end": integer(span.end)}, where)
    if quoted:
        quote = context.minter.selector(iri, "quote")
        yield from quads(iri, {OA + "hasSelector": quote}, where)
        yield from types(quote, (OA + "TextQuoteSelector",), where)
        yield from quads(quote, {OA + "exact": text(span.quote(context.part.article.text))}, where)


QUOTING = tuple(node(OA + name) for name in ("hasSelector", "exact", "start", "end"))
"""The predicates that say which words stand where."""


def misquotes(dataset: Iterable[Quad], article_text: str) -> Iterator[str]:
    """The IRIs of spans in one article's graph whose words differ from the kept text at their place.

    Of the graph only the quads with a predicate of `QUOTING` are looked at.
    """
    spans: dict[str, list[str]] = {}
    told: dict[str, dict[str, str]] = {}
    for quad in dataset:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            if quad.predicate == QUOTING[0]:
                spans.setdefault(quad.subject.value, []).append(quad.object.value)
            elif quad.predicate in QUOTING:
                told.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    for iri in sorted(spans):
        found = {predicate: value for selector in spans[iri] for predicate, value in told.get(selector, {}).items()}
        if OA + "exact" in found and found[OA + "exact"] != _slice(article_text, found):
            yield iri


def _slice(article_text: str, found: dict[str, str]) -> str:
    return text(article_text[int(found.get(OA + "start", 0)) : int(found.get(OA + "end", 0))]).value

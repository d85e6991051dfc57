"""The graph of one article's evidence: statements, and the spans and sentences that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.model import Span, Statement
from graph.rdf.fillers import Context
from graph.rdf.terms import TYPE, Term, decimal, integer, line, minted, node, printable, text
from graph.vocabulary import NG, OA, RDF

STATEMENT, SUBJECT, PREDICATE, OBJECT = (node(RDF + name) for name in ("Statement", "subject", "predicate", "object"))
SOURCE_SUBJECT, SOURCE_OBJECT = node(NG + "sourceSubject"), node(NG + "sourceObject")
WORDS, ANTECEDENT, EVIDENCE = (node(NG + name) for name in ("words", "antecedent", "evidence"))
RULE, CONFIDENCE = node(NG + "rule"), node(NG + "confidence")

SPAN, SOURCE, SELECTOR = (node(OA + name) for name in ("SpecificResource", "hasSource", "hasSelector"))
POSITION_SELECTOR, START, END = (node(OA + name) for name in ("TextPositionSelector", "start", "end"))
QUOTE_SELECTOR, EXACT = node(OA + "TextQuoteSelector"), node(OA + "exact")


def object_term(statement: Statement) -> Term:
    """The object of a statement, as a term."""
    return text(statement.object) if statement.literal else node(statement.object)


def triple(statement: Statement, where: Term) -> str:
    """The triple that a statement states, in the graph where it holds."""
    return line(node(statement.subject), node(statement.predicate), object_term(statement), where)


def statement_lines(context: Context, statement: Statement) -> Iterator[str]:
    """A statement's own quads in the graph of its article."""
    where, about = minted(context.minter.article(context.article)), minted(statement.id)
    yield line(about, TYPE, STATEMENT, where)
    yield line(about, SUBJECT, node(statement.subject), where)
    yield line(about, PREDICATE, node(statement.predicate), where)
    yield line(about, OBJECT, object_term(statement), where)
    if statement.source_subject:
        yield line(about, SOURCE_SUBJECT, node(statement.source_subject), where)
    if statement.source_object:
        yield line(about, SOURCE_OBJECT, node(statement.source_object), where)
    if statement.words:
        yield line(about, WORDS, text(statement.words), where)
    if statement.antecedent:
        yield line(about, ANTECEDENT, text(statement.antecedent), where)
    yield line(about, RULE, text(statement.rule), where)
    yield line(about, CONFIDENCE, decimal(statement.confidence), where)
    for span in statement.evidence:
        yield line(about, EVIDENCE, minted(span_iri(context, span)), where)


def span_iri(context: Context, span: Span) -> str:
    """The IRI of a span."""
    return context.minter.span(span.article, span.start, span.end)


def span_lines(context: Context, sentences: Iterable[Span], others: Iterable[Span]) -> Iterator[str]:
    """Every span once, with one selector; that of a sentence tells its words as well as its place."""
    quoted = set(sentences)
    for span in sorted(quoted | set(others), key=lambda span: (span.start, span.end)):
        yield from _span_lines(context, span, quoted=span in quoted)


def _span_lines(context: Context, span: Span, *, quoted: bool) -> Iterator[str]:
    iri = span_iri(context, span)
    where, about = minted(context.minter.article(context.article)), minted(iri)
    selector = minted(context.minter.selector(iri))
    yield line(about, TYPE, SPAN, where)
    yield line(about, SOURCE, where, where)
    yield line(about, SELECTOR, selector, where)
    yield line(selector, TYPE, POSITION_SELECTOR, where)
    yield line(selector, START, integer(span.start), where)
    yield line(selector, END, integer(span.end), where)
    if quoted:
        yield line(selector, TYPE, QUOTE_SELECTOR, where)
        yield line(selector, EXACT, text(span.quote(context.part.article.text)), where)


QUOTING = tuple(NamedNode(OA + name) for name in ("hasSelector", "exact", "start", "end"))
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
    return printable(article_text[int(found.get(OA + "start", 0)) : int(found.get(OA + "end", 0))])

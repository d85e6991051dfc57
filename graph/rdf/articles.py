"""The article in the graph of its evidence: metadata, blocks that were cut out, and the activity that read it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from graph.model import Article
from graph.rdf.fillers import Context
from graph.rdf.terms import Term, dates, days, integer, lines, links, node, text, types
from graph.vocabulary import NG, OA, PROV, SCHEMA


def article_lines(context: Context) -> Iterator[str]:
    """Everything about the article that is no fact of it."""
    article, iri = context.part.article, context.minter.article(context.article)
    where = node(iri)
    yield from types(iri, (SCHEMA + "NewsArticle",), where)
    yield from lines(iri, _metadata(article), where)
    yield from lines(iri, _dateline(context, article), where)
    for source, day in article.other_dates:
        yield from lines(iri, {NG + "otherDate": text(f"{source}: {day}")}, where)
    yield from _excluded(context, where)
    run = context.minter.run(context.article)
    yield from types(run, (PROV + "Activity",), where)
    yield from lines(run, {PROV + "used": where}, where)


def _metadata(article: Article) -> dict[str, Term | None]:
    sha256 = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return {
        SCHEMA + "identifier": text(article.identifier),
        SCHEMA + "headline": text(article.title) if article.title else None,
        SCHEMA + "datePublished": next(dates((article.published or "")[:10]), None),
        NG + "dateSource": text(article.date_source) if article.date_source else None,
        SCHEMA + "publisher": text(article.publisher) if article.publisher else None,
        SCHEMA + "url": next(links(article.url), None),
        NG + "sha256": text(sha256),
    }


def _dateline(context: Context, article: Article) -> dict[str, Term | None]:
    line = article.dateline
    if line is None:
        return {}
    return {
        SCHEMA + "dateline": text(line.span.quote(article.text)),
        NG + "datelinePlace": text(line.place) if line.place else None,
        NG + "datelineDay": next(days(line.day), None),
    }


def _excluded(context: Context, where: Term) -> Iterator[str]:
    for number, block in enumerate(context.part.article.excluded, start=1):
        iri = context.minter.excluded(context.article, number)
        yield from types(iri, (NG + "ExcludedBlock",), where)
        described = {
            OA + "hasSource": where,
            OA + "start": integer(block.start),
            OA + "end": integer(block.end),
            SCHEMA + "text": text(block.text),
            NG + "reason": text(block.reason),
        }
        yield from lines(iri, described, where)

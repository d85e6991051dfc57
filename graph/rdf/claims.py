"""Claims and mentions as tellings: who said what, and which names an article holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from graph.model import Chain, Claim, Mention, Span, Statement
from graph.rdf.fillers import AGENTS, FITS, Context, Node, filler_node
from graph.rdf.tellings import Telling, accepted, home, standing, stated
from graph.rdf.terms import FACTS, Term, dates, lines, node, types
from graph.rdf.topics import claims_of
from graph.vocabulary import NG, SCHEMA

SPEAKERS = AGENTS | {"Event", "Product", "Work", "Law"}
"""Who and what can be said to say something: also a report, a newspaper, a summit."""


def claim_tellings(context: Context) -> Iterator[Telling]:
    """A claim with its author, words, recipients and topics."""
    for claim in claims_of(context.part, context.events):
        iri = context.minter.claim(context.article, claim.id)
        pairs = list(_pairs(context, claim))
        words = accepted(context, [_words(context, claim, iri)])
        if words:
            where = home(context, claim)
            statements = (*stated(context, claim, iri, pairs), *words)
            told = {(statement.predicate, statement.object) for statement in statements}
            nodes = tuple(found for predicate, found in pairs if (predicate, found.iri) in told)
            yield Telling(where, tuple(_own(context, claim, iri, where)), statements, nodes, kind="claim")


def _pairs(context: Context, claim: Claim) -> Iterator[tuple[str, Node]]:
    speakers = () if claim.speaker is None else (claim.speaker,)
    roles = (("author", speakers), ("recipient", claim.recipients), ("about", claim.about))
    fits = {"author": SPEAKERS, "recipient": AGENTS, "about": FITS["about"]}
    author = {filler_node(context, filler, "author").iri for filler in speakers}
    for role, fillers in roles:
        for filler in fillers:
            found = filler_node(context, filler, role)
            if found.kind in fits[role] and not (role == "recipient" and found.iri in author):
                yield (NG if role == "recipient" else SCHEMA) + role, found


def _words(context: Context, claim: Claim, iri: str) -> Statement:
    return Statement(
        id=context.minter.statement(context.article, claim.id, "text"),
        subject=iri,
        predicate=SCHEMA + "text",
        object=claim.text,
        evidence=claim.evidence,
        rule=claim.rule,
        confidence=claim.confidence,
        literal=True,
    )


def _own(context: Context, claim: Claim, iri: str, where: Term) -> Iterator[str]:
    yield from types(iri, (SCHEMA + "Claim", *((SCHEMA + "Quotation",) if claim.verbatim else ())), where)
    made = (event.time for event in context.part.events if event.claim == claim.id and event.time)
    for term in dates(next((time.start for time in made), None)):
        yield from lines(iri, {SCHEMA + "dateCreated": term}, where)
    if where != FACTS:
        yield from standing(context, claim, iri, where)


def mention_tellings(context: Context) -> Iterator[Telling]:
    """schema:mentions from the article to every named entity, once, so that names without a fact are found too."""
    article = context.minter.article(context.article)
    first: dict[str, Statement] = {}
    for chain in context.part.chains:
        if chain.id in context.resolved:
            first.setdefault(context.resolved[chain.id].entity, _mention(context, article, chain))
    yield Telling(node(article), statements=accepted(context, first.values()))


def _mention(context: Context, article: str, chain: Chain) -> Statement:
    found, first = context.resolved[chain.id], chain.first
    return Statement(
        id=context.minter.statement(context.article, "mention", chain.type, first.span.start),
        subject=article,
        predicate=SCHEMA + "mentions",
        object=found.entity,
        evidence=(sentence_at(context, first),),
        rule="name",
        confidence=1.0,
        source_object=found.member if found.member != found.entity else None,
        words=first.span.quote(context.part.article.text),
    )


def sentence_at(context: Context, mention: Mention) -> Span:
    """The whole sentence that a mention stands in, or the mention's own span where no sentence holds it."""
    at = bisect_right(context.part.sentences, mention.span.start, key=lambda sentence: sentence[0]) - 1
    if at >= 0 and mention.span.end <= context.part.sentences[at][1]:
        return Span(context.article, *context.part.sentences[at])
    return mention.span

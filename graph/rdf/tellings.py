"""Facts as statements: what one article tells, before it is written down as quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graph.identity import Occurrence
from graph.model import Fact, Span, Statement
from graph.rdf.fillers import Context, Node
from graph.rdf.terms import FACTS, Term, factuality, lines, node
from graph.vocabulary import NG, ROLES

Kind = Literal["event", "claim", "position"]


@dataclass(frozen=True, slots=True)
class Telling:
    """One fact ready to be written.

    `own` describes the fact's node; `statements` are its triples with evidence; `nodes` what they name; `spans` what
    `own` points at; `marks` what is said about the statements of a fact that has no node; `shared` tells that other
    articles may state the same triples; `derived` are the triples made from it, as (subject, predicate, object);
    `occurrence` is an event as happenings see it, and `kind` what a fact that has a node is.
    """

    where: Term
    own: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    nodes: tuple[Node, ...] = ()
    spans: tuple[Span, ...] = ()
    marks: tuple[str, ...] = ()
    shared: bool = False
    derived: tuple[tuple[str, str, str], ...] = ()
    occurrence: Occurrence | None = None
    kind: Kind | None = None


def home(context: Context, fact: Fact) -> Term:
    """The graph of a fact: the default graph for what the article itself states, the claims graph for the rest."""
    plain = fact.factuality == "asserted" and fact.claimed_in is None
    return FACTS if plain else node(context.minter.claims_graph)


def standing(context: Context, fact: Fact, subject: str, where: Term) -> Iterator[str]:
    """How far a fact holds: its factuality and the claim that tells it."""
    claim = node(context.minter.claim(context.article, fact.claimed_in)) if fact.claimed_in else None
    yield from lines(subject, {NG + "factuality": factuality(fact.factuality), NG + "claimedIn": claim}, where)


def stated(context: Context, fact: Fact, subject: str, pairs: Iterable[tuple[str, Node]]) -> tuple[Statement, ...]:
    """One statement for each predicate and node, once for each triple; rejected ones are left out."""
    found: dict[tuple[str, str], Statement] = {}
    for predicate, target in pairs:
        statement = Statement(
            id=context.minter.statement(context.article, fact.id, predicate, *target.key),
            subject=subject,
            predicate=predicate,
            object=target.iri,
            evidence=evidence(fact),
            rule=fact.rule,
            confidence=fact.confidence,
            source_object=target.source,
            words=target.words,
            antecedent=target.antecedent,
        )
        found.setdefault((predicate, target.iri), statement)
    return accepted(context, found.values())


def accepted(context: Context, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements that nobody rejected."""
    return tuple(statement for statement in statements if statement.id not in context.rejected)


def evidence(fact: Fact) -> tuple[Span, ...]:
    """The sentences of a fact."""
    return fact.evidence if isinstance(fact.evidence, tuple) else (fact.evidence,)


def has_role(statements: Iterable[Statement]) -> bool:
    """Says whether any statement fills a role of an event."""
    return any(statement.predicate in ROLES.values() for statement in statements)

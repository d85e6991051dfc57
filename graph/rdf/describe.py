"""One article's part as quads: its own, those that other articles may state too, and the words of its topics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain as concatenated
from typing import get_args

from graph.identity import Occurrence
from graph.model import Part
from graph.rdf.articles import article_lines
from graph.rdf.choice import chosen
from graph.rdf.claims import claim_tellings, mention_tellings
from graph.rdf.events import event_tellings
from graph.rdf.evidence import span_lines, statement_lines, triple
from graph.rdf.fillers import Context, Node, Resolved, participant_lines
from graph.rdf.positions import position_tellings, relation_tellings
from graph.rdf.tellings import Kind, Telling
from graph.rdf.terms import FACTS, line, node
from graph.vocabulary import SCHEMA, Minter


@dataclass(frozen=True, slots=True)
class Description:
    """What one article adds to the dataset; quads are lines of N-Quads.

    `quads` have subjects that are this article's own, or stand in its own graph; `shared` may be stated by other
    articles too and are counted over them; `topics` are (IRI, words as written) of topics and offices, folded over all
    articles into labels; `rejected` are the statements of this article that decisions keep out, and `happened` its
    events as happenings see them. `counts` tell how many events, claims, positions and facts it has; a fact is a
    statement that is no mere mention.
    """

    quads: tuple[str, ...]
    shared: tuple[str, ...]
    topics: tuple[tuple[str, str], ...]
    rejected: tuple[str, ...] = ()
    happened: tuple[Occurrence, ...] = ()
    counts: tuple[int, ...] = ()


def describe(
    part: Part, resolved: Mapping[str, Resolved], minter: Minter, rejected: frozenset[str] = frozenset()
) -> Description:
    """The description of one article; statements whose IRI is `rejected` stay out, and facts that rest on them."""
    chains = {chain.id: chain for chain in part.chains}
    context = Context(part, resolved, minter, rejected, chains, tuple(chosen(part)))
    tellings = tuple(_tellings(context))
    nodes = {found.iri: found for found in sorted(_nodes(tellings), key=_telling_order, reverse=True)}
    own = concatenated(
        article_lines(context),
        concatenated.from_iterable(_own(telling) for telling in tellings),
        _evidence(context, tellings),
        concatenated.from_iterable(participant_lines(n) for n in nodes.values() if n.kind == "Participant"),
    )
    return Description(
        quads=tuple(dict.fromkeys(own)),
        shared=tuple(dict.fromkeys(concatenated.from_iterable(_shared(telling) for telling in tellings))),
        topics=tuple((found.iri, found.label) for found in _nodes(tellings) if found.kind in ("Topic", "Role")),
        rejected=_rejected(context) if rejected else (),
        happened=tuple(telling.occurrence for telling in tellings if telling.occurrence),
        counts=_counts(tellings),
    )


def _counts(tellings: tuple[Telling, ...]) -> tuple[int, ...]:
    kinds = [sum(telling.kind == kind for telling in tellings) for kind in get_args(Kind)]
    statements = (statement for telling in tellings for statement in telling.statements)
    return (*kinds, len({statement.id for statement in statements if statement.predicate != SCHEMA + "mentions"}))


def _rejected(context: Context) -> tuple[str, ...]:
    """The statements that the article would make and that decisions keep out."""
    free = _tellings(replace(context, rejected=frozenset()))
    return tuple(sorted({statement.id for telling in free for statement in telling.statements} & context.rejected))


def _tellings(context: Context) -> Iterator[Telling]:
    yield from mention_tellings(context)
    yield from event_tellings(context)
    yield from position_tellings(context)
    yield from relation_tellings(context)
    yield from claim_tellings(context)


def _nodes(tellings: tuple[Telling, ...]) -> Iterator[Node]:
    return concatenated.from_iterable(telling.nodes for telling in tellings)


def _telling_order(found: Node) -> tuple[bool, tuple[int, int]]:
    """A node that states a count describes it better than one that does not, then the earliest."""
    return found.count is None, found.key


def _own(telling: Telling) -> Iterator[str]:
    yield from telling.own
    yield from telling.marks
    if not telling.shared:
        yield from (triple(statement, telling.where) for statement in telling.statements)


def _shared(telling: Telling) -> Iterator[str]:
    if telling.shared:
        yield from (triple(statement, telling.where) for statement in telling.statements)
    for subject, predicate, target in telling.derived:
        yield line(node(subject), node(predicate), node(target), FACTS)


def _evidence(context: Context, tellings: tuple[Telling, ...]) -> Iterator[str]:
    statements = [statement for telling in tellings for statement in telling.statements]
    for statement in statements:
        yield from statement_lines(context, statement)
    sentences = (span for statement in statements for span in statement.evidence)
    yield from span_lines(context, sentences, (span for telling in tellings for span in telling.spans))

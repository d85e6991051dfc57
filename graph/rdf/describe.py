"""One article's part as quads: its own, those that other articles may state too, and the words of its topics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain as concatenated

from pyoxigraph import Quad

from graph.identity import Occurrence
from graph.model import Part
from graph.rdf.articles import article_quads
from graph.rdf.claims import claim_tellings, mention_tellings
from graph.rdf.events import event_tellings
from graph.rdf.evidence import span_quads, statement_quads, triple_quad
from graph.rdf.fillers import Context, Node, Resolved, participant_quads
from graph.rdf.positions import position_tellings, relation_tellings
from graph.rdf.tellings import Telling
from graph.rdf.terms import FACTS, node
from graph.vocabulary import Minter


@dataclass(frozen=True, slots=True)
class Description:
    """What one article adds to the dataset.

    `quads` have subjects that are this article's own, or stand in its own graph; `shared` may be stated by other
    articles too and are counted over them; `topics` are (IRI, words as written) of topics and offices, folded over all
    articles into labels; `rejected` are the statements of this article that decisions keep out,
    and `happened` its events as happenings see them.
    """

    quads: tuple[Quad, ...]
    shared: tuple[Quad, ...]
    topics: tuple[tuple[str, str], ...]
    rejected: tuple[str, ...] = ()
    happened: tuple[Occurrence, ...] = ()


def describe(
    part: Part, resolved: Mapping[str, Resolved], minter: Minter, rejected: frozenset[str] = frozenset()
) -> Description:
    """The description of one article; statements whose IRI is `rejected` stay out, and facts that rest on them."""
    context = Context(part, resolved, minter, rejected, {chain.id: chain for chain in part.chains})
    tellings = tuple(_tellings(context))
    nodes = {found.iri: found for found in sorted(_nodes(tellings), key=_telling_order, reverse=True)}
    own = concatenated(
        article_quads(context),
        concatenated.from_iterable(_own(telling) for telling in tellings),
        _evidence(context, tellings),
        concatenated.from_iterable(participant_quads(n) for n in nodes.values() if n.kind == "Participant"),
    )
    return Description(
        quads=tuple(dict.fromkeys(own)),
        shared=tuple(dict.fromkeys(concatenated.from_iterable(_shared(telling) for telling in tellings))),
        topics=tuple((found.iri, found.label) for found in _nodes(tellings) if found.kind in ("Topic", "Role")),
        rejected=_rejected(context) if rejected else (),
        happened=tuple(telling.occurrence for telling in tellings if telling.occurrence),
    )


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


def _own(telling: Telling) -> Iterator[Quad]:
    yield from telling.own
    yield from telling.marks
    if not telling.shared:
        yield from (triple_quad(statement, telling.where) for statement in telling.statements)


def _shared(telling: Telling) -> Iterator[Quad]:
    if telling.shared:
        yield from (triple_quad(statement, telling.where) for statement in telling.statements)
    for subject, predicate, target in telling.derived:
        yield Quad(node(subject), node(predicate), node(target), FACTS)


def _evidence(context: Context, tellings: tuple[Telling, ...]) -> Iterator[Quad]:
    statements = [statement for telling in tellings for statement in telling.statements]
    for statement in statements:
        yield from statement_quads(context, statement)
    sentences = (span for statement in statements for span in statement.evidence)
    yield from span_quads(context, sentences, (span for telling in tellings for span in telling.spans))

"""Positions and relations as tellings: who holds which office where, and lasting ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.model import Position, Relation, Statement
from graph.rdf.fillers import AGENTS, RELATION_ENDS, Context, Node, filler_node, office_node
from graph.rdf.tellings import Telling, home, standing, stated
from graph.rdf.terms import FACTS, Term, dates, lines, node, text, types
from graph.vocabulary import NG, ORG, RDFS, RELATIONS, SCHEMA

CURRENT = frozenset((None, "acting", "deputy"))
"""Statuses of a position that is held at the time of the text."""

MEMBER = "member"
"""The title of a plain membership: its shortcut is memberOf, not worksFor."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A position with the nodes of its holder, its office and its body (none, or one)."""

    position: Position
    person: Node
    office: Node
    body: tuple[Node, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from another position, however the text names the holder and the body."""
        one = self.position
        ends = (self.person.iri, self.office.iri, *(found.iri for found in self.body))
        return (*ends, one.status, one.start, one.end, one.factuality, one.claimed_in is None)


def position_tellings(context: Context) -> Iterator[Telling]:
    """A membership for every position, and its shortcuts where the text holds it current; each once.

    Two positions are one after all where identity finds that two names of the article are of one body.
    """
    told: set[tuple[object, ...]] = set()
    shortcuts: set[tuple[str, str, str]] = set()
    for held in _held(context):
        if held.key not in told:
            told.add(held.key)
            yield from _position(context, held, shortcuts)


def _held(context: Context) -> Iterator[_Held]:
    for position in context.part.positions:
        person = filler_node(context, position.person, "agent")
        if person.kind in AGENTS and position.title.strip():
            office = office_node(context, position.title, (position.trigger.start, position.trigger.end))
            yield _Held(position, person, office, _body(context, position, person))


def _position(context: Context, held: _Held, shortcuts: set[tuple[str, str, str]]) -> Iterator[Telling]:
    position, person, office = held.position, held.person, held.office
    iri = context.minter.position(context.article, position.id, position.title)
    pairs = [(ORG + "member", person), (ORG + "role", office), *((ORG + "organization", node) for node in held.body)]
    statements = stated(context, position, iri, pairs)
    told = {statement.predicate for statement in statements}
    if not {ORG + "member", ORG + "role"} <= told:
        return
    body = held.body if ORG + "organization" in told else ()
    where = home(context, position)
    own = tuple(_own(context, position, iri, where))
    yield Telling(where, own, statements, nodes=(person, office, *body), kind="position")
    if where == FACTS and position.status in CURRENT and person.named:
        yield _shortcuts(context, replace(held, body=body), shortcuts)


def _body(context: Context, position: Position, person: Node) -> tuple[Node, ...]:
    if position.organization is None:
        return ()
    body = filler_node(context, position.organization, "organizer")
    return (body,) if body.kind in AGENTS - {"Person"} and body.iri != person.iri else ()


def _own(context: Context, position: Position, iri: str, where: Term) -> Iterator[str]:
    yield from types(iri, (ORG + "Membership",), where)
    status = text(position.status) if position.status else None
    yield from lines(iri, {RDFS + "label": text(position.title), NG + "status": status}, where)
    for name, value in (("startDate", position.start), ("endDate", position.end)):
        yield from (told for term in dates(value) for told in lines(iri, {SCHEMA + name: term}, where))
    if where != FACTS:
        yield from standing(context, position, iri, where)


def _shortcuts(context: Context, held: _Held, told: set[tuple[str, str, str]]) -> Telling:
    """The plain triples of a current position that no other gives: jobTitle and worksFor, or memberOf for a member."""
    position, person = held.position, held.person
    plain = position.title.casefold() == MEMBER
    wanted = [] if plain else [(SCHEMA + "jobTitle", held.office)]
    if not (plain and _is_told(context, position)):
        wanted += [(SCHEMA + ("memberOf" if plain else "worksFor"), node) for node in held.body]
    pairs = [(predicate, node) for predicate, node in wanted if (person.iri, predicate, node.iri) not in told]
    told.update((person.iri, predicate, node.iri) for predicate, node in pairs)
    statements = [
        _literal(statement, position.title) if statement.predicate == SCHEMA + "jobTitle" else statement
        for statement in stated(context, position, person.iri, pairs)
    ]
    sourced = tuple(_with_source(statement, person) for statement in statements)
    return Telling(FACTS, statements=sourced, nodes=(person, *held.body), shared=True)


def _is_told(context: Context, position: Position) -> bool:
    """Says whether the article gives the membership of a position as a relation as well: once is enough."""
    ends = position.person.chain, position.organization and position.organization.chain
    return None not in ends and any(
        relation.predicate == "memberOf" and (relation.subject.chain, relation.object.chain) == ends
        for relation in context.part.relations
    )


def _literal(statement: Statement, value: str) -> Statement:
    return replace(statement, object=value, literal=True)


def _with_source(statement: Statement, subject: Node) -> Statement:
    return replace(statement, source_subject=subject.source)


def relation_tellings(context: Context) -> Iterator[Telling]:
    """The triple of every relation whose ends fit it and differ."""
    for relation in context.part.relations:
        predicate = RELATIONS[relation.predicate]
        subject = filler_node(context, relation.subject, "agent")
        target = filler_node(context, relation.object, "agent")
        sources, targets = RELATION_ENDS[predicate]
        if subject.kind in sources and target.kind in targets and subject.iri != target.iri:
            yield from _relation(context, relation, predicate, (subject, target))


def _relation(context: Context, relation: Relation, predicate: str, ends: tuple[Node, Node]) -> Iterator[Telling]:
    subject, target = ends
    where = home(context, relation)
    statements = tuple(
        _with_source(statement, subject) for statement in stated(context, relation, subject.iri, [(predicate, target)])
    )
    if statements:
        marks = standing(context, relation, statements[0].id, node(context.minter.article(context.article)))
        yield Telling(
            where, statements=statements, nodes=ends, marks=() if where == FACTS else tuple(marks), shared=True
        )

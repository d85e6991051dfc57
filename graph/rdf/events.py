"""Events as tellings: classes, roles, what is unstated, times, and the edges derived from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.identity import Occurrence
from graph.model import Event, Statement
from graph.rdf.derived import derived
from graph.rdf.fillers import FITS, Context, Node, filler_node
from graph.rdf.tellings import Telling, accepted, evidence, has_role, home, standing, stated
from graph.rdf.terms import FACTS, Term, dates, lines, node, text, types
from graph.vocabulary import GAF, NG, RDFS, ROLES, SCHEMA, SEM

LABEL = 80
"""The most characters of an event's label."""

UNTOLD = frozenset(("about", "instrument", "cause", "location"))
"""Roles that do not tell one happening from another."""

PLACED = frozenset(("Accident", "Disaster", "Outbreak"))
"""Classes of what happens to a place rather than among people: there the location tells."""

COUNTERPARTS = ("recipient", "patient")
"""Roles that the agent of the same event cannot fill as well."""


def event_tellings(context: Context) -> Iterator[Telling]:
    """A telling for every event that the graph takes: with a role, and for an act with someone in it."""
    for event in context.events:
        yield from _telling(context, event)


def _telling(context: Context, event: Event) -> Iterator[Telling]:
    label = _label(context, event)
    iri = context.minter.event(context.article, event.id, label)
    fillers = tuple(_fillers(context, event))
    statements = stated(context, event, iri, ((ROLES[role], found) for role, found in fillers))
    if not has_role(statements):
        return
    where = home(context, event)
    told = {(statement.predicate, statement.object) for statement in statements}
    kept = tuple((role, found) for role, found in fillers if (ROLES[role], found.iri) in told)
    yield Telling(
        where=where,
        own=(*_own(context, event, iri, label), *_times(event, iri, where)),
        statements=(*statements, *_unstated(context, event, iri)),
        nodes=tuple(found for _, found in kept),
        spans=(event.trigger,),
        derived=tuple(derived(iri, event.type, kept)) if where == FACTS else (),
        occurrence=_occurrence(context, event, iri, kept),
        kind="event",
    )


def _occurrence(context: Context, event: Event, iri: str, fillers: Sequence[tuple[str, Node]]) -> Occurrence:
    """The event as happenings see it: who takes part, where, when and in which article."""
    article = context.part.article
    untold = UNTOLD - {"location"} if event.type in PLACED else UNTOLD
    named = {found.iri: found for role, found in fillers if found.named and role not in untold}
    return Occurrence(
        iri=iri,
        article=article.id,
        type=event.type,
        head=event.trigger.quote(article.text).casefold().split()[-1],
        named=tuple(sorted(named)),
        countries=tuple(sorted(iri for iri, found in named.items() if found.national)),
        start=event.time.start if event.time else None,
        end=event.time.end if event.time else None,
        published=article.published,
        publisher=article.publisher,
    )


def _fillers(context: Context, event: Event) -> Iterator[tuple[str, Node]]:
    found = [(role.name, filler_node(context, role.filler, role.name)) for role in event.roles]
    agents = {target.iri for role, target in found if role == "agent"}
    for role, target in found:
        if target.kind in FITS[role] and not (role in COUNTERPARTS and target.iri in agents):
            yield role, target


def _own(context: Context, event: Event, iri: str, label: str) -> Iterator[str]:
    minter, trigger, where = context.minter, event.trigger, home(context, event)
    yield from types(iri, (SEM + "Event", SCHEMA + "Event", NG + event.type), where)
    described = {
        RDFS + "label": text(label),
        NG + "surface": text(event.surface),
        GAF + "denotedBy": node(minter.span(context.article, trigger.start, trigger.end)),
        NG + "plover": text(event.plover) if event.plover else None,
        NG + "claim": node(minter.claim(context.article, event.claim)) if event.claim else None,
    }
    yield from lines(iri, described, where)
    yield from standing(context, event, iri, where)


def _times(event: Event, iri: str, where: Term) -> Iterator[str]:
    time = event.time
    if time is None:
        return
    yield from lines(iri, {NG + "timeText": text(time.text)}, where)
    fixed = {"startDate": time.start, "endDate": time.end}
    for name, value in fixed.items():
        yield from (told for term in dates(value) for told in lines(iri, {SCHEMA + name: term}, where))
    for name, value in (("earliest", time.earliest), ("latest", time.latest)):
        if value and len(value) == 10:
            yield from (told for term in dates(value) for told in lines(iri, {NG + name: term}, where))


def _unstated(context: Context, event: Event, iri: str) -> tuple[Statement, ...]:
    """Roles left open; the trigger is the word that leaves them open."""
    return accepted(
        context,
        (
            Statement(
                id=context.minter.statement(context.article, event.id, "unstated", role),
                subject=iri,
                predicate=NG + "unstated",
                object=ROLES[role],
                evidence=evidence(event),
                rule=event.rule,
                confidence=event.confidence,
                words=event.surface,
            )
            for role in event.unstated
        ),
    )


def _label(context: Context, event: Event) -> str:
    """The event's own label, or "surface: agents → others", cut at a word."""
    if event.label:
        return shortened(event.label)
    agents = [_name(context, event, i) for i, role in enumerate(event.roles) if role.name == "agent"]
    others = [_name(context, event, i) for i, role in enumerate(event.roles) if role.name != "agent"]
    sides = " → ".join(", ".join(side) for side in (agents, others) if side)
    return shortened(f"{event.surface}: {sides}" if sides else event.surface)


def _name(context: Context, event: Event, number: int) -> str:
    filler = event.roles[number].filler
    chain = context.chains.get(filler.chain or "")
    return chain.names[0] if chain and chain.names else filler.text


def shortened(label: str) -> str:
    """A label of at most 80 characters, cut at a word.

    >>> len(shortened("word " * 40)) <= LABEL, shortened("a  short\\nlabel")
    (True, 'a short label')
    """
    label = " ".join(label.split())
    return label if len(label) <= LABEL else label[: LABEL - 1].rsplit(" ", 1)[0] + "…"

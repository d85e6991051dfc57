"""What fills a role, as a node of the graph: a named entity, an unnamed participant or a topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.identity import is_national
from graph.model import ENTITY_TYPES, Chain, Event, Filler, Part
from graph.rdf.terms import FACTS, integer, lines, text, types
from graph.vocabulary import NG, RDFS, SCHEMA, Minter

AGENTS = frozenset(("Person", "Organization", "Place", "Group", "Participant"))
"""Who can organise, attend, speak and hold things: countries and cities do what organisations do."""

ANYTHING = AGENTS | {"Event", "Product", "Work", "Law"}

FITS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("agent", "patient", "instrument", "cause"), ANYTHING),
    **dict.fromkeys(("recipient", "beneficiary"), ANYTHING),
    **dict.fromkeys(("organizer", "attendee"), AGENTS),
    "about": ANYTHING | {"Topic"},
    "location": ANYTHING - {"Person", "Group", "Work", "Law"},
}
"""Which kinds of filler a role takes; anything else is left out."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What identity made of one chain: its own member IRI, and the entity that it belongs to.

    `type` is the entity's; None stands for the chain's own.
    """

    member: str
    entity: str
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What every writer of one article's quads looks up; `events` are those that the graph takes."""

    part: Part
    resolved: Mapping[str, Resolved]
    minter: Minter
    rejected: frozenset[str] = frozenset()
    chains: dict[str, Chain] = field(default_factory=dict)
    events: tuple[Event, ...] = ()

    @property
    def article(self) -> str:
        """The article's id."""
        return self.part.article.id


@dataclass(frozen=True, slots=True)
class Node:
    """A filler's node: `kind` is a type of FITS, `source` the article's own IRI where a merge moved it.

    `words` are the filler's as written, `antecedent` what a pronoun or short form stands for, `label`, `head` and
    `count` what is written about a participant or topic. `national` says that it is a country or its people.
    """

    iri: str
    kind: str
    words: str
    key: tuple[int, int]
    source: str | None = None
    antecedent: str | None = None
    label: str = ""
    head: str = ""
    count: int | None = None
    national: bool = False

    @property
    def named(self) -> bool:
        """Says whether the node is a named entity."""
        return self.kind in ENTITY_TYPES


def filler_node(context: Context, filler: Filler, role: str) -> Node:
    """The node that fills a role, by the rule of the fillers: named chain, described chain, topic, participant."""
    chain = context.chains.get(filler.chain or "")
    if chain is None:
        return _topic(context, filler) if role == "about" else _participant(context, filler)
    if chain.id in context.resolved:
        return _entity(context, filler, chain)
    return _described(context, filler, chain)


def _entity(context: Context, filler: Filler, chain: Chain) -> Node:
    found = context.resolved[chain.id]
    return Node(
        iri=found.entity,
        kind=found.type or chain.type,
        words=filler.text,
        key=(filler.span.start, filler.span.end),
        source=found.member if found.member != found.entity else None,
        antecedent=None if chain.names[0] in filler.text else chain.names[0],
        national=is_national(chain.names[0]),
    )


def _described(context: Context, filler: Filler, chain: Chain) -> Node:
    first = chain.first
    label = first.span.quote(context.part.article.text)
    return Node(
        iri=context.minter.participant(context.article, first.span.start, first.span.end),
        kind="Participant",
        words=filler.text,
        key=(filler.span.start, filler.span.end),
        antecedent=label if first.span != filler.span and label != filler.text else None,
        label=label,
        head=first.head,
        count=filler.count,
    )


def _participant(context: Context, filler: Filler) -> Node:
    span = filler.span
    return Node(
        iri=context.minter.participant(context.article, span.start, span.end),
        kind="Participant",
        words=filler.text,
        key=(span.start, span.end),
        label=filler.text,
        head=filler.head,
        count=filler.count,
    )


def _topic(context: Context, filler: Filler) -> Node:
    return Node(
        iri=context.minter.topic(filler.lemma),
        kind="Topic",
        words=filler.text,
        key=(filler.span.start, filler.span.end),
        label=filler.text,
    )


def participant_lines(found: Node) -> Iterator[str]:
    """What the graph says of an unnamed participant."""
    yield from types(found.iri, (NG + "Participant",), FACTS)
    count = None if found.count is None else integer(found.count)
    described = {RDFS + "label": text(found.label), NG + "headWord": text(found.head), NG + "count": count}
    yield from lines(found.iri, described, FACTS)


def office_node(context: Context, title: str, key: tuple[int, int]) -> Node:
    """The role node of a position with this title."""
    return Node(iri=context.minter.office(title), kind="Role", words=title, key=key, label=title)


RELATION_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    SCHEMA + "memberOf": (AGENTS, AGENTS | {"Event"}),
    SCHEMA + "parentOrganization": (AGENTS, AGENTS),
    SCHEMA + "containedInPlace": (ANYTHING, frozenset(("Place", "Participant", "Organization"))),
    SCHEMA + "location": (ANYTHING, FITS["location"]),
    SCHEMA + "spouse": (frozenset(("Person", "Participant")),) * 2,
    SCHEMA + "parent": (frozenset(("Person", "Participant")),) * 2,
    SCHEMA + "founder": (ANYTHING, AGENTS),
    SCHEMA + "owner": (ANYTHING, AGENTS),
    SCHEMA + "nationality": (AGENTS, frozenset(("Place", "Group"))),
}
"""Which kinds stand on the two sides of a relation."""

"""What a knowledge graph holds of one article, read with a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graph.evaluation.gold.facts import Names
from graph.evaluation.gold.words import plain, words
from graph.vocabulary import NG, ORG, RELATIONS, ROLES, SCHEMA, SEM

Query = Callable[[str], Iterable[Sequence[str | None]]]
"""Asks a graph: SPARQL to rows of texts, with the prefixes of the project bound."""

ROLE_OF = {iri: role for role, iri in ROLES.items()}
EVERYWHERE = "{{ {0} }} UNION {{ GRAPH ?any {{ {0} }} }}"
STATEMENTS = """SELECT ?article ?s ?p ?o ?literal ?quote WHERE { GRAPH ?any {
  ?statement a rdf:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; ng:evidence ?span .
  ?span oa:hasSource ?article ; oa:hasSelector/oa:exact ?quote }
  BIND(STR(isLiteral(?o)) AS ?literal) }"""
VALUES = (NG + "factuality", SCHEMA + "startDate", NG + "surface", SCHEMA + "text", SCHEMA + "identifier")
LINKS = (ORG + "member", ORG + "organization", ORG + "role")
ENTITY_CLASSES = {NG + "Group"} | {
    SCHEMA + name
    for name in (
        *("Person", "Organization", "GovernmentOrganization", "Place", "Country", "City"),
        *("Product", "CreativeWork", "Legislation", "Event"),
    )
}
RELATION_IRIS = {
    "memberOf": (RELATIONS["memberOf"],),
    "partOf": (
        RELATIONS["parentOrganization"],
        ORG + "subOrganizationOf",
        RELATIONS["containedInPlace"],
        SCHEMA + "isPartOf",
    ),
    "locatedIn": (RELATIONS["containedInPlace"], RELATIONS["location"]),
    "spouseOf": (RELATIONS["spouse"],),
    "childOf": (RELATIONS["parent"],),
    "founderOf": (RELATIONS["founder"],),
    "ownerOf": (RELATIONS["owner"], SCHEMA + "owns"),
    "nationality": (RELATIONS["nationality"],),
}
"""The predicates that tell each gold relation."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement with a sentence that it is told in; `labels` name its object."""

    subject: str
    predicate: str
    object: str
    labels: Names
    quote: str


@dataclass(slots=True)
class Event:
    """An event of the graph: the labels of its fillers by role, and what else is known of it."""

    iri: str
    types: frozenset[str]
    surface: frozenset[str]
    factuality: str | None
    time: str | None
    roles: dict[str, list[Names]] = field(default_factory=dict)
    quotes: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Claim:
    """A claim of the graph: its speakers' labels, its words, the sentences that it is told in."""

    text: str
    speaker: set[str] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Holding:
    """A position of the graph: labels of the person and of the organisation, words of the title."""

    person: Names
    organization: Names
    title: list[str]


class Dataset:
    """Labels, types, values and statements of a whole graph, whatever its named graphs."""

    def __init__(self, query: Query) -> None:
        self.labels = _sets(query, "?x rdfs:label|skos:altLabel|skos:prefLabel ?value", plain)
        self.types = _sets(query, "?x a ?value", str)
        self.values = {p: _sets(query, f"?x <{p}> ?value", str) for p in (*VALUES, *LINKS)}
        self.stated: dict[str, list[Stated]] = defaultdict(list)
        for article, subject, predicate, thing, literal, quote in _texts(query(STATEMENTS)):
            labels = frozenset({plain(thing)}) if literal == "true" else self.names(thing)
            self.stated[article].append(Stated(subject, predicate, thing, labels, plain(quote)))

    def names(self, iri: str) -> Names:
        """The plain labels of a node."""
        return frozenset(self.labels.get(iri, ()))

    def one(self, iri: str, predicate: str) -> str | None:
        """A value of a node, the smallest where there are several."""
        return min(self.values[predicate].get(iri, ()), default=None)

    def article(self, name: str) -> Held:
        """What the graph holds of the article in a file NAME.txt."""
        found = self.values[SCHEMA + "identifier"]
        iri = next(
            (iri for iri, names in sorted(found.items()) if any(n.rpartition(".")[0] == name for n in names)), ""
        )
        return Held(self, self.stated.get(iri, []))


@dataclass(frozen=True)
class Held:
    """What a graph holds of one article."""

    dataset: Dataset
    stated: Sequence[Stated]

    @cached_property
    def events(self) -> list[Event]:
        """The events with a role whose evidence lies in the article."""
        found: dict[str, Event] = {}
        for row in self.stated:
            if row.predicate in ROLE_OF and SEM + "Event" in self.dataset.types.get(row.subject, ()):
                event = found.setdefault(row.subject, self._event(row.subject))
                event.roles.setdefault(ROLE_OF[row.predicate], []).append(row.labels)
                event.quotes.add(row.quote)
        return list(found.values())

    def _event(self, iri: str) -> Event:
        factuality = self.dataset.one(iri, NG + "factuality")
        return Event(
            iri,
            frozenset(t.removeprefix(NG) for t in self.dataset.types[iri] if t.startswith(NG)),
            frozenset(word for text in self.dataset.values[NG + "surface"].get(iri, ()) for word in words(text)),
            factuality.rpartition("#")[2].casefold() if factuality else None,
            self.dataset.one(iri, SCHEMA + "startDate"),
        )

    @cached_property
    def holdings(self) -> list[Holding]:
        """The positions."""
        memberships = {
            row.subject for row in self.stated if ORG + "Membership" in self.dataset.types.get(row.subject, ())
        }
        return [
            Holding(self._end(iri, "member"), self._end(iri, "organization"), self._title(iri))
            for iri in sorted(memberships)
        ]

    def _end(self, iri: str, name: str) -> Names:
        target = self.dataset.one(iri, ORG + name)
        return self.dataset.names(target) if target else frozenset()

    def _title(self, iri: str) -> list[str]:
        return next((title.split() for title in sorted(self._end(iri, "role"))), [])

    @cached_property
    def relations(self) -> list[tuple[Names, str, Names]]:
        """(labels of the subject, predicate, labels of the object) of every statement."""
        return [(self.dataset.names(row.subject), row.predicate, row.labels) for row in self.stated]

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims, in the order of their statements."""
        found: dict[str, Claim] = {}
        for row in self.stated:
            if SCHEMA + "Claim" in self.dataset.types.get(row.subject, ()):
                text = self.dataset.one(row.subject, SCHEMA + "text")
                claim = found.setdefault(row.subject, Claim(plain(text or "")))
                claim.quotes.add(row.quote)
                if row.predicate == SCHEMA + "author":
                    claim.speaker |= row.labels
        return list(found.values())

    @cached_property
    def nodes(self) -> set[str]:
        """The named entities that the statements speak of."""
        mentioned = {iri for row in self.stated for iri in (row.subject, row.object)}
        types = self.dataset.types
        return {x for x in mentioned if types.get(x, set()) & ENTITY_CLASSES and SEM + "Event" not in types[x]}


def _sets(query: Query, pattern: str, form: Callable[[str], str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for iri, value in _texts(query(f"SELECT DISTINCT ?x ?value WHERE {{ {EVERYWHERE.format(pattern)} }}")):
        found[iri].add(form(value))
    return found


def _texts(rows: Iterable[Sequence[str | None]]) -> Iterable[list[str]]:
    return ([cell or "" for cell in row] for row in rows)

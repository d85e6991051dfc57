"""Which classes become nodes and which predicates become attributes: the one table of each."""

from __future__ import annotations

from graph.vocabulary import NG, ORG, RDF, RDFS, ROLES, SCHEMA, SEM, SKOS

TYPE = RDF + "type"
LABEL = RDFS + "label"
ALT_LABEL = SKOS + "altLabel"
TEXT = SCHEMA + "text"
HAPPENING = NG + "happening"
ORG_ROLE = ORG + "role"
ROLE_NAMES = {iri: name for name, iri in ROLES.items()}

KINDS: dict[str, str] = {
    SEM + "Event": "event",
    SCHEMA + "Claim": "claim",
    ORG + "Membership": "position",
    NG + "Participant": "participant",
    SKOS + "Concept": "topic",
    SCHEMA + "Person": "person",
    SCHEMA + "Organization": "organization",
    SCHEMA + "GovernmentOrganization": "organization",
    SCHEMA + "Place": "place",
    SCHEMA + "Country": "place",
    SCHEMA + "City": "place",
    NG + "Group": "group",
    SCHEMA + "Product": "product",
    SCHEMA + "CreativeWork": "work",
    SCHEMA + "Legislation": "law",
    SCHEMA + "Event": "event",
}
"""Class → the kind of node that its members become; the first that applies."""

BROAD = {SEM + "Event", SCHEMA + "Event", SCHEMA + "Claim", SCHEMA + "Organization", SCHEMA + "Place"}
"""Classes that a narrower one beside them says better."""

FACT_KINDS = {"event", "claim", "position"}
"""Kinds that stand for something stated; all others are things."""

UNNAMED = {"participant", "topic"}
"""Kinds without a name of their own: kept only where an edge reaches them."""

LITERALS: dict[str, str] = {
    SCHEMA + "startDate": "date",
    SCHEMA + "dateCreated": "date",
    SCHEMA + "endDate": "end_date",
    NG + "earliest": "earliest",
    NG + "latest": "latest",
    NG + "timeText": "time",
    NG + "surface": "surface",
    TEXT: "text",
    NG + "factuality": "factuality",
    NG + "status": "status",
    NG + "headWord": "head",
    NG + "count": "count",
    SCHEMA + "honorificPrefix": "honorific",
}
"""Predicate → node attribute with one text value."""

LISTS: dict[str, str] = {SCHEMA + "jobTitle": "titles", NG + "unstated": "unstated"}
"""Predicate → node attribute with a list of texts."""


def local(iri: str) -> str:
    """The last part of an IRI.

    >>> local("https://schema.org/Person"), local("http://www.w3.org/ns/org#role")
    ('Person', 'role')
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]

"""Every IRI and prefix is named and minted here."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

NG = "https://w3id.org/newsgraph/ns#"
BASE = "https://w3id.org/newsgraph/id/"
SCHEMA = "https://schema.org/"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
ORG = "http://www.w3.org/ns/org#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCTERMS = "http://purl.org/dc/terms/"
GAF = "http://groundedannotationframework.org/gaf#"

PREFIXES: dict[str, str] = {
    "ng": NG,
    "schema": SCHEMA,
    "sem": SEM,
    "org": ORG,
    "oa": OA,
    "prov": PROV,
    "skos": SKOS,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "dcterms": DCTERMS,
    "gaf": GAF,
}
"""Bound in every query and written at the head of every Turtle file."""

ROLES: dict[str, str] = {
    "agent": NG + "agent",
    "patient": NG + "patient",
    "recipient": NG + "recipient",
    "organizer": SCHEMA + "organizer",
    "attendee": SCHEMA + "attendee",
    "about": SCHEMA + "about",
    "location": SCHEMA + "location",
    "instrument": NG + "instrument",
    "beneficiary": NG + "beneficiary",
    "cause": NG + "cause",
}

RELATIONS: dict[str, str] = {
    name: SCHEMA + name
    for name in (
        "memberOf",
        "parentOrganization",
        "containedInPlace",
        "location",
        "spouse",
        "parent",
        "founder",
        "owner",
        "nationality",
    )
}

EVENT_CLASSES: dict[str, str | None] = {
    **dict.fromkeys(
        ("Meeting", "Briefing", "Visit", "Conference", "Ceremony", "Negotiation", "Call", "Hearing", "Interview"),
        "CONSULT",
    ),
    "Agreement": "AGREE",
    "Support": "SUPPORT",
    "Cooperation": "COOPERATE",
    "Aid": "AID",
    "Concession": "CONCEDE",
    "Release": "CONCEDE",
    "Request": "DEMAND",
    "Accusation": "DISAPPROVE",
    "Rejection": "REJECT",
    "Threat": "THREATEN",
    "Protest": "PROTEST",
    "Sanction": "SANCTION",
    **dict.fromkeys(("Arrest", "Charge", "Trial", "Raid", "Restriction"), "COERCE"),
    **dict.fromkeys(("Attack", "Killing", "Injury", "Abduction"), "ASSAULT"),
    "Deployment": "MOBILIZE",
    **dict.fromkeys(("Appointment", "Nomination", "Election", "Resignation", "Dismissal", "Vote", "Legislation"), None),
    **dict.fromkeys(("Acquisition", "Investment", "Trade", "Launch", "Award", "Layoff"), None),
    **dict.fromkeys(("Birth", "Death", "Marriage"), None),
    **dict.fromkeys(("Accident", "Disaster", "Outbreak"), None),
    **dict.fromkeys(("Announcement", "Publication"), None),
    "Investigation": "INVESTIGATE",
    "Act": None,
}
"""The closed list of event classes, each with its default PLOVER root word."""


def slug(text: str, most: int = 40) -> str:
    """A readable piece of an IRI: lower-case ASCII words joined by hyphens.

    >>> slug("Dr Mark P. Lagon"), slug("Çelik & Co"), slug("北京")
    ('dr-mark-p-lagon', 'celik-co', 'x')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:most].strip("-") or "x"


def digest(*parts: object, length: int = 12) -> str:
    """Hex digits of the SHA-256 of the parts, kept apart from one another.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:length]


@dataclass(frozen=True, slots=True)
class Minter:
    """Mints every data IRI under one base."""

    base: str = BASE

    @property
    def claims_graph(self) -> str:
        """The graph of what is said, planned, denied or possible."""
        return self.base + "graph/claims"

    @property
    def identity_graph(self) -> str:
        """The graph of merges, matches and happenings."""
        return self.base + "graph/identity"

    def article(self, article: str) -> str:
        """An article, and the graph of its evidence."""
        return f"{self.base}article/{article}"

    def run(self, article: str) -> str:
        """The activity that made an article's facts."""
        return f"{self.base}run/{article}"

    def member(self, article: str, type_: str, name: str, start: int | None = None) -> str:
        """One article's chain with a name. `name` is its best name with its title; `start` is given only where two
        chains of the article agree in everything else."""
        key = digest(article, type_, " ".join(name.casefold().split()), "" if start is None else start)
        return f"{self.base}entity/{slug(name)}-{key}"

    def event(self, article: str, local: str, label: str) -> str:
        """An event of one article, by its local id."""
        return f"{self.base}event/{slug(label, 24)}-{digest(article, local)}"

    def claim(self, article: str, local: str) -> str:
        """A claim of one article, by its local id."""
        return f"{self.base}claim/{digest(article, local)}"

    def position(self, article: str, local: str, label: str) -> str:
        """A position of one article, by its local id."""
        return f"{self.base}position/{slug(label, 24)}-{digest(article, local)}"

    def office(self, title: str) -> str:
        """The role node of positions with one title."""
        return f"{self.base}role/{slug(title)}-{digest(' '.join(title.casefold().split()))}"

    def participant(self, article: str, start: int, end: int) -> str:
        """An unnamed participant, by its place."""
        return f"{self.base}participant/{article}/{start}-{end}"

    def topic(self, lemma: str) -> str:
        """A topic, by its lower-cased lemmas."""
        return f"{self.base}topic/{slug(lemma)}-{digest(lemma)}"

    def span(self, article: str, start: int, end: int) -> str:
        """A stretch of an article's text."""
        return f"{self.base}span/{article}/{start}-{end}"

    def statement(self, article: str, *parts: object) -> str:
        """A statement, from local ids and spans only, so that merges never change it."""
        return f"{self.base}statement/{digest(article, *parts, length=20)}"

    def excluded(self, article: str, number: int) -> str:
        """A block of the file that is not part of the article."""
        return f"{self.base}excluded/{article}/{number}"

    def match(self, left: str, right: str) -> str:
        """Two things that are held to be the same."""
        return f"{self.base}match/{digest(left, right)}"

    def selector(self, span: str) -> str:
        """How a span is found in its text: by its place and, for a sentence, by its words."""
        return f"{span}/selector"


def kind_of(iri: str) -> str:
    """The kind of thing that a minted IRI names: the piece of its path that follows the base.

    >>> kind_of(Minter().office("Director")), kind_of(Minter().topic("trafficking"))
    ('role', 'topic')
    """
    return iri.rsplit("/", 2)[-2]

"""A small dataset written by hand to the contract of the RDF, for rooms that only read it.

Two made-up articles: a harbour talk with two organisers, a briefing whose briefer is unstated, an office, a claim with
a planned visit inside it, and a derived edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph.vocabulary import GAF, NG, OA, ORG, RDF, RDFS, SCHEMA, SEM, SKOS, XSD, Minter

MINTER = Minter()
FIRST = (
    "Port talks open in Lindhaven\n\n"
    "LINDHAVEN, May 3 - Mayor Ada Brandt met harbour chief Tomas Okoye on Tuesday \U0001f6a2. "
    "The forum was organised by the Harbour Office and the Ministry of Trade. "
    "Brandt was briefed on the strike. "
    "“The minister will visit the docks in June,” Okoye said."
)
SECOND = "Okoye meets mayor\n\nTomas Okoye met Ada Brandt again. He is director of the Harbour Office."
ARTICLES = {"a1": FIRST, "a2": SECOND}
META = {
    "a1": {"headline": "Port talks open in Lindhaven", "publisher": "Lindhaven Post", "datePublished": "2021-05-04",
           "url": "https://example.org/port", "identifier": "port.txt"},
    "a2": {"headline": "Okoye meets mayor", "publisher": "Coast Wire", "datePublished": "2021-05-11",
           "identifier": "wire.jsonl#2"},
}  # fmt: skip


@dataclass
class Hand:
    """Adds facts with their evidence to a store."""

    texts: Mapping[str, str]
    meta: Mapping[str, Mapping[str, str]]
    store: Store = field(default_factory=Store)

    def __post_init__(self) -> None:
        for article, meta in self.meta.items():
            iri = MINTER.article(article)
            self.add(iri, RDF + "type", SCHEMA + "NewsArticle", iri)
            for name, value in meta.items():
                self.say(iri, SCHEMA + name, value, iri)

    def add(self, subject: str, predicate: str, value: str, where: str | None = None) -> None:
        """One triple between IRIs."""
        self._quad(subject, predicate, NamedNode(value), where)

    def say(self, subject: str, predicate: str, value: str, where: str | None = None, datatype: str = "string") -> None:
        """One triple with a literal."""
        self._quad(subject, predicate, Literal(value, datatype=NamedNode(XSD + datatype)), where)

    def _quad(self, subject: str, predicate: str, value: NamedNode | Literal, where: str | None) -> None:
        place = NamedNode(where) if where else DefaultGraph()
        self.store.add(Quad(NamedNode(subject), NamedNode(predicate), value, place))

    def thing(self, type_: str, name: str, *others: str) -> str:
        """A named entity."""
        iri = MINTER.member("a1", type_, name)
        self.add(iri, RDF + "type", NG + type_ if type_ == "Group" else SCHEMA + type_)
        self.say(iri, RDFS + "label", name)
        for other in others:
            self.say(iri, SKOS + "altLabel", other)
        return iri

    def span(self, article: str, words: str, quote: bool = False) -> str:
        """The span of the first place of some words."""
        start = self.texts[article].index(words)
        iri, graph_name = MINTER.span(article, start, start + len(words)), MINTER.article(article)
        self.add(iri, OA + "hasSource", graph_name, graph_name)
        self.add(iri, OA + "hasSelector", MINTER.selector(iri), graph_name)
        self.say(MINTER.selector(iri), OA + "start", str(start), graph_name, "integer")
        self.say(MINTER.selector(iri), OA + "end", str(start + len(words)), graph_name, "integer")
        if quote:
            self.say(MINTER.selector(iri), OA + "exact", words, graph_name)
        return iri

    def fact(self, triple: tuple[str, str, str], sentence: tuple[str, str], where: str | None = None) -> None:
        """A triple with its evidence; an object that is no IRI is a literal."""
        subject, predicate, value = triple
        article, words = sentence
        graph_name = MINTER.article(article)
        is_iri = value.startswith("http")
        (self.add if is_iri else self.say)(subject, predicate, value, where)
        statement = MINTER.statement(article, subject, predicate, value)
        self.add(statement, RDF + "type", RDF + "Statement", graph_name)
        self.add(statement, RDF + "subject", subject, graph_name)
        self.add(statement, RDF + "predicate", predicate, graph_name)
        (self.add if is_iri else self.say)(statement, RDF + "object", value, graph_name)
        self.add(statement, NG + "evidence", self.span(article, words, quote=True), graph_name)
        self.say(statement, NG + "rule", "by-hand", graph_name)
        self.say(statement, NG + "confidence", "0.9", graph_name, "decimal")

    def event(self, type_: str, trigger: tuple[str, str], label: str, where: str | None = None) -> str:
        """An event with its trigger."""
        article, words = trigger
        iri = MINTER.event(article, f"{type_}:{words}", label)
        for name in (SEM + "Event", SCHEMA + "Event", NG + type_):
            self.add(iri, RDF + "type", name, where)
        self.say(iri, RDFS + "label", label, where)
        self.say(iri, NG + "surface", words.split()[0], where)
        self.add(iri, GAF + "denotedBy", self.span(article, words), where)
        self.add(iri, NG + "factuality", NG + ("Planned" if where else "Asserted"), where)
        return iri


def sentences(text: str) -> Iterator[str]:
    """The pieces of a made-up text, good enough for texts without abbreviations."""
    for paragraph in text.split("\n\n"):
        yield from (piece if piece[-1] in ".”" else piece + "." for piece in paragraph.split(". "))


def dataset() -> Store:
    """The whole dataset in memory."""
    hand = Hand(ARTICLES, META)
    ada, okoye = hand.thing("Person", "Ada Brandt", "Brandt"), hand.thing("Person", "Tomas Okoye", "Okoye")
    office, ministry = (
        hand.thing("Organization", "Harbour Office"),
        hand.thing("GovernmentOrganization", "Ministry of Trade"),
    )
    met, forum, briefed, said = (s for s in sentences(FIRST) if not s.startswith("Port talks"))
    again = "Tomas Okoye met Ada Brandt again."
    _meetings(hand, (ada, okoye), ("a1", met), ("a2", again))
    conference = hand.event("Conference", ("a1", "forum"), "forum")
    for organizer in (office, ministry):
        hand.fact((conference, SCHEMA + "organizer", organizer), ("a1", forum))
    _briefing(hand, ada, ("a1", briefed))
    _office(hand, okoye, office)
    _claim(hand, okoye, ("a1", said))
    return hand.store


def _meetings(hand: Hand, people: tuple[str, str], *told: tuple[str, str]) -> None:
    for article, sentence in told:
        meeting = hand.event("Meeting", (article, "met "), f"met: {article}")
        hand.say(meeting, SCHEMA + "startDate", "2021-05-03" if article == "a1" else "2021-05-10", None, "date")
        for person in people:
            hand.fact((meeting, NG + "agent", person), (article, sentence))
    hand.add(people[0], NG + "met", people[1])
    hand.add(people[1], NG + "met", people[0])


def _briefing(hand: Hand, person: str, sentence: tuple[str, str]) -> None:
    briefing = hand.event("Briefing", ("a1", "briefed"), "briefed: → Brandt")
    hand.fact((briefing, NG + "recipient", person), sentence)
    hand.fact((briefing, NG + "unstated", NG + "agent"), sentence)
    topic = MINTER.topic("strike")
    hand.add(topic, RDF + "type", SKOS + "Concept")
    hand.say(topic, RDFS + "label", "the strike")
    hand.fact((briefing, SCHEMA + "about", topic), sentence)


def _office(hand: Hand, person: str, body: str) -> None:
    sentence = ("a2", "He is director of the Harbour Office.")
    position, role = MINTER.position("a2", "p1", "director"), MINTER.office("director")
    hand.add(position, RDF + "type", ORG + "Membership")
    hand.say(role, RDFS + "label", "director")
    hand.fact((position, ORG + "member", person), sentence)
    hand.fact((position, ORG + "organization", body), sentence)
    hand.add(position, ORG + "role", role)
    hand.fact((person, SCHEMA + "jobTitle", "director"), sentence)
    hand.fact((person, SCHEMA + "worksFor", body), sentence)


def _claim(hand: Hand, speaker: str, sentence: tuple[str, str]) -> None:
    claim = MINTER.claim("a1", "c1")
    for name in ("Claim", "Quotation"):
        hand.add(claim, RDF + "type", SCHEMA + name)
    hand.say(claim, SCHEMA + "text", "The minister will visit the docks in June")
    hand.fact((claim, SCHEMA + "author", speaker), sentence)
    visit = hand.event("Visit", ("a1", "visit"), "visit: the minister → the docks", MINTER.claims_graph)
    minister = MINTER.participant("a1", *_range("The minister"))
    hand.add(minister, RDF + "type", NG + "Participant")
    hand.say(minister, RDFS + "label", "The minister")
    hand.fact((visit, NG + "agent", minister), sentence, MINTER.claims_graph)
    hand.fact((visit, NG + "claimedIn", claim), sentence, MINTER.claims_graph)


def _range(words: str) -> tuple[int, int]:
    start = FIRST.index(words)
    return start, start + len(words)

"""A small builder of parts: words of a text become spans, chains, fillers and facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pyoxigraph as ox

from graph.identity import members, resolve
from graph.model import (
    Article,
    Chain,
    Claim,
    Event,
    ExcludedBlock,
    Filler,
    Mention,
    Part,
    Position,
    Relation,
    Role,
    Span,
    article_id,
)
from graph.rdf import Description, Resolved, describe, entity_lines, rules, topic_lines
from graph.vocabulary import Minter

MINTER = Minter()


@dataclass
class Text:
    """One article's text, in which words are looked up."""

    text: str
    identifier: str = "made-up.txt"

    def __post_init__(self) -> None:
        self.id = article_id(self.text)
        self.chains: dict[str, Chain] = {}

    def span(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(self.id, start, start + len(words))

    def sentence(self, span: Span) -> Span:
        start = max(self.text.rfind(". ", 0, span.start), self.text.rfind("\n", 0, span.start) - 1)
        end = self.text.find(".", span.end)
        return Span(self.id, 0 if start < 0 else start + 2, len(self.text) if end < 0 else end + 1)

    def chain(self, chain: str, type_: str, *names: str, honorific: str | None = None, nominal: str = "") -> str:
        mentions = [Mention(self.span(name), "name", type_, name.split()[-1], honorific) for name in names]
        mentions += [Mention(self.span(nominal), "nominal", type_, nominal.rsplit(maxsplit=1)[-1])] if nominal else []
        self.chains[chain] = Chain(chain, type_, tuple(mentions), names, honorific)
        return chain

    def filler(self, words: str, chain: str | None = None, **options: object) -> Filler:
        type_ = self.chains[chain].type if chain else "Participant"
        made = Filler(self.span(words), words, words.rsplit(maxsplit=1)[-1], words.lower(), type_, chain)
        return replace(made, **options)

    def event(self, type_: str, trigger: str, roles: dict[str, list[Filler]], **options: object) -> Event:
        span = self.span(trigger)
        filled = tuple(Role(name, filler) for name, fillers in roles.items() for filler in fillers)
        made = Event(type_, span, trigger, filled, self.sentence(span), rule="test", confidence=0.9)
        return replace(made, **options)

    def position(self, person: Filler, title: str, organization: Filler | None = None, **options: object) -> Position:
        span = self.span(title)
        made = Position(person, title, span, organization, self.sentence(span), rule="test", confidence=0.85)
        return replace(made, **options)

    def relation(self, subject: Filler, predicate: str, target: Filler, **options: object) -> Relation:
        evidence = self.sentence(subject.span)
        made = Relation(subject, predicate, target, subject.span, evidence, rule="test", confidence=0.8)
        return replace(made, **options)

    def claim(self, speaker: Filler | None, words: str, cue: str, **options: object) -> Claim:
        span, said = self.span(words), self.span(cue)
        evidence = tuple(dict.fromkeys((self.sentence(span), self.sentence(said))))
        made = Claim(speaker, words, span, said, False, evidence, rule="test", confidence=0.9)
        return replace(made, **options)

    def part(self, **facts: object) -> Part:
        ends = [i + 1 for i, letter in enumerate(self.text) if letter == "."]
        starts = [0, *(end + 1 for end in ends)]
        article = Article(self.id, self.identifier, self.text, excluded=facts.pop("excluded", ()))
        article = replace(article, **facts.pop("metadata", {}))
        sentences = tuple(zip(starts, ends, strict=False))
        return Part(article, sentences, tuple(self.chains.values()), **facts)


def briefing() -> Part:
    """One article with a fact of every kind."""
    text = Text(
        "Dr Ada Moss, Commissioner of the Harbour Board, was briefed on dredging by senior engineers. "
        "She attended a roundtable organised by the Harbour Board and the Ministry of Ports. "
        "Moss said that Bo Lind would visit Oslo. Lind is a member of the Pilots Guild."
    )
    moss = text.chain("c1", "Person", "Ada Moss", "Moss", honorific="Dr")
    board = text.chain("c2", "Organization", "Harbour Board")
    ports = text.chain("c3", "Organization", "Ministry of Ports")
    lind = text.chain("c4", "Person", "Bo Lind", "Lind")
    oslo = text.chain("c5", "Place", "Oslo")
    guild = text.chain("c6", "Organization", "Pilots Guild")
    claim = text.claim(text.filler("Moss", moss, span=text.span("Moss said")), "Bo Lind would visit Oslo", "said")
    return text.part(
        events=(
            text.event(
                "Briefing",
                "briefed",
                {
                    "recipient": [text.filler("Ada Moss", moss)],
                    "about": [text.filler("dredging", type="Topic")],
                    "agent": [text.filler("senior engineers", count=None)],
                },
            ),
            text.event(
                "Conference",
                "roundtable",
                {
                    "organizer": [text.filler("the Harbour Board", board), text.filler("the Ministry of Ports", ports)],
                    "attendee": [text.filler("She", moss)],
                },
                unstated=("about",),
            ),
            text.event(
                "Visit",
                "visit",
                {"agent": [text.filler("Bo Lind", lind)], "location": [text.filler("Oslo", oslo)]},
                factuality="planned",
                claimed_in=claim.id,
            ),
        ),
        positions=(
            text.position(text.filler("Ada Moss", moss), "Commissioner", text.filler("the Harbour Board", board)),
        ),
        relations=(text.relation(text.filler("Lind", lind), "memberOf", text.filler("the Pilots Guild", guild)),),
        claims=(claim,),
        excluded=(ExcludedBlock("Read more", 900, 909, "teaser"),),
        metadata={"title": "Harbour", "published": "2024-05-06", "publisher": "Quay News"},
    )


def described(part: Part, rejected: frozenset[str] = frozenset()) -> tuple[Description, list[ox.Quad]]:
    """A part's description, and the whole dataset of this one article."""
    own = members(part, MINTER)
    entities = resolve(own.values())
    home = {member.iri: entity for entity in entities for member in entity.members}
    resolved = {chain: Resolved(m.iri, home[m.iri].id, home[m.iri].type) for chain, m in own.items()}
    description = describe(part, resolved, MINTER, rejected)
    quads = [*description.quads, *description.shared]
    quads += [quad for entity in entities for quad in entity_lines(entity, MINTER)]
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for iri, label in description.topics:
        written[iri][label] += 1
    quads += [quad for iri, counter in written.items() for quad in topic_lines(iri, counter)]
    return description, parsed(quads)


def parsed(lines: Iterable[str]) -> list[ox.Quad]:
    """Lines as quads; an error where one is none."""
    return list(ox.parse("\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS))


def store(quads: list[ox.Quad]) -> ox.Store:
    made = ox.Store()
    made.extend(quads)
    return made


def violations(dataset: ox.Store) -> dict[str, list[str]]:
    """Which rules a dataset breaks, and where."""
    found = {rule.name: sorted(str(row["subject"]) for row in dataset.query(rule.sparql)) for rule in rules()}
    return {name: subjects for name, subjects in found.items() if subjects}

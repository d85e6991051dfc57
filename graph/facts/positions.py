"""Who holds which office where: titles before and after names, copulas, appointments, verbs of running, memberships."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.facts.bodies import body_filler
from graph.facts.factuality import factuality
from graph.facts.held import posts, running, sitting
from graph.facts.holders import Holder, holders
from graph.facts.memberships import memberships
from graph.facts.office_words import Office, lexicon
from graph.facts.offices import offices, printed_title
from graph.facts.parsed import Doc, Token
from graph.facts.phrases import chain_of, name_at, sentence_span, span_of
from graph.facts.syntax import is_passive, subjects
from graph.facts.terms import term
from graph.facts.ties import named
from graph.model import Filler, Position

BEFORE = "title before name"


def positions(doc: Doc) -> Iterator[Position]:
    """Every position of the article, once: the first telling, and of a title alone and one with a body the latter.

    Who is called a former president is no president where the title alone stands before the name.
    """
    found: dict[tuple[object, ...], dict[object, Position]] = {}
    told = list(_all(doc))
    past = {_office(position) for position in told if position.status == "former"}
    for position in told:
        if position.status is None and position.rule == f"position:{BEFORE}" and _office(position) in past:
            continue
        office = (*_office(position)[:2], position.status, position.factuality)
        found.setdefault(office, {}).setdefault(_office(position)[2], position)
    once = [p for held in found.values() for body, p in held.items() if body is not None or len(held) == 1]
    people: dict[object, list[Position]] = {}
    for position in once:
        people.setdefault(_key(position.person), []).append(position)
    yield from (p for p in once if not any(_says_less(p, other) for other in people[_key(p.person)]))


def _office(position: Position) -> tuple[object, str, object]:
    """Who holds what where, as one tells it from another."""
    body = _key(position.organization) if position.organization is not None else None
    return _key(position.person), position.title.casefold(), body


def _says_less(position: Position, other: Position) -> bool:
    """Whether another position of the person is it with more of the title: "Ambassador", "Ambassador to France"."""
    _, title, body = _office(position)
    _, longer, where = _office(other)
    alike = body in {None, where} and len(title) < len(longer)
    standing = position.status == other.status and position.factuality == other.factuality
    return alike and standing and (longer.startswith(f"{title} ") or longer.endswith(f" {title}"))


def _key(filler: Filler) -> object:
    return filler.chain or filler.lemma


def _all(doc: Doc) -> Iterator[Position]:
    for office in offices(doc):
        for holder in holders(office):
            yield from _positions(office, holder)
    yield from running(doc)
    yield from sitting(doc)
    yield from posts(doc)
    yield from memberships(doc)


def _positions(office: Office, holder: Holder) -> Iterator[Position]:
    """The office of a holder, and the membership of the party that stands before the title."""
    person = named(holder.person)
    if person is None or person.type != "Person":
        return
    seated = office.head.lemma_.lower() in lexicon().seats
    body = office.body or (None if seated else office.party) or _appointing(holder)
    if body is not None and _is_persons(office, body):
        return
    yield _position(office, holder, person, body)
    if office.party is not None and seated:
        member = _position(office, holder, person, office.party)
        party = name_at(office.party)
        yield replace(
            member, title="member", trigger=span_of(party) if party is not None else member.trigger, status=None
        )


def _position(office: Office, holder: Holder, person: Filler, body: Token | None) -> Position:
    doc = office.head.doc
    where = body_filler(body) if body is not None else None
    start, end = term(office.head, *([holder.verb] if holder.verb is not None else []))
    status, certain = (holder.status, "asserted") if holder.status else _standing(holder.verb)
    return Position(
        person=person,
        title=printed_title(office),
        trigger=span_of(doc[office.start : office.end]),
        organization=where if where is None or where.chain is None or where.chain != person.chain else None,
        evidence=sentence_span(office.head),
        rule=f"position:{holder.rule}",
        confidence=holder.confidence,
        status=office.status or status or ("former" if end is not None else None),
        start=start,
        end=end,
        factuality=certain,
    )


def _appointing(holder: Holder) -> Token | None:
    """The body whose officer it names: "the bank appointed X chief executive"."""
    if (
        holder.rule != "appointed"
        or holder.verb is None
        or holder.verb.lemma_ in lexicon().own
        or is_passive(holder.verb)
    ):
        return None
    return next(
        (s for s in subjects(holder.verb) if (f := body_filler(s)) is not None and f.type == "Organization"), None
    )


def _is_persons(office: Office, body: Token) -> bool:
    """Whether a title that says nothing without a body is only somebody's: "her boss", "his partner"."""
    head = office.head.lemma_.lower()
    if head not in lexicon().needs_body or head in lexicon().personal:
        return False
    chain = chain_of(body)
    return chain is not None and chain.type == "Person"


def _standing(verb: Token | None) -> tuple[str | None, str]:
    """The status that the verb gives, and how certain the office is: who may resign as chairman is chairman."""
    if verb is None:
        return None, "asserted"
    certain = factuality(verb)
    if verb.lemma_ in lexicon().vacating:
        return {"asserted": "former", "planned": "outgoing"}.get(certain), "asserted"
    adverbs = [child for child in verb.children if child.dep_ == "advmod"]
    status = next((status for child in adverbs if (status := lexicon().status.get(child.lower_))), None)
    return status or _served(verb), certain


def _served(verb: Token) -> str | None:
    """ "former" for who "served as" something and does so no more."""
    perfect = any(child.dep_ == "aux" for child in verb.children)
    return "former" if verb.lemma_ in {"serve", "work"} and verb.tag_ == "VBD" and not perfect else None

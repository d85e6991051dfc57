"""Who holds which office where: titles before and after names, copulas, appointments, verbs of running, memberships."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graph.facts.bodies import body_filler
from graph.facts.factuality import factuality
from graph.facts.held import posts, running
from graph.facts.memberships import listed, memberships
from graph.facts.naming import meant
from graph.facts.office_words import is_honorific, lexicon
from graph.facts.offices import INCLUDING, Office, offices, printed_title
from graph.facts.phrases import filler, name_at, sentence_span, span_of
from graph.facts.syntax import is_passive, objects, subjects
from graph.facts.terms import term
from graph.facts.ties import named
from graph.model import Filler, Position

APART = frozenset({",", "(", "—", "–", "-", "["})
SUBJECT_ONLY = frozenset({"serve", "act", "work", "step"})


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in an office, by which construction, and the verb that says so, if any."""

    person: Token
    rule: str
    confidence: float
    verb: Token | None = None


def positions(doc: Doc) -> Iterator[Position]:
    """Every position of the article, once: the first telling, and of a title alone and one with a body the latter."""
    found: dict[tuple[object, ...], dict[object, Position]] = {}
    for position in _all(doc):
        office = (_key(position.person), position.title.casefold(), position.status, position.factuality)
        body = _key(position.organization) if position.organization is not None else None
        found.setdefault(office, {}).setdefault(body, position)
    for held in found.values():
        yield from (position for body, position in held.items() if body is not None or len(held) == 1)


def _key(filler: Filler) -> object:
    return filler.chain or filler.lemma


def _all(doc: Doc) -> Iterator[Position]:
    for office in offices(doc):
        for holder in holders(office):
            if (position := _position(office, holder)) is not None:
                yield position
    yield from running(doc)
    yield from posts(doc)
    yield from memberships(doc)


def holders(office: Office) -> Iterator[Holder]:
    """Who holds the office, or the one it is coordinated with: the first construction that names somebody."""
    for title in (office, office.peer):
        for find in (_named_after, _named_before, _named_after_comma, _included, _in_verb, _in_parse):
            found = list(find(title)) if title is not None else []
            if found:
                yield from found
                return


def holder_of(title: Token) -> Token | None:
    """The person named beside a title: for "Adviser" in "Adviser to the PM of Interior Affairs X" that is X."""
    doc = title.doc
    beside = doc.user_data.get("newsgraph.holders")
    if not isinstance(beside, dict):
        beside = {office.head.i: _beside(office) for office in offices(doc)}
        doc.user_data["newsgraph.holders"] = beside
    return beside.get(title.i)


def _beside(office: Office) -> Token | None:
    found = (holder for find in (_named_after, _named_before, _named_after_comma) for holder in find(office))
    return next((holder.person for holder in found), None) if office.head.tag_ in {"NN", "NNP"} else None


def _position(office: Office, holder: Holder) -> Position | None:
    person = named(holder.person)
    if person is None or person.type != "Person":
        return None
    doc = office.head.doc
    body = body_filler(office.body) if office.body is not None else None
    start, end = term(office.head, *([holder.verb] if holder.verb is not None else []))
    return Position(
        person=person,
        title=printed_title(office),
        trigger=span_of(doc[office.start : office.end]),
        organization=body if body is None or body.chain is None or body.chain != person.chain else None,
        evidence=sentence_span(office.head),
        rule=f"position:{holder.rule}",
        confidence=holder.confidence,
        status=office.status or _status(holder.verb) or ("former" if end is not None else None),
        start=start,
        end=end,
        factuality=factuality(holder.verb) if holder.verb is not None else "asserted",
    )


def _status(verb: Token | None) -> str | None:
    """The status that an adverb on the verb gives: "was formerly chairman"."""
    adverbs = [child for child in verb.children if child.dep_ == "advmod"] if verb is not None else []
    return next((status for child in adverbs if (status := lexicon().status.get(child.lower_))), None)


# ── beside the name ─────────────────────────────────────────────────────────────────────────────────────────────
def _named_after(office: Office) -> Iterator[Holder]:
    """ "Prime Minister X", "councillors X of A and Y of B"."""
    doc, at = office.head.doc, _past_honorifics(office.head.doc, office.right)
    if at >= office.head.sent.end or (name := name_at(doc[at])) is None or name.label_ != "Person":
        return
    yield Holder(name.root, "title before name", 0.95)
    if office.head.tag_ in {"NNS", "NNPS"}:
        yield from (Holder(person.root, "title before names", 0.85) for person in listed(name))


def _named_before(office: Office) -> Iterator[Holder]:
    """ "X, Director of the Office", "X, 54, the union's chairman", "X (chairman)"."""
    doc, at = office.head.doc, office.left - 1
    if at < 1 or doc[at].text not in APART:
        return
    if doc[at].text == "," and office.right < len(doc) and doc[office.right].pos_ in {"VERB", "AUX"}:
        return
    at = _past_age(doc, at)
    name = name_at(doc[at - 1])
    if name is not None and name.label_ == "Person" and name.sent.start == office.head.sent.start:
        yield Holder(name.root, "title after name", 0.9)


def _named_after_comma(office: Office) -> Iterator[Holder]:
    """ "Malaysia's Prime Minister, X, said", "Chairman: X"."""
    doc, at = office.head.doc, office.right
    if at + 1 >= office.head.sent.end or doc[at].text not in {",", ":"}:
        return
    at = _past_honorifics(doc, at + 1)
    name = name_at(doc[at]) if at < len(doc) else None
    if (
        name is not None
        and name.label_ == "Person"
        and (office.definite or office.body or doc[office.right].text == ":")
    ):
        yield Holder(name.root, "name after title", 0.85)


def _included(office: Office) -> Iterator[Holder]:
    """ "former members of the church, including musician X and actor Y"."""
    doc, at = office.head.doc, office.right
    if at + 2 >= office.head.sent.end or office.head.tag_ not in {"NNS", "NNPS"}:
        return
    at += doc[at].text == ","
    if doc[at].lower_ not in INCLUDING:
        return
    for name in doc[at + 1 : office.head.sent.end].ents:
        if any(token.pos_ in {"VERB", "AUX"} for token in doc[at + 1 : name.start]):
            return
        if name.label_ == "Person":
            yield Holder(name.root, "included", 0.8)


def _past_honorifics(doc: Doc, at: int) -> int:
    while at < len(doc) and name_at(doc[at]) is None and (is_honorific(doc[at]) or doc[at].text == "."):
        at += 1
    return at


def _past_age(doc: Doc, at: int) -> int:
    """The comma before an age: "X, 54, chairman"."""
    return at - 2 if at > 2 and doc[at - 1].like_num and doc[at - 2].text == "," else at


# ── through a verb ──────────────────────────────────────────────────────────────────────────────────────────────
def _in_verb(office: Office) -> Iterator[Holder]:
    """ "X is the chairman", "X was appointed (as) chairman", "they elected X mayor", "X, who became ..."."""
    head = office.head
    while head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    verb = head.head
    if head.dep_ == "nsubj" and verb.lemma_ == "be":
        named_so = [child for child in verb.children if child.dep_ == "attr" and name_at(child) is not None]
        yield from (Holder(person, "copula", 0.8, verb) for person in _people(named_so))
        return
    if head.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
    elif head.dep_ not in {"attr", "oprd", "dobj", "ccomp", "xcomp"}:
        return
    if head.dep_ in {"attr", "oprd"} and verb.lemma_ in lexicon().becoming:
        yield from (Holder(subject, "copula", 0.85, verb) for subject in _people(subjects(verb)))
    elif verb.lemma_ in lexicon().naming:
        by_subject = is_passive(verb) or verb.lemma_ in SUBJECT_ONLY
        heads = subjects(verb) if by_subject else [o for o in objects(verb) if o.i != office.head.i]
        if not (by_subject and any(name.label_ == "Person" for name in verb.doc[verb.i : office.left].ents)):
            yield from (Holder(person, "appointed", 0.8, verb) for person in _people(heads))


def _in_parse(office: Office) -> Iterator[Holder]:
    """The person to whom the parse makes the title an apposition."""
    if office.head.dep_ == "appos":
        yield from (Holder(person, "apposition", 0.7) for person in _people([office.head.head]))


def _people(tokens: list[Token]) -> Iterator[Token]:
    for token in (part for other in tokens for part in meant(other)):
        found = filler(token)
        if found is not None and found.type == "Person":
            yield token

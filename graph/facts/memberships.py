"""Members of parties and other bodies that are named beside a person: "X of the Labour Party", "Civic Party's X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.facts.bodies import body_filler, is_nationality
from graph.facts.factuality import factuality
from graph.facts.office_words import is_body_noun, lexicon
from graph.facts.parsed import Doc, Token, Tokens
from graph.facts.phrases import chain_of, name_at, sentence_span, span_of
from graph.facts.scan import having, names
from graph.facts.syntax import subjects
from graph.facts.ties import named
from graph.model import Position

BODIED = frozenset({"Organization", "Group"})
SEPARATORS = frozenset({",", ";", "and", "&"})
OF = frozenset({"of", "from"})


def memberships(doc: Doc) -> Iterator[Position]:
    """Memberships that no title states: the body before or after a person's name, or one that was joined or left."""
    pairs = list(_respective(doc))
    taken = {body.start for _, body in pairs}
    for name in names(doc):
        if name.start in taken or name.label_ not in {"Organization", "Group"}:
            continue
        people = [*_before(name), *_after(name), *_bracketed(name)]
        joined = list(_joined_or_left(name)) if name.label_ == "Organization" else []
        if (people or joined) and has_members(name):
            pairs += [(person, name) for person in people]
            yield from joined
    yield from _composed(doc)
    yield from _in_brackets(doc)
    for person, body in pairs:
        if (position := _member(person.root, body, trigger=body, confidence=0.8)) is not None:
            yield position


def has_members(body: Tokens) -> bool:
    """Whether one belongs to the body as a member: no ministry, company, paper, court or school, and no people."""
    if body.label_ == "Group":
        return not is_nationality(body.text) and body.root.tag_ == "NNPS"
    chain = chain_of(body.root)
    names = " ".join((body.text, *(chain.names if chain is not None else ()))).lower().split()
    return body.label_ == "Organization" and lexicon().employers.isdisjoint(names)


def listed(first: Tokens) -> Iterator[Tokens]:
    """The further people of a list that starts with this name: "X of A, Y of B and Z"."""
    doc, at = first.doc, past_body(first.doc, first.end)
    while at < len(doc) - 1 and doc[at].lower_ in SEPARATORS:
        while at < len(doc) - 1 and doc[at].lower_ in SEPARATORS:
            at += 1
        name = name_at(doc[at])
        if name is None or name.label_ != "Person":
            return
        yield name
        at = past_body(doc, name.end)


def past_body(doc: Doc, at: int) -> int:
    """The place after "of the Labour Party", if that stands here, else the same place."""
    if at + 1 >= len(doc) or doc[at].lower_ not in OF:
        return at
    start = at + 2 if doc[at + 1].lower_ == "the" else at + 1
    name = name_at(doc[start]) if start < len(doc) else None
    return name.end if name is not None and name.label_ == "Organization" else at


def _before(body: Tokens) -> Iterator[Tokens]:
    """ "X of the Labour Party"."""
    doc, at = body.doc, body.start - 1
    if at > 0 and doc[at].lower_ == "the":
        at -= 1
    person = name_at(doc[at - 1]) if at > 0 and doc[at].lower_ in OF else None
    if person is not None and person.label_ == "Person":
        yield person


def _bracketed(body: Tokens) -> Iterator[Tokens]:
    """ "X (Labour Party)"; what else stands in brackets behind a name is a place, a field or an agency."""
    doc, at = body.doc, body.start - 1
    if at < 1 or doc[at].text != "(" or body.end >= len(doc) or doc[body.end].text not in {")", ","}:
        return
    person, chain = name_at(doc[at - 1]), chain_of(body.root)
    words = " ".join((body.text, *(chain.names if chain is not None else ()))).lower().split()
    if person is not None and person.label_ == "Person" and (body.label_ == "Group" or _is_party(words)):
        yield person


def _in_brackets(doc: Doc) -> Iterator[Position]:
    """ "X (Labour)", where the word in brackets is known for a party's and was taken for no name."""
    for token in having(doc, lexicon().parties):
        if token.i < 2 or token.i + 1 >= len(doc) or doc[token.i - 1].text != "(" or doc[token.i + 1].text != ")":
            continue
        person, known = name_at(doc[token.i - 2]), name_at(token)
        if person is not None and person.label_ == "Person" and (known is None or known.label_ not in BODIED):
            party = doc[token.i : token.i + 1]
            position = _member(person.root, party, trigger=party, confidence=0.75)
            if position is not None:
                yield position


def _is_party(words: list[str]) -> bool:
    return not lexicon().parties.isdisjoint(words) or not lexicon().partisan.isdisjoint(words)


def _composed(doc: Doc) -> Iterator[Position]:
    """ "The council comprises X, Y and Z", "the panel consists of X and Y"."""
    for verb in having(doc, lexicon().composed):
        if verb.pos_ != "VERB":
            continue
        for body in filter(is_body_noun if verb.lemma_ == "include" else _is_body, subjects(verb)):
            words, trigger = doc[body.i : body.i + 1], doc[verb.i : verb.i + 1]
            for person in _run(verb):
                position = _member(person.root, words, trigger=trigger, confidence=0.75)
                if position is not None:
                    yield replace(position, rule="position:composed", factuality=factuality(verb))


def _is_body(token: Token) -> bool:
    name = name_at(token)
    return is_body_noun(token) if name is None else name.label_ == "Organization"


def _run(verb: Token) -> Iterator[Tokens]:
    """The people who are listed behind a verb, up to the next verb."""
    doc = verb.doc
    for name in doc[verb.i + 1 : verb.sent.end].ents:
        if any(token.pos_ in {"VERB", "AUX"} for token in doc[verb.i + 1 : name.start]):
            return
        if name.label_ == "Person":
            yield name


def _respective(doc: Doc) -> Iterator[tuple[Tokens, Tokens]]:
    """Pairs of "X and Y of respectively A and B" and "X and Y of A and B respectively", where the numbers agree."""
    for token in having(doc, {"respectively"}):
        bodies = _run_on(doc, token.i + 1, "Organization") or _run_back(doc, token.i, "Organization")
        first = min((token.i, *(body.start for body in bodies)))
        people = _run_back(doc, first, "Person")
        if len(people) == len(bodies):
            yield from zip(people, bodies, strict=True)


def _run_on(doc: Doc, at: int, label: str) -> list[Tokens]:
    """The names of one type that are listed from here on."""
    found: list[Tokens] = []
    while (at := _skip(doc, at, 1)) < len(doc) and (name := name_at(doc[at])) is not None and name.label_ == label:
        found.append(name)
        at = name.end
    return found


def _run_back(doc: Doc, at: int, label: str) -> list[Tokens]:
    """The names of one type that are listed up to here."""
    found: list[Tokens] = []
    while (at := _skip(doc, at - 1, -1)) >= 0 and (name := name_at(doc[at])) is not None and name.label_ == label:
        found.insert(0, name)
        at = name.start
    return found


def _skip(doc: Doc, at: int, step: int) -> int:
    while 0 <= at < len(doc) and doc[at].lower_ in SEPARATORS | OF | {"the"}:
        at += step
    return at


def _after(body: Tokens) -> Iterator[Tokens]:
    """ "Civic Party's X and Y"."""
    doc, at = body.doc, body.end
    if at + 1 >= len(doc) or doc[at].tag_ != "POS":
        return
    person = name_at(doc[at + 1])
    while person is not None and person.label_ == "Person":
        yield person
        at = person.end
        person = name_at(doc[at + 1]) if at + 1 < len(doc) and doc[at].lower_ == "and" else None


def _joined_or_left(body: Tokens) -> Iterator[Position]:
    """ "X joined the Labour Party", "after leaving the Labour Party", "X quit the party"."""
    noun = body.root
    while noun.dep_ in {"appos", "compound"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "from" else noun.head
    if verb.pos_ != "VERB" or noun.dep_ not in {"dobj", "pobj"} or verb.lemma_ not in lexicon().joining:
        return
    status = lexicon().joining[verb.lemma_]
    if status is None and noun.dep_ == "pobj":
        return
    trigger = body.doc[verb.i : verb.i + 1]
    for person in subjects(verb):
        position = _member(person, body, trigger=trigger, confidence=0.7)
        if position is not None and position.person.type == "Person":
            certain = factuality(verb)
            yield replace(position, status=status, factuality=certain, rule="position:joined or left")


def _member(person: Token, body: Tokens, *, trigger: Tokens, confidence: float) -> Position | None:
    who, where = named(person), body_filler(body.root)
    if who is None or where is None:
        return None
    return Position(
        person=who,
        title="member",
        trigger=span_of(trigger),
        organization=where,
        evidence=sentence_span(trigger.root),
        rule="position:member",
        confidence=confidence,
    )

"""Who holds an office that the text names: a person beside the title, or the one that a verb joins it to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from graph.facts.address import described_at, person_at
from graph.facts.factuality import factuality
from graph.facts.memberships import listed
from graph.facts.naming import meant
from graph.facts.office_words import INCLUDING, Office, is_office_noun, lexicon
from graph.facts.offices import offices
from graph.facts.parsed import Doc, Token, Tokens, once
from graph.facts.phrases import filler, name_at
from graph.facts.syntax import is_passive, objects, subjects

COMPLEMENTS = frozenset({"attr", "oprd", "acomp"})
APART = frozenset({",", "(", "—", "–", "-", "["})
MOST_BODIES = 3
"""Between a title and its holder stand at most so many bodies, set apart by commas."""
PLAIN = frozenset({"NOUN", "ADJ", "DET", "NUM"})
MOST_BESIDES = 6
MOST_QUOTED = 9
"""A quotation of so many words with a title in it is what somebody calls the other: "the king of easy money"."""
MOST_BEFORE = 5
"""Between a verb of naming and the person stand at most so many words that say who that is."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in an office, by which construction, and the verb that says so, if any; `status` where the
    construction gives it."""

    person: Token
    rule: str
    confidence: float
    verb: Token | None = None
    status: str | None = None


def holders(office: Office) -> Iterator[Holder]:
    """Who holds the office, or the one it is coordinated with: the first construction that names somebody."""
    yield from _replacing(office)
    for title in (office, office.peer):
        for find in (*BESIDE, _included, _named_as, _in_verb, _in_parse):
            found = list(find(title)) if title is not None else []
            if found:
                yield from found
                return


def holder_of(title: Token) -> Token | None:
    """The person named beside a title: for "Adviser" in "Adviser to the PM of Interior Affairs X" that is X."""
    return _holders_beside(title.doc).get(title.i)


@once
def _holders_beside(doc: Doc) -> Mapping[int, Token | None]:
    """The person named beside every title, by the token that heads the title."""
    return {office.head.i: _beside(office) for office in offices(doc)}


def _beside(office: Office) -> Token | None:
    found = (holder for find in BESIDE for holder in find(office))
    return next((holder.person for holder in found), None) if office.head.tag_ in {"NN", "NNP"} else None


# ── beside the name ─────────────────────────────────────────────────────────────────────────────────────────────
def _named_after(office: Office) -> Iterator[Holder]:
    """ "Prime Minister X", "Defence Minister General X", "councillors X of A and Y of B"."""
    doc, at = office.head.doc, office.right
    name = person_at(doc, at) or _titled_at(doc, at) if at < office.head.sent.end else None
    if name is None:
        return
    yield Holder(name.root, "title before name", 0.95)
    if office.head.tag_ in {"NNS", "NNPS"}:
        yield from (Holder(person.root, "title before names", 0.85) for person in listed(name))


def _named_before(office: Office) -> Iterator[Holder]:
    """ "X, Director of the Office", "X, 54, the union's chairman", "X (chairman)"."""
    doc, at = office.head.doc, _past_one_of(office)
    at = _past_first(doc, at) if at > 0 and doc[at].lower_ == "and" else at
    if at < 1 or doc[at].text not in APART:
        return
    if doc[at].text == "," and office.right < len(doc) and doc[office.right].pos_ in {"VERB", "AUX"}:
        return
    at = _past_age(doc, at)
    name = name_at(doc[at - 1])
    if name is not None and name.label_ == "Person" and name.sent.start == office.head.sent.start:
        yield Holder(name.root, "title after name", 0.9)


def _named_after_comma(office: Office) -> Iterator[Holder]:
    """ "Malaysia's Prime Minister, X, said", "its counsel, lawyer X", "the chairman, President X", "Chairman: X"."""
    doc, at = office.head.doc, office.right
    if at + 1 >= office.head.sent.end or doc[at].text not in {",", ":"}:
        return
    several = office.head.tag_ in {"NNS", "NNPS"}
    if doc[at].text == "," and (several or not (office.definite or office.body) or _is_anothers(office)):
        return
    name = described_at(doc, at + 1) or _titled_at(doc, at + 1) or _behind_bodies(office, at + 1)
    if name is not None and name.start < office.head.sent.end:
        yield Holder(name.root, "name after title", 0.85)


BESIDE: tuple[Callable[[Office], Iterator[Holder]], ...] = (_named_after, _named_before, _named_after_comma)


def _is_anothers(office: Office) -> bool:
    """Whether the name behind the comma is of who stands inside the title: "an adviser to the party leader, X"."""
    doc = office.head.doc
    inside = doc[office.head.i + 1 : office.end]
    return doc[office.left].lower_ in {"a", "an"} and any(is_office_noun(token) for token in inside)


def _titled_at(doc: Doc, at: int) -> Tokens | None:
    """The person behind a further title that begins here: "the bloc's chairman, President X"."""
    title = next((office for office in offices(doc) if office.left == at), None)
    return person_at(doc, title.right) if title is not None and title.right < len(doc) else None


def _behind_bodies(office: Office, at: int) -> Tokens | None:
    """The person behind the bodies of a title that stand between commas: "The PRO, Coast Command, Major X, said"."""
    doc = office.head.doc
    for _ in range(MOST_BODIES):
        body = name_at(doc[at]) if at < len(doc) else None
        if body is None or body.label_ != "Organization" or body.end + 1 >= len(doc) or doc[body.end].text != ",":
            return None
        office.body = office.body or body.root
        at = body.end + 1
        if (name := person_at(doc, at)) is not None:
            return name if doc[name.end : name.end + 1].text == "," else None
    return None


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


def _past_one_of(office: Office) -> int:
    """The mark before the title, also behind "one of": "X, one of three members of the council"."""
    doc, at = office.head.doc, office.left - 1
    return at - 2 if at > 1 and doc[at].lower_ == "of" and doc[at - 1].lower_ == "one" else at


def _past_first(doc: Doc, at: int) -> int:
    """The mark before what somebody is besides: "X, a retired farmer and a member of the council"."""
    first = max(at - MOST_BESIDES, 0)
    outside = (i for i in range(at - 1, first, -1) if doc[i].pos_ not in PLAIN or name_at(doc[i]) is not None)
    return mark if (mark := next(outside, 0)) < at - 1 else 0


def _past_age(doc: Doc, at: int) -> int:
    """The comma before an age: "X, 54, chairman"."""
    return at - 2 if at > 2 and doc[at - 1].like_num and doc[at - 2].text == "," else at


# ── through a verb ──────────────────────────────────────────────────────────────────────────────────────────────
def _named_as(office: Office) -> Iterator[Holder]:
    """ "named Professor X dean", "appointed X as director and Y as deputy", "picked X to be her deputy"."""
    doc, at = office.head.doc, office.left
    linked = doc[at - 1].lower_ == "as" or doc[max(at - 2, 0) : at].text.lower() == "to be"
    at -= (1 if doc[at - 1].lower_ == "as" else 2) if linked else 0
    name = name_at(doc[at - 1]) if at > office.head.sent.start else None
    if name is None or name.label_ != "Person" or name.end != at:
        return
    verb = _verb_before(name, linked=linked)
    if verb is not None:
        yield Holder(name.root, "appointed", 0.85, verb)


def _verb_before(name: Tokens, *, linked: bool) -> Token | None:
    """The verb of naming that stands before the person, past what says who that is; in a list past other pairs."""
    doc, first = name.doc, name[0].sent.start
    for at in range(name.start - 1, max(first, name.start - 1 - MOST_BEFORE) - 1, -1):
        token = doc[at]
        if token.pos_ == "VERB" and token.lemma_ in lexicon().naming - lexicon().own:
            return token
        if linked and token.lower_ in {"and", ","}:
            earlier = (doc[i] for i in range(at - 1, first - 1, -1))
            verb = next((t for t in earlier if t.pos_ == "VERB"), None)
            return verb if verb is not None and verb.lemma_ in lexicon().naming - lexicon().own else None
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "DET"} and person_at(doc, at) is None:
            return None
    return None


def _in_verb(office: Office) -> Iterator[Holder]:
    """ "X is the chairman", "X was appointed (as) chairman", "they elected X mayor", "X, who became ..."."""
    head = office.head
    if any(quote.start < head.i < quote.end <= quote.start + MOST_QUOTED for quote in head.doc.quotations):
        return
    while head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    verb = head.head
    if head.dep_ == "nsubj" and verb.lemma_ == "be":
        yield from (Holder(person, "copula", 0.8, verb) for person in _predicated(verb, office))
        return
    linked = head.dep_ == "pobj" and verb.lower_ == "as"
    if linked:
        verb = verb.head
    elif head.dep_ not in COMPLEMENTS | {"dobj", "ccomp", "xcomp"}:
        return
    if head.dep_ in COMPLEMENTS and verb.lemma_ in lexicon().becoming:
        yield from (Holder(subject, "copula", 0.85, verb) for subject in _people(subjects(verb)))
    elif linked and verb.lemma_ in lexicon().following:
        yield from (Holder(person, "appointed", 0.8, verb) for person in _people(subjects(verb)))
        left = objects(verb) if factuality(verb) == "asserted" else []
        yield from (Holder(person, "appointed", 0.8, verb, "former") for person in _people(left))
    elif verb.lemma_ in lexicon().naming or (linked and verb.lemma_ in lexicon().vacating):
        yield from _put_in_office(office, verb)


def _put_in_office(office: Office, verb: Token) -> Iterator[Holder]:
    """The subject of "served as", "was named", "resigned as", or the object of "named" and "sacked as"."""
    direct = [o for o in objects(verb) if o.i != office.head.i]
    leaving = verb.lemma_ in lexicon().vacating and not direct
    by_subject = is_passive(verb) or verb.lemma_ in lexicon().own or leaving
    heads = subjects(verb) if by_subject else direct
    if not (by_subject and any(name.label_ == "Person" for name in verb.doc[verb.i : office.left].ents)):
        yield from (Holder(person, "appointed", 0.8, verb) for person in _people(heads))


def _replacing(office: Office) -> Iterator[Holder]:
    """Who follows in "replaced Finance Minister X with Y"."""
    doc, name = (
        office.head.doc,
        person_at(office.head.doc, office.right) if office.right < len(office.head.doc) else None,
    )
    at = name.end if name is not None else len(doc)
    if name is None or at + 1 >= len(doc) or doc[at].lower_ not in {"with", "by"} or office.left < 1:
        return
    verb, successor = doc[office.left - 1], described_at(doc, at + 1)
    if verb.lemma_ == "replace" and successor is not None:
        yield Holder(successor.root, "appointed", 0.75, verb)


def _predicated(verb: Token, office: Office) -> Iterator[Token]:
    """The people that the subject is said to be: "the chairman is X", "the other members are X, Y and Z"."""
    several = office.head.tag_ in {"NNS", "NNPS"}
    for name in verb.doc[verb.i + 1 : verb.sent.end].ents:
        between = verb.doc[verb.i + 1 : name.start]
        if any(token.pos_ in {"VERB", "AUX", "ADP"} and name_at(token) is None for token in between):
            return
        if name.label_ == "Person" and (several or name.root.dep_ == "attr" or not len(between)):
            yield name.root
            if not several:
                return


def _in_parse(office: Office) -> Iterator[Holder]:
    """The person to whom the parse makes the title an apposition."""
    if office.head.dep_ == "appos":
        yield from (Holder(person, "apposition", 0.7) for person in _people([office.head.head]))


def _people(tokens: list[Token]) -> Iterator[Token]:
    for token in (part for other in tokens for part in meant(other)):
        found = filler(token)
        if found is not None and found.type == "Person":
            yield token

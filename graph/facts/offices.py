"""The titles of offices in the text: the words as printed, the body that they are held in, and their status.

Titles are read from the surface, outwards from the noun that heads them, because a parse breaks on long names: to the
left up to a possessor, a name or an article, to the right through "of", "for", "to" and "at". The nouns are data
(offices.toml).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graph.facts.bodies import is_nationality
from graph.facts.office_words import is_joined, is_office_noun, lexicon
from graph.facts.phrases import chain_of, name_at
from graph.facts.scan import having

BODIES = frozenset({"Organization", "Place", "Group"})
JOINTS = frozenset({"of", "for", "to", "at", "in", "with", "from"})
NAMED = BODIES | {"Event", "Work", "Product", "Law"}
INCLUDING = frozenset({"including", "like"})
OPENING = frozenset({"DET", "PRON"})
INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "PRON", "X"})
MOST_TITLE_TAIL = 7
"""A longer "of ..." that names no body is a description, not a title."""


@dataclass(slots=True)
class Office:
    """A title in the text. `start` and `end` bound its printed words, `left` and `right` the whole phrase with the
    body; `body` is the head token of the body. `definite`: an article or a possessor opens the phrase;
    `named`: the body is a name. `peer`: the title that it is coordinated with."""

    head: Token
    start: int
    end: int
    left: int
    right: int
    body: Token | None = None
    status: str | None = None
    definite: bool = False
    named: bool = False
    peer: Office | None = None


def offices(doc: Doc) -> list[Office]:
    """Every title of the article, in text order; computed once."""
    found = doc.user_data.get("newsgraph.offices")
    if not isinstance(found, list):
        found = []
        for token in having(doc, lexicon().heads):
            covered = bool(found) and token.i < found[-1].end
            if not covered and (office := office_at(token)) is not None:
                _join(found[-1] if found else None, office)
                found.append(office)
        doc.user_data["newsgraph.offices"] = found
    return found


def _join(first: Office | None, second: Office) -> None:
    """Two titles with "and" between them share holder and body: "X, chairman and chief executive of the bank"."""
    between = second.head.doc[first.right : second.left] if first is not None else ()
    if first is not None and [token.lower_ for token in between] in (["and"], ["&"]):
        first.peer, second.peer = second, first
        first.body, second.body = first.body or second.body, second.body or first.body


def office_at(token: Token) -> Office | None:
    """The title that this noun heads, or None where it heads none, or one that says nothing by itself."""
    if not is_office_noun(token) or _is_named(token) or _next_is(token, {"'s", "’s"}):
        return None
    office = Office(token, token.i, token.i + 1, token.i, token.i + 1)
    _read_left(office)
    _read_suffix(office)
    _read_right(office)
    return office if _says_enough(office) else None


def printed_title(office: Office) -> str:
    """The words of the title as printed, in the singular where one of several holders is meant."""
    doc, head = office.head.doc, office.head
    noun = head.text
    if head.tag_ in {"NNS", "NNPS"}:
        singular = head.lemma_.lower() != head.lower_
        noun = noun[0] + head.lemma_[1:] if singular else noun.removesuffix("s")
    before, after = doc[office.start : head.i].text_with_ws, head.whitespace_ + doc[head.i + 1 : office.end].text
    return " ".join(f"{before}{noun}{after}".split())


def _is_named(token: Token) -> bool:
    """Whether the noun is a part of a longer name; a title alone is no name."""
    name = name_at(token)
    return name is not None and len(name) > 1


def _says_enough(office: Office) -> bool:
    word = office.head.lemma_.lower()
    if word in lexicon().needs_body:
        return office.body is not None
    return word not in lexicon().needs_words or office.body is not None or office.end - office.start > 1


# ── to the left ─────────────────────────────────────────────────────────────────────────────────────────────────
def _read_left(office: Office) -> None:
    """Takes in modifiers, the status and the body before the head: "former Civil Defense Authority director"."""
    doc, first = office.head.doc, office.head.sent.start
    while office.left > first:
        token = doc[office.left - 1]
        step = next((step for step in _STEPS if step(office, token)), None)
        if step is None or step in {_possessor, _article}:
            return


def _possessor(office: Office, token: Token) -> bool:
    """ "IOM's", "the union's": what stands before the mark is the body, and the phrase begins there."""
    if token.tag_ != "POS" or token.i == 0:
        return False
    owner = token.doc[token.i - 1]
    name = name_at(owner)
    if not office.named and (name is None or name.label_ in BODIES):
        office.body, office.named = (name.root, True) if name is not None else (owner, office.named)
    office.definite, office.left = True, name.start if name is not None else owner.left_edge.i
    return True


def _article(office: Office, token: Token) -> bool:
    """ "the", "its": the phrase begins there; the body is who "its" stands for."""
    if token.pos_ != "DET" and token.tag_ != "PRP$":
        return False
    office.definite, office.left = True, token.i
    if token.tag_ == "PRP$" and office.body is None and chain_of(token) is not None:
        office.body = token
    return True


def _name(office: Office, token: Token) -> bool:
    """ "Civil Defense Authority director", "Afghan Ambassador": a name before the title is the body."""
    name = name_at(token)
    if name is None or name.label_ not in BODIES or _is_field(office, token) or is_joined(name[0]):
        return False
    if not office.named and (name.label_ != "Group" or is_nationality(name.text)):
        office.body, office.named = name.root, True
    office.left = name.start
    return True


def _status(office: Office, token: Token) -> bool:
    """ "former", "acting", "deputy": the last is printed with the title."""
    status = lexicon().status.get(token.lower_)
    if status is None:
        return False
    office.status = office.status or status
    if token.lower_ in lexicon().printed:
        office.start = token.i
    office.left = token.i
    return True


def _acronym(office: Office, token: Token) -> bool:
    """The ")" of "the Electoral Commission (EC) chairman": the name stands before the bracket."""
    opening = token.i - 2
    if token.text != ")" or opening < 1 or token.doc[opening].text != "(":
        return False
    office.left = opening
    return True


def _hyphen(office: Office, token: Token) -> bool:
    if token.text not in {"-", "–"} or token.whitespace_ or token.i == 0 or token.doc[token.i - 1].whitespace_:
        return False
    office.left = token.i
    return True


def _modifier(office: Office, token: Token) -> bool:
    """A word of the title, or one that only describes the holder and is passed over ("veteran")."""
    name = name_at(token)
    if is_office_noun(token) and token.is_title != office.head.is_title:
        return False
    known = _is_field(office, token) or (name is None and token.lower_ in lexicon().modifiers)
    if not known and (name is not None or token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}):
        return False
    if office.body is None and token.pos_ == "NOUN" and token.lemma_.lower() in lexicon().bodies:
        office.body = token
    if _is_printed(token) and _touches(office, token):
        office.start = token.i
    office.left = token.i
    return True


_STEPS = (_possessor, _article, _status, _acronym, _name, _hyphen, _modifier)


def _is_field(office: Office, token: Token) -> bool:
    """Whether the word is a field of government of this title ("Labour Minister"), whatever it is tagged as."""
    return token.lower_ in lexicon().fields and office.head.lemma_.lower() in lexicon().governing


def _is_printed(token: Token) -> bool:
    if token.lemma_.lower() in lexicon().unprinted or (is_joined(token) and token.lower_ not in lexicon().modifiers):
        return False
    if token.pos_ in {"NOUN", "PROPN"}:
        return True
    return token.lower_ in lexicon().modifiers or (token.is_title and not token.is_sent_start)


def _touches(office: Office, token: Token) -> bool:
    return all(between.is_punct for between in token.doc[token.i + 1 : office.start])


# ── to the right ────────────────────────────────────────────────────────────────────────────────────────────────
def _read_suffix(office: Office) -> None:
    """Takes in "general", "at large", "-elect" after the head."""
    doc, end = office.head.doc, office.end
    while end + 1 < len(doc):
        at = end + _is_joint_hyphen(doc, end)
        word = doc[at].lower_
        second = at + 1 + (at + 2 < len(doc) and _is_joint_hyphen(doc, at + 1))
        pair = f"{word}-{doc[second].lower_}" if second < len(doc) else ""
        if word in lexicon().status and at > end:
            office.status = office.status or lexicon().status[word]
            office.right = at + 1
            return
        if pair in lexicon().suffixes:
            end = second + 1
        elif word in lexicon().suffixes and (at > end or doc[at].is_title == office.head.is_title):
            end = at + 1
        else:
            return
        office.end = office.right = end


def _is_joint_hyphen(doc: Doc, at: int) -> bool:
    return doc[at].text == "-" and not doc[at - 1].whitespace_ and not doc[at].whitespace_


def _read_right(office: Office) -> None:
    """Takes in "of", "for", "to", "at" ...: up to the body, or words of the title ("Secretary of State")."""
    doc = office.head.doc
    while office.right < len(doc) and doc[office.right].lower_ in JOINTS:
        joint = doc[office.right]
        end = _phrase_end(doc, joint.i + 1)
        if end == joint.i + 1:
            return
        body = _body_in(doc, joint.i + 1, end)
        towards = joint.lower_ == "to" or office.body is not None
        if body is not None and not (towards and _takes_object(office, joint)):
            if (office.body is not None and not _is_compound(office)) or not _may_hold(joint, body):
                return
            office.body, office.right = body, end
            return
        if not _lengthens(office, joint, end):
            return
        office.end = office.right = end


def _is_compound(office: Office) -> bool:
    """Whether the body so far is only a noun of the title ("team" in "team captain of X")."""
    return office.body is not None and office.start <= office.body.i < office.end


def _phrase_end(doc: Doc, start: int) -> int:
    """Where a noun phrase that starts here ends: before a person, a verb or a mark, never inside a name."""
    at, last = start, doc[start - 1].sent.end
    while at < last:
        name = name_at(doc[at])
        if name is not None:
            if name.label_ == "Person" and not _next_is(doc[name.end - 1], {"'s", "’s"}):
                break
            at = max(name.end, at + 1)
        elif doc[at].pos_ in OPENING and at > start and doc[at - 1].pos_ not in {"CCONJ", "ADP"}:
            break
        elif (
            doc[at].pos_ in INSIDE
            or (doc[at].tag_ == "VBG" and at > start and doc[at].lower_ not in INCLUDING)
            or _joins(doc, at, start)
        ):
            at += 1
        else:
            break
    while at > start and doc[at - 1].pos_ in {"DET", "CCONJ", "PART"}:
        at -= 1
    return at


def _joins(doc: Doc, at: int, start: int) -> bool:
    """Whether the token is an "and" or a hyphen inside a phrase: "West and Central Asia"."""
    if doc[at].text == "-":
        return at > start
    if doc[at].lower_ not in {"and", "&"} or at == start or at + 1 >= len(doc):
        return False
    following = name_at(doc[at + 1])
    return doc[at + 1].pos_ in {"PROPN", "ADJ", "NOUN"} and (following is None or following.label_ == "Place")


def _body_in(doc: Doc, start: int, end: int) -> Token | None:
    """The head of the body that a phrase names: its last name, or a noun like "army"."""
    name = name_at(doc[end - 1])
    if name is not None:
        return name.root if name.label_ in NAMED and name.text.lower() not in lexicon().fields else None
    noun = doc[end - 1]
    return noun if noun.lemma_.lower() in lexicon().bodies and noun.pos_ == "NOUN" else None


def _takes_object(office: Office, joint: Token) -> bool:
    """Whether the title goes on: "Ambassador to the United States", "IOM's Representative for Asia"."""
    if joint.lower_ == "to":
        return office.head.lemma_.lower() in lexicon().towards
    return joint.lower_ == "for"


def _may_hold(joint: Token, body: Token) -> bool:
    """ "in Kenya" is where, "in the government" is the body."""
    name = name_at(body)
    return joint.lower_ in {"of", "for", "at", "with", "from"} or (name is not None and name.label_ == "Organization")


def _lengthens(office: Office, joint: Token, end: int) -> bool:
    """Whether words that name no body belong to the title: a short "of ...", "for ..." or "to ..."."""
    if joint.lower_ == "to":
        return office.head.lemma_.lower() in lexicon().towards
    return joint.lower_ in {"of", "for"} and end - joint.i <= MOST_TITLE_TAIL


def _next_is(token: Token, words: set[str]) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in words

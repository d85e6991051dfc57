"""What stands behind the noun of a title: "general", "-elect", "of State", and the body that it is held in."""

from __future__ import annotations

from graph.facts.address import person_at
from graph.facts.memberships import has_members
from graph.facts.mentions import name_at
from graph.facts.office_words import BODIES, INCLUDING, Office, is_body_noun, is_joined, is_odd, lexicon
from graph.facts.parsed import Doc, Token

JOINTS = frozenset({"of", "for", "to", "at", "in", "with", "from", "representing"})
NAMED = BODIES | {"Event", "Work", "Product", "Law"}
OPENING = frozenset({"DET", "PRON"})
INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "PRON", "X"})
MOST_TITLE_TAIL = 7
"""A longer "of ..." that names no body is a description, not a title."""


def read_suffix(office: Office) -> None:
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
        elif word in lexicon().suffixes and _may_follow(office, doc[at]):
            end = at + 1
        elif doc[end].text == "(" and end + 3 < len(doc) and doc[end + 2].text == ")" and person_at(doc, end + 3):
            end = end if person_at(doc, end) else end + 3
            office.end = office.right = end
            return
        else:
            return
        office.end = office.right = end


def _may_follow(office: Office, word: Token) -> bool:
    """Whether the word ends the title: "general" does in "secretary general", not in "Minister General Ann Oak"."""
    ranked = word.lower_ != "general" or office.head.lower_ in lexicon().generals
    return ranked and (_is_joint_hyphen(word.doc, word.i - 1) or word.is_title == office.head.is_title)


def _is_joint_hyphen(doc: Doc, at: int) -> bool:
    return doc[at].text == "-" and not doc[at - 1].whitespace_ and not doc[at].whitespace_


def read_right(office: Office) -> None:
    """Takes in "of", "for", "to", "at" ...: up to the body, or words of the title ("Secretary of State")."""
    doc = office.head.doc
    while office.right < len(doc) and doc[office.right].lower_ in JOINTS:
        joint = doc[office.right]
        end = _phrase_end(doc, joint.i + 1)
        if end == joint.i + 1:
            return
        body = _body_in(doc, joint.i + 1, end) or _unknown_body(office, joint, doc[end - 1])
        towards = joint.lower_ == "to" or office.body is not None
        if body is not None and not (towards and _takes_object(office, joint)):
            if (office.body is not None and not _is_compound(office)) or not _may_hold(office, joint, body):
                office.right = _past_place(joint)
                return
            office.body, office.right = body, _past_place(doc[end]) if end < len(doc) else end
            return
        if not _lengthens(office, joint, end):
            return
        office.end = office.right = end


def read_behind(office: Office) -> None:
    """Takes the body behind the holder's name: "President X of Ghana", "Professor X of the University"; no party."""
    doc = office.head.doc
    name = person_at(doc, office.right) if office.body is None and office.right < len(doc) else None
    if name is None or name.end + 2 >= len(doc) or doc[name.end].lower_ != "of":
        return
    body = name_at(doc[name.end + 1 + (doc[name.end + 1].lower_ == "the")])
    if body is None or next_is(body[-1], {"'s", "’s"}):
        return
    ruled = body.label_ == "Place" and office.head.lemma_.lower() in lexicon().rulers
    if ruled or (body.label_ == "Organization" and not has_members(body)):
        office.body = body.root


def _is_compound(office: Office) -> bool:
    """Whether the body so far is only a noun of the title ("team" in "team captain of X")."""
    return office.body is not None and office.start <= office.body.i < office.end


def _phrase_end(doc: Doc, start: int) -> int:
    """Where a noun phrase that starts here ends: before a person, a verb or a mark, never inside a name."""
    at, last = start, doc[start - 1].sent.end
    while at < last:
        name = person_at(doc, at) or name_at(doc[at])
        if name is not None:
            if name.label_ == "Person" and not next_is(doc[name.end - 1], {"'s", "’s"}):
                break
            at = max(name.end, at + 1)
        elif doc[at].pos_ in OPENING and at > start and doc[at - 1].pos_ not in {"CCONJ", "ADP"}:
            break
        elif (
            doc[at].pos_ in INSIDE
            or (doc[at].tag_ == "VBG" and at > start and doc[at].lower_ not in INCLUDING)
            or (at > start and ((doc[at].tag_ == "VBN" and doc[at].dep_ == "amod") or is_joined(doc[at])))
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
    if following is None and name_at(doc[at - 1]) is not None:
        return False
    return doc[at + 1].pos_ in {"PROPN", "ADJ", "NOUN"} and (following is None or following.label_ == "Place")


def _body_in(doc: Doc, start: int, end: int) -> Token | None:
    """The head of the body that a phrase names: its last name, or a noun like "army"."""
    name = name_at(doc[end - 1])
    if name is not None:
        return name.root if name.label_ in NAMED and name.text.lower() not in lexicon().fields else None
    noun = doc[end - 1]
    pointed = is_body_noun(noun) or (noun.lemma_.lower() in lexicon().regions and doc[start].pos_ == "DET")
    return noun if pointed and noun.pos_ == "NOUN" else None


def _unknown_body(office: Office, joint: Token, last: Token) -> Token | None:
    """A body that no name was found for: "leader of Popular Strength", "lawmaker for Kuala Langat"."""
    words = lexicon()
    if name_at(last) is not None or joint.lower_ in {"to", "in", "with"}:
        return None
    if is_odd(last):
        return last
    title = last.lower_ in words.functions or last.lower_ in words.fields or last.lower_ in words.modifiers
    if last.pos_ != "PROPN" or not last.is_title or title or office.head.lemma_.lower() in words.governing:
        return None
    held = office.head.lemma_.lower() in words.bodied | words.seats
    long = last.nbor(-1).pos_ == "PROPN" and last.nbor(-1).is_title
    return last if held or long else None


def _past_place(joint: Token) -> int:
    """The index behind words that only say where the body is, right before who it is: "of Unicef in Chad, Ann Oak"."""
    doc = joint.doc
    name = name_at(doc[joint.i + 1]) if joint.lower_ in {"in", "at"} and joint.i + 1 < len(doc) else None
    if name is None or name.label_ != "Place" or name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return joint.i
    return name.end if person_at(doc, name.end + 1) is not None else joint.i


def _takes_object(office: Office, joint: Token) -> bool:
    """Whether the title goes on: "Ambassador to the United States", "IOM's Representative for Asia"."""
    if joint.lower_ == "to":
        return office.head.lemma_.lower() in lexicon().towards
    return joint.lower_ == "for"


def _may_hold(office: Office, joint: Token, body: Token) -> bool:
    """ "in Kenya" is where, "in the assembly" is the body, and so is the town of a "councillor in Oslo"."""
    name = name_at(body)
    inside = is_body_noun(body) if name is None else name.label_ == "Organization"
    inside = inside or (name is not None and office.head.lemma_.lower() in lexicon().seats)
    return joint.lower_ != "in" or inside


def _lengthens(office: Office, joint: Token, end: int) -> bool:
    """Whether words that name no body belong to the title: a short "of ...", "for ..." or "to ..."."""
    if (name := name_at(joint.doc[end - 1])) is not None and name.label_ == "Person":
        return False
    if joint.lower_ == "to":
        return office.head.lemma_.lower() in lexicon().towards
    return joint.lower_ in {"of", "for"} and end - joint.i <= MOST_TITLE_TAIL


def next_is(token: Token, words: set[str]) -> bool:
    """Whether the next token is one of these words."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in words

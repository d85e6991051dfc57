"""The titles of offices in the text: the words as printed, the body that they are held in, and their status.

Titles are read from the surface, outwards from the noun that heads them, because a parse breaks on long names: to the
left up to a possessor, a name or an article, to the right through "of", "for", "to" and "at". The nouns are data
(offices.toml).
"""

from __future__ import annotations

from graph.facts.mentions import name_at
from graph.facts.office_words import Office, is_office_noun, is_titular, lexicon
from graph.facts.offices_left import read_left
from graph.facts.offices_right import next_is, read_behind, read_right, read_suffix
from graph.facts.parsed import Doc, Token, once
from graph.facts.scan import having


@once
def offices(doc: Doc) -> list[Office]:
    """Every title of the article, in text order; computed once."""
    found: list[Office] = []
    for token in having(doc, lexicon().heads):
        covered = bool(found) and token.i < found[-1].end and _says_enough(found[-1])
        if not covered and (office := office_at(token)) is not None:
            _join(found[-1] if found else None, office)
            found.append(office)
    return [office for office in found if _says_enough(office)]


def _join(first: Office | None, second: Office) -> None:
    """Two titles with "and" between them share holder and body: "X, chairman and chief executive of the bank"."""
    between = second.head.doc[first.right : second.left] if first is not None else ()
    if first is not None and [token.lower_ for token in between if token.pos_ != "ADV"] in (["and"], ["&"]):
        first.peer, second.peer = second, first
        if first.status == second.status and second.head.doc[second.left].pos_ != "DET":
            first.body, second.body = _shared(first, second), _shared(second, first)


def _shared(office: Office, other: Office) -> Token | None:
    """The body of the title, or else the other's: a "lawyer and chairman of the bank" need not be the bank's lawyer."""
    lent = office.head.lemma_.lower() not in lexicon().needs_body - lexicon().sharing
    return office.body or (other.body if lent else None)


def office_at(token: Token) -> Office | None:
    """The title that this noun heads, or None where it heads none."""
    if not is_office_noun(token) or _is_named(token) or next_is(token, {"'s", "’s"}):
        return None
    office = Office(token, token.i, token.i + 1, token.i, token.i + 1)
    read_left(office)
    read_suffix(office)
    read_right(office)
    read_behind(office)
    return office


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
    return name is not None and len(name) > 1 and not is_titular(name)


def _says_enough(office: Office) -> bool:
    word = office.head.lemma_.lower()
    if word in lexicon().needs_body:
        return office.body is not None or office.head.doc[office.start].lower_ in lexicon().grades
    return word not in lexicon().needs_words or office.body is not None or office.end - office.start > 1

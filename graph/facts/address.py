"""Where the titles of address before a person's name begin: "Gen." in "Gen. Ann Oak", "Tan" in "Tan Sri Ann Oak"."""

from __future__ import annotations

from collections.abc import Mapping

from graph.facts.office_words import is_honorific, lexicon
from graph.facts.parsed import Doc, Token, Tokens, once
from graph.facts.phrases import name_at
from graph.facts.scan import names

MARKS = frozenset({".", "(", ")", "-"})
"""Marks inside a title of address: "Maj. Gen. (retd)"."""
MOST_DESCRIBING = 5
"""Between a title and the name of its holder stand at most so many words that say who that is."""


@once
def addresses(doc: Doc) -> Mapping[int, Tokens]:
    """The person's name by every token of its titles of address and by its own first token."""
    people = (name for name in names(doc) if name.label_ == "Person")
    return {at: name for name in people for at in range(_start(name), name.start + 1)}


def person_at(doc: Doc, at: int) -> Tokens | None:
    """The person whose titles of address or name begin here, or None."""
    return addresses(doc).get(at)


def described_at(doc: Doc, at: int) -> Tokens | None:
    """The person here, also behind what somebody is: "lawyer X", "former mill worker X"."""
    last = min(at + MOST_DESCRIBING, len(doc))
    if at + 1 < len(doc) and doc[at].lower_ == "the" and name_at(doc[at + 1]) is None:
        return person_at(doc, at + 1)
    while at < last:
        if (name := person_at(doc, at)) is not None:
            return name
        if doc[at].pos_ not in {"NOUN", "ADJ"} or doc[at].tag_ in {"NNS", "NNPS"} or name_at(doc[at]) is not None:
            return None
        at += 1
    return None


def _start(name: Tokens) -> int:
    doc, at, first = name.doc, name.start, name[0].sent.start
    start = at
    while at > first and (doc[at - 1].text in MARKS or _addresses(doc[at - 1])):
        at -= 1
        start = at if doc[at].text not in {".", ")", "-"} else start
    return start


def _addresses(token: Token) -> bool:
    """Whether the word is a title of address or an initial."""
    if name_at(token) is not None:
        return False
    word = token.lower_.rstrip(".")
    return word in lexicon().address or is_honorific(token) or (len(word) == 1 and token.is_upper)

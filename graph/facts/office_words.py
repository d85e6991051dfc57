"""The words of offices: what heads a title, what is printed with it, what is a body. The data is offices.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from graph.facts.parsed import Token, Tokens
from graph.language.lexicon import words as titles

BODIES = frozenset({"Organization", "Place", "Group"})
CHIEF = "chief"
"""A word of a title that a field may follow: "chief risk officer"."""
INCLUDING = frozenset({"including", "like"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The data of offices.toml."""

    heads: frozenset[str]
    needs_body: frozenset[str]
    needs_words: frozenset[str]
    towards: frozenset[str]
    modifiers: frozenset[str]
    fields: frozenset[str]
    governing: frozenset[str]
    suffixes: frozenset[str]
    unprinted: frozenset[str]
    bodies: frozenset[str]
    regions: frozenset[str]
    acronyms: frozenset[str]
    address: frozenset[str]
    generals: frozenset[str]
    seats: frozenset[str]
    rulers: frozenset[str]
    national: frozenset[str]
    captains: frozenset[str]
    bodied: frozenset[str]
    functions: frozenset[str]
    employers: frozenset[str]
    becoming: frozenset[str]
    naming: frozenset[str]
    own: frozenset[str]
    vacating: frozenset[str]
    following: frozenset[str]
    undeputed: frozenset[str]
    personal: frozenset[str]
    sharing: frozenset[str]
    ranks: frozenset[str]
    grades: frozenset[str]
    titular: frozenset[str]
    status: dict[str, str]
    printed: frozenset[str]
    running: dict[str, str]
    sitting: dict[str, str]
    composed: dict[str, str]
    parties: frozenset[str]
    partisan: frozenset[str]
    joining: dict[str, str | None]
    posts: dict[str, str]
    leaving: frozenset[str]


@dataclass(slots=True)
class Office:
    """A title in the text. `start` and `end` bound its printed words, `left` and `right` the whole phrase with the
    body; `body` is the head token of the body. `definite`: an article or a possessor opens the phrase;
    `named`: the body is a name; `party`: the party before the title ("Labour lawmaker"). `peer`: the title that it is
    coordinated with."""

    head: Token
    start: int
    end: int
    left: int
    right: int
    body: Token | None = None
    party: Token | None = None
    status: str | None = None
    definite: bool = False
    named: bool = False
    peer: Office | None = None


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The words of offices, read once."""
    data = tomllib.loads(resources.files("graph.facts").joinpath("offices.toml").read_text(encoding="utf-8"))
    return Lexicon(
        **{name: frozenset(text.split()) for name, text in data.items() if isinstance(text, str)},
        status=_by_word(data["status"]),
        running=_by_word(data["running"]),
        sitting=_by_word(data["sitting"]),
        composed=_by_word(data["composed"]),
        posts=_by_word(data["posts"]),
        joining={verb: None if status == "member" else status for verb, status in _by_word(data["joining"]).items()},
    )


def _by_word(table: dict[str, str]) -> dict[str, str]:
    """The table turned round: each word with the name of its entry.

    >>> _by_word({"head": "head run"})
    {'head': 'head', 'run': 'head'}
    """
    return {word: name for name, words in table.items() for word in words.split()}


def is_office_noun(token: Token) -> bool:
    """Whether the noun heads a title here: "general" does in "the general", "major" does not in "major general"."""
    words, word = lexicon(), token.lower_
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or not ({word, token.lemma_.lower()} & words.heads):
        return False
    if word in words.acronyms and not token.is_upper:
        return False
    if is_joined(token) and token.i > 1 and not _prefixes(token.doc[token.i - 2].lower_):
        return False
    return word not in words.modifiers or not _leads_on(token)


def _prefixes(word: str) -> bool:
    """Whether a title goes on behind the word and a hyphen: "vice-president", "then-president"."""
    words = lexicon()
    return word in words.modifiers or word in words.heads or word in words.status


def _leads_on(token: Token) -> bool:
    """Whether the word only opens the title that a later noun heads: "deputy" in "deputy prime minister"."""
    words, doc, at = lexicon(), token.doc, token.i + 1
    while at < len(doc) and not (token.is_lower and doc[at].is_title):
        word = doc[at]
        if {word.lower_, word.lemma_.lower()} & words.heads:
            return token.lower_ != CHIEF or word.lower_ not in words.ranks
        joint = word.text == "-" and not doc[at - 1].whitespace_
        between = at == token.i + 1 and word.pos_ == "NOUN" and token.lower_ == CHIEF
        if not (joint or between or word.lower_ in words.modifiers):
            return False
        at += 1
    return False


def is_body_noun(token: Token) -> bool:
    """Whether the noun is a body that somebody may hold an office in: "union", and not "city"."""
    noun = token.lemma_.lower()
    return noun in lexicon().bodies and noun not in lexicon().regions


def is_titular(name: Tokens) -> bool:
    """Whether all words of what was taken for a name are those of a title: "Health Secretary", "National Chairman"."""
    words = lexicon()
    opening = words.fields | words.modifiers | words.heads
    last = name[-1].lower_
    return last in words.titular or (last in words.heads and all(token.lower_ in opening for token in name))


def is_odd(token: Token) -> bool:
    """Whether the word has capitals inside, as only names have: "DA", "FinA"."""
    return token.is_alpha and token.text[1:] != token.text[1:].lower() and token.lower_ not in lexicon().functions


def is_honorific(token: Token) -> bool:
    """Whether the token is a title of address ("Dr", "General") that may stand between an office and a name."""
    return token.lower_.rstrip(".") in titles("titles", "honorifics")


def is_joined(token: Token) -> bool:
    """Whether a hyphen ties the word to the one before it ("pro-Beijing")."""
    return token.i > 0 and token.doc[token.i - 1].text == "-" and not token.doc[token.i - 1].whitespace_

"""The words of offices: what heads a title, what is printed with it, what is a body. The data is offices.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from spacy.tokens import Token

from graph.language.lexicon import words as titles


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
    employers: frozenset[str]
    becoming: frozenset[str]
    naming: frozenset[str]
    status: dict[str, str]
    printed: frozenset[str]
    running: dict[str, str]
    joining: dict[str, str | None]
    posts: dict[str, str]
    leaving: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The words of offices, read once."""
    data = tomllib.loads(resources.files("graph.facts").joinpath("offices.toml").read_text(encoding="utf-8"))
    return Lexicon(
        **{name: frozenset(text.split()) for name, text in data.items() if isinstance(text, str)},
        status=_by_word(data["status"]),
        running=_by_word(data["running"]),
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
    words = lexicon()
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or not {token.lower_, token.lemma_.lower()} & words.heads:
        return False
    if is_joined(token) and token.i > 1 and token.doc[token.i - 2].lower_ not in words.modifiers | words.heads:
        return False
    if token.lower_ not in words.modifiers:
        return True
    following = next((t for t in token.doc[token.i + 1 : token.i + 4] if t.lower_ not in words.modifiers), token)
    return following is token or not {following.lower_, following.lemma_.lower()} & words.heads


def is_honorific(token: Token) -> bool:
    """Whether the token is a title of address ("Dr", "General") that may stand between an office and a name."""
    return token.lower_.rstrip(".") in titles("titles", "honorifics")


def is_joined(token: Token) -> bool:
    """Whether a hyphen ties the word to the one before it ("pro-Beijing")."""
    return token.i > 0 and token.doc[token.i - 1].text == "-" and not token.doc[token.i - 1].whitespace_

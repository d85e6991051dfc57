"""The body that an office or a membership names; a nationality stands for its country where the article names that."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import lru_cache
from importlib import resources

from graph.facts.parsed import Doc, Token, once
from graph.facts.phrases import filler, name_at, phrase, referent, span_of
from graph.facts.scan import lemmas
from graph.facts.ties import words
from graph.language.lexicon import countries, fold, nationalities
from graph.model import Filler

MOST_WORDS_ELSEWHERE = 4
"""An article with fewer of the words of games does not tell of one."""
HOLDING = frozenset({"Organization", "Place", "Group", "Participant", "Event", "Product", "Work"})


def body_filler(token: Token) -> Filler | None:
    """The filler of a body: its name alone, the country for "Afghan", the words for "the union"."""
    found, name = filler(token) if referent(token).i == token.i else _plain(token), name_at(token)
    if found is None or found.type not in HOLDING | {"Thing"}:
        return None
    if name is None and token.pos_ == "PROPN" and found.chain is None:
        return _unknown(token, found)
    if name is None and token.tag_ != "PRP$":
        return replace(found, type="Participant") if found.type == "Thing" else found
    if name is None:
        return found if found.type in HOLDING else None
    if name.label_ == "Group" and (country := country_chain(token.doc, name.text)) is not None:
        return replace(found, chain=country, type="Place", span=span_of(name), text=name.text)
    return replace(found, span=span_of(name), text=name.text)


def _unknown(token: Token, found: Filler) -> Filler:
    """The capitalised words alone of a name that nobody knew: "the right-wing Popular Strength"."""
    doc, start = token.doc, token.i
    while start > token.sent.start and doc[start - 1].pos_ in {"PROPN", "NUM"} and name_at(doc[start - 1]) is None:
        start -= 1
    words = doc[start : token.i + 1]
    return replace(found, span=span_of(words), text=words.text, type="Participant")


def _plain(token: Token) -> Filler:
    """The words of a body that a name stands in apposition to: "governor of the Tyumen region, X"."""
    words = phrase(token)
    text = " ".join(words.text.split())
    return Filler(span_of(words), text, token.text, text.lower(), "Participant")


def is_nationality(words: str) -> bool:
    """Whether the words are a country's people or things.

    >>> is_nationality("Afghan"), is_nationality("Buddhist")
    (True, False)
    """
    return words.lower().replace("-", " ") in nationalities()


def is_country(name: str) -> bool:
    """Whether the name is that of a country.

    >>> is_country("Norway"), is_country("Oslo")
    (True, False)
    """
    return fold(name) in countries() or fold(name) in _nations().values()


def plays(doc: Doc) -> bool:
    """Whether the article tells of a game, in which a country is a team: it has several of the game's own words."""
    return len(words("sport", "nouns") & lemmas(doc)) >= MOST_WORDS_ELSEWHERE


def country_chain(doc: Doc, nationality: str) -> str | None:
    """The id of the chain of the country that a nationality word goes with, if the article names the country."""
    word = nationality.lower().replace("-", " ")
    known = _countries(doc)
    return known.get(nationalities().get(word, "")) or known.get(_nations().get(word, ""))


@once
def _countries(doc: Doc) -> dict[str, str]:
    """ISO code, or folded name of a nation without one → chain id, for every country that the article names."""
    found: dict[str, str] = {}
    for chain in doc.chains:
        for name in map(fold, chain.names if chain.type in {"Place", "Organization"} else ()):
            code = countries().get(name, name)
            if code != name or name in _nations().values():
                found.setdefault(code, chain.id)
    return found


@lru_cache(maxsize=1)
def _nations() -> dict[str, str]:
    data = tomllib.loads(resources.files("graph.facts").joinpath("offices.toml").read_text(encoding="utf-8"))
    return dict(data["nations"])

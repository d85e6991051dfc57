"""Paragraph → scene: where its elections are, by the phrase that opens the story of them.

"In the Hill constituency, A was elected. B was defeated." Both are told of Hill; a phrase with another name ends it.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.lexicon import lexicon
from graph.facts.naming import naming_places
from graph.facts.parsed import Token

OPENING = frozenset({"In", "At"})
"""Prepositions as they are written where a sentence starts."""

POINTING = frozenset({"this", "that", "the"})


def scene(token: Token) -> list[Token]:
    """The named places of the last phrase before the token that opens a sentence of its paragraph with a district."""
    return next((places for places in map(_opened, _before(token)) if places), [])


def district_meant(token: Token) -> list[Token]:
    """The named places that "this district" stands for in a paragraph that opens with one."""
    pointing = any(child.lower_ in POINTING for child in token.lefts)
    return scene(token) if pointing and token.lower_ in lexicon().districts and not naming_places(token) else []


def _before(token: Token) -> Iterator[Token]:
    """The tokens before a token in its paragraph, the nearest first."""
    doc = token.doc
    for i in range(token.i - 1, -1, -1):
        if "\n" in doc[i].text:
            return
        yield doc[i]


def _opened(preposition: Token) -> list[Token]:
    if preposition.text not in OPENING or preposition.dep_ != "prep":
        return []
    districts = [t for t in preposition.rights if t.dep_ == "pobj" and t.lower_ in lexicon().districts]
    return [place for district in districts for place in naming_places(district)]

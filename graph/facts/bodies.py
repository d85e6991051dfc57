"""The body that an office or a membership names; a nationality stands for its country where the article names that."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from graph.facts.phrases import filler, name_at, span_of
from graph.language.lexicon import countries, fold, nationalities
from graph.model import Filler

HOLDING = frozenset({"Organization", "Place", "Group", "Participant", "Event", "Product", "Work"})


def body_filler(token: Token) -> Filler | None:
    """The filler of a body: its name alone, the country for "Afghan", the words for "the union"."""
    found, name = filler(token), name_at(token)
    if found is None or found.type not in HOLDING | {"Thing"}:
        return None
    if name is None:
        return found if token.tag_ != "PRP$" or found.type in HOLDING else None
    if name.label_ == "Group" and (country := country_chain(token.doc, name.text)) is not None:
        return replace(found, chain=country, type="Place", span=span_of(name), text=name.text)
    return found


def is_nationality(words: str) -> bool:
    """Whether the words are a country's people or things.

    >>> is_nationality("Afghan"), is_nationality("Buddhist")
    (True, False)
    """
    return words.lower().replace("-", " ") in nationalities()


def country_chain(doc: Doc, nationality: str) -> str | None:
    """The id of the chain of the country that a nationality word goes with, if the article names the country."""
    code = nationalities().get(nationality.lower().replace("-", " "))
    return _countries(doc).get(code) if code else None


def _countries(doc: Doc) -> dict[str, str]:
    """ISO code → chain id, for every country that the article names."""
    found = doc.user_data.get("newsgraph.countries")
    if not isinstance(found, dict):
        found = {}
        for chain in doc._.chains:
            if chain.type in {"Place", "Organization"}:
                for name in chain.names:
                    if (code := countries().get(fold(name))) is not None:
                        found.setdefault(code, chain.id)
        doc.user_data["newsgraph.countries"] = found
    return found

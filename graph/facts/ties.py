"""How the finders of relations build one: fillers by name, the sentence as evidence, and the words they look for."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import lru_cache
from importlib import resources

from graph.facts.factuality import factuality
from graph.facts.parsed import Token, Tokens, once_each
from graph.facts.phrases import filler, name_at, referent, sentence_span, span_of
from graph.model import Filler, Relation


@once_each
def named(token: Token) -> Filler | None:
    """The filler of a token, with the words of its name alone where it stands in one."""
    found, name = filler(token), name_at(referent(token))
    if found is None or name is None:
        return found
    span = span_of(name)
    return found if found.span == span else replace(found, span=span, text=name.text)


def tie(
    subject: Filler | None, predicate: str, thing: Filler | None, trigger: Tokens, *, rule: str, confidence: float
) -> Relation | None:
    """A relation between two different things, or None. Its factuality is that of a verb or noun in the trigger."""
    if subject is None or thing is None or (subject.chain is not None and subject.chain == thing.chain):
        return None
    return Relation(
        subject=subject,
        predicate=predicate,
        object=thing,
        trigger=span_of(trigger),
        evidence=sentence_span(trigger.root),
        rule=f"relation:{rule}",
        confidence=confidence,
        factuality=factuality(trigger.root) if trigger.root.pos_ == "VERB" else "asserted",
    )


@lru_cache(maxsize=32)
def words(section: str, key: str) -> frozenset[str]:
    """The words of one entry of relations.toml."""
    return frozenset(_data()[section][key].split())


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files("graph.facts").joinpath("relations.toml").read_text(encoding="utf-8"))

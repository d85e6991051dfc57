"""Things across articles, comparisons between them, and triples with their evidence."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model.article import Span


@dataclass(frozen=True, slots=True)
class Member:
    """One chain with a name, as identity sees it: `iri` is its own, whatever it is merged into.

    `names` are distinct, best first. `gender` is "m" or "f" where the article tells; `countries` are the ISO
    codes of the countries that the article is about, most mentioned first; `titles` the offices that it gives.
    """

    iri: str
    article: str
    chain: str
    type: str
    names: tuple[str, ...]
    honorific: str | None = None
    gender: str | None = None
    countries: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing across articles: `id` is the smallest of its members' IRIs (by hash), `label` its best name.

    `reasons` tell of each member why it was joined: its IRI, a score and words; `same_as` is the IRI that a user's
    gazetteer knows it by.
    """

    id: str
    type: str
    label: str
    names: tuple[str, ...]
    members: tuple[Member, ...]
    reasons: tuple[tuple[str, float, str], ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A comparison of two members that explains itself. `judgement` is "same", "not the same" or "unsure"."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]
    judgement: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple with its evidence. `subject` and `object` are merged IRIs (or a literal's text), `source_subject` and
    `source_object` the article's own where they differ; `evidence` are sentences; `words` the filler as written."""

    id: str
    subject: str
    predicate: str
    object: str
    evidence: tuple[Span, ...]
    rule: str
    confidence: float
    source_subject: str | None = None
    source_object: str | None = None
    words: str | None = None
    antecedent: str | None = None
    literal: bool = field(default=False)

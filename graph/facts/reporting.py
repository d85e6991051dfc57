"""The words that say that somebody said something, and what one such word brings in.

A `Saying` is a claim in tokens: its cue, who speaks to whom, and the tokens of what is said. `speech` finds them in
clauses, `quoted` in quotations; `claims` turns them into facts. The words themselves are data (reporting.toml).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import Any

from graph.facts.holders import holder_of
from graph.facts.naming import meant
from graph.facts.parsed import Doc, Token, once
from graph.facts.phrases import is_participant_noun
from graph.facts.syntax import conjuncts, is_passive, objects, prepositional, subjects
from graph.facts.ties import named
from graph.model import Filler

SPEAKING = frozenset({"Person", "Organization", "Group", "Place", "Participant"})
"""Types that can speak and be spoken to by themselves; a thing speaks only if it is a source ("the report")."""
WRITTEN = frozenset({"Work", "Law"})
FIRST_OR_SECOND = frozenset({"i", "we", "you", "me", "us"})
HEARERS = frozenset({"to", "before"})
FLAGS = ("opinion", "thought", "addressed", "evidential", "impersonal")
NEGATIVE = frozenset({"not", "n't", "never", "no"})


@dataclass(frozen=True, slots=True)
class Verb:
    """How a reporting verb takes what is said. The fields are those of reporting.toml."""

    forms: frozenset[str]
    opinion: bool = False
    thought: bool = False
    addressed: bool = False
    evidential: bool = False
    impersonal: bool = False
    objects: frozenset[str] = frozenset()
    hearers: frozenset[str] = HEARERS


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The data of reporting.toml, by lemma."""

    verbs: dict[str, Verb]
    sources: frozenset[str]
    relays: frozenset[str]
    nouns: frozenset[str]
    givers: frozenset[str]
    adverbs: frozenset[str]
    passives: frozenset[str]
    hearing: frozenset[str]
    backshifted: frozenset[str]
    questions: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim in tokens. `words` are indices of what is said, in order; `reach` the cue and its attribution."""

    cue: Token
    words: tuple[int, ...]
    speakers: tuple[Filler, ...]
    rule: str
    confidence: float
    recipients: tuple[Filler, ...] = ()
    verbatim: bool = False


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The reporting words, read once."""
    data = tomllib.loads(resources.files("graph.facts").joinpath("reporting.toml").read_text(encoding="utf-8"))
    words = {key: _words(data[table][key]) for table, key in _TABLES}
    return Lexicon(
        verbs=_verbs(data["verbs"]),
        sources=words["sources"],
        relays=words["relays"],
        nouns=words["nouns"],
        givers=words["givers"],
        adverbs=words["adverbs"],
        passives=words["passives"],
        hearing=words["hearing"],
        backshifted=words["backshifted"],
        questions=words["questions"],
        places=words["places"],
    )


_TABLES = (
    ("things", "sources"),
    ("things", "relays"),
    ("noun_cues", "nouns"),
    ("noun_cues", "givers"),
    ("hearsay", "adverbs"),
    ("hearsay", "passives"),
    ("hearsay", "hearing"),
    ("carried", "backshifted"),
    ("carried", "questions"),
    ("about", "places"),
)


def reporting_verb(token: Token) -> Verb | None:
    """How the token reports, or None where it is no reporting verb."""
    if token.pos_ not in {"VERB", "AUX"}:
        return None
    return lexicon().verbs.get(token.lemma_.lower())


def can_speak(token: Token) -> Filler | None:
    """The token's filler if it names somebody or something that says things, else None."""
    found = _best(token)
    if found is None or found.type in SPEAKING or found.type in WRITTEN or found.head.lower() in lexicon().sources:
        return found
    return found if token.lemma_.lower() in lexicon().sources else None


def speakers(cue: Token) -> tuple[Filler, ...] | None:
    """Who says it: the subjects, or after a passive those after "by". Empty: nobody is named or the pronoun is open.

    None where the subject is a thing that says nothing ("the move shows that ..."), or where there is none.
    """
    if is_passive(cue):
        agents = [obj for prep, obj in prepositional(cue) if prep.dep_ == "agent" or prep.lower_ == "by"]
        return tuple(_fillers(agents))
    heads = subjects(cue)
    if not heads:
        return None
    found = tuple(_fillers(heads))
    return found if found or any(head.pos_ == "PRON" for head in heads) else None


def recipients(cue: Token, verb: Verb) -> tuple[Filler, ...]:
    """To whom it is said: the object of "tell", who is told in the passive, and "to reporters"."""
    heads = [obj for prep, obj in prepositional(cue) if prep.lower_ in verb.hearers]
    heads += [child for child in cue.children if child.dep_ == "dative" and child.pos_ != "ADP"]
    if verb.addressed:
        heads += subjects(cue) if is_passive(cue) else objects(cue)
    return tuple(found for found in _fillers(heads) if found.type in SPEAKING)


def is_source(found: Filler) -> bool:
    """Whether it shows things rather than saying them: a report, a body; no person."""
    return found.type not in {"Person", "Participant", "Group"}


def is_first_or_second(cue: Token) -> bool:
    """Whether the speaker of the sentence or the reader is the subject ("I think")."""
    return any(head.lower_ in FIRST_OR_SECOND for head in subjects(cue))


def sentence_words(token: Token) -> set[int]:
    """The indices of the words of a token's sentence, without white space."""
    return {t.i for t in token.sent if not t.is_space}


def is_infinitive(token: Token) -> bool:
    """Whether the verb has a "to" or is a participle."""
    return any(child.tag_ == "TO" for child in token.lefts) or token.tag_ == "VBG"


def is_negated(token: Token) -> bool:
    """Whether a "not" or "never" stands directly on the token."""
    return any(child.dep_ == "neg" or child.lower_ in NEGATIVE for child in token.children)


def tokens(root: Token) -> set[int]:
    """The indices of everything below a token, itself included."""
    return set(range(root.left_edge.i, root.right_edge.i + 1))


@once
def after_dateline(doc: Doc) -> int:
    """The index of the first token after the dateline; what stands in it speaks and says nothing."""
    dateline = doc.article.dateline
    end = dateline.span.end if dateline is not None and dateline.place is not None else 0
    return next((token.i for token in doc if token.idx >= end), len(doc))


def _fillers(heads: Iterable[Token]) -> list[Filler]:
    """The fillers of the heads and their conjuncts, once each; a description right before a name is that name's."""
    found: dict[object, Filler] = {}
    for head in heads:
        for token in (part for other in conjuncts(head) for part in meant(other)):
            if token.i >= after_dateline(token.doc) and (speaker := can_speak(token)) is not None:
                found.setdefault(speaker.chain or speaker.span, speaker)
    names = [speaker.span.start for speaker in found.values() if speaker.type == "Person"]
    return [s for s in found.values() if s.type == "Person" or not any(0 < at - s.span.end <= 2 for at in names)]


def _best(token: Token) -> Filler | None:
    """The filler of the token; of a title that of its holder, of a description with a name in apposition the name's."""
    holder = holder_of(token)
    if holder is not None:
        return named(holder)
    found = named(token)
    if found is not None and found.chain is None and is_participant_noun(token):
        for child in token.rights:
            apposed = named(child) if child.dep_ == "appos" else None
            if apposed is not None and apposed.chain is not None:
                return apposed
    return found


def _verbs(groups: Iterable[dict[str, Any]]) -> dict[str, Verb]:
    """Each verb with how it reports; one of several groups takes the forms of all."""
    found: dict[str, Verb] = {}
    for group in groups:
        verb = _verb(group)
        for lemma in group["lemmas"].split():
            known = found.get(lemma)
            found[lemma] = (
                replace(known, forms=known.forms | verb.forms, hearers=known.hearers | verb.hearers)
                if known is not None
                else verb
            )
    return found


def _verb(group: dict[str, Any]) -> Verb:
    flags = {flag: bool(group.get(flag)) for flag in FLAGS}
    return Verb(
        frozenset(group["forms"]),
        **flags,
        objects=_words(group.get("objects", "")),
        hearers=HEARERS | _words(group.get("hearers", "")),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())

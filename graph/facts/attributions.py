"""Attributions without a subject and a clause: "according to X", "citing X", "reportedly", "the claim that ...".

Each finder takes a cue and yields `Saying`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.facts.naming import meant
from graph.facts.parsed import Token
from graph.facts.phrases import is_participant_noun
from graph.facts.reporting import (
    Saying,
    can_speak,
    is_infinitive,
    lexicon,
    recipients,
    reporting_verb,
    sentence_words,
    speakers,
    tokens,
)
from graph.facts.syntax import FINITE, conjuncts, is_passive, subjects
from graph.model import Filler

ASKING = frozenset({"WRB", "WP", "WDT"})
"""Tags of words that open a question: who "learned which road was closed" was told nothing that is repeated."""


def according(cue: Token) -> Iterator[Saying]:
    """ "According to X, ...": X speaks; "quoting Y" beside it makes Y a further speaker of the same words."""
    sources = [obj for prep in cue.children if prep.lower_ == "to" for obj in prep.children if obj.dep_ == "pobj"]
    if not sources:
        return
    who = _speaking(sources)
    relays = [token for token in (*cue.children, *cue.head.children) if _is_relay(token)]
    cut = _phrase(cue, sources[0]).union(*map(tokens, relays))
    words = tuple(sorted(_clause_of(cue) - cut))
    if words:
        yield Saying(cue, words, who, "according", 0.9)
        yield from _relayed(relays, words)


def with_relays(saying: Saying) -> Iterator[Saying]:
    """The saying without a relay in or beside it, and the same words by whom it relays: "..., citing officials"."""
    doc = saying.cue.doc
    relays = [token for token in saying.cue.children if _is_relay(token)]
    relays += [doc[i] for i in saying.words if doc[i - 1].text == "," and _is_relay(doc[i])]
    if not relays:
        yield saying
        return
    words = tuple(sorted(set(saying.words).difference(*map(tokens, relays))))
    if words:
        yield replace(saying, words=words)
        yield from _relayed(relays, words)


def _relayed(relays: list[Token], words: tuple[int, ...]) -> Iterator[Saying]:
    for relay in relays:
        if further := _objects(relay):
            yield Saying(relay, words, further, "relay", 0.85)


def _is_relay(token: Token) -> bool:
    return token.tag_ == "VBG" and token.lemma_ in lexicon().relays


def _phrase(cue: Token, source: Token) -> set[int]:
    """ "according to X" with what stands in apposition to X, up to the clause.

    The parse may take the apposition for a part of the clause: "According to the chair, Judge X, no one ...".
    """
    doc, end = source.doc, source.right_edge.i
    name = doc[min(end + 2, len(doc) - 1)]
    beyond = next((i for i in range(name.i, cue.sent.end) if doc[i].text == ","), None)
    if doc[end + 1 : end + 2].text == "," and is_participant_noun(source) and beyond is not None:
        apposed = [entity for entity in doc[name.i : beyond].ents if entity.label_ == "Person" and entity.end == beyond]
        end = beyond if apposed and not any(t.pos_ in {"VERB", "AUX"} for t in doc[name.i : beyond]) else end
    return set(range(cue.left_edge.i, end + 1))


def _clause_of(cue: Token) -> set[int]:
    """The clause that "according to" attributes: the whole sentence where a comma sets it off or it comes first."""
    head, sentence = cue.head, cue.sent
    while head.pos_ not in {"VERB", "AUX"} and head.head != head:
        head = head.head
    ends = cue.i <= sentence.start + 1 or (cue.i > sentence.start and sentence.doc[cue.i - 1].text == ",")
    inside = any(token.dep_ == "relcl" for token in (head, *head.ancestors)) and head.dep_ != "ROOT"
    if ends and not inside:
        return sentence_words(cue)
    words = tokens(head)
    noun = head.head if head.dep_ == "relcl" else None
    return words | set(range(noun.left_edge.i, noun.i + 1)) if noun is not None else words


def _objects(verb: Token) -> tuple[Filler, ...]:
    return _speaking(child for child in verb.children if child.dep_ == "dobj")


def _speaking(heads: Iterable[Token]) -> tuple[Filler, ...]:
    """Those of the heads, of what is coordinated with them and of what plurals stand for that can say things."""
    named = (part for head in heads for token in conjuncts(head) for part in meant(token))
    return tuple(found for token in named if (found := can_speak(token)) is not None)


def hearsay(cue: Token) -> Iterator[Saying]:
    """ "The navy reportedly saved 200 more": said by nobody who is named."""
    head = cue.head
    words = tokens(head) - {cue.i}
    for child in head.children:
        if child.dep_ == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children):
            words -= tokens(child)
    if words:
        yield Saying(cue, tuple(sorted(words)), (), "hearsay", 0.8)


def heard(cue: Token) -> Iterator[Saying]:
    """What nobody who is named says, or only those after "by".

    "He is believed to have left", "It is understood that he left", "The court heard that he left".
    """
    lemma, passive = cue.lemma_, is_passive(cue)
    if lemma in lexicon().passives and passive:
        words = _passive_content(cue)
    elif lemma in lexicon().hearing and not passive and subjects(cue):
        words = set().union(*map(tokens, (c for c in _clauses(cue) if c.left_edge.tag_ not in ASKING)))
    else:
        return
    if words:
        yield Saying(cue, tuple(sorted(words)), speakers(cue) or () if passive else (), "hearsay", 0.8)


def _passive_content(cue: Token) -> set[int]:
    """ "He ... to have left" or "(It is understood) that he left"; empty where the passive says nothing."""
    subject = [child for child in cue.children if child.dep_ in {"nsubjpass", "expl"}]
    if any(child.lower_ == "it" for child in subject):
        return set().union(*map(tokens, _clauses(cue)))
    infinitives = [child for child in cue.children if child.dep_ == "xcomp" and is_infinitive(child)]
    if not infinitives:
        return set()
    words = set().union(*map(tokens, infinitives), *(tokens(head) - tokens(cue) for head in subjects(cue)))
    return words.union(*map(tokens, subject))


def _clauses(cue: Token) -> list[Token]:
    """The finite clauses that the cue takes."""
    found = [child for child in cue.children if child.dep_ == "ccomp"]
    return [clause for clause in found if any(t.tag_ in FINITE for t in (clause, *clause.lefts))]


def by_noun(cue: Token) -> Iterator[Saying]:
    """ "The union's claim that ...", "came to the conclusion that ...", "told the paper in a statement that ..."."""
    giver = cue.head.head if cue.dep_ == "pobj" else cue.head
    for clause in cue.children:
        if clause.dep_ in {"acl", "ccomp"} and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts):
            words, verb = tuple(sorted(tokens(clause))), reporting_verb(giver)
            if verb is not None and cue.dep_ == "pobj":
                yield Saying(giver, words, speakers(giver) or (), "clause", 0.85, recipients(giver, verb))
            else:
                yield Saying(cue, words, _owners(cue), "noun", 0.8)


def _owners(noun: Token) -> tuple[Filler, ...]:
    heads = [child for child in noun.children if child.dep_ == "poss"]
    heads += [obj for prep in noun.children if prep.lower_ in {"by", "from"} for obj in prep.children]
    giver = noun.head.head if noun.dep_ == "pobj" else noun.head
    if not heads and giver.pos_ == "VERB" and giver.lemma_ in lexicon().givers and noun.dep_ in {"dobj", "pobj"}:
        heads = subjects(giver)
    return _speaking(heads)

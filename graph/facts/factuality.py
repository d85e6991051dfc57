"""How certain an event is: negated, planned, possible, reported or asserted, from its own clause and those above it.

The cues are data (`factuality.toml`). An event starts as asserted; each cue on the way up from its trigger adds one
verdict, two negations cancel, and the first of `model.FACTUALITIES` that was found applies. What stands in somebody's
words is made "reported" by `facts.attributed`, not here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources

from graph.facts.lexicon import lexicon
from graph.facts.parsed import Doc, Token, once
from graph.facts.syntax import PRESENT, SUBJECTS, has
from graph.model import FACTUALITIES

Cues = Mapping[str, str]
"""Word → verdict."""

INFLECTED = frozenset({"VB", "VBN", "VBG"})
"""A conjunct in one of these forms shares the auxiliaries of the first ("will help and support")."""
MOST_STEPS = 8
INDEFINITE = frozenset({"a", "an", "any", "some"})
"""Determiners of what is only wanted ("wants a plan that satisfies the banks")."""


def factuality(trigger: Token) -> str:
    """The factuality of the event that this verb, noun or adjective tells of, before claims are looked at."""
    found = list(_verdicts(trigger))
    if not found:
        return "asserted"
    if found.count("negated") % 2 == 0:
        found = [verdict for verdict in found if verdict != "negated"]
    return next(verdict for verdict in FACTUALITIES if verdict == "asserted" or verdict in found)


def _verdicts(trigger: Token) -> Iterator[str]:
    if trigger.pos_ in {"NOUN", "PROPN"}:
        yield from _of_noun(trigger)
    else:
        yield from _of_verb(trigger, MOST_STEPS)
    if _tells_of_works(trigger.doc) and _is_depicted(trigger):
        yield "reported"
    sentence = trigger.sent
    if sentence[-1].text == "?" or (len(sentence) > 1 and sentence[-2].text == "?"):
        yield "possible"


@once
def _tells_of_works(doc: Doc) -> bool:
    """Whether the article has a word for a work of art."""
    return not cues("works").keys().isdisjoint(doc.words.lemma)


def _is_depicted(trigger: Token) -> bool:
    """Whether a work of art tells of it: "The film shows X being arrested", "In the novel, X is killed"."""
    works = cues("works")
    for verb in (trigger, *trigger.ancestors):
        inside = (prep for prep in verb.children if prep.lower_ == "in" and verb.tag_ in PRESENT)
        if any(obj.lemma_ in works for prep in inside for obj in prep.children):
            return True
        below = verb.i != trigger.i and verb.lemma_ in cues("depicting")
        if below and any(child.dep_ == "nsubj" and child.lemma_ in works for child in verb.children):
            return True
    return False


# ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────
def _of_verb(verb: Token, steps: int) -> Iterator[str]:
    yield from _own(verb)
    if _is_generic(verb):
        yield "possible"
    if steps:
        yield from _above(verb, steps - 1)


def _own(verb: Token) -> Iterator[str]:
    """What the verb's own auxiliaries, adverbs, subordinator and negative arguments say."""
    children = list(verb.children)
    carrier = verb.head if verb.dep_ in {"acomp", "attr", "oprd"} and verb.head.pos_ == "AUX" else None
    for child in children + (list(carrier.children) if carrier is not None else []):
        if child.dep_ == "neg":
            yield "negated"
        elif child.dep_ in {"aux", "auxpass"}:
            yield from _auxiliary(child, children)
        elif child.dep_ in {"advmod", "preconj"} or (child.dep_ == "cc" and child.i < verb.i):
            yield from _verdict("adverbs", child)
            if verb.dep_ == "advcl" and _is_present(verb, children):
                yield from _verdict("temporal", child)
        elif child.dep_ == "mark":
            yield from _verdict("marks", child)
            if child.i and verb.dep_ == "advcl" and f"{child.doc[child.i - 1].lower_} {child.lower_}" in cues("marks"):
                yield cues("marks")["so that"]
            if _is_present(verb, children):
                yield from _verdict("temporal", child)
            if verb.tag_ in PRESENT:
                yield from _verdict("ahead", child)
        elif child.dep_ in SUBJECTS or child.dep_ in {"dobj", "attr"}:
            yield from _negative_argument(child)


def _is_present(verb: Token, children: Sequence[Token]) -> bool:
    """Whether a clause is in the present tense, no perfect: "after his house is sold", "before they arrive"."""
    finite = next((c for c in children if c.dep_ in {"aux", "auxpass"} and c.tag_ in PRESENT), verb)
    return finite.tag_ in PRESENT and not (finite is not verb and finite.lemma_ == "have")


def _auxiliary(auxiliary: Token, siblings: list[Token]) -> Iterator[str]:
    verb = auxiliary.head
    verdict = cues("auxiliaries").get(auxiliary.lower_)
    if auxiliary.lower_ == "'d" and verb.tag_ != "VB":
        return
    if verdict == "planned" and auxiliary.lower_ in {"would", "'d"}:
        unreal = any(c.dep_ == "aux" and c.lemma_ == "have" for c in siblings)
        yield "possible" if unreal or _conditional(verb) else "planned"
    elif verdict:
        yield verdict
    elif auxiliary.lower_ == "to" and verb.dep_ == "ROOT":
        yield "planned"
    elif auxiliary.lower_ == "had" and _inverted(auxiliary):
        yield "possible"


def _conditional(verb: Token) -> bool:
    return any(c.dep_ == "advcl" and any(m.lower_ in cues("marks") for m in c.children) for c in verb.children)


def _inverted(auxiliary: Token) -> bool:
    return any(c.dep_ in SUBJECTS and c.i > auxiliary.i for c in auxiliary.head.children)


def _negative_argument(argument: Token) -> Iterator[str]:
    if argument.lower_ in cues("negatives") or any(
        c.dep_ in {"det", "neg", "preconj", "cc"} and c.lower_ in cues("negatives") for c in argument.children
    ):
        yield "negated"


def _above(verb: Token, steps: int) -> Iterator[str]:
    """What the clause above says of this one."""
    head = verb.head
    if head.i == verb.i:
        return
    if verb.dep_ in {"xcomp", "acomp"} or (verb.dep_ == "ccomp" and (_infinitive(verb) or _bare(verb))):
        yield from _below_governor(verb, head, steps)
    elif verb.dep_ == "ccomp":
        yield from _told_by(head)
    elif verb.dep_ == "conj":
        yield from _beside(verb, head, steps)
    elif verb.dep_ == "advcl":
        yield from _adverbial(verb, head, steps)
    elif verb.dep_ == "pcomp":
        yield from _after_preposition(verb, head, steps)
    elif verb.dep_ in {"acl", "relcl"} and _infinitive(verb):
        yield from _below_noun(verb, head)
    elif verb.dep_ in {"acl", "relcl"} and _states(verb):
        done = verb.tag_ == "VBD" or any(child.lemma_ == "have" for child in verb.lefts if child.dep_ == "aux")
        open_ = not done or any(child.tag_ == "MD" for child in verb.lefts)
        # What was planned stands with a modal; "the appeal that the union lodged" was lodged.
        yield from (verdict for verdict in _verdict("nouns", head) if verdict != "planned" or open_)
    elif verb.dep_ == "relcl" and verb.tag_ in PRESENT and any(c.lower_ in INDEFINITE for c in head.lefts):
        yield from _wanted(head.head) if head.dep_ == "dobj" else ()
    elif verb.dep_ == "acl" and verb.tag_ == "VBG" and head.dep_ == "pobj":
        yield from _verdict("topics", head.head)
    elif verb.dep_ == "relcl" and head.dep_ == "attr" and any(c.lower_ == "it" for c in head.head.children):
        yield from _own(head.head)


def _wanted(verb: Token) -> Iterator[str]:
    """What a verb that governs both clauses and things says of its object ("want", "seek")."""
    if verb.lemma_ in cues("governors"):
        yield from _object_of(verb, verb.lemma_.lower())


def _told_by(governor: Token) -> Iterator[str]:
    """What the verb or adjective above a finite complement says: "denied that …", "it is not true that …"."""
    words = [governor, *(child for child in governor.children if child.dep_ == "acomp")]
    for word in words:
        yield from _verdict("contents", word)
    if "negated" in _own(governor):
        yield "negated" if any(word.lower_ in cues("truths") for word in words) else "possible"


def _bare(verb: Token) -> bool:
    """Whether it is an infinitive without "to", with its subject before it: "helped him win"."""
    return verb.tag_ == "VB" and not any(child.dep_ in {"aux", "mark"} for child in verb.children)


def _states(verb: Token) -> bool:
    """Whether a clause on a noun is its content, no relative clause: "the rumour that the king had died"."""
    that = any(child.lower_ == "that" for child in verb.lefts)
    return that and any(child.dep_ in SUBJECTS and child.lower_ != "that" for child in verb.lefts)


def _below_governor(verb: Token, governor: Token, steps: int) -> Iterator[str]:
    verdict = None if governor.lower_ in cues("transparent") else _look_up("governors", governor)
    if verdict is None and _infinitive(verb) and _look_up("transparent", governor) is None:
        verdict = "planned"
    if verdict:
        yield verdict
    yield from _of_verb(governor, steps)


def _beside(verb: Token, first: Token, steps: int) -> Iterator[str]:
    if any(child.dep_ == "cc" and child.lower_ == "nor" and child.i < verb.i for child in first.rights):
        yield "negated"
    added = [child for child in verb.children if child.dep_ in {"aux", "auxpass"} or child.dep_ in SUBJECTS]
    bare = not added and verb.tag_ == first.tag_ and verb.tag_ in INFLECTED
    if bare or (first.tag_ == "VB" and [child.lower_ for child in added] == ["be"]):
        yield from _of_verb(first, steps)
    else:
        yield from _above(first, steps)


def _adverbial(verb: Token, head: Token, steps: int) -> Iterator[str]:
    if _infinitive(verb):
        won = head.lemma_ in cues("contests") and verb.lemma_ in cues("outcomes")
        yield "asserted" if won else _look_up("transparent", head) or "planned"
        if won:
            yield from _of_verb(head, steps)
    elif not any(child.dep_ == "mark" for child in verb.children):
        yield from (verdict for verdict in _of_verb(head, steps) if verdict != "negated")


def _after_preposition(verb: Token, preposition: Token, steps: int) -> Iterator[str]:
    governor = preposition.head
    came = preposition.lower_ in cues("came") and governor.tag_ == "VBD" and not has(verb, SUBJECTS)
    yield from () if came else _verdict("prepositions", preposition)
    yield from _compound(preposition)
    above = governor.head if governor.dep_ == "dobj" else governor
    verdict = next(
        (
            v
            for word in (governor, above)
            if (v := cues("governors").get(f"{word.lemma_.lower()} {preposition.lower_}"))
        ),
        None,
    )
    if verdict is None and governor.pos_ == "NOUN":
        verdict = cues("nouns").get(governor.lemma_.lower()) or cues("subjects").get(preposition.lower_)
    if verdict:
        yield verdict
    elif preposition.lower_ in {"by", "to"} and governor.pos_ == "VERB":
        yield from _of_verb(governor, steps)


def _compound(preposition: Token) -> Iterator[str]:
    """What a preposition of two words says: "instead of suing"."""
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    if verdict := cues("prepositions").get(f"{before} {preposition.lower_}"):
        yield verdict


def _below_noun(verb: Token, noun: Token) -> Iterator[str]:
    ranked = any(
        child.lower_ in cues("transparent") or (child.dep_ == "amod" and (child.like_num or child.tag_ == "JJS"))
        for child in noun.children
    )
    known = cues("nouns").get(noun.lemma_.lower())
    if known or (noun.lower_ not in cues("transparent") and not ranked):
        yield known or "planned"


def modified(noun: Token) -> str:
    """The factuality that an event noun's own modifiers give it ("proposed talks" planned), else asserted."""
    return next(_modifiers(noun), "asserted")


def _modifiers(noun: Token) -> Iterator[str]:
    for child in noun.lefts:
        if child.i == 0 or child.doc[child.i - 1].text != "-":
            yield from _verdict("modifiers", child)


# ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────────────
def _of_noun(noun: Token) -> Iterator[str]:
    yield from _modifiers(noun)
    head = noun.head
    if noun.lemma_ in lexicon().efforts and noun.lemma_ not in lexicon().nouns:
        yield from _verdict("nouns", noun)
    if noun.dep_ == "appos":
        yield from _verdict("nouns", head)
    if noun.dep_ == "conj" and head.i != noun.i:
        yield from _above_noun(head)
    else:
        yield from _above_noun(noun)


def _above_noun(noun: Token) -> Iterator[str]:
    head = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"}:
        yield from _object_of(head, head.lemma_.lower())
    elif noun.dep_ == "pobj":
        yield from _verdict("prepositions", head)
        above = head.head
        if above.pos_ in {"VERB", "AUX"}:
            yield from _object_of(above, f"{above.lemma_.lower()} {head.lower_}")
        elif above.pos_ == "NOUN" and head.lower_ in {"of", "for", "to", "including"}:
            yield from _verdict("nouns", above)


def _object_of(verb: Token, key: str) -> Iterator[str]:
    """A negated verb of refusal leaves the event open: "did not cancel the talks" makes them possible, not negated."""
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    verdict = cues("objects").get(f"{key} {particle}") or cues("objects").get(key)
    if verdict:
        yield "possible" if verdict == "negated" and "negated" in _own(verb) else verdict


# ── cues ────────────────────────────────────────────────────────────────────────────────────────────────────────
def _is_generic(verb: Token) -> bool:
    """Whether a clause in the present tells what happens whenever another does: "they lose it if the plant closes"."""
    if verb.idx < verb.doc.article.headline or not _is_present(verb, verb.children):
        return False
    beside = [c for c in verb.children if c.dep_ == "advcl" and _is_present(c, c.children)]
    openers = [word for clause in beside for word in clause.children if word.dep_ in {"mark", "advmod"}]
    return any(_look_up("temporal", word) == "possible" or _look_up("marks", word) == "possible" for word in openers)


def _infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _verdict(table: str, word: Token) -> Iterator[str]:
    verdict = _look_up(table, word)
    if verdict:
        yield verdict


def _look_up(table: str, word: Token) -> str | None:
    known = cues(table)
    return known.get(word.lower_) or known.get(word.lemma_.lower())


@lru_cache(maxsize=32)
def cues(table: str) -> Cues:
    """Word → verdict of one table of `factuality.toml`; lists without verdict map to "asserted"."""
    return {
        word: verdict if verdict in FACTUALITIES else "asserted"
        for verdict, words in _data()[table].items()
        for word in words
    }


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(resources.files("graph.facts").joinpath("factuality.toml").read_text(encoding="utf-8"))

"""Who is whose argument: the walks over the parse that every extractor shares.

Pure functions of spaCy tokens (ClearNLP labels). Each returns tokens in text order; phrases are built in `phrases`.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from graph.facts.kinds import is_participant_noun, words
from graph.facts.mentions import entity_type
from graph.facts.parsed import Token, once_each

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "obj", "dative", "attr", "oprd"})
INHERITING = frozenset({"conj", "xcomp", "advcl"})
"""A verb without a subject of its own takes that of the verb it hangs on through one of these."""
WITH_AUXILIARY = SUBJECTS | {"aux"}
PASSIVE = frozenset({"nsubjpass", "auxpass", "csubjpass"})
"""Dependents that only a passive has."""
SUBORDINATING = frozenset({"after", "before", "since", "until", "as"})
SHIFTED = {"VBN": frozenset({"had"}), "VB": frozenset({"would", "could", "might", "should"})}
"""The auxiliaries, by the verb's form, of what is told in the past; a plain past beside it is not told."""
PARTICLES = frozenset({"back", "out", "up", "down", "away", "over", "on", "off", "home", "together", "forward"})
PLURAL = frozenset({"are", "were", "have"})
PRESENT = frozenset({"VBZ", "VBP"})
FINITE = PRESENT | {"VBD", "MD"}
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def has(token: Token, deps: Set[str]) -> bool:
    """Whether the token has a dependent of one of these kinds."""
    for child in token.children:  # noqa: SIM110 - twice as fast as `any` over a generator, and asked of every verb
        if child.dep_ in deps:
            return True
    return False


def conjuncts(token: Token) -> list[Token]:
    """The token itself and everything coordinated with it below it: "the IOM and the Ministry" gives both heads."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj":
            found.extend(conjuncts(child))
    return found


@once_each
def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: a passive subject or auxiliary, or a reduced relative participle."""
    if has(verb, PASSIVE):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "conj" and not has(verb, WITH_AUXILIARY):
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "amod"} and not has(verb, {"aux"})


@once_each
def subjects(verb: Token) -> list[Token]:
    """The heads of the verb's subjects, inherited where it has none; a relative pronoun stands for its antecedent."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS and child.dep_ != "expl"]
    if len(own) > 1:
        own = [child for child in own if not _is_inside(child, own)]
    if own:
        return [head for child in own for subject in conjuncts(child) for head in _antecedent(subject, verb)]
    return _inherited(verb)


def _is_inside(subject: Token, others: list[Token]) -> bool:
    """Whether it is the end of the phrase of another: "A rocket built by the company Aeronova exploded"."""
    start = subject.left_edge.i
    before = subject.doc[start - 1] if start and subject.pos_ == "PROPN" else subject
    return before.pos_ == "NOUN" and any(o is not subject and o.i < start and o.right_edge is before for o in others)


def objects(verb: Token) -> list[Token]:
    """The heads of the verb's direct objects, conjuncts split; a relative object stands for its antecedent."""
    own = [child for child in verb.children if child.dep_ in {"dobj", "obj"}]
    return [head for child in own for obj in conjuncts(child) for head in _antecedent(obj, verb)]


def prepositional(token: Token) -> list[tuple[Token, Token]]:
    """(preposition, object head) of every prepositional phrase on the token, conjuncts split; "by" agents too."""
    found: list[tuple[Token, Token]] = []
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"}:
            if child.pos_ in {"ADP", "SCONJ"}:
                found += _prepositional_objects(child)
        elif child.dep_ == "prt" or (child.dep_ == "advmod" and child.lower_ in PARTICLES):
            preps = [prep for prep in child.children if prep.dep_ == "prep"]
            found += [(prep, obj) for prep in preps for _, obj in _prepositional_objects(prep)]
    return found


def _prepositional_objects(prep: Token) -> list[tuple[Token, Token]]:
    found: list[tuple[Token, Token]] = []
    for child in prep.children:
        if child.dep_ in {"pobj", "pcomp"}:
            found += [(prep, obj) for obj in conjuncts(child)]
        elif child.dep_ in {"prep", "conj"} and child.pos_ == "ADP":
            found += _prepositional_objects(child)
    return found


def teller(verb: Token) -> Token | None:
    """The verb of saying that this one goes on from, as the tenses show, though the parse joins it to what is said.

    "She said he had left and accused him": she accused him.
    """
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "ccomp" or verb.tag_ != "VBD" or verb.lower_ == verb.lemma_:
        return None
    shifted = first.tag_ in PRESENT or any(
        child.dep_ == "aux" and child.lower_ in SHIFTED.get(first.tag_, ()) for child in first.children
    )
    return first.head if shifted and first.head.tag_ == "VBD" and not has(verb, WITH_AUXILIARY) else None


def _inherited(verb: Token) -> list[Token]:
    head = teller(verb) or verb.head
    if verb.dep_ in {"acl", "relcl"} and (head.pos_ in {"NOUN", "PROPN", "PRON"} or head.dep_ in SUBJECTS):
        return [head]
    if verb.dep_ == "conj" and (marked := _after_preposition(verb)):
        return marked
    if verb.dep_ == "xcomp" and head.dep_ == "acomp" and head.lower_ in words("disposed"):
        head = head.head
    if verb.dep_ in INHERITING and head != verb and head.pos_ in {"VERB", "AUX"}:
        if verb.dep_ == "xcomp":
            controlled = objects(head) or _blamed(head)
            if controlled and not is_passive(head):
                return controlled
        return subjects(head)
    if verb.dep_ == "pcomp" and head.head != head and head.head.pos_ in {"VERB", "AUX"}:
        return subjects(head.head)
    return []


def _blamed(gerund: Token) -> list[Token]:
    """Who is told to have done what a gerund says behind "for" or "of": "blamed the state for failing to act"."""
    preposition = gerund.head
    told = gerund.dep_ == "pcomp" and preposition.lower_ in {"of", "for"} and preposition.head.pos_ == "VERB"
    return objects(preposition.head) if told else []


def _after_preposition(verb: Token) -> list[Token]:
    """The subject of a clause whose subordinator the parse took for a preposition: "after two of its ships sank"."""
    first = verb.head
    if any(child.dep_ == "cc" for child in first.rights):
        return []
    before = [child for child in first.rights if child.lower_ in SUBORDINATING and child.i < verb.i]
    last = before[-1] if before and before[-1].dep_ == "prep" else None
    return [t for c in last.children if c.dep_ == "pobj" for t in conjuncts(c)] if last is not None else []


def _antecedent(token: Token, verb: Token) -> list[Token]:
    if token.lower_ in RELATIVES and token.tag_ in {"WDT", "WP", "IN", "DT"}:
        clause = verb
        while clause.dep_ in {"conj", "xcomp"}:
            clause = clause.head
        if clause.dep_ in {"relcl", "acl"} and token.lower_ == "which" and (_tells_of_all(clause) or _is_open(clause)):
            return []
        if clause.dep_ in {"relcl", "acl"}:
            return [_somebody(clause.head) if token.lower_ == "who" else _last(clause)]
    return [token]


def _tells_of_all(clause: Token) -> bool:
    """Whether a "which" in the singular behind a plural stands for all that was said: "two fell out, which has …"."""
    singular = any(word.lower_ in {"has", "is", "was"} for word in (clause, *clause.lefts))
    return singular and clause.head.tag_ in {"NNS", "NNPS", "CD"}


def _is_open(clause: Token) -> bool:
    """Whether a "which" may stand for a thing or for where it is: "a villa in Spain, which was seized"."""
    place = clause.head
    inside = place.dep_ == "pobj" and place.head.lower_ in {"in", "at", "near"} and entity_type(place) == "Place"
    above = place.head.head
    things = (
        [above] if above.pos_ == "NOUN" else [c for c in above.rights if c.dep_ == "dobj" and c.i + 1 == place.head.i]
    )
    return inside and any(child.lower_ in {"a", "an"} for thing in things for child in thing.lefts)


def _last(clause: Token) -> Token:
    """What a clause behind "A and B, which …" is about: the last of them, unless its verb is in the plural."""
    first = clause.head
    if any(word.lower_ in PLURAL for word in (clause, *clause.lefts)) or clause.tag_ == "VBP":
        return first
    return nearest(first, clause, lambda token: token.pos_ == "PROPN")


def nearest(first: Token, clause: Token, is_meant: Callable[[Token], object]) -> Token:
    """Of several things before a clause the last that may be meant, which alone it is surely about."""
    return next((t for t in reversed(conjuncts(first)) if t.i < clause.i and is_meant(t)), first)


def _somebody(noun: Token) -> Token:
    """Whom "who" stands for: "members with beliefs who …" are the members."""
    found = noun
    while not (is_participant_noun(found) or entity_type(found) is not None):
        if found.dep_ != "pobj" or found.head.head.pos_ != "NOUN":
            return noun
        found = found.head.head
    return found

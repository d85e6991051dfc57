"""Arguments of a verb or an event noun, and the roles that they fill.

An argument is logical: the subject of a passive is an object here, its "by" phrase the subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from graph.facts.factuality import cues
from graph.facts.lexicon import Frame, lexicon, noun_frames
from graph.facts.phrases import entity_type, filler, is_participant_noun, referents, span_of
from graph.facts.syntax import SUBJECTS, conjuncts, is_passive, objects, prepositional, subjects
from graph.model import Filler, Role

ACTORS = frozenset({"Person", "Organization", "Place", "Group", "Participant"})
"""Types of fillers that can act."""
VALUES = frozenset({"Date", "Money", "Quantity"})
ACTING = frozenset({"agent", "organizer", "attendee", "recipient", "beneficiary"})
"""Roles that only an actor fills."""
CONTROLLED = frozenset({"of", "from", "for", "into"})
"""Prepositions whose gerund is done by the object ("accused him of stealing")."""
LONGEST_CLAUSE = 10


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its slot ("subject", "object", "dative", "attr", "clause", "poss", "compound" or a preposition)
    and the head of its words. `passive` marks the "by" phrase of a passive."""

    slot: str
    token: Token
    passive: bool = False


def verb_arguments(verb: Token, part: Token | None = None) -> list[Argument]:
    """The arguments of a verb, in slots; `part` is a dependent that is a piece of the predicate, no argument."""
    passive = _passive(verb)
    found = [a for a in _core(verb, passive) if part is None or a.token.i != part.i]
    for preposition, token in prepositional(verb):
        if token.pos_ in {"VERB", "AUX"}:
            continue
        found.append(
            Argument(_slot(preposition, passive=passive, bare=not any(a.slot == "object" for a in found)), token)
        )
    found.extend(Argument("clause", child) for child in verb.children if child.dep_ in {"xcomp", "ccomp"})
    return [a for a in found if not _temporal(a.token)]


def noun_arguments(noun: Token) -> list[Argument]:
    """The arguments of an event noun: its possessor, compound, and prepositional phrases."""
    found = [Argument("poss", t) for child in noun.lefts if child.dep_ == "poss" for t in conjuncts(child)]
    found.extend(Argument("compound", child) for child in noun.lefts if child.dep_ in {"compound", "nmod"})
    for preposition, token in prepositional(noun):
        if token.pos_ not in {"VERB", "AUX"}:
            found.append(Argument(preposition.lower_, token))
    return [a for a in found if not _temporal(a.token)]


def _by_phrases(noun: Token) -> Iterator[Token]:
    """Who did it, where the parse hangs the "by" phrase on a noun before it ("returned to the club by a fan")."""
    if noun.pos_ == "NOUN" and not noun_frames(noun):
        yield from (token for preposition, token in prepositional(noun) if preposition.lower_ == "by")


def _slot(preposition: Token, *, passive: bool, bare: bool) -> str:
    """The slot of a preposition's object: "up to 16 advisers" is an object without preposition."""
    if preposition.lower_ == "by" and passive:
        return "subject"
    if bare and not passive and preposition.lower_ == "to" and preposition.head.lower_ == "up":
        return "object"
    return preposition.lower_


def logical_subjects(verb: Token) -> list[Token]:
    """Who does it: the subject, or what controls an infinitive or a gerund."""
    head = verb.head
    if any(child.dep_ in SUBJECTS for child in verb.children):
        return subjects(verb)
    if verb.dep_ == "acl" and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        return _subjects_of_noun(head)
    if verb.dep_ == "pcomp":
        return _subjects_of_gerund(head)
    return _subjects_of_auxiliary(verb) or subjects(verb)


def choose(frames: Sequence[Frame], arguments: Sequence[Argument]) -> Frame | None:
    """The first of a word's frames whose needs the arguments meet."""
    return next((frame for frame in frames if all(_met(s, k, arguments) for s, k in frame.needs.items())), None)


def fill(frame: Frame, arguments: Iterable[Argument]) -> Iterator[Role]:
    """The roles that the arguments fill in a frame; what fits no role is left out."""
    for argument in arguments:
        if argument.slot == "clause":
            if "clause" in frame.slots:
                yield Role(frame.slots["clause"], clause_filler(argument.token))
            continue
        for token in referents(argument.token):
            found = filler(token)
            role = _role(frame, argument, found) if found else None
            if found and role:
                yield Role(role, found)


def clause_filler(verb: Token) -> Filler:
    """The topic that a complement clause states, in its own words: verb, object and what follows, ten words at most."""
    end = min(verb.right_edge.i + 1, verb.i + LONGEST_CLAUSE)
    for child in verb.rights:
        if child.dep_ in {"punct", "advcl", "conj", "cc"}:
            end = min(end, child.left_edge.i)
    words = verb.doc[verb.i : max(end, verb.i + 1)]
    lemma = " ".join(t.lemma_.lower() for t in words if t.pos_ not in {"DET", "PUNCT", "SPACE"})
    return Filler(span_of(words), words.text.strip(), verb.text, lemma or verb.lower_, "Topic")


def is_place(found: Filler, token: Token) -> bool:
    """Whether the filler is somewhere: a named place, or a noun for one."""
    return found.type == "Place" or (
        found.type in {"Thing", "Participant", "Organization"} and token.lemma_.lower() in lexicon().places
    )


def _passive(verb: Token) -> bool:
    """Passive, or a participle as complement ("failed to get re-elected", "were re-elected")."""
    return is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in {"xcomp", "acomp"})


def _core(verb: Token, passive: bool) -> Iterator[Argument]:
    direct = objects(verb) or _shared_objects(verb, passive)
    surface = logical_subjects(verb)
    if not passive:
        yield from (Argument("subject", t) for t in surface)
    else:
        yield from (Argument("dative" if direct else "object", t) for t in surface)
    yield from (Argument("object", t) for t in direct)
    for child in verb.children:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            yield from (Argument("dative", t) for t in conjuncts(child))
        elif child.dep_ in {"attr", "oprd"} and child.pos_ in {"NOUN", "PROPN"}:
            yield from (Argument("attr", t) for t in conjuncts(child))


def _shared_objects(verb: Token, passive: bool) -> list[Token]:
    """The object of the next verb of a coordination: "attacked and captured the town"."""
    if passive:
        return []
    beside = [c for c in verb.rights if c.dep_ == "conj" and c.pos_ == "VERB" and c.i - verb.i <= 2]
    return objects(beside[0]) if beside else []


def _subjects_of_auxiliary(verb: Token) -> list[Token]:
    """The subject that the parse hangs on the auxiliary instead of the verb."""
    return [t for c in verb.children if c.dep_ == "auxpass" and c.i < verb.i for t in subjects(c)]


def _subjects_of_noun(noun: Token) -> list[Token]:
    """Whose plan, decision or attempt it is; the noun itself where it is somebody ("the first man to walk …")."""
    if is_participant_noun(noun) or entity_type(noun) in ACTORS:
        return [noun]
    owners = [t for child in noun.lefts if child.dep_ == "poss" for t in conjuncts(child)]
    if not owners and noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and not is_passive(noun.head):
        owners = subjects(noun.head)
    return owners


def _subjects_of_gerund(preposition: Token) -> list[Token]:
    governor = preposition.head
    if governor.pos_ not in {"VERB", "AUX"}:
        return []
    affected = objects(governor) if preposition.lower_ in CONTROLLED else []
    return affected or logical_subjects(governor)


def _met(slots: str, kind: str, arguments: Sequence[Argument]) -> bool:
    tokens = [a.token for a in arguments if a.slot in slots.split("|")]
    if kind == "infinitive":
        return any(child.dep_ == "aux" and child.lower_ == "to" for token in tokens for child in token.children)
    return not tokens if kind == "none" else any(_is_kind(kind, token) for token in tokens)


def _is_kind(kind: str, token: Token) -> bool:
    found = filler(token)
    if found is None:
        return (
            kind in {"actor", "person"} and token.pos_ == "PRON" and token.lower_ not in {"it", "this", "that", "what"}
        )
    if kind == "place":
        return is_place(found, token)
    if kind == "body":
        return found.type in {"Organization", "Group"}
    if kind == "person":
        return found.type in {"Person", "Participant"}
    return (found.type in ACTORS) == (kind == "actor")


def _role(frame: Frame, argument: Argument, found: Filler) -> str | None:
    slot, acts = argument.slot, found.type in ACTORS
    role = _mapped(frame, slot)
    if slot in lexicon().causal:
        role = "cause"
    elif slot == "compound":
        role = _of_compound(frame, found)
    elif _placing(frame, slot, role) and is_place(found, argument.token):
        role = "location"
    if found.type == "Date" or role is None:
        return None
    if not acts and role in ACTING:
        return frame.thing or (
            "agent" if frame.type == "Act" and slot == "subject" and found.type not in VALUES else None
        )
    return _where(found, argument.token) if role == "location" else role


def _of_thing(frame: Frame, argument: Argument, found: Filler, role: str) -> str | None:
    """The role of a thing where somebody is expected: an instrument or cause, what an act is told of, or a topic."""
    if role not in {"agent", "organizer"}:
        return "about" if "about" in frame.slots.values() else None
    if frame.thing is not None or found.type in VALUES:
        return frame.thing
    if frame.type != "Act":
        return None
    return "cause" if argument.passive else "agent"


def _where(found: Filler, token: Token) -> str | None:
    """A location where the filler is somewhere; the patient where it is somebody, a topic where it is an event."""
    if is_place(found, token) or found.type in {"Organization", "Product"}:
        return "location"
    return {"Person": "patient", "Group": "patient", "Participant": "patient", "Event": "about"}.get(found.type)


def _placing(frame: Frame, slot: str, role: str | None) -> bool:
    """Whether the preposition can say where, against what the frame has for it."""
    if slot not in lexicon().locative:
        return False
    return role in {None, "cause"} or (role == "about" and (slot in {"in", "at"} or frame.type == "Act"))


def _of_compound(frame: Frame, found: Filler) -> str | None:
    role = frame.slots.get("compound")
    return "location" if role and found.type == "Place" else role


def _mapped(frame: Frame, slot: str) -> str | None:
    role = frame.slots.get(slot)
    if role is None and slot in {"poss", "by"}:
        role = frame.slots.get("subject")
    return role


def _temporal(token: Token) -> bool:
    return token.i in token.doc._.times or token.ent_type_ in {"Date", "DATE", "TIME"}

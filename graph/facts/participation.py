"""Events that a noun names and a verb says who had which part in: "attended a roundtable organised by the IOM".

Three kinds of verbs give a noun's event its roles: those of taking part and organising, those without content of their
own ("held talks with"), and those that say that it takes place ("the exercise began").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.facts.arguments import SPOKEN, Argument, noun_arguments, raised_objects, verb_arguments
from graph.facts.drafts import Draft
from graph.facts.kinds import nouns
from graph.facts.lexicon import Found, Frame, find, lexicon, noun_frames
from graph.facts.mentions import entity_type, has_name
from graph.facts.parsed import Token, once_each
from graph.facts.phrases import filler
from graph.facts.roles import fill
from graph.facts.senses import choose, measured
from graph.facts.syntax import SUBJECTS, is_passive, objects, subjects
from graph.model import Role

Drafts = dict[int, Draft]
ATTACHED_TOO_LOW = 6
"""A participle that hangs on a word inside the phrase of an event noun is looked for this many heads above."""
PARTICIPIAL = frozenset({"acl", "relcl"})
OPENING = frozenset({"``", '"', "“", "«"})
HEARING = frozenset({"recipient", "attendee"})
ARGUMENTS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A verb that says something of an event noun's event, and the entry that it was found by."""

    verb: Token
    noun: Token
    frame: Frame
    found: Found


def take_part(verb: Token, drafts: Drafts) -> bool:
    """Gives the event nouns that the verb has as object their roles; says whether it was such a verb."""
    known = lexicon()
    tables = ((find(known.participation, verb), _participate), (find(known.light, verb), _carry))
    if all(found is None for found, _ in tables):
        return False
    own = find(known.verbs, verb)
    said_of = any(child.dep_ == "oprd" for child in verb.rights)
    if said_of or (own is not None and own.part is not None and own.part.dep_ in {"dobj", "prt"}):
        return False
    for found, give in tables:
        if found is None or (found.part is None and any(child.dep_ == "prt" for child in verb.rights)):
            continue
        told = [_Told(verb, noun, frame, found) for noun, frame in _event_objects(verb, found.part)]
        for each in told:
            give(each, drafts)
        if told:
            return True
    return False


def take_place(verb: Token, drafts: Drafts) -> bool:
    """Gives the event noun that is the verb's subject what the verb says of it: where, when, with whom."""
    known = lexicon()
    found = find(known.occurrence, verb)
    if (
        found is None
        or is_passive(verb)
        or (found.part is None and objects(verb))
        or (found.part is None and verb.lemma_ == "be" and _has_attribute(verb))
    ):
        return False
    words = [verb] if found.part is None else [verb, found.part]
    for noun, frame in _events(t for t in subjects(verb) if t.dep_ != "attr"):
        arguments = [a for a in verb_arguments(verb, found.part) if not _is_beside(a)]
        roles = fill(frame, arguments)
        draft = drafts.get(noun.i) or nominal(noun, frame)
        says_something = roles or verb.lemma_ in known.proceeding or (verb.lemma_ != "be" and _is_named_event(noun))
        if not says_something and found.part is None:
            return False
        draft = _drafted(noun, frame, "occurrence", drafts)
        draft.carriers.append(verb)
        draft.add(roles)
        _as_patient(draft, noun, words)
        if not draft.roles:
            itself = filler(noun)
            draft.words = words
            draft.add([Role("patient", itself)] if itself else [])
        return True
    return False


def _is_beside(argument: Argument) -> bool:
    """Whether the argument is no part of what the verb says of the event: its subject, a clause, another event."""
    other = argument.slot == "with" and event_noun(argument.token) is not None
    return other or argument.slot in {"subject", "clause", "attr"}


@once_each
def event_noun(noun: Token) -> Frame | None:
    """The frame of a noun that names an event: of the lexicon, or a named event."""
    if noun.pos_ not in {"NOUN", "PROPN"} and not (noun.pos_ == "ADJ" and noun.dep_ in ARGUMENTS):
        return None
    kind = entity_type(noun)
    if kind is None or kind == "Event":
        frames = noun_frames(noun)
        frame = choose(frames, noun_arguments(noun)) if frames else None
        gathering = kind == "Event" and noun.lemma_.lower() not in nouns("eras")
        return frame or (lexicon().classes["Conference"] if gathering else None)
    return None


def nominal(noun: Token, frame: Frame) -> Draft:
    """A draft of a noun's event with the roles that its own phrase gives."""
    draft = Draft(frame, noun, f"noun:{frame.type.lower()}", [noun])
    draft.add(fill(frame, [a for a in noun_arguments(noun) if a.slot != "national"]))
    return draft


def speaker(noun: Token, draft: Draft) -> Iterator[Role]:
    """Who makes the remarks that are made to somebody: the subject of "said, in remarks to state television, …"."""
    preposition, heard = noun.head, any(role.name in HEARING for role in draft.roles)
    if draft.frame.type in SPOKEN and heard and noun.dep_ == "pobj" and preposition.lower_ in {"in", "during"}:
        above = preposition.head
        tokens = subjects(above) if above.pos_ == "VERB" else [above] if above.dep_ == "nsubj" else []
        yield from _actors(draft.frame, [Argument("subject", t) for t in tokens], "agent")


def of_nation(draft: Draft) -> Iterator[Role]:
    """The people whose adjective stands before the noun: "a French mediation"."""
    if draft.frame.type in lexicon().national:
        yield from fill(draft.frame, [a for a in noun_arguments(draft.head) if a.slot == "national"])


def _participate(told: _Told, drafts: Drafts) -> None:
    known = lexicon()
    role = known.participation[told.found.key]
    if _is_judged(told):
        return
    if role == "organizer" and told.frame.type not in known.hosted and told.found.key in known.light:
        _carry(told, drafts)
        return
    draft = _drafted(told.noun, told.frame, "cause" if role == "cause" else "participation", drafts)
    _carried(draft, told.verb)
    arguments = _around(told)
    draft.add(_actors(draft.frame, arguments, role))
    draft.add(fill(draft.frame, [a for a in arguments if a.slot not in {"subject", "object", "dative"}]))
    _as_patient(draft, told.noun, [told.verb])


def _is_judged(told: _Told) -> bool:
    """Whether the verb says what the event is to somebody: "called the attack 'an act of cowards'"."""
    quoted = told.noun.doc[told.noun.i + 1 : told.noun.i + 3]
    words = [token.lower_ for token in quoted]
    new = len(words) > 1 and words[0] in OPENING and words[1] in {"a", "an"}
    return new or any(child.dep_ == "oprd" for child in told.verb.rights)


def _carry(told: _Told, drafts: Drafts) -> None:
    draft = _drafted(told.noun, told.frame, "light", drafts)
    _carried(draft, told.verb)
    slots = dict(draft.frame.slots)
    if told.found.key in lexicon().undergone and not is_passive(told.verb):
        slots["subject"] = slots.get("object", "patient")
    elif told.frame.type in lexicon().hosted and slots.get("subject") != "attendee":
        slots["subject"] = "organizer"
    through = told.found.part is not None and told.found.part.dep_ == "prep"
    draft.add(fill(replace(draft.frame, slots=slots), [a for a in _around(told) if through or a.slot != "object"]))
    _as_patient(draft, told.noun, [told.verb])


def _around(told: _Told) -> list[Argument]:
    """The verb's arguments without the event noun itself and its conjuncts."""
    return [a for a in verb_arguments(told.verb) if a.token.i != told.noun.i and a.slot != "clause"]


def _actors(frame: Frame, arguments: list[Argument], role: str) -> list[Role]:
    """The subjects in a role that the verb has for them, whatever the noun's own verbs have."""
    doing = replace(frame, slots={"subject": role}, thing=None)
    return fill(doing, [argument for argument in arguments if argument.slot == "subject"])


def _drafted(noun: Token, frame: Frame, rule: str, drafts: Drafts) -> Draft:
    draft = drafts.get(noun.i)
    if draft is None:
        draft = drafts[noun.i] = nominal(noun, frame)
        draft.rule = f"{rule}:{frame.type.lower()}"
    return draft


def _carried(draft: Draft, verb: Token) -> None:
    """Notes a verb that tells of the event; a finite one carries its certainty before a participle beside it does."""
    finite = any(child.dep_ in {"auxpass", "nsubj", "nsubjpass"} for child in verb.children)
    if draft.carriers and not finite:
        draft.carriers.append(verb)
        return
    draft.carriers.insert(0, verb)
    held = verb.lemma_ in lexicon().light and any(child.dep_ == "auxpass" for child in verb.children)
    draft.words = [draft.head, verb] if held else [draft.head]


def _as_patient(draft: Draft, noun: Token, words: list[Token]) -> None:
    """A named event is the patient of the verb that says of it that it was held."""
    if _is_named_event(noun):
        draft.words = words
        named = filler(noun)
        draft.add([Role("patient", named)] if named else [])


def _is_named_event(noun: Token) -> bool:
    return entity_type(noun) == "Event" or has_name(noun)


def _has_attribute(verb: Token) -> bool:
    return any(child.dep_ in {"attr", "acomp"} for child in verb.children)


def _event_objects(verb: Token, part: Token | None) -> Iterator[tuple[Token, Frame]]:
    if part is not None and part.dep_ in {"prep", "agent"}:
        yield from _events(child for child in part.children if child.dep_ == "pobj")
        return
    if part is not None and part.dep_ == "dobj":
        yield from _events(t for p in (*verb.children, *part.children) if p.dep_ == "prep" for t in p.children)
        return
    if is_passive(verb):
        kept = objects(verb)
        if kept:
            yield from _events(kept)
        elif verb.dep_ == "conj" or any(child.dep_ in SUBJECTS for child in verb.children):
            yield from _events(subjects(verb))
        elif verb.dep_ in PARTICIPIAL:
            yield from _raised(verb.head)
        elif verb.dep_ == "advcl":
            yield from _events(child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i)
        return
    yield from _events(objects(verb) or raised_objects(verb))


def _raised(noun: Token) -> Iterator[tuple[Token, Frame]]:
    """The nearest event noun at or above the noun that a participle hangs on."""
    for _ in range(ATTACHED_TOO_LOW):
        frame = event_noun(noun)
        if frame is not None and not _abstract(noun):
            yield noun, frame
            return
        if noun.head.i == noun.i or noun.head.pos_ == "VERB":
            return
        noun = noun.head


def _events(tokens: Iterator[Token] | list[Token]) -> Iterator[tuple[Token, Frame]]:
    for token in tokens:
        for noun in (*measured(token), *(c for c in token.rights if c.dep_ == "conj")):
            frame = event_noun(noun)
            if frame is not None:
                yield noun, frame


def _abstract(noun: Token) -> bool:
    """A bare noun inside a topic ("on collaboration in efforts") is no event that somebody organised."""
    return (
        noun.dep_ == "pobj"
        and not any(c.dep_ in {"det", "poss", "nummod", "amod"} for c in noun.lefts)
        and noun.tag_ == "NN"
    )

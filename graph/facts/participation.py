"""Events that a noun names and a verb says who had which part in: "attended a roundtable organised by the IOM".

Three kinds of verbs give a noun's event its roles: those of taking part and organising, those without content of their
own ("held talks with"), and those that say that it takes place ("the exercise began").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.facts.drafts import Draft
from graph.facts.lexicon import Frame, find, lexicon, noun_frame
from graph.facts.phrases import entity_type, filler
from graph.facts.roles import ACTORS, Argument, fill, noun_arguments, verb_arguments
from graph.facts.syntax import SUBJECTS, is_passive
from graph.model import Role

Drafts = dict[int, Draft]
ATTACHED_TOO_LOW = 6
"""A participle that hangs on a word inside the phrase of an event noun is looked for this many heads above."""
PARTICIPIAL = frozenset({"acl", "relcl"})


def take_part(verb: Token, drafts: Drafts) -> bool:
    """Gives the event nouns that the verb has as object their roles; says whether it was such a verb."""
    known = lexicon()
    for table, give in ((known.participation, _participate), (known.light, _carry)):
        found = find(table, verb)
        if found is None or (
            table is known.participation and find(known.verbs, verb) is not None and not _any(verb, found.part)
        ):
            continue
        nouns = list(_event_objects(verb, found.part))
        if nouns:
            for noun, frame in nouns:
                give(verb, noun, frame, found.key, drafts)
            return True
    return False


def take_place(verb: Token, drafts: Drafts) -> bool:
    """Gives the event noun that is the verb's subject what the verb says of it: where, when, with whom."""
    known = lexicon()
    found = find(known.occurrence, verb)
    held = is_passive(verb) and find(known.light, verb) is not None
    if found is None or held:
        return False
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    for noun, frame in _events(subjects):
        if verb.lemma_ == "be" and any(child.dep_ == "attr" for child in verb.children):
            return False
        draft = _drafted(noun, frame, "occurrence", drafts)
        draft.carriers.append(verb)
        arguments = [a for a in verb_arguments(verb, found.part) if a.slot not in {"subject", "clause", "attr"}]
        draft.add(fill(draft.frame, arguments))
        _as_patient(draft, noun, [verb] if found.part is None else [verb, found.part])
        return True
    return False


def event_noun(noun: Token) -> Frame | None:
    """The frame of a noun that names an event: of the lexicon, or a named event."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    kind = entity_type(noun)
    if kind == "Event":
        return noun_frame(noun) or lexicon().classes["Conference"]
    return noun_frame(noun) if kind is None else None


def nominal(noun: Token, frame: Frame) -> Draft:
    """A draft of a noun's event with the roles that its own phrase gives."""
    draft = Draft(frame, noun, f"noun:{frame.type.lower()}", [noun])
    draft.add(fill(frame, noun_arguments(noun)))
    return draft


def _participate(verb: Token, noun: Token, frame: Frame, key: str, drafts: Drafts) -> None:
    known = lexicon()
    role = known.participation[key]
    if role == "organizer" and frame.type not in known.hosted and key in known.light:
        return _carry(verb, noun, frame, key, drafts)
    draft = _drafted(noun, frame, "cause" if role == "cause" else "participation", drafts)
    _carried(draft, verb)
    arguments = _around(verb, noun)
    draft.add(_actors(arguments, role))
    draft.add(fill(draft.frame, [a for a in arguments if a.slot not in {"subject", "object", "dative"}]))
    _as_patient(draft, noun, [verb])
    return None


def _carry(verb: Token, noun: Token, frame: Frame, key: str, drafts: Drafts) -> None:
    draft = _drafted(noun, frame, "light", drafts)
    _carried(draft, verb)
    draft.words.insert(0, verb)
    slots = dict(draft.frame.slots)
    if key in lexicon().undergone:
        slots["subject"] = slots.get("object", "patient")
    elif frame.type in lexicon().hosted:
        slots["subject"] = "organizer"
    draft.add(fill(replace(draft.frame, slots=slots), [a for a in _around(verb, noun) if a.slot != "object"]))
    _as_patient(draft, noun, [verb])


def _around(verb: Token, noun: Token) -> list[Argument]:
    """The verb's arguments without the event noun itself and its conjuncts."""
    return [a for a in verb_arguments(verb) if a.token.i != noun.i and a.slot != "clause"]


def _actors(arguments: list[Argument], role: str) -> Iterator[Role]:
    for argument in arguments:
        found = filler(argument.token) if argument.slot == "subject" else None
        if found is not None and (found.type in ACTORS or role == "cause"):
            yield Role(role, found)


def _drafted(noun: Token, frame: Frame, rule: str, drafts: Drafts) -> Draft:
    draft = drafts.get(noun.i)
    if draft is None:
        draft = drafts[noun.i] = nominal(noun, frame)
        draft.rule = f"{rule}:{frame.type.lower()}"
    return draft


def _carried(draft: Draft, verb: Token) -> None:
    """A finite verb carries the event's certainty before a participle beside it does."""
    if verb.dep_ in PARTICIPIAL:
        draft.carriers.append(verb)
    else:
        draft.carriers.insert(0, verb)


def _as_patient(draft: Draft, noun: Token, words: list[Token]) -> None:
    """A named event is the patient of the verb that says of it that it was held."""
    if entity_type(noun) == "Event":
        draft.words = words
        named = filler(noun)
        draft.add([Role("patient", named)] if named else [])


def _event_objects(verb: Token, part: Token | None) -> Iterator[tuple[Token, Frame]]:
    if part is not None and part.dep_ in {"prep", "agent"}:
        yield from _events(child for child in part.children if child.dep_ == "pobj")
        return
    if part is not None and part.dep_ == "dobj":
        yield from _events(t for p in (*verb.children, *part.children) if p.dep_ == "prep" for t in p.children)
        return
    if is_passive(verb):
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        if subjects or verb.dep_ not in PARTICIPIAL:
            yield from _events(subjects)
        else:
            yield from _raised(verb.head)
        return
    yield from _events(child for child in verb.children if child.dep_ == "dobj")


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
        for noun in (token, *(c for c in token.rights if c.dep_ == "conj")):
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


def _any(verb: Token, part: Token | None) -> bool:
    return any(True for _ in _event_objects(verb, part))

"""Events that a verb tells of by itself: active, passive, participle, gerund, or adjective with "be"."""

from __future__ import annotations

from graph.facts.arguments import Argument, is_temporal, raised_objects, verb_arguments
from graph.facts.drafts import Draft
from graph.facts.factuality import cues
from graph.facts.lexicon import Frame, entries, find, lexicon
from graph.facts.parsed import Token
from graph.facts.roles import ACTORS, fill
from graph.facts.senses import choose
from graph.facts.syntax import is_passive, objects
from graph.model import Role

ACTING = frozenset({"agent", "patient", "recipient", "attendee", "organizer", "beneficiary", "cause", "instrument"})


def verbal(verb: Token) -> Draft | None:
    """The event of a verb: by its frame, else an Act with the verb's own words; None for what tells of no event."""
    known = lexicon()
    if verb.pos_ == "AUX":
        verb = next((c for c in reversed(list(verb.children)) if c.dep_ == "acomp" and c.tag_ == "VBN"), verb)
    silent = find(known.silent, verb)
    for found in entries(known.verbs, verb):
        if silent is not None and silent.part is not None and found.part is None:
            return None  # "ended up paying" is no ending
        words = [verb] if found.part is None else [verb, found.part]
        arguments = verb_arguments(verb, found.idiom)
        frame = choose(known.verbs[found.key], arguments)
        draft = _draft(verb, frame, words, fill(frame, arguments)) if frame is not None else None
        if draft is not None:
            return draft
    return None if silent is not None or _only_intends(verb) else _act(verb, known.classes["Act"])


def aspectual(verb: Token) -> bool:
    """Whether the verb only leads up to another ("began to fire", "helped build"), which is the event."""
    if verb.lemma_.lower() not in cues("transparent") or is_passive(verb):
        return False
    if (objects(verb) or raised_objects(verb)) and find(lexicon().verbs, verb) is not None:
        return False  # "forced the families to move"
    return any(child.dep_ == "xcomp" and child.pos_ == "VERB" for child in verb.children)


def _is_idiom(child: Token) -> bool:
    return child.dep_ == "dobj" and child.lemma_ in lexicon().idioms and not any(True for _ in child.lefts)


def _only_intends(verb: Token) -> bool:
    """Whether the verb says no more than that somebody wants or tries what its infinitive tells."""
    return verb.lemma_ in cues("governors") and any(c.dep_ == "xcomp" and c.pos_ == "VERB" for c in verb.children)


def _act(verb: Token, frame: Frame) -> Draft | None:
    part = next((child for child in verb.children if child.dep_ == "prt" or _is_idiom(child)), None)
    arguments = verb_arguments(verb, part)
    roles = fill(frame, arguments)
    if len(roles) == 1 and _says_no_more(verb, arguments):
        return None
    if not any(role.name in ACTING and (role.filler.type in ACTORS or role.filler.type == "Event") for role in roles):
        return None
    return _draft(verb, frame, [verb] if part is None else [verb, part], roles)


def _says_no_more(verb: Token, arguments: list[Argument]) -> bool:
    """Whether a verb with one participant only says what that one is to do ("to comply") or for how long ("spent")."""
    others = [argument.token for argument in arguments if argument.slot != "subject"]
    to_do = verb.tag_ == "VB" and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)
    return to_do or (bool(others) and all(is_temporal(token) for token in others))


def _draft(verb: Token, frame: Frame, words: list[Token], roles: list[Role]) -> Draft | None:
    if not any(role.name != "location" for role in roles):
        return None
    rule = "act" if frame.type == "Act" else _rule(verb, words)
    draft = Draft(frame, verb, f"{rule}:{frame.type.lower()}", [*words, *_led(verb)])
    draft.add(roles)
    return draft


def _rule(verb: Token, words: list[Token]) -> str:
    if verb.pos_ == "AUX" or any(word.dep_ == "acomp" for word in words):
        return "adjective"
    return "participle" if verb.dep_ in {"acl", "advcl", "pcomp"} else "verb"


def _led(verb: Token) -> list[Token]:
    """The verb of aspect right before an infinitive or gerund: "started to broadcast" is one trigger."""
    head = verb.head
    return [head] if verb.dep_ == "xcomp" and 0 < verb.i - head.i <= 2 and aspectual(head) else []

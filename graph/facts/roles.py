"""Argument → Role: which role an argument fills in a frame, by its slot and by what kind of thing it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.facts.arguments import Argument
from graph.facts.holders import holder_of
from graph.facts.kinds import is_participant_noun, nouns, words
from graph.facts.lexicon import Frame, lexicon
from graph.facts.mentions import entity_type, span_of
from graph.facts.naming import naming_places, places_around, places_in, places_meant, referents
from graph.facts.parsed import Token
from graph.facts.phrases import filler, lemmas
from graph.facts.scene import district_meant
from graph.facts.syntax import SUBJECTS, conjuncts, prepositional
from graph.model import Filler, Role

ACTORS = frozenset({"Person", "Organization", "Place", "Group", "Participant"})
"""Types of fillers that can act."""
VALUES = frozenset({"Date", "Money", "Quantity"})
PEOPLE = frozenset({"Person", "Participant", "Group"})
ACTING = frozenset({"agent", "organizer", "attendee", "recipient", "beneficiary"})
"""Roles that only an actor fills."""
OWNED = {"Support": "beneficiary", "Aid": "beneficiary", "Accusation": "patient", "Rejection": "recipient"} | {
    "Attack": "patient",
    "Restriction": "patient",
}
"""Classes where what is done to somebody's efforts, policy or proposal is done to its owner, who has this role."""
BESIDE = {"Place": "location", "Event": "about"}
"""What a name right before an event noun is to it."""
GIVEN = {"where": "location", "heard": "recipient"}
"""Slots that have one role in every frame."""
SAID = frozenset({"Request", "Accusation", "Rejection", "Threat", "Announcement", "Support", "Agreement"})
"""Classes of what is said to somebody, in a letter or a statement."""
UTTERED = frozenset({"Announcement", "Threat"})
"""Classes whose words may stand before their verb: "Talks go on, the ministry announced"."""
CLAUSES = frozenset({"clause", "quoted"})
EARNED = frozenset({"Support", "Award"})
"""Classes that somebody is given for having done something."""
NEEDED = frozenset({"Request", "Call", "Aid", "Agreement", "Negotiation", "Investment", "Announcement"})
"""Classes that can be about something for somebody: "asked for housing for the refugees"."""
OWNERS = frozenset({"poss", "amod", "compound", "nmod"})
BODILY = frozenset({"Attack", "Restriction"})
"""Of these, what is owned is a patient as well."""
TOWARDS = frozenset({"with", "to"})
"""Slots that name no topic where the frame expects somebody there ("helped the crew to shore")."""
AIMED = frozenset({"Visit", "Attack"})
"""Classes whose location is a patient where somebody stands there: whom one visits, the crowd that is fired into."""
AFFECTED = frozenset({"patient", "recipient", "beneficiary", "instrument"})
UNPRICED = frozenset({"Appointment", "Visit", "Meeting", "Resignation", "Dismissal", "Support", "Launch"})
"""Classes that a sum behind "for" is no topic of: "joined the club for £2m"."""
HAPPENING = frozenset({"Election", "Outbreak", "Disaster", "Accident"})
"""Classes of what happens in a country and is not done by it: "Denmark's election"."""
COERCED = frozenset({"Sanction", "Arrest", "Charge", "Trial", "Restriction"})
"""Classes that are done to somebody; a sum in the place of whom is what it came to: "a fine of £500"."""
LOW = frozenset({"about", "beneficiary", "recipient", "patient", "instrument"})
"""Roles that a phrase inside an object may fill."""
DONE_TO = frozenset({"object", "dative", "to", "against"})
LONGEST_CLAUSE = 10
DANGLING = frozenset({"ADP", "DET", "CCONJ", "PART", "PUNCT", "AUX", "SCONJ", "SYM"})
"""Parts of speech that no topic ends with, where it is cut."""


def fill(frame: Frame, arguments: Iterable[Argument]) -> list[Role]:
    """The roles that the arguments fill in a frame; what fits no role is left out."""
    given = tuple(arguments)
    empty = nouns("empty")
    found: list[Role] = []
    for argument in given:
        token = argument.token
        if _is_idle(frame, argument, given):
            continue
        if argument.slot in CLAUSES or token.pos_ in {"VERB", "AUX"}:
            found += _topics(frame, argument)
        elif token.lemma_.lower() not in empty:
            holder = holder_of(token)
            for meant in referents(token) if holder is None else [holder]:
                found += _roles(frame, argument, meant)
    return found


def _topics(frame: Frame, argument: Argument) -> list[Role]:
    """What a clause says, where the frame has a topic; some verbs alone say nothing ("rocketed", "be there")."""
    told = argument.slot == "quoted" and frame.type in UTTERED
    if told or frame.slots.get(argument.slot) == "about" or (argument.slot == "for" and frame.type in EARNED):
        topic = clause_filler(argument.token)
        rest = topic.text.lower().split()[1:]
        if not words("pointing").issuperset(rest) if rest else argument.token.tag_ in {"VB", "VBG"}:
            return [Role("about", topic)]
    return []


def _is_idle(frame: Frame, argument: Argument, given: Sequence[Argument]) -> bool:
    """Whether "with" only says how an act went, which was done to nothing ("the fight ended with a scratch")."""
    if argument.slot == "to" and not argument.token.children and argument.token.lemma_ in nouns("fates"):
        return True
    if frame.type != "Act" or argument.slot != "with":
        return False
    if argument.token.lemma_ in nouns("traits"):
        return True
    if any(_has_it(a.token, argument.token) for a in given):
        return True
    somebody = entity_type(argument.token) or is_participant_noun(argument.token)
    return not somebody and not any(a.slot in DONE_TO for a in given)


def _has_it(thing: Token, token: Token) -> bool:
    """Whether it is of the thing right before "with", which is not known yet: "created a group with 300 shops"."""
    new = any(child.lower_ in {"a", "an"} for child in thing.lefts)
    first = token.head if token.dep_ == "conj" else token
    return new and first.dep_ == "pobj" and first.head.i == thing.i + 1 and entity_type(token) is None


def clause_filler(verb: Token) -> Filler:
    """The topic that a clause states, in its own words: its subject, verb and what follows, ten words or so."""
    start = _start(verb)
    end = min(verb.right_edge.i + 1, start + LONGEST_CLAUSE)
    for child in verb.rights:
        if child.dep_ == "punct":
            end = min(end, child.left_edge.i)
    while end - 1 > verb.i and verb.doc[end - 1].pos_ in DANGLING:
        end -= 1
    words = verb.doc[start : max(end, verb.i + 1)]
    return Filler(span_of(words), words.text.strip(), verb.text, lemmas(words), "Topic")


def _start(verb: Token) -> int:
    """Where a clause starts: a finite one with its subject."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    bare = verb.tag_ in {"VB", "VBG"} and not any(child.tag_ == "MD" for child in verb.lefts)
    if subject is None or bare or verb.i - subject.left_edge.i > LONGEST_CLAUSE:
        return verb.i
    return subject.left_edge.i


def is_place(found: Filler, token: Token) -> bool:
    """Whether the filler is somewhere: a named place, or a noun for one."""
    return found.type == "Place" or (
        found.type in {"Thing", "Participant", "Organization", "Product"} and token.lemma_.lower() in lexicon().places
    )


def _roles(frame: Frame, argument: Argument, token: Token) -> list[Role]:
    found = filler(token)
    role = _role(frame, argument, found, token) if found is not None else None
    if found is None or role is None:
        return []
    if argument.low and (role not in LOW or _is_for_somebody(frame, argument, found)):
        return []
    if role == "location":
        return _located(token, found)
    owners = _owners(frame, argument, token, found) if role in {"about", OWNED.get(frame.type)} else []
    roles = [Role(OWNED[frame.type], owner) for owner in owners]
    left = _left(argument, token) if frame.type == "Resignation" else []
    roles += [Role("patient", body) for body in left]
    roles.append(Role("about" if left or (owners and frame.type not in BODILY) else role, found))
    if frame.type in NEEDED and role in {"about", "patient"} and found.type == "Thing":
        roles += [Role("beneficiary", somebody) for somebody in _meant_for(token)]
    if _is_around(frame, argument, role):
        roles += [Role("location", place) for place in map(filler, places_around(token)) if place is not None]
    return roles


def _is_for_somebody(frame: Frame, argument: Argument, found: Filler) -> bool:
    """Whether the phrase inside an object says for whom the thing is, which the object's own role tells."""
    return argument.slot == "for" and frame.type in NEEDED and found.type in PEOPLE


def _meant_for(token: Token) -> list[Filler]:
    """The people for whom a thing is: the refugees of "temporary housing for the refugees"."""
    below = [filler(t) for preposition, t in prepositional(token) if preposition.lower_ == "for"]
    return [found for found in below if found is not None and found.type in PEOPLE]


def _is_around(frame: Frame, argument: Argument, role: str) -> bool:
    """Whether an event is where this filler is, as what happens at a feast or is done to people."""
    if role in {"about", "cause"}:
        return argument.slot in {"in", "at", "during"}
    return frame.type in lexicon().bodily and role in AFFECTED


def _located(token: Token, found: Filler) -> list[Role]:
    """A location with the named places in its phrase, which say it better than "the town of" them does."""
    if token.lower_ == "home" and not token.children:
        return []
    places = [place for place in map(filler, places_meant(token) or district_meant(token)) if place is not None]
    if not places and (entity_type(token) is not None or not naming_places(token)):
        places.append(found)
    places += [place for place in map(filler, places_in(token)) if place is not None]
    return [Role("location", place) for place in places]


def _left(argument: Argument, token: Token) -> list[Filler]:
    """The bodies that somebody leaves with an office: "resigned as chairman of the port authority"."""
    if argument.slot not in {"object", "from", "as"}:
        return []
    carriers = (token, token.head) if token.dep_ == "dobj" else (token,)
    below = [t for above in carriers for prep, t in prepositional(above) if prep.lower_ in {"of", "in", "at"}]
    bodies = [filler(t) for t in below if entity_type(t) in {"Organization", "Group"}]
    return [body for body in bodies if body is not None]


def _owners(frame: Frame, argument: Argument, token: Token, found: Filler) -> list[Filler]:
    if frame.type not in OWNED or argument.slot != "object" or found.type in ACTORS:
        return []
    if token.lemma_ in lexicon().befalling:
        return []
    heads = [t for child in token.lefts if child.dep_ in OWNERS for t in conjuncts(child)]
    heads = [t for t in heads if t.dep_ == "poss" or entity_type(t) in {"Group", "Organization", "Place"}]
    of = {"of"} if frame.type in BODILY else {"by", "from"}
    heads += [t for prep in token.rights if prep.lower_ in of for t in prep.children if t.dep_ == "pobj"]
    return [owner for owner in map(filler, heads) if owner is not None and owner.type in ACTORS]


def _role(frame: Frame, argument: Argument, found: Filler, token: Token) -> str | None:
    slot, role = argument.slot, _mapped(frame, argument.slot)
    if slot in lexicon().causal:
        role = "cause"
    elif slot == "poss" and found.type == "Place" and frame.type in HAPPENING:
        role = "location"
    elif slot == "compound" and role:
        role = BESIDE.get(found.type, role)
    elif _placing(frame, slot, role, entity_type(token) is not None) and is_place(found, token):
        role = "location"
    elif (role is None and slot in lexicon().instrumental and found.type == "Thing") or _is_medium(slot, role, token):
        role = "instrument"
    elif role == "cause" and found.type == "Event" and slot != "subject":
        role = "about"
    elif slot == "for" and frame.type == "Conference" and found.type in PEOPLE:
        role = "attendee"
    if role is None or _fills_none(frame, slot, found, token) or (role == "cause" and token.like_num):
        return None
    if role == "patient" and frame.type in COERCED and _is_sum(found, token):
        return "about"
    if role in ACTING and found.type not in ACTORS:
        return _of_thing(frame, argument, found, role)
    if role == "instrument" and found.type in ACTORS and not argument.passive:
        return "attendee" if frame.type == "Act" else None
    return _where(frame, found, token) if role == "location" else role


def _fills_none(frame: Frame, slot: str, found: Filler, token: Token) -> bool:
    """Whether it fills no role whatever its slot: a date, the age at which ("as a boy"), the price of what has none."""
    if slot == "as":
        return token.lemma_.lower() in nouns("ages")
    return found.type == "Date" or (slot == "for" and frame.type in UNPRICED and _is_sum(found, token))


def _is_sum(found: Filler, token: Token) -> bool:
    """Whether it is so much money, also where nobody knew the currency for one: "3 million reais"."""
    return found.type == "Money" or (token.lemma_.lower() in nouns("sums") and any(t.like_num for t in token.subtree))


def _is_medium(slot: str, role: str | None, token: Token) -> bool:
    """Whether something is said or done through this: "on French television", "on his blog"."""
    if slot == "in" and role is not None:
        return False
    return slot in {"on", "via", "through", "in"} and token.lemma_.lower() in lexicon().media


def _of_thing(frame: Frame, argument: Argument, found: Filler, role: str) -> str | None:
    """The role of a thing where somebody is expected: an instrument or cause, what an act is told of, or a topic."""
    if role not in {"agent", "organizer"}:
        topical = "about" in frame.slots.values() and argument.slot not in TOWARDS and found.type not in VALUES
        return "about" if topical else None
    if frame.thing is not None or found.type in VALUES:
        return frame.thing if found.type not in VALUES else None
    if frame.type in SAID and argument.token.lemma_.lower() in nouns("texts"):
        return "agent"
    if argument.passive:
        return "instrument"
    return "agent" if frame.type == "Act" and not argument.shared else None


def _where(frame: Frame, found: Filler, token: Token) -> str | None:
    """A location where the filler is somewhere; whom one visits is a patient, an event a topic."""
    if is_place(found, token) or found.type in {"Organization", "Product"}:
        return "location"
    if frame.type == "Deployment" and found.type in ACTORS:
        return "location"
    if found.type == "Event":
        return "about"
    return "patient" if frame.type in AIMED and found.type in ACTORS else None


def _placing(frame: Frame, slot: str, role: str | None, named: bool) -> bool:
    """Whether the preposition can say where, against what the frame has for it."""
    if slot == "to" and frame.type == "Act" and not named:
        return True
    if slot not in lexicon().locative:
        return False
    return role in {None, "cause"} or (role == "about" and (slot in {"in", "at"} or frame.type == "Act"))


def _mapped(frame: Frame, slot: str) -> str | None:
    if slot == "where" or (slot == "heard" and frame.type in SAID):
        return GIVEN[slot]
    return frame.slots.get(slot) or (frame.slots.get("subject") if slot in {"poss", "national"} else None) or None

"""What one event of a sentence says of another: where it was, what caused it, whom a claim accuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.facts.drafts import Draft
from graph.facts.lexicon import lexicon
from graph.facts.naming import places_around
from graph.facts.parsed import Token
from graph.facts.phrases import filler
from graph.facts.roles import ACTORS, clause_filler, is_place
from graph.facts.scene import scene
from graph.facts.syntax import is_passive, prepositional, subjects
from graph.model import Filler, Role

Drafts = Mapping[int, Draft]
ELECTORAL = frozenset({"Election", "Vote"})
HARM = frozenset({"Killing", "Injury", "Death"})
CAUSES = frozenset({"Accident", "Attack", "Disaster", "Outbreak"})
WRONGS = frozenset(
    {"Attack", "Killing", "Injury", "Abduction", "Arrest", "Restriction", "Accusation", "Threat", "Raid"}
)
"""Classes that somebody is accused of."""
BROUGHT_ABOUT = frozenset({"when", "after", "as", "because", "while"})
"""Subordinators of a clause that says what somebody was harmed by."""
WITH = frozenset({"with", "between", "of", "by", "against"})
"""Prepositions of an event noun's people, in whose phrase its place may stand."""
LIFELESS = frozenset({"Thing", "Product", "Place"})
CLAIMING = frozenset({"claim", "allege"})


def link(drafts: Drafts) -> None:
    """Adds to the drafts the roles that other drafts and the phrases of their fillers give them."""
    for draft in drafts.values():
        _cause(draft, drafts)
        _causer(draft)
        _location(draft, drafts)
        _scene(draft)


def accusation(verb: Token, drafts: Drafts) -> Draft | None:
    """The accusation that a claim of somebody's wrong makes: "she claimed that the church imprisoned her"."""
    if verb.lemma_.lower() not in CLAIMING or is_passive(verb):
        return None
    told = next((drafts[c.i] for c in verb.rights if c.dep_ == "ccomp" and c.i in drafts), None)
    if told is None or told.frame.type not in WRONGS:
        return None
    accusers = [found for found in map(filler, subjects(verb)) if found is not None]
    accused = [
        role.filler
        for role in told.roles
        if role.name == "agent" and role.filler.chain not in {f.chain for f in accusers}
    ]
    if not accusers or not accused:
        return None
    draft = Draft(lexicon().classes["Accusation"], verb, "verb:accusation", [verb])
    draft.add(Role("agent", found) for found in accusers)
    draft.add(Role("patient", found) for found in accused)
    draft.add([Role("about", clause_filler(told.head))])
    return draft


def demand(verb: Token, drafts: Drafts) -> Draft | None:
    """The demand that a saying makes of somebody: "Russia said that Sudan must return the helicopter"."""
    announced = verb.i in drafts and drafts[verb.i].frame.type == "Announcement"
    if is_passive(verb) or not (announced or (verb.i not in drafts and verb.lemma_.lower() in lexicon().reporting)):
        return None
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and any(a.lower_ == "must" for a in c.children)), None)
    if clause is None:
        return None
    asking = [found for found in map(filler, subjects(verb)) if found is not None]
    asked = [found for found in map(filler, subjects(clause)) if found is not None and found.type in ACTORS]
    if not asking or not asked:
        return None
    draft = Draft(lexicon().classes["Request"], verb, "noun:request", [verb])
    draft.add(Role("agent", found) for found in asking)
    draft.add(Role("recipient", found) for found in asked)
    draft.add([Role("about", clause_filler(clause))])
    return draft


def _cause(draft: Draft, drafts: Drafts) -> None:
    """ "Died when a hotel collapsed": the clause is the cause."""
    if draft.frame.type not in HARM or _has(draft, "cause"):
        return
    for child in draft.head.children:
        marked = child.dep_ == "advcl" and any(mark.lower_ in BROUGHT_ABOUT for mark in child.children)
        if marked and _harmful(child, drafts):
            draft.add([Role("cause", clause_filler(child))])


def _causer(draft: Draft) -> None:
    """ "A storm caused the crane to fall": the subject of the verb above is the cause."""
    verb, above = draft.head, draft.head.head
    known = lexicon().participation
    if verb.dep_ in {"xcomp", "ccomp"} and known.get(above.lemma_) == "cause" and not is_passive(above):
        draft.add(Role("cause", found) for found in map(filler, subjects(above)) if found is not None)


def _harmful(clause: Token, drafts: Drafts) -> bool:
    """Whether the clause tells of an accident or attack, or of a thing that did something."""
    if clause.i in drafts and drafts[clause.i].frame.type != "Act":
        return drafts[clause.i].frame.type in CAUSES
    doers = [(token, found) for token in subjects(clause) if (found := filler(token)) is not None]
    lifeless = all(found.type in LIFELESS or is_place(found, token) for token, found in doers)
    return clause.pos_ == "VERB" and bool(doers) and lifeless


def _location(draft: Draft, drafts: Drafts) -> None:
    """A bodily event is where its patients are said to be, or where the event is that it is a part of."""
    if draft.frame.type not in lexicon().bodily | {"Restriction"} or _has(draft, "location"):
        return
    if draft.head.pos_ == "NOUN":
        people = [t for preposition, t in prepositional(draft.head) if preposition.lower_ in WITH]
        places = [place for token in people for place in places_around(token)]
        draft.add(Role("location", found) for found in map(filler, places) if found is not None)
    if draft.frame.type == "Restriction":
        forced = [drafts[c.i] for c in draft.head.children if c.dep_ == "xcomp" and c.i in drafts]
        draft.add(role for other in forced for role in other.roles if role.name == "location")
        draft.add(Role("location", found) for found in _forbidden_at(draft.head))
    above = drafts.get(draft.head.head.i)
    if (
        above is not None
        and draft.head.dep_ in {"advcl", "conj"}
        and not _has(draft, "location")
        and draft.frame.type in HARM
    ):
        draft.add(role for role in above.roles if role.name == "location")


def _forbidden_at(verb: Token) -> Iterator[Filler]:
    """The places of what somebody is kept from doing: "banned from selling fish at the pier"."""
    gerunds = [c for prep in verb.children if prep.dep_ == "prep" for c in prep.children if c.dep_ == "pcomp"]
    for preposition, token in (pair for gerund in gerunds for pair in prepositional(gerund)):
        found = filler(token) if preposition.lower_ in lexicon().locative else None
        if found is not None and is_place(found, token):
            yield found


def _scene(draft: Draft) -> None:
    """An election that is told without its district is held in the district that the paragraph is about."""
    contested = draft.frame.type == "Act" and draft.head.lemma_.lower() in lexicon().contests
    if not (contested or draft.frame.type in ELECTORAL) or _has(draft, "location"):
        return
    draft.add(Role("location", found) for found in map(filler, scene(draft.head)) if found is not None)


def _has(draft: Draft, name: str) -> bool:
    return any(role.name == name for role in draft.roles)

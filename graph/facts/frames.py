"""Doc → Event: every verb and event noun of an article, through the frame lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.drafts import PRONOUNS, Draft, finish
from graph.facts.lexicon import lexicon
from graph.facts.links import accusation, demand, link
from graph.facts.parsed import Doc, Token
from graph.facts.participation import Drafts, event_noun, nominal, of_nation, speaker, take_part, take_place
from graph.facts.roles import ACTORS, HAPPENING
from graph.facts.scan import readable
from graph.facts.syntax import has
from graph.facts.verbal import aspectual, verbal
from graph.model import ENTITY_TYPES, Event

CARRYING = frozenset({"VERB", "AUX", "NOUN"})
"""Parts of speech of words that can head a clause; a noun only where the tagger took a verb for one."""
NO_PREDICATE = frozenset({"aux", "auxpass", "amod", "compound", "prep", "nmod"})
NAMED = ACTORS | {"Event"}
NAMES = frozenset({"Person", "Organization", "Place", "Product", "Work", "Law"})
"""Types of names; a word inside one tells of no event ("São José dos Campos")."""
DOING = frozenset({"agent", "organizer"})
LIMITING = frozenset({"det", "nummod", "poss", "amod", "compound", "predet"})
"""What makes a noun in the plural one of certain people or things."""
NAMED_BY_NOUN = frozenset({"agent", "patient", "recipient", "organizer", "attendee", "beneficiary"})
"""A noun alone tells of an event only where its phrase names somebody in one of these roles."""


def events(doc: Doc) -> Iterator[Event]:
    """The events that the article's sentences tell of, in text order."""
    words = [token for token in readable(doc) if token.pos_ in CARRYING]
    verbs = [token for token in words if _predicate(token)]
    drafts: Drafts = {}
    consumed = {verb.i for give in (take_part, take_place) for verb in verbs if give(verb, drafts)}
    for verb in verbs:
        draft = verbal(verb) if verb.i not in consumed and not aspectual(verb) else None
        if draft is not None:
            drafts.setdefault(draft.head.i, draft)
    for noun in words:
        draft = _named_by(noun) if noun.pos_ == "NOUN" and noun.i not in drafts else None
        if draft is not None:
            drafts[noun.i] = draft
    for draft in drafts.values():
        if draft.head.pos_ == "NOUN" and not any(role.name in DOING for role in draft.roles):
            draft.add(of_nation(draft))
    _add_speech(verbs, drafts)
    link(drafts)
    yield from (finish(draft) for _, draft in sorted(drafts.items()) if draft.roles and not _is_of_a_kind(draft))


def _add_speech(verbs: list[Token], drafts: Drafts) -> None:
    for verb in verbs:
        made = accusation(verb, drafts) or demand(verb, drafts)
        if made is not None:
            drafts[verb.i] = made


def _named_by(noun: Token) -> Draft | None:
    frame = event_noun(noun)
    if frame is None:
        return None
    draft = nominal(noun, frame)
    draft.add(speaker(noun, draft))
    return draft if _names_somebody(draft) else None


def _names_somebody(draft: Draft) -> bool:
    """Whether the noun's phrase names somebody that the event is of; "his financing" alone says too little."""
    named = [r.filler for r in draft.roles if r.name in NAMED_BY_NOUN and r.filler.type in NAMED]
    if draft.frame.type in HAPPENING and any(r.name == "location" and r.filler.type == "Place" for r in draft.roles):
        return True
    return bool(named) and (len(draft.roles) > 1 or named[0].head.lower() not in PRONOUNS)


def _is_of_a_kind(draft: Draft) -> bool:
    """Whether a participle only says what kind of people: "boats of people seeking work" tells of no request."""
    verb, noun = draft.head, draft.head.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or noun.tag_ != "NNS" or has(noun, LIMITING):
        return False
    does = any(role.name == "agent" and role.filler.head == noun.text for role in draft.roles)
    return does and not any(role.filler.type in ENTITY_TYPES for role in draft.roles)


def _predicate(token: Token) -> bool:
    """Whether the token heads a clause: no auxiliary, modifier or preposition, no first half of "re-elected"."""
    if token.dep_ in NO_PREDICATE or (token.name is not None and token.name.label_ in NAMES) or _ends_idiom(token):
        return False
    if token.pos_ == "AUX":
        return token.lemma_ == "be"
    if token.dep_ == "ROOT" and token.tag_ == "NN" and token.lemma_ in lexicon().verbs:
        return any(child.dep_ == "nsubj" for child in token.lefts)
    if token.pos_ != "VERB" or not token.text[0].isalpha():
        return False
    if token.dep_ == "pcomp" and token.head.lower_ == "as" and not token.rights:
        return False  # "described it as dazzling" says how it is
    halved = token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == "-" and not token.whitespace_
    return not halved


def _ends_idiom(token: Token) -> bool:
    """Whether the token ends a set phrase that tells of no event."""
    if token.lower_ not in lexicon().second_halves or token.i == 0:
        return False
    return f"{token.doc[token.i - 1].lower_} {token.lower_}" in lexicon().set_phrases

"""Doc → Event: every verb and event noun of an article, through the frame lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph.facts.drafts import Draft, finish
from graph.facts.links import accusation, demand, link
from graph.facts.participation import Drafts, event_noun, nominal, of_nation, speaker, take_part, take_place
from graph.facts.roles import ACTORS
from graph.facts.verbal import aspectual, verbal
from graph.model import Event

NAMED_BY_NOUN = frozenset({"agent", "patient", "recipient", "organizer", "attendee", "beneficiary"})
"""A noun alone tells of an event only where its phrase names somebody in one of these roles."""


def events(doc: Doc) -> Iterator[Event]:
    """The events that the article's sentences tell of, in text order."""
    drafts: Drafts = {}
    verbs = [token for token in doc if _predicate(token)]
    consumed = {verb.i for give in (take_part, take_place) for verb in verbs if give(verb, drafts)}
    for token in doc:
        if token.i in drafts or token.i in consumed:
            continue
        draft = _draft(token)
        if draft is not None:
            drafts[token.i] = draft
    for verb in verbs:
        made = accusation(verb, drafts) or demand(verb, drafts)
        if made is not None:
            drafts[verb.i] = made
    link(drafts)
    for _, draft in sorted(drafts.items()):
        if draft.roles:
            yield finish(draft)


def _draft(token: Token) -> Draft | None:
    if _predicate(token):
        return None if aspectual(token) else verbal(token)
    if token.pos_ == "NOUN":
        frame = event_noun(token)
        if frame is not None:
            draft = nominal(token, frame)
            draft.add(speaker(token, draft))
            if any(role.name in NAMED_BY_NOUN and role.filler.type in ACTORS for role in draft.roles):
                draft.add(of_nation(draft))
                return draft
    return None


def _predicate(token: Token) -> bool:
    """Whether the token heads a clause: no auxiliary, modifier or preposition, no first half of "re-elected"."""
    if token.dep_ in {"aux", "auxpass", "amod", "compound", "prep", "nmod"}:
        return False
    if token.pos_ == "AUX":
        return token.lemma_ == "be"
    if token.dep_ == "ROOT" and token.tag_ == "NN" and any(child.dep_ == "nsubj" for child in token.lefts):
        return True
    if not token.is_alpha and not token.text[0].isalpha():
        return False
    halved = token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == "-" and not token.whitespace_
    return token.pos_ == "VERB" and not halved

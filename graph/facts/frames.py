"""Doc → Event: every verb and event noun of an article, through the frame lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph.facts.drafts import Draft, finish
from graph.facts.participation import Drafts, event_noun, nominal, take_part, take_place
from graph.facts.roles import ACTORS
from graph.facts.verbal import aspectual, verbal
from graph.model import Event

NAMED_BY_NOUN = frozenset({"agent", "patient", "recipient", "organizer", "attendee", "beneficiary"})
"""A noun alone tells of an event only where its phrase names somebody in one of these roles."""


def events(doc: Doc) -> Iterator[Event]:
    """The events that the article's sentences tell of, in text order."""
    drafts: Drafts = {}
    consumed = {token.i for token in doc if token.pos_ in {"VERB", "AUX"} and _of_noun(token, drafts)}
    for token in doc:
        if token.i in drafts or token.i in consumed:
            continue
        draft = _draft(token)
        if draft is not None:
            drafts[token.i] = draft
    for _, draft in sorted(drafts.items()):
        if draft.roles:
            yield finish(draft)


def _of_noun(verb: Token, drafts: Drafts) -> bool:
    return take_part(verb, drafts) or take_place(verb, drafts)


def _draft(token: Token) -> Draft | None:
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.lemma_ == "be" and token.dep_ not in {"aux", "auxpass"}):
        return None if token.dep_ in {"amod", "compound"} or aspectual(token) else verbal(token)
    if token.pos_ == "NOUN":
        frame = event_noun(token)
        if frame is not None:
            draft = nominal(token, frame)
            if any(role.name in NAMED_BY_NOUN and role.filler.type in ACTORS for role in draft.roles):
                return draft
    return None

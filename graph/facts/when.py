"""Event → Time: which time expression of a sentence belongs to which verb or event noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from graph.facts.factuality import cues
from graph.facts.lexicon import noun_frames
from graph.model import Time

OTHER_TIMES = frozenset(
    {"before", "until", "till", "by", "after", "since", "for", "from", "through", "following", "to", "of"}
)
"""Prepositions after which a date is not that of the event."""
DAY = 10
"""The length of a date that names the day."""
MOST_STEPS = 6


def event_time(tokens: list[Token]) -> Time | None:
    """The time of the first of these verbs and nouns that has one, its own or shared with the verb above."""
    if not tokens or not tokens[0].doc._.times:
        return None
    owned = _owners(tokens[0].doc)
    for token in tokens:
        for verb in (token, *_sharing(token)):
            if verb.i in owned:
                return owned[verb.i]
    return None


def _owners(doc: Doc) -> Mapping[int, Time]:
    """Token index → the first time expression that hangs on that verb or event noun."""
    known = doc.user_data.get("newsgraph.times")
    if known is None:
        known = doc.user_data["newsgraph.times"] = {}
        for i, time in sorted(doc._.times.items()):
            for owner in _owned_by(doc[i], time):
                known.setdefault(owner.i, time)
    return known  # type: ignore[no-any-return]


def _owned_by(root: Token, time: Time) -> Iterator[Token]:
    """The verb above the expression; an event noun on the way has it too, and keeps "the talks on Friday" to itself."""
    token = root
    if root.dep_ in {"pobj", "pcomp"}:
        if root.head.lower_ in OTHER_TIMES:
            return
        token = root.head
    loose = root.dep_ in {"npadvmod", "advmod", "tmod"}
    for _ in range(MOST_STEPS):
        above = token.head
        if above.i == token.i:
            return
        if above.pos_ in {"VERB", "AUX"}:
            yield above
            return
        if above.pos_ in {"NOUN", "PROPN"} and noun_frames(above):
            yield above
            if not loose:
                return
        if not loose and (len(time.start or "") < DAY or above.dep_.startswith("nsubj")):
            return
        token = above


def _sharing(token: Token) -> Iterator[Token]:
    """The verbs above whose time is this one's too: of a coordination, of a participle, of what they caused."""
    for _ in range(3):
        head = token.head
        if head.i == token.i or head.pos_ not in {"VERB", "AUX"} or not _shares(token, head):
            return
        yield head
        token = head


def _shares(token: Token, head: Token) -> bool:
    if token.dep_ == "conj":
        return True
    if token.dep_ not in {"advcl", "xcomp", "ccomp"} or any(c.dep_ == "mark" for c in token.children):
        return False
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
        return head.lower_ in cues("transparent") or head.lemma_ in cues("transparent")
    return token.dep_ != "ccomp" or not any(c.dep_.startswith("nsubj") for c in token.children)

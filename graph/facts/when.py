"""Event → Time: which time expression of a sentence belongs to which verb or event noun."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources

from graph.facts.factuality import cues
from graph.facts.lexicon import noun_frames
from graph.facts.parsed import Doc, Token, Tokens, once
from graph.facts.syntax import PRESENT, SUBJECTS
from graph.model import Time

DAY = 10
"""The length of a date that names the day."""
MOST_STEPS = 6
TAKEN = frozenset({"nummod", "nmod", "compound"})


def event_time(tokens: list[Token]) -> Time | None:
    """The time of the first of these verbs and nouns that has one, its own or shared with the verb above."""
    if not tokens or not tokens[0].doc.times:
        return None
    owned = _owners(tokens[0].doc)
    for token in tokens:
        for verb in (token, *_sharing(token)):
            if verb.i in owned:
                return owned[verb.i]
    return None


def narrated_time(token: Token) -> Time | None:
    """The day that a blow-by-blow paragraph goes on telling of: the last one that the article named before it."""
    return _narrated(token.doc).get(token.sent.start)


@once
def _narrated(doc: Doc) -> Mapping[int, Time]:
    """Start of a sentence → the day of its paragraph's account."""
    known: dict[int, Time] = {}
    quoted = {i for quotation in doc.quotations for i in range(quotation.start, quotation.end)}
    stated = ((i, time) for i, time in _dated(doc) if i not in quoted)
    days = [(i, time) for i, time in stated if len(time.start or "") == DAY]
    for paragraph in _paragraphs(doc) if days else ():
        before = [time for i, time in days if doc.article.headline < doc[i].idx < paragraph[0].start_char]
        if before and any(_clock().search(sentence.text) for sentence in paragraph):
            known.update((sentence.start, before[-1]) for sentence in paragraph)
    return known


def _dated(doc: Doc) -> list[tuple[int, Time]]:
    """The time expressions in text order, without those that only tell the time within a day ("four minutes later")."""
    return [(i, time) for i, time in sorted(doc.times.items()) if not _clock().search(time.text)]


def _paragraphs(doc: Doc) -> Iterator[list[Tokens]]:
    found: list[Tokens] = []
    for sentence in doc.sents:
        found.append(sentence)
        if sentence[-1].is_space or "\n" in sentence.text:
            yield found
            found = []
    if found:
        yield found


@once
def _owners(doc: Doc) -> Mapping[int, Time]:
    """Token index → the first time expression that hangs on that verb or event noun."""
    known: dict[int, Time] = {}
    opening: list[tuple[Token, Time]] = []
    for i, time in _dated(doc):
        for owner in _owned_by(doc[i], time):
            known.setdefault(owner.i, time)
            if doc[i].sent.start >= doc[i].left_edge.i - 1:
                opening.append((doc[i], time))
    # The other main clauses have the date that opens the sentence only where they have none of their own.
    for date, time in opening:
        known.update((verb.i, time) for verb in _main_verbs(date) if verb.i not in known)
    return known


def _owned_by(root: Token, time: Time) -> Iterator[Token]:
    """The verb above the expression; an event noun on the way has it too, and keeps "the talks on Friday" to itself."""
    token = root = _whole_day(root)
    if root.dep_ in {"pobj", "pcomp"}:
        if root.head.lower_ in _data()["other"]:
            return
        token = root.head
    elif root.dep_ in TAKEN and _opens(root):
        yield from _main_verbs(root)
        return
    loose = root.dep_ in {"npadvmod", "advmod", "tmod"}
    for _ in range(MOST_STEPS):
        above = token.head
        if above.i == token.i or above.lower_ in _data()["apart"]:
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


def _whole_day(root: Token) -> Token:
    """The part of the day that a day is named with: night of "Thursday night", hours of "the hours of Friday"."""
    parts = _data()["parts_of_day"]
    if root.dep_ in {"compound", "nmod", "nummod"} and root.head.lemma_ in parts:
        return root.head
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.lemma_ in parts:
        return root.head.head
    return root


def _opens(root: Token) -> bool:
    """Whether a date opens its sentence, so that the parse took it for a part of the subject: "On 3 May rebels ..."."""
    first = root.sent[0]
    leads = first.pos_ == "ADP" and first.lower_ not in _data()["other"]
    return leads and first.i + 1 == root.left_edge.i


def _main_verbs(date: Token) -> Iterator[Token]:
    """The main clauses which a date at the start of the sentence holds for as well.

    All of "On Monday A won; B lost; and C drew", only the first of "In 2009 A won; B lost.".
    """
    root, doc = date.sent.root, date.doc
    parted = [token.i for token in date.sent if token.text == ";"]
    end = date.sent.end if any(doc[i + 1].lower_ == "and" for i in parted) else min(parted, default=date.sent.end)
    for token in (root, *root.children):
        if token.pos_ == "VERB" and token.dep_ in {"ROOT", "conj", "ccomp", "parataxis", "dep"} and token.i < end:
            yield token


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
        if token.tag_ in PRESENT and head.tag_ == "VBD":
            return False  # "broke away in 2017 and lives on theft"
        timed = any(t.i in token.doc.times for c in token.rights if c.dep_ in {"prep", "npadvmod"} for t in c.subtree)
        return not timed and not any(c.lower_ in _data()["own"] or c.dep_ in SUBJECTS for c in token.children)
    if token.dep_ not in {"advcl", "xcomp", "ccomp"} or any(c.dep_ == "mark" for c in token.children):
        return False
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
        return head.lower_ in cues("transparent") or head.lemma_ in cues("transparent")
    return token.dep_ != "ccomp" or not any(c.dep_.startswith("nsubj") for c in token.children)


@lru_cache(maxsize=1)
def _clock() -> re.Pattern[str]:
    return re.compile("|".join(_data()["clock"]), re.IGNORECASE)


@lru_cache(maxsize=1)
def _data() -> Mapping[str, list[str]]:
    return tomllib.loads(resources.files("graph.facts").joinpath("when.toml").read_text(encoding="utf-8"))

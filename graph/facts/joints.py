"""Clauses and phrases that the parse joins to the wrong word, hung where tense, punctuation and sense want them.

Each mend looks at one word and hangs it, or does nothing; the rules are of English, none knows a single verb.
"""

from __future__ import annotations

from collections.abc import Callable

from graph.facts.parsed import Doc, Token
from graph.facts.reporting import reporting_verb
from graph.facts.scan import readable

PAST = "VBD"
OPEN = frozenset({"pcomp", "xcomp", "advcl"})
"""Clauses without a tense of their own, which a verb in the past does not go on from."""
UNTENSED = frozenset({"VB", "VBG"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TIMES = frozenset({"for", "on", "in"})
PLACING = frozenset({"at", "in"})
OPENING = 3


def join(doc: Doc) -> None:
    """Mends the Doc's parse; before anything was found of it."""
    for token in readable(doc):
        mend = _MENDS.get(token.dep_)
        if mend is not None:
            mend(token)


def _goes_on(verb: Token) -> None:
    """A finite past verb goes on from the finite verb: "accused him of stealing and called for his arrest"."""
    first = verb.head
    if verb.tag_ != PAST or first.tag_ not in UNTENSED or first.dep_ not in OPEN or _has_subject(verb):
        return
    if any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return
    above = first.head.head if first.dep_ == "pcomp" else first.head
    if above.tag_ != PAST or above.i > first.i:
        return
    for word in [child for child in first.rights if child.dep_ == "cc" and child.i < verb.i][-1:]:
        word.hang(above, "cc")
    verb.hang(above, "conj")


def _is_said(verb: Token) -> None:
    """A clause with "that" and a subject behind a verb's phrase is said: "wrote in a paper that young bats learn"."""
    noun = verb.head
    that = next((c for c in verb.lefts if c.lower_ == "that" and c.i == noun.i + 1), None)
    if that is None or noun.dep_ != "pobj" or not _has_subject(verb) or any(c.dep_ == "dobj" for c in verb.rights):
        return
    cue = noun.head.head
    free = not any(child.dep_ in {"ccomp", "dobj", "xcomp"} for child in cue.children)
    known = reporting_verb(cue)
    if free and cue.pos_ == "VERB" and known is not None and "clause" in known.forms:
        that.dep_ = "mark"
        verb.hang(cue, "ccomp")


def _opens(name: Token) -> None:
    """The speaker behind a participle: "Prosecuting, James Odell said" has Odell as its subject."""
    participle = name.head
    if participle.tag_ != "VBG" or participle.dep_ != "nsubj" or participle.i - participle.sent.start > OPENING:
        return
    verb = participle.head
    if participle.doc[participle.i + 1].text == "," and name.pos_ == "PROPN":
        name.hang(verb, "nsubj")
        participle.hang(verb, "advcl")


def _is_there(preposition: Token) -> None:
    """Where something was, which the parse hangs on how long it took: "jailed for five years at the Old Bailey"."""
    time = preposition.head
    if preposition.lower_ not in PLACING or time.ent_type_ != "Date":
        return
    verb = time.head if time.dep_ == "npadvmod" else time.head.head
    timed = time.dep_ == "npadvmod" or (time.dep_ == "pobj" and time.head.lower_ in TIMES)
    if timed and verb.pos_ in {"VERB", "AUX"} and any(child.pos_ == "PROPN" for child in preposition.children):
        preposition.hang(verb, "prep")


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


_MENDS: dict[str, Callable[[Token], None]] = {
    "conj": _goes_on,
    "relcl": _is_said,
    "appos": _opens,
    "prep": _is_there,
}
"""What is looked at for a word with this dependency."""

"""Event → PLOVER root word: the frame's own, or what it becomes by who acts and how certain it is."""

from __future__ import annotations

from graph.facts.factuality import cues
from graph.facts.lexicon import find, lexicon
from graph.facts.parsed import Token
from graph.facts.syntax import is_passive
from graph.model import Role

FOUGHT = frozenset({"Attack", "Killing", "Injury"})
ASKING = frozenset({"Request", "Accusation", "Rejection", "Vote"})
"""Classes of governors whose complement commits nobody: what is asked for is neither agreed nor threatened."""


def plover(code: str | None, type_: str, roles: list[Role]) -> str | None:
    """The code of an event as asserted: what an army does is fighting, the same by others an assault."""
    if (
        code == "ASSAULT"
        and type_ in FOUGHT
        and any(_military(r) for r in roles if r.name in {"agent", "cause", "instrument"})
    ):
        return "FIGHT"
    return code


def turned(code: str | None, verb: Token, certain: str) -> str | None:
    """The code of an event as certain as this: aid that is promised is an agreement, an attack a threat.

    A purpose ("to protest"), a bare noun and what others are asked for commit nobody, so their codes stay; a will that
    only an "unless" holds back is a threat.
    """
    if code is None or certain not in lexicon().turned or _commits_nobody(verb):
        return code
    if any(mark.lower_ == "unless" for clause in verb.children if clause.dep_ == "advcl" for mark in clause.children):
        return "THREATEN"
    return lexicon().turned[certain].get(code, code)


def _military(role: Role) -> bool:
    words = role.filler.text.lower().split()
    upto = words.index(role.filler.head.lower()) + 1 if role.filler.head.lower() in words else len(words)
    return bool({*words[:upto], *role.filler.lemma.split()[:upto]} & lexicon().military)


def _commits_nobody(verb: Token) -> bool:
    if verb.dep_ in {"advcl", "acl"} or verb.pos_ not in {"VERB", "AUX"}:
        return True
    governor = verb.head
    if verb.dep_ not in {"xcomp", "ccomp"} or governor.pos_ != "VERB":
        return False
    found = find(lexicon().verbs, governor)
    if verb.dep_ == "xcomp" and governor.lower_ not in cues("governors") and governor.lemma_ not in cues("governors"):
        return True
    asked = found is not None and lexicon().verbs[found.key][-1].type in ASKING
    return asked and not is_passive(governor)

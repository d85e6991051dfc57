"""Pronouns: the one antecedent that fits best, or none where two fit equally."""

from __future__ import annotations

from functools import cache

from graph.language import lexicon
from graph.language.threads import Reference, Thread
from graph.language.words import Words

REACH = 3
"""Sentences that a pronoun looks back over."""
MARGIN = 0.5
"""How much better than the second the best antecedent must be."""
PRONOUN_TAGS = frozenset({"PRP", "PRP$"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def pronouns(words: Words, threads: list[Thread]) -> None:
    """Adds every pronoun that has one best antecedent to its thread."""
    for index, tag in enumerate(words.tag):
        if tag not in PRONOUN_TAGS or words.lower[index] not in kinds() or is_empty_it(words, index):
            continue
        thread = antecedent(words, threads, index)
        if thread:
            thread.references.append(Reference(index, index + 1, index, "pronoun"))


@cache
def kinds() -> dict[str, str]:
    """Third-person pronouns with "m", "f", "n" or "p"."""
    listed = lexicon.knowledge("coreference")["pronouns"]
    return {word: key[0] for key in ("male", "female", "neuter", "plural") for word in listed[key]}


def is_empty_it(words: Words, index: int) -> bool:
    """Whether an "it" stands for nothing: "it is clear that", "it rained"."""
    return words.lower[index] == "it" and (words.dep[index] == "expl" or has_clause(words, index))


def has_clause(words: Words, index: int) -> bool:
    """Whether the verb of an "it" carries the clause that it stands for."""
    verb = words.head[index]
    return any(
        words.head[other] == verb
        and words.dep[other] in {"ccomp", "csubj", "xcomp", "acomp"}
        and words.dep[index] == "nsubj"
        for other in range(verb + 1, min(len(words), verb + 12))
    ) and words.lower[verb] in {"is", "was", "be", "seems", "appears", "takes", "'s"}


def antecedent(words: Words, threads: list[Thread], index: int) -> Thread | None:
    """The thread that fits a pronoun clearly best."""
    kind = kinds()[words.lower[index]]
    scored = sorted(
        ((score, number) for number, thread in enumerate(threads) if (score := fit(words, thread, index, kind)) > 0),
        reverse=True,
    )
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN):
        return None
    return threads[scored[0][1]]


def fit(words: Words, thread: Thread, index: int, kind: str) -> float:
    """How well a thread fits a pronoun; 0 where it cannot."""
    if not agrees(thread, kind):
        return 0.0
    before = [reference for reference in thread.references if reference.end <= index]
    if not before:
        return 0.0
    last = max(before, key=lambda reference: reference.start)
    distance = words.sentence[index] - words.sentence[last.head]
    if distance > REACH:
        return 0.0
    subject = 1.0 if words.dep[last.head] in SUBJECTS else 0.0
    certain = 0.5 if thread.gender == kind else 0.0
    return 4.0 - distance + subject + certain + min(len(before), 4) * 0.25 + (0.5 if thread.named else 0.0)


def agrees(thread: Thread, kind: str) -> bool:
    """Whether gender and number of a thread allow the pronoun."""
    if kind in {"m", "f"}:
        return (
            thread.type == "Person" or (thread.type == "Participant" and thread.gender != "n" and not thread.plural)
        ) and (thread.gender in {kind, None})
    if kind == "n":
        return (
            thread.type not in {"Person", "Group"}
            and not thread.plural
            and (thread.type != "Participant" or thread.gender == "n")
        )
    return thread.plural or thread.type in {"Group", "Organization"}

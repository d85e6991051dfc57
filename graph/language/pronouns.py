"""Pronouns: the one antecedent that fits clearly best, or none."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from graph.language import lexicon
from graph.language.threads import BODY, PEOPLE, PERSON, Reference, Story, Thread
from graph.language.words import Words

REACH = 3
"""Sentences that a pronoun looks back over."""
MARGIN = 0.4
"""How much better than the second the best antecedent must be."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ROLES = {"nsubj": 1.0, "nsubjpass": 1.0, "dobj": 0.4, "poss": 0.3, "attr": 0.3, "appos": 0.2}
"""How much the grammatical role of a mention makes it the likely antecedent."""
DISTANCE, PARALLEL, CERTAIN, NAMED, OFTEN = 1.0, 0.3, 0.5, 0.3, 0.2
"""The weights of a sentence's distance, of both being subjects, of a known gender, of a name, of each mention more."""


def pronouns(words: Words, story: Story) -> None:
    """Takes every pronoun that has one best antecedent into its thread."""
    order = sorted(
        ((reference.head, number) for number, thread in enumerate(story.threads) for reference in thread.references)
    )
    for index, tag in enumerate(words.tag):
        if tag not in {"PRP", "PRP$"} or words.lower[index] not in kinds() or is_empty_it(words, index):
            continue
        number = antecedent(words, story, order, index)
        if number is not None:
            story.join(story.threads[number], Reference(index, index + 1, index, "pronoun"))
            order.insert(bisect_left(order, (index, number)), (index, number))


@cache
def kinds() -> dict[str, str]:
    """Third-person pronouns with "m", "f", "n" or "p"."""
    listed = lexicon.knowledge("coreference")["pronouns"]
    return {word: key[0] for key in ("male", "female", "neuter", "plural") for word in listed[key]}


def is_empty_it(words: Words, index: int) -> bool:
    """Whether an "it" stands for nothing, or for the clause behind it: "it is clear that", "it rained"."""
    if words.lower[index] != "it":
        return False
    if words.dep[index] == "expl":
        return True
    verb = words.head[index]
    if words.lemma[verb] not in lexicon.words("coreference", "empty"):
        return False
    return any(
        words.head[other] == verb and words.dep[other] in {"ccomp", "csubj", "xcomp", "acomp"}
        for other in range(verb + 1, min(len(words), verb + 12))
    )


def antecedent(words: Words, story: Story, order: list[tuple[int, int]], index: int) -> int | None:
    """The number of the thread that fits a pronoun clearly best."""
    if words.lower[index].endswith(("self", "selves")):
        return own_subject(words, story, index)
    kind = kinds()[words.lower[index]]
    barred = story.at.get(co_argument(words, index), None)
    best: dict[int, float] = {}
    for head, number in reversed(order[: bisect_left(order, (index, -1))]):
        distance = words.sentence[index] - words.sentence[head]
        if distance > REACH:
            break
        thread = story.threads[number]
        if thread is not barred and agrees(thread, kind) and not holds(thread, head, index):
            score = closeness(words, head, index, distance) + worth(thread, kind, index)
            best[number] = max(best.get(number, 0.0), score)
    return clear_best(best)


def clear_best(scores: dict[int, float]) -> int | None:
    """The key with the highest score, where no other comes near it.

    >>> clear_best({1: 3.0, 2: 2.8}), clear_best({1: 3.0, 2: 1.0})
    (None, 1)
    """
    ranked = sorted(scores, key=lambda number: -scores[number])
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < MARGIN):
        return None
    return ranked[0]


def closeness(words: Words, head: int, index: int, distance: int) -> float:
    """What the place of one mention speaks for it as the antecedent."""
    while words.dep[head] == "conj" and words.head[head] != head:
        head = words.head[head]
    parallel = PARALLEL if words.dep[index] in SUBJECTS and words.dep[head] in SUBJECTS else 0.0
    return 4.0 - DISTANCE * distance + ROLES.get(words.dep[head], 0.0) + parallel


def worth(thread: Thread, kind: str, index: int) -> float:
    """What a thread speaks for itself as the antecedent."""
    before = sum(reference.start < index for reference in thread.references[:5])
    certain = CERTAIN if thread.gender == kind or (kind == "p" and thread.plural) else 0.0
    return certain + OFTEN * min(before, 4) + (NAMED if thread.named else 0.0)


def agrees(thread: Thread, kind: str) -> bool:
    """Whether gender and number of a thread allow the pronoun."""
    if kind in {"m", "f"}:
        return thread.sort == PERSON and not thread.plural and thread.gender in {kind, None}
    if kind == "n":
        return thread.sort not in {PERSON, PEOPLE} and not thread.plural
    return thread.plural or thread.sort in {PEOPLE, BODY}


def holds(thread: Thread, head: int, index: int) -> bool:
    """Whether the mention at `head` is a phrase that the pronoun stands in."""
    return any(reference.head == head and reference.start <= index < reference.end for reference in thread.references)


def own_subject(words: Words, story: Story, index: int) -> int | None:
    """The thread of the subject of a reflexive pronoun's own verb."""
    subject = subject_of(words, words.head[index])
    thread = story.at.get(subject) if subject is not None else None
    return story.threads.index(thread) if thread and agrees(thread, kinds()[words.lower[index]]) else None


def co_argument(words: Words, index: int) -> int:
    """The subject of the verb that a pronoun is an object of (-1: it is none): never the same thing."""
    if words.dep[index] not in {"dobj", "dative", "pobj"}:
        return -1
    verb = words.head[index]
    if words.dep[index] == "pobj":
        verb = words.head[verb]
    subject = subject_of(words, verb)
    return -1 if subject is None else subject


def subject_of(words: Words, verb: int) -> int | None:
    """The subject of a verb, that of the verb it is joined to where it has none."""
    for _ in range(4):
        if not words.tag[verb].startswith("VB"):
            verb = words.head[verb]
            continue
        for other in range(max(0, verb - 25), min(len(words), verb + 6)):
            if words.head[other] == verb and words.dep[other] in SUBJECTS:
                return other
        if words.dep[verb] not in {"conj", "xcomp"}:
            return None
        verb = words.head[verb]
    return None

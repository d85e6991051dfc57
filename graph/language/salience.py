"""How much speaks for an antecedent: where it was mentioned, and what it is to the article."""

from __future__ import annotations

from bisect import bisect

from graph.language.binding import verb_above
from graph.language.threads import Heads, Story, Thread

REACH = 3
"""Sentences that a pronoun looks back over."""
LEAST, MARGIN, RIVAL = 2.6, 0.7, 1.4
"""How good the best antecedent must be, how much better than the second, and a group than what is told of behind it."""
ROLES = {"nsubj": 1.0, "nsubjpass": 1.0, "dobj": 0.4, "poss": 0.5, "attr": 0.3}
"""How much the grammatical role of a mention makes it the likely antecedent."""
DISTANCE, CERTAIN, NAMED, OFTEN = 1.0, 0.2, 0.3, 0.25
"""The weights of a sentence's distance, of a known gender, of a name, of each sentence more that mentions it."""
HIGHER, PART, INNER, PARAGRAPH, UNKNOWN, TEXT, QUOTED = 1.3, 0.5, 1.2, 0.3, 0.3, 0.5, 1.3
"""Those of the subject of the governing verb; what a part of others, a mention in a relative clause, one in an earlier
paragraph, a person of one word, a text as who speaks, and what stands outside of the words that say "they" lose."""
MOST = 4
"""Sentences beyond which more of them say no more."""
ASIDE = frozenset({"relcl", "acl", "advcl"})


def closeness(story: Story, head: int, index: int) -> float:
    """What the place of one mention speaks for it as the antecedent."""
    words = story.words
    distance = DISTANCE * (words.sentence[index] - words.sentence[head])
    if bisect(story.breaks, head) != bisect(story.breaks, index):
        distance += PARAGRAPH
    top = head
    while words.dep[top] in {"conj", "appos"} and words.head[top] != top:
        top = words.head[top]
    clause = words.head[top]
    inner = INNER if words.dep[clause] in ASIDE and clause != verb_above(words, index) else 0.0
    return (REACH + 1) - distance + ROLES.get(words.dep[top], 0.0) - inner


def worth(story: Story, thing: Thread | Heads, kind: str, index: int) -> float:
    """What a thing speaks for itself as the antecedent."""
    if not isinstance(thing, Thread):
        return CERTAIN + OFTEN + (NAMED if all(story.at[part].named for part in thing) else 0.0)
    before = len({story.words.sentence[reference.head] for reference in thing.references if reference.head < index})
    certain = CERTAIN if thing.gender == kind or (kind == "p" and (thing.plural or thing.many)) else 0.0
    return certain + OFTEN * min(before, MOST) + (NAMED if thing.named else 0.0)


def clear_best(scores: dict[int, float]) -> int | None:
    """The key with the highest score, where no other comes near it.

    >>> clear_best({1: 3.0, 2: 2.8}), clear_best({1: 3.0, 2: 1.0})
    (None, 1)
    """
    ranked = sorted(scores, key=lambda number: -scores[number])
    if not ranked or scores[ranked[0]] < LEAST or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < MARGIN):
        return None
    return ranked[0]

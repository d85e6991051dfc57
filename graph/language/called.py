"""Further names: whether the words between two names say that the second is another name of the first."""

from __future__ import annotations

import re
from functools import cache

from graph.language.boundaries import MARKS, OPENING, Name
from graph.language.lexicon import knowledge
from graph.language.words import Words

FARTHEST = 8
"""The most tokens between a name and its further name."""
APART = frozenset({",", "-", "–", "—", "--", *OPENING})
"""Marks that set a further name apart."""


def is_called(words: Words, name: Name, further: Name, *, certain: bool = False) -> bool:
    """Whether "X, also known as Y" stands there; `certain`: with words that nothing but a name can follow."""
    if not 0 < further.start - name.end <= FARTHEST or words.sentence[name.start] != words.sentence[further.start]:
        return False
    between = words.lower[name.end : further.start]
    said = " ".join(word for word in between if word not in MARKS)
    found = pattern().fullmatch((", " if between[0] in APART else "") + said)
    return found is not None and not (certain and found["likely"])


@cache
def pattern() -> re.Pattern[str]:
    """What may stand between a name and its further name, a mark at its beginning as a comma."""
    listed = {key: "|".join(map(re.escape, values)) for key, values in knowledge("aliases").items()}
    manner = rf"(?:(?:{listed['manner']}) )*"
    being = rf"(?:, )?(?:(?:{listed['pronouns']}) )?(?:{listed['being']}) {manner}"
    return re.compile(
        rf"(?:(?:{being}|(?:, )?{manner})(?:{listed['naming']})"
        rf"|(?:{being}|, {manner})(?:(?:{listed['apart']})|(?P<likely>{listed['likely']})))"
        rf"(?: (?:{listed['owners']}))*"
    )

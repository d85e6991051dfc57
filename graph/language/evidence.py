"""Clues to what a name names that reach farther than its neighbours: pronouns, descriptions, scores, journeys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.language import lexicon
from graph.language.boundaries import Name
from graph.language.words import Words

ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "another", "one"})
"""Words that begin a description."""
LONGEST_DESCRIPTION, FARTHEST_PRONOUN, FARTHEST_VERB = 6, 14, 4
SCORE = re.compile(r"\d{1,3}\s?[-–]\s?\d{1,3}")
"""The score of a game: "2-0"."""
BESIDE_SCORE = 8
"""Words between a team and the score, at most."""
PERSONAL = {"he": "he", "him": "he", "his": "he", "she": "he", "her": "he", "its": "it", "itself": "it"}
GOING = frozenset({"to", "from", "for", "into", "in", "at", "through", "off"})
"""Words between a verb of a journey and its place."""
PLURAL_VERBS = frozenset({"are", "were", "have", "play", "host", "face", "meet", "visit", "lead", "trail"})
ENDS = frozenset({",", ".", ";", ":", ")", "(", "who", "whose", "that", "which", "and", "in", "of", "for", "with"})
"""Words and marks behind the noun of a description."""


def has(section: str, word: str) -> bool:
    """Whether a word is listed in a section of the data file of names."""
    return word in lexicon.words("names", section)


def further_clues(words: Words, name: Name) -> Iterator[str]:
    """What the sentence around one place of a name shows."""
    yield from relative_clues(words, name.end)
    yield from described_clues(words, name)
    yield from pronoun_clues(words, name)
    yield from verb_clues(words, name)
    yield from journey_clues(words, name.start)
    if is_beside_score(words, name):
        yield "score"


def relative_clues(words: Words, end: int) -> Iterator[str]:
    """Whether "who" or "which" follows."""
    at = end + (end < len(words) and words.text[end] == ",")
    if at < len(words):
        if words.lower[at] in {"who", "whom"}:
            many = at + 1 < len(words) and words.lower[at + 1] in PLURAL_VERBS and words.lower[at] == "who"
            yield "who:many" if many else "who"
        elif words.lower[at] == "which" and at > end:
            yield "which"


@cache
def described() -> dict[str, str]:
    """What each noun of a description shows: person, body, place or ship."""
    found = dict.fromkeys(lexicon.words("names", "place_nouns"), "place")
    found |= dict.fromkeys(lexicon.words("names", "ship_nouns"), "ship")
    found |= dict.fromkeys(lexicon.words("coreference", "bodies") | lexicon.words("names", "body_nouns"), "body")
    people = lexicon.words("coreference", "people") | lexicon.words("names", "people_nouns")
    return found | dict.fromkeys(people - lexicon.words("coreference", "either"), "person")


def described_clues(words: Words, name: Name) -> Iterator[str]:
    """What a description behind a comma, or the noun straight before the name, shows."""
    before = [words.lower[at] if at >= 0 else "" for at in (name.start - 1, name.start - 2)]
    if kind := described().get(before[0]):
        yield f"apposed:{kind}"
    elif before[0] == "," and (kind := described().get(before[1])):
        yield f"set:{kind}"
    start = name.end + 2
    if start < len(words) and words.text[name.end] == "," and words.lower[name.end + 1] in ARTICLES:
        for at in range(start, min(start + LONGEST_DESCRIPTION, len(words) - 1)):
            if words.lower[at + 1] in ENDS and words.tag[at].startswith("N"):
                if kind := described().get(words.lower[at]):
                    yield f"beside:{kind}"
                return


def pronoun_clues(words: Words, name: Name) -> Iterator[str]:
    """Whether a person's or a thing's pronoun is the first behind the subject, before any other name."""
    token = name.end - 1
    while name.start <= words.head[token] < name.end and words.head[token] != token:
        token = words.head[token]
    if words.dep[token] not in {"nsubj", "nsubjpass"}:
        return
    for at in range(name.end, min(name.end + FARTHEST_PRONOUN, len(words))):
        if words.sentence[at] != words.sentence[token] or words.tag[at] in {"NNP", "NNPS", "''", "``"}:
            return
        if kind := PERSONAL.get(words.lower[at]):
            yield f"then:{kind}"
            return


def verb_clues(words: Words, name: Name) -> Iterator[str]:
    """What the verb behind a name shows: a plural one after one word, or what only bodies do."""
    at = name.end
    while at < min(name.end + FARTHEST_VERB, len(words)) and words.tag[at] in {"MD", "RB"}:
        at += 1
    if at == len(words) or words.sentence[at] != words.sentence[name.start] or words.start[at] > words.end(at - 1) + 1:
        return
    verb = words.lower[at]
    joint = name.start > 0 and words.lower[name.start - 1] in {"and", "&"}
    if at == name.end and verb in PLURAL_VERBS and not joint:
        yield "plural"
    if has("acting", words.lemma[at]) and words.tag[at].startswith("V"):
        yield "acts"


def journey_clues(words: Words, start: int) -> Iterator[str]:
    """Whether people come from there, go there, or something lies between it and another place."""
    if not start:
        return
    before, back = words.lower[start - 1], words.lower[start - 2] if start > 1 else ""
    if before == "from" and has("dwellers", back):
        yield "dwellers"
    elif has("reaching", words.lemma[start - 1]) or (
        start > 1 and before in GOING and has("travelling", words.lemma[start - 2])
    ):
        yield "journey"
    elif before == "for" and has("playing_for", words.lemma[start - 2] if start > 1 else ""):
        yield "plays:for"
    elif before in {"of", "from", "for"} and (has("body_people", back) or has("leaders", back)):
        yield "of:people"
    elif before == "between" or (before == "and" and "between" in words.lower[max(0, start - 4) : start - 1]):
        yield "between"


def is_beside_score(words: Words, name: Name) -> bool:
    """Whether a name in a sentence with a score stands beside who plays whom; a country stays a place."""
    verb = words.lower[name.end] if name.end < len(words) else ""
    before = words.lower[name.start - 1] if name.start else ""
    land = lexicon.fold(words.slice(name.start, name.end))
    if land in lexicon.countries() or land in lexicon.regions():
        return False
    if not (has("playing", verb) or has("playing", before) or before in {"to", "over", "against", "with", "by"}):
        return False
    near = words.slice(max(0, name.start - BESIDE_SCORE), min(len(words), name.end + BESIDE_SCORE))
    return SCORE.search(near) is not None

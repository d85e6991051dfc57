"""Near copies of one text, by MinHash (datasketch), and the version of a page that counts.

Both are functions of sets of articles: the order of adding never matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from datasketch import MinHash

from graph.model import Article
from graph.vocabulary import digest

PERMUTATIONS = 128
SHINGLE = 3
"""Texts are compared by their runs of so many words."""
THRESHOLD = 0.5
"""Near copies share this part of all their runs: a reprint with a third cut does, two reports of one event do not."""
SEED = 1
ROWS = 4
"""Numbers of a signature in one blocking key: of two texts that share .6 of their runs, 99 in 100 share a key."""

Signature = tuple[int, ...]


def signature(text: str) -> Signature:
    """The MinHash signature of a text: 128 numbers that agree with another text's in the share that the texts share."""
    words = re.findall(r"\w+", text.casefold())
    runs = {" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}
    minhash = MinHash(num_perm=PERMUTATIONS, seed=SEED)
    minhash.update_batch([run.encode() for run in sorted(runs)])
    return tuple(int(value) for value in minhash.hashvalues)


def similarity(left: Signature, right: Signature) -> float:
    """The estimated part of runs of words that two texts share.

    >>> similarity(signature("one two three four five six"), signature("one two three four five six"))
    1.0
    """
    return sum(a == b for a, b in zip(left, right, strict=True)) / len(left)


def near_copies(signatures: Mapping[str, Signature]) -> Iterator[tuple[str, str, float]]:
    """Every pair of near copies with their similarity (two decimals), by the articles' ids in order."""
    holders: dict[str, list[str]] = {}
    for article in sorted(signatures):
        for key in sorted(bands(signatures[article])):
            holders.setdefault(key, []).append(article)
    pairs = {pair for articles in holders.values() for pair in combinations(articles, 2)}
    for left, right in sorted(pairs):
        share = similarity(signatures[left], signatures[right])
        if share >= THRESHOLD:
            yield left, right, round(share, 2)


def bands(values: Signature) -> frozenset[str]:
    """Blocking keys of a signature: near copies share at least one, almost surely."""
    return frozenset(f"{at}:{digest(*values[at : at + ROWS])}" for at in range(0, PERMUTATIONS, ROWS))


def version_key(article: Article) -> tuple[str, str]:
    """What orders the versions of one URL: the date that they were modified or published, then their ids."""
    return max(article.modified or "", article.published or ""), article.id


def current(versions: Iterable[Article]) -> Article:
    """The version that counts among the articles of one URL: the latest, then the one with the greatest id."""
    return max(versions, key=version_key)


def independent(articles: Sequence[str], copies: Iterable[tuple[str, str, float]]) -> int:
    """How many independent sources some articles are, when near copies count once.

    >>> independent(["a", "b", "c"], [("a", "b", 0.9)])
    2
    """
    groups = {article: article for article in articles}
    for left, right, _ in copies:
        if left in groups and right in groups:
            old, new = groups[right], groups[left]
            groups = {article: new if group == old else group for article, group in groups.items()}
    return len(set(groups.values()))

"""Pairs that people are asked about: names that are near, and bare surnames that one person has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.identity.candidates import Edge
from graph.identity.decisions import Pair
from graph.identity.gazetteer import NOTHING_KNOWN, Gazetteer
from graph.identity.names import normal
from graph.identity.resolve import Resolution, resolution
from graph.model import Match, Member

BARE = 0.6
"""The score of a bare surname beside the one full name that ends in it."""


def matches(
    members: Iterable[Member], pairs: Sequence[Pair] = (), known: Gazetteer = NOTHING_KNOWN
) -> tuple[Match, ...]:
    """The pairs of members that may be the same and that nobody has judged, most telling first."""
    found = resolution(members, pairs, known)
    judged = {frozenset((pair.left, pair.right)) for pair in pairs}
    best: dict[tuple[int, int], Match] = {}
    for edge in (*found.unsure, *_bare_surnames(found)):
        left, right = sorted((found.clusters.find(edge.left), found.clusters.find(edge.right)))
        ends = found.members[edge.left][0].iri, found.members[edge.right][0].iri
        if left != right and not found.clusters.conflict(left, right) and frozenset(ends) not in judged:
            best.setdefault((left, right), Match(*ends, edge.score, edge.reasons, "unsure"))
    return tuple(sorted(best.values(), key=lambda match: (-match.score, match.left, match.right)))


def _bare_surnames(found: Resolution) -> Iterator[Edge]:
    """Edges from people of whom an article gives one name alone to the one person whose full name ends in it."""
    full: defaultdict[str, dict[int, int]] = defaultdict(dict)
    bare: list[tuple[int, str]] = []
    for number, profile in enumerate(found.profiles):
        for name in profile.names if profile.person else ():
            full[name.rpartition(" ")[2]].setdefault(found.clusters.find(number), number)
        if profile.person and not profile.names:
            bare.append((number, normal(found.members[number][0].names[0])))
    for number, name in bare:
        if len(full[name]) == 1:
            [target] = full[name].values()
            yield Edge(min(number, target), max(number, target), BARE, ("a surname that one person here has",))

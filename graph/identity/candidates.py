"""Which clusters may be one thing: names that are alike, with a score and reasons, and never more than one way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product

from graph.identity import bodies, people
from graph.identity.profiles import LETTERED, Facts, Profile

SAME = 0.8
"""From this score on two clusters are held to be the same, if nothing else fits as well."""

UNSURE = 0.6
"""From this score on a pair is worth asking people about."""

TORN: tuple[float, tuple[str, ...]] = (0.69, ("the same name, which others have as well",))
"""What is left between those of one name that others, who cannot all be one, have too."""

CROWD = 300
"""Blocks of more names than this tell nothing: they are left alone."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A possible join of two items, by number; a higher score goes first."""

    left: int
    right: int
    score: float
    reasons: tuple[str, ...]

    def order(self) -> tuple[float, int, int]:
        """Best first, then the smallest items."""
        return -self.score, self.left, self.right


def exact_edges(profiles: list[Profile]) -> Iterator[Edge]:
    """Edges between profiles with the same full name, or with the same acronym and no full name."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(profiles):
        for name in found.names:
            blocks[name if not found.person else f"person:{name}"].append(number)
        if not found.names:
            for key in found.shorts:
                blocks[f"acronym:{found.type}:{key}"].append(number)
    for block in blocks.values():
        if len(block) > 1:
            yield from _same_name(profiles, block)


def _same_name(profiles: list[Profile], block: list[int]) -> Iterator[Edge]:
    """A star within each set of equal facts, and an edge between two sets that fit each other best."""
    by_facts: defaultdict[Facts, list[int]] = defaultdict(list)
    for number in block:
        by_facts[profiles[number].facts].append(number)
    for group in by_facts.values():
        yield from (Edge(group[0], number, 0.95, ("the same name",)) for number in group[1:])
    heads = [group[0] for group in by_facts.values()]
    if len(heads) > CROWD:
        return
    facts = {number: profiles[number].facts for number in heads}
    clash = {(a, b) for a, b in combinations(heads, 2) if facts[a].conflict(facts[b])}
    clash |= {(b, a) for a, b in clash}
    for one, other in combinations(heads, 2):
        if (one, other) not in clash and not (clash and _has_rival(facts, clash, (one, other))):
            score = 0.95 if not facts[one].support(facts[other]) else 0.96
            yield Edge(one, other, score, ("the same name",))


def _has_rival(facts: Mapping[int, Facts], clash: set[tuple[int, int]], pair: tuple[int, int]) -> bool:
    """Says whether one end fits something that clashes with the other end at least as well."""
    for one, other in (pair, pair[::-1]):
        mine = facts[one].support(facts[other])
        for rival in facts:
            fits = rival not in pair and (rival, other) in clash and (rival, one) not in clash
            if fits and facts[one].support(facts[rival]) >= mine:
                return True
    return False


@dataclass(slots=True)
class Bundle:
    """What a set of profiles of one name has together: names, acronyms, types and titles."""

    person: bool
    names: set[str] = field(default_factory=set)
    shorts: set[str] = field(default_factory=set)
    letters: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def add(self, found: Profile, titles: set[str]) -> None:
        """Takes in one more profile."""
        self.names |= found.names
        self.shorts |= found.shorts
        self.letters |= found.letters
        self.types.add(found.type)
        self.titles |= titles


def near_edges(bundles: Mapping[int, Bundle], clash: Callable[[int, int], object]) -> dict[tuple[int, int], Edge]:
    """The best edge between any two bundles whose names are alike, or of which one is the other's acronym; none where
    they `clash`."""
    found: dict[tuple[int, int], Edge] = {}
    for block in _blocks(bundles).values():
        if len(block) <= CROWD:
            for (one, left), (other, right) in combinations(block, 2):
                if one != other and not clash(one, other):
                    _keep(found, _compared(bundles, (one, left), (other, right)))
    for edge in _acronym_edges(bundles):
        if not clash(edge.left, edge.right):
            _keep(found, edge)
    return found


def _blocks(bundles: Mapping[int, Bundle]) -> dict[str, list[tuple[int, str]]]:
    """Names of bundles that share a blocking key, each with its bundle."""
    blocks: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, bundle in bundles.items():
        for name in sorted(bundle.names):
            key = _near_key(name, person=bundle.person)
            if key:
                blocks[key].append((number, name))
    return blocks


def _near_key(name: str, *, person: bool) -> str | None:
    if person:
        return f"person:{people.near_key(people.from_key(name))}"
    kind, _, rest = name.partition(":")
    near = bodies.near_key(tuple(rest.split())) if kind == "any" else None
    return near and f"near:{near}"


def _compared(bundles: Mapping[int, Bundle], left: tuple[int, str], right: tuple[int, str]) -> Edge | None:
    one, other = bundles[left[0]], bundles[right[0]]
    score, reasons = TORN if one.names & other.names else _nearness(left[1], right[1], person=one.person)
    if 0 < score < SAME and one.titles & other.titles:
        score, reasons = score + 0.1, (*reasons, "the same title")
    first, second = sorted((left[0], right[0]))
    return Edge(first, second, round(score, 2), reasons) if score >= UNSURE else None


def _nearness(left: str, right: str, *, person: bool) -> tuple[float, tuple[str, ...]]:
    if person:
        return people.nearness(people.from_key(left), people.from_key(right))
    one, other = (tuple(name.partition(":")[2].split()) for name in (left, right))
    return bodies.nearness(one, other)


def _keep(found: dict[tuple[int, int], Edge], edge: Edge | None) -> None:
    if edge is not None:
        known = found.get((edge.left, edge.right))
        if known is None or (edge.score, edge.reasons) > (known.score, known.reasons):
            found[edge.left, edge.right] = edge


def _acronym_edges(bundles: Mapping[int, Bundle]) -> Iterator[Edge]:
    """Edges from bundles that have an acronym alone to long names: those that define it, or else those it could be."""
    defined: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    possible: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for number, bundle in bundles.items():
        for type_ in bundle.types & LETTERED if bundle.names else ():
            for key in bundle.shorts:
                defined[type_, key].add(number)
            for key in bundle.letters:
                possible[type_, key].add(number)
    for number, bundle in bundles.items():
        if not bundle.names:
            for place in product(sorted(bundle.types), sorted(bundle.shorts)):
                known = place in defined
                score, reason = (0.9, "the acronym, defined there") if known else (0.8, "the initials")
                for target in (defined if known else possible)[place] - {number}:
                    yield Edge(min(number, target), max(number, target), score, (reason,))


def unambiguous(found: Mapping[tuple[int, int], Edge]) -> tuple[list[Edge], list[Edge]]:
    """The edges that may join, and those that may not: too low a score, or an end that fits things that are unlike."""
    near: defaultdict[int, set[int]] = defaultdict(set)
    for (left, right), edge in found.items():
        if edge.score >= SAME:
            near[left].add(right)
            near[right].add(left)
    torn = {item for item, others in near.items() if not _agree(found, others)}
    sure: list[Edge] = []
    unsure: list[Edge] = []
    for edge in found.values():
        joins = edge.score >= SAME and edge.left not in torn and edge.right not in torn
        (sure if joins else unsure).append(edge)
    return sure, unsure


def _agree(found: Mapping[tuple[int, int], Edge], others: set[int]) -> bool:
    """Says whether things that one name fits are all alike among themselves."""
    return all(pair in found for pair in combinations(sorted(others), 2))

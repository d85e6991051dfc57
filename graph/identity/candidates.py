"""Which clusters may be one thing: names that are alike, with a score and reasons, and never more than one way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product

from graph.identity import bodies, people
from graph.identity.keys import LETTERED
from graph.identity.profiles import Facts, Profile

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
        if found.facts.known:
            blocks[f"known:{found.facts.known}"].append(number)
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
    size: int = 0

    def weight(self) -> tuple[bool, int, int]:
        """How telling the name is, for comparing with a like one: of people the longer, then the more frequent."""
        return bool(self.names), max(map(len, self.names), default=0) if self.person else 0, self.size

    def add(self, found: Profile, titles: set[str], size: int) -> None:
        """Takes in one more profile, of so many members."""
        self.size += size
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
            for key in _near_keys(name):
                blocks[key].append((number, name))
    return blocks


def _is_personal(name: str) -> bool:
    """Whether an exact key is a person's: others begin with their kind. A decision can put both into one bundle."""
    return ":" not in name


def _near_keys(name: str) -> tuple[str, ...]:
    if _is_personal(name):
        return (f"person:{people.near_key(people.from_key(name))}",)
    kind, _, rest = name.partition(":")
    return tuple(f"near:{key}" for key in bodies.near_keys(tuple(rest.split()))) if kind == "any" else ()


def _compared(bundles: Mapping[int, Bundle], left: tuple[int, str], right: tuple[int, str]) -> Edge | None:
    one, other = bundles[left[0]], bundles[right[0]]
    score, reasons = TORN if one.names & other.names else _nearness(left[1], right[1])
    if 0 < score < SAME and one.titles & other.titles:
        score, reasons = score + 0.1, (*reasons, "the same title")
    first, second = sorted((left[0], right[0]))
    return Edge(first, second, round(score, 2), reasons) if score >= UNSURE else None


def _nearness(left: str, right: str) -> tuple[float, tuple[str, ...]]:
    if _is_personal(left):
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


def unambiguous(bundles: Mapping[int, Bundle], found: Mapping[tuple[int, int], Edge]) -> tuple[list[Edge], list[Edge]]:
    """The edges that may join, and those that may not: too low a score, or a name that fits things that are unlike.

    It is the lesser of two names that is in question: an initial, an acronym, a spelling that few articles have.
    """
    near: defaultdict[int, set[int]] = defaultdict(set)
    asking = {edge: _lesser(bundles, edge) for edge in found.values() if edge.score >= SAME}
    for edge, items in asking.items():
        for item in items:
            near[item].add(edge.left + edge.right - item)
    torn = {item for item, others in near.items() if not _agree(found, others)}
    sure = {edge for edge, items in asking.items() if torn.isdisjoint(items)}
    return list(sure), [edge for edge in found.values() if edge not in sure]


def _lesser(bundles: Mapping[int, Bundle], edge: Edge) -> tuple[int, ...]:
    """The ends of an edge whose name is the less telling and the rarer; both where they are level."""
    left, right = bundles[edge.left].weight(), bundles[edge.right].weight()
    return (edge.left, edge.right) if left == right else (edge.left if left < right else edge.right,)


def _agree(found: Mapping[tuple[int, int], Edge], others: set[int]) -> bool:
    """Says whether things that one name fits are all alike among themselves."""
    return all(pair in found for pair in combinations(sorted(others), 2))

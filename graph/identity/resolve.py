"""Members of many articles, joined into entities whatever the order they come in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from graph.identity.names import acronyms, is_acronym, normal, short
from graph.model import Entity, Member


class Clusters:
    """Disjoint sets of member IRIs, by union and find with path halving."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, item: str) -> str:
        """The representative of an item's set."""
        parent = self._parent
        parent.setdefault(item, item)
        while parent[item] != item:
            parent[item] = item = parent[parent[item]]
        return item

    def join(self, left: str, right: str) -> None:
        """Puts two items into one set; the smaller representative stays."""
        one, other = sorted((self.find(left), self.find(right)))
        self._parent[other] = one


def keys(member: Member) -> frozenset[str]:
    """The blocking keys of a member: members that share none, even through others, need never be compared."""
    return frozenset(_full_keys(member)) | {f"{member.type}:acronym:{key}" for key in _short_keys(member)}


def _full_keys(member: Member) -> Iterator[str]:
    """Keys that join by themselves: full names, and of a person never a single word."""
    for name in member.names:
        key = normal(name)
        if key and not (member.type == "Person" and " " not in key):
            yield f"{member.type}:name:{key}"


def _short_keys(member: Member) -> Iterator[str]:
    """What ties acronyms to long names: the acronym itself, or those that the long names can have."""
    if member.type in ("Organization", "Place", "Event"):
        for name in member.names:
            yield from (short(name),) if is_acronym(name) else acronyms(name)


def resolve(members: Iterable[Member], decisions: Iterable[object] = ()) -> tuple[Entity, ...]:
    """Entities over the members of one connected component, or of all articles; the order of input is of no account."""
    found = sorted(set(members), key=lambda member: member.iri)
    clusters = Clusters()
    _join_names(found, clusters)
    _join_acronyms(found, clusters)
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in found:
        groups[clusters.find(member.iri)].append(member)
    return tuple(sorted((_entity(group) for group in groups.values()), key=lambda entity: entity.id))


def _join_names(found: list[Member], clusters: Clusters) -> None:
    first: dict[str, str] = {}
    for member in found:
        for key in _full_keys(member):
            clusters.join(first.setdefault(key, member.iri), member.iri)


def _join_acronyms(found: list[Member], clusters: Clusters) -> None:
    """Joins those that have an acronym alone to the long form, where exactly one fits."""
    longs: dict[tuple[str, str], set[str]] = defaultdict(set)
    bare: list[tuple[Member, str]] = []
    for member in found:
        if member.names and all(is_acronym(name) for name in member.names):
            bare += [(member, short(name)) for name in member.names]
        else:
            for key in _short_keys(member):
                longs[member.type, key].add(member.iri)
    for member, key in bare:
        roots = {clusters.find(iri) for iri in longs[member.type, key]} - {clusters.find(member.iri)}
        if len(roots) == 1:
            clusters.join(roots.pop(), member.iri)


def _entity(group: list[Member]) -> Entity:
    counts = Counter(name for member in group for name in member.names)
    label = max(counts, key=lambda name: _rank(name, counts[name]))
    smallest = min(group, key=lambda member: _hash(member.iri))
    names = (label, *sorted(set(counts) - {label}))
    return Entity(smallest.iri, smallest.type, label, names, tuple(sorted(group, key=lambda member: member.iri)))


def _rank(name: str, count: int) -> tuple[bool, int, int, tuple[int, ...]]:
    """Full names before short ones, then the most frequent, the longest, and the first in code points."""
    return " " in name, count, len(name), tuple(-ord(letter) for letter in name)


def _hash(iri: str) -> str:
    return iri.rsplit("-", 1)[-1]

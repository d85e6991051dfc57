"""Members of many articles, joined into entities whatever the order they come in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.identity.candidates import Bundle, Edge, exact_edges, near_edges, unambiguous
from graph.identity.clusters import Clusters
from graph.identity.decisions import Pair
from graph.identity.gazetteer import NOTHING_KNOWN, Gazetteer
from graph.identity.names import is_acronym, normal
from graph.identity.profiles import Profile, profile
from graph.model import ENTITY_TYPES, Entity, Member


@dataclass(frozen=True, slots=True)
class Resolution:
    """What members come to: `profiles` with their members, the clusters of profiles, why each profile was joined, and
    the pairs that were left for people to judge."""

    profiles: list[Profile]
    members: list[list[Member]]
    clusters: Clusters
    reasons: dict[int, Edge]
    unsure: list[Edge]


def resolve(
    members: Iterable[Member], pairs: Sequence[Pair] = (), known: Gazetteer = NOTHING_KNOWN
) -> tuple[Entity, ...]:
    """Entities over the members of one connected component, or of all articles; the order of input is of no account.

    `pairs` are people's decisions on members, `known` the things of a user's gazetteer; raises DecisionError where
    decisions contradict one another.
    """
    found = resolution(members, pairs, known)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(found.profiles)):
        groups[found.clusters.find(number)].append(number)
    return tuple(sorted((_entity(found, group) for group in groups.values()), key=lambda entity: entity.id))


def resolution(members: Iterable[Member], pairs: Sequence[Pair], known: Gazetteer) -> Resolution:
    """What members come to, with why and what is left open."""
    profiles, grouped = _profiles(members, {iri for pair in pairs for iri in (pair.left, pair.right)}, known)
    clusters = Clusters(found.facts for found in profiles)
    reasons: dict[int, Edge] = {}
    _decide(clusters, grouped, pairs, reasons)
    _join(clusters, exact_edges(profiles), reasons)
    bundles = _bundles(profiles, grouped, clusters)
    sure, unsure = unambiguous(bundles, near_edges(bundles, clusters.conflict))
    _join(clusters, sure, reasons)
    return Resolution(profiles, grouped, clusters, reasons, sorted(unsure + sure, key=Edge.order))


def _profiles(
    members: Iterable[Member], decided: set[str], known: Gazetteer
) -> tuple[list[Profile], list[list[Member]]]:
    """Members that are one from the start, by profile; profiles and members in the order of their IRIs."""
    found: dict[Profile, list[Member]] = {}
    like: dict[tuple[object, ...], list[Member]] = {}  # many articles tell the same of one thing
    for member in sorted(set(members), key=lambda member: member.iri):
        alone = member.iri in decided
        told = (alone, member.type, member.names, member.gender, member.countries, member.titles)
        group = like.get(told)
        if group is None:
            own = profile(member, alone=alone, known=known.find(member))
            group = found.setdefault(own, [])
            if own.alone is None:
                like[told] = group
        group.append(member)
    return list(found), list(found.values())


def _decide(clusters: Clusters, grouped: list[list[Member]], pairs: Sequence[Pair], reasons: dict[int, Edge]) -> None:
    """People's decisions come first, and hold against everything else."""
    number = {member.iri: item for item, group in enumerate(grouped) for member in group}
    known = [pair for pair in sorted(pairs) if pair.left in number and pair.right in number]
    for pair in known:
        if pair.same:
            left, right = number[pair.left], number[pair.right]
            clusters.join(left, right, forced=True)
            _note(reasons, Edge(left, right, 1.0, ("a decision",)))
    for pair in known:
        if not pair.same:
            clusters.keep_apart(number[pair.left], number[pair.right], pair.contradiction())


def _join(clusters: Clusters, edges: Iterable[Edge], reasons: dict[int, Edge]) -> None:
    for edge in sorted(edges, key=Edge.order):
        if clusters.join(edge.left, edge.right):
            _note(reasons, edge)


def _note(reasons: dict[int, Edge], edge: Edge) -> None:
    reasons.setdefault(edge.left, edge)
    reasons.setdefault(edge.right, edge)


def _bundles(profiles: list[Profile], grouped: list[list[Member]], clusters: Clusters) -> dict[int, Bundle]:
    bundles: dict[int, Bundle] = {}
    for number, found in enumerate(profiles):
        root = clusters.find(number)
        bundle = bundles.setdefault(root, Bundle(found.person))
        titles = {normal(title) for member in grouped[number] for title in member.titles}
        bundle.add(found, titles, len(grouped[number]))
    return bundles


def _entity(found: Resolution, group: list[int]) -> Entity:
    members = sorted((member for number in group for member in found.members[number]), key=lambda member: member.iri)
    counts = Counter(name for member in members for name in member.names)
    types = Counter(member.type for member in members)
    label = max(counts, key=lambda name: _rank(name, counts[name], person=found.profiles[group[0]].person))
    known = {iri for number in group if (iri := found.profiles[number].facts.known)}
    home = min(members, key=lambda member: _hash(member.iri)).iri
    return Entity(
        id=home,
        type=max(types, key=lambda type_: (types[type_], -ENTITY_TYPES.index(type_))),
        label=label,
        names=(label, *sorted(set(counts) - {label})),
        members=tuple(members),
        reasons=tuple(_reason(found, number, member) for number in group for member in found.members[number]),
        same_as=tuple(known) if len(known) == 1 else (),
    )


def _reason(found: Resolution, number: int, member: Member) -> tuple[str, float, str]:
    edge = found.reasons.get(number)
    return (member.iri, edge.score, "; ".join(edge.reasons)) if edge else (member.iri, 0.95, "the same name")


def _rank(name: str, count: int, *, person: bool) -> tuple[bool, bool, int, int, tuple[int, ...]]:
    """Full names before short ones and capitals, then the most frequent, the longest, the first in code points."""
    full = " " in name if person else not is_acronym(name)
    return full, not name.isupper(), count, len(name), tuple(-ord(letter) for letter in name)


def _hash(iri: str) -> str:
    return iri.rsplit("-", 1)[-1]

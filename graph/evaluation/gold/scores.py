"""Gold facts against what a graph holds: counts of one article, and the figures of all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.evaluation.gold.facts import Fact, Gold, Names, accepted, fillers, is_asked, stated_time
from graph.evaluation.gold.held import RELATION_IRIS, Claim, Dataset, Event, Held
from graph.evaluation.gold.words import overlap, plain, words
from graph.evaluation.report import Figures, Report, share
from graph.vocabulary import SCHEMA

ACTORS = frozenset({"agent", "patient", "recipient", "organizer", "attendee", "beneficiary"})
OPEN = frozenset({"Act", "Event"})
"""Classes that say nothing of what happened."""
LONGEST_CLAIM = 1500
MOST_USES = 3
"""A claim of the graph may stand for so many gold claims."""
SWAPPED = frozenset({"founderOf", "ownerOf"})
"""Relations whose predicate may point from the other end."""


@dataclass(slots=True)
class Tally:
    """Counts of what is asked and found; shares by article for what is averaged; counts by event class."""

    counts: Counter[str] = field(default_factory=Counter)
    shares: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def report(golds: Iterable[Gold], dataset: Dataset) -> Report:
    """The figures of all articles, with recall by event class and false facts by kind."""
    tally = Tally()
    for gold in golds:
        held = dataset.article(gold.article)
        _events(tally, gold, held)
        _entities(tally, gold, held)
        _positions(tally, gold, held)
        _relations(tally, gold, held)
        _claims(tally, gold, held)
        _false_facts(tally, gold, held)
    return Report(_figures(tally), {kind: _kind(counts) for kind, counts in sorted(tally.kinds.items())})


def _events(tally: Tally, gold: Gold, held: Held) -> None:
    pairs = _paired(gold, held.events)
    for number, wanted in enumerate(gold.facts["events"]):
        if is_asked(wanted):
            counts = _asked(wanted)
            event = pairs.get(number)
            if event is not None:
                counts.update(_matched(gold, wanted, event))
            tally.counts.update(counts)
            tally.kinds[wanted["types"][0]].update(counts)
    told = [event for event in held.events if _is_told(event)]
    tally.counts.update(mapped=len(told), mapped_known=sum(_is_told(event) for event in pairs.values()))


def _asked(wanted: Fact) -> Counter[str]:
    return Counter(event=1, filler=len(fillers(wanted)), key=int(bool(wanted.get("key"))))


def _matched(gold: Gold, wanted: Fact, event: Event) -> Counter[str]:
    hits = _hits(gold, wanted, event)
    known = [(role, filler) for name, filler in fillers(wanted) for role in accepted(name)]
    actors = [(role, labels) for role in ACTORS & event.roles.keys() for labels in event.roles[role]]
    counts = Counter(event_hit=1, filler_hit=hits, actor=len(actors))
    counts["typed"] = bool(event.types & set(wanted["types"]))
    counts["actor_ok"] = sum(any(r == role and gold.meets(f, labels) for r, f in known) for role, labels in actors)
    counts["factual"] = event.factuality == wanted.get("factuality", "asserted")
    counts["key_full"] = bool(wanted.get("key")) and hits == len(fillers(wanted))
    time = stated_time(wanted)
    if time:
        counts.update(time=1, time_hit=int((event.time or "").startswith(time)))
    elif not wanted.get("time"):
        counts.update(undated=1, undated_dated=int(bool(event.time)))
    return counts


def _hits(gold: Gold, wanted: Fact, event: Event) -> int:
    return sum(
        any(gold.meets(filler, labels) for role in accepted(name) for labels in event.roles.get(role, ()))
        for name, filler in fillers(wanted)
    )


def _paired(gold: Gold, events: list[Event]) -> dict[int, Event]:
    """The graph's event for each gold event that has one, best pairs first."""
    scored = [
        (score, -i, -j)
        for i, wanted in enumerate(gold.facts["events"])
        for j, event in enumerate(events)
        if (score := _likeness(gold, wanted, event))
    ]
    pairs: dict[int, Event] = {}
    used: set[int] = set()
    for _, i, j in sorted(scored, reverse=True):
        if -i not in pairs and j not in used:
            used.add(j)
            pairs[-i] = events[-j]
    return pairs


def _likeness(gold: Gold, wanted: Fact, event: Event) -> float:
    """How well an event of the graph stands for a gold one; 0 where it cannot."""
    if not any(plain(wanted["sentence"]) in quote for quote in event.quotes):
        return 0.0
    hits = _hits(gold, wanted, event)
    triggered = bool(set(words(wanted["trigger"])) & event.surface)
    typed = bool(event.types & set(wanted["types"]))
    if not hits or not (triggered or (typed and hits >= 2)):
        return 0.0
    return hits + 0.5 * typed + 0.25 * triggered


def _is_told(event: Event) -> bool:
    return event.factuality == "asserted" and bool(event.types - OPEN)


def _entities(tally: Tally, gold: Gold, held: Held) -> None:
    stands_for: dict[str, set[str]] = defaultdict(set)
    for entity, names in gold.names.items():
        nodes = {node for node in held.nodes if held.dataset.names(node) & names}
        tally.counts.update(entity=1, entity_hit=int(bool(nodes)), one_node=int(len(nodes) == 1))
        for node in nodes:
            stands_for[node].add(entity)
    tally.counts.update(node=len(stands_for), node_two=sum(len(found) > 1 for found in stands_for.values()))


def _positions(tally: Tally, gold: Gold, held: Held) -> None:
    wanted = gold.facts["positions"]
    if wanted:
        tally.shares["positions"].append(sum(_is_held(gold, fact, held) for fact in wanted) / len(wanted))


def _is_held(gold: Gold, wanted: Fact, held: Held) -> bool:
    """Whether the graph has the position; a false one may leave title and organisation open."""
    return any(
        gold.meets(wanted["person"], found.person)
        and (not wanted.get("title") or overlap(words(wanted["title"]), found.title) >= 0.5)
        and (not wanted.get("organization") or gold.meets(wanted["organization"], found.organization))
        for found in held.holdings
    )


def _relations(tally: Tally, gold: Gold, held: Held) -> None:
    wanted = [fact for fact in gold.facts["relations"] if fact["relation"] in RELATION_IRIS]
    if wanted:
        found = sum(_is_related(gold, fact, held) for fact in wanted)
        tally.shares["relations"].append(found / len(wanted))


def _is_related(gold: Gold, wanted: Fact, held: Held) -> bool:
    if wanted["relation"] == "memberOf" and any(
        gold.meets(wanted["subject"], found.person) and gold.meets(wanted["object"], found.organization)
        for found in held.holdings
    ):
        return True
    return any(_joins(gold, wanted, row, swap=wanted["relation"] in SWAPPED) for row in held.relations)


def _joins(gold: Gold, wanted: Fact, row: tuple[Names, str, Names], *, swap: bool) -> bool:
    left, predicate, right = row
    if predicate not in RELATION_IRIS.get(wanted["relation"], ()):
        return False
    straight = gold.meets(wanted["subject"], left) and gold.meets(wanted["object"], right)
    return straight or (swap and gold.meets(wanted["subject"], right) and gold.meets(wanted["object"], left))


def _claims(tally: Tally, gold: Gold, held: Held) -> None:
    uses: Counter[int] = Counter()
    for wanted in gold.facts["claims"]:
        able = (
            number
            for number, claim in enumerate(held.claims)
            if uses[number] < MOST_USES and len(claim.text) < LONGEST_CLAIM and _is_said(gold, wanted, claim)
        )
        number = next(able, None)
        tally.counts.update(claim=1, claim_hit=int(number is not None))
        if number is not None:
            uses[number] += 1


def _is_said(gold: Gold, wanted: Fact, claim: Claim) -> bool:
    return (
        gold.meets(wanted["speaker"], frozenset(claim.speaker))
        and all(plain(word) in claim.text for word in wanted.get("contains", ()))
        and (not wanted.get("sentence") or any(plain(wanted["sentence"]) in quote for quote in claim.quotes))
    )


def _false_facts(tally: Tally, gold: Gold, held: Held) -> None:
    for bad in gold.facts["not"]:
        drawn = _is_drawn(gold, bad, held)
        tally.counts.update({"not": 1, "not_drawn": int(drawn)})
        tally.kinds[f"false {bad.get('kind', 'event')}"].update({"not": 1, "not_drawn": int(drawn)})


def _is_drawn(gold: Gold, bad: Fact, held: Held) -> bool:
    """Whether the graph states a fact that it must not state."""
    kind = bad.get("kind", "event")
    if kind == "event":
        return any(_is_false_event(gold, bad, event) for event in held.events)
    if kind == "position":
        return _is_held(gold, bad, held)
    if kind == "relation":
        return any(_joins(gold, bad, row, swap=False) for row in held.relations)
    if kind == "claim":
        return any(_is_said(gold, bad, claim) for claim in held.claims)
    types, name = held.dataset.types, plain(bad["name"])
    return any(name in names and SCHEMA + bad["type"] in types.get(x, ()) for x, names in held.dataset.labels.items())


def _is_false_event(gold: Gold, bad: Fact, event: Event) -> bool:
    return (
        event.factuality == bad.get("factuality", "asserted")
        and (not bad.get("types") or bool(event.types & set(bad["types"])))
        and (not bad.get("time") or (event.time or "").startswith(bad["time"]))
        and all(any(gold.meets(f, labels) for labels in event.roles.get(role, ())) for role, f in fillers(bad))
    )


def _figures(tally: Tally) -> Figures:
    counts = tally.counts
    shown: Figures = {name: share(counts[part], counts[whole]) for name, (part, whole) in SHARES.items()}
    return shown | {name: _mean(tally.shares[name]) for name in ("positions", "relations")}


def _kind(counts: Mapping[str, int]) -> Figures:
    if counts["not"]:
        return {"false_drawn": share(counts["not_drawn"], counts["not"]), "asked": counts["not"]}
    names = ("events", "typed", "roles")
    return {name: share(*(counts[count] for count in SHARES[name])) for name in names} | {"asked": counts["event"]}


def _mean(shares: list[float]) -> float:
    return round(sum(shares) / len(shares), 3) if shares else 0.0


SHARES = {
    "events": ("event_hit", "event"),
    "typed": ("typed", "event_hit"),
    "roles": ("filler_hit", "filler"),
    "role_precision": ("actor_ok", "actor"),
    "key_complete": ("key_full", "key"),
    "factuality": ("factual", "event_hit"),
    "time": ("time_hit", "time"),
    "wrong_time": ("undated_dated", "undated"),
    "claims": ("claim_hit", "claim"),
    "false_drawn": ("not_drawn", "not"),
    "entities": ("entity_hit", "entity"),
    "one_node": ("one_node", "entity_hit"),
    "two_in_one": ("node_two", "node"),
    "mapped_known": ("mapped_known", "mapped"),
}
"""Each figure as (what was found, what was asked)."""

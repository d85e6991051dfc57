"""PLOVER gold standard records: who did what to whom, one sentence a record.

A record's type counts when an event of the sentence carries its code; an actor counts when a filler of the right side
holds its words and is not much longer.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.evaluation.report import Figures, Report, share

SIDES = {
    "source": frozenset({"agent", "organizer", "attendee", "speaker"}),
    "target": frozenset({"patient", "recipient", "beneficiary", "attendee", "about", "location"}),
}
"""The roles that may hold the actors of each side."""


@dataclass(frozen=True, slots=True)
class Record:
    """One gold sentence: its code and the actors of either side."""

    text: str
    code: str
    actors: Mapping[str, Sequence[str]]


def from_json(items: Iterable[Mapping[str, Any]]) -> list[Record]:
    """The records of the published file; white space of a text is made plain."""
    return [
        Record(" ".join(item["text"].split()), item["event"], {side: item[side] for side in SIDES}) for item in items
    ]


def report(records: Sequence[Record], found: Sequence[Sequence[Mapping[str, Any]]]) -> Report:
    """Shares of types and actors found, with what is drawn a sentence; `found` are each record's objects of `extract`,
    pooled where records share their sentence.

    >>> record = Record("Ada met Bo.", "CONSULT", {"source": ["Ada"], "target": ["Bo"]})
    >>> event = {"kind": "event", "plover": "CONSULT", "roles": {"agent": [{"text": "Ada"}]}}
    >>> report([record], [[event]]).figures["source"], report([record], [[event]]).figures["target"]
    (1.0, 0.0)
    """
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    told: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for record, objects in zip(records, found, strict=True):
        told[_plain(record.text)].extend(objects)
    for record in records:
        kinds[record.code].update(_counts(record, told[_plain(record.text)]))
    whole = sum(kinds.values(), Counter())
    return Report(_figures(whole), {code: _figures(kinds[code]) for code in sorted(kinds)})


def _counts(record: Record, objects: Iterable[Mapping[str, Any]]) -> Counter[str]:
    facts = [fact for fact in objects if fact["kind"] in {"event", "claim"}]
    codes = {fact["plover"] for fact in facts if fact.get("plover")}
    counts = Counter(records=1, events=sum(fact["kind"] == "event" for fact in facts), codes=len(codes))
    counts["type"] += record.code in codes
    for side, roles in SIDES.items():
        fillers = list(_fillers(facts, roles))
        counts[side] += sum(any(_holds(filler, actor) for filler in fillers) for actor in record.actors[side])
        counts[f"{side}s"] += len(record.actors[side])
    return counts


def _figures(counts: Counter[str]) -> Figures:
    return {
        "type": share(counts["type"], counts["records"]),
        "source": share(counts["source"], counts["sources"]),
        "target": share(counts["target"], counts["targets"]),
        "events_a_sentence": share(counts["events"], counts["records"]),
        "codes_a_sentence": share(counts["codes"], counts["records"]),
        "records": counts["records"],
    }


def _fillers(facts: Iterable[Mapping[str, Any]], roles: frozenset[str]) -> Iterator[str]:
    """The words of every filler, as written and as its entity is called."""
    for fact in facts:
        for role in roles & fact["roles"].keys():
            for filler in fact["roles"][role]:
                yield filler["text"]
                yield (filler.get("entity") or {}).get("label", "")


def _holds(filler: str, actor: str) -> bool:
    want, have = _plain(actor), _plain(filler)
    return bool(want) and f" {want} " in f" {have} " and len(have.split()) <= 2 * len(want.split()) + 3


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()

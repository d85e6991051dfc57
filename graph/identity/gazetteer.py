"""Known things that a user brings: names with IRIs of their own, such as an export from Wikidata."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import SettingsError
from graph.identity.keys import name_key, name_keys
from graph.model import ENTITY_TYPES, Member

COLUMNS = ("iri", "type", "names")
"""What a CSV gazetteer's first line names; several names in one cell are separated by |."""


@dataclass(frozen=True, slots=True)
class Known:
    """One known thing: its IRI elsewhere, one of `ENTITY_TYPES` (None: any), and its names."""

    iri: str
    type: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known things by the exact keys of their names."""

    by_key: dict[str, frozenset[str]] = field(default_factory=dict)

    def find(self, member: Member) -> str | None:
        """The IRI of the one known thing that has a full name of the member; None where several have."""
        if not self.by_key:
            return None
        found = {iri for key in name_keys(member) for iri in self.by_key.get(f"{member.type}:{key}", ())}
        return found.pop() if len(found) == 1 else None

    def keys(self, member: Member) -> frozenset[str]:
        """The further blocking key of a member that a known thing has a name of."""
        iri = self.find(member)
        return frozenset((f"known:{iri}",)) if iri else frozenset()


NOTHING_KNOWN = Gazetteer()
"""The gazetteer of those who bring none."""


def gazetteer(things: Iterable[Known]) -> Gazetteer:
    """A gazetteer of known things, in whatever order they come."""
    by_key: defaultdict[str, set[str]] = defaultdict(set)
    for known in things:
        for type_ in (known.type,) if known.type else ENTITY_TYPES:
            for name in known.names:
                if key := name_key(type_, name):
                    by_key[f"{type_}:{key}"].add(known.iri)
    return Gazetteer({key: frozenset(iris) for key, iris in by_key.items()})


def read_csv(path: Path) -> Iterator[Known]:
    """The known things of a CSV file with the columns iri, type and names; raises SettingsError with the row."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        missing = set(COLUMNS) - set(rows.fieldnames or ())
        if missing:
            wanted = ", ".join(COLUMNS)
            raise SettingsError(f"{path.name}: no column {', '.join(sorted(missing))}; a gazetteer has {wanted}")
        for number, row in enumerate(rows, start=2):
            yield _known(f"{path.name}, row {number}", {name: (row[name] or "").strip() for name in COLUMNS})


def _known(place: str, row: dict[str, str]) -> Known:
    names = tuple(name.strip() for name in row["names"].split("|") if name.strip())
    if row["type"] and row["type"] not in ENTITY_TYPES:
        raise SettingsError(f"{place}: no type {row['type']!r}; choose one of {', '.join(ENTITY_TYPES)}")
    if not row["iri"] or not names:
        raise SettingsError(f"{place}: an IRI and a name belong in every row")
    return Known(row["iri"], row["type"] or None, names)

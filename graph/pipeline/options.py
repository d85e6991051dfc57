"""What a build is asked for, and what of it stays with each input."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph import reading
from graph.engine import Plan
from graph.errors import InputError, SettingsError
from graph.model import Article
from graph.rdf import read_gazetteer
from graph.reading import At
from graph.store import settings
from graph.store.records import Input
from graph.store.settings import Settings


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """`date` holds for articles without one, `fields` maps JSON fields ({"text": "body"}), and `rules` is a file of
    rules for single sources; these stay with the input.

    `model`, `base`, `keep_all` (cut no junk) and `gazetteer` (a file of known things) are fixed at the first build;
    None is as it was. `forgotten` brings back what `forget` took out. `plan` says where pass 1 runs, which is no
    setting: the graph is the same.
    """

    date: str | None = None
    model: str | None = None
    base: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    keep_all: bool | None = None
    rules: Path | None = None
    gazetteer: Path | None = None
    forgotten: bool = False
    plan: Plan = field(default_factory=Plan)


def options_of(options: BuildOptions, known: Input | None) -> dict[str, str]:
    """The options that an input is read with: those of this build, or else those it was read with before."""
    given = {
        "date": options.date,
        "fields": json.dumps(dict(options.fields), sort_keys=True) if options.fields else None,
        "rules": str(options.rules.resolve()) if options.rules else None,
    }
    before = known.options if known else {}
    kept = {name: value or before.get(name) for name, value in given.items()}
    if kept["rules"]:
        kept["rules-digest"] = _digest(Path(kept["rules"]))
    return {"reading": settings.rules("reading"), **{name: value for name, value in kept.items() if value}}


def _digest(rules: Path) -> str:
    try:
        return reading.digest(rules)
    except OSError as error:
        raise SettingsError(
            f"{rules}: the rules cannot be read ({error.strerror or error}); give --rules anew"
        ) from error


def digest_of_gazetteer(path: Path) -> str:
    """The digest of a file of known things; raises SettingsError where it cannot be read as one."""
    read_gazetteer(path)
    return reading.digest(path)[:12]


def read(path: Path, kept: Mapping[str, str], fixed: Settings, at: At) -> Iterator[Article | InputError]:
    """The articles of a file, read with the options that are kept with it; `at` is told how far it is read."""
    rules = reading.load_rules(Path(kept["rules"])) if "rules" in kept else ()
    fields = json.loads(kept.get("fields", "{}"))
    return reading.read(path, date=kept.get("date"), fields=fields, keep_all=fixed.keep_all, rules=rules, at=at)

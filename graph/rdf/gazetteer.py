"""A user's gazetteer from a file: CSV, or Turtle as Wikidata and others export it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.errors import SettingsError
from graph.identity import Gazetteer, Known, gazetteer, read_csv
from graph.rdf.entities import CLASSES
from graph.vocabulary import RDF, RDFS, SCHEMA, SKOS

NAMES = frozenset(
    (
        RDFS + "label",
        SKOS + "prefLabel",
        SKOS + "altLabel",
        *(f"{base}{name}" for base in (SCHEMA, "http://schema.org/") for name in ("name", "alternateName")),
    )
)
"""Predicates that give a thing's names."""


def read_gazetteer(path: Path) -> Gazetteer:
    """The gazetteer of a .csv or .ttl file; raises SettingsError with the place of what is wrong."""
    readers = {".csv": read_csv, ".ttl": _read_turtle}
    if path.suffix not in readers:
        raise SettingsError(f"{path.name}: a gazetteer is a file that ends in {' or '.join(readers)}")
    try:
        return gazetteer(_valid(path, readers[path.suffix](path)))
    except (OSError, UnicodeDecodeError, SyntaxError) as error:
        raise SettingsError(f"{path.name}: {error}") from error


def _valid(path: Path, things: Iterable[Known]) -> Iterator[Known]:
    for known in things:
        try:
            NamedNode(known.iri)
        except ValueError as error:
            raise SettingsError(f"{path.name}: {known.iri!r} is no IRI: {error}") from error
        yield known


def _read_turtle(path: Path) -> Iterator[Known]:
    """Every named thing of a Turtle file, with its names that are English or carry no language."""
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    types: dict[str, str] = {}
    by_class = {iri: type_ for type_, iri in CLASSES.items()}
    for triple in parse(path=str(path), format=RdfFormat.TURTLE):
        subject, value = triple.subject, triple.object
        if not isinstance(subject, NamedNode):
            continue
        if isinstance(value, Literal) and triple.predicate.value in NAMES:
            if (value.language or "en").startswith("en"):
                names[subject.value][value.value] = None
        elif triple.predicate.value == RDF + "type" and isinstance(value, NamedNode):
            found = by_class.get(value.value.replace("http://schema.org/", SCHEMA))
            if found:
                types[subject.value] = found
    for iri, found_names in names.items():
        yield Known(iri, types.get(iri), tuple(found_names))

"""The rules that a dataset keeps: one SPARQL query each, which finds what breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `sparql` selects ?subject (and ?value) of every violation; `message` says in plain words what is wrong.

    It runs over the default graph as it is; named graphs are asked for with GRAPH.
    """

    name: str
    message: str
    sparql: str


def rules() -> Iterator[Rule]:
    """All rules, by name; the message is the first comment line of each file."""
    folder = files("graph.rdf").joinpath("rules")
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".rq"):
            sparql = file.read_text(encoding="utf-8")
            yield Rule(file.name.removesuffix(".rq"), sparql.splitlines()[0].lstrip("# "), sparql)


def ontology() -> str:
    """The ontology, as Turtle."""
    return files("graph.rdf").joinpath("ontology.ttl").read_text(encoding="utf-8")


def shapes() -> str:
    """The SHACL form of the rules, as Turtle."""
    return files("graph.rdf").joinpath("shapes.ttl").read_text(encoding="utf-8")

"""Facts and entities as RDF, by the contract that the ontology writes down."""

from graph.rdf.describe import Description, describe
from graph.rdf.entities import entity_changes, entity_lines, happening_lines, topic_lines
from graph.rdf.evidence import QUOTING, misquotes
from graph.rdf.fillers import Resolved
from graph.rdf.gazetteer import read_gazetteer
from graph.rdf.rulebook import Rule, ontology, rules, shapes

__all__ = [
    "QUOTING",
    "Description",
    "Resolved",
    "Rule",
    "describe",
    "entity_changes",
    "entity_lines",
    "happening_lines",
    "misquotes",
    "ontology",
    "read_gazetteer",
    "rules",
    "shapes",
    "topic_lines",
]

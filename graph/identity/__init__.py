"""One thing, one node: the chains of all articles become entities."""

from graph.identity.decisions import Decision, Pair, Settled, by_label, read_decisions, settle, write_decisions
from graph.identity.gazetteer import Gazetteer, Known, gazetteer, read_csv
from graph.identity.happenings import Happening, Occurrence, happenings, occurrence_keys
from graph.identity.keys import keys, label_key
from graph.identity.members import members, titled
from graph.identity.places import is_city, is_national, iso_code
from graph.identity.proposals import matches
from graph.identity.resolve import resolve

__all__ = [
    "Decision",
    "Gazetteer",
    "Happening",
    "Known",
    "Occurrence",
    "Pair",
    "Settled",
    "by_label",
    "gazetteer",
    "happenings",
    "is_city",
    "is_national",
    "iso_code",
    "keys",
    "label_key",
    "matches",
    "members",
    "occurrence_keys",
    "read_csv",
    "read_decisions",
    "resolve",
    "settle",
    "titled",
    "write_decisions",
]

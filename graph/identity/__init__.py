"""One thing, one node: the chains of all articles become entities."""

from graph.identity.decisions import Decision, Pair, Settled, by_label, read_decisions, settle, write_decisions
from graph.identity.members import members, titled
from graph.identity.places import is_city, iso_code
from graph.identity.profiles import keys, label_key
from graph.identity.resolve import matches, resolve

__all__ = [
    "Decision",
    "Pair",
    "Settled",
    "by_label",
    "is_city",
    "iso_code",
    "keys",
    "label_key",
    "matches",
    "members",
    "read_decisions",
    "resolve",
    "settle",
    "titled",
    "write_decisions",
]

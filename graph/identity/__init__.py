"""One thing, one node: the chains of all articles become entities."""

from graph.identity.members import members, titled
from graph.identity.places import is_city, iso_code
from graph.identity.resolve import keys, resolve

__all__ = ["is_city", "iso_code", "keys", "members", "resolve", "titled"]

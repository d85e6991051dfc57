"""How each kind of node and each link is drawn and named; colours stand in colours.css."""

from __future__ import annotations

from typing import Any

KINDS: dict[str, dict[str, Any]] = {
    "person": {"name": "People", "one": "person", "shape": "dot"},
    "organization": {"name": "Organisations", "one": "organisation", "shape": "square"},
    "place": {"name": "Places", "one": "place", "shape": "triangle"},
    "group": {"name": "Groups", "one": "group", "shape": "hexagon"},
    "event": {"name": "Events", "one": "event", "shape": "diamond"},
    "claim": {"name": "Claims", "one": "claim", "shape": "triangleDown"},
    "position": {"name": "Positions", "one": "position", "shape": "ellipse"},
    "topic": {"name": "Topics", "one": "topic", "shape": "tag"},
    "product": {"name": "Products", "one": "product", "shape": "star"},
    "work": {"name": "Works", "one": "work", "shape": "star"},
    "law": {"name": "Laws", "one": "law", "shape": "star"},
    "participant": {"name": "Unnamed participants", "one": "unnamed participant", "shape": "dot"},
}
"""Kind → its name in the legend, the name of one, and its shape (vis-network's or our own), in the legend's order."""

STANDINGS: dict[str, str] = {
    "asserted": "Stated as fact",
    "reported": "Only said",
    "planned": "Planned",
    "possible": "Possible",
    "negated": "Denied",
}
"""Factuality → its words in the legend."""

LINKS: dict[str, str] = {
    "agent": "by",
    "patient": "whom",
    "recipient": "to",
    "organizer": "organised by",
    "attendee": "attended by",
    "about": "about",
    "location": "at",
    "instrument": "with",
    "beneficiary": "for",
    "cause": "because of",
    "author": "said by",
    "member": "held by",
    "organization": "at",
    "claim": "as claimed in",
    "claimedIn": "told in",
    "memberOf": "member of",
    "parentOrganization": "part of",
    "containedInPlace": "in",
    "worksFor": "works for",
    "spouse": "married to",
    "parent": "child of",
    "founder": "founded by",
    "owner": "owned by",
    "nationality": "from",
}
"""Label of an edge → its words; others are split into their own words ("coOrganisedWith")."""

INWARD = ("agent", "organizer", "attendee", "author", "member")
"""Labels drawn towards the event, so that arrows run from who acts to whom it touches."""

OPTIONS: dict[str, Any] = {
    "physics": False,
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": False,
        "multiselect": False,
        "tooltipDelay": 10**9,
        "dragView": False,
        "zoomView": False,
    },
    "nodes": {"borderWidth": 1, "labelHighlightBold": False},
    "edges": {
        "smooth": False,
        "selectionWidth": 0.6,
        "labelHighlightBold": False,
        "arrows": {"to": {"scaleFactor": 0.5}, "from": {"scaleFactor": 0.5}},
    },
}
"""vis-network's options: it stands still, its own pop-ups are never used, and moving.js moves the view."""

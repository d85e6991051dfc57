"""The nodes and links that are drawn at first, as pyvis's network holds them."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any

from pyvis.network import Network as Picture

from graph.network import FACT_KINDS
from graph.view.layout import positions
from graph.view.looks import INWARD, OPTIONS

Json = dict[str, Any]

MANY = 1_500
"""More links than this are not drawn while the picture is dragged."""

LETTER = 0.55
"""The width of a letter of a name, on average, in parts of its height."""

LINE = 19
LETTERS = 40
"""The letters of a line and of a whole name in the picture; the page's names.js has the same."""


def drawing(nodes: Sequence[Json], edges: Sequence[Json], chosen: Sequence[int]) -> Json:
    """{"nodes", "edges", "options"} for vis-network; ids are places in the page's data."""
    place = {number: order for order, number in enumerate(chosen)}
    drawn = [(n, e) for n, e in enumerate(edges) if e["from"] in place and e["to"] in place]
    degrees = _degrees(chosen, [edge for _, edge in drawn])
    boxes = [_box(nodes[number], degrees[number]) for number in chosen]
    points = positions(boxes, [(place[e["from"]], place[e["to"]]) for _, e in drawn])
    picture = Picture(directed=True)
    for number, (x, y) in zip(chosen, points, strict=True):
        picture.add_node(number, label=" ", x=x, y=y, size=size(degrees[number]))
    for number, edge in drawn:
        arrows = "to, from" if edge.get("both") else "from" if edge["label"] in INWARD else "to"
        picture.add_edge(edge["from"], edge["to"], id=number, arrows=arrows, dashes=edge["derived"])
    picture.options = OPTIONS | {"interaction": OPTIONS["interaction"] | {"hideEdgesOnDrag": len(drawn) > MANY}}
    found_nodes, found_edges, *_, options = picture.get_network_data()
    return {"nodes": found_nodes, "edges": found_edges, "options": json.loads(options)}


def _degrees(chosen: Sequence[int], edges: Sequence[Json]) -> dict[int, int]:
    degrees = dict.fromkeys(chosen, 0)
    for edge in edges:
        degrees[edge["from"]] += 1
        degrees[edge["to"]] += 1
    return degrees


def size(degree: int) -> int:
    """The radius of a node with so many links.

    >>> size(1), size(100)
    (9, 28)
    """
    return round(7 + 2.1 * math.sqrt(min(degree, 100)))


def written(node: Json) -> list[str]:
    """The lines of a name in the picture: an event's class, a name, or the first words of a claim.

    >>> written({"kind": "event", "label": "met: A → B", "type": "Meeting"})
    ['Meeting']
    >>> written({"kind": "organization", "label": "Ministry of Trade and Industry", "type": "Organization"})
    ['Ministry of Trade', 'and Industry']
    """
    label: str = node["label"]
    if node["kind"] == "event" and node["type"] != "Event":
        label = node.get("surface", label) if node["type"] == "Act" else node["type"]
    label = " ".join(label.split())[:LETTERS]
    if len(label) <= LINE or " " not in label:
        return [label]
    places = (place for place, letter in enumerate(label) if letter == " ")
    middle = min(places, key=lambda place: abs(place - len(label) / 2))
    return [label[:middle], label[middle + 1 :]]


def font(kind: str) -> int:
    """The size of a name's letters.

    >>> font("event"), font("person")
    (11, 14)
    """
    return 11 if kind in FACT_KINDS else 14


def _box(node: Json, degree: int) -> tuple[float, float]:
    radius, letters, lines = size(degree), font(node["kind"]), written(node)
    width = max(2.0 * radius, LETTER * letters * max(len(line) for line in lines))
    return width + 14, 2.0 * radius + 1.15 * letters * len(lines) + 14

"""Template, style, scripts and data → one HTML file."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

import networkx as nx

from graph.view.data import payload
from graph.view.looks import INWARD, KINDS, LINKS, STANDINGS
from graph.view.picture import drawing
from graph.view.selection import ranking, telling
from graph.vocabulary import PREFIXES

Network: TypeAlias = "nx.MultiDiGraph[str]"

PREFIX_LINES = "\n".join(f"PREFIX {name}: <{PREFIXES[name]}>" for name in ("rdf", "rdfs", "oa", "ng", "schema"))

LIMIT = 250
"""Nodes drawn at first."""

MOST_NODES = 24_000
MOST_CHARACTERS = 12_000_000
"""What a page carries at most, so that it opens in a few seconds; newsgraph serve has the rest."""

VIS = "lib/vis-9.1.2"
STYLES = ("colours.css", "frame.css", "told.css")
SCRIPTS = (
    "data.js",
    "state.js",
    "visible.js",
    "questions.js",
    "layout.js",
    "names.js",
    "moving.js",
    "picture.js",
    "evidence.js",
    "panel.js",
    "search.js",
    "legend.js",
    "times.js",
    "actions.js",
    "decisions.js",
    "table.js",
    "start.js",
    "keys.js",
    "main.js",
)
"""The page's styles and scripts, in the order in which they are joined."""


def page(
    network: Network,
    articles: Mapping[str, str] | None = None,
    *,
    title: str = "newsgraph",
    focus: str | None = None,
    limit: int | None = None,
) -> str:
    """The whole HTML file for a network of `graph.network`.

    `articles` maps article IRIs to their kept texts, for the panel that shows a sentence in its place. `focus` is the
    IRI of the node to start at, `limit` the most nodes to draw at first; everything else is found by the page's search.
    """
    ranked = ranking(network)
    chosen = telling(network, ranked, limit or LIMIT, focus)
    data = _embedded(network, articles or {}, [*chosen, *ranked])
    numbers = {node["iri"]: number for number, node in enumerate(data["nodes"])}
    data |= {"title": title, "focus": numbers.get(focus or ""), "prefixes": PREFIX_LINES}
    data |= {"kinds": KINDS, "links": LINKS, "inward": INWARD, "standings": STANDINGS}
    data["counts"] = {"nodes": len(network), "edges": network.number_of_edges(), "articles": _articles(network)}
    data["drawn"] = drawing(data["nodes"], data["edges"], [numbers[iri] for iri in chosen])
    return _filled(title, data)


def _embedded(network: Network, texts: Mapping[str, str], ranked: list[str]) -> dict[str, Any]:
    """As much of the network as a page can carry: all of it, or without the articles' texts, or its best part."""
    order = list(dict.fromkeys(ranked))
    most = MOST_NODES
    for kept in (texts, {}):
        if len(order) <= most and _weight(data := payload(network, kept)) <= MOST_CHARACTERS:
            return data
    while True:
        data = payload(network.subgraph(order[:most]), {})
        if _weight(data) <= MOST_CHARACTERS:
            return data
        most = most * 2 // 3


def _weight(data: Mapping[str, Any]) -> int:
    return len(_as_json(data))


def _articles(network: Network) -> int:
    """The number of articles that the network's evidence stands in."""
    evidence = (item for *_, data in network.edges(data=True) for item in data["evidence"])
    return len({item["article"] for item in evidence})


def _filled(title: str, data: Mapping[str, Any]) -> str:
    style, library, script = _style(), _library(), _script()
    parts = {
        "title": html.escape(title),
        "policy": html.escape(_policy(style, library, script), quote=True),
        "style": f"<style>{style}</style>",
        "data": f'<script type="application/json" id="data">{_as_json(data)}</script>',
        "library": f"<script>{library}</script>",
        "script": f"<script>{script}</script>",
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda mark: parts[mark[1]], _own("template.html"))


def _as_json(data: Mapping[str, Any]) -> str:
    """JSON that cannot end its script element.

    >>> "<" in _as_json({"a": "</script><!--"})
    False
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _policy(*sources: str) -> str:
    """The page's content security policy: its own scripts and style by their digests, and nothing else."""
    style, *scripts = (f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in sources)
    return (
        f"default-src 'none'; script-src {' '.join(scripts)}; style-src {style}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _own(name: str) -> str:
    return files("graph.view").joinpath("page", name).read_text(encoding="utf-8")


@cache
def _library() -> str:
    """vis-network, with the line ends that a browser makes of it before it counts the digest."""
    text = files("pyvis").joinpath(VIS, "vis-network.min.js").read_text(encoding="utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("</script", "<\\/script")


@cache
def _style() -> str:
    return "\n".join(_own(name) for name in STYLES)


@cache
def _script() -> str:
    joined = "\n".join(_own(name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{joined}\n}})();'

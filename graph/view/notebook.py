"""The page inside a notebook: JupyterLab, Jupyter Notebook and VS Code show it in place.

It stands in a frame that carries the whole page in its `srcdoc`: VS Code lets notebooks frame nothing from files, and
data addresses have no room for a page. A notebook that is not trusted, or that a site shows without running anything,
takes the frame away and leaves the table inside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

import networkx as nx

from graph.network import FACT_KINDS
from graph.view.looks import KINDS
from graph.view.selection import ON_REQUEST, ranking

Network: TypeAlias = "nx.MultiDiGraph[str]"

SANDBOX = "allow-scripts allow-downloads allow-popups"
BEST = 10
NOTE = (
    "No picture? Trust the notebook or run the cell again. <code>kg.view('kg.html')</code> writes the page to a file."
)


def frame(document: str, still: str = "", height: int = 640) -> str:
    """The page as an inline frame, shut off from the notebook around it; `still` is HTML to show where it cannot be."""
    style = f"display: block; width: 100%; height: {height}px; border: 1px solid #8884; border-radius: 6px"
    opening = f'<iframe title="newsgraph" sandbox="{SANDBOX}" srcdoc="{escape(document)}" style="{style}">'
    return f'<div>{opening}{still}</iframe><p style="font-size: 85%; opacity: 0.75">{NOTE}</p></div>'


def still(network: Network, title: str) -> str:
    """A table of the best connected things, as HTML that needs neither script nor style."""
    things = (iri for iri in ranking(network) if network.nodes[iri]["kind"] not in FACT_KINDS | ON_REQUEST | {"topic"})
    best = [iri for iri, _ in zip(things, range(BEST), strict=False)]
    rows = (
        (network.nodes[iri]["label"], KINDS[network.nodes[iri]["kind"]]["one"], network.degree(iri)) for iri in best
    )
    return f"<table><caption>{escape(title)}: best connected</caption>{_rows(rows)}</table>"


def _rows(rows: Iterable[tuple[object, ...]]) -> str:
    """Rows of a table under their heads.

    >>> _rows([("A & B", "person", 3)])[-60:]
    '<tr><td>A &amp; B</td><td>person</td><td>3</td></tr></tbody>'
    """
    told = "".join("<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<thead><tr><th>name</th><th>kind</th><th>links</th></tr></thead><tbody>{told}</tbody>"

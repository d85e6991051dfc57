"""The network as one HTML file that opens offline, and the same page inside a notebook.

The page holds everything: vis-network from pyvis's own package, our template, scripts and style, and the data. It
fetches nothing, and what articles say reaches it as data alone, never as markup.
"""

from __future__ import annotations

from graph.view.document import page
from graph.view.notebook import frame, still

__all__ = ["frame", "page", "still"]

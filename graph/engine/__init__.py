"""Where pass 1 runs: in this process, in a pool of processes, or on a cluster; the same parts come from each."""

from __future__ import annotations

from graph.engine.analysis import Analyser, Outcome
from graph.engine.engines import ENGINES, Plan, outcomes

__all__ = ["ENGINES", "Analyser", "Outcome", "Plan", "outcomes"]

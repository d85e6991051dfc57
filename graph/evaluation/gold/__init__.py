"""Gold facts of whole articles: what a knowledge graph holds of them, and what it wrongly holds."""

from graph.evaluation.gold.facts import Gold
from graph.evaluation.gold.held import Dataset
from graph.evaluation.gold.scores import report

__all__ = ["Dataset", "Gold", "report"]

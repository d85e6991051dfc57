"""The one seeded generator of made-up things and articles: the same for the same seed, on any machine."""

from graph.evaluation.generate.stories import Story, stories, story
from graph.evaluation.generate.things import Thing, mentions, pairwise, world

__all__ = ["Story", "Thing", "mentions", "pairwise", "stories", "story", "world"]

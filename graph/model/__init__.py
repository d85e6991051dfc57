"""The central types: plain, frozen data that every room reads.

Offsets are code points in `Article.text`, `start` inclusive and `end` exclusive. Ids of chains and facts are local
to their article; IRIs are minted in `vocabulary` alone.
"""

from graph.model.article import Article, Dateline, ExcludedBlock, Segment, Span, article_id
from graph.model.facts import FACTUALITIES, ROLES, Claim, Event, Fact, Part, Position, Relation, Role
from graph.model.identity import Entity, Match, Member, Statement
from graph.model.mentions import ENTITY_TYPES, MENTION_TYPES, Chain, Filler, Mention, Time

__all__ = [
    "ENTITY_TYPES",
    "FACTUALITIES",
    "MENTION_TYPES",
    "ROLES",
    "Article",
    "Chain",
    "Claim",
    "Dateline",
    "Entity",
    "Event",
    "ExcludedBlock",
    "Fact",
    "Filler",
    "Match",
    "Member",
    "Mention",
    "Part",
    "Position",
    "Relation",
    "Role",
    "Segment",
    "Span",
    "Statement",
    "Time",
    "article_id",
]

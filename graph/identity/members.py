"""One article's chains with names, as members that identity can weigh."""

from __future__ import annotations

from collections import Counter

from graph.model import ENTITY_TYPES, Chain, Member, Part
from graph.vocabulary import Minter


def titled(chain: Chain) -> str:
    """A chain's best name with the honorific that the article gives it."""
    return f"{chain.honorific} {chain.names[0]}" if chain.honorific else chain.names[0]


def members(part: Part, minter: Minter) -> dict[str, Member]:
    """A member for every chain of the article that has a name and a type of `ENTITY_TYPES`, by chain id."""
    chains = [chain for chain in part.chains if chain.names and chain.type in ENTITY_TYPES]
    alike = Counter(_key(chain) for chain in chains)
    return {chain.id: _member(part, minter, chain, alike[_key(chain)] > 1) for chain in chains}


def _key(chain: Chain) -> tuple[str, str]:
    return chain.type, " ".join(titled(chain).casefold().split())


def _member(part: Part, minter: Minter, chain: Chain, alike: bool) -> Member:
    start = min(mention.span.start for mention in chain.mentions) if alike else None
    return Member(
        iri=minter.member(part.article.id, chain.type, titled(chain), start),
        article=part.article.id,
        chain=chain.id,
        type=chain.type,
        names=chain.names,
        honorific=chain.honorific,
        gender=chain.gender,
    )

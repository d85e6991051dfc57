"""One article's chains with names, as members that identity can weigh."""

from __future__ import annotations

from collections import Counter, defaultdict

from graph.identity.places import city_countries, iso_code, nationality
from graph.model import ENTITY_TYPES, Chain, Member, Part
from graph.vocabulary import Minter

DATELINE = 3
"""How many mentions of a country the dateline counts for."""


def titled(chain: Chain) -> str:
    """A chain's best name with the honorific that the article gives it."""
    return f"{chain.honorific} {chain.names[0]}" if chain.honorific else chain.names[0]


def members(part: Part, minter: Minter) -> dict[str, Member]:
    """A member for every chain of the article that has a name and a type of `ENTITY_TYPES`, by chain id."""
    chains = [chain for chain in part.chains if chain.names and chain.type in ENTITY_TYPES]
    alike = Counter(_key(chain) for chain in chains)
    countries, titles = countries_of(part), _titles(part)
    return {
        chain.id: Member(
            iri=_iri(part, minter, chain, alike[_key(chain)] > 1),
            article=part.article.id,
            chain=chain.id,
            type=chain.type,
            names=chain.names,
            honorific=chain.honorific,
            gender=chain.gender,
            countries=countries,
            titles=titles.get(chain.id, ()),
        )
        for chain in chains
    }


def _key(chain: Chain) -> tuple[str, str]:
    return chain.type, " ".join(titled(chain).casefold().split())


def _iri(part: Part, minter: Minter, chain: Chain, alike: bool) -> str:
    start = min(mention.span.start for mention in chain.mentions) if alike else None
    return minter.member(part.article.id, chain.type, titled(chain), start)


def countries_of(part: Part) -> tuple[str, ...]:
    """The countries that an article is about, by how often it names them, their people and the dateline's city."""
    found: Counter[str] = Counter()
    line = part.article.dateline
    if line and line.place:
        found.update(dict.fromkeys(_countries(line.place)[:1], DATELINE))
    for chain in part.chains:
        if chain.type in ("Place", "Group") and chain.names:
            found.update({code: len(chain.mentions) for code in _countries(chain.names[0])[:1]})
    return tuple(sorted(found, key=lambda code: (-found[code], code)))


def _countries(name: str) -> tuple[str, ...]:
    code = iso_code(name) or nationality(name)
    return (code,) if code else city_countries(name)


def _titles(part: Part) -> dict[str, tuple[str, ...]]:
    """The titles that the article gives each chain, current or former."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for position in part.positions:
        if position.person.chain and position.factuality == "asserted":
            found[position.person.chain][position.title] = None
    return {chain: tuple(titles) for chain, titles in found.items()}

"""Members by hand: one article each."""

from __future__ import annotations

from graph.identity import resolve
from graph.model import Member
from graph.vocabulary import Minter

MINTER = Minter()


def member(*names: str, type_: str = "Person", **facts: object) -> Member:
    """A member of an article of its own; articles differ by the facts and names."""
    article = f"{abs(hash_of(names, type_, facts)):032x}"
    return Member(MINTER.member(article, type_, names[0]), article, "c1", type_, names, **facts)


def hash_of(*parts: object) -> int:
    import hashlib

    return int(hashlib.sha256(repr(parts).encode()).hexdigest()[:16], 16)


def together(*members: Member) -> list[set[str]]:
    """The best names of the members of each entity, entity by entity."""
    found = [{member.names[0] for member in entity.members} for entity in resolve(members)]
    return sorted(found, key=sorted)

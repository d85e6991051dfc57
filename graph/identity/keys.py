"""Keys of members: exact ones, which full names share that are one name, and those that near names share."""

from __future__ import annotations

from collections.abc import Iterator

from graph.identity import bodies, people
from graph.identity.knowledge import international
from graph.identity.names import initials, is_acronym, normal, short
from graph.identity.places import is_city, iso_code, nationality
from graph.model import Member

LETTERED = frozenset(("Organization", "Event", "Place"))
"""Types whose names can be acronyms of longer ones."""

BODY_LIKE = {"Organization": "body", "Work": "body"}
"""Types that one name of a single word may have in different articles: a newspaper is a work and a publisher."""


def name_keys(member: Member) -> Iterator[str]:
    """The exact keys of a member's full names."""
    for name in member.names:
        if key := name_key(member.type, name):
            yield key


def name_key(type_: str, name: str) -> str | None:
    """The exact key of a full name; None for a bare surname and for an acronym.

    >>> name_key("Person", "Ada P. Moss"), name_key("Person", "Moss")
    ('ada p moss', None)
    """
    if type_ != "Person":
        return thing_key(type_, name)
    found = people.person(name)
    return " ".join((found.first, *found.middle, found.last)) if found else None


def thing_key(type_: str, name: str) -> str | None:
    """The exact key of a name that is no person's, or None for an acronym and for nothing.

    >>> thing_key("Place", "the United States"), thing_key("Group", "Pakistanis")
    ('country:US', 'people:PK')
    >>> thing_key("Organization", "Interior Ministry"), thing_key("Place", "Lahore"), thing_key("Organization", "XYZ")
    ('any:interior ministry', 'Place:lahore', None)
    >>> thing_key("Organization", "UN") == thing_key("Organization", "United Nations")
    True
    """
    if type_ in ("Place", "Organization") and (code := iso_code(name)):
        return f"country:{code}"
    if type_ == "Group" and (code := nationality(name)):
        return f"people:{code}"
    if is_short(type_, name):
        name = international().get(short(name), "")
    found = bodies.body(name)
    single = len(found) == 1 or is_city(name)
    return f"{BODY_LIKE.get(type_, type_) if single else 'any'}:{' '.join(found)}" if found else None


def is_short(type_: str, name: str) -> bool:
    """Says whether a name is an acronym, which can stand for a longer one; a dateline's capitals are none.

    >>> is_short("Organization", "UNESCO"), is_short("Place", "KPK"), is_short("Place", "NAIROBI")
    (True, True, False)
    """
    if type_ not in LETTERED or not is_acronym(name):
        return False
    return type_ != "Place" or (len(name) <= 4 and not is_city(name))


def shorts_of(member: Member) -> Iterator[str]:
    """The acronyms among a member's names, as keys; those of countries and of known bodies are names."""
    for name in member.names:
        if is_short(member.type, name) and name_key(member.type, name) is None:
            yield short(name)


def letters_of(member: Member) -> Iterator[str]:
    """The initials of a member's long names: acronyms that it could have."""
    if member.type in LETTERED:
        for name in member.names:
            if not is_short(member.type, name) and (found := initials(name)):
                yield found


def keys(member: Member) -> frozenset[str]:
    """The blocking keys of a member: members that share none, even through others, need never be compared."""
    return frozenset(_person_keys(member) if member.type == "Person" else _thing_keys(member))


def _person_keys(member: Member) -> Iterator[str]:
    for name in member.names:
        found = people.person(name)
        if found:
            yield f"person:{people.near_key(found)}"


def _thing_keys(member: Member) -> Iterator[str]:
    for key in name_keys(member):
        kind, _, name = key.partition(":")
        family = bodies.family_key(tuple(name.split())) if kind == "any" else None
        yield f"family:{family}" if family else key
    yield from (f"acronym:{key}" for key in shorts_of(member))
    yield from (f"acronym:{key}" for key in letters_of(member))


def label_key(member: Member) -> str:
    """What a decision's label finds a member by: its best name, normalised."""
    return normal(member.names[0])

"""Members as identity compares them: names as keys, and the facts that keep namesakes apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.identity import bodies, people
from graph.identity.knowledge import field_words
from graph.identity.names import initials, is_acronym, normal, short, words
from graph.identity.places import city_countries, is_city, iso_code, nationality
from graph.model import Member

LETTERED = frozenset(("Organization", "Event", "Place"))
"""Types whose names can be acronyms of longer ones."""

BODY_LIKE = {"Organization": "body", "Work": "body"}
"""Types that one name of a single word may have in different articles: a newspaper is a work and a publisher."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What an article tells that can keep namesakes apart; None and empty: it does not tell.

    `country` is that of a public body or of a town with namesakes; `fields` are walks of life, and `countries` those
    that the article is about, noted where there are fields alone.
    """

    gender: str | None = None
    generation: str | None = None
    country: str | None = None
    fields: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    def conflict(self, other: Facts) -> str | None:
        """Why the two cannot be of one thing, or None.

        >>> Facts(gender="m").conflict(Facts(gender="f")), Facts(gender="m").conflict(Facts())
        ('another gender', None)
        """
        for name in ("gender", "generation", "country"):
            mine, theirs = getattr(self, name), getattr(other, name)
            if mine and theirs and mine != theirs:
                return f"another {name}"
        lives = self.fields and other.fields and self.fields.isdisjoint(other.fields)
        lands = self.countries and other.countries and self.countries.isdisjoint(other.countries)
        return "another walk of life in another country" if lives and lands else None

    def support(self, other: Facts) -> int:
        """How many facts the two share."""
        pairs = ((self.gender, other.gender), (self.generation, other.generation), (self.country, other.country))
        same = [mine for mine, theirs in pairs if mine and mine == theirs]
        return len(same) + len(self.fields & other.fields) + len(self.countries & other.countries)


@dataclass(frozen=True, slots=True)
class Profile:
    """What members agree in that are one from the start.

    `names` are exact keys of full names, `shorts` acronyms, `letters` the initials of long names, and
    `alone` is the IRI of a member that a decision names: it is always compared by itself.
    """

    person: bool
    names: frozenset[str]
    shorts: frozenset[str]
    letters: frozenset[str]
    facts: Facts
    type: str
    alone: str | None = field(default=None)


def profile(member: Member, *, alone: bool = False) -> Profile:
    """The profile of a member. One without a full name and an acronym is like no other, and stays by itself."""
    names = frozenset(name_keys(member))
    shorts = frozenset(shorts_of(member))
    person = member.type == "Person"
    lonely = alone or not (names or shorts)
    facts = _facts_of_person(member) if person else _facts_of_thing(member)
    return Profile(
        person, names, shorts, frozenset(letters_of(member)), facts, member.type, member.iri if lonely else None
    )


def name_keys(member: Member) -> Iterator[str]:
    """The exact keys of a member's full names."""
    for name in member.names:
        if member.type == "Person":
            found = people.person(name)
            if found:
                yield " ".join((found.first, *found.middle, found.last))
        elif (key := thing_key(member.type, name)) is not None:
            yield key


def thing_key(type_: str, name: str) -> str | None:
    """The exact key of a name that is no person's, or None for an acronym and for nothing.

    >>> thing_key("Place", "the United States"), thing_key("Group", "Pakistanis")
    ('country:US', 'people:PK')
    >>> thing_key("Organization", "Interior Ministry"), thing_key("Place", "Lahore"), thing_key("Organization", "IOM")
    ('any:interior ministry', 'Place:lahore', None)
    """
    if type_ in ("Place", "Organization") and (code := iso_code(name)):
        return f"country:{code}"
    if type_ == "Group" and (code := nationality(name)):
        return f"people:{code}"
    if is_short(type_, name):
        return None
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
    """The acronyms among a member's names, as keys; a country's are names."""
    for name in member.names:
        if is_short(member.type, name) and iso_code(name) is None:
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


def _facts_of_person(member: Member) -> Facts:
    found = [person for person in map(people.person, member.names) if person]
    fields = frozenset(field_words()[word] for title in member.titles for word in words(title) if word in field_words())
    return Facts(
        gender=member.gender,
        generation=next((person.generation for person in found if person.generation), None),
        fields=fields,
        countries=frozenset(member.countries if fields else ()),
    )


def _facts_of_thing(member: Member) -> Facts:
    public = [name for name in member.names if bodies.is_public(name) and not iso_code(name)]
    if public:
        told = next((code for code in map(bodies.named_country, public) if code), None)
        return Facts(country=told or next(iter(member.countries), None))
    if member.type == "Place":
        towns = city_countries(member.names[0])
        if len(towns) > 1:
            return Facts(country=next((code for code in member.countries if code in towns), None))
    return Facts()


def label_key(member: Member) -> str:
    """What a decision's label finds a member by: its best name, normalised."""
    return normal(member.names[0])

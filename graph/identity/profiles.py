"""Members as identity compares them: names as keys, and the facts that keep namesakes apart."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from graph.identity import bodies, people
from graph.identity.keys import letters_of, name_keys, shorts_of
from graph.identity.knowledge import field_words
from graph.identity.names import words
from graph.identity.places import city_countries, iso_code
from graph.model import Member


@dataclass(frozen=True, slots=True)
class Facts:
    """What an article tells that can keep namesakes apart; None and empty: it does not tell.

    `country` is that of a public body or of a town with namesakes; `fields` are walks of life, and `countries` those
    that the article is about, noted where there are fields alone; `known` is the IRI of the one known thing of a user's
    gazetteer that has the name.
    """

    gender: str | None = None
    generation: str | None = None
    country: str | None = None
    fields: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    known: str | None = None

    def conflict(self, other: Facts) -> str | None:
        """Why the two cannot be of one thing, or None.

        >>> Facts(gender="m").conflict(Facts(gender="f")), Facts(gender="m").conflict(Facts())
        ('another gender', None)
        """
        for name in ("gender", "generation", "country", "known"):
            mine, theirs = getattr(self, name), getattr(other, name)
            if mine and theirs and mine != theirs:
                return f"another {name}" if name != "known" else "another known thing"
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


def profile(member: Member, *, alone: bool = False, known: str | None = None) -> Profile:
    """The profile of a member. One without a full name and an acronym is like no other, and stays by itself."""
    names = frozenset(name_keys(member))
    shorts = frozenset(shorts_of(member))
    person = member.type == "Person"
    lonely = alone or not (names or shorts)
    facts = replace(_facts_of_person(member) if person else _facts_of_thing(member), known=known)
    return Profile(
        person, names, shorts, frozenset(letters_of(member)), facts, member.type, member.iri if lonely else None
    )


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

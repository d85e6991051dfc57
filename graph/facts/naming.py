"""Head of a noun phrase → the tokens that name who or where is meant."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.kinds import is_participant_noun, words
from graph.facts.mentions import entity_type, has_name, name_at
from graph.facts.parsed import Token, once_each
from graph.facts.syntax import conjuncts

ADJOINED = frozenset({"Person", "Organization", "Place"})
FARTHEST = 300
"""A pointing noun and its name stand at most this many tokens apart."""


def referent(token: Token) -> Token:
    """The name in apposition to a description, also close behind it where nothing else names it, or else the token."""
    described = token.pos_ in {"NOUN", "PROPN"} or (token.pos_ == "NUM" and token.dep_ != "nummod")
    if not described or name_at(token) is not None:
        return token
    beside = (*_appositions(token), *(() if has_name(token) else _adjoined(token)))
    return next((t for t in beside if name_at(t) is not None), token)


def _appositions(token: Token) -> Iterator[Token]:
    """What is said to be the same; of several people no single one ("four workers, the head, Lena Ross, told")."""
    several = token.tag_ == "NNS" and any(child.dep_ == "nummod" for child in token.lefts)
    return (c for c in token.rights if c.dep_ == "appos" and not (several and _is_one_person(c)))


def _is_one_person(token: Token) -> bool:
    return token.tag_ in {"NN", "NNP"} and not any(child.dep_ == "conj" for child in token.rights)


def _adjoined(token: Token) -> Iterator[Token]:
    """The name right behind its description that the parse hangs on the verb: "beat newcomers Panama"."""
    for sibling in token.head.rights if token.dep_ in {"dobj", "pobj"} else ():
        if sibling.dep_ == "npadvmod" and sibling.left_edge.i == token.i + 1 and entity_type(sibling) in ADJOINED:
            yield sibling
    behind = name_at(token.doc[token.i + 1]) if token.dep_ == "pobj" and token.i + 1 < len(token.doc) else None
    if behind is not None and behind.root.dep_ == "nsubj" and behind.label_ in ADJOINED and is_participant_noun(token):
        yield behind.root


def referents(token: Token) -> list[Token]:
    """The tokens that name who is meant, several where a plural is followed by names or is said to be them.

    "councillors Alvin Yeung and Fernando Cheung" means two people, so does "those elected were Alvin Yeung and …",
    and "they" or "the two" behind a sentence about both.
    """
    if (parts := meant(token)) != [token]:
        beyond = [t for part in parts for t in _beyond(part, parts)]
        return [*parts, *beyond, *(t for other in beyond for t in raised(other))]
    found = [token, *raised(token)]
    plural = token.tag_ in {"NNS", "NNPS"} or token.lemma_ in words("collective")
    if plural or token.lower_ in words("pointers") or _is_several(token):
        named = [t for t in _apposed(token) if name_at(t) is not None] or _predicated(token)
        return named or [*found, *_included(token)]
    return found


def meant(token: Token) -> list[Token]:
    """The tokens that name each of the things that a plural stands for, or the token itself.

    "They" behind a sentence about two, "Ministries of Finance and Trade".
    """
    parts = token.doc.parts_of.get(token.i)
    return [token] if parts is None else [token.doc[part] for part in parts]


def _beyond(part: Token, parts: list[Token]) -> Iterator[Token]:
    """Who is coordinated with names that share a word, where the parse hangs it on the last of them."""
    name = name_at(part)
    if name is not None and name.kb_id_:
        beyond = (t for inner in name for t in conjuncts(inner)[1:])
        yield from (t for t in beyond if t not in parts and name_at(t) is not None and not name.start <= t.i < name.end)


def _apposed(token: Token) -> Iterator[Token]:
    apposed = list(_appositions(token))
    for child in token.rights:
        if child in apposed or (child.dep_ == "conj" and token.dep_ in {"appos", "conj"}):
            yield child
            yield from raised(child)
            yield from _apposed(child)


def _predicated(token: Token) -> list[Token]:
    """The names that the plural subject of "be" is said to be."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "be":
        return []
    heads = [t for child in verb.rights if child.dep_ == "attr" for t in conjuncts(child)]
    return [t for head in heads for t in (head, *raised(head)) if name_at(t) is not None]


def _is_several(token: Token) -> bool:
    """Whether the verb shows that a subject without a plural ending is more than one: "the others elected were"."""
    alone = token.dep_ == "nsubj" and not any(child.dep_ == "conj" for child in token.rights)
    return alone and token.head.lower_ in {"are", "were"} and entity_type(token) != "Group"


def _included(token: Token) -> list[Token]:
    """The names after "including" or "such as", also where they hang on the last noun of the phrase."""
    lists = [t for t in token.subtree if t.i > token.i and t.dep_ == "prep" and _lists(t)]
    return [t for prep in lists for obj in prep.children for t in conjuncts(obj) if name_at(t) is not None]


def _lists(preposition: Token) -> bool:
    such = preposition.lower_ == "as" and preposition.nbor(-1).lower_ == "such"
    return such or preposition.lower_ in words("including")


@once_each
def raised(token: Token) -> list[Token]:
    """Who is coordinated with a name and hangs too low in the parse.

    On a word inside the name ("the Bureau for Safe Migration and the Ministry"), on the body of a person ("Yeung of the
    Party and Cheung"), or in apposition to a person: nobody is named twice in a row.
    """
    name = name_at(token)
    if name is None:
        return []
    found = [
        t for inner in name if inner.i != token.i for t in conjuncts(inner)[1:] if not name.start <= t.i < name.end
    ]
    if name.label_ == "Person":
        found += [*_people_before(token), *_people_below(token)]
    return found + [t for other in found for t in raised(other)]


def _people_before(person: Token) -> list[Token]:
    """The person whose name the parse takes for a part of the next one's: "Mak and independent Ho were elected"."""
    beside = [child for child in person.lefts if child.dep_ in {"nmod", "compound"} and _is_coordinated(child)]
    return [child for child in beside if entity_type(child) == "Person" and name_at(child) != name_at(person)]


def _is_coordinated(token: Token) -> bool:
    return any(child.dep_ == "cc" for child in token.rights)


def _people_below(person: Token) -> list[Token]:
    low = [obj for prep in person.rights if prep.dep_ == "prep" for obj in prep.children if obj.dep_ == "pobj"]
    heads = [obj for obj in low if entity_type(obj) != "Person"]
    heads += [child for child in person.rights if child.dep_ == "appos"]
    return [t for head in heads for t in conjuncts(head) if entity_type(t) == "Person"]


def places_in(token: Token) -> list[Token]:
    """The named places in a place's phrase: "the town of Yeoncheon", "Fisht Stadium in Sochi", "Aceh, Indonesia"."""
    return _places(token, [*_after(token, words("naming") | words("nested")), *_beside(token)])


def places_around(token: Token) -> list[Token]:
    """The named places that somebody or something is said to be in: "people in the town of Yeoncheon"."""
    return _places(token, list(_after(token, words("nested"))))


def naming_places(token: Token) -> list[Token]:
    """The named places that a noun only says the kind of: "the town of Yeoncheon", "the Sudan border"."""
    return [t for t in (*_after(token, words("naming")), *_beside(token)) if entity_type(t) == "Place"]


def places_meant(token: Token) -> list[Token]:
    """The named places that "this constituency" points back to: those of the last phrase with this noun and a name."""
    pointing = any(child.lower_ in {"this", "that", "the"} for child in token.lefts)
    if not pointing or has_name(token) or naming_places(token):
        return []
    doc = token.doc
    earlier = (doc[i] for i in range(token.i - 1, max(token.i - FARTHEST, -1), -1))
    named = next(
        (t for t in earlier if t.lower_ == token.lower_ and any(name_at(n) is not None for n in _beside(t))), None
    )
    return naming_places(named) if named is not None else []


def _places(token: Token, below: list[Token]) -> list[Token]:
    inside = name_at(token)
    outer = [t for t in below if inside is None or not inside.start <= t.i < inside.end]
    named = [t for t in outer if entity_type(t) == "Place"]
    return named + [t for child in outer if child.dep_ == "pobj" or child in named for t in places_in(child)]


def _after(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            yield from (obj for obj in child.children if obj.dep_ == "pobj")


def _beside(token: Token) -> Iterator[Token]:
    return (child for child in token.children if child.dep_ in {"appos", "compound", "nmod"})

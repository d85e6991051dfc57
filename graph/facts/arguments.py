"""The arguments of a verb or an event noun, each in its slot.

Arguments are logical: the subject of a passive is an object here and its "by" phrase the subject; an infinitive or a
gerund has the subject that controls it. Where the parse hangs a phrase too low, it is looked for there as well.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from graph.facts.kinds import is_participant_noun
from graph.facts.lexicon import find, lexicon, noun_frames
from graph.facts.mentions import entity_type
from graph.facts.parsed import Token, once_each
from graph.facts.syntax import PLURAL, SUBJECTS, conjuncts, has, is_passive, nearest, objects, prepositional, subjects

CONTROLLED = frozenset({"of", "from", "for", "into"})
"""Prepositions whose gerund is done by the object ("accused him of stealing")."""
FROM_ANY_OBJECT = frozenset({"over", "about", "regarding", "concerning", "on"})
"""Prepositions that an object keeps from its verb, whoever it is ("asked the minister about housing")."""
FROM_THINGS = frozenset({"for", "to", "from", "with", "against"})
"""The same for objects that are things only: "the ambassador to France" stays one."""
HOLDING = frozenset({"object", "dative", "attr", "with"})
"""Slots whose phrase may hold one that is the verb's."""
SPOKEN = frozenset({"Announcement", "Interview", "Call", "Briefing"})
"""Classes of nouns for words said to somebody."""
NAMED = frozenset({"Person", "Organization", "Place", "Group"})
AIMED = frozenset({"aim", "direct", "target", "point", "level"})
"""Participles whose phrase says at whom the verb's object goes."""
OBLIGING = frozenset({"must", "should", "ought", "be"})
"""Auxiliaries of a clause that says what somebody is told to do."""
PROPER = frozenset({"NNP", "NNPS"})
PHRASAL = frozenset({"prep", "agent", "pobj", "pcomp", "dobj", "xcomp", "dative"})
COMPLEMENTS = frozenset({"xcomp", "ccomp"})
OWN_OBJECTS = COMPLEMENTS | {"dobj", "obj", "dative", "aux", "oprd"}
APPROXIMATE = frozenset({"over", "around", "about", "nearly", "almost", "under"})
NO_ANTECEDENT = frozenset({"time", "day", "way", "reason", "moment", "year", "month", "week", "place", "case"})
"""Nouns before a relative clause that are not its object ("the day he resigned")."""


class Argument(msgspec.Struct, frozen=True):
    """One argument: its slot ("subject", "object", "dative", "attr", "clause", "poss", "compound" or a preposition)
    and the head of its words. `passive` marks the "by" phrase of a passive, `low` a phrase taken from an object,
    `shared` a subject that is another verb's."""

    slot: str
    token: Token
    passive: bool = False
    low: bool = False
    shared: bool = False


def verb_arguments(verb: Token, part: Token | None = None) -> list[Argument]:
    """The arguments of a verb; `part` is a dependent that is a piece of the predicate, no argument."""
    passive = _passive(verb)
    found = [a for a in _core(verb, passive) if a.token is not part]
    bare = not any(a.slot == "object" for a in found)
    for carrier in _carriers(verb, part):
        for preposition, token in prepositional(carrier):
            found.append(Argument(_slot(preposition, passive=passive, bare=bare), _antecedent(token), passive))
            found.extend(Argument("of", gerund, low=True) for gerund in _of_doer(preposition, token, passive=passive))
        found.extend(_clauses(carrier, verb))
    found.extend(_low(found))
    if passive and not any(a.slot == "subject" and _acts(a.token) for a in found):
        found.extend(Argument("subject", token, passive) for token in _doers(verb))
    places = [a.token for a in found if a.slot in {"in", "during"}]
    found.extend(Argument("heard", t) for place in places for t in _hearers(place))
    if verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children):
        found.append(Argument("where", nearest(verb.head, verb, entity_type)))
    end = _end_of_quotation(verb)
    kept = [a for a in found if a.slot == "object" or not is_temporal(a.token)]
    return [a for a in kept if a.slot == "subject" or a.token.i < end] if end else kept


def _carriers(verb: Token, part: Token | None) -> list[Token]:
    """The words of the predicate that may have its arguments: the verb, the auxiliary of a passive, an adjective."""
    carriers = [verb, *(child for child in verb.children if child.dep_ == "auxpass")]
    carriers += [part] if part is not None and part.dep_ == "acomp" else []
    return [*carriers, verb.head] if verb.dep_ == "acomp" else carriers


def _clauses(carrier: Token, verb: Token) -> list[Argument]:
    """The clauses that a word of the predicate takes, whom one of them asks, and what it is done for."""
    clauses: list[Argument] = []
    told: list[Argument] = []
    purposes: list[Argument] = []
    for child in carrier.children:
        if child.dep_ in COMPLEMENTS:
            clauses.append(Argument(_clausal(child, verb), child))
            told.extend(Argument("told", t) for t in _told(child))
        elif child.dep_ == "advcl" and _is_infinitive(child):
            purposes.append(Argument("purpose", child))
    return [*clauses, *told, *purposes]


def _clausal(clause: Token, verb: Token) -> str:
    """The slot of a clause: behind the verb it is the verb's, before it the words that the verb says are somebody's."""
    return "clause" if clause.i > verb.i else "quoted"


def _of_doer(preposition: Token, doer: Token, *, passive: bool) -> list[Token]:
    """The gerund that the parse hangs on whoever does it: "was accused by the opposition of lying"."""
    if not passive or preposition.lower_ != "by":
        return []
    return [t for p in doer.rights if p.lower_ == "of" for t in p.children if t.dep_ == "pcomp"]


def _end_of_quotation(verb: Token) -> int:
    """Where the quotation ends that the verb stands in, or 0: who stands behind its end is who says it."""
    return next((q.end for q in verb.doc.quotations if q.start <= verb.i < q.end), 0)


@once_each
def noun_arguments(noun: Token) -> list[Argument]:
    """The arguments of an event noun: its possessor, compound, and prepositional phrases."""
    found = [Argument("poss", t) for child in noun.lefts if child.dep_ == "poss" for t in conjuncts(child)]
    found += [Argument("compound", child) for child in noun.lefts if child.dep_ in {"compound", "nmod"}]
    for preposition, token in prepositional(noun):
        found.append(Argument(_noun_slot(noun, preposition), token))
    things = [
        a.token for a in found if a.slot == "of" and not is_participant_noun(a.token) and not entity_type(a.token)
    ]
    for preposition, token in (pair for thing in things for pair in prepositional(thing)):
        if preposition.lower_ in FROM_THINGS:
            found.append(Argument(preposition.lower_, token, low=True))
    found.extend(
        Argument("national", child)
        for child in noun.lefts
        if child.dep_ in {"amod", "nmod", "compound"} and _named(child)
    )
    found.extend(Argument("clause", child) for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VB")
    return [a for a in found if not is_temporal(a.token)]


def _noun_slot(noun: Token, preposition: Token) -> str:
    """The slot of a noun's phrase: what is "by" somebody is his, what is done "in support of" somebody is for him."""
    if preposition.lower_ == "of" and noun.i and noun.nbor(-1).lower_ == "in":
        return "for"
    return "poss" if preposition.lower_ == "by" else preposition.lower_


def logical_subjects(verb: Token) -> list[Token]:
    """Who does it: the subject, or what controls an infinitive or a gerund."""
    if has(verb, SUBJECTS):
        return subjects(verb)
    if verb.dep_ in {"acl", "relcl"} and _is_infinitive(verb):
        return _subjects_of_noun(verb.head)
    if verb.dep_ == "pcomp":
        return _subjects_of_gerund(verb.head)
    if asked := _asked(verb):
        return asked
    if verb.dep_ == "acomp" and verb.head.pos_ == "AUX":
        return subjects(verb.head)
    return [] if _is_loose(verb) else _subjects_of_auxiliary(verb) or subjects(verb)


def _is_loose(verb: Token) -> bool:
    """Whether a participle may be the place's or the verb's above: "went round the schools teaching children"."""
    noun = verb.head
    stands = verb.dep_ == "acl" and verb.tag_ == "VBG" and noun.dep_ == "pobj" and noun.head.head.pos_ == "VERB"
    return stands and noun.lemma_ in lexicon().places


def _asked(verb: Token) -> list[Token]:
    """Who is to do it, where the verb above asks through a preposition: "called on Israel to protect civilians"."""
    above = verb.head
    if verb.dep_ not in {"xcomp", "advcl"} or above.pos_ != "VERB" or verb.tag_ != "VB":
        return []
    found = find(lexicon().verbs, above)
    if found is None or found.part is None or found.part.dep_ != "prep":
        return []
    request = any(frame.type == "Request" for frame in lexicon().verbs[found.key])
    return [t for child in found.part.children if request and child.dep_ == "pobj" for t in conjuncts(child)]


def _core(verb: Token, passive: bool) -> list[Argument]:
    direct = objects(verb) or _further_objects(verb, passive)
    found: list[Argument] = []
    if verb.dep_ == "relcl" and any(child.dep_ == "dative" and child.tag_ == "WDT" for child in verb.lefts):
        # "the penalty which the referee awarded Sweden": the parse has the two objects the wrong way round.
        found += [Argument("dative", t) for t in direct]
        direct = [verb.head]
    slot = ("dative" if direct else "object") if passive else "subject"
    carrier = verb.head if verb.dep_ == "acomp" else verb
    found += [Argument(slot, t) for child in carrier.rights if _is_added(child) for t in conjuncts(child)]
    shared = not has(verb, SUBJECTS)
    subjects = _all_of(verb, logical_subjects(verb)) or _counted(verb)
    found += [Argument(slot, t, shared=shared) for t in subjects]
    found += [Argument("object", _payer(t)) for t in direct]
    for child in verb.children:
        if child.dep_ == "dative" and child.pos_ != "ADP" and child.tag_ != "WDT":
            found += [Argument("dative", t) for t in conjuncts(child)]
        elif child.dep_ in {"attr", "oprd"} and child.pos_ in {"NOUN", "PROPN"} and not _is_added(child):
            found += [Argument("attr", t) for t in conjuncts(child)]
    return found


def _payer(token: Token) -> Token:
    """Who is hidden before a sum: "fined the Star Lines 12 million pesos"; any other object is itself."""
    number = next((child.i for child in token.lefts if child.dep_ == "nummod"), 0) if token.lefts else 0
    before = next((c for c in token.lefts if c.dep_ == "nmod" and c.tag_ in PROPER), None) if number else None
    return before if before is not None and before.i < number else token


def _is_added(noun: Token) -> bool:
    """Whether the noun is a further subject behind the verb: "A was elected, as well as B"."""
    if noun.dep_ not in {"conj", "oprd", "attr"} or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    return any(c.dep_ == "cc" and c.lower_ == "as" and c.i + 1 == noun.left_edge.i for c in noun.head.rights)


def _all_of(verb: Token, heads: list[Token]) -> list[Token]:
    """The whole coordination before a relative clause in the plural: "Sudan, Iran and Yemen, which are covered"."""
    if verb.dep_ != "relcl" or len(heads) != 1 or heads[0] is not verb.head or heads[0].tag_ not in {"NN", "NNP"}:
        return heads
    if not any(word.lower_ in PLURAL for word in (verb, *verb.lefts)):
        return heads
    first = heads[0]
    while first.dep_ == "conj":
        first = first.head
    return conjuncts(first)


def _passive(verb: Token) -> bool:
    """Passive, or a participle as complement or after "be" ("failed to get re-elected", "was 18 and transferred")."""
    if is_passive(verb) or _undergoes(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    after_be = verb.dep_ == "conj" and verb.head.lemma_ == "be" and not has(verb, {"aux"})
    return after_be or verb.dep_ in {"xcomp", "acomp"}


def _undergoes(verb: Token) -> bool:
    """Whether a past form without object is the passive of a headline: "Two held after raid", "Operator fined"."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.dep_ == "relcl" or has(verb, OWN_OBJECTS):
        return False
    found = find(lexicon().headlined, verb)
    inside = verb.idx < verb.doc.article.headline
    return found is not None or (inside and find(lexicon().headline, verb) is not None)


def _slot(preposition: Token, *, passive: bool, bare: bool) -> str:
    """The slot of a preposition's object: "up to 16 advisers" is an object without preposition."""
    if preposition.lower_ == "by" and passive:
        return "subject"
    if bare and not passive and preposition.lower_ == "to" and preposition.head.lower_ == "up":
        return "object"
    return preposition.lower_


def _further_objects(verb: Token, passive: bool) -> list[Token]:
    """Objects that the parse has elsewhere: with the next verb, as subject of an infinitive, before a relative."""
    if passive:
        return []
    beside = [c for c in verb.rights if c.dep_ == "conj" and c.pos_ == "VERB" and c.i - verb.i <= 2]
    return (objects(beside[0]) if beside else []) or raised_objects(verb) or _bare_relative(verb)


def raised_objects(verb: Token) -> list[Token]:
    """The subject of an infinitive below the verb: "asked them to leave", "helped the girls enter"."""
    below = [c for c in verb.rights if c.dep_ in {"ccomp", "xcomp"} and c.tag_ in {"VB", "VBG"}]
    bare = [c for c in below if all(g.dep_ != "mark" and (g.dep_ != "aux" or g.lower_ == "to") for g in c.children)]
    return [t for c in bare for s in c.lefts if s.dep_ == "nsubj" for t in conjuncts(s)]


def _bare_relative(verb: Token) -> list[Token]:
    """What a relative clause without pronoun is about: "the policy the UN criticised"."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.pos_ not in {"NOUN", "PROPN"} or noun.lemma_ in NO_ANTECEDENT:
        return []
    asked = any(t.tag_ in {"WRB", "WDT", "WP", "WP$"} for t in verb.subtree)
    return [noun] if has(verb, SUBJECTS) and not asked else []


def _low(arguments: list[Argument]) -> list[Argument]:
    """Phrases of the objects that may be the verb's: "contacted the minister over housing", "shots aimed at a car"."""
    found: list[Argument] = []
    for argument in arguments:
        noun = argument.token
        if argument.slot not in HOLDING or not noun.children or noun.pos_ not in {"NOUN", "PROPN"} or noun_frames(noun):
            continue
        person = is_participant_noun(noun) or entity_type(noun) in NAMED
        wanted = FROM_ANY_OBJECT if person or argument.slot == "with" else FROM_ANY_OBJECT | FROM_THINGS
        aimed = [child for child in noun.rights if child.dep_ == "acl" and child.lemma_ in AIMED]
        for preposition, token in (
            pair for carrier in (noun, *_inside(noun), *aimed) for pair in prepositional(carrier)
        ):
            if preposition.lower_ in wanted or preposition.head.lemma_ in AIMED:
                found.append(Argument(preposition.lower_, token, low=preposition.head.lemma_ not in AIMED))
    return found


def _hearers(noun: Token) -> list[Token]:
    """To whom the statement or letter is made in which something is said."""
    if not noun.children or not any(frame.type in SPOKEN for frame in noun_frames(noun)):
        return []
    return [token for preposition, token in prepositional(noun) if preposition.lower_ in {"to", "with"}]


def _inside(noun: Token) -> list[Token]:
    """The nouns after "of" in a phrase: the aid in "millions of dollars of aid for Poland"."""
    below = [t for prep in noun.rights if prep.lower_ == "of" for t in prep.children if t.dep_ == "pobj"]
    return below + [t for token in below for t in _inside(token)]


def _told(clause: Token) -> list[Token]:
    """Whom a demand is made of: the subject of "(that) the army withdraw", of "the army must withdraw"."""
    if clause.dep_ != "ccomp":
        return []
    auxiliaries = {c.lower_ for c in clause.children if c.dep_ in {"aux", "auxpass"}}
    asked = clause.tag_ == "VB" and (not auxiliaries or auxiliaries & OBLIGING)
    return [t for c in clause.lefts if asked and c.dep_ in SUBJECTS for t in conjuncts(c)]


def _doers(verb: Token) -> Iterator[Token]:
    """The objects of a "by" that hangs anywhere below a passive, clauses with a subject of their own left out."""
    for child in verb.rights:
        if child.dep_ in PHRASAL and not any(c.dep_ in SUBJECTS for c in child.children):
            if child.lower_ == "by":
                yield from (t for c in child.children if c.dep_ == "pobj" for t in conjuncts(c))
            elif not (child.pos_ == "NOUN" and noun_frames(child)):
                yield from _doers(child)


def _acts(token: Token) -> bool:
    """Whether the word after "by" is somebody, not only the means ("returned by mail")."""
    return token.pos_ == "PRON" or entity_type(token) is not None or is_participant_noun(token)


def _counted(verb: Token) -> list[Token]:
    """The subject that a number's "over" hides from the verb: "according to the police over 300 people were killed"."""
    lefts = [t for child in verb.lefts if child.dep_ == "prep" for t in child.subtree]
    return [
        t
        for t in lefts
        if t.dep_ == "pobj" and t.head.lower_ in APPROXIMATE and any(c.dep_ == "nummod" for c in t.lefts)
    ]


def _antecedent(token: Token) -> Token:
    """What a relative pronoun after a preposition stands for ("the fire in which they died")."""
    clause = token.head.head
    return clause.head if token.tag_ in {"WDT", "WP"} and clause.dep_ == "relcl" else token


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _subjects_of_auxiliary(verb: Token) -> list[Token]:
    """The subject that the parse hangs on the auxiliary instead of the verb."""
    return [t for c in verb.children if c.dep_ == "auxpass" and c.i < verb.i for t in subjects(c)]


def _subjects_of_noun(noun: Token) -> list[Token]:
    """Whose plan, decision or attempt it is; the noun itself where it is somebody ("the first man to walk …")."""
    if noun.lower_ == "order" and noun.head.lower_ == "in" and noun.head.head.pos_ == "VERB":
        return subjects(noun.head.head)
    if is_participant_noun(noun) or entity_type(noun) is not None:
        return [noun]
    owners = [t for child in noun.lefts if child.dep_ == "poss" for t in conjuncts(child)]
    return owners or _owners_by_verb(noun)


def _owners_by_verb(noun: Token) -> list[Token]:
    """Who has or follows a plan or policy: the subject of the verb that it is the object of."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_ in lexicon().owning and not is_passive(verb):
        return subjects(verb)
    return []


def _subjects_of_gerund(preposition: Token) -> list[Token]:
    governor = preposition.head
    if governor.pos_ == "NOUN" and preposition.lower_ == "of":
        return _subjects_of_noun(governor)
    if governor.pos_ not in {"VERB", "AUX"}:
        return []
    affected = objects(governor) if preposition.lower_ in CONTROLLED else []
    return affected or logical_subjects(governor)


def _named(modifier: Token) -> bool:
    """Whether the word before a noun names a people, a body, or a country by its initials ("US air strikes")."""
    kind = entity_type(modifier)
    return kind in {"Group", "Organization"} or (kind == "Place" and modifier.text.replace(".", "").isupper())


def is_temporal(token: Token) -> bool:
    """Whether the word heads a time or a while ("on Monday", "twelve years")."""
    return token.i in token.doc.times or token.ent_type_ in {"Date", "DATE", "TIME"}

"""Reported speech in clauses: "he said that ...", "according to X", "X was accused of ...", "allegedly".

Each finder takes a Doc or a cue and yields `Saying`s; the tokens of what is said leave out the attribution itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graph.facts.attributions import according, by_noun, heard, hearsay, with_relays
from graph.facts.kinds import is_participant_noun
from graph.facts.parsed import Doc, Token
from graph.facts.reporting import (
    Saying,
    Verb,
    is_first_or_second,
    is_infinitive,
    is_negated,
    is_source,
    lexicon,
    recipients,
    reporting_verb,
    sentence_words,
    speakers,
    tokens,
)
from graph.facts.scan import having, sentence_at
from graph.facts.syntax import FINITE, RELATIVES, is_passive, subjects, teller
from graph.model import Filler

CLAUSES = frozenset({"ccomp", "parataxis"})
COMPLEMENTS = frozenset({"dobj", "prep", "xcomp", "oprd", "attr", "prt", "acomp", "ccomp"})
POINTING = frozenset({"this", "these"})
PEOPLE = frozenset({"me", "you", "him", "her", "us", "them", "he", "she", "we", "they", "i"})
NOT_SAID = frozenset({"by", "on", "in", "at", "after", "during"})
"""Prepositions on a reporting verb that tell who, when and where, not what."""


def spoken(doc: Doc) -> Iterator[Saying]:
    """Every saying of the article that clauses tell, in text order of the cues; a relay relays once."""
    relayed: set[int] = set()
    for token in having(doc, _cues()):
        for saying in _by_cue(token):
            if saying.rule != "relay" or saying.cue.i not in relayed:
                yield saying
            relayed |= {saying.cue.i} if saying.rule == "relay" else set()


def _by_cue(token: Token) -> Iterator[Saying]:
    verb = reporting_verb(token)
    if unnamed := list(heard(token)):
        yield from unnamed
    elif verb is not None:
        yield from _by_verb(token, verb)
    elif token.lower_ == "according":
        yield from according(token)
    elif token.lower_ in lexicon().adverbs:
        yield from hearsay(token)
    elif token.pos_ == "NOUN" and token.lemma_ in lexicon().nouns:
        yield from by_noun(token)


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    """Every word that may bring in what is said."""
    known = lexicon()
    return frozenset(known.verbs) | known.nouns | known.adverbs | known.passives | known.hearing | {"according"}


def attribution(cue: Token) -> set[int]:
    """The tokens that attribute: the cue with its auxiliaries, subject, adverbs and hearers, without what is said."""
    found = {cue.i}
    for child in cue.children:
        if child.dep_ not in COMPLEMENTS | CLAUSES | {"advcl", "conj", "cc"} or child.dep_ == "prep":
            found |= tokens(child) if child.dep_ != "punct" else {child.i}
    return found


def _by_verb(cue: Token, verb: Verb) -> Iterator[Saying]:
    who = speakers(cue)
    if who is None or not _reports(cue, verb, who):
        return
    for words, rule, confidence in _contents(cue, verb):
        yield from with_relays(Saying(cue, tuple(sorted(words)), who, rule, confidence, recipients(cue, verb)))


def _reports(cue: Token, verb: Verb, who: tuple[Filler, ...]) -> bool:
    """Whether the verb reports with this subject: figures show things, other people think them, "it" is open."""
    if verb.evidential:
        return any(map(is_source, who))
    if verb.thought:
        open_pronoun = any(head.lower_ in {"he", "she", "they"} for head in subjects(cue))
        return not is_passive(cue) and not is_first_or_second(cue) and (bool(who) or open_pronoun)
    return True


def _contents(cue: Token, verb: Verb) -> Iterator[tuple[set[int], str, float]]:
    """What is said, in the first form that fits the verb: (tokens, rule, confidence)."""
    clauses = [child for child in cue.children if child.dep_ == "ccomp" and _is_statement(child, cue)]
    if is_passive(cue) and not verb.addressed and any(c.dep_ == "nsubjpass" and c.pos_ != "PRON" for c in cue.lefts):
        clauses = []
    if verb.evidential:
        clauses = [clause for clause in clauses if _is_finite(clause)]
    if "clause" in verb.forms and clauses:
        yield _joined([*clauses, *_further(cue)]) - attribution(cue) - _beyond(clauses), "clause", 0.9
    elif "clause" in verb.forms and (host := _host(cue)) is not None:
        yield tokens(host) - _interruption(cue), "parenthesis", 0.85
    elif "clause" in verb.forms and (pointer := _pointer(cue)) is not None:
        yield from _sentence_before(pointer)
    elif words := _complement(cue, verb):
        yield words, "complement", 0.75


def _beyond(clauses: list[Token]) -> set[int]:
    """What the teller goes on to do, which the parse joins to what is said, with the conjunction before it."""
    found: set[int] = set()
    for verb in (child for clause in clauses for child in clause.rights if teller(child) is not None):
        found |= tokens(verb) | {child.i for child in verb.head.rights if child.dep_ == "cc" and child.i < verb.i}
    return found


def _further(cue: Token) -> Iterator[Token]:
    """Clauses that the parse hangs on the cue though they go on saying: "claims that A was taken and she was B"."""
    for child in cue.rights:
        own = any(token.dep_ in {"nsubj", "nsubjpass"} for token in child.lefts)
        if child.dep_ == "conj" and own and reporting_verb(child) is None and not _after_comma(child):
            yield child


def _joined(clauses: list[Token]) -> set[int]:
    """The words of clauses, with the conjunction before a further one."""
    words = set().union(*map(tokens, clauses))
    return words | {clause.left_edge.i - 1 for clause in clauses[1:] if clause.left_edge.i - 2 in words}


def _after_comma(clause: Token) -> bool:
    start = clause.left_edge.i
    return any(token.text in {",", ";"} for token in clause.doc[max(start - 2, 0) : start])


def _is_statement(clause: Token, cue: Token) -> bool:
    """Whether the clause is said, not asked or left open ("did not say why ...")."""
    first = clause.left_edge
    asks = first.tag_ in {"WRB", "WP", "WDT"} or first.lower_ in {"whether", "if"}
    open_ = asks and (is_negated(cue) or cue.lemma_ in lexicon().questions)
    return clause.pos_ in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"} and not open_


def _host(cue: Token) -> Token | None:
    """The clause that the attribution interrupts or follows: "The road, he said, was closed", "as police said"."""
    head = cue.head
    while head.dep_ in {"aux", "auxpass"}:
        head = head.head
    if head == cue or head.pos_ not in {"VERB", "AUX", "NOUN"} or not any(c.dep_ == "nsubj" for c in cue.children):
        return None
    if cue.dep_ == "parataxis":
        return head
    marked = any(child.dep_ == "mark" and child.lower_ == "as" for child in cue.children)
    return head if cue.dep_ == "advcl" and marked else None


def _interruption(cue: Token) -> set[int]:
    """The attribution in or after a clause, without a subordinate clause that goes on behind it ("..., when ...")."""
    cut = tokens(cue)
    for child in cue.rights:
        if child.dep_ == "advcl" and child.tag_ != "VBG" and _after_comma(child):
            cut -= tokens(child)
    return cut


def _is_finite(clause: Token) -> bool:
    return any(token.tag_ in FINITE for token in (clause, *clause.lefts))


def _pointer(cue: Token) -> Token | None:
    """The "this" in "This was stated by the minister" or "He said this", which stands for the sentence before."""
    for child in cue.children:
        if child.lower_ in POINTING and child.dep_ in {"nsubjpass", "dobj"}:
            return child
    return None


def _sentence_before(pointer: Token) -> Iterator[tuple[set[int], str, float]]:
    start = sentence_at(pointer.doc, pointer.i).start
    if start:
        yield sentence_words(sentence_at(pointer.doc, start - 1)[0]), "this", 0.8


def _complement(cue: Token, verb: Verb) -> set[int]:
    """What is said in an object, an infinitive or "as ...": "the governments ... not to turn away boats"."""
    parts = [child for child in cue.rights if child.dep_ in COMPLEMENTS and not _is_by(child)]
    parts += _behind_agent(cue)
    deps = {part.dep_ for part in parts}
    infinitive = "infinitive" in verb.forms and any(part.dep_ == "xcomp" and is_infinitive(part) for part in parts)
    if is_passive(cue) and not verb.addressed:
        infinitive = False  # it says what for: "a march was called to mark the day"
    objective = "object" in verb.forms and _has_object(cue, verb, deps)
    second = "as" in verb.forms and _is_described(cue, parts)
    demanded = "for" in verb.forms and any(part.dep_ == "prep" and part.lower_ == "for" for part in parts)
    if not (infinitive or objective or second or demanded):
        return set()
    words = set().union(*map(tokens, parts)) if parts else set()
    if verb.addressed and is_passive(cue):
        return words
    words |= _antecedent(cue) if not verb.addressed else set()
    if verb.opinion:
        words |= {cue.i} | {child.i for child in cue.children if child.dep_ in {"aux", "auxpass", "neg"}}
    return words


def _behind_agent(cue: Token) -> list[Token]:
    """ "accused by the union of lying": the gerund that the parse hangs on the one after "by"."""
    agents = [obj for by in cue.children if by.dep_ == "agent" for obj in by.children if obj.dep_ == "pobj"]
    behind = [prep for agent in agents for prep in agent.rights if prep.dep_ == "prep"]
    return [prep for prep in behind if any(child.dep_ == "pcomp" for child in prep.children)]


def _has_object(cue: Token, verb: Verb, deps: set[str]) -> bool:
    """Whether something is said in an object; what is withheld from somebody ("denied them visas") is not said."""
    if verb.objects and not any(token.lemma_.lower() in verb.objects for token in (cue.head, *cue.children)):
        return False
    if verb.impersonal and any(map(_is_somebody, (c for c in cue.children if c.dep_ in {"dobj", "nsubjpass"}))):
        return False
    if is_passive(cue):
        by = any(child.dep_ == "agent" for child in cue.children)
        return "dobj" not in deps and (by or (verb.opinion and bool(deps)))
    return ("dobj" in deps and not any(c.dep_ == "dative" for c in cue.children)) or _relative_object(cue) is not None


def _is_somebody(token: Token) -> bool:
    """Whether the object is people or a person: a pronoun of theirs, a name, a noun."""
    return token.lower_ in PEOPLE or token.ent_type_ == "Person" or is_participant_noun(token)


def _is_described(cue: Token, parts: list[Token]) -> bool:
    """Whether somebody describes it so: a mere name ("a group called X") or an agent left out is no claim."""
    if is_passive(cue) and not any(child.dep_ == "agent" for child in cue.children):
        return False
    heads = [child for part in parts for child in (part, *part.children)]
    second = any(part.dep_ == "oprd" and part.pos_ in {"NOUN", "PROPN", "ADJ"} for part in parts)
    return second or any(head.lower_ in {"as", "among"} and head.dep_ == "prep" for head in heads)


def _antecedent(cue: Token) -> set[int]:
    """What a relative or passive clause says it of: "the camp, which critics describe as ..."."""
    if is_passive(cue):
        return set().union(*(tokens(child) for child in cue.lefts if child.dep_ == "nsubjpass"))
    clause = _relative_object(cue)
    return set(range(clause.head.left_edge.i, clause.left_edge.i)) if clause is not None else set()


def _relative_object(cue: Token) -> Token | None:
    """The relative clause of the cue, where its pronoun is what the cue is about ("which critics call ...")."""
    clause = cue
    while clause.dep_ == "conj":
        clause = clause.head
    near = (*cue.lefts, *clause.lefts)
    relative = any(child.lower_ in RELATIVES and child.dep_ in {"dobj", "pobj"} for child in near)
    return clause if clause.dep_ == "relcl" and relative else None


def _is_by(token: Token) -> bool:
    return token.dep_ == "agent" or (token.dep_ == "prep" and token.lower_ in NOT_SAID)

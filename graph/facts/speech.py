"""Reported speech in clauses: "he said that ...", "according to X", "X was accused of ...", "allegedly".

Each finder takes a Doc or a cue and yields `Saying`s; the tokens of what is said leave out the attribution itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from graph.facts.reporting import (
    Saying,
    Verb,
    can_speak,
    is_first_or_second,
    is_negated,
    is_source,
    lexicon,
    recipients,
    reporting_verb,
    speakers,
    tokens,
)
from graph.facts.scan import having, sentence_at
from graph.facts.syntax import RELATIVES, conjuncts, is_passive, subjects
from graph.model import Filler

CLAUSES = frozenset({"ccomp", "parataxis"})
COMPLEMENTS = frozenset({"dobj", "prep", "xcomp", "oprd", "attr", "prt", "acomp", "ccomp"})
POINTING = frozenset({"this", "these"})
NOT_SAID = frozenset({"by", "on", "in", "at", "after", "during"})
"""Prepositions on a reporting verb that tell who, when and where, not what."""


def spoken(doc: Doc) -> Iterator[Saying]:
    """Every saying of the article that clauses tell, in text order of the cues."""
    for token in having(doc, _cues()):
        verb = reporting_verb(token)
        if verb is not None:
            yield from _by_verb(token, verb)
        elif token.lower_ == "according":
            yield from _according(token)
        elif token.lower_ in lexicon().adverbs:
            yield from _hearsay(token)
        elif token.pos_ == "NOUN" and token.lemma_ in lexicon().nouns:
            yield from _by_noun(token)
        if verb is None and token.tag_ == "VBN" and token.lemma_ in lexicon().passives:
            yield from _passive_hearsay(token)


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    """Every word that may bring in what is said."""
    known = lexicon()
    return frozenset(known.verbs) | known.nouns | known.adverbs | known.passives | {"according"}


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
        yield Saying(cue, tuple(sorted(words)), who, rule, confidence, recipients(cue, verb))


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
        yield _joined([*clauses, *_further(cue)]) - attribution(cue), "clause", 0.9
    elif "clause" in verb.forms and (host := _host(cue)) is not None:
        yield tokens(host) - _interruption(cue), "parenthesis", 0.85
    elif "clause" in verb.forms and (pointer := _pointer(cue)) is not None:
        yield from _sentence_before(pointer)
    elif words := _complement(cue, verb):
        yield words, "complement", 0.75


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
    return clause.pos_ in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"} and not (asks and is_negated(cue))


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
    return any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in (clause, *clause.lefts))


def _pointer(cue: Token) -> Token | None:
    """The "this" in "This was stated by the minister" or "He said this", which stands for the sentence before."""
    for child in cue.children:
        if child.lower_ in POINTING and child.dep_ in {"nsubjpass", "dobj"}:
            return child
    return None


def _sentence_before(pointer: Token) -> Iterator[tuple[set[int], str, float]]:
    start = sentence_at(pointer.doc, pointer.i).start
    if start:
        yield tokens_of_sentence(sentence_at(pointer.doc, start - 1)[0]), "this", 0.8


def tokens_of_sentence(token: Token) -> set[int]:
    """The indices of the words of a token's sentence, without white space."""
    return {t.i for t in token.sent if not t.is_space}


def _complement(cue: Token, verb: Verb) -> set[int]:
    """What is said in an object, an infinitive or "as ...": "the governments ... not to turn away boats"."""
    parts = [child for child in cue.rights if child.dep_ in COMPLEMENTS and not _is_by(child)]
    deps = {part.dep_ for part in parts}
    infinitive = "infinitive" in verb.forms and any(part.dep_ == "xcomp" and _is_infinitive(part) for part in parts)
    objective = "object" in verb.forms and _has_object(cue, verb, deps)
    second = "as" in verb.forms and _is_described(cue, parts)
    if not (infinitive or objective or second):
        return set()
    words = set().union(*map(tokens, parts)) if parts else set()
    if verb.addressed and is_passive(cue):
        return words
    words |= _antecedent(cue) if not verb.addressed else set()
    if verb.opinion:
        words |= {cue.i} | {child.i for child in cue.children if child.dep_ in {"aux", "auxpass", "neg"}}
    return words


def _has_object(cue: Token, verb: Verb, deps: set[str]) -> bool:
    """Whether something is said in an object; what is withheld from somebody ("denied them visas") is not said."""
    if verb.objects and not any(token.lemma_.lower() in verb.objects for token in (cue.head, *cue.children)):
        return False
    if is_passive(cue):
        return "dobj" not in deps and (verb.opinion or any(child.dep_ == "agent" for child in cue.children))
    return ("dobj" in deps and not any(c.dep_ == "dative" for c in cue.children)) or _relative_object(cue) is not None


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


def _is_infinitive(token: Token) -> bool:
    return any(child.tag_ == "TO" for child in token.lefts) or token.tag_ == "VBG"


def _is_by(token: Token) -> bool:
    return token.dep_ == "agent" or (token.dep_ == "prep" and token.lower_ in NOT_SAID)


def _according(cue: Token) -> Iterator[Saying]:
    """ "According to X, ...": X speaks; "quoting Y" beside it makes Y a further speaker of the same words."""
    sources = [obj for prep in cue.children if prep.lower_ == "to" for obj in prep.children if obj.dep_ == "pobj"]
    if not sources:
        return
    who = tuple(f for obj in sources for head in conjuncts(obj) if (f := can_speak(head)) is not None)
    relays = _relays(cue)
    cut = _phrase(cue, sources[0]).union(*map(tokens, relays))
    words = tuple(sorted(_clause_of(cue) - cut))
    if not words:
        return
    yield Saying(cue, words, who, "according", 0.9)
    for relay in relays:
        if further := _objects(relay):
            yield Saying(relay, words, further, "relay", 0.85)


def _phrase(cue: Token, source: Token) -> set[int]:
    """ "according to X" with what stands in apposition to X, up to the clause."""
    end = source.right_edge.i
    return set(range(cue.left_edge.i, end + 1))


def _clause_of(cue: Token) -> set[int]:
    """The clause that "according to" attributes: the whole sentence where a comma sets it off or it comes first."""
    head, sentence = cue.head, cue.sent
    while head.pos_ not in {"VERB", "AUX"} and head.head != head:
        head = head.head
    ends = cue.i <= sentence.start + 1 or (cue.i > sentence.start and sentence.doc[cue.i - 1].text == ",")
    inside = any(token.dep_ == "relcl" for token in (head, *head.ancestors)) and head.dep_ != "ROOT"
    if ends and not inside:
        return tokens_of_sentence(cue)
    words = tokens(head)
    noun = head.head if head.dep_ == "relcl" else None
    return words | set(range(noun.left_edge.i, noun.i + 1)) if noun is not None else words


def _relays(cue: Token) -> list[Token]:
    near = (*cue.children, *(child for child in cue.head.children if child.dep_ in {"advcl", "acl"}))
    return [token for token in near if token.tag_ == "VBG" and token.lemma_ in lexicon().relays]


def _objects(verb: Token) -> tuple[Filler, ...]:
    heads = [head for child in verb.children if child.dep_ == "dobj" for head in conjuncts(child)]
    return tuple(found for head in heads if (found := can_speak(head)) is not None)


def _hearsay(cue: Token) -> Iterator[Saying]:
    """ "The navy reportedly saved 200 more": said by nobody who is named."""
    head = cue.head
    words = tokens(head) - {cue.i}
    for child in head.children:
        if child.dep_ == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children):
            words -= tokens(child)
    if words:
        yield Saying(cue, tuple(sorted(words)), (), "hearsay", 0.8)


def _passive_hearsay(cue: Token) -> Iterator[Saying]:
    """ "He is believed to have left": said by nobody who is named, or by those after "by"."""
    infinitives = [child for child in cue.children if child.dep_ == "xcomp" and _is_infinitive(child)]
    if not (infinitives and is_passive(cue)):
        return
    words = set().union(*map(tokens, infinitives), *(tokens(head) - tokens(cue) for head in subjects(cue)))
    words |= {i for child in cue.children if child.dep_ == "nsubjpass" for i in tokens(child)}
    yield Saying(cue, tuple(sorted(words)), speakers(cue) or (), "hearsay", 0.8)


def _by_noun(cue: Token) -> Iterator[Saying]:
    """ "The union's claim that ...", "came to the conclusion that ...", "told the paper in a statement that ..."."""
    giver = cue.head.head if cue.dep_ == "pobj" else cue.head
    for clause in cue.children:
        if clause.dep_ in {"acl", "ccomp"} and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts):
            words, verb = tuple(sorted(tokens(clause))), reporting_verb(giver)
            if verb is not None and cue.dep_ == "pobj":
                yield Saying(giver, words, speakers(giver) or (), "clause", 0.85, recipients(giver, verb))
            else:
                yield Saying(cue, words, _owners(cue), "noun", 0.8)


def _owners(noun: Token) -> tuple[Filler, ...]:
    heads = [child for child in noun.children if child.dep_ == "poss"]
    heads += [obj for prep in noun.children if prep.lower_ in {"by", "from"} for obj in prep.children]
    giver = noun.head.head if noun.dep_ == "pobj" else noun.head
    if not heads and giver.pos_ == "VERB" and giver.lemma_ in lexicon().givers and noun.dep_ in {"dobj", "pobj"}:
        heads = subjects(giver)
    return tuple(found for head in heads for h in conjuncts(head) if (found := can_speak(h)) is not None)

"""What a pronoun cannot stand for: what its own clause, phrase or quotation rules out."""

from __future__ import annotations

from collections.abc import Iterator

from graph.language import lexicon
from graph.language.phrases import Below
from graph.language.speakers import reporting_subject
from graph.language.threads import Story, Thread
from graph.language.words import Words

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "pobj"})
PHRASES = frozenset({"prep", "agent", "dative"})
PARTICIPLES = frozenset({"VBN", "VBG"})
BESIDE = frozenset({"with", "behind", "around", "ahead", "beside", "near", "above", "below", "over", "under"})
"""Prepositions behind which a pronoun may be the subject: "took it with them"."""
OPEN = frozenset({"conj", "xcomp", "advcl", "pcomp"})
"""Clauses that take their subject from the verb above them where they have none of their own."""
RELATIVE = frozenset({"WP", "WDT"})
HIGHER = 4
"""Verbs that a walk to the subject of a joined verb climbs."""


def barred(story: Story, index: int) -> list[Thread]:
    """The threads that a pronoun is none of."""
    words, below = story.words, story.below
    others = [*others_in_clause(words, below, index), *around(words, index)]
    quoted = story.quoted.get(index)
    if quoted is not None and (said := reporting_subject(words, quoted)) is not None:
        others.append(said)
    found = [story.at[other] for other in others if other in story.at]
    return found + [story.at[head] for other in others for head in story.groups.get(other, ()) if head in story.at]


def around(words: Words, index: int) -> Iterator[int]:
    """The heads of the noun phrases that a possessive stands in: "her" in "her lawyer"."""
    while words.dep[index] == "poss":
        index = words.head[index]
        yield index


def others_in_clause(words: Words, below: Below, index: int) -> Iterator[int]:
    """The heads of what stands beside a pronoun as an argument of its verb; of a possessive there is none."""
    dep = words.dep[index]
    if dep in SUBJECTS:
        yield from objects_of(words, below, words.head[index])
        yield from (child for child in below[words.head[index]] if child < index and words.dep[child] in SUBJECTS)
    elif dep in OBJECTS and words.lower[words.head[index]] not in BESIDE:
        verb = words.head[index]
        if dep == "pobj":
            verb = words.head[verb]
        subject = subject_of(words, below, verb)
        if subject is not None and not stands_in(words, index, subject):
            yield from joined(words, below, subject)
        if words.dep[verb] == "xcomp":
            yield from (child for child in below[words.head[verb]] if words.dep[child] == "dobj")


def stands_in(words: Words, index: int, head: int) -> bool:
    """Whether a token is a part of the phrase of a head: "them" in "the workers, most of them from Mali"."""
    while words.head[index] != index:
        index = words.head[index]
        if index == head:
            return True
    return False


def objects_of(words: Words, below: Below, verb: int) -> Iterator[int]:
    """The objects of a verb and of its prepositions, with what is joined to them."""
    for child in below[verb]:
        if words.dep[child] in {"dobj", "dative"}:
            yield from joined(words, below, child)
        if words.dep[child] in PHRASES:
            for inner in below[child]:
                if words.dep[inner] == "pobj":
                    yield from joined(words, below, inner)


def joined(words: Words, below: Below, head: int) -> Iterator[int]:
    """A token with what is coordinated with it or stands in apposition."""
    yield head
    for child in below[head]:
        if words.dep[child] in {"conj", "appos"}:
            yield from joined(words, below, child)


def subject_of(words: Words, below: Below, verb: int) -> int | None:
    """The subject of a verb, that of the verb that it is joined to where it has none; never a relative pronoun."""
    for _ in range(HIGHER):
        if words.tag[verb].startswith("VB"):
            for child in below[verb]:
                if words.dep[child] in SUBJECTS:
                    relative = words.tag[child] in RELATIVE and words.dep[verb] == "relcl"
                    return words.head[verb] if relative else child
            if words.dep[verb] == "acl":
                return words.head[verb]
            if words.dep[verb] not in OPEN:
                return None
        verb = words.head[verb]
    return None


def verb_above(words: Words, index: int) -> int:
    """The verb of the clause that a token stands in; the root where there is none."""
    while words.head[index] != index:
        index = words.head[index]
        if words.tag[index].startswith("VB"):
            break
    return index


def higher_subject(words: Words, below: Below, index: int) -> int | None:
    """The subject of the verb that governs a pronoun's clause: "Silva" for "she" in "Silva said she would go"."""
    verb = verb_above(words, index)
    for _ in range(HIGHER):
        if words.dep[verb] in {"ccomp", "advcl", "relcl"} and words.head[verb] != verb:
            return subject_of(words, below, words.head[verb])
        if words.dep[verb] not in {"conj", "xcomp"}:
            return None
        verb = verb_above(words, verb)
    return None


def subject_of_participle(words: Words, below: Below, index: int) -> int | None:
    """The subject of the participle that governs a pronoun's clause: "Weber" in "Asked whether he knew, Weber left"."""
    verb = words.head[verb_above(words, index)]
    governed = words.dep[verb_above(words, index)] == "ccomp" and words.tag[verb] in PARTICIPLES
    return subject_of(words, below, verb) if governed else None


def subjects_above(words: Words, below: Below, index: int) -> set[int | None]:
    """The subject of a possessive's own clause, also who does it, and that of the verb that governs the clause."""
    found = {higher_subject(words, below, index)}
    if words.dep[index] == "poss":
        verb = verb_above(words, index)
        found.add(judged(words, below, verb, index) or subject_of(words, below, verb))
        found.update(inner for child in below[verb] if words.dep[child] == "agent" for inner in below[child])
    return found


def judged(words: Words, below: Below, verb: int, index: int) -> int | None:
    """The object that a verb with "for" is about: "her" in "He thanked Silva for her patience"."""
    noun = words.head[index]
    told = words.lower[words.head[noun]] == "for" and words.lemma[verb] in lexicon.words("coreference", "verdicts")
    return next((child for child in below[verb] if words.dep[child] == "dobj"), None) if told else None


def is_handled(words: Words, index: int) -> bool:
    """Whether the verb, in the passive, is of what is done with texts and plans and never with a body: "debated"."""
    verb = words.head[index]
    return words.dep[index] == "nsubjpass" and words.lemma[verb] in lexicon.words("coreference", "handled")


def is_minded(words: Words, index: int) -> bool:
    """Whether the verb says that its subject speaks, thinks or wants."""
    verb = words.head[index]
    return words.dep[index] in SUBJECTS and words.lemma[verb] in lexicon.words("coreference", "minds")

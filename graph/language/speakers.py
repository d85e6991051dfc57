"""First person: "I" and "my" inside a quotation are its speaker."""

from __future__ import annotations

from collections.abc import Iterator

from graph.language import lexicon
from graph.language.quotations import Quotation
from graph.language.threads import PERSON, Reference, Story
from graph.language.words import Words

NEAR = 12
"""Tokens before and behind a quotation in which its reporting verb stands."""


def first_persons(words: Words, story: Story) -> None:
    """Takes the first persons of quotations into their speakers' threads."""
    singular = lexicon.words("coreference", "pronouns", "first")
    for quotation in words.doc._.quotations:
        said = [index for index in range(quotation.start, quotation.end) if words.lower[index] in singular]
        subject = reporting_subject(words, quotation) if said else None
        thread = story.at.get(subject) if subject is not None else None
        for index in said:
            if thread and thread.sort == PERSON and words.tag[index] in {"PRP", "PRP$"}:
                story.join(thread, Reference(index, index + 1, index, "pronoun"))


def reporting_subject(words: Words, quotation: Quotation) -> int | None:
    """The head of who says a quotation: the subject of the reporting verb beside it, or beside the one that it goes on
    from."""
    told = subject_beside(words, quotation)
    before = continued(words, quotation) if told is None else None
    return reporting_subject(words, before) if before else told


def continued(words: Words, quotation: Quotation) -> Quotation | None:
    """The quotation of the sentence before, in the same paragraph."""
    earlier = [other for other in words.doc._.quotations if other.end <= quotation.start]
    if not earlier or any("\n" in text for text in words.text[earlier[-1].end : quotation.start]):
        return None
    near = words.sentence[quotation.start] - words.sentence[earlier[-1].end - 1] < 2
    return earlier[-1] if near else None


def subject_beside(words: Words, quotation: Quotation) -> int | None:
    """The head of the subject of the reporting verb behind or before a quotation."""
    for index in (*behind(words, quotation), *before(words, quotation)):
        if words.lower[index] in lexicon.words("coreference", "speech"):
            return subject_near(words, index)
    return None


def behind(words: Words, quotation: Quotation) -> Iterator[int]:
    """The tokens close behind a quotation in its paragraph."""
    for index in range(quotation.end, min(len(words), quotation.end + NEAR)):
        if "\n" in words.text[index]:
            return
        yield index


def before(words: Words, quotation: Quotation) -> Iterator[int]:
    """The tokens close before a quotation in its paragraph, from the nearest."""
    for index in range(quotation.start - 1, max(-1, quotation.start - NEAR), -1):
        if "\n" in words.text[index]:
            return
        yield index


def subject_near(words: Words, verb: int) -> int | None:
    """The subject of a verb."""
    for index in range(max(0, verb - NEAR), min(len(words), verb + NEAR)):
        if words.head[index] == verb and words.dep[index] == "nsubj":
            return index
    return None

"""First person: "I" and "my" inside a quotation are its speaker."""

from __future__ import annotations

from graph.language import lexicon
from graph.language.quotations import Quotation
from graph.language.threads import PERSON, Reference, Story, Thread
from graph.language.words import Words

NEAR = 12
"""Tokens before and behind a quotation in which its reporting verb stands."""


def first_persons(words: Words, story: Story) -> None:
    """Takes the first persons of quotations into their speakers' threads."""
    singular = lexicon.words("coreference", "pronouns", "first")
    for quotation in words.doc._.quotations:
        said = [index for index in range(quotation.start, quotation.end) if words.lower[index] in singular]
        thread = speaker(words, story, quotation) if said else None
        for index in said:
            if thread and words.tag[index] in {"PRP", "PRP$"}:
                story.join(thread, Reference(index, index + 1, index, "pronoun"))


def speaker(words: Words, story: Story, quotation: Quotation) -> Thread | None:
    """The person who says a quotation: the subject of the reporting verb behind or before it."""
    behind = range(quotation.end, min(len(words), quotation.end + NEAR))
    before = range(quotation.start - 1, max(-1, quotation.start - NEAR), -1)
    for tokens in (behind, before):
        for index in tokens:
            if "\n" in words.text[index]:
                break
            if words.lower[index] in lexicon.words("names", "speech_verbs"):
                return subject_thread(words, story, index)
    return None


def subject_thread(words: Words, story: Story, verb: int) -> Thread | None:
    """The person that is a verb's subject."""
    for index in range(max(0, verb - NEAR), min(len(words), verb + NEAR)):
        if words.head[index] == verb and words.dep[index] == "nsubj":
            thread = story.at.get(index)
            return thread if thread and thread.sort == PERSON else None
    return None

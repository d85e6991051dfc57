"""Doc → Doc with parses mended that the model gets wrong for want of names: "named Ann Oak dean" has two objects.

The model makes the person a part of the title ("Ann Oak dean"), so that nobody was named. Where a person's name stands
right between a verb of naming and a title, the person is the verb's object and the title what that person becomes.
"""

from __future__ import annotations

from functools import lru_cache

from graph.facts.joints import join
from graph.facts.office_words import lexicon
from graph.facts.parsed import Doc, Token, Tokens
from graph.facts.scan import having

OBJECTS = frozenset({"dobj", "oprd", "attr", "obj", "ccomp", "xcomp"})
PARTS = frozenset({"compound", "nmod", "amod", "poss", "appos", "nsubj", "dobj"})
MOST_BEFORE = 5
"""Between a verb of naming and the person stand at most so many words that say who that is."""


def mended(doc: Doc) -> Doc:
    """The Doc itself, its parse mended; before anything was found of it."""
    join(doc)
    for verb in having(doc, _naming()):
        if verb.pos_ == "VERB":
            _mend(verb)
            _mend_list(verb)
    return doc


@lru_cache(maxsize=1)
def _naming() -> frozenset[str]:
    """The verbs of naming somebody else."""
    return lexicon().naming - lexicon().own


def _mend(verb: Token) -> None:
    """Makes the person between the verb and a title its object, and the title the object's complement."""
    for title in [child for child in verb.rights if child.dep_ in OBJECTS and child.pos_ in {"NOUN", "PROPN"}]:
        name = _person_in(title, verb)
        if name is None:
            continue
        person = name[-1] if name.root.head is title else name.root
        for token in [*verb.rights, *title.lefts]:
            if verb.i < token.i < name.end and token is not person and (token.head is title or token.dep_ in OBJECTS):
                token.hang(person, "compound")
        person.hang(verb, "dobj")
        title.hang(verb, "oprd")


def _mend_list(verb: Token) -> None:
    """Lets "appointed X as chairman and Y as secretary" have two objects: the parse joins Y to the chairman."""
    first = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    titles = [t for prep in verb.rights if prep.lower_ == "as" for t in prep.children if t.dep_ == "pobj"]
    for person in [token for title in titles for token in title.rights if token.dep_ == "conj"]:
        name = person.name
        linked = name is not None and name.end < len(verb.doc) and verb.doc[name.end].lower_ == "as"
        if first is not None and linked and name is not None and name.label_ == "Person":
            person.hang(first, "conj")


def _person_in(title: Token, verb: Token) -> Tokens | None:
    """The person whose name the parse takes for the first words of the title's phrase."""
    low = (child.name for child in title.lefts if child.dep_ in PARTS and child.i > verb.i)
    name = next((name for name in low if name is not None and name.label_ == "Person"), None)
    if name is None or name.start <= title.i < name.end or name.start - verb.i > MOST_BEFORE:
        return None
    between = verb.doc[name.end : title.i]
    return name if all(token.pos_ in {"NOUN", "ADJ", "PROPN"} for token in between) else None

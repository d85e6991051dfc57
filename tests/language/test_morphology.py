"""Remembered parts of speech and lemmas agree with the model's own components."""

from __future__ import annotations

import spacy
from spacy.language import Language

from graph.language import DEFAULT_MODEL

TEXT = """There's a committee that gets what it wants, and there were doubts. I'm gonna say it ain't so; let's go.
The ministers who had met in Nairobi are leaving; he did the work that Ms Otieno has done.   Spaces   too.

"Do you know it?" she asked. Nobody's better than those children, whose feet hurt. C'mon, y'all gotta see us."""


def test_words_have_the_models_own_parts_of_speech_and_lemmas(nlp: Language) -> None:
    bare = spacy.load(DEFAULT_MODEL)
    for _ in range(2):  # the second time from memory
        doc = nlp.make_doc(TEXT)
        for name, pipe in nlp.pipeline:
            if name != "newsgraph":
                doc = pipe(doc)
        expected = bare(TEXT)
        read = [(token.text, token.tag_, token.pos_, token.lemma_) for token in doc]
        assert read == [(token.text, token.tag_, token.pos_, token.lemma_) for token in expected]

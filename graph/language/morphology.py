"""Parts of speech and lemmas, remembered by word and tag: what the model's attribute ruler and lemmatizer give, faster.

Both spend their time on running the same rules over the same words again. Rules over one token depend on its word, tag
and dependency alone, so that their outcome can be kept; the few rules over several tokens are run as they are.
Morphological features (`token.morph`), which nothing here reads, are left unset.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.lookups import Table
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

COMPONENT = "newsgraph_morphology"
NOUNS, OTHERS = "newsgraph_nouns", "newsgraph_others"
INDEX, FORMS = "lemma_index", "lemma_exc"
"""Our tables of the model's nouns and other words, and its own of all words and of irregular forms."""
IRREGULAR = {"wed": ["wed"]}
"""Verbs whose past the model's rules make a form of another word."""
REGULAR = ("s", "es", "ed", "d", "ing", "ly", "er", "est")
"""Endings of regular forms."""
REPLACED = ("attribute_ruler", "lemmatizer")
MOST = 300_000
"""Remembered words; beyond these the memory starts anew."""

Word = tuple[int, int, int]
"""What the outcome depends on: word, tag and dependency (as spaCy's hashes)."""
Outcome = tuple[int, int, int]
"""Tag, part of speech and lemma."""


@Language.factory(COMPONENT)
def make(nlp: Language, name: str) -> Morphology:
    """The component, made of the rules of the model's own."""
    ruler, lemmatizer = (cast(Any, nlp.get_pipe(name)) for name in REPLACED)
    return Morphology(nlp.vocab, ruler, lemmatizer)


def replace_in(nlp: Language) -> None:
    """Puts the component in the place of the model's attribute ruler and rule lemmatizer, where it has both."""
    pipes = dict(nlp.components)
    ruler, lemmatizer = (pipes.get(name) for name in REPLACED)
    if isinstance(ruler, AttributeRuler) and isinstance(lemmatizer, Lemmatizer) and lemmatizer.mode == "rule":
        nlp.add_pipe(COMPONENT, after="lemmatizer")
        index, forms = lemmatizer.lookups.get_table(INDEX), lemmatizer.lookups.get_table(FORMS)
        forms["verb"].update(IRREGULAR)
        others = [word for kind in ("verb", "adj", "adv") for table in (index, forms) for word in table.get(kind, ())]
        for name, listed in ((NOUNS, index["noun"]), (OTHERS, others)):
            nlp.vocab.lookups.set_table(name, Table(name, dict.fromkeys(listed, True)))
        for name in REPLACED:
            nlp.disable_pipe(name)


def is_noun(vocab: Vocab, word: str) -> bool:
    """Whether the model's dictionary has a lower-case word, or its singular, as a noun; False where it has none."""
    if not vocab.lookups.has_table(NOUNS):
        return False
    nouns = vocab.lookups.get_table(NOUNS)
    return word in nouns or (word.endswith("s") and word[:-1] in nouns)


def is_word(vocab: Vocab, word: str) -> bool:
    """Whether the model's dictionary has a lower-case word or the word that it is a regular form of."""
    if is_noun(vocab, word) or not vocab.lookups.has_table(OTHERS):
        return is_noun(vocab, word)
    others = vocab.lookups.get_table(OTHERS)
    stems = [word.removesuffix(ending) for ending in REGULAR if word.endswith(ending)]
    return any(stem in others or f"{stem}e" in others for stem in (word, *stems))


class Morphology:
    """Remembers what the rules over one token made of each word, and runs those over several."""

    def __init__(self, vocab: Vocab, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self.vocab = vocab
        self.lemmatizer = lemmatizer
        self.single = AttributeRuler(vocab)
        self.several: list[tuple[frozenset[int], AttributeRuler]] = []
        for rule in cast(list[dict[str, Any]], ruler.patterns):
            if all(len(pattern) == 1 for pattern in rule["patterns"]):
                self.single.add_patterns([rule])
            else:
                self.several.append((needs(vocab, rule["patterns"]), AttributeRuler(vocab)))
                self.several[-1][1].add_patterns([rule])
        self.known: dict[Word, Outcome] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with parts of speech and lemmas set."""
        columns = doc.to_array(["ORTH", "TAG", "DEP", "LOWER"])
        keys = list(map(tuple, columns[:, :3].tolist()))
        # Not `set(keys) - self.known.keys()`, which goes through all that is known.
        missing = sorted(key for key in set(keys) if key not in self.known)
        if missing:
            self.learn(missing)
        if keys:
            outcome: Any = np.array([self.known[key] for key in keys], dtype=np.uint64)
            doc.from_array(["TAG", "POS", "LEMMA"], outcome)
        seen = set(columns[:, 2:].ravel().tolist())
        for needed, ruler in self.several:
            if needed <= seen:
                ruler.set_annotations(doc, ruler.match(doc))  # type: ignore[no-untyped-call]
        return doc

    def learn(self, words: list[Word]) -> None:
        """Runs the rules over one token on words that are not known yet."""
        if len(self.known) > MOST:
            self.known.clear()
        strings = self.vocab.strings
        doc = Doc(
            self.vocab,
            words=[strings[orth] for orth, _, _ in words],
            tags=[strings[tag] for _, tag, _ in words],
            deps=[strings[dep] for _, _, dep in words],
            heads=list(range(len(words))),
        )
        outcome = self.lemmatizer(self.single(doc)).to_array(["TAG", "POS", "LEMMA"]).tolist()
        self.known.update(zip(words, map(tuple, outcome), strict=True))


def needs(vocab: Vocab, patterns: list[list[dict[str, Any]]]) -> frozenset[int]:
    """The words and dependencies (as spaCy's hashes) that a text has if one of a rule's patterns is anywhere in it."""
    exact = (
        {word for token in pattern for name in ("LOWER", "DEP") if isinstance(word := token.get(name), str)}
        for pattern in patterns
    )
    return frozenset(vocab.strings.add(word) for word in set.intersection(*exact))

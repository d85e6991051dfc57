"""A Doc as plain objects says the same of every word as spaCy's own."""

from __future__ import annotations

from spacy.language import Language

from graph.facts.parsed import Doc, Token, once, once_each, parsed
from graph.language import docs
from graph.reading import read_text

TEXT = (
    "OSLO (Reuters) - The  IOM and the Ministry, which met in May, will hold two talks “in Geneva”, Anna Brandt said."
    "\n\nWho knows? They did not, she told A.B. Olsen of the Harbour Union. "
)
SAME = ("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "whitespace_", "ent_type_", "is_sent_start")
ALIKE = ("is_space", "is_alpha", "is_title", "is_upper", "is_lower", "is_digit", "is_punct", "like_num")
ABOVE_AND_BELOW = ("children", "lefts", "rights", "subtree", "ancestors", "sent")


def test_words_are_those_of_spacy(nlp: Language) -> None:
    [doc] = docs(nlp, [read_text(TEXT)])
    for token, known in zip(parsed(doc), doc, strict=True):
        assert [getattr(token, name) for name in SAME + ALIKE] == [getattr(known, name) for name in SAME + ALIKE]
        for name in ABOVE_AND_BELOW:
            assert [t.i for t in getattr(token, name)] == [t.i for t in getattr(known, name)], name
        assert [getattr(token, name).i for name in ("head", "left_edge", "right_edge")] == [
            getattr(known, name).i for name in ("head", "left_edge", "right_edge")
        ]


def test_stretches_of_words_are_those_of_spacy(nlp: Language) -> None:
    [doc] = docs(nlp, [read_text(TEXT)])
    made = parsed(doc)
    for start in range(len(doc) + 1):
        for end in (*range(start, len(doc) + 2), -3):
            words, known = made[start:end], doc[start:end]
            assert (words.start, words.end, words.text, len(words)) == (known.start, known.end, known.text, len(known))
            if len(words):
                assert (words.root.i, words.sent.start) == (known.root.i, known.sent.start)
                assert (words.start_char, words.end_char) == (known.start_char, known.end_char)
                assert words.text_with_ws == known.text_with_ws
                assert [name.text for name in words.ents] == [name.text for name in known.ents]
                assert (words[0].i, words[-1].i, words[1:].text) == (known[0].i, known[-1].i, known[1:].text)
    assert [sentence.text for sentence in made.sents] == [sentence.text for sentence in doc.sents]
    assert [(name.text, name.label_) for name in made.ents] == [(name.text, name.label_) for name in doc.ents]


def test_what_was_found_is_kept(nlp: Language) -> None:
    asked: list[Doc | Token] = []

    @once
    def length(doc: Doc) -> int:
        asked.append(doc)
        return len(doc)

    @once_each
    def size(token: Token) -> int:
        asked.append(token)
        return len(token)

    [doc] = docs(nlp, [read_text("They met.")])
    made = parsed(doc)
    assert [length(made), length(made), size(made[1]), size(made[1]), size(made[0])] == [3, 3, 3, 3, 4]
    assert asked == [made, made[1], made[0]]

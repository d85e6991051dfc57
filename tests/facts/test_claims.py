from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from graph.facts import part
from graph.facts.claims import claims
from graph.facts.mending import mended
from graph.facts.parsed import parsed
from graph.language import docs, lines
from graph.model import Claim, Span
from graph.reading import read_text


def told(nlp: Language, text: str) -> tuple[Doc, list[Claim]]:
    doc = next(iter(docs(nlp, [read_text(text)])))
    return doc, list(claims(mended(parsed(doc))))


CASES = [
    # the text, who speaks, and what is said
    ("Maria Lopez said the bridge was closed.", "Maria Lopez", "the bridge was closed"),
    ("Maria Lopez told reporters that the bridge was closed.", "Maria Lopez", "the bridge was closed"),
    ("The bridge, Maria Lopez said, was closed.", "Maria Lopez", "The bridge was closed"),
    ("The bridge was closed, Maria Lopez said.", "Maria Lopez", "The bridge was closed"),
    ("According to Maria Lopez, the bridge was closed.", "Maria Lopez", "the bridge was closed"),
    ("The bridge was closed, according to Maria Lopez.", "Maria Lopez", "The bridge was closed"),
    ("Maria Lopez suggested a new bridge.", "Maria Lopez", "a new bridge"),
    ("Maria Lopez denied the allegations.", "Maria Lopez", "denied the allegations"),
    ("Maria Lopez asked the mayor to close the bridge.", "Maria Lopez", "the mayor to close the bridge"),
    ("Critics describe the bridge as a danger.", "Critics", "the bridge as a danger"),
    ("Maria Lopez called for a new bridge.", "Maria Lopez", "for a new bridge"),
    ('"We closed the bridge at noon," Maria Lopez said.', "Maria Lopez", "We closed the bridge at noon"),
    ('"We closed the bridge at noon," said Maria Lopez.', "Maria Lopez", "We closed the bridge at noon"),
    ('Maria Lopez said: "We closed the bridge at noon."', "Maria Lopez", "We closed the bridge at noon."),
    ("The report says that the bridge was closed.", "The report", "the bridge was closed"),
    ('"The decision," said Maria Lopez, "is final."', "Maria Lopez", "The decision is final"),
    # "that" leads in, however it is tagged
    (
        "The bishop, Tom Kale of Dorn, said at noon that the state had failed the poor.",
        "Tom Kale",
        "the state had failed the poor",
    ),
    # nobody who is named says it
    ("The bridge is said to be close to collapse.", None, "The bridge to be close to collapse"),
    ("It is understood that the bridge was closed.", None, "the bridge was closed"),
    ("The court heard that the bridge was closed.", None, "the bridge was closed"),
    # what the parse hangs elsewhere
    ("She was accused by the union of closing the bridge.", "the union", "She was accused of closing the bridge"),
    ("According to the inquiry's chairman, Judge Peter Lowe, no one was hurt.", "Peter Lowe", "no one was hurt"),
    (
        '"We will not accept a king who comes by force," the court\'s chairman, President John Mensah of Ghana, said.',
        "John Mensah",
        "We will not accept a king who comes by force",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "words"), CASES)
def test_who_said_what(nlp: Language, text: str, speaker: str, words: str) -> None:
    _, found = told(nlp, text)

    assert [(c.speaker.text if c.speaker else None, c.text.rstrip(".")) for c in found] == [
        (speaker, words.rstrip("."))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The officials have not said why the bridge was closed.",
        "The storm shows that the bridge is old.",
        "The bridge was closed on Monday.",
        "Travellers were denied visas at the border.",
        "He lives in a village called Oakham.",
        "They are expected to be charged on Friday.",
    ],
)
def test_what_nobody_said_is_no_claim(nlp: Language, text: str) -> None:
    assert told(nlp, text)[1] == []


def test_a_pointer_stands_for_the_sentence_before(nlp: Language) -> None:
    _, found = told(nlp, "The bridge will stay closed until May. This was stated by Maria Lopez on Monday.")

    assert [(c.speaker.text if c.speaker else None, c.text) for c in found] == [
        ("Maria Lopez", "The bridge will stay closed until May.")
    ]
    assert len(found[0].evidence) == 2


def test_a_quotation_in_two_pieces_keeps_its_speaker(nlp: Language) -> None:
    _, found = told(nlp, '"The bridge is old," Maria Lopez said. "It must be rebuilt before winter comes."')

    assert [c.text for c in found] == ["The bridge is old", "It must be rebuilt before winter comes."]
    assert {c.speaker.text for c in found if c.speaker} == {"Maria Lopez"}
    assert all(c.verbatim for c in found)


def test_an_attribution_in_the_middle_is_no_part_of_the_words(nlp: Language) -> None:
    text = "The bridge, Maria Lopez said, was closed."
    doc, (claim,) = told(nlp, text)
    name = Span(doc._.article.id, text.index("Maria"), text.index(" said"))
    verb = Span(doc._.article.id, text.index("closed"), text.index("closed") + 6)

    assert claim.tells(verb)
    assert not claim.tells(name)
    assert not claim.tells(claim.cue)


def test_hearers_are_recipients(nlp: Language) -> None:
    _, (claim,) = told(nlp, "Maria Lopez told the city council that the bridge was closed.")

    assert [recipient.text for recipient in claim.recipients] == ["the city council"]


def test_a_claim_inside_a_claim_names_the_outer_one(nlp: Language) -> None:
    _, found = told(nlp, "Maria Lopez said that John Baker believed the bridge was closed.")
    inner = next(claim for claim in found if claim.speaker and claim.speaker.text == "John Baker")
    outer = next(claim for claim in found if claim.speaker and claim.speaker.text == "Maria Lopez")

    assert inner.claimed_in == outer.id
    assert outer.claimed_in is None


def test_hearsay_has_no_speaker(nlp: Language) -> None:
    _, found = told(nlp, "The company reportedly closed the bridge.")

    assert [(claim.speaker, claim.text.rstrip(".")) for claim in found] == [(None, "The company closed the bridge")]


def test_a_block_under_a_colon_is_said_by_who_stands_above(nlp: Language) -> None:
    _, found = told(nlp, "In a letter, the Harbour Authority said:\n\nThe bridge is safe. Nobody was ever in danger.")

    assert [c.text for c in found if c.rule == "claim:block"] == ["The bridge is safe.", "Nobody was ever in danger."]


def test_every_quote_stands_in_its_evidence(nlp: Language) -> None:
    for text, _, _ in CASES:
        doc, found = told(nlp, text)
        for claim in found:
            sentences = [span.quote(doc._.article.text) for span in claim.evidence]
            assert any(claim.cue.quote(doc._.article.text) in sentence for sentence in sentences)
            assert claim.span.quote(doc._.article.text)[:5] in " ".join(sentences)


def speakers(found: list[Claim]) -> list[tuple[str | None, str]]:
    return [(claim.speaker.text if claim.speaker else None, claim.text.rstrip(".")) for claim in found]


def test_a_relayed_source_says_the_same_words(nlp: Language) -> None:
    _, found = told(nlp, "According to the Bergen Times, quoting Maria Lopez, the bridge was closed.")

    assert speakers(found) == [("Bergen Times", "the bridge was closed"), ("Maria Lopez", "the bridge was closed")]


def test_he_who_goes_on_is_the_speaker_before(nlp: Language) -> None:
    _, found = told(nlp, "Peter Holm said the bridge was old. He said it would be rebuilt.")

    assert len({claim.speaker.chain for claim in found if claim.speaker}) == 1
    assert len(found) == 2


def test_a_sentence_shifted_back_goes_on_reporting(nlp: Language) -> None:
    _, found = told(nlp, "Peter Holm said the bridge was old. It would have to be rebuilt before winter.")

    assert [claim.rule for claim in found] == ["claim:clause", "claim:going on"]


def test_a_quotation_after_a_sentence_about_somebody_is_theirs(nlp: Language) -> None:
    _, found = told(nlp, 'Maria Lopez thanked the workers. "They saved the whole town last night."')

    assert speakers(found) == [("Maria Lopez", "They saved the whole town last night")]


def test_a_question_and_a_dateline_are_not_said(nlp: Language) -> None:
    _, found = told(nlp, "BERGEN, June 3: Maria Lopez asked whether the bridge was safe. The bridge is old, she said.")

    assert [claim.text.rstrip(".") for claim in found] == ["The bridge is old"]


def test_things_that_are_not_statements_are_not_denied(nlp: Language) -> None:
    assert told(nlp, "The ministry denied land for the new school.")[1] == []
    assert len(told(nlp, "The ministry denied any involvement.")[1]) == 1


@pytest.mark.parametrize("text", ["   ", "He said " + "that she said " * 200 + "it rained.", '"', '" " "'])
def test_odd_text_gives_nothing_and_breaks_nothing(nlp: Language, text: str) -> None:
    (doc,) = lines(nlp, [text])

    assert list(claims(mended(parsed(doc)))) == []


def test_clauses_that_a_semicolon_parts_do_not_tell_each_other(nlp: Language) -> None:
    doc, found = told(nlp, "Norland denied the charge; Armenia did not respond.")
    assert [(doc.text[claim.cue.start : claim.cue.end], claim.factuality) for claim in found] == [
        ("denied", "asserted")
    ]


@pytest.mark.parametrize(
    ("text", "verbatim"),
    [
        ('The mayor said she was "relieved".', False),
        ('The mayor said that "we will win this fight".', True),
        ('The mayor said: "We will win this fight."', True),
        ("The mayor said she would win.", False),
    ],
)
def test_only_words_between_quotation_marks_are_verbatim(nlp: Language, text: str, verbatim: bool) -> None:
    assert [claim.verbatim for claim in told(nlp, text)[1]] == [verbatim]


def test_an_opinion_of_several_words_is_stated_by_the_article(nlp: Language) -> None:
    doc, _ = told(nlp, "Relatives welcomed the decision but said that it came too late.")
    support = next(event for event in part(doc).events if event.type == "Support")
    assert support.factuality == "asserted"
    assert support.claim is not None


def test_the_teller_goes_on_where_the_tenses_show_it(nlp: Language) -> None:
    found = told(nlp, "Maria Lopez said the firm had closed the bridge and accused the mayor of lying.")[1]
    assert [(claim.speaker.text if claim.speaker else None, claim.text) for claim in found] == [
        ("Maria Lopez", "the firm had closed the bridge"),
        ("Maria Lopez", "accused the mayor of lying"),
    ]


def test_a_claim_is_about_whom_it_speaks_of_and_not_about_where_it_was(nlp: Language) -> None:
    found = told(nlp, "Maria Lopez said that Peter Holm had met Vera Moss in Paris.")[1]
    assert [[about.text for about in claim.about] for claim in found] == [["Peter Holm", "Vera Moss"]]

"""What a text says twice, or says nothing by, is told once: claims, headlines, ties, open roles."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts import part
from graph.language import docs
from graph.model import Part
from graph.reading import read_text


def told(nlp: Language, text: str) -> Part:
    return part(next(iter(docs(nlp, [read_text(text)]))))


def test_what_nobody_says_inside_a_claim_is_told_in_its_words(nlp: Language) -> None:
    found = told(nlp, "Maria Lopez said that the crew was told that the bridge was closed by soldiers.")
    assert [(claim.speaker.text if claim.speaker else None) for claim in found.claims] == ["Maria Lopez"]
    closing = next(event for event in found.events if event.trigger.quote(found.article.text) == "closed")
    assert closing.claimed_in == found.claims[0].id


def test_what_nobody_says_in_the_articles_own_voice_stays_a_claim(nlp: Language) -> None:
    (claim,) = told(nlp, "It was reported that the bridge was closed.").claims
    assert claim.speaker is None


@pytest.mark.parametrize(
    ("headline", "kept"),
    [
        ("Minister resigns", False),  # nobody is named: the body's resignation is this one
        ("Pupils sweep yard", False),  # an act with no name in it is only the first words of the story
        ("Paul Ochieng resigns", True),  # the body tells of another resignation
    ],
)
def test_a_headline_counts_only_where_the_body_tells_nothing_of_it(nlp: Language, headline: str, kept: bool) -> None:
    body = "Maria Lopez resigned on Monday as director of the Harbour Board. She had held the post since 2010."
    found = told(nlp, f"{headline}\n\n{body}\n")
    assert any(event.trigger.start < len(headline) for event in found.events) is kept


def test_a_claim_of_the_headline_that_the_body_repeats_counts_once(nlp: Language) -> None:
    text = "Sailor says captain slept\n\nThe sailor Peter Holm said on Monday that the captain slept at the wheel.\n"
    assert [claim.speaker.text for claim in told(nlp, text).claims if claim.speaker] == ["Peter Holm"]


def test_whose_mother_it_is_is_told_once(nlp: Language) -> None:
    found = told(nlp, "Anna Brandt left Oslo in 2001. Her mother stayed. In May her mother joined Anna Brandt in Rome.")
    assert [(tie.predicate, tie.object.text) for tie in found.relations if tie.predicate == "parent"] == [
        ("parent", "Her mother")
    ]


@pytest.mark.parametrize(
    ("sentence", "unstated"),
    [
        ("Grace Wanjala was briefed on the strike.", ("agent",)),
        ("They briefed Grace Wanjala on the strike.", ()),  # somebody did, whoever they are
        ("The board is free to brief Grace Wanjala on the strike.", ()),
    ],
)
def test_an_unknown_pronoun_does_not_leave_a_role_open(nlp: Language, sentence: str, unstated: tuple[str, ...]) -> None:
    event = next(event for event in told(nlp, sentence).events if event.type == "Briefing")
    assert event.unstated == unstated


@pytest.mark.parametrize(
    "sentence",
    [
        "The miners wanted a chance to juggle.",  # what somebody is to do, and nothing else
        "The miners spent twelve years there.",  # how long, and nothing else
        "The miners ended up in debt.",
        "There is a plan to juggle them.",
        "The captain discussed the weather.",  # says that he spoke, which a claim tells
    ],
)
def test_a_verb_that_says_no_more_than_who_is_no_act(nlp: Language, sentence: str) -> None:
    assert told(nlp, sentence).events == ()


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("The ferry was full of people seeking work.", []),  # what kind of people
        ("The ferry was full of the people demanding work.", ["Request"]),
        ("The ferry was full of people demanding work from Norway.", ["Request"]),
    ],
)
def test_a_participle_may_say_no_more_than_what_kind_of_people(nlp: Language, sentence: str, types: list[str]) -> None:
    assert [event.type for event in told(nlp, sentence).events] == types


def test_an_act_on_a_thing_that_is_no_time_stays(nlp: Language) -> None:
    (event,) = told(nlp, "The mayor's trust was dented.").events
    assert (event.type, event.surface) == ("Act", "dented")


def test_ending_up_is_no_ending(nlp: Language) -> None:
    (event,) = told(nlp, "The miners ended up sweeping the yard.").events
    assert (event.type, event.surface) == ("Act", "sweeping")


def test_somebody_and_his_title_do_not_meet_each_other(nlp: Language) -> None:
    text = "Discussing his worries in a letter, Norway's Prime Minister, Anna Brandt said she was tired."
    assert not [event for event in told(nlp, text).events if event.type == "Meeting"]


def test_a_verb_in_the_singular_has_one_subject(nlp: Language) -> None:
    text = "The captain said a sailor first noticed the rafts and a ship was deployed to help them."
    fillers = {
        event.surface: [role.filler.text for role in event.roles if role.name == "patient"]
        for event in told(nlp, text).events
    }
    assert (fillers["noticed"], fillers["deployed"]) == (["the rafts"], ["a ship"])


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("The court ordered the miners to be there.", []),  # nothing that one could look for
        ("The court ordered the miners to bring them.", []),
        ("The court ordered the miners to guard the mill.", ["guard the mill"]),
    ],
)
def test_a_clause_is_a_topic_only_where_it_says_something(nlp: Language, sentence: str, about: list[str]) -> None:
    event = next(event for event in told(nlp, sentence).events if event.type == "Request")
    assert [role.filler.text for role in event.roles if role.name == "about"] == about


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Norway's Ambassador to France Anna Brandt arrived. Norwegian Ambassador Anna Brandt left.",
            ["Ambassador to France"],
        ),
        (
            "Norwegian Ambassador Anna Brandt arrived. Foreign Minister Peter Holm left.",
            ["Ambassador", "Foreign Minister"],
        ),
        ("Professor Anna Brandt, director of the Harbour Board, left.", ["director"]),
    ],
)
def test_an_office_with_a_part_of_its_title_is_that_office(nlp: Language, text: str, titles: list[str]) -> None:
    assert [position.title for position in told(nlp, text).positions] == titles

"""Words of several senses: which class the arguments pick, and that every need and list of the data is known."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts import part
from graph.facts.kinds import nouns
from graph.facts.lexicon import lexicon
from graph.facts.senses import KINDS
from graph.language import lines


def classes(nlp: Language, sentence: str) -> set[str]:
    return {event.type for event in part(next(iter(lines(nlp, [sentence])))).events}


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("The agency launched a weather satellite.", "Launch"),
        ("Elena Marchetti founded a chess club in Turin.", "Launch"),
        ("The guerrillas launched a series of attacks on the town.", "Attack"),
        ("The fund gave 300 families food and blankets.", "Aid"),
        ("The charity provided shelter for the refugees.", "Aid"),
        ("The council lifted a state of emergency.", "Concession"),
        ("The union suggested a meeting in March.", "Request"),
        ("Amina Noor asked the court to hear her.", "Request"),
        ("The report condemned the police.", "Accusation"),
        ("The magazine attacked the two ministers.", "Accusation"),
        ("A storm hit the island.", "Disaster"),
        ("The probe began in June.", "Investigation"),
        ("The army deployed two battalions along the river.", "Deployment"),
        ("Lena Fischer became mayor of Bremen.", "Appointment"),
        ("Police closed the road to Lindal.", "Restriction"),
        ("Two boilers exploded at the plant.", "Accident"),
        ("Guards beat two prisoners.", "Attack"),
        ("A blaze broke out in the warehouse.", "Accident"),
        ("Cholera broke out in two camps.", "Outbreak"),
        ("Ruth Adler wrote a novel.", "Publication"),
        ("Prosecutors charged the treasurer with fraud.", "Charge"),
        ("The minister suspended the licence of the captain.", "Sanction"),
        ("The senator attacked the record of the president.", "Accusation"),
        ("Rebels attacked the convoy.", "Attack"),
        ("The president fired his defence secretary on Twitter.", "Dismissal"),
    ],
)
def test_arguments_pick_the_class(nlp: Language, sentence: str, type_: str) -> None:
    assert type_ in classes(nlp, sentence)


@pytest.mark.parametrize(
    ("sentence", "unwanted"),
    [
        ("She began a long feud with her sister.", "Launch"),
        ("The shares opened at 40 pence.", "Launch"),
        ("The dam has created a lake.", "Launch"),
        ("The valve protects the engine.", "Aid"),
        ("The law gave local councils the power to tax.", "Aid"),
        ("The book provides a good overview of the war.", "Aid"),
        ("The disc allowed Rona to make the samples.", "Concession"),
        ("The colours are given in the table.", "Concession"),
        ("Nearly 300 votes are required.", "Request"),
        ("The historian suggests that Stephen was ill.", "Request"),
        ("The artists sought to show the city at night.", "Request"),
        ("Ramon Ortega committed a grave error.", "Agreement"),
        ("The party concluded that the vote was fair.", "Agreement"),
        ("The league signed two new players.", "Agreement"),
        ("Philip marched deep into Thrace.", "Protest"),
        ("The method demonstrated the value of the silt.", "Protest"),
        ("The lawmakers swore allegiance to the crown.", "Threat"),
        ("Jaguar shares closed at 869 pence.", "Restriction"),
        ("The cup was given to the winners by the prince.", "Aid"),
        ("His father was placed in a home.", "Deployment"),
        ("Ines Romero was charged with running the unit.", "Charge"),
        ("They became a popular band.", "Appointment"),
        ("She received treatment in Leeds.", "Acquisition"),
        ("He earned the nickname Bulldog.", "Award"),
        ("The case went to the supreme court.", "Award"),
        ("The cloister fell into ruin.", "Accident"),
        ("An app that hit the market in May sold well.", "Attack"),
        ("The editor worked well with the old machine.", "Cooperation"),
        ("These rebellions were crushed in 1746.", "Injury"),
        ("Ana Lopez beat the champion in two sets.", "Attack"),
        ("The team substituted Park after the break.", "Dismissal"),
        ("The metro is buried 100 metres underground.", "Ceremony"),
        ("The book opens with a scene in a market.", "Launch"),
        ("Four men stood by and watched.", "Support"),
        ("The king ruled for nine years.", "Trial"),
        ("Storms are natural events that occur in winter.", "Conference"),
        ("Each guild occupies a street.", "Attack"),
        ("Lena Ross was asked about her television show.", "Conference"),
        ("Lena Ross attacked the problem with new energy.", "Attack"),
        ("The Danes struck back through Eriksen.", "Protest"),
        ("She acquired a taste for tea.", "Acquisition"),
        ("The British capture of Madrid took a week.", "Arrest"),
        ("A series of councils were held in the abbey.", "Abduction"),
        ("Early voters will vote in greater numbers.", "Election"),
        ("Philip marched against his enemies.", "Protest"),
        ("The minister suspended the licence of the captain.", "Rejection"),
        ("The scandal opened the firm up to new claims.", "Launch"),
        ("The poet walked out of prison at dawn.", "Protest"),
        ("The village was buried by a landslide after the rain.", "Election"),
        ("Her new show was made by a studio in Leeds.", "Conference"),
        ("The bank is advised by two law firms.", "Request"),
        ("He swears he paid the bill.", "Threat"),
        ("The nurses had spoken to their families.", "Interview"),
        ("If the results are confirmed, the trial ends.", "Announcement"),
        ("The minister, who came to office in 2014, met the nurses.", "Visit"),
        ("She was removed from the debate by guards.", "Dismissal"),
        ("Gunmen forced him out of his car.", "Sanction"),
        ("The coach admitted twenty girls to the class.", "Announcement"),
    ],
)
def test_other_senses_are_no_event_of_the_class(nlp: Language, sentence: str, unwanted: str) -> None:
    assert unwanted not in classes(nlp, sentence)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The miners walked out on Monday.", "Protest"),
        ("The party won by a landslide over the Liberals.", "Election"),
        ("The village was buried by a landslide after the rain.", "Disaster"),
        ("The company was given a fine of 20,000 euros by the regulator.", "Sanction"),
        ("The coach spoke to reporters after the match.", "Interview"),
        ("The chancellor spoke with her Polish counterpart.", "Meeting"),
        ("The minister, who came to office in 2014, met the nurses.", "Appointment"),
        ("Asked about her plans, the minister smiled.", "Interview"),
        ("The club forced the coach out.", "Sanction"),
        ("The driver is being held without bail.", "Arrest"),
        ("Sixteen people were infected on the ship.", "Outbreak"),
        ("A nurse was buried on Monday.", "Ceremony"),
    ],
)
def test_senses_that_the_arguments_pick(nlp: Language, sentence: str, wanted: str) -> None:
    assert wanted in classes(nlp, sentence)


def test_every_need_is_a_known_kind_or_list() -> None:
    known = lexicon()
    frames = [frame for table in (known.verbs, known.nouns) for found in table.values() for frame in found]
    needs = {need for frame in frames for need in frame.needs.values()} - {"none"}
    kinds = {kind for need in needs for one in need.split(" & ") for kind in one.strip("!?").split("|")} - {"several"}
    assert {kind for kind in kinds if kind[0] != "@" and kind not in KINDS} == set()
    assert all(nouns(kind[1:]) for kind in kinds if kind[0] == "@")


def test_a_frame_with_needs_of_its_own_comes_before_one_with_its_class_s() -> None:
    assert [frame.choosy for frame in lexicon().verbs["release"]][:2] == [True, True]
    assert not lexicon().verbs["publish"][-1].choosy

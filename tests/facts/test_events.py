"""Events on small hand-built sentences: class, trigger, roles, what is left open, time."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from graph.facts import lexicon as lexicons
from graph.facts import part
from graph.facts.lexicon import GROUPS, from_data, lexicon, read
from graph.language import docs, lines
from graph.model import Event, Part
from graph.reading import read_text
from graph.vocabulary import EVENT_CLASSES


def told(nlp: Language, sentence: str) -> Part:
    return part(next(iter(lines(nlp, [sentence]))))


def one(nlp: Language, sentence: str, type_: str) -> Event:
    events = told(nlp, sentence).events
    found = [event for event in events if event.type == type_]
    assert len(found) == 1, [(event.type, event.surface) for event in events]
    return found[0]


def roles(event: Event) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for role in event.roles:
        found.setdefault(role.name, []).append(role.filler.text)
    return found


@pytest.mark.parametrize(
    ("sentence", "type_", "expected"),
    [
        (
            "Amina Noor briefed the reporters on the harbour plan.",
            "Briefing",
            {"agent": ["Amina Noor"], "recipient": ["the reporters"], "about": ["the harbour plan"]},
        ),
        (
            "The town of Lindal was attacked by rebels.",
            "Attack",
            {"patient": ["The town of Lindal"], "agent": ["rebels"]},
        ),
        (
            "Norway and Kenya signed an agreement with the World Bank.",
            "Agreement",
            {"agent": ["Norway", "Kenya"], "attendee": ["the World Bank"]},
        ),
        ("The attackers killed two guards.", "Killing", {"agent": ["The attackers"], "patient": ["two guards"]}),
        (
            "The mayor was arrested by federal police in Madrid.",
            "Arrest",
            {"patient": ["The mayor"], "agent": ["federal police"], "location": ["Madrid"]},
        ),
        (
            "The committee awarded Elena Marchetti a prize.",
            "Award",
            {"agent": ["The committee"], "recipient": ["Elena Marchetti"], "patient": ["a prize"]},
        ),
        (
            "Officials held talks with the rebels in Geneva.",
            "Negotiation",
            {"agent": ["Officials"], "attendee": ["the rebels in Geneva"], "location": ["Geneva"]},
        ),
        (
            "The president paid a visit to Oslo.",
            "Visit",
            {"agent": ["The president"], "location": ["Oslo"]},
        ),
        (
            "Talks between Sudan and Chad resumed in Addis Ababa.",
            "Negotiation",
            {"attendee": ["Sudan", "Chad"], "location": ["Addis Ababa"]},
        ),
        (
            "Border guards turned away the migrants.",
            "Rejection",
            {"agent": ["Border guards"], "about": ["the migrants"]},
        ),
        (
            "The bishop is critical of the government.",
            "Accusation",
            {"agent": ["The bishop"], "patient": ["the government"]},
        ),
        (
            "The union urged the port authority to pay the dockers.",
            "Request",
            {"agent": ["The union"], "recipient": ["the port authority"], "about": ["pay the dockers"]},
        ),
        ("Protesters clashed with police.", "Attack", {"agent": ["Protesters"], "patient": ["police"]}),
        (
            "The workers were laid off by the shipyard.",
            "Layoff",
            {"patient": ["The workers"], "agent": ["the shipyard"]},
        ),
        (
            "Other candidates elected were Anna Brandt and Tom Hale.",
            "Election",
            {"patient": ["Anna Brandt", "Tom Hale"]},
        ),
        (
            "Councillors Anna Brandt and Tom Hale were elected, as well as councillor Mary Otieno.",
            "Election",
            {"patient": ["councillor Mary Otieno", "Councillors Anna Brandt", "Tom Hale"]},
        ),
        (
            "Anna Brandt won the Lakeside Maker of the Year award.",
            "Award",
            {"agent": ["Anna Brandt"], "patient": ["the Lakeside Maker of the Year award"]},
        ),
        (
            "The mayor requested a shelter for the refugees.",
            "Request",
            {"agent": ["The mayor"], "about": ["a shelter for the refugees"], "beneficiary": ["the refugees"]},
        ),
        (
            "Kenya asked Norway for a loan.",
            "Request",
            {"agent": ["Kenya"], "recipient": ["Norway"], "about": ["a loan"]},
        ),
        (
            "The rebels fired at a warehouse in Lindal.",
            "Attack",
            {"agent": ["The rebels"], "patient": ["a warehouse in Lindal"], "location": ["Lindal"]},
        ),
        (
            "The council banned traders from selling fish at the pier.",
            "Restriction",
            {"agent": ["The council"], "patient": ["traders"], "location": ["the pier"]}
            | {"about": ["selling fish at the pier"]},
        ),
        (
            "Anna Brandt resigned her leadership in the Harbour Party.",
            "Resignation",
            {
                "agent": ["Anna Brandt"],
                "patient": ["the Harbour Party"],
                "about": ["her leadership in the Harbour Party"],
            },
        ),
        (
            "The papers were returned by mail to the ministry by Anna Brandt.",
            "Act",
            {"patient": ["The papers"], "instrument": ["mail"], "agent": ["Anna Brandt"]},
        ),
        ("The ferry sank near Lamu.", "Accident", {"patient": ["The ferry"], "location": ["Lamu"]}),
        (
            "Six sailors died when the ferry sank.",
            "Death",
            {"patient": ["Six sailors"], "cause": ["the ferry sank"]},
        ),
    ],
)
def test_roles_of_events(nlp: Language, sentence: str, type_: str, expected: dict[str, list[str]]) -> None:
    assert roles(one(nlp, sentence, type_)) == expected


def test_elections_are_held_in_the_district_that_their_paragraph_opens_with(nlp: Language) -> None:
    text = (
        "Results\n\nIn the Hill Valley constituency, Anna Brandt was elected. Tom Hale was elected, too. "
        "Mary Otieno defeated Paul Mwangi in this district. In the Lakeside constituency, Eva Holm was elected.\n\n"
        "Ole Berg was elected in 2010."
    )
    found = part(next(iter(docs(nlp, [read_text(text)])))).events
    places = [(e.surface, [r.filler.text for r in e.roles if r.name == "location"]) for e in found]
    assert [place for surface, place in places if surface in {"elected", "defeated"}] == [
        ["Hill Valley"],
        ["Hill Valley"],
        ["Hill Valley"],
        ["Lakeside"],
        [],
    ]


@pytest.mark.parametrize(
    ("sentence", "unwanted"),
    [
        ("The probe has a mass of about 300 kg.", "Ceremony"),
        ("The firm received a Gold Safety Badge.", "Meeting"),
    ],
)
def test_words_of_several_senses_need_their_arguments(nlp: Language, sentence: str, unwanted: str) -> None:
    assert unwanted not in {event.type for event in told(nlp, sentence).events}


def test_scores_and_manners_are_no_participants(nlp: Language) -> None:
    (game,) = (e for e in told(nlp, "Norway defeated Kenya 11 to 4.").events if e.surface == "defeated")
    assert roles(game) == {"agent": ["Norway"], "patient": ["Kenya"]}
    assert not [e for e in told(nlp, "The fight ended with hardly a scratch.").events if "instrument" in roles(e)]


def test_reduced_relatives_and_participation_make_one_event(nlp: Language) -> None:
    sentence = (
        "Grace Wanjala attended a roundtable on ports organised by the Harbour Federation and the Ministry of Labour."
    )
    event = one(nlp, sentence, "Conference")
    assert event.surface == "roundtable"
    assert roles(event) == {
        "about": ["ports"],
        "attendee": ["Grace Wanjala"],
        "organizer": ["the Harbour Federation", "the Ministry of Labour"],
    }


def test_a_passive_without_agent_leaves_it_open(nlp: Language) -> None:
    event = one(nlp, "Grace Wanjala was briefed on the strike.", "Briefing")
    assert roles(event) == {"recipient": ["Grace Wanjala"], "about": ["the strike"]}
    assert event.unstated == ("agent",)


def test_conjoined_verbs_share_their_subject(nlp: Language) -> None:
    events = told(nlp, "The army attacked the village and kidnapped two teachers.").events
    assert [(e.type, roles(e)["agent"]) for e in events] == [("Attack", ["The army"]), ("Abduction", ["The army"])]


def test_a_verb_outside_the_lexicon_is_an_act_and_counted(nlp: Language) -> None:
    found = told(nlp, "The minister juggled oranges in Paris.")
    assert [(e.type, e.surface) for e in found.events] == [("Act", "juggled")]
    assert found.unmapped == (("juggled", 1),)


@pytest.mark.parametrize("sentence", ["The minister said the road was long.", "He added that prices were high."])
def test_pure_reporting_gives_no_event(nlp: Language, sentence: str) -> None:
    assert told(nlp, sentence).events == ()


def test_unresolved_pronouns_fill_no_role(nlp: Language) -> None:
    events = told(nlp, "It hit them.").events
    assert not any(
        role.filler.text.lower() in {"it", "them"} and not role.filler.chain for e in events for role in e.roles
    )


def test_what_stands_in_a_claim_is_reported(nlp: Language) -> None:
    found = told(nlp, "The mayor said the army had attacked the village.")
    (event,) = found.events
    assert (event.type, event.factuality, event.claimed_in) == ("Attack", "reported", found.claims[0].id)


def test_an_accusation_makes_its_claim(nlp: Language) -> None:
    found = told(nlp, "The union warned that the port would lose the contract.")
    warned = next(event for event in found.events if event.type == "Threat")
    assert warned.claim in {claim.id for claim in found.claims}


def test_the_headline_gives_only_what_the_body_does_not_state(nlp: Language) -> None:
    text = "Police arrest mayor\n\nPolice arrested the mayor on Monday in the town of Lindal."
    found = part(next(iter(docs(nlp, [read_text(text)]))))
    assert [event.type for event in found.events if event.type == "Arrest"] == ["Arrest"]
    assert all(event.trigger.start > len("Police arrest mayor") for event in found.events)


def test_the_time_is_that_of_the_events_own_clause(nlp: Language) -> None:
    event = one(nlp, "On 3 May 2014 the court sentenced the banker.", "Trial")
    assert event.time is not None
    assert event.time.start == "2014-05-03"
    assert one(nlp, "Before 3 May 2014 the court sentenced the banker.", "Trial").time is None


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Soldiers attacked the village.", "FIGHT"),
        ("Two youths attacked the shopkeeper.", "ASSAULT"),
        ("Norway will help the refugees.", "AGREE"),
        ("Norway helped the refugees.", "AID"),
        ("Norway refused to help the refugees.", "REJECT"),
        ("Troops withdrew from the enclave.", "RETREAT"),
        ("The union demonstrated against the ministry.", "PROTEST"),
    ],
)
def test_plover_codes_follow_actor_and_certainty(nlp: Language, sentence: str, code: str) -> None:
    assert code in {event.plover for event in told(nlp, sentence).events}


def test_ids_are_unique(nlp: Language) -> None:
    events = told(
        nlp, "The court convicted and sentenced the banker, who was re-elected and released by the ministry."
    ).events
    assert len({event.id for event in events}) == len(events)


def test_the_lexicon_covers_every_class() -> None:
    known = lexicon()
    frames = [frame for choices in (*known.verbs.values(), *known.nouns.values()) for frame in choices]
    assert {frame.type for frame in frames} == set(EVENT_CLASSES)
    assert len(known.verbs) + len(known.nouns) >= 600


def test_every_file_of_classes_is_read() -> None:
    files = sorted((Path(lexicons.__file__).parent / "classes").glob("*.toml"))
    assert sorted(GROUPS) == [path.stem for path in files]
    assert set(read()["class"]) == set(EVENT_CLASSES)


def test_frames_beside_those_of_the_package_are_read() -> None:
    data = read()
    data["frame"] = [*data["frame"], {"class": "Meeting", "verbs": ["palaver"]}]
    assert [frame.type for frame in from_data(data).verbs["palaver"]] == ["Meeting"]
    assert from_data(data).verbs["meet"] == lexicon().verbs["meet"]


def test_a_new_verb_takes_three_lines() -> None:
    data = {
        "class": {"Meeting": {"core": ["agent"], "slots": {"subject": "agent", "with": "attendee"}}},
        "frame": [{"class": "Meeting", "verbs": ["huddle"]}],
        "participation": {"attendee": ["attend"], "hosted": {"classes": []}},
        "light": {"verbs": [], "passive": [], "efforts": []},
        "occurrence": {"verbs": [], "proceeding": []},
        "headlines": {"verbs": [], "inside": []},
        "silent": {"reporting": [], "states": []},
        "plover": {"military": [], "turned": {}},
        "location": {"prepositions": [], "nouns": [], "inherited": []},
        "instrument": {"prepositions": [], "media": []},
        "cause": {"prepositions": []},
        "idioms": {"objects": [], "phrases": []},
        "owning": {"verbs": []},
        "parting": {},
        "national": {"classes": []},
        "scene": {"districts": [], "contests": []},
    }
    (frame,) = from_data(data).verbs["huddle"]
    assert (frame.type, frame.slots["with"], frame.core) == ("Meeting", "attendee", ("agent",))


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("On 3 March 2019 rebels attacked the town of Kass.", "Attack", "2019-03-03"),
        ("On the morning of 3 March 2019 rebels attacked the town of Kass.", "Attack", "2019-03-03"),
        ("Since 3 March 2019 rebels attacked the town of Kass.", "Attack", None),
        ("Rebels attacked the town of Kass before last week's summit.", "Attack", None),
        ("In 2009 Tom Kass was elected mayor; he resigned in 2012 following a dispute.", "Resignation", "2012"),
        ("On 3 March 2019 the mayor met the bishop; rebels attacked the town of Kass.", "Attack", None),
        ("The two armies signed a ceasefire late on 3 March 2019.", "Agreement", "2019-03-03"),
    ],
)
def test_a_date_that_the_parse_hangs_elsewhere_is_the_clauses(
    nlp: Language, text: str, kind: str, start: str | None
) -> None:
    time = one(nlp, text, kind).time
    assert (time.start if time is not None else None) == start

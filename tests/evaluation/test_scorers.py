"""The scorers on small hand-made gold, where every figure can be reckoned by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from graph.errors import SettingsError
from graph.evaluation import carb, coreference, gold, names, plover

GOLD = [
    "The firm hired Ada in May .\thired\tThe firm\tAda\tin May",
    "The firm hired Ada in May .\tis\tAda\tan engineer",
]


def predictions(*rows: str) -> dict[str, list[carb.Extraction]]:
    return carb.from_rows(f"The firm hired Ada in May .\t{row}" for row in rows)


def test_carb_gives_full_marks_to_the_gold_itself() -> None:
    found = predictions("0.9\thired\tThe firm\tAda\tin May", "0.5\tis\tAda\tan engineer")
    figures = carb.figures(carb.from_gold(GOLD), found)
    assert figures["f1"] == figures["recall_all"] == figures["count_ratio"] == figures["length_ratio"] == 1.0


def test_carb_pairs_a_prediction_with_one_gold_tuple_only() -> None:
    found = predictions("0.9\thired\tThe firm\tAda\tin May", "0.5\thired\tThe firm\tAda")
    figures = carb.figures(carb.from_gold(GOLD[:1]), found)
    assert (figures["precision_all"], figures["f1"]) == (0.5, 1.0)


def test_carb_leaves_out_a_tuple_that_repeats_words() -> None:
    assert predictions("0.9\thired hired\tThe firm\tAda") == {}
    assert len(predictions("0.9\tis\tAda\tAda")) == 0


def test_carb_needs_a_word_of_the_relation() -> None:
    wanted = carb.Extraction("hired", ("The firm", "Ada"))
    assert carb.match(wanted, carb.Extraction("dismissed", ("The firm", "Ada"))) == (0.0, 0.0)
    assert carb.match(carb.Extraction("was", ("Ada", "ill")), carb.Extraction("be", ("Ada", "ill"))) == (1.0, 1.0)


def test_carb_area_falls_when_a_wrong_tuple_ranks_first() -> None:
    right, wrong = "hired\tThe firm\tAda\tin May", "hired\tMay\tfirm"
    first = carb.figures(carb.from_gold(GOLD), predictions(f"0.9\t{right}", f"0.1\t{wrong}"))
    last = carb.figures(carb.from_gold(GOLD), predictions(f"0.1\t{right}", f"0.9\t{wrong}"))
    assert first["auc"] > last["auc"]
    assert first["precision_all"] == last["precision_all"]


def test_carb_of_nothing_is_nothing() -> None:
    assert carb.figures(carb.from_gold(GOLD), {})["f1"] == 0.0


RECORD = plover.Record("Ada met Bo.", "CONSULT", {"source": ["Ada"], "target": ["Bo"]})


def event(code: str | None, **roles: str) -> dict[str, object]:
    return {"kind": "event", "plover": code, "roles": {role: [{"text": text}] for role, text in roles.items()}}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([event("CONSULT", agent="Ada", patient="Bo")], (1.0, 1.0, 1.0)),
        ([event("AID", agent="Bo", patient="Ada")], (0.0, 0.0, 0.0)),
        ([event(None, agent="the very tall Ada of the town", attendee="Bo")], (0.0, 0.0, 1.0)),
        ([], (0.0, 0.0, 0.0)),
    ],
)
def test_plover(facts: list[dict[str, object]], expected: tuple[float, ...]) -> None:
    figures = plover.report([RECORD], [facts]).figures
    assert (figures["type"], figures["source"], figures["target"]) == expected


IOB2 = """\
# sent_id = n1
# text = The Hague thanked Ada Brandt.
1\tThe\tB-LOC
2\tHague\tI-LOC
3\tthanked\tO
4\tAda\tB-PER
5\tBrandt\tI-PER
6\t.\tO
"""


def test_names_read_words_from_the_text_and_drop_the_article() -> None:
    [sentence] = names.from_iob2(IOB2.splitlines())
    assert sentence.names == {("Hague", "LOC"): 1, ("Ada Brandt", "PER"): 1}
    given = [{"kind": "mention", "type": "Place", "text": "Hague"}, {"kind": "mention", "type": "Place", "text": "Ada"}]
    report = names.report([sentence], [given])
    assert report.figures["all"] == report.figures["news"] == 0.5
    assert report.kinds["PER"]["recall"] == 0.0


CONLL = ["0\tAda\t(1)", "1\tsaw\t_", "2\tthe\t(2", "3\tdog\t2)", "4\tand\t_", "5\tshe\t(1)", "6\tfed\t_", "7\tit\t(2)"]
TEXT = "Ada saw the dog and she fed it"


def clusters(*groups: Iterable[str]) -> list[coreference.Cluster]:
    places = {word: (TEXT.index(word), TEXT.index(word) + len(word)) for word in ("Ada", "the dog", "she", "it")}
    return [frozenset(places[word] for word in group) for group in groups]


@pytest.mark.parametrize(
    ("found", "conll", "pronouns"),
    [
        (clusters(["Ada", "she"], ["the dog", "it"]), 1.0, (1.0, 1.0)),
        (clusters(["Ada", "it"], ["the dog", "she"]), 0.333, (0.0, 0.0)),
        (clusters(["Ada", "she"]), 0.667, (1.0, 0.5)),
        ([], 0.0, (0.0, 0.0)),
    ],
)
def test_coreference(found: Sequence[coreference.Cluster], conll: float, pronouns: tuple[float, float]) -> None:
    pytest.importorskip("scipy")
    key = coreference.from_conll(CONLL, TEXT)
    assert sorted(map(sorted, key)) == sorted(map(sorted, clusters(["Ada", "she"], ["the dog", "it"])))
    figures = coreference.report({"a": (TEXT, key, found)}).figures
    assert figures["conll"] == conll
    assert (figures["pronoun_precision"], figures["pronoun_recall"]) == pronouns


def test_coreference_says_how_to_get_scipy(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(coreference, "import_module", absent)
    key = coreference.from_conll(CONLL, TEXT)
    with pytest.raises(SettingsError, match="pip install scipy"):
        coreference.report({"a": (TEXT, key, key)})


FACTS = {
    "entities": [{"id": "ada", "names": ["Ada Brandt"]}, {"id": "bo", "names": ["Bo Okoye"]}],
    "events": [
        {
            "types": ["Meeting"],
            "trigger": "met",
            "sentence": "Ada Brandt met",
            "roles": {"agent": ["ada"], "attendee": ["bo"]},
            "time": "2021-05-04",
            "key": True,
        }
    ],
    "positions": [{"person": "bo", "title": "harbour chief", "organization": None}],
    "relations": [],
    "claims": [{"speaker": "ada", "sentence": "Ada Brandt said", "contains": ["strike"]}],
    "not": [{"kind": "event", "types": ["Meeting"], "roles": {"agent": ["bo"]}, "why": "made up"}],
}
NG, SCHEMA, ORG = "https://w3id.org/newsgraph/ns#", "https://schema.org/", "http://www.w3.org/ns/org#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/Event"
"""The contract's names, written out: a scorer that mints them with the code it measures proves little."""
LABELS = {"x:ada": "Dr Ada Brandt", "x:bo": "Bo Okoye", "x:chief": "harbour chief"}
TYPES = {
    "x:e": [SEM, NG + "Meeting"],
    "x:m": [ORG + "Membership"],
    "x:c": [SCHEMA + "Claim"],
    "x:ada": [SCHEMA + "Person"],
}
VALUES = {
    NG + "factuality": {"x:e": NG + "Asserted"},
    NG + "surface": {"x:e": "met"},
    SCHEMA + "startDate": {"x:e": "2021-05-04"},
    SCHEMA + "identifier": {"x:article": "talk.txt"},
    SCHEMA + "text": {"x:c": "the strike is over"},
    ORG + "member": {"x:m": "x:bo"},
    ORG + "role": {"x:m": "x:chief"},
}


def dataset(agent: str, other: str) -> gold.Dataset:
    told = [
        ("x:e", NG + "agent", agent, "Ada Brandt met Bo Okoye."),
        ("x:e", SCHEMA + "attendee", other, "Ada Brandt met Bo Okoye."),
        ("x:m", ORG + "member", "x:bo", "Bo Okoye, harbour chief, spoke."),
        ("x:c", SCHEMA + "author", "x:ada", "Ada Brandt said the strike is over."),
    ]

    def query(sparql: str) -> list[tuple[str, ...]]:
        if "rdf:Statement" in sparql:
            return [("x:article", s, p, o, "false", quote) for s, p, o, quote in told]
        if "rdfs:label" in sparql:
            return list(LABELS.items())
        if "?x a ?value" in sparql:
            return [(iri, type_) for iri, types in TYPES.items() for type_ in types]
        return [(iri, value) for p, values in VALUES.items() if f"<{p}>" in sparql for iri, value in values.items()]

    return gold.Dataset(query)


def test_gold_facts_that_are_all_held() -> None:
    report = gold.report([gold.Gold("talk", FACTS)], dataset("x:ada", "x:bo"))
    asked = ("events", "typed", "roles", "role_precision", "key_complete", "time", "claims", "positions")
    assert {name: report.figures[name] for name in asked} == dict.fromkeys(asked, 1.0)
    assert report.figures["false_drawn"] == 0.0
    assert report.kinds["Meeting"] == {"events": 1.0, "typed": 1.0, "roles": 1.0, "asked": 1}


def test_a_false_fact_that_is_drawn_counts_against_the_graph() -> None:
    report = gold.report([gold.Gold("talk", FACTS)], dataset("x:bo", "x:bo"))
    assert report.figures["false_drawn"] == 1.0
    assert report.kinds["false event"]["false_drawn"] == 1.0
    assert report.figures["roles"] == 0.5

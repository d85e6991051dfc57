"""What one article's facts become."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pyoxigraph as ox
import pytest

from graph.evaluation.generate import stories, world
from graph.identity import members
from graph.model import Article, Part
from graph.rdf import Resolved, describe, misquotes, topic_lines
from graph.vocabulary import NG, RDF, SCHEMA
from tests.rdf.parts import MINTER, Text, briefing, described, parsed, store, violations

ASK = """PREFIX ng: <https://w3id.org/newsgraph/ns#> PREFIX schema: <https://schema.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> """


def test_a_whole_article_breaks_no_rule() -> None:
    _, quads = described(briefing())
    assert violations(store(quads)) == {}


def test_one_roundtable_has_two_organisers() -> None:
    _, quads = described(briefing())
    rows = store(quads).query(ASK + "SELECT ?l { ?e a ng:Conference ; schema:organizer/rdfs:label ?l } ORDER BY ?l")
    assert [row["l"].value for row in rows] == ["Harbour Board", "Ministry of Ports"]


def test_a_plain_query_finds_no_planned_visit() -> None:
    _, quads = described(briefing())
    dataset = store(quads)
    assert not dataset.query(ASK + "ASK { ?e a ng:Visit }")
    assert dataset.query(ASK + "ASK { GRAPH ?g { ?e a ng:Visit ; ng:claimedIn ?claim ; ng:factuality ng:Planned } }")


def test_every_quote_is_cut_out_of_the_kept_text() -> None:
    part = briefing()
    description, _ = described(part)
    own = parsed(description.quads)
    assert list(misquotes(own, part.article.text)) == []
    assert len(list(misquotes(own, part.article.text.replace("Lind is", "Lund is")))) == 1


def one_body() -> tuple[Part, dict[str, Resolved]]:
    """A member of a party that the article names in two ways, which identity finds to be one."""
    text = Text("Ada Moss of the NPP spoke. Ada Moss of the New Party left.")
    moss = text.chain("c1", "Person", "Ada Moss")
    short, long = text.chain("c2", "Organization", "NPP"), text.chain("c3", "Organization", "New Party")
    bodies = [text.filler("the NPP", short), text.filler("the New Party", long)]
    holders = [text.filler("Ada Moss", moss), text.filler("Ada Moss", moss, span=text.span("Ada Moss", 1))]
    pairs = zip(holders, bodies, strict=True)
    made = [replace(text.position(holder, "of", body), title="member") for holder, body in pairs]
    part = text.part(positions=(made[0], replace(made[1], trigger=text.span("of", 1))))
    party = "https://x.example/entity/party"
    ids = {moss: "https://x.example/entity/moss", short: party, long: party}
    return part, {chain: Resolved(iri, iri) for chain, iri in ids.items()}


def test_two_names_of_one_body_give_one_position_one_tie_and_one_mention() -> None:
    part, resolved = one_body()
    dataset = store(parsed(describe(part, resolved, MINTER).quads))
    told = Counter(
        row["p"].value.rpartition("#")[2].rpartition("/")[2]
        for row in dataset.query(f"SELECT ?p {{ GRAPH ?g {{ ?s a <{RDF}Statement> ; <{RDF}predicate> ?p }} }}")
    )
    assert told == {"mentions": 2, "member": 1, "role": 1, "organization": 1, "memberOf": 1}


def act(text: Text, **roles: object) -> Part:
    fillers = {role: [filler] for role, filler in roles.items()}
    return text.part(events=(text.event("Act", "mended", fillers),))


@pytest.mark.parametrize(
    ("words", "type_", "enters"),
    [("The fishermen", "Participant", True), ("The old wall", "Thing", False)],
)
def test_an_act_enters_only_with_somebody_in_it(words: str, type_: str, enters: bool) -> None:
    text = Text(f"{words} mended itself in spring.")
    dataset = store(described(act(text, agent=text.filler(words, type=type_)))[1])
    assert bool(dataset.query(ASK + "ASK { ?e a ng:Act }")) is enters


def test_an_act_of_a_named_person_enters() -> None:
    text = Text("Ada Moss mended the old wall.")
    moss = text.chain("c1", "Person", "Ada Moss")
    _, quads = described(act(text, agent=text.filler("Ada Moss", moss)))
    assert store(quads).query(ASK + "ASK { ?e a ng:Act ; ng:agent/rdfs:label 'Ada Moss' ; ng:surface 'mended' }")


def test_what_does_not_fit_a_role_is_left_out_and_an_event_without_a_role_with_it() -> None:
    text = Text("The Harbour Song was organised.")
    song = text.chain("c1", "Work", "Harbour Song")
    made = text.part(
        events=(text.event("Conference", "organised", {"organizer": [text.filler("Harbour Song", song)]}),)
    )
    assert not store(described(made)[1]).query(ASK + "ASK { ?e a ng:Conference }")


def test_nobody_meets_themselves() -> None:
    text = Text("Ada Moss met Moss.")
    moss = text.chain("c1", "Person", "Ada Moss")
    fillers = {"agent": [text.filler("Ada Moss", moss)], "patient": [text.filler("Moss", moss)]}
    description, quads = described(text.part(events=(text.event("Meeting", "met", fillers),)))
    assert violations(store(quads)) == {}
    assert [quad for quad in parsed(description.shared) if quad.predicate.value == NG + "met"] == []


def test_a_merged_entity_is_named_and_the_articles_own_kept() -> None:
    part = briefing()
    own = members(part, MINTER)
    elsewhere = "https://a.example/id/entity/ada-moss-000000000000"
    resolved = {chain: Resolved(member.iri, member.iri) for chain, member in own.items()}
    resolved["c1"] = Resolved(own["c1"].iri, elsewhere)
    description = describe(part, resolved, MINTER)
    dataset = store(parsed([*description.quads, *description.shared]))
    query = f"ASK {{ GRAPH ?g {{ ?s rdf:object <{elsewhere}> ; ng:sourceObject <{own['c1'].iri}> }} }}"
    assert dataset.query(f"PREFIX rdf: <{RDF}> PREFIX ng: <{NG}> " + query)
    assert not list(dataset.quads_for_pattern(None, None, ox.NamedNode(own["c1"].iri), ox.DefaultGraph()))


def test_a_rejected_statement_leaves_and_takes_with_it_what_rests_on_it() -> None:
    part = briefing()
    description, quads = described(part)
    dataset = store(quads)

    def without(predicate: str) -> ox.Store:
        rows = dataset.query(f"SELECT ?s {{ GRAPH ?g {{ ?s <{RDF}predicate> <{predicate}> }} }}")
        rejected = frozenset(row["s"].value for row in rows)
        again, left = described(part, rejected)
        assert set(again.rejected) == rejected
        assert set(left) < set(quads)
        return store(left)

    assert not without(SCHEMA + "organizer").query(ASK + "ASK { ?a ng:coOrganisedWith ?b }")
    assert not without("http://www.w3.org/ns/org#organization").query(ASK + "ASK { ?a schema:worksFor ?b }")
    assert not without("http://www.w3.org/ns/org#member").query(ASK + "ASK { ?a a ng:Membership }")
    assert not without(NG + "agent").query(ASK + "ASK { GRAPH ?g { ?a a ng:Visit ; ng:agent ?b } }")
    assert description.rejected == ()


def test_hostile_text_and_metadata_give_valid_quads() -> None:
    part = briefing()
    article = replace(
        part.article,
        identifier="a\x00b\ud800.txt",
        title="<script>\x07",
        publisher='"quoted" \\ {}',
        url='https://a.example/a b<>"{}|^`\\é',
        published="2024-02-31",
    )
    _, quads = described(replace(part, article=article))
    assert violations(store(quads)) == {}
    assert not any(quad.predicate.value == SCHEMA + "datePublished" for quad in quads)


def test_a_label_is_the_most_frequent_spelling() -> None:
    iri = MINTER.topic("human trafficking")
    found = [
        quad.object.value
        for quad in parsed(topic_lines(iri, Counter({"Human trafficking": 1, "human trafficking": 3})))
    ]
    assert found == ["http://www.w3.org/2004/02/skos/core#Concept", "human trafficking", "Human trafficking"]


def test_the_same_part_gives_the_same_quads() -> None:
    assert described(briefing()) == described(briefing())


def test_made_up_articles_break_no_rule_and_keep_to_the_budget() -> None:
    for story in stories(world(5, 60), seed=4, count=8, sentences=25):
        description, quads = described(story.part)
        assert violations(store(quads)) == {}
        home = ox.NamedNode(MINTER.article(story.article.id))
        assert sum(quad.graph_name == home for quad in parsed(description.quads)) <= budget(story.article)


def budget(article: Article) -> float:
    """2,200 quads of evidence for 600 words."""
    return 2200 * max(len(article.text.split()), 1) / 600


def test_dates_that_disagree_are_recorded_with_their_source() -> None:
    part = briefing()
    dated = replace(
        part, article=replace(part.article, other_dates=(("dateline", "2015-05-07"), ("url", "2015-05-08")))
    )
    _, quads = described(dated)
    found = {quad.object.value for quad in quads if quad.predicate.value == NG + "otherDate"}
    assert found == {"dateline: 2015-05-07", "url: 2015-05-08"}

"""The page, driven in Chromium as a reader would: every feature is used."""

from __future__ import annotations

import csv
import io
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from graph.network import network
from graph.view import page as whole_page
from tests.by_hand import ARTICLES, FIRST, MINTER, dataset

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Picture = Callable[..., None]


@pytest.fixture(scope="module")
def document() -> str:
    texts = {MINTER.article(article): text for article, text in ARTICLES.items()}
    return whole_page(network(dataset(), claims=True, participants=True), texts, title="Port talks")


def click(page: Page, label: str) -> None:
    """Clicks a node of the picture at the place where it is drawn."""
    page.mouse.click(*page.evaluate("label => window.newsgraph.placeOf(label)", label))


def shown(page: Page) -> tuple[int, int]:
    """The numbers of nodes and links that the line above the picture tells."""
    words = page.locator("#trail").inner_text().split("·")[-1].split()
    return int(words[0]), int(words[2])


def panel(page: Page) -> Locator:
    return page.locator("#panel")


def find(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_it_says_when_it_stands(document: str, opened: Open, picture: Picture) -> None:
    page = opened(document)
    assert page.title() == "Port talks"
    assert (page.get_attribute("body", "data-nodes"), page.get_attribute("body", "data-edges")) == ("11", "13")
    expect(panel(page)).to_contain_text("How to read this")
    expect(page.locator("#summary")).to_contain_text("2 articles")
    picture(page)


def test_it_is_the_same_every_time(document: str) -> None:
    texts = {MINTER.article(article): text for article, text in ARTICLES.items()}
    assert whole_page(network(dataset(), claims=True, participants=True), texts, title="Port talks") == document


def test_a_click_on_a_node_shows_its_exact_sentences(document: str, opened: Open) -> None:
    page = opened(document)
    click(page, "Briefing")
    expect(panel(page)).to_contain_text("Brandt was briefed on the strike.")
    expect(panel(page).locator("mark").first).to_have_text("briefed")
    expect(panel(page)).to_contain_text("Lindhaven Post · 2021-05-04")
    expect(panel(page)).to_contain_text("bynot stated in the text")
    expect(panel(page)).to_contain_text("confidence 0.90 · rule by-hand")


def test_a_click_on_a_link_shows_its_sentence(document: str, opened: Open) -> None:
    page = opened(document)
    here, there = (
        page.evaluate("label => window.newsgraph.placeOf(label)", name) for name in ("forum", "Harbour Office")
    )
    page.mouse.click(here[0] * 0.35 + there[0] * 0.65, here[1] * 0.35 + there[1] * 0.65)
    expect(panel(page).locator("h2")).to_contain_text("forum organised by Harbour Office")
    expect(panel(page).locator("blockquote")).to_have_text(
        "The forum was organised by the Harbour Office and the Ministry of Trade."
    )


def test_the_article_shows_the_place_and_emoji_shift_nothing(document: str, opened: Open, picture: Picture) -> None:
    page = opened(document)
    click(page, "Briefing")
    panel(page).get_by_role("button", name="in the article").first.click()
    expect(panel(page).locator(".sentence")).to_have_text("Brandt was briefed on the strike.")
    expect(panel(page).locator(".sentence mark")).to_have_text("briefed")
    assert panel(page).locator(".article").inner_text().split() == FIRST.split()
    expect(panel(page).locator("a")).to_have_attribute("href", "https://example.org/port")
    picture(page)
    panel(page).get_by_role("button", name="back").click()
    expect(panel(page).locator("h2")).to_contain_text("briefed")


def test_search_completes_and_focuses(document: str, opened: Open, picture: Picture) -> None:
    page = opened(document)
    page.keyboard.press("/")
    page.keyboard.type("BRAND")
    expect(page.locator("#hits li").first).to_contain_text("Ada Brandt")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#query")).to_have_attribute("aria-activedescendant", "hit-0")
    page.keyboard.press("Enter")
    expect(page.locator("#trail")).to_contain_text("Around Ada Brandt, 1 hop")
    expect(panel(page)).to_contain_text("also written: Brandt")
    picture(page)
    page.keyboard.press("/")
    page.keyboard.type("nobody of this name")
    expect(page.locator("#hits")).to_contain_text("Nothing here has this in its name")


def test_focus_grows_hop_by_hop(document: str, opened: Open) -> None:
    page = opened(document)
    find(page, "ministry")
    assert shown(page) == (2, 1)
    page.get_by_role("button", name="One hop more").first.click()
    assert shown(page) == (3, 2)
    page.get_by_role("button", name="One hop less").click()
    assert shown(page) == (2, 1)
    page.keyboard.press("Escape")
    assert shown(page) == (11, 13)


def test_neighbours_come_into_the_overview(opened: Open) -> None:
    page = opened(whole_page(network(dataset()), limit=2))
    before = shown(page)
    click(page, "Tomas Okoye")
    panel(page).get_by_role("button", name="Show neighbours").click()
    assert shown(page) > before
    expect(page.locator("#trail")).not_to_contain_text("Around")


def test_a_path_joins_two_nodes(document: str, opened: Open, picture: Picture) -> None:
    page = opened(document)
    find(page, "ministry of trade")
    panel(page).get_by_role("button", name="Path to").click()
    find(page, "ada")
    expect(page.locator("#trail")).to_contain_text("Path from Ministry of Trade to Ada Brandt")
    expect(panel(page)).to_contain_text("The forum was organised by")
    expect(panel(page)).to_contain_text("Tomas Okoye works for Harbour Office")
    assert shown(page)[0] == 5
    picture(page)


@pytest.mark.parametrize(
    ("label", "nodes"),
    [("People", 6), ("Organisations", 8), ("Events", 5), ("Claims", 10), ("Stated as fact", 0)],
)
def test_the_legend_filters(document: str, opened: Open, label: str, nodes: int) -> None:
    page = opened(document)
    page.get_by_label(label, exact=False).first.uncheck()
    assert shown(page)[0] == nodes
    page.get_by_label(label, exact=False).first.check()
    assert shown(page)[0] == 11


def test_classes_sources_and_confidence_filter(document: str, opened: Open) -> None:
    page = opened(document)
    for title, label, fewer in (("Classes of events", "meeting", 9), ("Sources", "Coast Wire", 9)):
        page.get_by_text(title, exact=True).click()
        page.locator("#legend").get_by_label(label).uncheck()
        assert shown(page)[0] == fewer
        page.locator("#legend").get_by_label(label).check()
    page.locator("#confidence").fill("0.95")
    assert shown(page)[1] == 0
    expect(page.locator("#confidence-out")).to_have_text("0.95")


def test_the_time_slider_keeps_the_days_between(document: str, opened: Open) -> None:
    page = opened(document)
    page.get_by_label("also what has no date").uncheck()
    assert shown(page)[1] == 5
    page.locator("#time-from").fill("1")
    expect(page.locator("#time-from-out")).to_have_text("2021-05-10")
    page.keyboard.press("t")
    expect(page.locator("#table")).to_contain_text("Tomas Okoye met Ada Brandt again.")
    expect(page.locator("#table")).to_contain_text("met: a2")
    expect(page.locator("#table")).not_to_contain_text("met: a1")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who met whom?", "Mayor Ada Brandt met harbour chief Tomas Okoye"),
        ("Who briefed whom?", "by: not stated"),
        ("Who organised what?", "Ministry of Trade"),
        ("Who said what?", "The minister will visit the docks in June"),
        ("Who holds which office?", "He is director of the Harbour Office."),
        ("What is left unsaid?", "Brandt was briefed on the strike."),
        ("What is planned, denied or only said?", "visit · by The minister · told by Tomas Okoye"),
    ],
)
def test_canned_questions_answer_with_sentences(document: str, opened: Open, question: str, answer: str) -> None:
    page = opened(document)
    page.get_by_role("button", name=question).click()
    expect(panel(page)).to_contain_text(answer)
    expect(page.get_by_role("button", name=question)).to_have_attribute("aria-pressed", "true")
    assert shown(page)[0] < 11


def test_a_view_can_be_sent(document: str, opened: Open) -> None:
    page = opened(document)
    find(page, "okoye")
    page.get_by_label("Events", exact=False).first.uncheck()
    page.locator("#confidence").fill("0.5")
    page.keyboard.press("t")
    address = page.evaluate("location.hash")
    again = opened(document, address)
    assert shown(again) == shown(page)
    expect(again.locator("#trail")).to_contain_text("Around Tomas Okoye")
    expect(again.locator("#table")).to_be_visible()
    assert again.locator("#table").inner_text() == page.locator("#table").inner_text()


def test_the_picture_is_saved_as_png(document: str, opened: Open, tmp_path: Path) -> None:
    page = opened(document)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save PNG").click()
    waiting.value.save_as(tmp_path / "picture.png")
    head = (tmp_path / "picture.png").read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert struct.unpack(">II", head[16:24]) > (700, 700)


def test_sparql_asks_for_what_is_on_screen(document: str, opened: Open) -> None:
    page = opened(document)
    page.get_by_role("button", name="Who organised what?").click()
    page.get_by_role("button", name="Copy as SPARQL").click()
    query = page.locator("#sparql").inner_text()
    rows = [
        (row["from"].value, row["to"].value, row["sentence"].value)
        for row in dataset().query(query)  # type: ignore[union-attr]
    ]
    said = "The forum was organised by the Harbour Office and the Ministry of Trade."
    assert sorted(rows) == [("forum", "Harbour Office", said), ("forum", "Ministry of Trade", said)]


def test_wrong_facts_and_merges_become_rows_of_decisions(document: str, opened: Open, tmp_path: Path) -> None:
    page = opened(document)
    find(page, "harbour office")
    panel(page).get_by_role("button", name="wrong?").first.click()
    panel(page).get_by_role("button", name="Same as").click()
    find(page, "ministry")
    expect(panel(page)).to_contain_text("Your decisions")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save decisions.csv").click()
    waiting.value.save_as(tmp_path / "decisions.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "decisions.csv").read_text(encoding="utf-8"))))
    assert list(rows[0]) == ["decision", "left", "left_label", "right", "right_label", "who", "when"]
    assert [(row["decision"], row["right_label"]) for row in rows] == [("reject", ""), ("same", "Ministry of Trade")]
    assert rows[0]["left"].startswith(MINTER.base + "statement/")
    panel(page).get_by_role("button", name="undo").first.click()
    expect(page.locator("#decisions")).to_have_text("Decisions (1)")


def test_a_wrong_merge_becomes_a_row(opened: Open, tmp_path: Path) -> None:
    """The second article's Okoye was merged into the first's: the page can say that he is another."""
    merged = network(dataset())
    okoye = next(iri for iri, label in merged.nodes(data="label") if label == "Tomas Okoye")
    second = MINTER.member("a2", "Person", "Tomas Okoye")
    for _, _, edge in merged.in_edges(okoye, data=True):
        for item in edge["evidence"]:
            item["source_object"] = second if item["article"] == MINTER.article("a2") else None
    page = opened(whole_page(merged))
    find(page, "okoye")
    panel(page).locator(".fact", has_text="2021-05-10").get_by_role("button", name="another?").click()
    page.get_by_role("button", name="Decisions (1)").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save decisions.csv").click()
    waiting.value.save_as(tmp_path / "decisions.csv")
    (row,) = csv.DictReader((tmp_path / "decisions.csv").read_text(encoding="utf-8").splitlines())
    assert (row["decision"], row["left"], row["right"]) == ("not the same", second, okoye)


def test_light_and_dark(document: str, opened: Open, picture: Picture) -> None:
    page = opened(document)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark", exact=True).click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    picture(page)


def test_everything_by_keyboard(document: str, opened: Open) -> None:
    page = opened(document)
    page.locator("#picture").focus()
    page.keyboard.press("ArrowRight")
    first = panel(page).locator("h2").inner_text()
    page.keyboard.press("ArrowRight")
    assert panel(page).locator("h2").inner_text() != first
    page.keyboard.press("Enter")
    expect(page.locator("#trail")).to_contain_text("Around")
    page.keyboard.press("?")
    expect(panel(page)).to_contain_text("How to read this")
    page.keyboard.press("Escape")
    expect(page.locator("#trail")).not_to_contain_text("Around")


def test_the_table_tells_the_same_and_sorts(document: str, opened: Open, picture: Picture) -> None:
    page = opened(document)
    page.keyboard.press("t")
    rows = page.locator("#table tbody tr")
    assert rows.count() == shown(page)[1]
    page.locator("#table").get_by_role("button", name="To", exact=True).first.click()
    ends = rows.locator("td:nth-child(3)").all_inner_texts()
    assert ends == sorted(ends, key=str.casefold)
    picture(page)
    rows.first.locator("td:nth-child(1) a").click()
    expect(panel(page).locator("h2")).to_have_text(rows.first.locator("td:nth-child(1)").inner_text())


def test_it_works_in_a_notebooks_frame(document: str, opened: Open) -> None:
    from graph.view import frame

    notebook = opened(f'<!doctype html><body data-state="ready">{frame(document)}</body>')
    inside = notebook.frame_locator("iframe")
    expect(inside.locator("body[data-state=ready]")).to_be_visible()
    inside.get_by_role("button", name="Who briefed whom?").click()
    expect(inside.locator("#panel")).to_contain_text("not stated")


def test_it_fits_a_telephone(document: str, opened: Open, picture: Picture) -> None:
    """The picture stands above what is told of it; questions and filters are opened over both."""
    page = opened(document)
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator("#questions")).to_be_hidden()
    page.get_by_role("button", name="Ask and filter").click()
    page.get_by_role("button", name="Who briefed whom?").click()
    expect(page.locator("#questions")).to_be_hidden()
    expect(panel(page).get_by_text("by: not stated")).to_be_in_viewport()
    picture(page)


def test_filters_can_be_undone(document: str, opened: Open) -> None:
    page = opened(document)
    page.locator("#confidence").fill("1")
    expect(page.get_by_text("Nothing here passes the filters.")).to_be_visible()
    page.get_by_role("button", name="Undo filters").click()
    assert shown(page) == (11, 13)
    expect(page.get_by_text("Nothing here passes the filters.")).to_be_hidden()


def test_the_hand_moves_and_zooms_the_picture(document: str, opened: Open) -> None:
    page = opened(document)
    place = "label => window.newsgraph.placeOf(label)"
    x, y = page.evaluate(place, "Ada Brandt")
    page.mouse.move(500, 780)
    page.mouse.down()
    page.mouse.move(560, 740, steps=5)
    page.mouse.up()
    page.wait_for_function("([place, x]) => eval(place)('Ada Brandt')[0] > x + 50", arg=[place, x])
    moved = page.evaluate(place, "Ada Brandt")
    assert [round(moved[0] - x), round(moved[1] - y)] == [60, -40]
    page.mouse.move(*moved)
    far = page.evaluate(place, "Tomas Okoye")
    page.mouse.wheel(0, -200)
    page.wait_for_function("([place, x]) => eval(place)('Tomas Okoye')[0] !== x", arg=[place, far[0]])
    assert [round(at) for at in page.evaluate(place, "Ada Brandt")] == [round(at) for at in moved]


def test_it_prints_the_facts_without_the_controls(document: str, opened: Open, picture: Picture) -> None:
    page = opened(document)
    page.get_by_role("button", name="Who briefed whom?").click()
    page.emulate_media(media="print")
    for hidden in ("#side", "#actions", "#search"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(panel(page)).to_contain_text("not stated")
    picture(page)

"""Which date counts, where it comes from, and what the text's own dateline says."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Article
from graph.reading import read, read_text
from graph.reading.dateline import dateline

BODY = (
    "The Brantley ferry board chose a new chairwoman after a vote that took nine rounds in all.",
    "Ines Okafor beat Colm Reddy by two votes. She has run the repair yard for ten years.",
    "The next meeting of the board is in June.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in BODY)
TEASERS = (
    '<aside><h3>Storm leaves homes dark</h3><time datetime="2024-09-04">4 Sep, 2024</time></aside>'
    "<div class='most-read'><h3>Mayor opens tram line</h3><span>11 Sep, 2024</span></div>"
)


def article(path: Path, text: str, **options: str) -> Article:
    path.write_text(text, encoding="utf-8")
    (found,) = read(path, **options)
    assert isinstance(found, Article), found
    return found


def page(head: str = "", above: str = "") -> str:
    return (
        f"<html><head>{head}<title>Board chooses</title></head><body>{TEASERS}<article><h1>Board chooses</h1>{above}"
        f"{PARAGRAPHS}</article>{TEASERS}</body></html>"
    )


@pytest.mark.parametrize(
    ("text", "date", "source"),
    [
        (page(), None, None),
        (page(above="<div class='meta'>By Ada Cole | 4 May 2021</div>"), "2021-05-04", "dateline"),
        (page(above="<p>Tuesday, May 4, 2021</p>"), "2021-05-04", "dateline"),
        (page("<meta name='date' content='2021-05-05'>", "<p>Tuesday, May 4, 2021</p>"), "2021-05-05", "metadata"),
        (page("<link rel='canonical' href='https://x.example/2021/05/06/board'>"), "2021-05-06", "url"),
        (
            page('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-05-07"}</script>'),
            "2021-05-07",
            "metadata",
        ),
        (
            page('<script type="application/ld+json">{"@type": "WebSite", "datePublished": "2019-01-01"}</script>'),
            None,
            None,
        ),
    ],
)
def test_the_date_of_a_page(tmp_path: Path, text: str, date: str | None, source: str | None) -> None:
    found = article(tmp_path / "a.html", text)
    assert (found.published, found.date_source) == (date, source)
    assert found.text.endswith("\n\n".join(BODY))


def test_dates_that_disagree_are_recorded(tmp_path: Path) -> None:
    head = "<meta name='date' content='2021-05-05'><link rel='canonical' href='https://x.example/2021/05/06/board'>"
    found = article(tmp_path / "a.html", page(head, "<p>Tuesday, May 4, 2021</p>"), date="2020-01-01")
    assert found.published == "2021-05-05"
    assert found.other_dates == (("dateline", "2021-05-04"), ("url", "2021-05-06"))


@pytest.mark.parametrize(
    ("start", "place", "day", "date", "agency"),
    [
        ("ISLAMABAD, Sept 10: ", "ISLAMABAD", "--09-10", None, None),
        ("PARIS, March 3 (AFP) - ", "PARIS", "--03-03", None, "AFP"),
        ("London, 3 March 2021 (Reuters) – ", "London", "--03-03", "2021-03-03", "Reuters"),
        ("LONDON (Reuters) - ", "LONDON", None, None, "Reuters"),
        ("KABUL, Afghanistan (AP) — ", "KABUL, Afghanistan", None, None, "AP"),
        ("NEW DELHI: ", "NEW DELHI", None, None, None),
        ("ST. PETERSBURG, Fla. — ", "ST. PETERSBURG, Fla.", None, None, None),
        ("WASHINGTON/LONDON (Reuters) - ", "WASHINGTON/LONDON", None, None, "Reuters"),
        ("Taipei, Taiwan — ", "Taipei, Taiwan", None, None, None),
        ("U.N. HEADQUARTERS, Feb. 2 - ", "U.N. HEADQUARTERS", "--02-02", None, None),
        ("(Reuters) - ", None, None, None, "Reuters"),
        ("ISLAMABAD, Sept 10:\n\n", "ISLAMABAD", "--09-10", None, None),
    ],
)
def test_datelines(start: str, place: str | None, day: str | None, date: str | None, agency: str | None) -> None:
    found = read_text("Board chooses chairwoman\n\n" + start + " ".join(BODY))
    line = found.dateline
    assert line is not None
    assert (line.place, line.day, line.date, line.agency) == (place, day, date, agency)
    assert line.span.quote(found.text) == start.strip()
    assert line.place_span is None or line.place_span.quote(found.text) == place


@pytest.mark.parametrize(
    "start",
    [
        "NOTE: ",
        "UPDATE - ",
        "Okafor - a welder by trade - ",
        "Ines Okafor: ",
        "BREAKING NEWS: ",
        "It was May 4: ",
        "WHO: ",
    ],
)
def test_what_is_no_dateline(start: str) -> None:
    assert read_text("Board chooses chairwoman\n\n" + start + " ".join(BODY)).dateline is None


def test_a_dateline_of_its_own_element(tmp_path: Path) -> None:
    nitf = (
        "<nitf><body><body.head><hedline><hl1>Board chooses</hl1></hedline><dateline><location>BRANTLEY</location>, "
        f"<story.date>May 4</story.date></dateline></body.head><body.content>{PARAGRAPHS}</body.content></body></nitf>"
    )
    found = article(tmp_path / "a.xml", nitf)
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.day) == ("BRANTLEY", "--05-04")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Nairobi — The minister for water lost her post on Monday, a day after the floods in the east.",
            "Nairobi",
        ),
        (
            "Chennai: A special court on Thursday sent a former minister and two of his aides to prison.",
            "Chennai",
        ),
        (
            "Reminder: A special court on Thursday sent a former minister and two of his aides to prison.",
            None,
        ),
        ("Nairobi: minister loses post", None),
    ],
)
def test_a_city_before_a_dash_is_a_dateline(text: str, place: str | None) -> None:
    found = dateline(text)
    assert (text[slice(*found.place)] if found is not None and found.place is not None else None) == place

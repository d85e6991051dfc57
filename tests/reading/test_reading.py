"""Files in, articles out: every wrapping, every complaint."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.errors import InputError
from graph.model import Article
from graph.reading import digest, digests, find_inputs, formats, read, read_text
from graph.reading.blocks import to_blocks
from graph.reading.formats import Format
from graph.reading.source import Raw, Source

TITLE = "Harbour board opens second crane"
BODY = (
    "MOMBASA, Sept 10 (Reef) - The Coast Harbour Authority opened a second crane on Tuesday, its chairwoman said.",
    "Mary Njeri thanked the workers. She said the crane would be used for grain.",
    "No ship had to wait, she added.",
)


def articles(path: Path, **settings: str) -> list[Article]:
    found = list(read(path, **settings))
    assert all(isinstance(article, Article) for article in found), found
    return [article for article in found if isinstance(article, Article)]


def complaint(path: Path) -> InputError:
    (found,) = read(path)
    assert isinstance(found, InputError)
    return found


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_plain_text_with_metadata_beside(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "\n\n".join(BODY))
    beside = {"title": TITLE, "published": "2024-09-11", "publisher": "Reef", "url": "https://x.example/1"}
    write(tmp_path / "a.json", json.dumps(beside))
    (article,) = articles(path)
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.text[: article.headline] == TITLE
    assert article.source_offset(0) is None
    assert article.source_offset(article.text.index("Mary")) == path.read_text().index("Mary")
    assert (article.published, article.date_source, article.publisher) == ("2024-09-11", "metadata", "Reef")
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.day, article.dateline.agency) == ("MOMBASA", "--09-10", "Reef")
    assert article.dateline.date is None


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_offsets_hold_for_every_newline(tmp_path: Path, newline: str) -> None:
    path = write(
        tmp_path / "a.txt", newline.join(["\ufeff" + TITLE, "", "\tOne  went home.", "Two\u00a0stayed there."])
    )
    (article,) = articles(path)
    raw = path.read_bytes().decode()
    assert article.text == f"{TITLE}\n\nOne went home.\n\nTwo stayed there."
    places = [(char, article.source_offset(at)) for at, char in enumerate(article.text) if not char.isspace()]
    assert all(place is not None and raw[place] == char for char, place in places)


def test_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    text = (
        "The harbour board met on Tuesday and opened a second crane for\n"
        "grain, which the workers had asked for since the great storm in\n"
        "the spring of the year before. The board's chairwoman thanked\n"
        "them all.\n\nNobody else spoke."
    )
    (article,) = articles(write(tmp_path / "a.txt", text))
    assert article.text.count("\n\n") == 1
    assert "crane for grain" in article.text


def test_two_sources_give_one_article(tmp_path: Path) -> None:
    plain = articles(write(tmp_path / "a.txt", "\n\n".join((TITLE, *BODY))))
    page = "<html><body><article><h1>{}</h1>{}</article></body></html>"
    html = articles(write(tmp_path / "b.html", page.format(TITLE, "".join(f"<p>{part}</p>" for part in BODY))))
    row = {"headline": TITLE, "body": "\n".join(BODY), "date": "2024-09-11"}
    lines = articles(write(tmp_path / "c.jsonl", json.dumps(row) + "\n"))
    assert len({article.id for article in (*plain, *html, *lines)}) == 1
    assert {article.text for article in (*plain, *html, *lines)} == {"\n\n".join((TITLE, *BODY))}
    assert lines[0].identifier == "c.jsonl#1"


def test_page_in_a_declared_encoding(tmp_path: Path) -> None:
    page = '<html><head><meta charset="{}"><title>Café reopens</title></head><body><p>{}</p></body></html>'
    body = "The café in Zürich reopened on Monday, its owner Zoë Müller said – at last. She thanked the guests."
    for encoding in ("utf-8", "windows-1252"):
        (article,) = articles(write(tmp_path / f"{encoding}.html", page.format(encoding, body), encoding))
        assert "Zoë Müller said – at last" in article.text


def test_a_field_is_mapped(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps({"nonsense": "\n".join(BODY), "title": TITLE}))
    assert "its fields are nonsense, title" in complaint(path).reason
    (article,) = read(path, fields={"text": "nonsense"})
    assert isinstance(article, Article)
    assert article.title == TITLE


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n ", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not text"),
        ("latin.txt", "The café in Zürich reopened.".encode("latin-1"), "not utf-8 text (byte 0xe9 at 7)"),
        ("german.txt", b"Der Minister sprach am Montag in Berlin lange mit der Presse und ging.", '"de"'),
        ("long.txt", b"word " * 2_000_000, "limit"),
        ("broken.json", b'{"text": ', "no valid JSON at line 1"),
        ("list.json", b"[1]", "no object"),
        ("deep.json", b"[" * 200_000, "too deeply"),
        ("page.html", b"<html><body></body></html>", "no article"),
    ],
)
def test_bad_input_is_named_with_its_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert reason in complaint(tmp_path / name).reason
    assert complaint(tmp_path / name).source.startswith(name)


def test_a_broken_line_stops_nothing(tmp_path: Path) -> None:
    good = json.dumps({"text": "\n".join(BODY)})
    long = json.dumps({"text": "word " * 2_100_000})
    path = write(tmp_path / "a.jsonl", "\n".join([good, '{"text": "x', "", long, good]))
    first, broken, limit, last = read(path)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert last.identifier == "a.jsonl#5"
    assert isinstance(broken, InputError)
    assert broken.source == "a.jsonl#2"
    assert "line 2, column" in broken.reason
    assert isinstance(limit, InputError)
    assert "line 4 is longer than" in limit.reason


def test_what_cannot_be_opened_is_reported(tmp_path: Path) -> None:
    assert "cannot be read" in complaint(tmp_path / "nothing.txt").reason
    (missing,) = find_inputs([str(tmp_path / "nothing.txt")])
    assert isinstance(missing, InputError)
    assert "does not exist" in missing.reason
    (unmatched,) = find_inputs([str(tmp_path / "*.xyz")])
    assert isinstance(unmatched, InputError)


def test_inputs_are_found_once_and_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "b.json", "a.txt", ".hidden", "c.json"):
        write(tmp_path / name, "{}")
    paths = list(find_inputs([str(tmp_path / "b.json"), str(tmp_path), str(tmp_path / "*.txt")]))
    assert [path.name for path in paths if isinstance(path, Path)] == ["b.txt", "a.txt", "c.json"]


def test_digest_covers_the_metadata(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "One.")
    before = digest(path)
    write(tmp_path / "a.json", "{}")
    assert digest(path) != before


def test_digests_come_in_the_order_of_the_files_whatever_cannot_be_read(tmp_path: Path) -> None:
    paths = [
        write(tmp_path / f"{number:03d}.txt", "x" * (2 << 20 if number == 50 else number)) for number in range(300)
    ]
    paths[7].unlink()
    found = list(digests(paths))
    assert [path for path, _ in found] == paths
    assert all(told == digest(path) for path, told in found if path != paths[7])
    assert isinstance(found[7][1], FileNotFoundError)


def test_dates_follow_their_precedence(tmp_path: Path) -> None:
    dated = "\n\n".join((TITLE, "Tuesday, September 10, 2024", *BODY))
    (article,) = articles(write(tmp_path / "a.txt", dated), date="2020-01-01")
    assert (article.published, article.date_source) == ("2024-09-10", "dateline")
    row = {"text": "\n".join(BODY), "url": "https://x.example/2024/09/12/crane"}
    (article,) = articles(write(tmp_path / "b.json", json.dumps(row)))
    assert (article.published, article.date_source) == ("2024-09-12", "url")
    (article,) = articles(write(tmp_path / "c.txt", "\n\n".join(BODY)), date="2020-01-01")
    assert (article.published, article.date_source) == ("2020-01-01", "option")


def test_a_text_at_hand_is_an_article() -> None:
    article = read_text("Lucy Wambui met the press.", date="2024-09-10")
    assert (article.identifier, article.headline, article.published) == ("-", 0, "2024-09-10")


def test_nothing_unprintable_reaches_the_text() -> None:
    article = read_text("Lucy\x00 Wam\u00adbui met\ud800 the\x85press\x1b[0m.")
    assert article.text == "Lucy Wambui met the\n\npress [0m."


@pytest.mark.shared
def test_the_newspaper_page_is_exactly_the_article(shared: Path) -> None:
    path = shared / "articles" / "dawn_counter_trafficking.txt"
    raw = path.read_text(encoding="utf-8")
    (article,) = articles(path)
    assert article.text == raw[: raw.index("\n\nOpinion")]
    assert len(article.excluded) == 26
    assert article.published is None
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.day) == ("ISLAMABAD", "--09-10")


def test_a_json_list_is_read_item_by_item(tmp_path: Path) -> None:
    row = {"text": "\n".join(BODY), "title": "x" * 300_000}
    path = write(tmp_path / "a.json", json.dumps([row] * 9, indent=1))
    assert [article.identifier for article in articles(path)] == [f"a.json#{number}" for number in range(1, 10)]
    write(path, json.dumps([row] * 3)[:-9])
    *found, broken = read(path)
    assert len(found) == 2
    assert isinstance(broken, InputError)
    assert "after 2 items" in broken.reason


def test_lines_of_json_may_be_called_json(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", (json.dumps({"text": "\n".join(BODY)}) + "\n") * 2)
    assert len(articles(path)) == 2


def test_a_torn_row_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(
        "title,text\nOne,The board met in the café.\n".encode("cp1252") + b"Two,The board met.\n"
    )
    torn, whole = read(tmp_path / "a.csv")
    assert isinstance(torn, InputError)
    assert isinstance(whole, Article)
    assert whole.title == "Two"


def test_another_package_may_add_a_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_shouts(source: Source) -> Iterator[Raw | InputError]:
        yield Raw(source.name, to_blocks(source.bytes(1_000).decode().lower()))

    entry = SimpleNamespace(load=lambda: Format("shout", read_shouts, (".shout",)))
    monkeypatch.setattr(formats, "entry_points", lambda group: [entry] if group == "newsgraph.readers" else [])
    formats.formats.cache_clear()
    (article,) = articles(write(tmp_path / "a.shout", "THE BOARD MET ON MONDAY."))
    formats.formats.cache_clear()
    assert article.text == "the board met on monday."

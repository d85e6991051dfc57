"""A build looks at the articles of which something came or went, and misses none."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Article
from graph.store import generations, manifest
from graph.store.changes import Change, changes
from graph.store.records import Forgotten, Input, Source
from graph.store.writer import Writer
from tests.store.made_up import SETTINGS, add, analyse, article, finish, open_writer
from tests.store.test_laws import FEW

URLS = (None, "https://quay.example/a", "https://quay.example/b")
ARTICLES = [
    article(f"Ada Moss met Bo Lind on day {day}.", f"{day}.txt", published=f"2024-05-0{day}", url=url)
    for day, url in enumerate(URLS * 2, start=1)
]
PLACES = ("/one", "/two", "/three")


def every_change(writer: Writer) -> list[Change]:
    """The changes among all articles, whatever is known as news."""
    known = manifest.news(writer.db)
    manifest.begin_under(writer.db, SETTINGS.digest)
    found = changes(writer.db, SETTINGS.digest)
    writer.db.execute("DELETE FROM news")
    writer.db.executemany("INSERT INTO news VALUES (?)", [(article,) for article in known])
    return found


def leave_unread(kg: Path, read: Article) -> None:
    """A build that is stopped before pass 1 has read its one article."""
    with open_writer(kg) as writer:
        writer.put(Source("/one", "/one", read))
        writer.flush(writer.seal())
        writer.publish()


@FEW
@given(
    st.lists(
        st.one_of(
            st.tuples(st.sampled_from(PLACES), st.sampled_from(ARTICLES)),  # put at a place, over what was there
            st.sampled_from(PLACES),  # an input that holds nothing any more
            st.sampled_from(ARTICLES),  # forgotten
        ),
        max_size=9,
    )
)
def test_no_change_is_missed(steps: list[tuple[str, Article] | str | Article]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for step in steps:
            with open_writer(Path(folder, "kg")) as writer:
                match step:
                    case Article():
                        writer.put(Forgotten(step.id))
                    case str():
                        writer.put(Input(step, "", dropped=(step,)))
                    case place, read:
                        writer.put(Source(place, place, read))
                analyse(writer, writer.seal())
                assert changes(writer.db, SETTINGS.digest) == every_change(writer)
                finish(writer)
            generation = generations.read(Path(folder, "kg"))
            assert not manifest.news(generation.db)
            generation.close()


def test_only_what_came_is_looked_at(tmp_path: Path) -> None:
    first, second, third, fourth, *_ = ARTICLES
    with open_writer(tmp_path) as writer:
        add(writer, [("/one", first), ("/two", second), ("/three", third)])
        writer.publish()
    with open_writer(tmp_path) as writer:
        add(writer, [("/four", fourth)])
        assert manifest.news(writer.db) == [fourth.id]
        writer.discard()


@pytest.mark.parametrize("comes", [True, False], ids=["the last version comes", "the last version goes"])
def test_other_versions_of_a_url_are_looked_at_too(tmp_path: Path, comes: bool) -> None:
    _, old, other, _, new, _ = ARTICLES
    with open_writer(tmp_path) as writer:
        add(writer, [("/old", old), ("/other", other), *([] if comes else [("/new", new)])])
        writer.publish()
    with open_writer(tmp_path) as writer:
        writer.put(Source("/new", "/new", new) if comes else Input("/new", "", dropped=("/new",)))
        analyse(writer, writer.seal())
        assert manifest.news(writer.db) == sorted((old.id, new.id))
        writer.discard()


def test_what_pass_1_has_still_to_read_stays_news(tmp_path: Path) -> None:
    leave_unread(tmp_path, ARTICLES[0])
    with open_writer(tmp_path) as writer:
        assert manifest.news(writer.db) == [ARTICLES[0].id]
        assert [list(batch.lacking.values()) for batch in writer.remaining(2)] == [[ARTICLES[0]]]
        writer.discard()


def test_what_is_flushed_while_the_rest_is_asked_for_is_found_where_it_is(tmp_path: Path) -> None:
    leave_unread(tmp_path, ARTICLES[0])
    with open_writer(tmp_path) as writer:
        for place, read in zip(("/two", "/three"), ARTICLES[1:], strict=False):
            writer.put(Source(place, place, read))
        under_way = writer.seal()
        rest = writer.remaining(1)
        asked = [next(rest)]
        analyse(writer, under_way)
        asked += rest
        assert [read for batch in asked for read in batch.lacking.values()] == [ARTICLES[0]]
        for batch in asked:
            analyse(writer, batch)
        assert writer.publish()["articles"] == 3


def test_other_settings_make_news_of_every_article(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        add(writer, [("/one", ARTICLES[0]), ("/two", ARTICLES[1])])
        writer.publish()
    with open_writer(tmp_path, replace(SETTINGS, rules="2")) as writer:
        assert len(manifest.news(writer.db)) == 2
        writer.discard()

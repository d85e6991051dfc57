"""The line on real files: what is read, what is not read again, and that history leaves no trace."""

from __future__ import annotations

import json
import os
import signal
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from graph import pipeline
from graph.engine import Analyser, Plan, analysis
from graph.errors import AmbiguousError, NotFoundError, SettingsError
from graph.pipeline import BuildOptions, Reached, run
from graph.reading import places
from graph.store import disk, settings
from tests.store.made_up import nquads

TEXTS = {
    "one.txt": "LAGOS, June 3: Minister Ada Obi met Ambassador Paul Stone in Lagos on Tuesday.\n",
    "two.txt": "Ada Obi, Minister of Ports, briefed the Harbour Board on dredging on Wednesday.\n",
    "three.txt": "The Harbour Board and the Ministry of Ports organised a conference. Paul Stone attended it.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    return tmp_path / "in"


def test_a_second_build_reads_nothing_and_loads_no_model(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = pipeline.build(tmp_path / "kg", [folder])
    assert (first.read, first.new, first.unchanged) == (3, 3, 0)
    monkeypatch.setattr(analysis, "load", None)
    second = pipeline.build(tmp_path / "kg", [folder])
    assert (second.read, second.unchanged) == (0, 3)
    assert second.counts == first.counts


def test_order_and_history_leave_no_trace(folder: Path, tmp_path: Path) -> None:
    pipeline.build(tmp_path / "whole", [folder])
    for name in ("three.txt", "one.txt"):
        pipeline.build(tmp_path / "bits", [folder / name])
    (folder / "two.txt").write_text("Paul Stone visited Oslo.\n", encoding="utf-8")
    assert pipeline.build(tmp_path / "bits", [folder]).new == 1
    (folder / "two.txt").write_text(TEXTS["two.txt"], encoding="utf-8")
    assert pipeline.build(tmp_path / "bits", [folder]).replaced == 1
    assert nquads(tmp_path / "bits") == nquads(tmp_path / "whole")


def test_a_container_holds_what_it_holds_now(tmp_path: Path) -> None:
    lines = [json.dumps({"text": text, "title": name}) for name, text in TEXTS.items()]
    news = tmp_path / "news.jsonl"
    news.write_text("\n".join(lines) + "\n{broken\n", encoding="utf-8")
    report = pipeline.build(tmp_path / "kg", [news])
    assert report.new == 3
    assert [failure.source for failure in report.failed] == ["news.jsonl#4"]
    again = pipeline.build(tmp_path / "kg", [news])
    assert (again.unchanged, [str(failure) for failure in again.failed]) == (3, [str(f) for f in report.failed])
    news.write_text("\n".join(lines[:2]) + "\n", encoding="utf-8")
    assert pipeline.build(tmp_path / "kg", [news]).counts["articles"] == 2
    pipeline.build(tmp_path / "alone", [news])
    assert nquads(tmp_path / "kg") == nquads(tmp_path / "alone")


def test_forgotten_until_it_is_asked_for(folder: Path, tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    pipeline.build(kg, [folder])
    whole = nquads(kg)
    pipeline.forget(kg, "two.txt")
    (folder / "two.txt").write_text(TEXTS["two.txt"] + "\n", encoding="utf-8")
    report = pipeline.build(kg, [folder])
    assert (report.forgotten, report.counts["articles"]) == (1, 2)
    (folder / "two.txt").write_text(TEXTS["two.txt"], encoding="utf-8")
    assert pipeline.build(kg, [folder], BuildOptions(forgotten=True)).new == 1
    assert nquads(kg) == whole


def test_forget_names_the_choices(folder: Path, tmp_path: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "one.txt").write_text("Paul Stone visited Oslo on Friday.\n", encoding="utf-8")
    pipeline.build(tmp_path / "kg", [folder])
    with pytest.raises(AmbiguousError, match=r"one\.txt"):
        pipeline.forget(tmp_path / "kg", "one.txt")
    with pytest.raises(NotFoundError, match=r"nothing\.txt"):
        pipeline.forget(tmp_path / "kg", "nothing.txt")


def test_other_rules_do_again_what_changed(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kg = tmp_path / "kg"
    pipeline.build(kg, [folder])
    before = nquads(kg)
    current = settings.rules
    done: list[str] = []
    outcomes = Analyser.outcomes

    def noted(self, articles, fixed):
        done.extend(article.identifier for article in articles)
        return outcomes(self, articles, fixed)

    monkeypatch.setattr(Analyser, "outcomes", noted)
    monkeypatch.setattr(settings, "rules", lambda step: current(step) + ("+" if step == "extraction" else ""))
    report = pipeline.build(kg, [])
    assert sorted(done) == sorted(TEXTS)
    assert report.counts["articles"] == 3
    assert nquads(kg) == before
    pipeline.build(kg, [])
    assert len(done) == 3


def test_what_the_first_build_fixed_stays(folder: Path, tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    pipeline.build(kg, [folder], BuildOptions(base="https://news.example/id"))
    assert any("<https://news.example/id/entity/" in line for line in nquads(kg))
    with pytest.raises(SettingsError, match="built with base"):
        pipeline.build(kg, [folder], BuildOptions(base="https://other.example/"))
    with pytest.raises(SettingsError, match="built with model"):
        pipeline.build(kg, [folder], BuildOptions(model="another"))
    with pytest.raises(SettingsError, match="keep all"):
        pipeline.build(kg, [folder], BuildOptions(keep_all=True))
    with pytest.raises(SettingsError, match="absolute"):
        pipeline.build(tmp_path / "new", [folder], BuildOptions(base="nonsense"))


def test_a_date_stays_with_its_input(folder: Path, tmp_path: Path) -> None:
    pipeline.build(tmp_path / "kg", [folder], BuildOptions(date="2024-06-05"))
    before = nquads(tmp_path / "kg")
    assert pipeline.build(tmp_path / "kg", [folder]).unchanged == 3
    assert nquads(tmp_path / "kg") == before
    assert pipeline.build(tmp_path / "kg", [folder], BuildOptions(date="2024-06-06")).replaced == 3


@pytest.mark.parametrize(("workers", "read"), [(1, 1), (2, 3)])
def test_ctrl_c_keeps_what_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int, read: int
) -> None:
    kg = tmp_path / "kg"
    stops: list[int] = []

    def stop(reached: Reached, _: int) -> None:
        if reached.articles and not stops:
            stops.append(reached.articles)
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(run, "BATCH", 1)
    with pytest.raises(KeyboardInterrupt):
        pipeline.build(kg, [folder], BuildOptions(plan=Plan(workers=workers)), stop)
    assert stops == [1]
    report = pipeline.build(kg, [folder])
    assert (report.new, report.unchanged) == (3 - read, read)
    pipeline.build(tmp_path / "whole", [folder])
    assert nquads(kg) == nquads(tmp_path / "whole")


def test_a_stopped_build_is_folded_without_another_pass(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kg = tmp_path / "kg"

    def stop(step: str) -> None:
        if step == "open store":
            raise RuntimeError(step)

    disk.OBSERVERS.append(stop)
    with pytest.raises(RuntimeError):
        pipeline.build(kg, [folder])
    disk.OBSERVERS.remove(stop)
    monkeypatch.setattr(analysis, "load", None)
    assert pipeline.build(kg, [folder]).counts["articles"] == 3


def followed(kg: Path, folder: Path) -> list[Reached]:
    """What a build says on its way, which has to go forward and to end at the end."""
    size = sum(path.stat().st_size for path in folder.iterdir())
    reached: list[Reached] = []

    def note(now: Reached, total: int) -> None:
        assert total == size
        reached.append(now)

    pipeline.build(kg, [folder], progress=note)
    for one, other in pairwise(reached):
        assert one != other
        assert one.articles <= other.articles
        assert one.bytes <= other.bytes
    assert reached[-1].bytes == size
    return reached


def test_progress_goes_through_the_bytes(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BATCH", 2)
    first = followed(tmp_path / "kg", folder)
    assert [reached.articles for reached in first] == [0, 1, 2, 3]
    assert first[1].bytes < first[2].bytes < first[3].bytes
    again = followed(tmp_path / "kg", folder)
    assert {reached.articles for reached in again} == {0}
    assert len({reached.bytes for reached in again}) == 1 + len(TEXTS)


def test_progress_is_made_inside_a_container(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BATCH", 4)
    monkeypatch.setattr(places, "BUFFER", 100)
    (tmp_path / "in").mkdir()
    texts = [f"{text}It was day {day}." for day in range(4) for text in TEXTS.values()]
    lines = [json.dumps({"text": text}) for text in texts]
    (tmp_path / "in" / "a.jsonl").write_text("\n".join([*lines[:5], "{broken", *lines[5:], ""]), encoding="utf-8")
    first = followed(tmp_path / "kg", tmp_path / "in")
    assert first[-1].articles == len(lines)
    assert len({reached.bytes for reached in first}) >= len(lines)
    with (tmp_path / "in" / "a.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(json.dumps({"text": "Paul Stone visited Oslo."}) + "\n")
    assert followed(tmp_path / "kg", tmp_path / "in")[-1].articles == len(lines) + 1


def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "piped").write_text(TEXTS["one.txt"], encoding="utf-8")
    with (tmp_path / "piped").open(encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert pipeline.build(tmp_path / "kg", ["-"]).new == 1
        assert pipeline.build(tmp_path / "kg", ["-"]).unchanged == 1

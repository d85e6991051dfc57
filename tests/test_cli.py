"""The command line as a user meets it: what it prints, what it answers to bad input, and with which status."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import graph
from graph import cli

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "data" / "articles"
NEWS = (
    "LAGOS, June 3: Minister Ada Obi met Ambassador Paul Stone in Lagos on Tuesday. She said the talks would go on.\n"
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `newsgraph ARGUMENTS…` in this process; gives its status, output and error output."""

    def newsgraph(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["newsgraph", *map(str, arguments)])
        status = 0
        try:
            cli.main()
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
        printed = capfd.readouterr()
        return status, printed.out, printed.err

    return newsgraph


@pytest.fixture(scope="session")
def sample_kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of the sample articles, built once; tests that change it copy it first."""
    from graph import pipeline

    kg = tmp_path_factory.mktemp("sample") / "kg"
    pipeline.build(kg, [str(ARTICLES)], pipeline.BuildOptions(), None)
    return kg


def test_second_build_reads_nothing_and_says_so(run: Run, sample_kg: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_kg, tmp_path / "kg")
    status, printed, _ = run("build", tmp_path / "kg", ARTICLES)
    assert status == 0
    assert "Nothing was read again" in printed


@pytest.mark.parametrize("options", ["--workers 1", "--workers 2", "--workers 2 --engine dask"])
def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(tmp_path: Path, options: str) -> None:
    for number in range(500):
        (tmp_path / f"{number}.txt").write_text(f"{NEWS}It was meeting number {number}.\n", encoding="utf-8")
    command = [sys.executable, "-c", "from graph import cli; cli.main()", "build", str(tmp_path / "kg"), str(tmp_path)]
    piped = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen([*command, *options.split()], cwd=ROOT, start_new_session=True, **piped) as build:
        while build.poll() is None and not [*tmp_path.glob("kg/parts/*.gz")]:
            time.sleep(0.05)
        os.killpg(build.pid, signal.SIGINT)  # as a terminal does it: to the workers as well
        try:
            _, printed = build.communicate(timeout=120)
        finally:
            build.kill()
    assert build.returncode == 130
    assert printed == "newsgraph: stopped; what was finished is kept, and the same command goes on from there\n"
    with graph.open(tmp_path / "kg") as kg:
        assert 0 < kg.status()["counts"]["articles"] < 500


BAD_FILES: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty"),
    ("binary.txt", bytes(range(256)) * 40, "binary"),
    ("latin.txt", "Der Minister sprach über Fähren, sagte er später.".encode("latin-1"), "UTF-8"),
    (
        "german.txt",
        "Die Ministerin hat gestern in Berlin den Botschafter getroffen und mit ihm über die neue Grenze gesprochen. "
        "Danach fuhr sie nach Hamburg, wo sie mit den Hafenarbeitern sprach und ihnen Hilfe versprach.".encode(),
        "language",
    ),
    ("long.txt", b"word " * 2_100_000, "long"),
    ("broken.jsonl", b'{"text": "One."}\n{"text": \n', "broken.jsonl#2"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BAD_FILES, ids=[case[0] for case in BAD_FILES])
def test_bad_file_is_named_with_its_reason_and_the_rest_is_built(
    run: Run, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(content)
    (tmp_path / "in" / "good.txt").write_text(NEWS, encoding="utf-8")
    status, _, errors = run("build", tmp_path / "kg", tmp_path / "in")
    assert status == 0
    assert name in errors
    assert reason.lower() in errors.lower()
    assert "Traceback" not in errors
    strict, _, again = run("build", tmp_path / "kg", tmp_path / "in", "--strict")
    assert strict == 1
    assert name in again
    _, rows, _ = run("query", tmp_path / "kg", "SELECT ?o { ?p schema:jobTitle|rdfs:label ?o }", "--format", "csv")
    assert "Ada Obi" in rows


def test_missing_path_is_an_error(run: Run, tmp_path: Path) -> None:
    status, _, errors = run("build", tmp_path / "kg", tmp_path / "nowhere", "--strict")
    assert status == 1
    assert "nowhere" in errors


def test_foreign_folder_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "holiday").mkdir()
    (tmp_path / "holiday" / "photo.jpg").write_bytes(b"x")
    status, _, errors = run("build", tmp_path / "holiday", ARTICLES)
    assert status == 1
    assert "holiday" in errors
    assert (tmp_path / "holiday" / "photo.jpg").exists()


@pytest.mark.parametrize(
    ("sparql", "reason"),
    [
        ("SELECT ?s WHERE { ?s ?p }", "1:"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", ""),
    ],
    ids=["syntax", "service", "update"],
)
def test_bad_sparql_says_why(run: Run, sample_kg: Path, sparql: str, reason: str) -> None:
    status, _, errors = run("query", sample_kg, sparql)
    assert status == 1
    assert errors.startswith("newsgraph: ")
    assert reason in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml", "md", "table"])
def test_every_result_format(run: Run, sample_kg: Path, form: str) -> None:
    status, printed, _ = run(
        "query", sample_kg, "SELECT ?name { ?x a schema:Person ; rdfs:label ?name }", "--format", form
    )
    assert status == 0
    assert "Grace Wanjala" in printed


@pytest.mark.parametrize("arguments", [["query"], ["build"], ["nonsense"], ["extract", "--nonsense"]], ids=" ".join)
def test_usage_errors_have_status_2(run: Run, arguments: list[str]) -> None:
    status, _, errors = run(*arguments)
    assert status == 2
    assert "Traceback" not in errors


def test_extract_gives_offsets_in_the_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(NEWS, encoding="utf-8")
    status, printed, _ = run("extract", tmp_path / "note.txt")
    assert status == 0
    found = [json.loads(line) for line in printed.splitlines()]
    assert {item["source"] for item in found} == {"note.txt"}
    for item in found:
        for place in [item.get("trigger") or item, item.get("sentence") or item]:
            assert NEWS[place["start"] : place["end"]] == place["text"]
    [meeting] = [item for item in found if item["kind"] == "event" and item["type"] == "Meeting"]
    parties = {filler["entity"]["label"] for role in meeting["roles"].values() for filler in role if filler["entity"]}
    assert {"Ada Obi", "Paul Stone"} <= parties


def test_extract_lines_numbers_every_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("Ada Obi met Paul Stone.\nOpinion\nAda Obi left Lagos.\n", encoding="utf-8")
    _, printed, _ = run("extract", "--lines", tmp_path / "lines.txt")
    found = [json.loads(line) for line in printed.splitlines()]
    assert {1, 3} <= {item["line"] for item in found}
    assert all((item.get("trigger") or item)["end"] <= 24 for item in found)


def test_extract_tsv_keeps_column_one(run: Run, tmp_path: Path) -> None:
    line = "The union -LRB- DWU -RRB- rejected the offer ."
    (tmp_path / "lines.txt").write_text(line + "\n", encoding="utf-8")
    _, printed, _ = run("extract", "--lines", "--tokenised", "--format", "tsv", tmp_path / "lines.txt")
    cells = [row.split("\t") for row in printed.splitlines()]
    assert cells
    assert all(row[0] == line and 0 <= float(row[1]) <= 1 and len(row) >= 5 for row in cells)


@pytest.mark.parametrize("question", ["who-briefed-whom", "co-organisers"])
def test_sample_graph_gives_the_expected_answers(run: Run, sample_kg: Path, question: str) -> None:
    answers = (ROOT / "data" / "expected" / f"{question}.csv").read_text(encoding="utf-8")
    expected = list(csv.DictReader(io.StringIO(answers)))
    _, printed, _ = run("query", sample_kg, "--name", question, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(printed)))
    kept = [{column: row[column] for column in expected[0]} for row in rows]
    assert sorted(kept, key=str) == sorted(expected, key=str)
    assert all(row["sentence"] for row in rows)


def test_check_passes_on_the_sample(run: Run, sample_kg: Path) -> None:
    status, printed, errors = run("check", sample_kg)
    assert status == 0, errors
    assert " 0 violations" in printed


def test_explain_names_sentences(run: Run, sample_kg: Path) -> None:
    status, printed, _ = run("explain", sample_kg, "Ruth Achieng")
    assert status == 0
    assert "Dock Workers Union" in printed
    assert "secretary general" in printed


def test_unknown_name_offers_choices(run: Run, sample_kg: Path) -> None:
    status, _, errors = run("explain", sample_kg, "Nobody At All")
    assert status == 1
    assert "Nobody At All" in errors
    status, _, errors = run("query", sample_kg, "--name", "no-such-question")
    assert status == 1
    assert "who-briefed-whom" in errors


def test_every_command_has_an_example(run: Run) -> None:
    _, printed, _ = run("--help")
    assert cli.app.registered_commands
    for command in cli.app.registered_commands:
        name = command.name or (command.callback.__name__ if command.callback else "")
        assert name in printed
        _, text, _ = run(name, "--help")
        assert f"newsgraph {name}" in text, f"{name} --help shows no example"


def test_the_order_of_adding_changes_no_byte(run: Run, sample_kg: Path, tmp_path: Path) -> None:
    files = sorted((path for path in ARTICLES.iterdir() if path.suffix != ".json"), reverse=True)
    for some in (files[:5], files[5:]):
        assert run("build", tmp_path / "kg", *some)[0] == 0
    for kg, target in ((sample_kg, "whole.nq"), (tmp_path / "kg", "parts.nq")):
        assert run("export", kg, tmp_path / target)[0] == 0
    whole, parts = ((tmp_path / name).read_bytes() for name in ("whole.nq", "parts.nq"))
    assert whole.count(b"\n") > 5000
    assert whole == parts

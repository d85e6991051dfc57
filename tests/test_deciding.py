"""Decisions from the command line: previewed, followed, kept in a file, and undone without a trace."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import cli, pipeline
from graph.errors import AmbiguousError, DecisionError, NotFoundError
from graph.identity import Decision, read_decisions
from graph.knowledge import open_kg
from graph.pipeline import deciding

FIRST = "GULU, May 2, 2024: Minister Ada Obi met the Lake Union in Gulu. She thanked Paul Stone of the Harbour Board.\n"
SECOND = "GULU, May 9, 2024: Minister Ada Obi visited the Shore Party. Paul Stone praised Ada Obi.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("deciding")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    pipeline.build(folder / "kg", [str(folder / "first.txt"), str(folder / "second.txt")])
    return folder / "kg"


@pytest.fixture
def kg(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "kg"))


def exported(kg: Path) -> bytes:
    with open_kg(kg) as reader:
        reader.export(kg.parent / "all.nq")
    return (kg.parent / "all.nq").read_bytes()


def pair(kg: Path, judgement: str, left: str, right: str) -> Decision:
    with open_kg(kg) as reader:
        one, other = reader.chosen(left, right)
    return Decision(judgement, one.iri, one.names[0], other.iri, other.names[0], "somebody", "2024-05-10")


def labels(kg: Path, text: str) -> list[str]:
    with open_kg(kg) as reader:
        return [found.label for found in reader.entities(text)]


def test_merge_makes_one_node_and_undoing_restores_every_byte(kg: Path) -> None:
    before = exported(kg)
    decision = pair(kg, "same", "Lake Union", "Shore Party")
    deciding.decide(kg, decision)
    assert labels(kg, "Lake Union") == labels(kg, "Shore Party")
    assert read_decisions(kg / "decisions.csv") == (decision,)
    deciding.undo(kg, decision)
    assert exported(kg) == before


def test_split_parts_one_name_in_two_articles(kg: Path) -> None:
    assert labels(kg, "Ada Obi") == ["Ada Obi"]
    with pytest.raises(AmbiguousError) as stop, open_kg(kg) as reader:
        reader.chosen("Ada Obi", "Ada Obi")
    one, other = (word for word in str(stop.value).replace(";", "").split() if word.startswith("http"))
    deciding.decide(kg, pair(kg, "not the same", one, other))
    assert labels(kg, "Ada Obi") == ["Ada Obi", "Ada Obi"]


def test_preview_changes_nothing_and_says_what_would(kg: Path) -> None:
    before = exported(kg)
    decision = pair(kg, "same", "Lake Union", "Shore Party")
    difference = deciding.preview(kg, decision)
    assert exported(kg) == before
    assert not (kg / "decisions.csv").exists()
    deciding.decide(kg, decision)
    after = set(exported(kg).decode().splitlines())
    assert set(before.decode().splitlines()) - set(difference.gone) | set(difference.come) == after


def test_contradicting_decisions_leave_file_and_graph_as_they_were(kg: Path) -> None:
    apart = pair(kg, "not the same", "Lake Union", "Harbour Board")
    for left, right in (("Lake Union", "Shore Party"), ("Shore Party", "Harbour Board")):
        deciding.decide(kg, pair(kg, "same", left, right))
    kept, before = (kg / "decisions.csv").read_bytes(), exported(kg)
    with pytest.raises(DecisionError, match="Lake Union"):
        deciding.decide(kg, apart)
    assert ((kg / "decisions.csv").read_bytes(), exported(kg)) == (kept, before)


def test_a_second_thought_replaces_the_first(kg: Path) -> None:
    before = exported(kg)
    same = pair(kg, "same", "Paul Stone", "Gulu")
    deciding.decide(kg, same)
    apart = Decision("not the same", same.left, same.left_label, same.right, same.right_label)
    deciding.decide(kg, apart)
    assert read_decisions(kg / "decisions.csv") == (apart,)
    deciding.undo(kg, apart)
    assert exported(kg) == before


def test_rejected_statement_leaves_and_comes_back(kg: Path) -> None:
    before = exported(kg)
    with open_kg(kg) as reader:
        [(statement, event)] = reader.query(
            """SELECT ?statement ?event { ?event a ng:Visit ; ng:agent ?who .
                GRAPH ?article { ?statement rdf:subject ?event ; rdf:predicate ng:agent } }"""
        ).texts()
        text = reader.statement(statement or "")
    assert "agent" in text
    decision = Decision("reject", statement or "", text)
    deciding.decide(kg, decision)
    after = exported(kg).decode()
    assert f"<{event}> <https://w3id.org/newsgraph/ns#agent>" not in after
    deciding.undo(kg, decision)
    assert exported(kg) == before


def test_what_is_not_there_is_named(kg: Path) -> None:
    with open_kg(kg) as reader, pytest.raises(NotFoundError, match="urn:nothing"):
        reader.statement("urn:nothing")
    with pytest.raises(NotFoundError, match="no such row"):
        deciding.undo(kg, pair(kg, "same", "Lake Union", "Shore Party"))


def test_review_shows_both_sentences_and_takes_the_answer(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("GULU, May 2: Minister Jon Smithers met the Lake Union.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("GULU, May 4: Smithers resigned on Monday. He met Ann Low.\n", encoding="utf-8")
    pipeline.build(tmp_path / "kg", [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    shown = CliRunner().invoke(cli.app, ["review", str(tmp_path / "kg")], input="?\ny\n")
    assert shown.exit_code == 0
    assert shown.output.count("Minister Jon Smithers met the Lake Union.") == 2
    assert "Smithers resigned on Monday." in shown.output
    assert [row.decision for row in read_decisions(tmp_path / "kg" / "decisions.csv")] == ["same"]
    assert labels(tmp_path / "kg", "Smithers") == ["Jon Smithers"]
    again = CliRunner().invoke(cli.app, ["review", str(tmp_path / "kg")])
    assert "Nothing is waiting" in again.output

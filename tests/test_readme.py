"""The README tells the truth: its commands run, its Python runs, its files exist, and every command is documented."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from graph import cli

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The code blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


@pytest.fixture
def beside_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_commands_run(
    beside_the_data: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    lines = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("newsgraph ")]
    assert lines
    for line in lines:
        monkeypatch.setattr(sys, "argv", shlex.split(line, comments=True))
        with pytest.raises(SystemExit) as stop:
            cli.main()
        assert not stop.value.code, f"{line}: {capfd.readouterr().err}"
    assert (beside_the_data / "kg.html").stat().st_size > 100_000


def test_python_runs(beside_the_data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    [program] = blocks("python")
    exec(compile(program, "README.md", "exec"), {})
    assert "Ministry of Labour" in capfd.readouterr().out


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^make (\w+)", "\n".join(blocks("sh")), flags=re.MULTILINE)
    assert {"demo", "test"} <= set(targets)
    assert all(re.search(rf"^{target}:", makefile, flags=re.MULTILINE) for target in targets)


def test_named_files_exist() -> None:
    named = re.findall(r"\]\(([\w/.-]+)\)|`((?:graph|data|tests|notebooks|licences)/[\w/.-]*)`", README)
    assert named
    for linked, quoted in named:
        assert (ROOT / (linked or quoted)).exists(), linked or quoted

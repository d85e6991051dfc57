"""The house of the project: import directions, sizes, the public face, and the words of its documentation."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "graph"
LAYERS = (
    {"errors", "model", "vocabulary"},
    {"reading", "language"},
    {"facts"},
    {"identity"},
    {"rdf"},
    {"store"},
    {"network"},
    {"export"},
    {"view"},
    {"serve"},
    {"engine", "evaluation"},
    {"pipeline", "extraction"},
    {"knowledge"},
    {"benchmarks"},
    {"cli"},
)
"""Rooms from the ground up: each may import those of lower floors and itself; `__init__` is the face of all."""

LIBRARIES = {
    "spacy": {"language", "facts"},
    "rdflib": {"rdf", "store", "export", "serve"},
    "pyoxigraph": {"rdf", "store", "export", "serve", "network"},
    "oxrdflib": {"store"},
    "networkx": {"network", "view", "export"},
    "pyvis": {"view"},
    "rustworkx": {"view"},
    "typer": {"cli"},
    "rich": {"cli"},
}
FILES = sorted(path for path in HOUSE.rglob("*.py"))
NAMES = [str(path.relative_to(ROOT)) for path in FILES]


def module_name(path: Path) -> str:
    """The dotted name of a file of the package."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path) for path in FILES}


def room(path: Path) -> str:
    """The room that a file of the package belongs to."""
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Every module that a file imports anywhere, with absolute names, and whether only for type checking."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for node in ast.walk(block)
    }
    package = ("graph", *path.relative_to(HOUSE).parent.parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in typing_only) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) + "." if node.level else ""
            module = (base + (node.module or "")).rstrip(".")
            names = [f"{module}.{alias.name}" for alias in node.names]
            yield from ((name if name in MODULES else module, id(node) in typing_only) for name in names)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_imports_go_one_way(path: Path) -> None:
    floor = {name: number for number, rooms in enumerate(LAYERS) for name in rooms}
    here = room(path)
    if here == "__init__":
        return
    for module, typing in imports(path):
        parts = module.split(".")
        if parts[0] == "graph" and len(parts) > 1:
            there = parts[1]
            assert there == here or floor[there] < floor[here], f"{here} must not import {there}"
        elif parts[0] in LIBRARIES and not typing:
            assert here in LIBRARIES[parts[0]], f"{here} must not import {parts[0]}"


def test_no_import_cycles() -> None:
    arrows = {
        module_name(path): {
            module for module, typing in imports(path) if module in MODULES and module != "graph" and not typing
        }
        - {module_name(path)}
        for path in FILES
    }
    arrows.pop("graph")
    while ends := {
        name
        for name, targets in arrows.items()
        if not targets & arrows.keys() or not any(name in others for others in arrows.values())
    }:
        arrows = {name: targets for name, targets in arrows.items() if name not in ends}
    assert not arrows, f"these modules import one another in a circle: {sorted(arrows)}"


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function of the package with its place."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.name}", node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its docstring."""
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def test_functions_are_small() -> None:
    lengths = {name: length(node) for name, node in functions()}
    too_long = {name: lines for name, lines in lengths.items() if lines > 60}
    assert not too_long
    ordered = sorted(lengths.values())
    assert median(ordered) <= 8
    assert ordered[int(len(ordered) * 0.9)] <= 30


def test_functions_take_few_parameters() -> None:
    for name, node in functions():
        positional = [arg for arg in node.args.posonlyargs + node.args.args if arg.arg not in {"self", "cls"}]
        if not name.startswith("graph/cli/"):
            assert len(positional) <= 4, f"{name} takes {len(positional)} positional parameters"


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_files_are_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{path.name} has {lines} lines: split the room"


def test_graph_is_never_a_variable() -> None:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            stored = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == "graph"
            assert not stored, f"{path.name}:{node.lineno} calls a variable 'graph'"


def test_only_the_command_line_prints() -> None:
    for path in FILES:
        if room(path) != "cli":
            assert not any(
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            ), f"{path.name} prints"


def test_public_face_is_what_all_says() -> None:
    import graph

    assert sorted(graph.__all__) == sorted(set(graph.__all__))
    for name in graph.__all__:
        assert getattr(graph, name) is not None
    assert set(graph.__all__) <= set(dir(graph))


@pytest.mark.parametrize("command", [["query", "--help"], ["--version"]], ids=" ".join)
def test_help_imports_no_big_library(command: list[str]) -> None:
    program = (
        "import sys\nfrom graph.cli import main\n"
        f"sys.argv = ['newsgraph', *{command!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = sorted({'spacy', 'rdflib', 'pyoxigraph', 'networkx', 'pyvis', 'trafilatura'} & set(sys.modules))\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_layers_name_every_room() -> None:
    named = set().union(*LAYERS) | {"__init__"}
    assert {room(path) for path in FILES} <= named
    assert all(not low & high for low, high in pairwise(LAYERS))

"""`newsgraph.toml`: what is fixed at the first build, and the rules that the graph was made by."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import msgspec

from graph.errors import KnowledgeGraphError, SettingsError
from graph.store import disk
from graph.vocabulary import BASE, digest

FORMAT = 1
"""The layout of the directory; another one is not read."""

FILE = "newsgraph.toml"

RULES = {
    "reading": ("reading",),
    "extraction": ("model.py", "language", "facts"),
    "graph": ("vocabulary.py", "identity", "rdf", "store/fold.py", "store/merging.py", "store/happening.py"),
}
"""What makes which step of the line: when one of these files changes, that step is done again at the next build."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What every build of a KG shares; `rules` is the version of the extraction that its articles went through."""

    base: str
    model: str
    model_digest: str
    rules: str
    gazetteer_digest: str = ""
    keep_all: bool = False
    format: int = FORMAT

    @property
    def digest(self) -> str:
        """The digest of what pass 1 depends on besides the article."""
        return digest(self.model, self.model_digest, self.rules)


@lru_cache
def rules(step: str) -> str:
    """The version of one step of `RULES`: a digest of its files, and of the language library where it is used."""
    house = Path(__file__).resolve().parents[1]
    named = [house / name for name in RULES[step]]
    files = [path for name in named for path in ([name] if name.is_file() else sorted(name.rglob("*")))]
    summed = hashlib.sha256(version("spacy").encode() if step == "extraction" else b"")
    for path in files:
        if path.is_file() and "__pycache__" not in path.parts:
            summed.update(path.relative_to(house).as_posix().encode() + b"\0" + path.read_bytes())
    return summed.hexdigest()[:12]


def load(kg: Path) -> Settings | None:
    """The settings of a KG, or None where nothing was built yet."""
    path = kg / FILE
    if not path.is_file():
        return None
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        settings = msgspec.convert({key.replace("-", "_"): value for key, value in found.items()}, Settings)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise KnowledgeGraphError(f"{path}: cannot be read: {error}") from error
    if settings.format != FORMAT:
        raise KnowledgeGraphError(f"{kg}: has format {settings.format}, this newsgraph reads {FORMAT}")
    return settings


def require(kg: Path) -> Settings:
    """The settings of a KG; raises KnowledgeGraphError where there is none."""
    found = load(kg)
    if found is None:
        raise KnowledgeGraphError(f"{kg}: is no KG; make one with: newsgraph build {kg} ARTICLES")
    return found


def save(kg: Path, settings: Settings) -> None:
    """Writes the settings of a KG."""
    values = msgspec.to_builtins(settings)
    lines = [f"{name.replace('_', '-')} = {_toml(value)}" for name, value in sorted(values.items())]
    disk.write(kg / FILE, ("# Fixed at the first build; do not edit.\n" + "\n".join(lines) + "\n").encode())


def _toml(value: object) -> str:
    return msgspec.json.encode(value).decode()


def check(kg: Path, kept: Settings, wanted: Mapping[str, str | bool | None]) -> None:
    """Raises SettingsError where an option differs from what the first build fixed; None is "as it was"."""
    for name, value in wanted.items():
        fixed = getattr(kept, name)
        if value is not None and value != fixed:
            raise SettingsError(
                f"{kg} was built with {name.replace('_', ' ')} {fixed!r}, not {value!r}; "
                "leave the option out, or build into a new directory"
            )


def base_iri(value: str | None) -> str:
    """The base of data IRIs: absolute, and ending where a name can follow.

    >>> base_iri("https://news.example/id")
    'https://news.example/id/'
    """
    if value is None:
        return BASE
    if not value.startswith(("http://", "https://")) or any(ch in value for ch in ' <>"{}|\\^`#?') or len(value) > 200:
        raise SettingsError(f"--base {value}: give an absolute http or https IRI, such as {BASE}")
    return value if value.endswith("/") else value + "/"

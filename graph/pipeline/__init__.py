"""The line: files → articles → parts → a generation of the graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from graph.engine import Analyser
from graph.pipeline.interrupts import interrupts
from graph.pipeline.meter import Progress, Reached
from graph.pipeline.options import BuildOptions, digest_of_gazetteer
from graph.pipeline.report import BuildReport
from graph.pipeline.run import Run
from graph.store import settings
from graph.store.records import Forgotten
from graph.store.settings import Settings
from graph.store.writer import find_article, writing

__all__ = ["BuildOptions", "BuildReport", "Progress", "Reached", "build", "forget"]


def build(
    kg: Path | str,
    inputs: Iterable[str | Path],
    options: BuildOptions | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Adds the articles of files, folders and globs to a KG, which is made where it is absent.

    `progress` is called as the build goes on, always last with all bytes of the inputs reached.
    Raises SettingsError, KnowledgeGraphError or LockedError; an input that cannot be read is in the report instead.
    """
    options = options or BuildOptions()
    analyser = Analyser(options.model)
    with writing(Path(kg), lambda kept: _fix(Path(kg), kept, options, analyser), gazetteer=options.gazetteer) as writer:
        run = Run(writer, analyser, options)
        with interrupts() as run.stopped:
            run.take_all([str(word) for word in inputs], progress)
            run.report.counts = writer.publish()
    if run.stopped():
        raise KeyboardInterrupt
    return run.report


def forget(kg: Path | str, reference: str) -> str:
    """Takes an article out of a KG, with what only it supported and its words; returns its id.

    `reference` is its identifier, IRI, URL or id. It stays out when its file is built again, unless the build asks for
    what was forgotten. A reader that holds an older generation keeps it, with the article's words in its store, until
    it closes it; the files of that generation go with the next build. Raises NotFoundError or AmbiguousError.
    """
    fixed = settings.require(Path(kg))
    with writing(Path(kg), lambda _: fixed) as writer:
        article = find_article(writer.db, reference)
        writer.put(Forgotten(article))
        writer.flush(writer.seal())
        writer.publish()
    return article


def _fix(kg: Path, kept: Settings | None, options: BuildOptions, analyser: Analyser) -> Settings:
    """The settings that hold from this build on."""
    rules = settings.rules("extraction")
    base = None if options.base is None else settings.base_iri(options.base)
    gazetteer = None if options.gazetteer is None else digest_of_gazetteer(options.gazetteer)
    if kept is None:
        fixed = Settings(base or settings.base_iri(None), analyser.name, analyser.digest, rules)
        return replace(fixed, gazetteer_digest=gazetteer or "", keep_all=bool(options.keep_all))
    wanted = {"base": base, "model": options.model, "keep_all": options.keep_all, "gazetteer_digest": gazetteer}
    settings.check(kg, kept, wanted)
    analyser.model, analyser.expected = kept.model, kept.model_digest
    return replace(kept, rules=rules)

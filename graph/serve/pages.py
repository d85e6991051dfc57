"""The HTML of the server: the query page, a page per thing, and plain messages. Whatever comes from news is escaped."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from string import Template

from pyoxigraph import NamedNode, Quad

from graph.store.entities import Dossier, Found
from graph.store.questions import questions
from graph.vocabulary import PREFIXES, RDFS

ASSETS = {
    "yasgui.min.js": "text/javascript; charset=utf-8",
    "yasgui.min.css": "text/css; charset=utf-8",
    "query.js": "text/javascript; charset=utf-8",
    "site.css": "text/css; charset=utf-8",
}
"""The files that pages load, all of them from this server."""


def asset(name: str) -> bytes:
    """The bytes of a file of the pages."""
    return files("graph.serve").joinpath("page", name).read_bytes()


def _filled(name: str, **values: str) -> str:
    return Template(asset(name).decode()).substitute(values)


def query_page(title: str, base: str) -> str:
    """The page to ask questions on, with the named questions and the prefixes ready."""
    asked = [
        {"name": q.name, "title": q.title, "description": q.description, "sparql": _standalone(q.sparql, base)}
        for q in questions()
    ]
    data = json.dumps({"questions": asked, "prefixes": PREFIXES}).replace("<", "\\u003c")
    return page(title, _filled("query.html", data=data))


def _standalone(sparql: str, base: str) -> str:
    """A named question with its prefixes, as any SPARQL tool can read it."""
    used = [f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if f"{name}:" in sparql]
    head = [line for line in sparql.splitlines() if line.startswith("#")]
    body = [line for line in sparql.splitlines() if not line.startswith("#")]
    return "\n".join([*head, f"BASE <{base}>", *used, *body]) + "\n"


def thing_page(iri: str, dossier: Dossier | None, quads: Iterable[Quad], base: str) -> str:
    """The page of one thing: its dossier where it is an entity, and its triples."""
    label = dossier.label if dossier else _label(iri, quads)
    rows = "".join(_row(quad, base) for quad in quads)
    sections = "".join(_sections(dossier)) if dossier else ""
    names = ", ".join(html.escape(name) for name in dossier.names) if dossier else ""
    body = _filled(
        "thing.html",
        type=html.escape(dossier.type if dossier else ""),
        names=f"<p>Also: {names}</p>" if names else "",
        iri=html.escape(iri),
        sections=sections,
        rows=rows,
    )
    return page(label, body)


def _label(iri: str, quads: Iterable[Quad]) -> str:
    named = (q.object.value for q in quads if q.predicate.value == RDFS + "label" and q.subject.value == iri)  # type: ignore[union-attr]
    return next(named, iri.rsplit("/", 1)[-1])


def _sections(dossier: Dossier) -> Iterator[str]:
    for name, entries in dossier.sections.items():
        yield f"<h2>{html.escape(name.capitalize())}</h2>"
        for entry in entries:
            sentence, source = html.escape(entry.sentence), html.escape(entry.source)
            yield (
                f"<article><p>{html.escape(entry.text)}</p><blockquote>{sentence}</blockquote>"
                f"<footer>{source} · confidence {entry.confidence:.2f}</footer></article>"
            )


def _row(quad: Quad, base: str) -> str:
    cells = (_term(term, base) for term in (quad.subject, quad.predicate, quad.object))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _term(term: object, base: str) -> str:
    if not isinstance(term, NamedNode):
        return html.escape(str(getattr(term, "value", term)))
    iri = term.value
    if iri.startswith(base):
        return _link(iri, iri.removeprefix(base), base)
    return html.escape(
        next((f"{name}:{iri.removeprefix(ns)}" for name, ns in PREFIXES.items() if iri.startswith(ns)), iri)
    )


def _link(iri: str, text: str, base: str) -> str:
    """A link to the page that this server has of a data IRI."""
    return f'<a href="/{html.escape(iri.removeprefix(base), quote=True)}">{html.escape(text)}</a>'


def found_page(text: str, found: list[Found], base: str) -> str:
    """The things with some text in their name."""
    items = "".join(
        f"<li>{_link(one.iri, one.label, base)} ({html.escape(one.type)}, in {one.articles} articles)</li>"
        for one in found
    )
    return page(f"Things named “{text}”", f"<ul>{items}</ul>" if items else "<p>None.</p>")


def page(title: str, body: str) -> str:
    """A page with the head and the links that all have; the body is HTML already."""
    return _filled("base.html", title=html.escape(title), body=body)

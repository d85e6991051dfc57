"""The endpoint and the pages: what they answer, what they refuse, and that they follow a rebuilt KG."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest

import graph
from graph.serve import Limits, Server, server
from tests.store.made_up import article, build

NAMES = "SELECT ?name { ?one a schema:Person ; rdfs:label ?name } ORDER BY ?name"
NEVER = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?b ?c . ?d ?e ?f . ?g1 ?h ?i . ?j ?k ?l . ?m ?n1 ?o } }"


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serve") / "kg"
    texts = ["Ada Moss met Harbour Board met Oslo.", "Bo Lind met Ada Moss met pilot fees."]
    build(path, [(f"/{n}", article(text, f"<{n}>.txt")) for n, text in enumerate(texts)])
    return path


@pytest.fixture(scope="module")
def running(kg: Path) -> Iterator[Server]:
    made = server(kg, port=0, limits=Limits(seconds=5, memory=1 << 30, most_bytes=20_000, workers=2))
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()


class Reply:
    def __init__(self, status: int, headers: http.client.HTTPMessage, body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body


@pytest.fixture
def ask(running: Server):
    def send(path: str, method: str = "GET", body: str | None = None, **headers: str) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", running.server_port, timeout=30)
        with closing(connection):
            connection.request(method, path, body=body, headers={k.replace("_", "-"): v for k, v in headers.items()})
            got = connection.getresponse()
            return Reply(got.status, got.headers, got.read())

    return send


def names(reply: Reply) -> list[str]:
    return [row["name"]["value"] for row in json.loads(reply.body)["results"]["bindings"]]


def test_get_and_post(ask) -> None:
    assert names(ask("/sparql?" + urlencode({"query": NAMES}))) == ["Ada Moss", "Bo Lind"]
    assert names(ask("/sparql", "POST", NAMES, Content_Type="application/sparql-query")) == ["Ada Moss", "Bo Lind"]
    form = urlencode({"query": NAMES})
    assert names(ask("/sparql", "POST", form, Content_Type="application/x-www-form-urlencoded")) == [
        "Ada Moss",
        "Bo Lind",
    ]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/html, text/tab-separated-values;q=0.4", "text/tab-separated-values; charset=utf-8"),
        ("*/*", "application/sparql-results+json"),
    ],
)
def test_content_negotiation(ask, accept: str, media: str) -> None:
    reply = ask("/sparql?" + urlencode({"query": NAMES}), Accept=accept)
    assert reply.status == 200
    assert reply.headers["Content-Type"] == media


def test_triples_and_asks(ask) -> None:
    query = urlencode({"query": "CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s a schema:Person ; rdfs:label ?o }"})
    assert ask("/sparql?" + query, Accept="application/n-triples").body.count(b"\n") == 2
    assert ask("/sparql?" + query, Accept="image/png").status == 406
    assert ask("/sparql?" + query, Accept="text/csv").status == 406
    assert json.loads(ask("/sparql?" + urlencode({"query": "ASK {}"})).body)["boolean"] is True


@pytest.mark.parametrize(
    ("path", "method", "body", "kind", "status"),
    [
        ("/sparql?" + urlencode({"query": "SELECT * { ?s }"}), "GET", None, "", 400),
        (
            "/sparql?" + urlencode({"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}),
            "GET",
            None,
            "",
            400,
        ),
        ("/sparql?" + urlencode({"query": "LOAD <http://127.0.0.1:1/>"}), "GET", None, "", 400),
        ("/sparql?" + urlencode({"query": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"}), "GET", None, "", 400),
        ("/sparql?" + urlencode({"update": "DROP ALL"}), "GET", None, "", 403),
        ("/sparql?" + urlencode({"query": NAMES, "default-graph-uri": "http://127.0.0.1:1/"}), "GET", None, "", 400),
        ("/sparql", "GET", None, "", 400),
        ("/sparql?query=" + "a" * 70_000, "GET", None, "", 414),
        ("/sparql", "POST", "DROP ALL", "application/sparql-update", 403),
        ("/sparql", "POST", "update=DROP+ALL", "application/x-www-form-urlencoded", 403),
        ("/sparql", "POST", "x" * 1_000_001, "application/sparql-query", 413),
        ("/sparql", "POST", "{}", "application/json", 415),
        ("/sparql", "PUT", "x", "text/turtle", 405),
        ("/sparql", "DELETE", None, "", 405),
        ("/view", "POST", "x", "text/plain", 405),
        ("/assets/../handler.py", "GET", None, "", 404),
        ("/assets/%2e%2e%2fhandler.py", "GET", None, "", 404),
        ("/../../../etc/passwd", "GET", None, "", 404),
        ("/entity/nobody", "GET", None, "", 404),
        ("/%00", "GET", None, "", 404),
        ("/questions/nonsense", "GET", None, "", 404),
        ("/questions/meetings?nonsense=1", "GET", None, "", 404),
    ],
)
def test_refused(ask, path: str, method: str, body: str | None, kind: str, status: int) -> None:
    reply = ask(path, method, body, **({"Content_Type": kind} if kind else {}))
    assert reply.status == status
    assert b"Traceback" not in reply.body


def test_other_hosts_are_refused(ask) -> None:
    assert ask("/", Host="evil.example").status == 403
    assert ask("/", Host="localhost:1234").status == 200


def test_a_query_that_never_ends_is_a_503_and_the_next_is_answered(ask) -> None:
    started = time.monotonic()
    reply = ask("/sparql?" + urlencode({"query": NEVER}))
    assert reply.status == 503
    assert time.monotonic() - started < 15
    assert names(ask("/sparql?" + urlencode({"query": NAMES}))) == ["Ada Moss", "Bo Lind"]
    reply = ask("/sparql?" + urlencode({"query": "SELECT * { GRAPH ?g { ?s ?p ?o . ?x ?y ?z } }"}))
    assert reply.status == 503
    assert b"longer than" in reply.body


def test_pages(ask, kg: Path) -> None:
    with graph.open(kg) as opened:
        moss = opened.entity("Ada Moss").iri
        base = opened.status()["settings"]["base"]
    page = ask("/")
    assert b"who-briefed-whom" in page.body
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    for asset in ("yasgui.min.js", "yasgui.min.css", "query.js", "site.css"):
        assert ask("/assets/" + asset).status == 200
    path = "/" + moss.removeprefix(str(base))
    thing = ask(path, Accept="text/html,*/*;q=0.1")
    assert b"<h1>Ada Moss</h1>" in thing.body
    assert b"&lt;1&gt;.txt" in thing.body
    assert b"<1>" not in thing.body
    assert b"rdfs:label" in ask(path, Accept="text/turtle").body
    assert json.loads(ask(path, Accept="application/ld+json").body)
    assert b"Ada Moss" in ask("/find?text=moss").body
    assert b"<script>" not in ask("/find?text=%3Cscript%3E").body
    assert b"Ada Moss" in ask("/view").body
    assert ask("/", "HEAD").body == b""


def test_merged_iris_lead_on(ask, kg: Path) -> None:
    with graph.open(kg) as opened:
        [(old, new)] = opened.query("SELECT ?old ?new { GRAPH <graph/identity> { ?old dcterms:isReplacedBy ?new } }")
        base = str(opened.status()["settings"]["base"])
    reply = ask("/" + str(old).removeprefix(base))
    assert reply.status == 303
    assert reply.headers["Location"] == "/" + str(new).removeprefix(base)


def test_questions_with_values(ask) -> None:
    reply = ask("/questions/names?who=moss", Accept="text/csv")
    assert reply.status == 200
    assert b"Ada Moss" in reply.body


def test_follows_a_rebuilt_kg(ask, kg: Path) -> None:
    before = ask("/sparql?" + urlencode({"query": NAMES})).headers["X-Newsgraph-Generation"]
    build(kg, [("/9", article("Bo Lind met Oslo met Ministry of Ports.", "9.txt"))])
    after = ask(
        "/sparql?" + urlencode({"query": "SELECT ?name { ?x rdfs:label ?name FILTER(?name = 'Ministry of Ports') }"})
    )
    assert names(after) == ["Ministry of Ports"]
    assert int(after.headers["X-Newsgraph-Generation"]) > int(before)
    assert b"Ministry of Ports" in ask("/find?text=ministry").body

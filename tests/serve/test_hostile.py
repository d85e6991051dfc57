"""Hundreds of requests that try to get out, get in or get more: each is answered with a status, and nothing leaves."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from graph.serve import Limits, Server, server
from tests.store.made_up import article, build, nquads

FINE = {200, 400, 403, 404, 405, 406, 411, 413, 414, 415, 501, 503}
CANARY = "http://127.0.0.1:{port}/"
REACHING = (
    "SELECT * {{ SERVICE <{canary}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{canary}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ BIND(<{canary}> AS ?h) SERVICE ?h {{ ?s ?p ?o }} }}",
    "ASK {{ FILTER EXISTS {{ SERVICE <{canary}> {{ ?s ?p ?o }} }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE <{canary}> {{ ?s ?p ?o }} }}",
    "DESCRIBE ?s {{ SERVICE <{canary}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ {{ SELECT * {{ OPTIONAL {{ SERVICE <{canary}> {{ ?s ?p ?o }} }} }} }} }}",
    "SELECT * {{ ?s ?p ?o MINUS {{ SERVICE <{canary}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ LATERAL {{ SERVICE <{canary}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ # a comment\n sErViCe # another\n <{canary}> {{ ?s ?p ?o }} }}",
    "PREFIX x: <{canary}> SELECT * {{ SERVICE x:y {{ ?s ?p ?o }} }}",
    "SELECT * {{ \\u0053ERVICE <{canary}> {{ ?s ?p ?o }} }}",
    "LOAD <{canary}>",
    "LOAD <{canary}> INTO GRAPH <{canary}>",
    "SELECT * FROM <{canary}> {{ ?s ?p ?o }}",
    "SELECT * FROM NAMED <{canary}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "SELECT * FROM <file:///etc/passwd> {{ ?s ?p ?o }}",
    "INSERT DATA {{ <{canary}> <{canary}> <{canary}> }}",
    "DELETE WHERE {{ ?s ?p ?o }}",
    "DROP ALL",
    "CLEAR DEFAULT",
    "CREATE GRAPH <{canary}>",
    "COPY DEFAULT TO <{canary}>",
)
INJECTED = (
    '"',
    "'",
    "\\",
    "\n",
    '") } #',
    "') . ?s ?p ?o #",
    "<script>alert(1)</script>",
    "\0",
    "\u202e",
    "😀",
    "{",
    "%",
    "a" * 5000,
)
PATHS = (
    "..",
    "../..",
    "%2e%2e/%2e%2e",
    "..%2f..%2f",
    "etc/passwd",
    "//etc/passwd",
    "%00",
    "a%0d%0aX: y",
    "CURRENT",
    "parts/",
)
METHODS = ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "CONNECT")


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "kg"
    build(path, [("/1", article("Ada Moss met Oslo.", "1.txt"))])
    return path


@pytest.fixture(scope="module")
def running(kg: Path) -> Iterator[Server]:
    made = server(kg, port=0, limits=Limits(seconds=10, most_bytes=1_000_000, workers=2))
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture(scope="module")
def canary() -> Iterator[tuple[int, list[object]]]:
    """A listening socket that nothing should ever reach."""
    visitors: list[object] = []
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        listening.settimeout(0.2)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, visitor = listening.accept()
                except TimeoutError:
                    continue
                connection.close()
                visitors.append(visitor)

        thread = threading.Thread(target=listen)
        thread.start()
        yield listening.getsockname()[1], visitors
        done.set()
        thread.join()


def requests(port: int) -> Iterator[tuple[str, str, str | None, dict[str, str]]]:
    """Method, path, body and headers of every attempt."""
    form, plain = {"Content-Type": "application/x-www-form-urlencoded"}, {"Content-Type": "application/sparql-query"}
    for pattern in REACHING:
        sparql = pattern.format(canary=CANARY.format(port=port))
        yield "GET", "/sparql?" + urlencode({"query": sparql}), None, {}
        yield "POST", "/sparql", sparql, plain
        yield "POST", "/sparql", urlencode({"query": sparql}), form
        yield "POST", "/sparql", urlencode({"update": sparql}), form
        yield "POST", "/sparql", sparql, {"Content-Type": "application/sparql-update"}
        yield "GET", "/questions/meetings?" + urlencode({"who": sparql}), None, {}
    for text, name in product(
        INJECTED, ("names", "claims", "dossier", "low-confidence", "several-sources", "sentences", "contradictions")
    ):
        yield (
            "GET",
            f"/questions/{name}?" + urlencode(dict.fromkeys(("who", "about", "below", "at_least", "text"), text)),
            None,
            {},
        )
        yield "GET", f"/questions/{quote(text, safe='')}", None, {}
        yield "GET", "/find?" + urlencode({"text": text}), None, {}
    for path, prefix in product(PATHS, ("/", "/assets/", "/entity/", "/article/", "/questions/", "/view/")):
        yield "GET", prefix + path, None, {}
    for method, path in product(METHODS, ("/", "/sparql", "/view", "/entity/x")):
        yield method, path, None, {}
    for parameter in ("default-graph-uri", "named-graph-uri", "using-graph-uri"):
        yield "GET", "/sparql?" + urlencode({"query": "ASK {}", parameter: CANARY.format(port=port)}), None, {}
    for host in ("evil.example", "127.0.0.1.evil.example", "", "[::1", "localhost@evil.example"):
        yield "GET", "/", None, {"Host": host}
    yield "POST", "/sparql", "x" * 1_000_001, plain
    yield "GET", "/" + "a" * 70_000, None, {}


def test_nothing_gets_out_or_in(running: Server, kg: Path, canary: tuple[int, list[object]]) -> None:
    port, visitors = canary
    before = nquads(kg)
    files = sorted(path for path in kg.rglob("*") if path.is_file())
    attempts = list(requests(port))
    assert len(attempts) >= 500
    for method, path, body, headers in attempts:
        with closing(http.client.HTTPConnection("127.0.0.1", running.server_port, timeout=60)) as connection:
            connection._validate_path = lambda _: None  # hostile clients check nothing
            connection.request(method, path, body=None if body is None else body.encode(), headers=headers)
            reply = connection.getresponse()
            content = reply.read()
        assert reply.status in FINE, (method, path[:200], reply.status, content[:200])
        assert b"Traceback" not in content
        assert b"root:" not in content
        assert b"<script>alert" not in content or reply.headers["Content-Type"] == "application/json"
        assert reply.headers["X"] is None
    assert visitors == []
    assert nquads(kg) == before
    assert sorted(path for path in kg.rglob("*") if path.is_file()) == files

"""Pushing to another store: a Graph Store server of our own here, and PyPI's oxigraph where it is installed."""

from __future__ import annotations

import shutil
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

import graph
from graph.errors import NewsgraphError, SettingsError
from tests.store.made_up import article, build, forget, nquads

ONE, OTHER = article("Ada Moss met Oslo.", "one.txt"), article("Bo Lind met Ada Moss.", "other.txt")


class GraphStore(BaseHTTPRequestHandler):
    """Keeps what is put into it; refuses everything while `refusing` is above zero."""

    graphs: dict[str, bytes]
    refusing: list[int]

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.refusing and self.refusing.pop():
            self.send_error(400)
            return
        self.graphs[self.name] = body
        self.send_response(204)
        self.end_headers()

    def do_DELETE(self) -> None:
        self.send_response(204 if self.graphs.pop(self.name, None) is not None else 404)
        self.end_headers()

    @property
    def name(self) -> str:
        return parse_qs(urlsplit(self.path).query, keep_blank_values=True).get("graph", [""])[0]

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def remote() -> Iterator[tuple[str, dict[str, bytes], list[int]]]:
    held: dict[str, bytes] = {}
    refusing: list[int] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Held", (GraphStore,), {"graphs": held, "refusing": refusing}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/store", held, refusing
    server.shutdown()
    server.server_close()


def total(held: dict[str, bytes]) -> int:
    return sum(body.count(b"\n") for body in held.values())


def test_what_changed_is_sent_and_what_is_gone_is_removed(tmp_path: Path, remote) -> None:
    url, held, _ = remote
    kg = tmp_path / "kg"
    build(kg, [("/1", ONE), ("/2", OTHER)])
    with graph.open(kg) as opened:
        first, again = opened.push(url), opened.push(url)
    assert (first.unchanged, first.removed) == (0, 0)
    assert (again.sent, again.unchanged) == (0, first.sent)
    assert total(held) == len(nquads(kg))
    forget(kg, OTHER)
    with graph.open(kg) as opened:
        assert opened.push(url).removed >= 1
    assert total(held) == len(nquads(kg))


def test_a_push_that_stopped_goes_on(tmp_path: Path, remote) -> None:
    url, held, refusing = remote
    build(tmp_path / "kg", [("/1", ONE), ("/2", OTHER)])
    refusing.extend([1, 0])
    with graph.open(tmp_path / "kg") as opened:
        with pytest.raises(NewsgraphError, match="answered 400"):
            opened.push(url)
        assert len(held) == 1
        assert opened.push(url).unchanged == 1
    assert total(held) == len(nquads(tmp_path / "kg"))


def test_errors_name_the_address(tmp_path: Path) -> None:
    build(tmp_path / "kg", [("/1", ONE)])
    with graph.open(tmp_path / "kg") as opened:
        with pytest.raises(SettingsError, match="Graph Store"):
            opened.push("ftp://nowhere/")
        with pytest.raises(NewsgraphError, match="cannot be reached"):
            opened.push("http://127.0.0.1:9/store")


@pytest.mark.skipif(shutil.which("oxigraph") is None, reason="the oxigraph server is not installed")
def test_a_real_server(tmp_path: Path) -> None:
    build(tmp_path / "kg", [("/1", ONE), ("/2", OTHER)])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["oxigraph", "serve", "--location", str(tmp_path / "ox"), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        with graph.open(tmp_path / "kg") as opened:
            opened.push(f"http://127.0.0.1:{port}/store")
        request = urllib.request.Request(f"http://127.0.0.1:{port}/store", headers={"Accept": "application/n-quads"})
        with urllib.request.urlopen(request) as answer:
            assert sorted(answer.read().decode().splitlines()) == nquads(tmp_path / "kg")
    finally:
        process.kill()
        process.wait()


def _wait(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)

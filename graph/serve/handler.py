"""HTTP: which request gets what. Everything is read-only, and nothing is taken from a client but its query."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from graph.errors import LimitError, NewsgraphError, NotFoundError
from graph.serve import pages
from graph.serve.negotiation import PAGES, TABLES, TRIPLES, accepted
from graph.serve.site import Site
from graph.store.questions import question
from graph.store.results import TRIPLES as TRIPLE_FORMATS
from graph.store.sparql import to_term
from graph.store.worker import Request
from graph.vocabulary import PREFIXES

MOST_BODY = 1_000_000
"""Bytes of a query that are read; a longer one is refused."""

MOST_DRAINED = 64_000_000
"""Bytes of a refused body that are read and thrown away."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; font-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Sent with every answer; the network's page brings a policy of its own for its inline script."""


class RefusalError(NewsgraphError):
    """A request that gets no answer but a status and a reason."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server_version = "newsgraph"
    sys_version = ""
    timeout = 30
    site: Site
    seconds: float
    most_bytes: int
    hosts: frozenset[str] | None

    def do_GET(self) -> None:
        """Answers a GET."""
        self._guarded(self._get)

    def do_HEAD(self) -> None:
        """Answers a HEAD: what a GET would get, without its body."""
        self._guarded(self._get)

    def do_POST(self) -> None:
        """Answers a POST, which only the endpoint takes."""
        self._guarded(self._post)

    def do_other(self) -> None:
        """Refuses any other method."""
        self.close_connection = True
        self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, "this KG is read-only: GET, HEAD and POST alone are answered")

    def _guarded(self, answer: Callable[[SplitResult], None]) -> None:
        """Gives an answer, or the status and reason of what stands in its way."""
        try:
            self._check_host()
            answer(urlsplit(self.path))
        except RefusalError as refused:
            self._refuse(refused.status, str(refused))
        except NotFoundError as error:
            self._refuse(HTTPStatus.NOT_FOUND, str(error))
        except LimitError as error:
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
        except NewsgraphError as error:
            self._refuse(HTTPStatus.BAD_REQUEST, str(error))
        except ValueError as error:
            self._refuse(HTTPStatus.BAD_REQUEST, f"not a request that is understood: {error}")
        except ConnectionError:
            self.close_connection = True
        except Exception as error:  # noqa: BLE001 - the outer edge: one request's fault is no other's
            self.close_connection = True
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, f"{type(error).__name__} at {self.path[:200]}")

    def _check_host(self) -> None:
        """Refuses names that a page of another site could have pointed at this machine."""
        if self.hosts is not None:
            host = urlsplit("//" + self.headers.get("Host", "")).hostname
            if host not in self.hosts:
                raise RefusalError(HTTPStatus.FORBIDDEN, "this server answers to localhost alone")

    def _get(self, url: SplitResult) -> None:
        path = unquote(url.path)
        if path == "/":
            self._send("text/html; charset=utf-8", pages.query_page(self.site.kg.name, self.site.base).encode())
        elif path == "/sparql":
            self._sparql(_only(parse_qs(url.query, strict_parsing=bool(url.query)), "query"))
        elif path == "/view":
            self._send("text/html; charset=utf-8", self.site.view().encode(), policy=False)
        elif path == "/find":
            text = _only(parse_qs(url.query), "text")
            page = pages.found_page(text, self.site.find(text)[:200], self.site.base)
            self._send("text/html; charset=utf-8", page.encode())
        elif path.startswith("/assets/"):
            self._asset(path.removeprefix("/assets/"))
        elif path.startswith("/questions/"):
            self._question(path.removeprefix("/questions/"), parse_qs(url.query))
        else:
            self._thing(path.removeprefix("/"))

    def _post(self, url: SplitResult) -> None:
        if url.path != "/sparql":
            raise RefusalError(HTTPStatus.METHOD_NOT_ALLOWED, "only /sparql takes a POST")
        kind = self.headers.get("Content-Type", "").split(";")[0].strip().lower()
        body = self._body()
        if kind == "application/sparql-query":
            self._sparql(body)
        elif kind == "application/x-www-form-urlencoded":
            self._sparql(_only(parse_qs(body, strict_parsing=True), "query"))
        elif kind == "application/sparql-update":
            raise RefusalError(HTTPStatus.FORBIDDEN, "this KG is read-only: updates are refused")
        else:
            raise RefusalError(
                HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "post application/sparql-query, or a form with a query"
            )

    def _body(self) -> str:
        length = self.headers.get("Content-Length", "")
        if not length.isdigit():
            raise RefusalError(HTTPStatus.LENGTH_REQUIRED, "say how long the query is (Content-Length)")
        if int(length) > MOST_BODY:
            self._drain(int(length))
            raise RefusalError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a query is at most {MOST_BODY:,} bytes long")
        return self.rfile.read(int(length)).decode("utf-8")

    def _drain(self, length: int) -> None:
        """Reads on, up to a bound, so that a client that is still sending gets to read why it is refused."""
        self.close_connection = True
        left = min(length, MOST_DRAINED)
        while left > 0 and (piece := self.rfile.read(min(left, 1 << 16))):
            left -= len(piece)

    def _sparql(self, sparql: str) -> None:
        self._answer(Request(sparql, "", ""))

    def _question(self, name: str, given: dict[str, list[str]]) -> None:
        values = {key: _only(given, key) for key in given}
        asked = question(name, frozenset(values))
        terms = {key: str(to_term(value)) for key, value in values.items()}
        self._answer(Request(asked.sparql, "", "", terms, trusted=True))

    def _answer(self, request: Request) -> None:
        """Runs a query in a worker and sends its answer in the form that the client likes best."""
        accept = self.headers.get("Accept", "")
        table, triples = accepted(accept, TABLES), accepted(accept, TRIPLES)
        if table is None and triples is None:
            raise RefusalError(HTTPStatus.NOT_ACCEPTABLE, f"choose one of {', '.join((*TABLES, *TRIPLES))}")
        told, body = self.site.workers.ask(
            Request(
                request.sparql,
                TABLES[table or next(iter(TABLES))],
                TRIPLES[triples or next(iter(TRIPLES))],
                request.values,
                self.seconds,
                self.most_bytes,
                trusted=request.trusted,
            )
        )
        media = {"table": table, "triples": triples}.get(told.kind, "")
        if media is None:
            raise RefusalError(HTTPStatus.NOT_ACCEPTABLE, f"the answer is {told.kind}; accept another media type")
        if not media:
            status = HTTPStatus.SERVICE_UNAVAILABLE if told.kind == "LimitError" else HTTPStatus.BAD_REQUEST
            raise RefusalError(status, told.message)
        self._send(media if "/sparql" in media or "+" in media else f"{media}; charset=utf-8", body, told.generation)

    def _asset(self, name: str) -> None:
        if name not in pages.ASSETS:
            raise RefusalError(HTTPStatus.NOT_FOUND, "no such file")
        self._send(pages.ASSETS[name], pages.asset(name))

    def _thing(self, name: str) -> None:
        """The page of a data IRI, whose own path stands below this server's."""
        iri = self.site.base + quote(name, safe="/-._~")
        moved = self.site.moved_to(iri)
        if moved is not None:
            self._redirect("/" + moved.removeprefix(self.site.base))
            return
        quads = self.site.quads(iri)
        if not quads:
            raise RefusalError(HTTPStatus.NOT_FOUND, f"nothing here is named {iri}")
        media = accepted(self.headers.get("Accept", ""), PAGES)
        if media is None:
            raise RefusalError(HTTPStatus.NOT_ACCEPTABLE, f"choose one of {', '.join(PAGES)}")
        if media == "text/html":
            page = pages.thing_page(iri, self.site.dossier(iri), quads, self.site.base)
            self._send("text/html; charset=utf-8", page.encode())
        else:
            self._send(media, _serialized(quads, TRIPLE_FORMATS[PAGES[media]]))

    def _redirect(self, place: str) -> None:
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", quote(place, safe="/-._~"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, media: str, body: bytes, generation: int = 0, *, policy: bool = True) -> None:
        self._head(HTTPStatus.OK, media, len(body), policy=policy)
        if generation:
            self.send_header("X-Newsgraph-Generation", str(generation))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _refuse(self, status: HTTPStatus, reason: str) -> None:
        body = (json.dumps({"error": reason}) + "\n").encode()
        self._head(status, "application/json", len(body))
        if status == HTTPStatus.SERVICE_UNAVAILABLE:
            self.send_header("Retry-After", "1")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: HTTPStatus, media: str, length: int, *, policy: bool = True) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(length))
        for name, value in HEADERS.items():
            if policy or name != "Content-Security-Policy":
                self.send_header(name, value)

    def log_message(self, format: str, *args: object) -> None:
        """Keeps quiet: what people ask is nobody's business."""


def _only(given: dict[str, list[str]], name: str) -> str:
    """The one value of a parameter."""
    if "update" in given:
        raise RefusalError(HTTPStatus.FORBIDDEN, "this KG is read-only: updates are refused")
    if {"default-graph-uri", "named-graph-uri"} & given.keys():
        raise RefusalError(HTTPStatus.BAD_REQUEST, "say which graphs in the query itself (FROM, GRAPH)")
    values = given.get(name, [])
    if len(values) != 1:
        raise RefusalError(HTTPStatus.BAD_REQUEST, f"give {name} once")
    return values[0]


def _serialized(quads: list[Quad], format: RdfFormat) -> bytes:
    triples = (Triple(quad.subject, quad.predicate, quad.object) for quad in quads)
    return serialize(triples, format=format, prefixes=PREFIXES) or b""


def handler_of(site: Site, seconds: float, most_bytes: int, hosts: frozenset[str] | None) -> type[Handler]:
    """The handler class of one site with its limits."""
    fixed = {"site": site, "seconds": seconds, "most_bytes": most_bytes, "hosts": hosts}
    others = {f"do_{method}": Handler.do_other for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT")}
    return type("SiteHandler", (Handler,), fixed | others)

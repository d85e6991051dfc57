"""What articles say is data: 200 hostile strings in every field that reaches the page, and none of them runs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import product
from typing import Any

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

from graph.view import frame, still
from graph.view import page as whole_page

HIT = "window.hit=1"
SEEDS = (
    f"<script>{HIT}</script>",
    f"</script><script>{HIT}</script>",
    f"<!--<script>{HIT}</script>-->",
    f"<img src=x onerror={HIT}>",
    f"<svg onload={HIT}>",
    f"<svg><script>{HIT}</script></svg>",
    f"<iframe srcdoc='<script>parent.{HIT}</script>'>",
    f"<body onload={HIT}>",
    f"<details open ontoggle={HIT}>",
    f"<a href=javascript:{HIT}>x</a>",
    f"javascript:{HIT}//",
    f"data:text/html,<script>{HIT}</script>",
    f'" onmouseover={HIT} x="',
    f"' onfocus={HIT} autofocus='",
    f"`${{{HIT}}}`",
    f"{{{{constructor.constructor('{HIT}')()}}}}",
    f"]]><script>{HIT}</script>",
    f"</style><script>{HIT}</script>",
    f"</title><script>{HIT}</script>",
    f"\\u003cscript\\u003e{HIT}\\u003c/script\\u003e",
    f'"}};{HIT};//',
    f"<math><mtext></table><mglyph><style><img src=x onerror={HIT}>",
    "<base href=//evil.example/><meta http-equiv=refresh content='0;url=//evil.example'>",
    f"<form action=//evil.example><input name=innerHTML><button>{HIT}",
    "\u202egpj.exe\u202d\u2066\u2069\u200f",
)
DRESSES = (
    "{}",
    "{} and href=x",
    "A{}\n\tB",
    "\U0001f6a2{}\u2028{}",
    "{}" + "é" * 300,
    "__proto__{}",
    "\\{}\\",
    "%3C{}%3E",
)
STRINGS = [dress.replace("{}", seed) for dress, seed in product(DRESSES, SEEDS)]


def hostile_network() -> nx.MultiDiGraph[str]:
    """People and events whose every text is one of the strings."""
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, text in enumerate(STRINGS):
        person, event, claim = (f"http://x/{kind}/{number}" for kind in ("entity", "event", "claim"))
        common: dict[str, Any] = {"facts": [], "names": [text, text], "label": text}
        found.add_node(person, kind="person", type=text, honorific=text, titles=[text], **common)
        found.nodes[person]["facts"] = [{"predicate": text, "value": text, "evidence": [evidence(number, text)]}]
        found.add_node(event, kind="event", type=text, date=text, time=text, surface=text, unstated=[text],
                       factuality="asserted", status=text, **common)  # fmt: skip
        found.add_node(claim, kind="claim", type="Claim", text=text, factuality="asserted", **common)
        other = f"http://x/entity/{number - 1 if number else len(STRINGS) - 1}"
        for tail, head, label in ((event, person, text), (event, other, "agent"), (claim, person, "author")):
            found.add_edge(tail, head, key=label, label=label, predicate="http://x/" + text, factuality="asserted",
                           confidence=0.5, derived=False, evidence=[evidence(number, text)])  # fmt: skip
    return found


def evidence(number: int, text: str) -> dict[str, Any]:
    fields = ("words", "antecedent", "rule", "title", "publisher", "date", "url", "identifier", "statement")
    place = {"sentence": text, "start": 0, "end": len(text), "trigger": (0, 2), "confidence": 0.5, "factuality": None}
    merged = {"source_subject": text, "source_object": None}
    return dict.fromkeys(fields, text) | place | merged | {"article": f"http://x/article/{number}"}


@pytest.fixture(scope="module")
def document() -> str:
    texts = {f"http://x/article/{number}": text for number, text in enumerate(STRINGS)}
    return whole_page(hostile_network(), texts, title=STRINGS[1] + STRINGS[18], limit=1_000)


def test_there_are_two_hundred() -> None:
    assert len(set(STRINGS)) == 200


def test_no_string_leaves_its_data_block(document: str) -> None:
    assert document.lower().count("<script") - document.count('"<script') == 3
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', document, re.S)
    assert block is not None
    assert not set(block[1]) & set("<>&\u2028\u2029")
    labels = {node["label"] for node in json.loads(block[1])["nodes"]}
    assert labels == set(STRINGS)


USE_EVERYTHING = """async () => {
  document.querySelector('#tab').click();
  const rows = document.querySelectorAll('#table tbody tr').length;
  for (const number of document.querySelectorAll('#table tbody a').keys()) {
    document.querySelectorAll('#table tbody a')[number].click();
    for (const opener of document.querySelectorAll('#panel .wrong')) opener.click();
    const article = [...document.querySelectorAll('#panel a')].find((b) => b.textContent === 'in the article');
    if (article) article.click();
    for (const hover of document.querySelectorAll('#panel *'))
      for (const name of ['mouseover', 'focus', 'click'].slice(0, 2)) hover.dispatchEvent(new Event(name));
  }
  for (const id of ['decisions', 'copy-sparql', 'theme', 'help', 'ask-said', 'ask-unstated'])
    document.getElementById(id).click();
  document.querySelector('#tab').click();
  return rows;
}"""
STRANGERS = (
    "img,iframe,object,embed,base,form,video,audio,math,frame,link,meta[http-equiv=refresh],script:not([id=data])"
)


@pytest.mark.browser
def test_none_of_them_runs(document: str, opened: Callable[..., Page]) -> None:
    page = opened(document)
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    assert page.evaluate(USE_EVERYTHING) == 400
    for text in STRINGS[:25]:
        page.locator("#query").fill(text[:60])
    assert page.evaluate("window.hit") is None
    assert page.evaluate("selector => document.querySelectorAll(selector).length", STRANGERS) == 2
    assert page.evaluate("[...document.links].filter((a) => !/^(https?:|#)/.test(a.getAttribute('href'))).length") == 0
    assert (
        page.evaluate("document.querySelectorAll('[onerror],[onload],[onmouseover],[onfocus],[style*=url]').length")
        == 0
    )
    assert page.evaluate("document.querySelectorAll('header').length") == 1
    expect(page.locator("h1")).to_have_text(re.compile("^" + re.escape(STRINGS[1])))


@pytest.mark.browser
def test_none_of_them_leaves_a_notebooks_frame(document: str, opened: Callable[..., Page]) -> None:
    told = frame(document, still(hostile_network(), STRINGS[1]))
    notebook = opened(f'<!doctype html><body data-state="ready">{told}</body>')
    inside = notebook.frame_locator("iframe")
    expect(inside.locator("body[data-state=ready]")).to_be_visible()
    assert inside.locator("body").evaluate(USE_EVERYTHING) == 400
    assert inside.locator("body").evaluate("() => window.hit") is None
    assert (
        inside.locator("body").evaluate("(_, strangers) => document.querySelectorAll(strangers).length", STRANGERS) == 2
    )
    assert notebook.evaluate("window.hit") is None
    assert (
        notebook.evaluate("[...document.body.querySelectorAll('*')].map((e) => e.localName).join()")
        == "div,iframe,p,code"
    )


@pytest.mark.browser
def test_none_of_them_leaves_a_notebooks_table(opened: Callable[..., Page]) -> None:
    notebook = opened('<!doctype html><body data-state="ready">Notebook<div id="output"></div></body>')
    told = still(hostile_network(), STRINGS[1] + STRINGS[18])
    assert notebook.evaluate(
        "html => { output.innerHTML = html; return output.querySelectorAll('*').length; }", told
    ) == (1 + 1 + 2 + 3 + 1 + 10 * 4)
    assert notebook.evaluate("window.hit") is None

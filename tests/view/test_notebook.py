"""The page inside a notebook: framed as JupyterLab and VS Code allow it, and a table where neither may run anything."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest
from playwright.sync_api import Page, expect

from graph.network import network
from graph.view import frame, still
from graph.view import page as whole_page
from tests.by_hand import ARTICLES, MINTER, dataset

VSCODE = (
    "default-src 'none'; script-src https://*.vscode-cdn.net 'unsafe-inline' 'unsafe-eval'; "
    "style-src https://*.vscode-cdn.net 'unsafe-inline'; img-src https: http: data:; font-src https:; "
    "connect-src https:; child-src https: data:;"
)
"""What VS Code lets the outputs of a notebook do; a frame's srcdoc inherits it."""

HOSTS = {
    "JupyterLab": '<!doctype html><body data-state="ready">Notebook<div id="output"></div>',
    "VS Code": f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{VSCODE}">'
    '<body data-state="ready">Notebook<div id="output"></div>',
}


@pytest.fixture(scope="module")
def output() -> str:
    told = network(dataset(), claims=True, participants=True)
    texts = {MINTER.article(article): text for article, text in ARTICLES.items()}
    return frame(whole_page(told, texts, title="Port talks"), still(told, "Port <talks>"))


@pytest.mark.browser
@pytest.mark.parametrize("host", HOSTS)
def test_it_opens_and_works(host: str, output: str, opened: Callable[..., Page]) -> None:
    """Both put an output's HTML into the page by program."""
    notebook = opened(HOSTS[host])
    notebook.evaluate("html => { document.querySelector('#output').innerHTML = html; }", output)
    inside = notebook.frame_locator("iframe")
    expect(inside.locator("body[data-state=ready]")).to_be_visible()
    inside.locator("#query").fill("okoye")
    inside.locator("#query").press("Enter")
    expect(inside.locator("#trail")).to_contain_text("Around Tomas Okoye")
    inside.get_by_role("button", name="Who briefed whom?").click()
    expect(inside.locator("#panel")).to_contain_text("not stated")
    assert notebook.locator("table").count() == 0


@pytest.mark.browser
def test_a_frame_in_a_frame_opens_too(output: str, opened: Callable[..., Page]) -> None:
    """VS Code shows all outputs of a notebook in one sandboxed frame."""
    inner = escape(HOSTS["VS Code"].replace('<div id="output"></div>', output))
    sandbox = "allow-scripts allow-forms allow-pointer-lock allow-downloads"
    editor = opened(
        f'<!doctype html><body data-state="ready">Editor<iframe sandbox="{sandbox}" srcdoc="{inner}"></iframe>'
    )
    page = editor.frame_locator("iframe").frame_locator("iframe")
    expect(page.locator("body[data-state=ready]")).to_be_attached()


@pytest.mark.browser
def test_a_table_stands_where_no_frame_may(output: str, opened: Callable[..., Page]) -> None:
    """Notebooks that are not trusted lose the frame's own tags."""
    opening = output[
        output.index("<iframe") : output.index(">", output.rindex("style=", 0, output.index("<table"))) + 1
    ]
    notebook = opened(HOSTS["JupyterLab"])
    notebook.evaluate(
        "html => { document.querySelector('#output').innerHTML = html; }",
        output.replace(opening, "").replace("</iframe>", ""),
    )
    expect(notebook.locator("table")).to_contain_text("Tomas Okoye")
    expect(notebook.locator("caption")).to_have_text("Port <talks>: best connected")
    expect(notebook.get_by_text("Trust the notebook")).to_be_visible()

"""JupyterLab itself: a graph displays itself, its view opens and is used; not trusted, it still tells something."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import graph

pytestmark = pytest.mark.browser
PATIENCE = 90_000
ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "Mayor Ada Brandt met harbour chief Tomas Okoye in Lindhaven on Tuesday. Okoye works for the Harbour Office."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook beside a KG, with the output of a run that JupyterLab knows nothing of."""
    place = tmp_path_factory.mktemp("lab")
    (place / "port.txt").write_text(ARTICLE, encoding="utf-8")
    with graph.build(place / "kg", place / "port.txt") as kg:
        html = kg.view()._repr_html_()  # type: ignore[union-attr]
    sources = (
        "import graph\nkg = graph.open('kg')\nkg",
        "kg.view()",
        "kg.query('SELECT ?s WHERE { ?s a ng:Meeting }')",
    )
    cells = [cell(number, source) for number, source in enumerate(sources)]
    cells[1]["outputs"] = [
        {"output_type": "execute_result", "execution_count": 2, "metadata": {}, "data": {"text/html": html}}
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (place / "news.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return place


def cell(number: int, source: str) -> dict[str, Any]:
    own = {"cell_type": "code", "id": f"cell-{number}", "execution_count": None, "metadata": {}}
    return {**own, "outputs": [], "source": source}


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """Where JupyterLab shows the notebook."""
    pytest.importorskip("jupyterlab", reason="JupyterLab is in the extra `notebooks`")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {f"JUPYTER_{name}_DIR": str(folder / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    options = ["--allow-root", "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--IdentityProvider.token="]
    command = [sys.executable, "-m", "jupyterlab", *options, f"--ServerApp.root_dir={folder}"]
    with (folder / "log").open("w") as log:
        lab = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **own, "PYTHONPATH": str(ROOT)})
    try:
        yield wait_for(f"http://127.0.0.1:{port}/") + "lab/tree/news.ipynb?reset"
    finally:
        lab.terminate()
        lab.wait(30)


def wait_for(address: str) -> str:
    for _ in range(PATIENCE // 250):
        try:
            urllib.request.urlopen(address + "api/status").close()
        except OSError:
            time.sleep(0.25)
        else:
            return address
    pytest.fail("JupyterLab did not start")


@pytest.fixture
def lab(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 1100})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    yield page
    context.close()


def test_a_graph_and_its_view_in_jupyterlab(lab: Page, picture: Callable[..., None]) -> None:
    outputs = lab.locator(".jp-OutputArea-output")
    expect(outputs.first.locator("caption")).to_have_text("kg: best connected")
    expect(outputs.first).to_contain_text("Trust the notebook")
    assert lab.locator("iframe").count() == 0
    picture(lab, "-untrusted")
    expect(lab.get_by_text("| Idle")).to_be_visible(timeout=PATIENCE)
    lab.get_by_role("menuitem", name="Run", exact=True).click()
    lab.locator(".lm-Menu-itemLabel", has_text="Run All Cells").first.click()
    view = lab.frame_locator("iframe")
    expect(view.locator("body[data-state=ready]")).to_be_visible(timeout=PATIENCE)
    expect(outputs.first.locator("caption")).to_have_text("kg")
    expect(outputs.last.locator("table")).to_contain_text("event/")
    view.locator("#query").fill("okoye")
    view.locator("#query").press("Enter")
    expect(view.locator("#trail")).to_contain_text("Around Tomas Okoye")
    expect(view.locator("#panel")).to_contain_text("Mayor Ada Brandt met harbour chief Tomas Okoye")
    view.get_by_role("button", name="Dark", exact=True).click()
    assert view.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(20, 23, 28)"
    picture(lab)

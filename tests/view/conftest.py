"""A headless Chromium for the tests that use the page as a reader does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREENSHOTS = Path(os.environ.get("NEWSGRAPH_SCREENSHOTS", ""))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium: the page cannot be tested (install Debian's package chromium)")
        pytest.skip("no Chromium on this machine: the page was not driven (install Debian's package chromium)")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page's text as a file, and fails if it asks for anything or complains about anything."""
    context = browser.new_context(viewport={"width": 1400, "height": 860}, accept_downloads=True)
    complaints: list[str] = []

    def open_page(document: str, hash: str = "") -> Page:
        path = tmp_path / "kg.html"
        path.write_text(document, encoding="utf-8")
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: complaints.append(request.url) if request.url.split("#")[0] != path.as_uri() else None,
        )
        page.goto(path.as_uri() + hash)
        page.wait_for_selector("body[data-state=ready]", timeout=30_000)
        return page

    yield open_page
    context.close()
    assert complaints == []


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[Page], None]:
    """Keeps a screenshot under the test's name where NEWSGRAPH_SCREENSHOTS names a folder."""

    def take(page: Page, name: str = "") -> None:
        if os.environ.get("NEWSGRAPH_SCREENSHOTS"):
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=SCREENSHOTS / f"{request.node.name}{name}.png")

    return take

"""The page beside plain pyvis, in one run: `python -m tests.bench.view`. Needs Chromium.

Tells when a picture stands, how long frames take while a hand pans and zooms, and how big a page is. The machine may be
busy: read the ratio, and the frames (a screen shows sixty a second at most).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network as Plain

from graph.view import page as whole_page
from tests.view.made_up import made_up

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
RECORD = """() => {
  window.frames_ = [];
  let last = performance.now();
  requestAnimationFrame(function step(now) {
    if (!window.frames_) return;
    frames_.push(now - last);
    last = now;
    requestAnimationFrame(step);
  });
}"""
STOP = "() => { const all = window.frames_.slice(1).sort((a, b) => a - b); window.frames_ = null; return all; }"
STABLE = "() => new Promise((done) => network.once('stabilizationIterationsDone', () => requestAnimationFrame(done)))"
PATIENCE = 900_000


def stands(browser: Browser, path: Path) -> tuple[float, Page]:
    """Seconds until our page says that its picture stands."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    start = time.monotonic()
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-state=ready]", timeout=PATIENCE)
    return time.monotonic() - start, page


def plain_stands(browser: Browser, path: Path, nodes: int) -> float:
    """Seconds until plain pyvis's picture of the same network stands, with its defaults."""
    picture = Plain(cdn_resources="in_line")
    picture.from_nx(made_up(nodes), edge_weight_transf=lambda weight: weight)
    path.write_text(picture.generate_html(), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(PATIENCE)
    start = time.monotonic()
    page.goto(path.as_uri(), wait_until="domcontentloaded")
    page.evaluate(STABLE)
    return time.monotonic() - start


def frames(page: Page) -> tuple[list[float], list[float]]:
    """The milliseconds of each frame while a hand pans, and while it zooms; sorted."""
    box = page.locator("#picture").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.wait_for_timeout(1_000)
    page.mouse.down()
    page.evaluate(RECORD)
    for step in range(80):
        page.mouse.move(x + 2 * step, y + step)
    panned = page.evaluate(STOP)
    page.mouse.up()
    page.wait_for_timeout(500)
    page.evaluate(RECORD)
    for step in range(40):
        page.mouse.wheel(0, -60 if step < 20 else 60)
        page.wait_for_timeout(20)
    return panned, page.evaluate(STOP)


def told(name: str, milliseconds: list[float]) -> str:
    """How long frames take: the middle one, and that of the slowest twentieth."""
    middle, slow = (milliseconds[int(len(milliseconds) * part)] for part in (0.5, 0.95))
    return f"{name} {middle:.0f} ms a frame, 95 % within {slow:.0f} ms"


def lines(browser: Browser, folder: Path) -> None:
    """Measures and says each figure as it comes."""
    for nodes, limit in ((1_000, 1_000), (5_000, 5_000), (100_000, None)):
        path = folder / f"{nodes}.html"
        path.write_text(whole_page(made_up(nodes), limit=limit), encoding="utf-8")
        seconds, page = min((stands(browser, path) for _ in range(3)), key=lambda run: run[0])
        say(f"{nodes:,} nodes: {path.stat().st_size / 1e6:.1f} MB, stands after {seconds:.2f} s")
        if nodes == 1_000:
            plain = plain_stands(browser, folder / "plain.html", nodes)
            say(f"  plain pyvis on the same network: {plain:.1f} s, {plain / seconds:.0f} times as long")
        panned, zoomed = frames(page)
        say(f"  {told('panning', panned)}; {told('zooming', zoomed)}")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium on this machine (Debian's package is chromium)")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        lines(browser, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()

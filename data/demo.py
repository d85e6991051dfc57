"""What `make demo` does: a graph from the sample articles, two answers with their sentences, and a page to open."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KG = Path("demo/kg")
PAGE = Path("demo/kg.html")


def newsgraph(*arguments: object) -> None:
    """Runs the command line as a user would, showing the command first."""
    words = [str(argument) for argument in arguments]
    sys.stdout.write("\n$ newsgraph " + " ".join(f'"{word}"' if " " in word else word for word in words) + "\n")
    sys.stdout.flush()
    subprocess.run([str(Path(sys.executable).with_name("newsgraph")), *words], check=True, cwd=ROOT)


def main() -> None:
    """Builds, asks, checks and draws."""
    shutil.rmtree(ROOT / "demo", ignore_errors=True)
    (ROOT / "demo").mkdir()
    newsgraph("build", KG, "data/articles")
    newsgraph("query", KG, "--name", "who-briefed-whom")
    newsgraph("query", KG, "--name", "co-organisers")
    newsgraph("check", KG)
    newsgraph("view", KG, PAGE)
    sys.stdout.write(f"\nOpen {PAGE} in your browser; it needs no network.\n")


if __name__ == "__main__":
    main()

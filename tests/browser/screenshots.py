"""`make screenshots`: the README's pictures, taken of the running program with real models."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from tests.browser.running import browsing, places, serving, writer

WIDTH, HEIGHT = 1280, 860


def main(into: Path) -> None:
    """Draft a batch, approve one, and take a picture of the list and of one draft."""
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="writer-") as data:
        environment = places(Path(data))
        writer("batch", "--best", "24", "--progress", "none", environment=environment)
        waiting = json.loads(
            writer("queue", "list", "--status", "in_review", "--format", "json", environment=environment).stdout
        )
        writer("queue", "approve", waiting[-1]["id"], environment=environment)
        with serving(environment) as address, browsing() as browser:
            page = browser.new_page(base_url=address, viewport={"width": WIDTH, "height": HEIGHT})
            for name, where in (("list", "/drafts?status=all"), ("draft", f"/drafts/{waiting[0]['id']}")):
                page.goto(where)
                page.screenshot(path=into / f"{name}.png")
                print(into / f"{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""The program served, and a browser to look at it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowser(Exception):
    """No browser is installed; the message says how to get one."""

    def __init__(self) -> None:
        super().__init__(f"no browser is found (looked for {', '.join(NAMES)}): on Debian, apt-get install chromium")


def find_browser() -> str:
    """The path of the system's Chromium. NoBrowser where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise NoBrowser
    return found


@contextmanager
def browsing() -> Iterator[Browser]:
    """The system's Chromium, driven; nothing is downloaded."""
    path = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def writer(*arguments: str, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run `writer` to its end."""
    line = [sys.executable, "-m", "writer", *arguments]
    return subprocess.run(line, env={**os.environ, **environment}, capture_output=True, text=True, check=False)


@contextmanager
def serving(environment: Mapping[str, str]) -> Iterator[str]:
    """`writer serve` on a free port; gives its address."""
    line = [sys.executable, "-m", "writer", "serve", "--port", "0"]
    served = subprocess.Popen(line, env={**os.environ, **environment}, stderr=subprocess.PIPE, text=True)
    assert served.stderr is not None
    try:
        said = served.stderr.readline()
        assert "http://" in said, said + served.stderr.read()
        yield said.partition("is at ")[2].partition(" ")[0]
    finally:
        served.terminate()
        served.wait(20)
        served.stderr.close()


def places(data_dir: Path) -> dict[str, str]:
    """The environment of a run of its own, with the shipped catalog and the house writer."""
    return {
        "WRITER_DATA_DIR": str(data_dir),
        "WRITER_USER": "ann",
        "WRITER_MODEL": "",
        "WRITER_DATABASE_URL": "",
        "WRITER_CATALOG": "",
    }

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.running import NoBrowser, browsing, places, serving, writer

PAIRS = 6


@dataclass(frozen=True, slots=True)
class Served:
    """A desk with drafts on it; ``environment`` reaches the same queue from the command line."""

    address: str
    environment: dict[str, str]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    try:
        with browsing() as browser:
            yield browser
    except NoBrowser as missing:
        pytest.fail(str(missing))


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a batch of drafts: made once, copied for each test."""
    data = tmp_path_factory.mktemp("drafted") / "data"
    done = writer("batch", "--best", str(PAIRS), "--progress", "none", environment=places(data))
    assert done.returncode in {0, 1}, done.stderr
    return data


@pytest.fixture
def served(tmp_path: Path, drafted: Path) -> Iterator[Served]:
    environment = places(shutil.copytree(drafted, tmp_path / "data"))
    with serving(environment) as address:
        yield Served(address, environment)


@pytest.fixture
def page(chromium: Browser, served: Served) -> Iterator[Page]:
    """A fresh page; what the browser complains about fails the test."""
    complaints: list[str] = []
    context = chromium.new_context(base_url=served.address, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert complaints == []

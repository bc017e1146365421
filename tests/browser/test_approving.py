from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served
from tests.browser.running import writer

pytestmark = pytest.mark.browser


def in_review(served: Served) -> str:
    """The id of a draft that waits for review."""
    listed = writer("queue", "list", "--status", "in_review", "--format", "json", environment=served.environment)
    return str(json.loads(listed.stdout)[0]["id"])


def test_what_is_approved_in_the_browser_becomes_a_published_page(page: Page, served: Served, tmp_path: Path) -> None:
    draft = in_review(served)
    page.goto("/")
    page.locator(f'a[href="/drafts/{draft}"]').first.click()
    page.get_by_role("button", name="Approve", exact=True).click()
    page.goto(f"/drafts/{draft}")
    expect(page.locator("body")).to_contain_text("approved by ann")

    site = tmp_path / "site"
    published = writer("publish", str(site), environment=served.environment)
    assert published.returncode == 0, published.stderr
    name = draft.rpartition("@")[0]
    page.goto((site / f"{name}.html").as_uri())
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("body")).not_to_contain_text("Not approved")
    page.goto((site / "index.html").as_uri())
    expect(page.locator(f'a[href="{name}.html"]')).to_have_count(1)


def test_each_quantity_is_shown_with_its_fact(page: Page, served: Served) -> None:
    page.goto(f"/drafts/{in_review(served)}")
    facts = page.locator(".facts li")
    assert facts.count() >= 12
    expect(facts.first.locator("dt b").first).not_to_be_empty()
    expect(page.locator("article.text")).to_be_visible()


def test_sending_back_asks_for_a_reason(page: Page, served: Served) -> None:
    draft = in_review(served)
    page.goto(f"/drafts/{draft}")
    page.locator("summary", has_text="Request changes").click()
    page.get_by_role("button", name="Send back", exact=True).click()
    expect(page.locator("body")).not_to_contain_text("changes requested by")
    page.get_by_label("What has to change").fill("say more about cost")
    page.get_by_role("button", name="Send back", exact=True).click()
    page.goto(f"/drafts/{draft}")
    expect(page.locator("body")).to_contain_text("say more about cost")


def test_a_page_of_another_site_cannot_decide(chromium: Browser, served: Served, tmp_path: Path) -> None:
    draft = in_review(served)
    trap = tmp_path / "trap.html"
    trap.write_text(
        f'<form method="post" action="{served.address}/drafts/{draft}/approve"><button>Win</button></form>',
        encoding="utf-8",
    )
    page = chromium.new_page()
    page.goto(trap.as_uri())
    with page.expect_response(f"**/drafts/{draft}/approve") as answer:
        page.get_by_role("button", name="Win").click()
    assert answer.value.status == 403
    page.close()
    listed = writer("queue", "list", "--status", "approved", "--format", "json", environment=served.environment)
    assert json.loads(listed.stdout) == []


def test_a_pair_is_written_anew_while_the_page_waits(page: Page, served: Served) -> None:
    page.goto(f"/drafts/{in_review(served)}")
    page.locator("summary", has_text="Regenerate").click()
    page.get_by_label("A note to the writer").fill("say more about cost")
    page.get_by_role("button", name="Write it anew").click()
    expect(page.locator("main")).to_contain_text("Look at the new version", timeout=30_000)

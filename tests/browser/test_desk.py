"""The desk with its script: keys, leases that come and go with the page, facts under the pointer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served
from tests.browser.running import writer
from tests.browser.test_approving import in_review

pytestmark = pytest.mark.browser


def holder(served: Served, draft: str) -> str:
    """What the command line says of who has the draft open."""
    tried = writer(
        "queue", "decline", draft, "--reason", "to see", environment={**served.environment, "WRITER_USER": "ben"}
    )
    return tried.stderr


def test_a_draft_is_decided_by_keys_alone(page: Page, served: Served) -> None:
    page.goto("/drafts")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.locator("article.text")).to_be_visible()
    page.wait_for_load_state()
    page.keyboard.press("c")
    page.keyboard.type("say more about cost, a, n and j")
    expect(page.locator("textarea:focus")).to_have_value("say more about cost, a, n and j")
    page.locator("article.text p").first.click()
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.locator(".note p")).to_have_text("Approved.")
    page.wait_for_load_state()  # the keys are there when the page is
    page.keyboard.press("u")
    page.keyboard.press("Enter")
    expect(page.locator(".note p")).to_have_text("Taken back.")
    page.keyboard.press("n")
    expect(page.locator("article.text")).to_be_visible()


def test_a_draft_is_held_while_it_is_open_and_given_back_on_leaving(page: Page, served: Served) -> None:
    draft = in_review(served)
    page.goto(f"/drafts/{draft}")
    expect(page.locator("#lease[data-held]")).to_have_count(1)
    assert "ann has it open" in holder(served, draft)
    page.goto("/drafts")
    expect(page.locator("table.list")).to_be_visible()
    assert holder(served, draft) == "" or "has it open" not in holder(served, draft)


def test_a_fact_is_told_under_the_pointer_and_beside_the_text(page: Page, served: Served) -> None:
    page.goto(f"/drafts/{in_review(served)}")
    first = page.locator(".text .fact").first
    expect(first.locator(".tip")).to_be_hidden()
    first.hover()
    expect(first.locator(".tip")).to_be_visible()
    first.click()
    expect(page.locator("#fact-1:target")).to_be_visible()


def test_without_script_everything_still_works(chromium: Browser, served: Served) -> None:
    context = chromium.new_context(base_url=served.address, java_script_enabled=False)
    page = context.new_page()
    draft = in_review(served)
    page.goto(f"/drafts/{draft}")
    page.locator("summary", has_text="Request changes").click()
    page.get_by_label("What has to change").fill("shorter")
    page.get_by_role("button", name="Send back", exact=True).click()
    expect(page.locator(".note p")).to_have_text("Sent back with what has to change.")
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("link", name="Edit the text").click()
    page.get_by_label("The text").fill("It is 9,999% cheaper and costs $0.")
    page.get_by_role("button", name="Check and store").click()
    expect(page.locator(".findings li").first).to_be_visible()
    expect(page.get_by_label("The text")).to_have_value("It is 9,999% cheaper and costs $0.")
    context.close()


def test_a_pair_is_written_anew_while_one_watches(page: Page, served: Served) -> None:
    draft = in_review(served)
    page.goto(f"/drafts/{draft}")
    page.keyboard.press("r")
    page.keyboard.type("more on cost")
    page.get_by_role("button", name="Write it anew").click()
    expect(page.get_by_role("link", name="Look at the new version")).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Look at the new version").click()
    expect(page.locator("body")).to_contain_text("regenerated")


def test_a_whole_queue_is_decided_by_keys_alone_and_the_last_decision_taken_back(page: Page, served: Served) -> None:
    page.goto("/drafts")
    waiting = int(page.locator('.filters a[aria-current="page"] b').inner_text())
    page.keyboard.press("n")
    for _ in range(waiting):
        expect(page.locator("#lease[data-held]")).to_have_count(1)
        page.keyboard.press("A")
        page.keyboard.press("Enter")
        expect(page.locator(".note")).to_be_visible()
    expect(page.locator(".note")).to_contain_text("Nothing is left to decide: well done.")
    page.wait_for_load_state()
    page.keyboard.press("u")
    page.keyboard.press("Enter")
    expect(page.locator(".note")).to_contain_text("Taken back.")
    expect(page.locator(".badge").first).to_have_text("in review")


def test_one_goes_from_mark_to_mark_by_keys_and_sees_the_fact_beside(page: Page, served: Served) -> None:
    page.goto(f"/drafts/{in_review(served)}")
    for _ in range(12):
        page.keyboard.press("j")
    page.keyboard.press("k")
    focused = page.locator(".text a:focus")
    expect(focused).to_have_count(1)
    expect(focused.locator(".tip")).to_be_visible()
    expect(page.locator(focused.get_attribute("href") or "")).to_be_in_viewport()


def test_the_keys_are_told_on_a_key(page: Page) -> None:
    page.goto("/drafts")
    page.keyboard.press("?")
    expect(page.locator(".keys p")).to_be_visible()


def test_how_each_number_was_read_is_a_page_away(page: Page, served: Served) -> None:
    page.goto(f"/drafts/{in_review(served)}")
    page.get_by_role("link", name="How each number was read").click()
    expect(page.locator(".readings tbody tr").first).to_be_visible()
    expect(page.locator(".readings")).to_contain_text("as the catalog states it")

"""Publishing: each pair has its own page."""

from __future__ import annotations

from types import SimpleNamespace

from review_queue.publishing import Ready
from tests.factories import catalog, draft, model
from writer.cli import publishing
from writer.drafts.draft import Draft
from writer.facts.compute import fact_sheet


def test_pairs_whose_slugs_run_together_alike_are_two_pages() -> None:
    known = catalog(model("gpt-4"), model("1x"), model("gpt-41"), model("x"))
    made = [draft(fact_sheet(known, a, b)) for a, b in (("gpt-4", "1x"), ("gpt-41", "x"))]
    queue = iter(made)
    desk = SimpleNamespace(publish=lambda _id, *, by, expect: next(queue))
    wired = SimpleNamespace(desk=desk, settings=SimpleNamespace(user="ann"))
    published: dict[tuple[str, str], Draft] = {}
    for each in made:
        publishing._mark(wired, Ready(each, ""), published, [])  # type: ignore[arg-type]
    assert list(published.values()) == made

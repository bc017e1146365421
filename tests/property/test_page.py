"""Laws of the page, over made-up models."""

from __future__ import annotations

import json
import re

from hypothesis import given, settings

from tests.property.made_up import catalogs
from writer.catalog.catalog import Catalog
from writer.catalog.names import Names
from writer.facts.compute import fact_sheet
from writer.freshness.change import Kind
from writer.freshness.compare import compare
from writer.page import render
from writer.page.build import build

few = settings(deadline=None, derandomize=True, max_examples=60)


@few
@given(catalogs())
def test_any_pair_has_a_page_without_an_empty_cell(catalog: Catalog) -> None:
    page = build(fact_sheet(catalog, "one", "two"), Names.of(catalog))
    html, markdown = render.html(page), render.markdown(page)
    assert not re.search(r"<(td|th)[^>]*>\s*</|<h3>\s*</|<p>\s*</p>", html)
    assert not re.search(r"(?<!\\)\|[ \t]*\|", markdown)
    assert not re.search(r"\bNone\b|\bTrue\b|\bFalse\b|Fraction", html + markdown)
    assert json.loads(render.json(page))["facts_hash"] == page.facts_hash


@few
@given(catalogs(), catalogs())
def test_a_page_is_the_same_as_itself_and_any_two_can_be_compared(old: Catalog, new: Catalog) -> None:
    ours, theirs = (render.json(build(fact_sheet(each, "one", "two"), Names.of(each))) for each in (old, new))
    assert compare(ours, ours).kind is Kind.SAME
    assert (compare(ours, theirs).kind is Kind.SAME) == (compare(theirs, ours).kind is Kind.SAME)

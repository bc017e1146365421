"""What may be said names no share of a thing as times lower; what is found is told in words."""

from __future__ import annotations

from tests import factories as make
from writer.catalog.names import Names
from writer.check.check import check
from writer.facts.compute import fact_sheet
from writer.sayings.forms import forms

CATALOG = make.catalog(
    make.model(
        "alpha-1", offers=[make.offer("cloudy", "1", "2")], capabilities={"function_calling": False}, license="MIT"
    ),
    make.model("beta-2", offers=[make.offer("cloudy", "20", "40")], capabilities={"function_calling": True}),
)
SHEET = fact_sheet(CATALOG, "alpha-1", "beta-2")


def test_no_form_says_times_lower() -> None:
    said = [form for fact in SHEET.facts.values() for form in forms(SHEET, fact)]
    assert any("20 times that of" in form for form in said)
    assert not any("times lower" in form for form in said)


def test_a_finding_names_capabilities_and_quantities_in_words() -> None:
    text = "Alpha 1 supports function calling. Alpha 1's cached input price is $0.50 per 1M tokens."
    violations = check(text, SHEET, Names.of(CATALOG)).violations
    assert violations
    assert not any("function_calling" in each.message or "price.cached_input" in each.message for each in violations)

"""Pages of made-up pairs, for the tests of the page."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import SEEN, catalog, draft, model, offer, score, tier
from writer.catalog.catalog import Catalog
from writer.catalog.model import Disagreement, Provenance, Status
from writer.catalog.names import Names
from writer.facts.compute import fact_sheet
from writer.page.build import build
from writer.page.model import Page, Table
from writer.quantities.dates import YearMonth

TEXT = "Alpha One has a context window of 200,000 tokens.\n\nBeta Two is undocumented on many lines."


def rich() -> Catalog:
    """One model of which much is known, one of which little is: every kind of cell is on the page."""
    ours = model(
        "alpha-1",
        name="Alpha One",
        status=Status.PREVIEW,
        released=SEEN,
        knowledge_cutoff=YearMonth(2026, 1),
        context_window=200_000,
        max_output=8_000,
        parameters_total=7_000_000_000,
        license="Apache-2.0",
        open_weights=True,
        inputs=("text", "image"),
        outputs=("text",),
        capabilities={"reasoning": True, "function_calling": False},
        offers=[
            offer("acme", "1", "2", "0.5", tiers=[tier(100_000, "2", "4")], id="alpha-one-fp8"),
            offer("bolt", "1.5", "2.5", context_window=32_000, checked=None),
            offer("cloudy", "0", "0", billing="free"),
            offer("depot", None, None, billing="subscription"),
            offer("ember", "9", "9", held="odd"),
            offer("fjord", None, None),
            offer("gone", ended=date(2026, 5, 1)),
            offer("bolt", "0", "0", billing="free", id="free"),
        ],
        scores=[
            score("codex-test", "50"),
            score("mazes", 12, self_reported=True, measured=SEEN),
            score("sums", 50, "effort-high"),
            score("ranked-chat", 1200),
        ],
        provenance={
            "released": Provenance(
                "https://acme.example/card", checked=SEEN, conflicts=(Disagreement("2025-01-01", ("listings",)),)
            )
        },
    )
    theirs = model(
        "beta-2",
        name="Beta Two",
        vendor="bolt",
        max_output=300,
        open_weights=False,
        capabilities={"reasoning": False},
        offers=[offer("bolt", "2", "1.5")],
        scores=[score("codex-test", "51"), score("mazes", 14), score("ranked-chat", 1200), score("sums", 40)],
    )
    return catalog(ours, theirs)


def page_of(made: Catalog, text: str = "", **more: Any) -> Page:
    """The page of a catalog's first two models, with an approved draft of ``text`` where one is given."""
    a, b = list(made.models)[:2]
    sheet = fact_sheet(made, a, b)
    return build(sheet, Names.of(made), draft(sheet, text, **more) if text or more else None)


def cells(table: Table) -> dict[str, list[str]]:
    """The texts of a table by the head of the row."""
    return {row.head.text: [cell.text for cell in row.cells] for row in table.rows}

"""Continue comparing: which published pages a page leads on to."""

from __future__ import annotations

from collections.abc import Sequence

from writer.page.model import Link, Page, State, Table
from writer.page.render import ENDING

MOST = 6
FEWEST = 4
RULE = (
    "Up to six published comparisons: those that share a model with this one, the ones with the most rows known of both"
    " models first; where fewer than four share one, others follow in the same order."
)


def related(page: Page, pages: Sequence[Page]) -> tuple[Link, ...]:
    """Links to the pages that the rule chooses among ``pages``; fewer where there are fewer."""
    others = sorted((each for each in pages if each.name != page.name), key=lambda each: (-known_rows(each), each.name))
    near = [each for each in others if {each.a, each.b} & {page.a, page.b}][:MOST]
    far = [each for each in others if each not in near]
    chosen = near + far[: max(0, FEWEST - len(near))]
    return tuple(Link(" vs ".join(each.names), f"{each.name}{ENDING}") for each in chosen)


def known_rows(page: Page) -> int:
    """How many rows of a page's comparing tables are known of both models: how much there is to read."""
    tables: list[Table | None] = [page.specs, *page.pricing[:2], page.capabilities, *page.benchmarks[:1]]
    rows = [row for table in tables if table is not None for row in table.rows]
    return sum(all(cell.state is not State.UNKNOWN for cell in row.cells) for row in rows)

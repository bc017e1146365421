from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from writer.cli.stats_plot import draw
from writer.cli.stats_view import stats_view
from writer.drafting.statistics import Line
from writer.errors import BadSetting

LINE = Line(
    "openai/x", "2", 4, 3, 4, 5, Decimal("0.50"), 1, tuple((f"rule-{number}", 9 - number) for number in range(7))
)


def test_the_share_of_first_tries_is_drawn_and_told() -> None:
    shown = "\n".join(part.plain for part in stats_view([LINE]))
    assert "█" * 15 + "░" * 5 + " 75% accepted at the first try" in shown
    assert "4 drafts, 4 accepted, 1.25 attempts each, $0.5000, 1 of unknown cost" in shown
    assert "9 × rule-0" in shown
    assert "and 2 more rules" in shown


def test_an_empty_queue_says_what_would_fill_it() -> None:
    assert ["writer batch" in part.plain for part in stats_view([])] == [True]


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_a_picture_is_drawn(tmp_path: Path, ending: str) -> None:
    draw([LINE, LINE], tmp_path / f"plot{ending}")
    assert (tmp_path / f"plot{ending}").stat().st_size > 1000


def test_a_name_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"\.png"):
        draw([LINE], tmp_path / "plot.txt")

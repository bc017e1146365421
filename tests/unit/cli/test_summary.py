from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from writer.cli.summary import print_summary
from writer.drafts.batch import Batch, BatchStatus, Sampling, Totals

BATCH = Batch(
    "b1",
    BatchStatus.PAUSED,
    "",
    "openai/m",
    (),
    3,
    Sampling(),
    8,
    None,
    allow_unknown_cost=True,
    provider_batch=False,
    reword="",
    by="ann",
    note="",
    price_table="",
    created_at=datetime(2026, 7, 1, tzinfo=UTC),
)


def shown(batch: Batch, totals: Totals, capsys: pytest.CaptureFixture[str]) -> str:
    print_summary(batch, totals, (), (), "text")
    return capsys.readouterr().out


def test_an_unknown_cost_is_never_shown_as_zero(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(BATCH, Totals(accepted=4, calls=4, unknown_cost_calls=4), capsys)
    assert "cost      unknown for 4 calls (known part $0.00), 4 calls, 0 + 0 tokens" in text
    assert "more" not in text


def test_a_known_bound_of_an_unknown_cost_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    totals = Totals(calls=2, unknown_cost_calls=1, spent_usd=Decimal("1.25"), assumed_usd=Decimal(3))
    assert "unknown for 1 call (known part $1.25, reckoned with up to $3.00 more)" in shown(BATCH, totals, capsys)


def test_only_what_can_be_resumed_is_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    totals = Totals(pending=3)
    assert "`writer batches resume b1` goes on" in shown(BATCH, totals, capsys)
    assert "resume" not in shown(replace(BATCH, status=BatchStatus.CANCELLED), totals, capsys)

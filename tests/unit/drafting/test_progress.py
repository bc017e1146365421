"""What those who watch a batch see."""

from __future__ import annotations

import io
import json
from decimal import Decimal

from rich.console import Console

from writer.drafting.events import CallMade, Ended, Event, Mending, PairFinished, Started, Waiting
from writer.drafting.live import LiveView
from writer.drafting.progress import JsonLines, PlainLines, Several, Silent, span, usd
from writer.drafting.tally import Tally
from writer.drafts.batch import Totals

COST = Decimal("0.01")
EVENTS: list[Event] = [
    Started("b1", 4, "openai/m", Totals(pending=4)),
    CallMade("x-g1-a1", "openai/m", "answered", 1.0, 10, 5, COST),
    CallMade("x-g1-a1", "openai/m", "Throttled", 0.0, None, None, None),
    Mending("a", "b", 1, "rejected", "1 findings: wrong-number"),
    Waiting("openai/m", "429: slow down", 30.0),
    PairFinished("a", "c", "accepted", "", 1, COST, reused=False),
    PairFinished("a", "d", "rejected", "1 findings: derived", 3, COST, reused=False),
]


class Ticking:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        self.seconds += 1
        return self.seconds


def test_a_tally_counts_sums_and_projects() -> None:
    tally = Tally()
    for at, event in enumerate(EVENTS):
        tally.hear(event, float(at))
    totals = tally.totals
    assert (tally.done, totals.accepted, totals.rejected, totals.calls, tally.troubles) == (2, 1, 1, 2, 1)
    assert list(tally.mending) == [("a", "b")]
    assert tally.rate(60.0) == 2.0
    assert tally.seconds_left(60.0) == 60.0
    assert tally.projected_usd() == 2 * COST


def test_a_rate_counts_only_what_was_done_since_the_start() -> None:
    tally = Tally()
    tally.hear(Started("b1", 10, "m", Totals(accepted=8, pending=2)), 0.0)
    assert (tally.done, tally.rate(60.0), tally.seconds_left(60.0)) == (8, 0.0, None)


def test_an_unknown_cost_projects_nothing() -> None:
    tally = Tally()
    for event in (*EVENTS, CallMade("y", "m", "answered", 1.0, None, None, None)):
        tally.hear(event, 1.0)
    assert tally.projected_usd() is None


def test_plain_lines_tell_what_is_worth_a_line() -> None:
    stream = io.StringIO()
    plain = PlainLines(stream, Ticking())
    for event in (*EVENTS, Ended("b1", "stopped", "the budget: it is spent", Totals())):
        plain.tell(event)
    assert stream.getvalue() == (
        "batch b1: 4 pairs by openai/m\n"
        "openai/m waits 30 s: 429: slow down\n"
        "a / d: rejected: 1 findings: derived\n"
        "batch b1 stopped: the budget: it is spent: 2 of 4 pairs, 1 accepted, 1 rejected, 1 in repair, 17 a minute, "
        "$0.0100 spent\n"
    )


def test_plain_lines_say_how_it_stands_every_ten_seconds() -> None:
    stream = io.StringIO()
    plain = PlainLines(stream, Ticking())
    plain.tell(EVENTS[0])
    for _ in range(25):
        plain.tell(EVENTS[1])
    assert len(stream.getvalue().splitlines()) == 3


def test_json_lines_are_one_object_an_event() -> None:
    stream = io.StringIO()
    watcher = Several(JsonLines(stream, lambda: 7.0), Silent())
    for event in EVENTS:
        watcher.tell(event)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line["event"] for line in lines] == [type(event).__name__ for event in EVENTS]
    assert lines[1] == {
        "event": "CallMade",
        "at": 7.0,
        "label": "x-g1-a1",
        "model": "openai/m",
        "outcome": "answered",
        "latency_seconds": 1.0,
        "prompt_tokens": 10,
        "completion_tokens": 5,
        "cost_usd": "0.01",
    }


def test_the_live_view_shows_done_spent_and_why_it_waits() -> None:
    stream = io.StringIO()
    with LiveView(stream, Ticking()) as live:
        for event in EVENTS:
            live.tell(event)
        console = Console(file=io.StringIO(), width=100)
        console.print(live.view())
        shown = console.file.getvalue()  # type: ignore[attr-defined]  # it is the StringIO from above
    assert "2 of 4 pairs by openai/m" in shown
    assert "$0.0100 spent, $0.02" in shown
    assert "openai/m waits: 429: slow down" in shown


def test_money_and_time_are_written_for_people() -> None:
    assert [usd(Decimal(text)) for text in ("0", "0.00123", "12.345")] == ["$0.00", "$0.0012", "$12.34"]
    assert [span(seconds) for seconds in (0.2, 42, 600, 9000)] == ["1 s", "42 s", "10 min", "2.5 h"]


def test_an_unknown_cost_is_said_to_be_unknown_and_one_is_singular() -> None:
    stream = io.StringIO()
    plain = PlainLines(stream, Ticking())
    for event in (
        Started("b1", 1, "openai/m", Totals(pending=1)),
        CallMade("y", "m", "answered", 1.0, None, None, None),
        Ended("b1", "done", "", Totals()),
    ):
        plain.tell(event)
    first, *_, last = stream.getvalue().splitlines()
    assert first == "batch b1: 1 pair by openai/m"
    assert last.endswith("0 of 1 pair, 0 a minute, cost unknown for 1 call; known part $0.00")

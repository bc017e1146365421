from __future__ import annotations

import json
from decimal import Decimal
from io import StringIO

import pytest
from rich.console import Console

from writer.cli.progress.json_lines import JsonProgress
from writer.cli.progress.live import LiveProgress
from writer.cli.progress.plain import PlainProgress
from writer.cli.progress.state import State
from writer.cli.progress.watching import watching
from writer.cli.progress.words import count, span, usd
from writer.drafting.events import CallMade, Ended, Event, Mending, PairFinished, Started, Waiting
from writer.drafts.batch import Totals

STARTED = Started("b1", 10, "openai/x", Totals(pending=8, accepted=1, rejected=1, spent_usd=Decimal("0.50")))
ENDED = Ended("b1", "done", "", Totals(accepted=10))


class Ticks:
    """Seconds that the test lets pass."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def finished(a: str, status: str = "accepted", reason: str = "", cost: str = "0.25") -> PairFinished:
    return PairFinished(a, "z", status, reason, 1, Decimal(cost), reused=False)


def call(outcome: str = "answered", cost: str | None = "0.25") -> CallMade:
    return CallMade("a_z", "openai/x", outcome, 1.0, 100, 50, None if cost is None else Decimal(cost))


def state(*events: Event) -> State:
    told = State(Ticks())
    for event in events:
        told.take(event)
    return told


def test_a_resumed_batch_counts_what_it_had_before() -> None:
    told = state(STARTED, finished("a"))
    assert (told.done, told.pairs, told.spent) == (3, 10, Decimal("0.50"))


def test_spend_is_counted_by_call_and_unknown_is_not_zero() -> None:
    told = state(STARTED, call(), call(cost=None), call("remembered"), call("Throttled", cost=None))
    assert (told.spent, told.unknown_costs, told.calls) == (Decimal("0.75"), 1, 3)


def test_the_projection_is_the_average_so_far() -> None:
    assert state(STARTED, call(), finished("a")).projected == Decimal("2.5")
    assert state(Started("b", 3, "m", Totals(pending=3))).projected is None


def test_the_rate_is_of_the_last_minute() -> None:
    ticks = Ticks()
    told = State(ticks)
    told.take(STARTED)
    for second in (10.0, 20.0, 200.0):
        ticks.now = second
        told.take(finished(f"a{second}"))
    assert told.rate == pytest.approx(1.0)
    assert told.seconds_left == pytest.approx(300)


def test_a_draft_is_in_repair_until_it_is_finished() -> None:
    mending = Mending("a", "z", 1, "rejected", "2 findings")
    assert state(STARTED, mending).mending == {("a", "z"): 1}
    assert state(STARTED, mending, finished("a")).mending == {}


def test_a_wait_is_shown_until_it_is_over() -> None:
    told = state(STARTED, Waiting("openai/x", "429", 30))
    assert told.waits() == [("openai/x", "429", 30)]
    assert isinstance(told.ticks, Ticks)
    told.ticks.now = 31
    assert told.waits() == []


def test_without_a_terminal_each_pair_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    plain = PlainProgress(State(Ticks()))
    for event in (
        STARTED,
        call(),
        Waiting("openai/x", "429", 30),
        Mending("a", "z", 1, "rejected", "x"),
        finished("a"),
        ENDED,
    ):
        plain.tell(event)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "batch b1: 10 pairs, openai/x, 2 done before",
        "waiting 30 s for openai/x: 429",
        "in repair a vs z after attempt 1: rejected: x",
        "[3/10] accepted a vs z (attempts 1, $0.2500)",
    ]


def test_programs_are_told_in_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    told = JsonProgress(State(Ticks()))
    for event in (STARTED, call(), ENDED):
        told.tell(event)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["event"] for line in lines] == ["Started", "CallMade", "Ended"]
    assert lines[1]["cost_usd"] == "0.25"


def test_the_live_view_shows_what_is_decided_waited_for_and_spent() -> None:
    live = LiveProgress(State(Ticks()))
    for event in (
        STARTED,
        call(),
        call(cost=None),
        finished("a", "rejected", "2 findings"),
        Waiting("openai/x", "429", 30),
    ):
        live.tell(event)
    live.close()
    paper = StringIO()
    Console(file=paper, width=120).print(live.view())
    shown = paper.getvalue()
    for part in (
        "accepted 1",
        "rejected 2",
        "spent $0.7500",
        "projected $2.50",
        "1 calls of unknown cost",
        "waiting 30 s for openai/x: 429",
    ):
        assert part in shown


@pytest.mark.parametrize("kind", ["auto", "live", "plain", "json", "none"])
def test_every_way_of_watching_counts(kind: str) -> None:
    with watching(kind) as watcher:
        watcher.tell(STARTED)
        watcher.tell(ENDED)
        assert watcher.state.batch == "b1"


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("0", "$0"),
        ("0.00421", "$0.0043"),
        ("0.00001", "$0.0001"),
        ("12.301", "$12.31"),
        ("1", "$1.00"),
    ],
)
def test_what_is_spent_is_never_shown_as_less(amount: str, shown: str) -> None:
    assert usd(Decimal(amount)) == shown


@pytest.mark.parametrize(("seconds", "shown"), [(8.4, "8 s"), (200, "3 min 20 s"), (7500, "2 h 5 min")])
def test_time_is_spelled_in_two_units(seconds: float, shown: str) -> None:
    assert span(seconds) == shown


def test_one_is_singular() -> None:
    assert (count(1, "pair"), count(2, "pair"), count(1200, "reply", "replies")) == (
        "1 pair",
        "2 pairs",
        "1,200 replies",
    )

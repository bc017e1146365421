"""What matters for a pair comes first."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from tests.factories import SEEN, catalog, model, offer, score, tier
from writer.catalog.model import Model, Status
from writer.catalog_files.load import load_catalog
from writer.facts.compute import Facts, fact_sheet
from writer.facts.plan import Plan, plan
from writer.facts.points import Kind, Point
from writer.facts.sheet import Side
from writer.quantities.dates import YearMonth

CORPUS = Path(__file__).parents[2] / "corpus" / "catalog"


def of(a: Model, b: Model) -> Plan:
    return plan(fact_sheet(catalog(a, b), a.slug, b.slug))


def point(found: Plan, topic: str) -> Point:
    return next(each for each in found.points if each.topic == topic)


def test_cheaper_on_input_but_dearer_on_output_is_told_first() -> None:
    a, b = model("a", offers=[offer(input="1", output="9")]), model("b", offers=[offer(input="2", output="3")])
    first = of(a, b).points[0]
    assert (first.kind, first.topic) == (Kind.REVERSAL, "price")
    assert first.favours is Side.B


def test_split_winners_come_before_a_gap_in_size() -> None:
    a = model("a", scores=[score("sums", 1), score("mazes", 1)], context_window=1_000_000)
    b = model("b", scores=[score("sums", 0), score("mazes", 0)], context_window=1_000)
    topics = [each.topic for each in of(a, b).points]
    assert point(of(a, b), "benchmarks").kind is Kind.SPLIT
    assert topics.index("benchmarks") < topics.index("context_window")


def test_a_larger_gap_weighs_more_than_a_smaller_one() -> None:
    small = point(of(model("a", context_window=11), model("b", context_window=10)), "context_window")
    large = point(of(model("a", context_window=110), model("b", context_window=10)), "context_window")
    assert large.weight > small.weight


@pytest.mark.parametrize(
    ("a", "b", "topic", "kind"),
    [
        ({"offers": [offer()]}, {}, "price", Kind.UNKNOWN),
        ({"offers": [offer()]}, {"offers": [offer()]}, "price", Kind.TIE),
        ({"offers": [offer()]}, {"offers": [offer(input="2", output="4")]}, "price", Kind.GAP),
        ({"context_window": 9, "max_output": 1}, {"context_window": 1, "max_output": 9}, "limits", Kind.REVERSAL),
        ({"context_window": 9}, {"context_window": 9}, "context_window", Kind.TIE),
        ({"context_window": 9}, {}, "context_window", Kind.UNKNOWN),
        ({"context_window": 9}, {"context_window": 9_000}, "workload.support_chat", Kind.LIMIT),
        ({}, {}, "benchmarks", Kind.UNKNOWN),
        ({"scores": [score("sums", 1)]}, {"scores": [score("sums", 1)]}, "benchmarks", Kind.TIE),
        ({"scores": [score("sums", 1)]}, {"scores": [score("sums", 2)]}, "benchmarks", Kind.GAP),
        (
            {"scores": [score("sums", 1), score("mazes", 9)]},
            {"scores": [score("sums", 2), score("mazes", 1)]},
            "benchmarks",
            Kind.SWEEP,
        ),
        (
            {"scores": [score("sums", 1)], "offers": [offer()]},
            {"scores": [score("sums", 2)], "offers": [offer(input="9")]},
            "price and benchmarks",
            Kind.TRADE_OFF,
        ),
        (
            {"scores": [score("sums", 3)], "offers": [offer()]},
            {"scores": [score("sums", 2)], "offers": [offer(input="9")]},
            "price and benchmarks",
            Kind.DOMINANCE,
        ),
        (
            {"context_window": 9, "offers": [offer()]},
            {"context_window": 8, "offers": [offer(input="9")]},
            "context_fill",
            Kind.DOMINANCE,
        ),
        ({"capabilities": {"reasoning": True}}, {"capabilities": {"reasoning": False}}, "capabilities.a", Kind.ONLY),
        ({"capabilities": {"reasoning": True}}, {}, "capabilities.a", Kind.UNKNOWN),
        ({"capabilities": {"reasoning": True}}, {"capabilities": {"reasoning": True}}, "capabilities", Kind.TIE),
        ({"open_weights": True}, {"open_weights": False}, "open_weights", Kind.ONLY),
        ({"open_weights": True}, {"open_weights": True}, "open_weights", Kind.TIE),
        ({"offers": [offer("x")]}, {"offers": [offer("y")]}, "providers", Kind.ONLY),
        ({"offers": [offer("x"), offer("y")]}, {"offers": [offer("y")]}, "providers", Kind.NOTE),
        ({"offers": [offer("x")]}, {"offers": [offer("x")]}, "providers", Kind.TIE),
        ({"offers": [offer("x")]}, {}, "providers", Kind.UNKNOWN),
        ({"offers": [offer("x"), offer("y", input="9")]}, {}, "spread.a", Kind.NOTE),
        ({"offers": [offer("x", tiers=[tier(9, "2")])]}, {}, "tier.a", Kind.TIER),
        ({"offers": [offer("x", billing="free")]}, {}, "free.a", Kind.NOTE),
        ({"status": Status.DEPRECATED}, {}, "status.a", Kind.NOTE),
        ({"released": SEEN}, {"released": YearMonth(2024, 1)}, "released", Kind.GAP),
        ({"released": SEEN}, {"released": SEEN}, "released", Kind.TIE),
        (
            {"released": SEEN, "knowledge_cutoff": YearMonth(2023, 1)},
            {"released": YearMonth(2024, 1), "knowledge_cutoff": YearMonth(2023, 9)},
            "dates",
            Kind.REVERSAL,
        ),
    ],
)
def test_each_kind_of_point_is_found(a: dict[str, object], b: dict[str, object], topic: str, kind: Kind) -> None:
    assert point(of(model("a", **a), model("b", **b)), topic).kind is kind


def test_different_pairs_have_different_plans() -> None:
    catalog = load_catalog(CORPUS)
    facts = Facts(catalog)
    plans = [plan(facts.sheet(*pair)).points for pair in combinations(catalog.models, 2)]
    shapes = {tuple((each.kind, each.topic, each.favours, each.weight) for each in points) for points in plans}
    assert len(shapes) >= len(plans) * 9 // 10


def test_both_models_advantages_can_be_asked_for() -> None:
    found = of(
        model("a", context_window=2, open_weights=True), model("b", context_window=1, max_output=1, open_weights=False)
    )
    assert {each.topic for each in found.advantages(Side.A)} >= {"context_window", "open_weights"}
    assert found.facts[0] in {key for each in found.points for key in each.facts}

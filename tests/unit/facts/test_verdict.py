"""For each need the choice, or why there is none."""

from __future__ import annotations

import pytest

from tests.factories import catalog, model, offer, score
from writer.catalog.model import Model, Status
from writer.facts.compute import fact_sheet
from writer.facts.sheet import Side
from writer.facts.verdict import RULES, Finding, Need, Reason, Verdict, verdict


def of(a: Model, b: Model) -> Verdict:
    return verdict(fact_sheet(catalog(a, b), a.slug, b.slug))


def finding(found: Verdict, need: Need, subject: str = "") -> Finding:
    return next(each for each in found.findings if (each.need, each.subject) == (need, subject))


CHEAP, DEAR = offer("cloudy", "1", "1"), offer("cloudy", "2", "2")
CHATS = (Need.WORKLOAD, "support_chat")


@pytest.mark.parametrize(
    ("a", "b", "choice", "reason"),
    [
        (model("a", offers=[CHEAP]), model("b", offers=[DEAR]), Side.A, Reason.CHEAPER),
        (model("a", offers=[CHEAP]), model("b", offers=[CHEAP]), None, Reason.TIE),
        (model("a", offers=[CHEAP]), model("b"), None, Reason.UNKNOWN),
        (model("a", offers=[CHEAP], max_output=10), model("b", offers=[DEAR], max_output=400), Side.B, Reason.FITS),
        (model("a", offers=[CHEAP], max_output=10), model("b", offers=[DEAR]), None, Reason.UNKNOWN),
        (model("a", max_output=10), model("b", max_output=10), None, Reason.NEITHER_FITS),
    ],
)
def test_a_workload_goes_to_whoever_does_it_for_less(a: Model, b: Model, choice: Side | None, reason: Reason) -> None:
    found = finding(of(a, b), *CHATS)
    assert (found.choice, found.reason) == (choice, reason)
    assert found.facts or found.missing


@pytest.mark.parametrize(
    ("ours", "theirs", "choice", "reason"),
    [
        (2, 1, Side.A, Reason.LARGER),
        (1, 2, Side.B, Reason.LARGER),
        (2, 2, None, Reason.TIE),
        (2, None, None, Reason.UNKNOWN),
    ],
)
def test_a_limit_goes_to_the_larger(ours: int, theirs: int | None, choice: Side | None, reason: Reason) -> None:
    found = finding(of(model("a", max_output=ours), model("b", max_output=theirs)), Need.OUTPUT)
    assert (found.choice, found.reason) == (choice, reason)
    assert found.missing == (("b.max_output",) if theirs is None else ())


@pytest.mark.parametrize(
    ("theirs", "choice", "reason"),
    [
        ("50", None, Reason.TIE),
        ("51.5", None, Reason.WITHIN_MARGIN),
        ("51.6", Side.B, Reason.AHEAD),
        ("40", Side.A, Reason.AHEAD),
    ],
)
def test_inside_a_benchmarks_margin_nobody_wins(theirs: str, choice: Side | None, reason: Reason) -> None:
    a, b = model("a", scores=[score("codex-test", 50)]), model("b", scores=[score("codex-test", theirs)])
    found = finding(of(a, b), Need.BENCHMARK, "codex-test")
    assert (found.choice, found.reason) == (choice, reason)


@pytest.mark.parametrize(
    ("ours", "theirs", "choice", "reason"),
    [
        (True, False, Side.A, Reason.ONLY),
        (True, True, None, Reason.BOTH),
        (False, False, None, Reason.NEITHER),
        (True, None, None, Reason.UNKNOWN),
    ],
)
def test_open_weights_go_to_the_one_that_alone_has_them(
    ours: bool,
    theirs: bool | None,
    choice: Side | None,
    reason: Reason,
) -> None:
    found = finding(of(model("a", open_weights=ours), model("b", open_weights=theirs)), Need.OPEN_WEIGHTS)
    assert (found.choice, found.reason) == (choice, reason)


def test_a_capability_undocumented_for_the_other_gives_no_verdict() -> None:
    a = model("a", capabilities={"reasoning": True, "vision": True})
    found = of(a, model("b", capabilities={"reasoning": False}))
    assert finding(found, Need.CAPABILITY, "reasoning").choice is Side.A
    assert finding(found, Need.CAPABILITY, "vision").reason is Reason.UNKNOWN
    assert finding(found, Need.CAPABILITY, "vision") in found.undecided
    assert finding(found, Need.CAPABILITY, "reasoning") in found.choices(Side.A)


def test_a_model_that_is_not_current_is_a_caution() -> None:
    assert of(model("a", status=Status.RETIRED), model("b", status=Status.CURRENT)).cautions == ("a.status",)


def test_every_need_has_its_rule() -> None:
    assert set(RULES) == set(Need)

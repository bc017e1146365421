"""For each need, which of the two is the choice, by rules that a reader can look up; or why there is no verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from writer.facts.reader import SIDES, Reader
from writer.facts.sheet import FactSheet, Side


class Need(StrEnum):
    """What a reader may be after; the subject of a finding says which workload, benchmark or capability."""

    WORKLOAD = "workload"
    CONTEXT = "longest context"
    OUTPUT = "longest output"
    KNOWLEDGE = "newest knowledge"
    BENCHMARK = "benchmark"
    OPEN_WEIGHTS = "open weights"
    CAPABILITY = "capability"


class Reason(StrEnum):
    """Why the choice is the choice, or why there is none."""

    CHEAPER = "costs less"
    FITS = "the only one whose limits allow it"
    LARGER = "has the larger limit"
    NEWER = "has the newer knowledge cutoff"
    AHEAD = "has the better score"
    ONLY = "the only one with it"
    TIE = "both are level"
    WITHIN_MARGIN = "the gap is inside the benchmark's margin"
    UNKNOWN = "not known for both"
    NEITHER_FITS = "the limits of neither allow it"
    BOTH = "both have it"
    NEITHER = "neither has it"


RULES: Mapping[Need, str] = MappingProxyType(
    {
        Need.WORKLOAD: (
            "For a workload the choice is the model that does all of it for less at its reference price. A model whose context"
            " window or output limit is too small for one request is out. Without a cost for both there is no verdict."
        ),
        Need.CONTEXT: "For long context the choice is the model with the larger context window; both have to be known.",
        Need.OUTPUT: "For long replies the choice is the model with the larger output limit; both have to be known.",
        Need.KNOWLEDGE: "For recent knowledge the choice is the model with the later knowledge cutoff; both have to be known.",
        Need.BENCHMARK: (
            "On a benchmark the choice is the model with the better score under the same setting. Inside the benchmark's margin,"
            " where it has one, there is no verdict."
        ),
        Need.OPEN_WEIGHTS: "For open weights the choice is the one model that has them; both have to be known.",
        Need.CAPABILITY: (
            "For a capability the choice is the model that is documented to have it where the other is documented not to. Where"
            " the other is merely undocumented there is no verdict: unknown is not no."
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer for one need. ``facts`` show it; ``missing`` are the keys whose absence prevents a verdict."""

    need: Need
    subject: str  # a workload's id, a score key without ``score.``, a capability's id; else ""
    choice: Side | None  # None is "no verdict, because <reason>"
    reason: Reason
    facts: tuple[str, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Findings in the order of the needs. ``cautions`` are status facts of models that are not (yet, any more) current."""

    findings: tuple[Finding, ...]
    cautions: tuple[str, ...] = ()

    def choices(self, side: Side) -> tuple[Finding, ...]:
        """What this side is the choice for."""
        return tuple(finding for finding in self.findings if finding.choice is side)

    @property
    def undecided(self) -> tuple[Finding, ...]:
        """The needs without a verdict."""
        return tuple(finding for finding in self.findings if finding.choice is None)


def verdict(sheet: FactSheet) -> Verdict:
    """Every finding of a pair."""
    facts = Reader(sheet)
    statuses = facts.both("status")
    return Verdict(tuple(_findings(facts)), tuple(key for key in statuses if facts.value(key) != "current"))


def _findings(facts: Reader) -> Iterator[Finding]:
    for workload in facts.workloads():
        yield _workload(facts, workload)
    yield _ordered(facts, Need.CONTEXT, "context_window", "higher", Reason.LARGER)
    yield _ordered(facts, Need.OUTPUT, "max_output", "higher", Reason.LARGER)
    yield _ordered(facts, Need.KNOWLEDGE, "knowledge_cutoff", "newer", Reason.NEWER)
    for score in facts.shared_scores():
        yield _benchmark(facts, score)
    yield _open_weights(facts)
    for side in SIDES:
        for capability in facts.ids(f"pair.capabilities.only_{side}"):
            yield _capability(facts, capability, side, Reason.ONLY)
    for side in SIDES:
        for capability in facts.ids(f"pair.capabilities.documented_only_{side}"):
            yield _capability(facts, capability, side, Reason.UNKNOWN)


def _workload(facts: Reader, workload: str) -> Finding:
    metric = f"workload.{workload}"
    limits = (*facts.both(f"{metric}.fits"), *facts.both(f"{metric}.limit"))
    fits = {side: facts.flag(f"{side}.{metric}.fits") for side in SIDES}
    blocked = [side for side in SIDES if fits[side] is False]
    if len(blocked) == len(SIDES):
        return Finding(Need.WORKLOAD, workload, None, Reason.NEITHER_FITS, limits)
    if blocked:
        other = blocked[0].other
        choice = other if fits[other] else None
        missing = () if choice else (f"{other}.{metric}.fits",)
        return Finding(Need.WORKLOAD, workload, choice, Reason.FITS if choice else Reason.UNKNOWN, limits, missing)
    return _cheapest(facts, workload)


def _cheapest(facts: Reader, workload: str) -> Finding:
    metric, higher = f"workload.{workload}.cost", f"pair.workload.{workload}.cost.higher"
    dearer, costs = facts.side(higher), facts.both(metric)
    if dearer is not None:
        shown = (*costs, *facts.present((higher, f"pair.{metric}.difference", f"pair.{metric}.saving_percent")))
        return Finding(Need.WORKLOAD, workload, dearer.other, Reason.CHEAPER, shown)
    if facts.tied(higher):
        return Finding(Need.WORKLOAD, workload, None, Reason.TIE, (*costs, higher))
    missing = facts.absent(f"{side}.{metric}" for side in SIDES)
    return Finding(Need.WORKLOAD, workload, None, Reason.UNKNOWN, costs, missing)


def _ordered(facts: Reader, need: Need, metric: str, aspect: str, reason: Reason) -> Finding:
    key, values = f"pair.{metric}.{aspect}", facts.both(metric)
    choice = facts.side(key)
    if choice is not None:
        gaps = (f"pair.{metric}.difference", f"pair.{metric}.ratio", f"pair.{metric}.gap.months")
        return Finding(need, "", choice, reason, (*values, key, *facts.present(gaps)))
    if facts.tied(key):
        return Finding(need, "", None, Reason.TIE, (*values, key))
    return Finding(need, "", None, Reason.UNKNOWN, values, facts.absent(f"{side}.{metric}" for side in SIDES))


def _benchmark(facts: Reader, score: str) -> Finding:
    metric = f"score.{score}"
    winner, margin = f"pair.{metric}.winner", f"pair.{metric}.within_margin"
    shown = (*facts.both(metric), *facts.present((winner, f"pair.{metric}.difference", margin)))
    if facts.tied(winner):
        return Finding(Need.BENCHMARK, score, None, Reason.TIE, shown)
    if facts.flag(margin):
        return Finding(Need.BENCHMARK, score, None, Reason.WITHIN_MARGIN, shown)
    return Finding(Need.BENCHMARK, score, facts.side(winner), Reason.AHEAD, shown)


def _open_weights(facts: Reader) -> Finding:
    values, only = facts.both("open_weights"), "pair.open_weights.only"
    choice = facts.side(only)
    if choice is not None:
        return Finding(Need.OPEN_WEIGHTS, "", choice, Reason.ONLY, (*values, only))
    missing = facts.absent(f"{side}.open_weights" for side in SIDES)
    if missing:
        return Finding(Need.OPEN_WEIGHTS, "", None, Reason.UNKNOWN, values, missing)
    level = Reason.BOTH if facts.flag("a.open_weights") else Reason.NEITHER
    return Finding(Need.OPEN_WEIGHTS, "", None, level, values)


def _capability(facts: Reader, capability: str, side: Side, reason: Reason) -> Finding:
    only = "only" if reason is Reason.ONLY else "documented_only"
    lists = [f"pair.capabilities.{only}_{side}", f"{side}.capabilities.supported"]
    lists += [f"{side.other}.capabilities.unsupported"] if reason is Reason.ONLY else []
    choice = side if reason is Reason.ONLY else None
    return Finding(Need.CAPABILITY, capability, choice, reason, facts.present(lists))

"""Which facts of a pair a brief carries: what the plan names, then what every comparison needs, within a cap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from writer.facts.sheet import Fact, FactSheet, Side
from writer.quantities.unit import Unit

FACTS_AT_MOST = 82
SCORES_AT_MOST = 4
ALONE_AT_MOST = 1
PREMIUM_AT_MOST, RATIO_AT_LEAST = 100, Fraction(11, 10)
LIST_AT_MOST = 8

_COMPARED = {
    "price.input": ("higher", "ratio", "premium_percent", "saving_percent"),
    "price.output": ("higher", "ratio", "premium_percent", "saving_percent"),
    "price.blended": ("higher", "ratio", "premium_percent", "saving_percent"),
    "context_window": ("higher", "ratio", "premium_percent"),
    "max_output": ("higher", "difference", "ratio"),
    "released": ("newer", "gap.days", "gap.months"),
    "knowledge_cutoff": ("newer", "gap.months"),
    "open_weights": ("only",),
    "capabilities": ("only_a", "only_b", "documented_only_a", "documented_only_b", "shared"),
    "price.cached_input": ("higher", "ratio"),
    "scores": ("shared.count", "wins.a", "wins.b", "ties.count"),
    "providers": ("shared",),
    "context_fill.cost": ("higher",),
}
_LIMITS = ("context_window", "max_output")
_OFFERED = frozenset(f"price.{limit}" for limit in _LIMITS)
_COUNTS = frozenset({"providers.count", "capabilities.count"})
_OWN = (
    "price.provider",
    "status",
    "price.free_providers",
    "providers.count",
    "capabilities.count",
    "capabilities.unsupported",
    "parameters_total",
    "parameters_active",
    "price.input.lowest",
    "price.input.highest",
    "price.input.spread.ratio",
    "license",
)


def facts_of(sheet: FactSheet, planned: Iterable[str]) -> tuple[Fact, ...]:
    """The facts for this pair, in the sheet's order; where they are too many, the plan's first ones stay."""
    scores = tuple(f"score.{key}" for key in (*shared_scores(sheet)[:SCORES_AT_MOST], *_alone(sheet)))
    wanted = dict.fromkeys((*_heads(), *planned, *_everyday(sheet)))
    told = [key for key in wanted if _tells(sheet, key, scores)]
    chosen = frozenset(told[:FACTS_AT_MOST])
    return tuple(fact for key, fact in sheet.facts.items() if key in chosen)


def _heads() -> Iterator[str]:
    """What a reader asks first, whatever the plan; where the seller's limits are others than the model's, these too."""
    yield from (f"{side}.price.{limit}" for side in "ab" for limit in _LIMITS)
    for metric in ("price.provider", "price.input", "price.output", "context_window"):
        yield from (f"{side}.{metric}" for side in "ab")
    yield from (
        f"pair.{metric}.higher" for metric in ("price.input", "price.output", "price.blended", "context_window")
    )


def _tells(sheet: FactSheet, key: str, scores: tuple[str, ...]) -> bool:
    """False for what is not there, what nobody would say, a list too long to be told and a score too many."""
    fact = sheet.facts.get(key)
    if fact is None or (fact.metric.startswith("score.") and fact.metric not in scores):
        return False
    if fact.metric in _OFFERED:
        return _differs(sheet, fact.side.value, fact.metric.removeprefix("price."))
    if fact.metric == "context_fill.cost":
        return not _windows_differ(sheet)
    if isinstance(fact.value, tuple):
        return 0 < len(fact.value) <= LIST_AT_MOST
    return not _idle(fact)


def _windows_differ(sheet: FactSheet) -> bool:
    """True where a reference offer has another window than its model: the cost of filling it would be read as of the
    model's."""
    return any(_differs(sheet, side, "context_window") for side in "ab")


def _differs(sheet: FactSheet, side: str, limit: str) -> bool:
    """True where the reference offer states another limit than the model has."""
    offered, own = (sheet.facts.get(f"{side}.{metric}") for metric in (f"price.{limit}", limit))
    return offered is not None and (own is None or offered.value != own.value)


def _idle(fact: Fact) -> bool:
    """A premium that reads better as a ratio, a ratio that reads better as a percentage, a gap of nothing."""
    if not isinstance(fact.value, (int, Fraction)) or isinstance(fact.value, bool) or fact.side is not Side.PAIR:
        return False
    if fact.aspect == "premium_percent":
        return fact.value > PREMIUM_AT_MOST
    if fact.aspect == "difference" and fact.unit is Unit.TOKENS:
        return fact.metric == "context_window"
    if fact.aspect == "ratio":
        return fact.value < RATIO_AT_LEAST
    return fact.metric in _COUNTS or (fact.value == 0 and fact.metric != "scores")


def _everyday(sheet: FactSheet) -> Iterator[str]:
    """What every comparison needs, the most wanted first."""
    for metric, aspects in _COMPARED.items():
        yield from (f"{side}.{metric}" for side in "ab")
        yield from (f"pair.{metric}.{aspect}" for aspect in aspects)
    for workload in sheet.context.workloads:
        yield from (f"{side}.workload.{workload}.{part}" for side in "ab" for part in ("cost", "limit"))
        yield from (f"pair.workload.{workload}.cost.{aspect}" for aspect in ("higher", "ratio", "saving_percent"))
    yield from _scores(sheet)
    yield from (f"{side}.{metric}" for metric in _OWN for side in "ab")
    yield from (key for key in sheet.facts if ".price.tier." in key)


def _scores(sheet: FactSheet) -> Iterator[str]:
    for key in shared_scores(sheet)[:SCORES_AT_MOST]:
        yield from (f"a.score.{key}", f"b.score.{key}")
        yield from (f"pair.score.{key}.{aspect}" for aspect in ("winner", "difference", "within_margin"))
    yield from (f"{side}.score.{key}" for key in _alone(sheet) for side in "ab")


def _alone(sheet: FactSheet) -> tuple[str, ...]:
    """A score or two that one model has and the other has not."""
    own = (
        [score.key for score in model.scores if f"pair.score.{score.key}.winner" not in sheet.facts]
        for model in (sheet.a, sheet.b)
    )
    return tuple(key for keys in own for key in keys[:ALONE_AT_MOST])


def shared_scores(sheet: FactSheet) -> tuple[str, ...]:
    """Keys of the scores that both have, alternating between the winners, each one's widest gap first; a benchmark that a
    winner has won under another setting comes after all others."""
    shared = [score.key for score in sheet.a.scores if f"pair.score.{score.key}.winner" in sheet.facts]
    ranked: list[tuple[bool, int, str]] = []
    for winner in ("a", "b", "tie"):
        won = [key for key in shared if sheet.facts[f"pair.score.{key}.winner"].value == winner]
        seen: set[str] = set()
        for place, key in enumerate(sorted(won, key=lambda key: (-_gap(sheet, key), key))):
            ranked.append((key.partition("@")[0] in seen, place, key))
            seen.add(key.partition("@")[0])
    return tuple(key for _, _, key in sorted(ranked, key=lambda each: each[:2]))


def _gap(sheet: FactSheet, key: str) -> Fraction:
    value = sheet.facts[f"pair.score.{key}.difference"].value
    return Fraction(value) if isinstance(value, (int, Fraction)) else Fraction(0)

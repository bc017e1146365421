"""A value of one model: a price, a limit, a size, a score, a cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from writer.check.bindings import Metric, Subject
from writer.check.diagnosis import open_metrics, reading, say_stray
from writer.check.facing import face, other_key, turns_round
from writer.check.index import SIDES, Entry, other
from writer.check.items import BOTH, FOREIGN, Sort
from writer.check.open_sides import told_by_colon
from writer.check.prices import REQUESTS, entries, job_tokens
from writer.check.ranges import judge_end, range_end
from writer.check.scene import Scene, factor_of, number, says
from writer.quantities.quantity import Kind, Modifier, Quantity
from writer.sayings.words import Sense

_TIMES = frozenset(("day", "week", "month", "year", "hour", "minute", "second"))
_GROUPS = (
    ("price.input", "price.output", "price.cached_input", "price.blended"),
    ("context_window", "max_output"),
    ("parameters_total", "parameters_active"),
)


def judge_value(scene: Scene, at: int, subject: Subject, metric: Metric) -> None:
    """Judge the value at ``at``, bound to ``subject`` and ``metric``."""
    quantity = scene.quantity(at)
    if subject.side == FOREIGN:
        return
    if quantity.modifier in _TURNED and _is_denied(scene, at):
        quantity = replace(quantity, modifier=_TURNED[quantity.modifier])
        scene.items[at].quantity = quantity
    if _breaks_form(scene, at):
        return
    names = metric.metrics or open_metrics(scene, quantity)
    end_ = range_end(scene, at, subject)
    if end_ is not None:
        judge_end(scene, at, end_)
        return
    if _is_impossible(scene, at, metric, names):
        return
    if subject.side == BOTH and subject.firm:
        _judge_both(scene, at, names if metric.firm else _all_names(scene, quantity, names))
        return
    found = _true(scene, at, subject, names) or (
        [] if metric.firm else _true(scene, at, subject, open_metrics(scene, quantity))
    )
    open_ = SIDES if subject.firm else told_by_colon(scene, at)
    if any(side in open_ for side, _, _ in found):
        _judge_found(scene, at, subject, metric, found)
        return
    _judge_unfound(scene, at, subject, names)


def _breaks_form(scene: Scene, at: int) -> bool:
    """Report a value in another currency or per a stretch of time, as no fact is told."""
    quantity = scene.quantity(at)
    start, end = scene.span(at)
    if quantity.currency not in ("", "USD"):
        scene.findings.strays(start, end, "wrong-unit", quantity.text, detail="prices are in US dollars")
        return True
    if quantity.per in _TIMES:
        rule = "derived" if quantity.kind is Kind.MONEY else "invented"
        scene.findings.strays(start, end, rule, quantity.text, detail=f"no fact is told per {quantity.per}")
        return True
    return False


def _is_impossible(scene: Scene, at: int, metric: Metric, names: tuple[str, ...]) -> bool:
    """Report a value below zero or a price per request, which no fact can be."""
    quantity = scene.quantity(at)
    start, end = scene.span(at)
    if quantity.sign < 0 and quantity.kind is not Kind.DATE:
        scene.findings.strays(start, end, "wrong-number", quantity.text, detail="no value is below zero")
        return True
    if (
        quantity.per in REQUESTS
        and quantity.per_tokens is None
        and quantity.kind is Kind.MONEY
        and (metric.firm or names)
        and not any(name.startswith("workload.") for name in names)
    ):
        scene.findings.strays(
            start, end, "wrong-unit", quantity.text, detail="prices are per 1M tokens, not per request"
        )
        return True
    return False


def _judge_found(scene: Scene, at: int, subject: Subject, metric: Metric, found: list[tuple[str, str, Entry]]) -> None:
    """Judge a value that holds by some reading: in the order the sentence tells its pairs, it may yet stray."""
    start, end = scene.span(at)
    if not subject.firm and turns_round(scene, at, found, metric):
        scene.findings.strays(
            start,
            end,
            "swapped-order",
            scene.quantity(at).text,
            expected=other_key(found[0][2].key),
            detail="the pairs of the sentence stand in the other order",
        )
        return
    if subject.firm and subject.side in SIDES:
        face(scene, at, subject.side)
    if len({name for _, name, _ in found}) == 1:
        scene.held[at] = found[0][1]
    readings = [(reading(scene, side, name), (entry.key,)) for side, name, entry in found]
    scene.findings.holds(start, end, *readings[0], also=readings[1:])


def _judge_unfound(scene: Scene, at: int, subject: Subject, names: tuple[str, ...]) -> None:
    """Judge a value that holds by no reading: it tells a tier, a request's size, a gap or nothing, or else it strays."""
    quantity = scene.quantity(at)
    start, end = scene.span(at)
    if _is_tier(scene, at):
        key = next(key for key in scene.index.numbers if key.startswith(f"price.tier.{int(number(quantity))}."))
        side = next(iter(scene.index.numbers[key]))
        scene.findings.holds(
            start, end, "where the longer prompts' price begins", (scene.index.numbers[key][side].key,)
        )
        return
    if (
        _of_a_request(scene, at)
        or _is_pronoun(scene, at)
        or ((not subject.firm or scene.talk.gap) and _is_gap(scene, at, names))
    ):
        return
    say_stray(scene, at, subject, names)


def _is_gap(scene: Scene, at: int, names: Iterable[str]) -> bool:
    """ "so $68.40 stays in your pocket": how far the two values just told lie apart."""
    quantity = scene.quantity(at)
    if quantity.kind is not Kind.MONEY:
        return False
    for name in names:
        sides = scene.index.numbers.get(name, {})
        told = [index for index, bound in scene.metrics.items() if index < at and name in bound.metrics]
        if len(sides) == len(SIDES) and (len(told) > 1 or scene.talk.gap):
            gap = Entry(f"pair.{name}.difference", abs(sides["a"].value - sides["b"].value), sides["a"].unit)
            if says(quantity, name, gap, factor=factor_of(quantity)):
                scene.findings.holds(*scene.span(at), f"{name}: difference", (gap.key,))
                return True
    return False


_TURNED = {Modifier.OVER: Modifier.AT_MOST, Modifier.UNDER: Modifier.AT_LEAST}


def _is_denied(scene: Scene, at: int) -> bool:
    """ "by neither may more than 128,000 be returned" is at most 128,000."""
    for item in reversed(scene.items[max(0, at - 5) : at]):
        if item.sort is Sort.SIGN:
            return False
        if (
            item.means(Sense.NEGATE)
            and item.low not in ("nothing", "beyond")
            or (item.quantity is not None and item.quantity.quantifier == "neither")
        ):
            return True
    return False


def _all_names(scene: Scene, quantity: Quantity, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*names, *open_metrics(scene, quantity))))


def _true(scene: Scene, at: int, subject: Subject, names: Sequence[str]) -> list[tuple[str, str, Entry]]:
    """(side, metric, fact) of every reading that holds."""
    quantity = scene.quantity(at)
    sides = (
        (subject.side,)
        if subject.firm and subject.side in SIDES
        else ((subject.side, other(subject.side)) if subject.side in SIDES else SIDES)
    )
    factors = [(name, _factor(scene, quantity, name)) for name in names]
    return [
        (side, name, entry)
        for side in sides
        for name, factor in factors
        for entry in entries(scene, at, name, side)
        if says(quantity, name, entry, factor=factor)
    ]


def _factor(scene: Scene, quantity: Quantity, metric: str) -> Fraction:
    """Of a workload, "$25.20 per thousand" means its thousand requests."""
    if metric.startswith("workload.") and quantity.per_tokens:
        job = scene.index.sheet.context.workloads.get(metric.removeprefix("workload.").removesuffix(".cost"))
        if job is not None and job.requests == quantity.per_tokens:
            return Fraction(1)
    return factor_of(quantity)


def _is_pronoun(scene: Scene, at: int) -> bool:
    """ "Kimi alone has one on …": a one that counts nothing."""
    quantity = scene.quantity(at)
    if quantity.kind is Kind.NUMBER and quantity.in_words and at and scene.items[at - 1].low.endswith("other"):
        return True
    return quantity.kind is Kind.NUMBER and quantity.in_words and quantity.value == 1


def _of_a_request(scene: Scene, at: int) -> bool:
    """Token counts of a workload's request, as its file gives them, state no quantity (rule 12)."""
    quantity = scene.quantity(at)
    if quantity.kind is not Kind.NUMBER or quantity.value not in {tokens for tokens, _ in job_tokens(scene)}:
        return False
    return any(item.sort is Sort.JOB or item.low.rstrip("s") in REQUESTS for item in scene.items)


def _is_tier(scene: Scene, at: int) -> bool:
    """ "above 200,000 input tokens": from where on another price is charged."""
    quantity = scene.quantity(at)
    if quantity.kind is not Kind.NUMBER or not any(
        key.startswith(f"price.tier.{quantity.value}.") for key in scene.index.numbers
    ):
        return False
    return quantity.modifier is not Modifier.NONE or any(
        item.low in _BEYOND or item.low in ("request", "prompt", "requests") for item in scene.items
    )


_BEYOND = frozenset(
    ("above", "beyond", "past", "over", "exceeds", "exceed", "threshold", "longer", "tier", "below", "under")
)


def _judge_both(scene: Scene, at: int, names: tuple[str, ...]) -> None:
    quantity = scene.quantity(at)
    start, end = scene.span(at)
    holding = {
        side: [
            (name, entry)
            for name in names
            if name != "@input"
            for entry in entries(scene, at, name, side)
            if says(quantity, name, entry, factor=factor_of(quantity))
        ]
        for side in SIDES
    }
    shared = [name for name, _ in holding["a"] if any(name == each for each, _ in holding["b"])]
    if shared:
        keys = tuple(entry.key for side in SIDES for name, entry in holding[side] if name == shared[0])
        scene.findings.holds(start, end, f"both: {reading(scene, '', shared[0])}", keys)
    elif holding["a"] or holding["b"]:
        scene.findings.strays(start, end, "false-tie", quantity.text, detail="this holds of one of the two only")
    elif not _of_a_request(scene, at):
        say_stray(scene, at, Subject(BOTH, firm=True, how=""), names)

"""A ratio, a percentage or a difference between the two models, with its direction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from writer.check.amounts import Compared, compared, holds_of, scaled
from writer.check.bindings import Metric
from writer.check.directions import object_of
from writer.check.fact_words import FactWords
from writer.check.index import SIDES
from writer.check.items import BOTH, FOREIGN, OPEN, Sort
from writer.check.measures import metrics_at
from writer.check.open_sides import family
from writer.check.relations import Form, Relation
from writer.check.scene import Scene, number, stated
from writer.quantities.quantity import Kind, Quantity
from writer.sayings.tolerance import states
from writer.sayings.words import Sense

PRICED = ("price.blended", "price.input", "price.output", "price.cached_input")
SIZED = ("context_window", "max_output", "parameters_total", "parameters_active")
COUNTED = ("providers.count", "capabilities.count")
NOTHING_NAMED = "nothing named"


def judge_comparison(scene: Scene, at: int, relation: Relation, metric: Metric, others: Sequence[str] = ()) -> None:
    """Judge the comparing number at ``at``; ``others`` are metrics that are open too where the clause names none firmly."""
    quantity = scene.quantity(at)
    start, end = scene.span(at)
    if relation.subject == FOREIGN:
        return
    names = tuple(dict.fromkeys((*metric.metrics, *_still_open(scene, metric, others))))
    pairs = [pair for name in names for pair in (compared(scene, name),) if pair is not None]
    freely = Relation(relation.form, relation.sign, OPEN) if not relation.firm else relation
    forms = ((pair, holds_of(quantity, freely, pair)) for pair in pairs)
    holding = [(pair.metric, f"{pair.metric}: {form}", (pair.key(Form(form)),)) for pair, form in forms if form]
    if _is_mixed(scene, metric, [each[0] for each in holding]):
        scene.compared[at] = (holding[0][0],)
        scene.findings.strays(
            start,
            end,
            "unclear",
            f"{relation.form.value} of {holding[0][0]}",
            expected=holding[0][2][0],
            detail="no quantity is named, and it does not hold of every price",
        )
        return
    if holding:
        scene.compared[at] = (holding[0][0],)
        scene.findings.holds(start, end, *holding[0][1:], also=[each[1:] for each in holding[1:]])
        return
    if not (metric.firm and relation.firm) and _holds_else(scene, at):
        return
    scene.compared[at] = metric.metrics[:1]
    rule, expected = _why(quantity, relation, pairs)
    scene.findings.strays(
        start, end, rule, f"{relation.form.value} of {', '.join(metric.metrics) or 'nothing named'}", expected=expected
    )


def _still_open(scene: Scene, metric: Metric, others: Sequence[str]) -> Sequence[str]:
    """Which other metrics can be meant where the clause names none firmly: those of its family, and those whose words stand."""
    if metric.firm:
        return ()
    if metric.how == NOTHING_NAMED or metric.at >= 0 and scene.items[metric.at].means(Sense.ACT):
        return others
    here, families = FactWords(scene), {family(name) for name in metric.metrics}
    if any(item.low in _ROOM for item in scene.items):
        families.add(family("context_window"))
    if any(item.sort is Sort.BENCHMARK for item in scene.items):
        families.discard("score")  # a benchmark that is named excludes the others
    return [name for name in others if family(name) in families or here.stand_for(name)]


_ROOM = frozenset(("space", "room", "limits", "limit", "capacity", "ceiling", "ceilings", "headroom"))


def _holds_else(scene: Scene, at: int) -> bool:
    """One model's own ratio, output over input or dearest over cheapest, where the sentence speaks of such."""
    quantity = scene.quantity(at)
    if quantity.kind not in (Kind.MULTIPLE, Kind.FRACTION, Kind.MAGNITUDE):
        return False
    words = {item.low for item in scene.items}
    if any(one.low == "between" and two.side for one, two in pairwise(scene.items)):
        words.discard("between")  # of the two models, not of a seller and another
    names = {name for item in scene.items for name in item.metrics}
    own = {"price.input", "price.output"} <= names or "in" in words and "out" in words or scene.talk.own
    spread = words & {
        "ranges",
        "range",
        "runs",
        "spans",
        "span",
        "varies",
        "from",
        "between",
        "that",
        "dearest",
        "cheapest",
        "highest",
        "lowest",
        "listing",
        "seller",
        "sellers",
        "providers",
        "top",
        "spread",
    }
    keys = (["price.output_to_input.ratio"] if own else []) + (["price.input.spread.ratio"] if spread else [])
    for key in keys:
        for side in SIDES:
            entry = scene.index.entry(key, side)
            if (
                entry is not None
                and quantity.kind is not Kind.MAGNITUDE
                and (states(scaled(quantity), entry.value) or states(scaled(quantity), 1 / entry.value))
            ):
                scene.compared[at] = ("@own",) if key.startswith("price.output") else ("price.input",)
                scene.findings.holds(*scene.span(at), key, (entry.key,))
                return True
    return False


def _is_mixed(scene: Scene, metric: Metric, holding: Sequence[str]) -> bool:
    """Nothing is named, and it holds of some price or cost, but neither of the blend nor of input and output alike (rule 13)."""
    if metric.how != NOTHING_NAMED or not holding or not all(_is_money(name) for name in holding):
        return False
    if any(item.sort is Sort.JOB or len(item.metrics) == 1 for item in scene.items):
        return False
    return "price.blended" not in holding and not {"price.input", "price.output"} <= set(holding)


def _is_money(metric: str) -> bool:
    return metric.startswith(("price.", "workload.", "context_fill."))


def _why(quantity: Quantity, relation: Relation, pairs: Sequence[Compared]) -> tuple[str, str]:
    """The rule that is broken, and the fact most likely meant."""
    if not pairs:
        return "invented", ""
    first = pairs[0]
    percent = quantity.kind is Kind.PERCENT
    if percent and relation.form is Form.SAVING and number(quantity) >= 100:
        return "impossible-percent", first.key(Form.SAVING)
    for pair in pairs:
        free = Relation(relation.form, 0, OPEN)
        if holds_of(quantity, free, pair) or holds_of(quantity, Relation(relation.form, -relation.sign, OPEN), pair):
            return "wrong-direction", pair.key(relation.form)
        if relation.form in (Form.SAVING, Form.PREMIUM):
            swapped = Form.PREMIUM if relation.form is Form.SAVING else Form.SAVING
            if holds_of(quantity, Relation(swapped, 0, OPEN), pair):
                return "percent-base", pair.key(relation.form)
    if quantity.kind is Kind.MAGNITUDE:
        return "order-of-magnitude", first.key(Form.RATIO)
    if relation.form is Form.RATIO or quantity.kind in (Kind.MULTIPLE, Kind.FRACTION):
        bound = quantity.modifier.value in ("under", "over", "nearly", "just_over", "at_least", "at_most", "close_to")
        return ("false-bound" if bound else "wrong-ratio"), first.key(relation.form)
    return "wrong-number", first.key(relation.form)


def own_ratio(scene: Scene, at: int, subject: str) -> bool:
    """Judge "its output costs 6× its input" where that is what is said; whether it is."""
    quantity = scene.quantity(at)
    if quantity.kind not in (Kind.MULTIPLE, Kind.FRACTION, Kind.MAGNITUDE) or not _speaks_of_both_sides(scene, at):
        return False
    start, end = scene.span(at)
    sides = SIDES if subject in (BOTH, OPEN) else (subject,)
    found = [scene.index.entry("price.output_to_input.ratio", side) for side in sides if side in SIDES]
    true = [entry for entry in found if entry is not None and states(stated(quantity), entry.value)]
    if not true and not after_says(scene, at):
        return False
    scene.compared[at] = ("@own",)
    if true and (len(true) == len(found) or subject == OPEN):
        scene.findings.holds(start, end, "output price over input price", tuple(entry.key for entry in true))
    else:
        scene.findings.strays(
            start,
            end,
            "wrong-ratio",
            "output price over input price",
            expected=next((entry.key for entry in found if entry is not None), ""),
        )
    return True


def after_says(scene: Scene, at: int) -> bool:
    """Whether the words right after the number name the input it is measured against."""
    return "in" in _sides_in(scene, range(at + 1, min(at + 9, len(scene.items))))


def _speaks_of_both_sides(scene: Scene, at: int) -> bool:
    items = scene.items
    if object_of(items, at) in SIDES:
        return False
    after = _sides_in(scene, range(at + 1, min(at + 9, len(items))))
    before = _sides_in(scene, range(at - 1, max(at - 12, -1), -1))
    first = items[at + 1] if at + 1 < len(items) else None
    direct = first is not None and (first.means(Sense.AGAIN) or first.low in ("its", "the", "input", "inputs", "that"))
    if first is not None and first.low == "its" and "in" in after:
        return True
    if direct and "in" in after and ("out" in after or "out" in before):
        return True
    if any(
        item.low == "to"
        and items[max(0, at_ - 1)].metrics[:1] == ("price.output",)
        and "price.input" in items[at_ + 1].metrics
        for at_, item in enumerate(items[: at - 1])
    ):
        return True
    if scene.talk.own or "@own" in [each for names in scene.compared.values() for each in names]:
        return not after
    return False


def _sides_in(scene: Scene, places: Iterable[int]) -> list[str]:
    found = []
    for index in places:
        item = scene.items[index]
        if item.sort is Sort.NUMBER and item.quantity is not None and item.quantity.kind is Kind.MONEY:
            continue
        if item.low in (";", "(", ")", ",", ":") or item.means(Sense.TURN) or item.sort is Sort.NUMBER:
            break
        names = metrics_at(scene.items, index, lambda metric: metric in ("price.input", "price.output"))
        found += ["in" if name == "price.input" else "out" for name in names[:1]]
    return found

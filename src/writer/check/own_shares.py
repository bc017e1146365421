"""Ratios within one model, questions that a share answers, and percentages of scores."""

from __future__ import annotations

from writer.check.after import right_of
from writer.check.comparisons import COUNTED, SIZED
from writer.check.ends import LOWEST
from writer.check.index import SIDES, Entry
from writer.check.items import OPEN, Sort
from writer.check.measures import kind_fits
from writer.check.metrics import left_of
from writer.check.prices import entries
from writer.check.relations import Form, Relation, relation_of
from writer.check.scene import Scene, says
from writer.check.subjects import subject_of
from writer.quantities.quantity import Kind
from writer.quantities.unit import Unit
from writer.sayings.words import Sense


def judge_score(scene: Scene, at: int) -> bool:
    """Points that are a score itself, where no gap holds: "it has 65.3 points on …"."""
    items = scene.items
    if items[at - 1].low in ("by", "of") or relation_of(items, at).word >= 0:
        return False
    named = [f"score.{benchmark}" for item in items for benchmark in item.ids if item.sort is Sort.BENCHMARK]
    subject = subject_of(items, at, scene.talk, scene.subjects, scene.hooks)
    sides = (subject.side,) if subject.firm and subject.side in SIDES else SIDES
    true = [
        entry
        for name in named
        for side in sides
        for entry in entries(scene, at, name, side)
        if says(scene.quantity(at), "", entry)
    ]
    if true:
        scene.findings.holds(*scene.span(at), "a score", (true[0].key,))
    return bool(true)


def is_score(scene: Scene, at: int) -> bool:
    """A score told in percent: "58.6% on SWE-Bench Pro"."""
    quantity = scene.quantity(at)
    if quantity.kind not in (Kind.PERCENT, Kind.POINTS):
        return False
    if scene.items[at].notes.get("gap") or any(each.low in _MARGINS for each in scene.items[max(0, at - 5) : at]):
        return False
    compared = any(item.means(Sense.COMPARE) for item in scene.items[at + 1 : at + 3])
    if at and scene.items[at - 1].low in _SCORES and not compared:
        return True
    relation = relation_of(scene.items, at)
    if relation.word >= 0:
        return False
    fits = kind_fits(quantity.kind, "", "", None)
    found, _ = right_of(scene.items, at, fits)
    return bool(found) and scene.items[at - 1].low not in ("by", "of") if at else bool(found)


_MARGINS = frozenset(("narrowest", "widest", "closest", "margin", "gap", "tightest", "slimmest", "biggest gap", "lead"))
_SCORES = frozenset(
    (
        "scores",
        "scored",
        "posts",
        "posted",
        "reaches",
        "reached",
        "records",
        "recorded",
        "achieves",
        "achieved",
        "manages",
        "managed",
    )
)


def relation_words(scene: Scene, at: int) -> set[str]:
    """Plural nouns of difference before the number: "margins of", "leads that run from"."""
    return {
        "lead" for item in scene.items[max(0, at - 6) : at] if item.low in ("margins", "leads", "gaps", "differences")
    }


def judge_spread(scene: Scene, at: int) -> bool:
    """Judge "2.5 times its lowest price" and "10% above its lowest": one model's dearest input price over its cheapest."""
    quantity, near = scene.quantity(at), scene.items[at + 1 : at + 6]
    above = quantity.kind is Kind.PERCENT and [item.low for item in near[:1]] in (
        ["above"],
        ["over"],
        ["higher"],
        ["more"],
    )
    owned = [item for item in near[:4] if item.low in LOWEST and not item.side]
    if not owned or not (above or quantity.kind is Kind.MULTIPLE and near[0].low in ("its", "their")):
        return False
    sides = [side for side in (left_side(scene, at),) if side in SIDES] or list(SIDES)
    found = [entry for side in sides if (entry := scene.index.entry("price.input.spread.ratio", side)) is not None]
    told = [Entry(each.key, (each.value - 1) * 100, Unit.PERCENT) if above else each for each in found]
    true = next((each for each in told if says(quantity, "", each)), None)
    if true is not None:
        scene.findings.holds(*scene.span(at), "dearest over cheapest input", (true.key,))
    elif found:
        scene.final.add(at)
        scene.findings.strays(*scene.span(at), "wrong-ratio", "dearest over cheapest input", expected=found[0].key)
    return bool(found)


BASELESS = frozenset(("gap", "gaps", "difference", "differences", "apart", "margin", "spread", "distance"))


def tells_scores(scene: Scene, at: int) -> bool:
    """Whether a percentage is of two scores: the nearest metric on either side is a benchmark."""

    def fits(name: str) -> bool:
        return name.startswith(("score.", "price.", "workload.", "context_fill")) or name in SIZED or name in COUNTED

    found, _ = right_of(scene.items, at, fits)
    if not found:
        found, place, _ = left_of(scene.items, at, fits, {}, acts=False)
        if any(item.low == ";" for item in scene.items[place:at]):
            return False
    return bool(found) and found[0].startswith("score.")


def asked_relation(scene: Scene, at: int, relation: Relation) -> Relation:
    """ "Which is cheaper? GPT-4.1 mini, by 80 %.": the question's comparative."""
    items = scene.items
    if (
        relation.form is Form.SHARE
        and relation.word < 0
        and not relation.told
        and scene.talk.sign
        and _in_percent(scene, at)
    ):
        form = Form.SAVING if scene.talk.sign < 0 else Form.PREMIUM
        return Relation(form, scene.talk.sign, OPEN, told=True)
    if (
        relation.word >= 0
        or not scene.talk.asked_sign
        or at < 3
        or items[at - 1].low != "by"
        or items[at - 2].low != ","
    ):
        return relation
    if scene.quantity(at).kind not in (Kind.PERCENT, Kind.FRACTION):
        return relation
    form = Form.SAVING if scene.talk.asked_sign < 0 else Form.PREMIUM
    return Relation(
        form,
        scene.talk.asked_sign,
        items[at - 3].side,
        scene.talk.asked_axis,
        firm=items[at - 3].side in SIDES,
        told=True,
    )


def _in_percent(scene: Scene, at: int) -> bool:
    """ "$3 more, $13 more. Or, in percentages: 150% and 108%": the same told once more in another measure."""
    return scene.items[at].kind is Kind.PERCENT and any(
        item.low in ("percentages", "percentage", "percent") for item in scene.items[:at]
    )


def left_side(scene: Scene, at: int) -> str:
    """The side named last before the item at ``at``."""
    for back in range(at - 1, -1, -1):
        if scene.items[back].side:
            return scene.items[back].side
    return OPEN

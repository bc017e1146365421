""" "It leads on A, B and C by 49.8, 3 and 16.4 points respectively": numbers told in the order of the benchmarks before them."""

from __future__ import annotations

from writer.check.index import SIDES, Entry
from writer.check.items import Sort
from writer.check.pairing import is_respective
from writer.check.scene import Scene, says
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense

_SCORED = frozenset((Kind.NUMBER, Kind.POINTS))


def judge_respective(scene: Scene, at: int) -> bool:
    """Judge the number at ``at`` by the benchmark in its place; False where no such list stands here."""
    places = _list_of(scene, at)
    named = [item.ids[0] for item in scene.items[: places[0]] if item.sort is Sort.BENCHMARK and len(item.ids) == 1]
    if len(places) < len(SIDES) or len(named) != len(places) or not is_respective(scene.items, places[-1]):
        return False
    metric = f"score.{named[places.index(at)]}"
    sides = scene.index.numbers.get(metric, {})
    told = list(sides.values())
    if len(told) == len(SIDES):
        told.append(Entry(f"pair.{metric}.difference", abs(told[0].value - told[1].value), told[0].unit))
    true = next((entry for entry in told if says(scene.quantity(at), "", entry)), None)
    if true is not None:
        scene.findings.holds(*scene.span(at), f"{metric}, in the order named", (true.key,))
    elif told:
        scene.findings.strays(*scene.span(at), "wrong-metric", f"{metric}, in the order named", expected=told[-1].key)
        scene.final.add(at)
    return bool(told)


def _list_of(scene: Scene, at: int) -> list[int]:
    """The numbers that commas and joining words alone part from the one at ``at``."""
    items, found = scene.items, [at]
    if items[at].kind not in _SCORED:
        return found
    for step in (-1, 1):
        here = at + step
        while 0 <= here < len(items) and (
            items[here].kind in _SCORED or items[here].low == "," or items[here].means(Sense.JOIN)
        ):
            if items[here].kind in _SCORED:
                found.append(here)
            here += step
    return sorted(found)

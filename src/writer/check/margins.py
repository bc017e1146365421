""" "Three of the five margins are 0.4 points": how many of the shared benchmarks lie so far apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from writer.check.index import SIDES, Entry
from writer.check.items import Sort
from writer.check.scene import Scene, number, says
from writer.quantities.quantity import GroupKind, Kind
from writer.sayings.words import Sense

_MARGINS = frozenset(("margins", "gaps", "leads", "differences", "shared margins"))
_ALIKE = frozenset(("identical", "same", "equal", "alike"))
_REACH = 4


def judge_margins(scene: Scene, at: int) -> bool:
    """Judge the count at ``at``; False where it counts no margins."""
    items, quantity = scene.items, scene.quantity(at)
    if quantity.kind is not Kind.NUMBER or quantity.suffix or number(quantity).denominator > 1:
        return False
    ahead = items[at + 1 : at + 1 + _REACH]
    size = next((index for index, item in enumerate(ahead) if item.low in _MARGINS), None)
    if size is None or any(item.kind is Kind.POINTS or item.sort is Sort.SIGN for item in ahead[:size]):
        return False
    gaps = [
        value for metric in scene.index.scores if (value := scene.index.value(f"pair.{metric}.difference")) is not None
    ]
    is_part = any(item.kind is Kind.NUMBER for item in ahead[:size]) and quantity.group_kind in (
        GroupKind.OF,
        GroupKind.NONE,
    )
    allowed = _parts(scene, gaps) if is_part else {len(gaps)} | _parts(scene, gaps)
    if number(quantity) in allowed:
        scene.findings.holds(*scene.span(at), "count of margins", ("pair.scores.shared.count",))
    else:
        scene.findings.strays(*scene.span(at), "wrong-count", "count of margins", expected="pair.scores.shared.count")
    return True


def _parts(scene: Scene, gaps: Sequence[object]) -> set[int]:
    """How many of the margins are as large as the sentence says, or alike where it says that they are."""
    said = [scene.quantity(index) for index in scene.numbers() if scene.items[index].kind is Kind.POINTS]
    keys = [metric for metric in scene.index.scores if scene.index.value(f"pair.{metric}.difference") is not None]
    if said:
        entries = [_gap(scene, metric) for metric in keys]
        return {sum(says(each, "", entry) for entry in entries) for each in said}
    if any(item.low in _ALIKE or item.means(Sense.SAME) for item in scene.items):
        return set(Counter(gaps).values())
    return set()


def _gap(scene: Scene, metric: str) -> Entry:
    one, two = (scene.index.numbers[metric][side] for side in SIDES)
    return Entry(f"pair.{metric}.difference", abs(one.value - two.value), one.unit)

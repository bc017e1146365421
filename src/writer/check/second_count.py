"""A bare number that was read as a wrong count is read once more: as another count, or as a price that is told by its figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from writer.check.counting import kind_of, says_shared
from writer.check.open_sides import is_open, open_sides
from writer.check.scene import Scene, number
from writer.quantities.quantity import GroupKind, Kind, Modifier
from writer.sayings.count_words import COUNTED
from writer.sayings.tolerance import Stated, states

_CENTS = Fraction(1, 100)
_REST = frozenset(("other", "others", "remaining", "further", "rest", "elsewhere"))


def licensed_count(scene: Scene, at: int) -> str:
    """The key of the fact that the bare number states, "" where it states none."""
    quantity = scene.quantity(at)
    if quantity.kind is not Kind.NUMBER or quantity.suffix or quantity.sign < 0 or number(quantity) <= 0:
        return ""
    alone = (
        quantity.modifier is Modifier.NONE and quantity.group_kind is not GroupKind.OF and not says_shared(scene, at)
    )
    if alone and number(quantity).denominator == 1:
        key = next((key for key, count in _counts(scene, at) if count == number(quantity)), "")
        if key:
            return key
    return "" if quantity.noun else _borrowed(scene, at)


def _counts(scene: Scene, at: int) -> Iterator[tuple[str, int]]:
    """Every count that the number's noun can be of: key and number."""
    noun = COUNTED.get(scene.quantity(at).noun, "")
    noun = "capabilities" if scene.quantity(at).noun == "thing" else noun
    spoken = {noun} if noun else {kind_of(item) for item in scene.items}
    rest = any(item.low in _REST for item in scene.items[max(0, at - 2) : at + 3])
    for kind in ("providers", "capabilities"):
        if kind not in spoken:
            continue
        for side in open_sides(scene, at):
            count = scene.index.value(f"{side}.{kind}.count")
            if isinstance(count, int):
                yield f"{side}.{kind}.count", count
                if rest:
                    yield f"{side}.{kind}.count", count - 1
    if "benchmarks" in spoken:
        for side in open_sides(scene, at):
            scores = [metric for metric in scene.index.scores if side in scene.index.numbers[metric]]
            if scores:
                yield f"{side}.{scores[0]}", len(scores)


def _borrowed(scene: Scene, at: int) -> str:
    """ "ten cents in and thirty out", "94 billion parameters apart, 26 to 120": a value whose unit stands with another one."""
    quantity, scales = scene.quantity(at), _scales(scene, at)
    if not scales:
        return ""
    sides = open_sides(scene, at)
    for metric, known in scene.index.numbers.items():
        scale = next((scale for heads, scale in scales.items() if metric.startswith(heads)), None)
        if scale is None or metric.endswith(_NO_VALUE) or not is_open(scene, at, metric):
            continue
        said = Stated(
            number(quantity) * scale, quantity.step * scale, quantity.coarse_step * scale, quantity.modifier
        )
        key = next((known[side].key for side in sides if side in known and states(said, known[side].value)), "")
        if key:
            return key
    return ""


def _scales(scene: Scene, at: int) -> Mapping[tuple[str, ...], Fraction]:
    """What the number is to be taken times, by the metrics that it can then be of: as the nearest amount before it is told,
    and as the nearest count of tokens or parameters."""
    found: dict[tuple[str, ...], Fraction] = {}
    for back in range(at - 1, -1, -1):
        quantity = scene.items[back].quantity
        if quantity is not None and quantity.kind is Kind.MONEY and _MONEY not in found:
            found[_MONEY] = _CENTS if "cent" in quantity.text or "¢" in quantity.text else Fraction(1)
    for item in sorted(scene.items, key=lambda item: abs(item.start - scene.items[at].start)):
        if item.quantity is not None and item.quantity.suffix.lower() in _SUFFIXES:
            heads, scale = _SUFFIXES[item.quantity.suffix.lower()]
            found.setdefault(heads, Fraction(scale))
    return found


_MONEY = ("price.", "offers.", "workload.")
_NO_VALUE = (".ratio", ".context_window", ".max_output")
_TOKENS = ("context_window", "max_output")
_SUFFIXES: Mapping[str, tuple[tuple[str, ...], int]] = {
    "b": (("parameters_",), 10**9),
    "billion": (("parameters_",), 10**9),
    "k": (_TOKENS, 1000),
    "thousand": (_TOKENS, 1000),
    "m": (_TOKENS, 10**6),
    "million": (_TOKENS, 10**6),
}

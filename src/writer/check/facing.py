"""Which way round the nameless pairs of a sentence stand."""

from __future__ import annotations

from writer.check.bindings import Metric
from writer.check.index import SIDES, Entry, other
from writer.check.items import OPEN, Sort
from writer.check.open_sides import family
from writer.check.ranges import RANGING
from writer.check.scene import COMPARING, Scene
from writer.check.standing import is_expletive
from writer.quantities.quantity import GroupKind, Kind
from writer.sayings.words import Sense


def face(scene: Scene, at: int, side: str) -> None:
    """Note in which order two named values stand, for the nameless pairs after them."""
    earlier = [
        index for index, bound in scene.subjects.items() if index < at and bound.firm and bound.side == other(side)
    ]
    if earlier and not any(index > earlier[-1] and index < at for index in scene.subjects):
        scene.facing = (other(side), at)


def turns_round(scene: Scene, at: int, found: list[tuple[str, str, Entry]], metric: Metric) -> bool:
    """Whether a pair without names stands the other way round than the pairs before it in the sentence."""
    sides = {side for side, _, _ in found}
    first = _starts(scene, at, metric)
    if len(sides) != 1 or not first or any(item.low in _RATIOS for item in scene.items[max(0, at - 8) : at]):
        return False
    side = next(iter(sides))
    if scene.facing is None and scene.talk.facing and _kind(metric) == scene.talk.faced and _is_nameless(scene, at):
        scene.facing = (scene.talk.facing, -1)
    was = scene.facing
    since = (
        [
            item
            for index, item in enumerate(scene.items[was[1] : at], was[1])
            if not (item.means(Sense.IT) and is_expletive(scene.items, index))
        ]
        if was
        else []
    )
    if was is None or was[0] == side or any(item.side in SIDES for item in since[_AFTER_NAME:]):
        scene.facing = (side, at)
    if was is None or any(item.side in SIDES and index > 0 for index, item in enumerate(since[_AFTER_NAME:])):
        return False
    return was[0] != side


def _is_nameless(scene: Scene, at: int) -> bool:
    """Whether the sentence names no model, and no share before the value says which way its pair goes."""
    if any(item.kind in COMPARING for item in scene.items[:at]):
        return False
    return not any(
        item.side in (*SIDES, OPEN) and not (item.means(Sense.IT) and is_expletive(scene.items, index))
        for index, item in enumerate(scene.items)
    )


def carry_facing(scene: Scene) -> None:
    """Keep for the next sentence in which order this one told both models' values, and of what kind they were."""
    talk = scene.talk
    if scene.facing is None:
        if any(item.side in SIDES for item in scene.items):
            talk.facing = ""
        return
    side, at = scene.facing
    turned = talk.order is not None and talk.order[0] != side
    talk.facing = "" if turned else side  # an order that was turned round once holds for no more pairs
    if at in scene.metrics:
        talk.faced = _kind(scene.metrics[at])


def _kind(metric: Metric) -> str:
    return family(metric.metrics[0]) if metric.metrics else ""


# "the ratio falls to two, $28.75 to $13.88": the higher stands first
_RATIOS = frozenset(("ratio", "factor", "multiple"))
_AFTER_NAME = 4  # how far behind a value the name may hang that it was bound by


def _starts(scene: Scene, at: int, metric: Metric) -> bool:
    """Whether the value is the first of two that stand side by side without a name."""
    for ahead in range(at + 1, min(at + 5, len(scene.items))):
        item = scene.items[ahead]
        if item.quantity is not None:
            money = (
                scene.quantity(at).kind is Kind.MONEY
                and scene.quantity(at).group_kind is not GroupKind.RANGE
                and not any(each.low in RANGING for each in scene.items[max(0, at - 8) : at])
            )
            joined = any(each.means(Sense.PAIR) and (each.low != "to" or money) for each in scene.items[at:ahead])
            joints = ("/", ",") if _is_bare_pair(scene) else ("/",)
            listed = metric.firm and len(metric.metrics) == 1 and metric.how == "named before it"
            joined = joined or (
                listed
                and any(each.means(Sense.JOIN) or each.low in joints for each in scene.items[at:ahead])
                and not any(each.metrics for each in scene.items[at:ahead])
                and ahead - at <= 3
            )
            return joined and item.quantity.kind is scene.quantity(at).kind
        if item.side or item.sort is Sort.SIGN and item.low not in (".", "/", ","):
            return False
    return False


def _is_bare_pair(scene: Scene) -> bool:
    """ "Output: $0.87, $3.20": two sums, and no model."""
    sums = sum(item.kind is Kind.MONEY for item in scene.items)
    return sums == len(SIDES) and not any(item.side for item in scene.items)


def other_key(key: str) -> str:
    """The same fact of the other model."""
    return ("b" if key.startswith("a.") else "a") + key[1:]

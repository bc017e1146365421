"""Numeric stretches that are no quantity: what could not be read, and the weights of a blend, which must be the facts' own."""

from __future__ import annotations

from fractions import Fraction

from writer.check.items import Item, Sort
from writer.check.scene import Scene
from writer.quantities.quantity import PassedKind

_COMPARED = frozenset(("cheaper", "dearer", "less", "more", "lower", "higher", "saving", "pricier"))
_WEIGHTS = ((Fraction(70), Fraction(30)), (Fraction(7), Fraction(3)))


def judge_unread(scene: Scene) -> None:
    """Report what could not be read as a number, and the weights of another blend."""
    for item in scene.items:
        if item.sort is Sort.UNREAD:
            scene.findings.strays(item.start, item.end, "unread", item.low)
        elif item.sort is Sort.PASSED and _is_other_blend(item):
            scene.findings.strays(item.start, item.end, "wrong-blend", item.low, expected="a.price.blended")


def _is_other_blend(item: Item) -> bool:
    passed = item.passed
    if passed is None or passed.kind is not PassedKind.BLEND or tuple(passed.weights) in _WEIGHTS:
        return False
    return _COMPARED.isdisjoint(item.low.split())

"""How much a page has changed, as the review desk wants it."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from review_queue.ports import Change, ChangeKind, Delta
from writer.freshness.change import Difference, Kind
from writer.freshness.compare import compare

_KINDS = {
    Kind.SAME: ChangeKind.RENDERS_SAME,
    Kind.WITHIN_TOLERANCE: ChangeKind.WITHIN_TOLERANCE,
    Kind.MATERIAL: ChangeKind.MATERIAL,
    Kind.WINNER_FLIPPED: ChangeKind.WINNER_FLIPPED,
    Kind.UNKNOWN: ChangeKind.UNKNOWN,
}
_NOTHING = "nothing"


class DeskFreshness:
    """Compares two pages, each as JSON."""

    def compare(self, old: str, new: str) -> Change:
        """How the new page differs from the old one, place by place."""
        change = compare(old, new)
        return Change(_KINDS[change.kind], tuple(_delta(each) for each in change.differences))


def _delta(each: Difference) -> Delta:
    gap = "" if each.delta_percent is None else f"{_rounded(each)}%"
    return Delta(each.where, each.old or _NOTHING, each.new or _NOTHING, gap)


def _rounded(each: Difference) -> str:
    """The gap with its sign, to one decimal."""
    assert each.delta_percent is not None
    exact = Decimal(each.delta_percent.numerator) / Decimal(each.delta_percent.denominator)
    return f"{exact.quantize(Decimal('0.1'), ROUND_HALF_EVEN):+}"

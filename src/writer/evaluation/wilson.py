"""Wilson's interval for a share."""

from __future__ import annotations

from math import sqrt

_Z = 1.959963984540054  # 95 %, both sides


def interval(found: int, total: int) -> tuple[float, float]:
    """Lower and upper end of the 95 % interval of found/total; (0, 1) where nothing was counted."""
    if total == 0:
        return 0.0, 1.0
    share, square = found / total, _Z * _Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    reach = _Z * sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    return max(0.0, middle - reach), min(1.0, middle + reach)

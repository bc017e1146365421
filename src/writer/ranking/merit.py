"""How much a page about two models would tell: points for what they share.

=====  ==========================================================================================================
 up to  for
=====  ==========================================================================================================
   24  shared benchmark results at equal settings, 2 each
    8  prices: 4 where both have one, 4 more where the dearer is at most twice the cheaper (2: at most four times)
    4  two vendors rather than one
    4  age: released within six months of each other (2: within a year)
    3  providers that sell both, 1 each
    3  both among the newer half of the listed models
    2  sizes: parameters known and at most twice apart
=====  ==========================================================================================================
"""

from __future__ import annotations

from writer.ranking.profile import Profile

_MOST_SHARED_SCORES = 12
_MOST_SHARED_PROVIDERS = 3


def merit(a: Profile, b: Profile, newer_from: int = 0) -> int:
    """The points of a pair; ``newer_from`` is the month from which a model counts as newer, 0 for none."""
    points = 2 * min(_MOST_SHARED_SCORES, (a.scores & b.scores).bit_count())
    points += min(_MOST_SHARED_PROVIDERS, (a.providers & b.providers).bit_count())
    if a.vendor != b.vendor:
        points += 4
    if a.price and b.price:
        points += 4 + _closeness(a.price, b.price, 2, 4)
    if a.month and b.month:
        gap = abs(a.month - b.month)
        points += 4 if gap <= 6 else 2 if gap <= 12 else 0  # months
        if newer_from and min(a.month, b.month) >= newer_from:
            points += 3
    if a.parameters and b.parameters and _closeness(a.parameters, b.parameters, 2, 2):
        points += 2
    return points


def _closeness(one: int, other: int, near: int, nearly: int) -> int:
    """4 where the larger is at most ``near`` times the smaller, 2 where at most ``nearly`` times, else 0."""
    low, high = (one, other) if one <= other else (other, one)
    if high <= near * low:
        return 4
    return 2 if high <= nearly * low else 0

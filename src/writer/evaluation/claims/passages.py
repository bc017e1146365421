"""What is true of several facts at once, of how far apart two values are, and of prices on the whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation import figures as ways
from writer.evaluation.claims.book import PRICES, SIDES, Book, compared, ordered
from writer.evaluation.phrasing import Claim, Slot
from writer.evaluation.slots import bases, figures, names, word
from writer.facts.sheet import Side

_FAR, _SLIGHT, _SIMILAR = Fraction(8, 5), Fraction(5, 4), Fraction(108, 100)
_MAGNITUDE, _HALF_AGAIN = (Fraction(17, 2), Fraction(12)), (Fraction(147, 100), Fraction(153, 100))


def passages(book: Book) -> Iterator[Claim]:
    """One model's profile, and the prices of both."""
    for side in SIDES:
        mine = _prices(book, side, "v")
        window = book.number(side, "context_window")
        slots = {**names(book.sheet, m=side, o=side.other), **mine, "base": bases()}
        if len(mine) == 2 and window is not None:
            yield Claim(
                "profile", {**slots, "c": figures(ways.token_counts(window), f"{side}.context_window", side.value)}
            )
        other = _prices(book, side.other, "w")
        if len(mine) == len(other) == 2:
            yield Claim("duel", {**slots, **other})


def _prices(book: Book, side: Side, letter: str) -> dict[str, Slot]:
    found = {}
    for part in ("input", "output"):
        value = book.number(side, f"price.{part}")
        if value is not None:
            found[f"{letter}{part[0]}"] = figures(_plain(value), f"{side}.price.{part}", side.value)
    return found


def _plain(value: Fraction) -> list[ways.Figure]:
    """Without hedges and bounds: two and more of them in a row read badly."""
    return [way for way in ways.dollars(value) if not way.bound][:4]


def degrees(book: Book) -> Iterator[Claim]:
    """Far, slightly, similar; an order of magnitude; half as much again."""
    for metric, (right, wrong, other) in PRICES.items():
        ratio = book.number(Side.PAIR, metric, "ratio")
        extra = {"io": word(right, "metric", wrong, key=other), "base": bases()}
        yield from compared(book, "price_difference", metric, "difference", "d", ways.dollars, **extra)
        for frame in _frames(ratio):
            yield from ordered(book, f"price_{frame}", metric, **extra)
    ratio = book.number(Side.PAIR, "context_window", "ratio")
    for frame in _frames(ratio):
        if frame in ("far", "similar"):
            yield from ordered(book, f"window_{frame}", "context_window")


def _frames(ratio: Fraction | None) -> Iterator[str]:
    if ratio is None or ratio == 1:
        return
    if ratio >= _FAR:
        yield "far"
    if ratio <= _SLIGHT:
        yield "slight"
    if ratio <= _SIMILAR:
        yield "similar"
    if _MAGNITUDE[0] <= ratio <= _MAGNITUDE[1]:
        yield "magnitude"
    if _HALF_AGAIN[0] <= ratio <= _HALF_AGAIN[1]:
        yield "half_again"


def overall(book: Book) -> Iterator[Claim]:
    """Cheaper on the whole: where no price and no workload points the other way."""
    costs = ["price.blended", "price.input", "price.output", "price.cached_input", "context_fill.cost"]
    costs += [f"workload.{workload}.cost" for workload in book.sheet.context.workloads]
    told = {str(fact.value) for cost in costs if (fact := book.fact(Side.PAIR, cost, "higher")) is not None}
    if len(told) == 1 and "tie" not in told and book.sides("price.blended") is not None:
        yield from ordered(book, "cheaper_overall", "price.blended")

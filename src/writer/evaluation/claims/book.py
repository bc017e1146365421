"""The facts of a pair by side and metric, and the shapes that claims take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from writer.evaluation import figures as ways
from writer.evaluation.draft import Role
from writer.evaluation.phrasing import Claim, Slot
from writer.evaluation.slots import figures, names, thing
from writer.facts.sheet import Fact, FactSheet, Side

SIDES = (Side.A, Side.B)
# A price's word, its neighbour, and the neighbour's metric.
PRICES = {"price.input": ("input", "output", "price.output"), "price.output": ("output", "input", "price.input")}


class Book:
    """The facts of a pair, looked up by side and metric."""

    def __init__(self, sheet: FactSheet) -> None:
        self.sheet = sheet

    def fact(self, side: Side, metric: str, aspect: str = "") -> Fact | None:
        """The fact, or None."""
        return self.sheet.facts.get(".".join(part for part in (side.value, metric, aspect) if part))

    def number(self, side: Side, metric: str, aspect: str = "") -> Fraction | None:
        """Its number, or None."""
        fact = self.fact(side, metric, aspect)
        return None if fact is None or isinstance(fact.value, str | tuple) else Fraction(fact.value)  # type: ignore[arg-type]

    def sides(self, metric: str) -> tuple[Side, Side] | None:
        """Higher and lower side of a metric; None for ties and unknowns."""
        fact = self.fact(Side.PAIR, metric, "higher")
        if fact is None or fact.value == "tie":
            return None
        higher = Side(str(fact.value))
        return higher, higher.other

    def listed(self, side: Side, metric: str, aspect: str = "") -> tuple[str, ...]:
        """A list of ids, () where it is unknown."""
        fact = self.fact(side, metric, aspect)
        return fact.value if fact is not None and isinstance(fact.value, tuple) else ()


def one(
    book: Book, frame: str, metric: str, spell: Callable[[Fraction], list[ways.Figure]], **extra: Slot
) -> Iterator[Claim]:
    """The value of one model, of each in turn."""
    for side in SIDES:
        value = book.number(side, metric)
        if value is not None and (told := spell(value)):
            slots = {
                **names(book.sheet, m=side, o=side.other),
                "v": figures(told, f"{side}.{metric}", side.value),
                **extra,
            }
            yield Claim(frame, slots)


def two(
    book: Book, frame: str, metric: str, spell: Callable[[Fraction], list[ways.Figure]], **extra: Slot
) -> Iterator[Claim]:
    """The values of both, in both orders; none where they are equal."""
    for side in SIDES:
        mine, other = book.number(side, metric), book.number(side.other, metric)
        if mine is None or other is None or mine == other:
            continue
        told, told_other = spell(mine), spell(other)
        if told and told_other:
            yield Claim(frame, {
                **names(book.sheet, m=side, o=side.other),
                "v": figures(told, f"{side}.{metric}", side.value),
                "w": figures(told_other, f"{side.other}.{metric}", side.other.value),
                **extra,
            })  # fmt: skip


def compared(
    book: Book,
    frame: str,
    metric: str,
    aspect: str,
    slot: str,
    spell: Callable[[Fraction], list[ways.Figure]],
    **extra: Slot,
) -> Iterator[Claim]:
    """A comparison of the pair: the higher and the lower side, and the fact ``aspect`` in ``slot``."""
    sides, value = book.sides(metric), book.number(Side.PAIR, metric, aspect)
    if sides is None or value is None or not (told := spell(value)):
        return
    yield Claim(
        frame, {**names(book.sheet, hi=sides[0], lo=sides[1]), slot: figures(told, f"pair.{metric}.{aspect}"), **extra}
    )


def ordered(book: Book, frame: str, metric: str, **extra: Slot) -> Iterator[Claim]:
    """Which side is higher."""
    sides = book.sides(metric)
    if sides is not None:
        yield Claim(frame, {**names(book.sheet, hi=sides[0], lo=sides[1]), **extra})


def tied(
    book: Book, frame: str, metric: str, spell: Callable[[Fraction], list[ways.Figure]], **extra: Slot
) -> Iterator[Claim]:
    """A value that both share."""
    value = book.number(Side.A, metric)
    if value is not None and value == book.number(Side.B, metric) and (told := spell(value)):
        yield Claim(frame, {**names(book.sheet, m=Side.A, o=Side.B), "v": figures(told, f"a.{metric}"), **extra})


def provider_slot(book: Book, provider: str) -> Slot:
    """A provider by its id."""
    return thing(book.sheet.context.providers[provider].name, Role.PROVIDER, provider)


def both_counts(book: Book, side: Side, metric: str) -> dict[str, Slot]:
    """A count of each model."""
    mine, other = book.number(side, metric), book.number(side.other, metric)
    return {
        **names(book.sheet, m=side, o=side.other),
        "n": figures(ways.counts(mine or Fraction(0)), f"{side}.{metric}", side.value),
        "k": figures(ways.counts(other or Fraction(0)), f"{side.other}.{metric}", side.other.value),
    }


def newer(book: Book, metric: str, gap_frame: str, order_frame: str) -> Iterator[Claim]:
    """Which of the two is newer, and by how much."""
    newer = book.fact(Side.PAIR, metric, "newer")
    if newer is None or newer.value not in ("a", "b"):
        return
    new = Side(str(newer.value))
    slots = names(book.sheet, new=new, old=new.other)
    yield Claim(order_frame, slots)
    days, months = book.number(Side.PAIR, metric, "gap.days"), book.number(Side.PAIR, metric, "gap.months")
    told = ([*ways.gaps(days)] if days and days > 1 else []) + (ways.months(months) if months else [])
    if told:
        yield Claim(gap_frame, {**slots, "g": figures(told, f"pair.{metric}.gap")})

"""Ratios, cents, factors and limits whose word stands once for several numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from writer.check.items import Item, Sort
from writer.quantities.quantity import GroupKind, Kind, Quantity
from writer.sayings.words import Sense

CENT = Fraction(1, 100)


def read_points(items: Sequence[Item]) -> None:
    """ "by 11.7 points on X, 8.4 on Y and half a point on Z": a list of gaps."""
    gap: Quantity | None = None
    for at, item in enumerate(items):
        quantity = item.quantity
        if quantity is None:
            if item.sense is Sense.TURN or item.low in (";", ":"):
                gap = None
            continue
        if quantity.kind is Kind.POINTS and items[at - 1].low in ("by", "of", "is") or quantity.text.startswith("+"):
            gap = quantity
        elif (
            gap is not None
            and quantity.kind is Kind.NUMBER
            and not quantity.noun
            and not quantity.suffix
            and (items[at - 1].low in (",", "and", "by"))
            and at + 1 < len(items)
            and items[at + 1].low in ("on", "in")
        ):
            item.quantity = replace(quantity, kind=Kind.POINTS, noun="point")
        elif gap is not None and quantity.kind is Kind.POINTS and items[at - 1].low in (",", "and"):
            item.notes["gap"] = "yes"


def as_money(quantity: Quantity, like: Quantity) -> Quantity:
    """The number in dollars, or in cents where the money before is told in cents."""
    cents = "cent" in like.text or "¢" in like.text or "penn" in like.text
    scale = CENT if cents else Fraction(1)
    assert isinstance(quantity.value, Fraction)
    return replace(
        quantity,
        kind=Kind.MONEY,
        value=quantity.value * scale,
        step=quantity.step * scale,
        coarse_step=quantity.coarse_step * scale,
        currency="USD",
        text=f"{quantity.text}{' cents' if cents else ''}",
    )


def read_ratios(items: Sequence[Item]) -> None:
    """ "5:1", "a ratio of five to one": one multiple, told in two numbers."""
    said = any(item.low in ("ratio", "ratios", "odds", "spread") for item in items)
    for at in range(len(items) - 2):
        one, two = items[at].quantity, items[at + 2].quantity
        if (
            one is not None
            and one.kind is Kind.NUMBER
            and said
            and items[at + 1].low == "to"
            and items[at + 2].low == "one"
        ):
            items[at].quantity = replace(one, kind=Kind.MULTIPLE)
            items[at + 2].notes["passed"] = "ratio"
            continue
        if one is None or two is None or {one.kind, two.kind} != {Kind.NUMBER} or not isinstance(one.value, Fraction):
            continue
        joined = items[at + 1].low == ":" or (said and items[at + 1].low == "to")
        if not joined or not isinstance(two.value, Fraction) or two.value == 0 or one.noun or one.suffix or two.suffix:
            continue
        if items[at + 1].low == ":" and items[at + 1].start > items[at].end:
            continue
        items[at].quantity = replace(
            one,
            kind=Kind.MULTIPLE,
            value=one.value / two.value,
            step=one.step / two.value,
            coarse_step=one.coarse_step / two.value,
        )
        items[at + 2].notes["passed"] = "ratio"


def read_cents(items: Sequence[Item]) -> None:
    """ "two dollars forty-five"."""
    for at in range(len(items) - 1):
        one, two = items[at].quantity, items[at + 1].quantity
        if one is None or two is None or one.kind is not Kind.MONEY or two.kind not in (Kind.NUMBER, Kind.MONEY):
            continue
        bare = not any(sign in two.text for sign in ("cent", "¢", "$", "dollar"))
        if two.kind is Kind.MONEY and isinstance(two.value, Fraction) and two.value < 1:
            two = replace(two, value=two.value / CENT)
        if (
            bare
            and "dollar" in one.text
            and isinstance(one.value, Fraction)
            and isinstance(two.value, Fraction)
            and two.value < 100
        ):
            items[at].quantity = replace(one, value=one.value + two.value * CENT, step=CENT, coarse_step=CENT)
            items[at + 1].sort, items[at + 1].quantity = Sort.PASSED, None


def read_factors(items: Sequence[Item]) -> None:
    """ "by a factor of up to two" is a multiple; "a third may" is no day of May."""
    for at, item in enumerate(items):
        quantity = item.quantity
        if quantity is None:
            continue
        near = [each.low for each in items[max(0, at - 5) : at]]
        if len(near) > 1 and near[-1] == "at" and near[-2] == ",":
            near = [each.low for each in items[max(0, at - 9) : at - 2]]
        elif len(near) > 1 and near[-1] in (",", ":") and near[-2] in ("factor", "multiple", "ratio"):
            near = near[:-1]
        resumed = near[-2:] in (["it", "is"], ["it", "'s"], ["this", "is"])
        while not resumed and ("," in near or ";" in near):
            near = near[1:]
        if resumed:
            near = [each.low for each in items[:at]]
        if (
            quantity.kind is Kind.NUMBER
            and not quantity.noun
            and not quantity.suffix
            and not quantity.quantifier
            and any(low in ("factor", "multiple", "ratio", "ratios", "multiples") for low in near)
        ):
            item.quantity = replace(quantity, kind=Kind.MULTIPLE)
        elif quantity.kind is Kind.DATE and quantity.text.endswith(" may") and quantity.text.split()[0] in _SHARES:
            share = _SHARES[quantity.text.split()[0]]
            item.quantity = replace(
                quantity,
                kind=Kind.FRACTION,
                value=share,
                step=Fraction(0),
                coarse_step=Fraction(0),
                group_kind=GroupKind.RANGE,
            )


_SHARES = {
    "third": Fraction(1, 3),
    "fifth": Fraction(1, 5),
    "tenth": Fraction(1, 10),
    "fourth": Fraction(1, 4),
    "sixth": Fraction(1, 6),
}


def read_ahead(items: Sequence[Item]) -> None:
    """ "at 56.55 as against 80.5 cents": a bare number takes the unit of the second of its pair."""
    for at in range(len(items) - 2):
        one = items[at].quantity
        if one is None or one.kind is not Kind.NUMBER or one.noun or one.suffix or one.quantifier:
            continue
        for ahead in range(at + 1, min(at + 5, len(items))):
            two = items[ahead].quantity
            if two is not None:
                if (
                    two.kind is Kind.MONEY
                    and (
                        any(near.means(Sense.PAIR) for near in items[at:ahead])
                        or items[at + 1].means(Sense.JOIN)
                        and not _follows_dollars(items, at)
                    )
                    and ("cent" in two.text or "¢" in two.text)
                ):
                    items[at].quantity = as_money(one, two)
                break
            if items[ahead].sort is Sort.SIGN:
                break


def _follows_dollars(items: Sequence[Item], at: int) -> bool:
    """ "five dollars in, twenty-five out and fifty cents cached": the unit stands before the number already."""
    before = [item.quantity for item in items[:at] if item.quantity is not None]
    return bool(before) and before[-1].kind is Kind.MONEY

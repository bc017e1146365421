"""Numbers that leave their unit out: "fifty cents against ten" is ten cents, "six to the other's three" counts the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from writer.check.items import Item, Sort
from writer.check.metrics import right_of
from writer.quantities.quantity import GroupKind, Kind, Quantity
from writer.sayings.words import Sense

_CENT = Fraction(1, 100)


def inherit_units(items: Sequence[Item]) -> None:
    """Give bare numbers the unit of the money before them, in place."""
    last: Quantity | None = None
    _read_cents(items)
    _read_ratios(items)
    _read_factors(items)
    _read_points(items)
    _read_ahead(items)
    for at, item in enumerate(items):
        quantity = item.quantity
        if item.sort is not Sort.NUMBER or quantity is None or quantity.quantifier or item.notes:
            if item.sort is Sort.BENCHMARK or item.low == ";" and not _goes_on(items, at):
                last = None
            continue
        if quantity.kind is Kind.MONEY:
            last = quantity
        elif quantity.kind is Kind.NUMBER and last is not None and _is_bare(items, at, quantity):
            item.quantity = _as_money(quantity, last)
            last = item.quantity
        elif quantity.kind not in (Kind.MULTIPLE, Kind.FRACTION, Kind.PERCENT, Kind.NUMBER, Kind.MAGNITUDE) or quantity.kind is Kind.NUMBER and (quantity.noun not in ("", "chat", "run", "summary") and not _is_job(items, at)):
            last = None


def _read_points(items: Sequence[Item]) -> None:
    """ "by 11.7 points on X, 8.4 on Y and half a point on Z": a list of gaps."""
    gap: Quantity | None = None
    for at, item in enumerate(items):
        quantity = item.quantity
        if quantity is None:
            if item.means(Sense.TURN) or item.low in (";", ":"):
                gap = None
            continue
        if quantity.kind is Kind.POINTS and items[at - 1].low in ("by", "of", "is") or quantity.text.startswith("+"):
            gap = quantity
        elif gap is not None and quantity.kind is Kind.NUMBER and not quantity.noun and not quantity.suffix and (
                items[at - 1].low in (",", "and")) and at + 1 < len(items) and items[at + 1].low in ("on", "in"):
            item.quantity = replace(quantity, kind=Kind.POINTS, noun="point")
        elif gap is not None and quantity.kind is Kind.POINTS and items[at - 1].low in (",", "and"):
            item.notes["gap"] = "yes"


def spread_base(items: Sequence[Item]) -> None:
    """ "$0.10 in / $0.32 out per 1K tokens": a base that stands once is the base of the prices before it, too."""
    for at, item in enumerate(items):
        base = item.passed.per_tokens if item.passed is not None and item.passed.per else None
        request = item.low == "per" and at + 1 < len(items) and items[at + 1].low in ("request", "chat", "call")
        if not request and (base is None or base == 1_000_000):
            continue
        for back in range(at - 1, -1, -1):
            quantity = items[back].quantity
            if items[back].low in (";", "(", ")") or items[back].means(Sense.TURN) or items[back].sort is Sort.JOB:
                break
            if quantity is not None and quantity.kind is Kind.MONEY and quantity.per_tokens is None and not quantity.per:
                items[back].quantity = replace(quantity, per="request") if request else replace(quantity, per_tokens=base)


def _goes_on(items: Sequence[Item], at: int) -> bool:
    return any(item.sort is Sort.JOB for item in items[at : at + 6])


def _is_job(items: Sequence[Item], at: int) -> bool:
    return any(item.sort is Sort.JOB for item in items[at + 1 : at + 3])


def _is_bare(items: Sequence[Item], at: int, quantity: Quantity) -> bool:
    if quantity.noun not in ("", "output", "input") or quantity.suffix or quantity.per and quantity.per_tokens is None or _is_job(items, at):
        return False
    if right_of(items, at, lambda name: name.startswith(("score.", "context_window", "max_output", "parameters")))[0] and not (
            right_of(items, at, lambda name: name == "price.output")[0]):
        return False
    before = items[at - 1] if at else None
    if before is not None and (before.means(Sense.METRIC) and before.metrics and before.metrics[0].startswith(("context", "max_"))):
        return False
    return quantity.value != 1 or not quantity.in_words


def _as_money(quantity: Quantity, like: Quantity) -> Quantity:
    """The number in dollars, or in cents where the money before is told in cents."""
    cents = "cent" in like.text or "¢" in like.text or "penn" in like.text
    scale = _CENT if cents else Fraction(1)
    assert isinstance(quantity.value, Fraction)
    return replace(quantity, kind=Kind.MONEY, value=quantity.value * scale, step=quantity.step * scale,
                   coarse_step=quantity.coarse_step * scale, currency="USD", text=f"{quantity.text}{' cents' if cents else ''}")


def pass_jobs(items: Sequence[Item], jobs: Mapping[str, int], before: Sequence[str]) -> None:
    """Numbers of requests told apart from their noun: "support chats, 10,000 of them", "ten thousand cost …"."""
    named = [name for item in items if item.sort is Sort.JOB for name in item.ids] or [name for name in before if name in jobs]
    for at, item in enumerate(items):
        quantity = item.quantity
        if quantity is None or quantity.kind is not Kind.NUMBER or quantity.noun == "token" or quantity.suffix in ("K", "k") or any(
                near.sort is Sort.JOB for near in items[at + 1 : at + 4]):
            continue
        them = [near.low for near in items[at + 1 : at + 3]] in (["of", "them"], ["of", "these"], ["of", "those"])
        if any(jobs.get(name) == quantity.value for name in named) or (them and quantity.value in jobs.values()):
            item.notes["passed"] = "requests"


def pass_over(items: Sequence[Item]) -> None:
    """Mark numbers that state nothing: the base of a price put first ("a million tokens of input cost …"), a blend's weights."""
    for at, item in enumerate(items):
        quantity = item.quantity
        if item.low == "/" and 0 < at < len(items) - 1 and items[at - 1].low.endswith("70") and items[at + 1].low.startswith("30"):
            for near in (items[at - 1], items[at + 1]):
                near.notes["passed"] = "blend"
        if quantity is not None and quantity.kind is Kind.MONEY and quantity.value == _CENT and quantity.in_words and any(
                near.means(Sense.NEGATE) for near in items[max(0, at - 2) : at]):
            item.notes["passed"] = "not a cent"
        if quantity is None or quantity.kind is not Kind.NUMBER or quantity.value not in _BASES:
            continue
        if quantity.noun != "token" and not any(near.low in ("tokens", "token") for near in items[at + 1 : at + 4]):
            continue
        ahead = items[at + 1 : at + 9]
        if any(near.quantity is not None and near.quantity.kind is Kind.MONEY for near in items[at + 1 : at + 4]):
            _base_of(items, at)
        if any(near.quantity is not None and near.quantity.kind is Kind.MONEY for near in ahead) and any(
                near.low in _COSTING for near in ahead):
            _base_of(items, at)


_BASES = (1, 1000, 1_000_000, 1_000_000_000)


def _base_of(items: Sequence[Item], at: int) -> None:
    """The number is the base of the prices after it, up to the next base."""
    items[at].notes["passed"] = "base"
    read = items[at].quantity
    base = read.value if read is not None else None
    if not isinstance(base, Fraction) or base == 1_000_000:
        return
    for item in items[at + 1 :]:
        quantity = item.quantity
        if quantity is not None and quantity.kind is Kind.NUMBER and quantity.noun == "token":
            return
        if quantity is not None and quantity.kind is Kind.MONEY and quantity.per_tokens is None:
            item.quantity = replace(quantity, per_tokens=int(base))


_COSTING = frozenset(("cost", "costs", "costing", "for", "is", "run", "runs", "come", "comes", "at", "go", "goes", "sell", "sells", "are"))


def _read_ratios(items: Sequence[Item]) -> None:
    """ "5:1", "a ratio of five to one": one multiple, told in two numbers."""
    said = any(item.low in ("ratio", "ratios", "odds", "spread") for item in items)
    for at in range(len(items) - 2):
        one, two = items[at].quantity, items[at + 2].quantity
        if one is not None and one.kind is Kind.NUMBER and said and items[at + 1].low == "to" and items[at + 2].low == "one":
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
        items[at].quantity = replace(one, kind=Kind.MULTIPLE, value=one.value / two.value, step=one.step / two.value,
                                     coarse_step=one.coarse_step / two.value)
        items[at + 2].notes["passed"] = "ratio"


def _read_cents(items: Sequence[Item]) -> None:
    """ "two dollars forty-five"."""
    for at in range(len(items) - 1):
        one, two = items[at].quantity, items[at + 1].quantity
        if one is None or two is None or one.kind is not Kind.MONEY or two.kind not in (Kind.NUMBER, Kind.MONEY):
            continue
        bare = not any(sign in two.text for sign in ("cent", "¢", "$", "dollar"))
        if two.kind is Kind.MONEY and isinstance(two.value, Fraction) and two.value < 1:
            two = replace(two, value=two.value / _CENT)
        if bare and "dollar" in one.text and isinstance(one.value, Fraction) and isinstance(two.value, Fraction) and two.value < 100:
            items[at].quantity = replace(one, value=one.value + two.value * _CENT, step=_CENT, coarse_step=_CENT)
            items[at + 1].notes["passed"] = "cents"


def _read_factors(items: Sequence[Item]) -> None:
    """ "by a factor of up to two" is a multiple; "a third may" is no day of May."""
    for at, item in enumerate(items):
        quantity = item.quantity
        if quantity is None:
            continue
        near = [each.low for each in items[max(0, at - 5) : at]]
        if len(near) > 1 and near[-1] == "at" and near[-2] == ",":
            near = [each.low for each in items[max(0, at - 9) : at - 2]]
        while "," in near or ";" in near:
            near = near[1:]
        if quantity.kind is Kind.NUMBER and not quantity.noun and not quantity.suffix and not quantity.quantifier and any(
                low in ("factor", "multiple", "ratio", "ratios", "multiples") for low in near):
            item.quantity = replace(quantity, kind=Kind.MULTIPLE)
        elif quantity.kind is Kind.DATE and quantity.text.endswith(" may") and quantity.text.split()[0] in _SHARES:
            share = _SHARES[quantity.text.split()[0]]
            item.quantity = replace(quantity, kind=Kind.FRACTION, value=share, step=Fraction(0), coarse_step=Fraction(0),
                                    group_kind=GroupKind.RANGE)


_SHARES = {"third": Fraction(1, 3), "fifth": Fraction(1, 5), "tenth": Fraction(1, 10), "fourth": Fraction(1, 4), "sixth": Fraction(1, 6)}


def _read_ahead(items: Sequence[Item]) -> None:
    """ "at 56.55 as against 80.5 cents": a bare number takes the unit of the second of its pair."""
    for at in range(len(items) - 2):
        one = items[at].quantity
        if one is None or one.kind is not Kind.NUMBER or one.noun or one.suffix or one.quantifier:
            continue
        for ahead in range(at + 1, min(at + 5, len(items))):
            two = items[ahead].quantity
            if two is not None:
                if two.kind is Kind.MONEY and any(near.means(Sense.PAIR) or near.means(Sense.JOIN) for near in items[at:ahead]) and (
                        "cent" in two.text or "¢" in two.text):
                    items[at].quantity = _as_money(one, two)
                break
            if items[ahead].sort is Sort.SIGN:
                break

"""Numbers that leave their unit out: "fifty cents against ten" is ten cents, "six to the other's three" counts the same."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from writer.check.after import right_of
from writer.check.bases import (
    CENT,
    as_money,
    read_ahead,
    read_cents,
    read_factors,
    read_points,
    read_ratios,
)
from writer.check.counting import SOLD
from writer.check.items import Item, Sort
from writer.check.spoken import read_spoken
from writer.quantities.quantity import Kind, Modifier, Quantity
from writer.sayings.words import Sense


def inherit_units(items: Sequence[Item], amounts: Container[Fraction]) -> None:
    """Give bare numbers the unit of the money before them, in place; ``amounts`` are the sums of money among the facts."""
    last: Quantity | None = None
    read_cents(items)
    read_spoken(items, amounts)
    read_ratios(items)
    read_factors(items)
    read_points(items)
    read_ahead(items)
    for at, item in enumerate(items):
        quantity = item.quantity
        if item.sort is not Sort.NUMBER or quantity is None or quantity.quantifier or item.notes:
            if item.sort is Sort.BENCHMARK or item.low == ";" and not _goes_on(items, at):
                last = None
            continue
        if quantity.modifier in (Modifier.UNDER, Modifier.OVER) and at and items[at - 1].low == "nor":
            item.quantity = quantity = replace(quantity, modifier=Modifier.NONE)  # "neither more nor less than eleven"
        if quantity.kind is Kind.MONEY:
            last = quantity
        elif quantity.kind is Kind.NUMBER and last is not None and _is_bare(items, at, quantity):
            item.quantity = as_money(quantity, _parallel(items, at) or last)
            last = item.quantity
        elif (
            quantity.kind not in (Kind.MULTIPLE, Kind.FRACTION, Kind.PERCENT, Kind.NUMBER, Kind.MAGNITUDE)
            or quantity.kind is Kind.NUMBER
            and (quantity.noun not in ("", "chat", "run", "summary") and not _is_job(items, at) and not item.notes)
            and not (quantity.value == 1_000_000 and quantity.in_words)
        ):
            last = None


def _parallel(items: Sequence[Item], at: int) -> Quantity | None:
    """ "$5, $25 and 50 cents; Sonnet asks three, fifteen and thirty": the money in the same place of the list before."""
    here = _listed(items, at)
    before = [item.quantity for item in items[: here[0]] if item.kind is Kind.MONEY and item.quantity is not None]
    return before[here.index(at) - len(here)] if 1 < len(here) <= len(before) else None


def _listed(items: Sequence[Item], at: int) -> list[int]:
    """The numbers of a bare list that ``at`` stands in; what is read already is money, what is not is none yet."""
    first = last = at
    while first > 1 and _joins(items[first - 1]) and items[first - 2].sort is Sort.NUMBER:
        first -= 2
    while last + 2 < len(items) and _joins(items[last + 1]) and items[last + 2].sort is Sort.NUMBER:
        last += 2
    return list(range(first, last + 1, 2))


def _joins(item: Item) -> bool:
    return item.low == "," or item.means(Sense.JOIN)


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
            if (
                quantity is not None
                and quantity.kind is Kind.MONEY
                and quantity.per_tokens is None
                and not quantity.per
            ):
                items[back].quantity = (
                    replace(quantity, per="request") if request else replace(quantity, per_tokens=base)
                )


def _goes_on(items: Sequence[Item], at: int) -> bool:
    """Whether the clause after a semicolon speaks of money again: a job, a price, a verb of charging."""
    return any(
        item.sort is Sort.JOB
        or item.low in _CHARGES
        or item.means(Sense.METRIC)
        and any(metric.startswith("price.") for metric in item.metrics)
        for item in items[at : at + 6]
    )


_CHARGES = frozenset(("charges", "asks", "costs", "wants", "bills", "takes", "buy", "buys"))


def _is_job(items: Sequence[Item], at: int) -> bool:
    return any(item.sort is Sort.JOB for item in items[at + 1 : at + 3])


def _is_bare(items: Sequence[Item], at: int, quantity: Quantity) -> bool:
    if (
        quantity.noun not in ("", "output", "input")
        or quantity.suffix
        or quantity.per
        and quantity.per_tokens is None
        or _is_job(items, at)
        or any(each.low in SOLD for each in items[max(0, at - 2) : at])
    ):
        return False
    if at > 1 and items[at - 1].means(Sense.PAIR) and items[at - 2].kind is Kind.MONEY and items[at - 1].low != "to":
        return True
    if (
        right_of(items, at, lambda name: name.startswith(("score.", "context_window", "max_output", "parameters")))[0]
        and not (right_of(items, at, lambda name: name == "price.output")[0])
    ):
        return False
    before = items[at - 1] if at else None
    if before is not None and (
        before.means(Sense.METRIC) and before.metrics and before.metrics[0].startswith(("context", "max_"))
    ):
        return False
    return quantity.value != 1 or not quantity.in_words


def pass_jobs(items: Sequence[Item], jobs: Mapping[str, int], before: Sequence[str]) -> None:
    """Numbers of requests told apart from their noun: "support chats, 10,000 of them", "ten thousand cost …"."""
    named = [name for item in items if item.sort is Sort.JOB for name in item.ids] or [
        name for name in before if name in jobs
    ]
    for at, item in enumerate(items):
        quantity = item.quantity
        if (
            quantity is None
            or quantity.kind is not Kind.NUMBER
            or quantity.noun == "token"
            or quantity.suffix in ("K", "k")
            or any(near.sort is Sort.JOB for near in items[at + 1 : at + 4])
        ):
            continue
        them = [near.low for near in items[at + 1 : at + 3]] in (["of", "them"], ["of", "these"], ["of", "those"])
        if any(jobs.get(name) == quantity.value for name in named) or (them and quantity.value in jobs.values()):
            item.notes["passed"] = "requests"


def pass_over(items: Sequence[Item]) -> None:
    """Mark numbers that state nothing: the base of a price put first ("a million tokens of input cost …"), a blend's weights."""
    for at, item in enumerate(items):
        quantity = item.quantity
        if (
            item.low == "/"
            and 0 < at < len(items) - 1
            and items[at - 1].low.endswith("70")
            and items[at + 1].low.startswith("30")
        ):
            for near in (items[at - 1], items[at + 1]):
                near.notes["passed"] = "blend"
        if (
            quantity is not None
            and quantity.kind is Kind.MONEY
            and quantity.value == CENT
            and quantity.in_words
            and any(near.means(Sense.NEGATE) for near in items[max(0, at - 2) : at])
        ):
            item.notes["passed"] = "not a cent"
        if quantity is None or quantity.kind is not Kind.NUMBER or quantity.value not in _BASES:
            continue
        if quantity.noun != "token" and not any(near.low in ("tokens", "token") for near in items[at + 1 : at + 4]):
            continue
        if at > 1 and any(near.low in ("buy", "buys") for near in items[max(0, at - 3) : at]):
            _base_of(items, at)  # "nine cents will buy a million tokens of input"
        if (
            at
            and items[at - 1].low in (":", ",")
            and any(near.kind is Kind.MONEY for near in items[:at])
            and _of_side(items, at)
        ):
            _base_of(items, at)  # "$3.20 for what the other does for 87 cents: a million tokens of output"
        ahead = items[at + 1 : at + 9]
        if any(near.quantity is not None and near.quantity.kind is Kind.MONEY for near in items[at + 1 : at + 4]):
            _base_of(items, at)
        if any(near.quantity is not None and near.quantity.kind is Kind.MONEY for near in ahead) and any(
            near.low in _COSTING for near in ahead
        ):
            _base_of(items, at)


def _of_side(items: Sequence[Item], at: int) -> bool:
    after = items[at + 1 : at + 3]
    return len(after) > 1 and after[0].low == "of" and any(name.startswith("price.") for name in after[1].metrics)


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


_COSTING = frozenset(
    (
        "cost",
        "costs",
        "costing",
        "for",
        "is",
        "run",
        "runs",
        "come",
        "comes",
        "at",
        "go",
        "goes",
        "sell",
        "sells",
        "are",
    )
)

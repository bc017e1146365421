"""What is true of prices and costs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation import figures as ways
from writer.evaluation.claims.book import (
    PRICES,
    SIDES,
    Book,
    compared,
    one,
    ordered,
    provider_slot,
    tied,
    two,
)
from writer.evaluation.draft import Mark, Role
from writer.evaluation.phrasing import Claim, Piece, Slot
from writer.evaluation.slots import bases, figures, name, names, thing, word
from writer.facts.sheet import Side

_TIER = re.compile(r"price\.tier\.([0-9]+)\.(input|output)")


def _inverse(value: Fraction) -> list[ways.Figure]:
    return ways.shares(1 / value)


def prices(book: Book) -> Iterator[Claim]:
    """Input and output."""
    for metric, (right, wrong, other) in PRICES.items():
        extra = {"io": word(right, "metric", wrong, key=other), "base": bases()}
        yield from one(book, "price_one", metric, ways.dollars, **extra)
        yield from two(book, "price_two", metric, ways.dollars, **extra)
        yield from compared(book, "price_ratio", metric, "ratio", "r", ways.ratios, **extra)
        yield from compared(book, "price_share", metric, "ratio", "f", _inverse, **extra)
        yield from compared(book, "price_saving", metric, "saving_percent", "s", ways.percents, **extra)
        yield from compared(book, "price_premium", metric, "premium_percent", "p", ways.percents, **extra)
        yield from ordered(book, "price_order", metric, **extra)
        yield from tied(book, "price_tie", metric, ways.dollars, **extra)


def other_prices(book: Book) -> Iterator[Claim]:
    """Blended, cached, by provider, the spread, output against input."""
    blend: Slot = [[Piece("70/30", Mark(0, 0, Role.BLEND, "70/30"))]]
    yield from one(book, "blended_one", "price.blended", ways.dollars, blend=blend, base=bases())
    yield from two(book, "blended_two", "price.blended", ways.dollars, blend=blend, base=bases())
    yield from one(book, "cached_one", "price.cached_input", ways.dollars, base=bases())
    yield from two(book, "cached_two", "price.cached_input", ways.dollars, base=bases())
    yield from one(book, "fill_one", "context_fill.cost", ways.dollars)
    for side in SIDES:
        value = book.number(side, "price.output_to_input.ratio")
        if value is not None and (told := ways.ratios(value)):
            yield Claim(
                "output_to_input",
                {"m": name(book.sheet, side), "r": figures(told, f"{side}.price.output_to_input.ratio")},
            )
        yield from _by_provider(book, side)
        yield from _spread(book, side)


def _by_provider(book: Book, side: Side) -> Iterator[Claim]:
    for provider in book.listed(side, "providers"):
        for metric, (right, wrong, other) in PRICES.items():
            key = f"offers.{provider}.{metric.removeprefix('price.')}"
            value = book.number(side, key)
            if value is None or value == 0:
                continue
            yield Claim("price_by_provider", {
                "m": name(book.sheet, side), "v": figures(ways.dollars(value)[:2], f"{side}.{key}", side.value), "base": bases(),
                "io": word(right, "metric", wrong, key=other), "provider": provider_slot(book, provider),
            })  # fmt: skip


def tiers(book: Book) -> Iterator[Claim]:
    """What is charged above so many input tokens."""
    for side in SIDES:
        for fact in book.sheet.facts.values():
            found = _TIER.fullmatch(fact.metric)
            if found is None or fact.side is not side or not isinstance(fact.value, int | Fraction) or not fact.value:
                continue
            right, wrong, _ = PRICES[f"price.{found[2]}"]
            yield Claim("tier_one", {
                **names(book.sheet, m=side, o=side.other), "base": bases(),
                "t": figures([way for way in ways.token_counts(Fraction(found[1])) if not way.bound], fact.key, side.value),
                "v": figures(ways.dollars(Fraction(fact.value)), fact.key, side.value),
                "io": word(right, "metric", wrong, key=f"price.tier.{found[1]}.{wrong}"),
            })  # fmt: skip


def _spread(book: Book, side: Side) -> Iterator[Claim]:
    low, high = book.number(side, "price.input.lowest"), book.number(side, "price.input.highest")
    if low is not None and high is not None and low != high:
        yield Claim("spread", {
            "m": name(book.sheet, side), "base": bases(),
            "v": figures(ways.dollars(low)[:1], f"{side}.price.input.lowest", side.value),
            "w": figures(ways.dollars(high)[:1], f"{side}.price.input.highest", side.value),
        })  # fmt: skip


def jobs(book: Book) -> Iterator[Claim]:
    """What a workload costs."""
    for workload in book.sheet.context.workloads.values():
        metric = f"workload.{workload.id}.cost"
        job = thing(workload.title, Role.JOB, workload.id)
        yield from one(book, "job_one", metric, _whole_dollars, job=job)
        yield from two(book, "job_two", metric, _whole_dollars, job=job)
        yield from compared(book, "job_saving", metric, "saving_percent", "s", ways.percents, job=job)
        yield from compared(book, "job_ratio", metric, "ratio", "r", ways.ratios, job=job)


def _whole_dollars(value: Fraction) -> list[ways.Figure]:
    return ways.dollars(value, whole=True)

"""What is true of windows, replies and parameters."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation import figures as ways
from writer.evaluation.claims.book import (
    SIDES,
    Book,
    compared,
    one,
    ordered,
    provider_slot,
    tied,
    two,
)
from writer.evaluation.phrasing import Claim
from writer.evaluation.slots import figures, name


def sizes(book: Book) -> Iterator[Claim]:
    """Context, output, parameters."""
    for metric, frame in (("context_window", "window"), ("max_output", "output")):
        yield from one(book, f"{frame}_one", metric, ways.token_counts)
        yield from two(book, f"{frame}_two", metric, ways.token_counts)
        yield from compared(book, f"{frame}_ratio", metric, "ratio", "r", ways.ratios)
        yield from ordered(book, f"{frame}_order", metric)
    yield from compared(book, "window_more", "context_window", "premium_percent", "p", ways.percents)
    yield from compared(book, "window_less", "context_window", "saving_percent", "s", ways.percents)
    yield from compared(book, "window_gap", "context_window", "difference", "d", _in_full)
    yield from tied(book, "window_tie", "context_window", ways.token_counts)
    yield from one(book, "total_one", "parameters_total", ways.parameters)
    for side in SIDES:
        total, active = book.number(side, "parameters_total"), book.number(side, "parameters_active")
        if total is not None and active is not None and active < total:
            told = figures(ways.parameters(active), f"{side}.parameters_active", side.value)
            yield Claim("active_one", {"m": name(book.sheet, side), "v": told})


def windows_at_sellers(book: Book) -> Iterator[Claim]:
    """The windows that sellers state, where they are not the model's."""
    for side in SIDES:
        own = book.number(side, "context_window")
        for provider in book.listed(side, "providers"):
            value = book.number(side, f"offers.{provider}.context_window")
            if value is not None and own is not None and value != own:
                told = [way for way in ways.token_counts(value) if not way.bound]
                yield Claim("window_at_seller", {
                    "m": name(book.sheet, side), "provider": provider_slot(book, provider),
                    "v": figures(told, f"{side}.offers.{provider}.context_window", side.value),
                })  # fmt: skip


def _in_full(value: Fraction) -> list[ways.Figure]:
    return ways.token_counts(value)[:1]

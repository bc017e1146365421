"""What is true of capabilities, weights and providers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation import figures as ways
from writer.evaluation.claims.book import (
    SIDES,
    Book,
    both_counts,
    one,
    provider_slot,
)
from writer.evaluation.draft import Role
from writer.evaluation.phrasing import Claim
from writer.evaluation.slots import figures, names, plain, thing
from writer.facts.sheet import Side


def abilities(book: Book) -> Iterator[Claim]:
    """Capabilities, weights, licenses."""
    for capability in book.sheet.context.capabilities.values():
        yield from _of_capability(book, capability.id, capability.words[0])
    yield from one(book, "capability_count", "capabilities.count", _plural_counts)
    counted = [book.number(side, "capabilities.count") for side in SIDES]
    if all(value and value > 1 for value in counted):
        for side in SIDES:
            yield Claim("capability_counts", both_counts(book, side, "capabilities.count"))
    yield from _weights(book)


def _plural_counts(value: Fraction) -> list[ways.Figure]:
    return ways.counts(value) if value > 1 else []


def _of_capability(book: Book, capability: str, told: str) -> Iterator[Claim]:
    cap = thing(told, Role.CAPABILITY, capability)
    known = {side: _known(book, side, capability) for side in SIDES}
    for side in SIDES:
        slots = {**names(book.sheet, m=side, o=side.other), "cap": cap}
        frame = {True: "has", False: "lacks", None: "unknown"}[known[side]]
        yield Claim(frame, slots)
        if known[side] is True and known[side.other] is False:
            yield Claim("only_has", slots)
    slots = {**names(book.sheet, m=Side.A, o=Side.B), "cap": cap}
    if known[Side.A] is known[Side.B] is True:
        yield Claim("both_have", slots)
    if known[Side.A] is known[Side.B] is False:
        yield Claim("neither_has", slots)


def _known(book: Book, side: Side, capability: str) -> bool | None:
    if capability in book.listed(side, "capabilities", "supported"):
        return True
    return False if capability in book.listed(side, "capabilities", "unsupported") else None


def _weights(book: Book) -> Iterator[Claim]:
    opened = {side: fact.value for side in SIDES if (fact := book.fact(side, "open_weights")) is not None}
    for side, value in opened.items():
        slots = names(book.sheet, m=side, o=side.other)
        yield Claim("weights_open" if value else "weights_closed", slots)
        if value and opened.get(side.other) is False:
            yield Claim("weights_only", slots)
    if opened.get(Side.A) is opened.get(Side.B) is True:
        yield Claim("weights_both", {})


def licenses(book: Book) -> Iterator[Claim]:
    """What a model is licensed under, in its SPDX id."""
    for side in SIDES:
        told = book.sheet.model(side).license
        if told is not None:
            yield Claim("license", {**names(book.sheet, m=side, o=side.other), "license": plain(told)})


def providers(book: Book) -> Iterator[Claim]:
    """Who sells what."""
    for side in SIDES:
        mine, other = book.listed(side, "providers"), book.listed(side.other, "providers")
        slots = names(book.sheet, m=side, o=side.other)
        for provider in mine:
            yield Claim("sold_by", {**slots, "provider": provider_slot(book, provider)})
            if other and provider not in other:
                yield Claim("not_listed", {**slots, "provider": provider_slot(book, provider)})
        if len(mine) == 1:
            yield Claim("sold_by_one", {**slots, "provider": provider_slot(book, mine[0])})
        if mine:
            noun = plain("provider" if len(mine) == 1 else "providers")
            told = figures(ways.counts(Fraction(len(mine))), f"{side}.providers.count", side.value)
            yield Claim(
                "provider_count", {**slots, "n": told, "providers": noun, "s3": plain("s" if len(mine) == 1 else "")}
            )
        if mine and other:
            yield Claim(
                "provider_counts",
                {
                    **both_counts(book, side, "providers.count"),
                    "providers": plain("provider" if len(mine) == 1 else "providers"),
                },
            )
    for provider in book.listed(Side.PAIR, "providers", "shared"):
        yield Claim(
            "shared_provider", {**names(book.sheet, m=Side.A, o=Side.B), "provider": provider_slot(book, provider)}
        )

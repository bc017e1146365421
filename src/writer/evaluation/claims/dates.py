"""What is true of releases and cutoffs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from writer.evaluation.claims.book import (
    SIDES,
    Book,
    newer,
)
from writer.evaluation.phrasing import Claim, Piece, Slot
from writer.evaluation.slots import names, when
from writer.facts.sheet import Fact, Side
from writer.quantities.dates import When, YearMonth


def dates(book: Book) -> Iterator[Claim]:
    """Releases and cutoffs."""
    told = {side: fact for side in SIDES if (fact := book.fact(side, "released")) is not None}
    for side, mine in told.items():
        slots = {**names(book.sheet, m=side, o=side.other), "when": when(_date(mine), mine.key, side.value)}
        yield Claim("released_one", slots)
        if (other := told.get(side.other)) is not None:
            forms = ("day", "month", "us")
            yield Claim("released_two", {**slots, "when2": when(_date(other), other.key, side.other.value, forms)})
    yield from newer(book, "released", "released_gap", "released_order")
    yield from _cutoffs(book)


def _date(fact: Fact) -> When:
    if not isinstance(fact.value, date | YearMonth):
        raise TypeError(f"{fact.key}: not a date")
    return fact.value


def _cutoffs(book: Book) -> Iterator[Claim]:
    found = {
        side: fact.value
        for side in SIDES
        if (fact := book.fact(side, "knowledge_cutoff")) and isinstance(fact.value, YearMonth)
    }
    for side, value in found.items():
        slots = {**names(book.sheet, m=side, o=side.other), "month": _month(value, side)}
        yield Claim("cutoff_one", slots)
        if side.other in found and found[side.other] != value:
            yield Claim("cutoff_two", {**slots, "month2": _month(found[side.other], side.other)})
    if len(found) == 2 and len(set(found.values())) == 1:
        yield Claim("cutoff_tie", {**names(book.sheet, m=Side.A, o=Side.B), "month": _month(found[Side.A], Side.A)})
    yield from newer(book, "knowledge_cutoff", "cutoff_gap", "cutoff_order")


def _month(value: YearMonth, side: Side) -> Slot:
    rows = when(value, f"{side}.knowledge_cutoff", side.value, ("month",))
    return [[_without_preposition(piece) for piece in row] for row in rows]


def _without_preposition(piece: Piece) -> Piece:
    text = piece.text.removeprefix("in ")
    return Piece(text, piece.mark and replace(piece.mark, text=text))

"""Another number in the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from writer.evaluation.core import Core, core_of
from writer.evaluation.draft import Bound, Family, Mark, Role
from writer.evaluation.mutation.kind import Edit, Site, kind, replaced

_Change = Callable[[Core, Site], Iterator[tuple[Fraction, int | None]]]


def numbers(site: Site, change: _Change, *, digits_only: bool = True) -> Iterator[Edit]:
    """Edits of every figure whose changed number no fact of its family can license."""
    for mark in site.marks(Role.FIGURE):
        core = core_of(mark.text)
        if (
            core is None
            or mark.value is None
            or mark.family is None
            or (digits_only and core.in_words)
            or not core.number
        ):
            continue
        for number, places in change(core, site):
            if number > 0 and number != core.number and is_false(site, mark, core, number, places):
                yield replaced(mark, core.with_number(number, places))


def is_false(site: Site, mark: Mark, core: Core, number: Fraction, places: int | None = None) -> bool:
    """Whether the mark's figure with another number is out of reach of every fact it could be about."""
    unit = core.unit if places is None else Fraction(1, 10**places)
    worth = (mark.value or Fraction(0)) / core.number
    hedged = site.bound(mark) not in (Bound.NONE, Bound.EXACTLY)
    family = mark.family or Family.BARE
    return not site.oracle.could_state(number * worth, family, hedged=hedged, unit=unit * worth)


@kind("value")
def another_value(site: Site) -> Iterator[Edit]:
    """A number 1.3 to 4 times as large or as small."""

    def change(core: Core, at: Site) -> Iterator[tuple[Fraction, int | None]]:
        for _ in range(3):
            factor = Fraction(at.chance.randint(130, 400), 100)
            for number in (core.number * factor, core.number / factor):
                yield Fraction(round(number * 10**core.places), 10**core.places), None

    return numbers(site, change, digits_only=False)


@kind("transposed-digits")
def transposed_digits(site: Site) -> Iterator[Edit]:
    """Two neighbouring digits change places."""

    def change(core: Core, _: Site) -> Iterator[tuple[Fraction, int | None]]:
        figure = str(int(core.number * 10**core.places))
        for at in range(len(figure) - 1):
            if figure[at] != figure[at + 1]:
                swapped = figure[:at] + figure[at + 1] + figure[at] + figure[at + 2 :]
                if swapped[0] != "0":
                    yield Fraction(int(swapped), 10**core.places), None

    return numbers(site, change)


@kind("decimal-shift-up")
def shifted_up(site: Site) -> Iterator[Edit]:
    """Ten times as much: the decimal point moved right, or a zero more."""
    return numbers(site, lambda core, _: iter([(core.number * 10, max(0, core.places - 1))]))


@kind("decimal-shift-down")
def shifted_down(site: Site) -> Iterator[Edit]:
    """A tenth: the decimal point moved left."""
    return numbers(site, lambda core, _: iter([(core.number / 10, core.places + 1)]))


@kind("digit-changed")
def digit_changed(site: Site) -> Iterator[Edit]:
    """One digit is another."""

    def change(core: Core, at: Site) -> Iterator[tuple[Fraction, int | None]]:
        figure = str(int(core.number * 10**core.places))
        for index in range(min(3, len(figure))):
            other = at.chance.choice([digit for digit in "123456789" if digit != figure[index]])
            yield Fraction(int(figure[:index] + other + figure[index + 1 :]), 10**core.places), None

    return numbers(site, change)


@kind("digit-dropped")
def digit_dropped(site: Site) -> Iterator[Edit]:
    """One digit is missing."""

    def change(core: Core, _: Site) -> Iterator[tuple[Fraction, int | None]]:
        figure = str(int(core.number * 10**core.places))
        if len(figure) > 2:
            for index in range(1, len(figure)):
                yield Fraction(int(figure[:index] + figure[index + 1 :]), 10**core.places), None

    return numbers(site, change)


@kind("digit-doubled")
def digit_doubled(site: Site) -> Iterator[Edit]:
    """One digit stands twice."""

    def change(core: Core, _: Site) -> Iterator[tuple[Fraction, int | None]]:
        figure = str(int(core.number * 10**core.places))
        for index in range(len(figure)):
            yield Fraction(int(figure[: index + 1] + figure[index:]), 10**core.places), None

    return numbers(site, change)


@kind("rounding-too-far")
def rounded_too_far(site: Site) -> Iterator[Edit]:
    """Rounded to one digit although that is too far off."""

    def change(core: Core, _: Site) -> Iterator[tuple[Fraction, int | None]]:
        size = Fraction(1)
        while core.number / size >= 10:
            size *= 10
        while core.number / size < 1:
            size /= 10
        near = round(core.number / size) * size
        yield near, 0 if near.denominator == 1 else len(str(near.denominator)) - 1

    return numbers(site, change)


@kind("zero")
def zero(site: Site) -> Iterator[Edit]:
    """Zero where something is charged, held or counted."""
    for mark in site.marks(Role.FIGURE):
        core = core_of(mark.text)
        counted = mark.family in (Family.MONEY, Family.COUNT, Family.TOKENS)
        if core is not None and mark.value and counted and not core.in_words and mark.bound is Bound.NONE:
            zero_told = Fraction(0) in site.oracle.values[mark.family or Family.BARE]
            if not zero_told:
                yield replaced(mark, core.with_number(Fraction(0), 0))


@kind("number-word")
def number_word(site: Site) -> Iterator[Edit]:
    """Another number word."""
    for mark in site.marks(Role.FIGURE):
        core = core_of(mark.text)
        if core is None or not core.number or not core.in_words or mark.value is None or core.text.lower() == "twice":
            continue
        for step in (1, -1, 2, 10):
            number = core.number + step
            if number > 1 and is_false(site, mark, core, number):
                yield replaced(mark, core.with_number(number))


@kind("disguised-digit")
def disguised_digit(site: Site) -> Iterator[Edit]:
    """A wrong number in digits that only look alike: full-width, mathematical, Arabic-Indic."""
    for edit in another_value(site):
        zero_at = site.chance.choice([0xFF10, 0x1D7CE, 0x0660, 0x1D7F6])
        now = "".join(chr(zero_at + int(char)) if char.isdecimal() else char for char in edit.now)
        if now != edit.now:
            yield Edit(edit.start, edit.end, now)


@kind("sign")
def sign(site: Site) -> Iterator[Edit]:
    """A minus before what cannot be negative."""
    for mark in site.marks(Role.FIGURE):
        if (
            mark.bound is Bound.NONE
            and mark.text[:1] in "$0123456789"
            and mark.kind == ""
            and mark.family is not Family.DATE
        ):
            yield replaced(mark, f"−{mark.text}")


@kind("hedged-falsehood")
def hedged_falsehood(site: Site) -> Iterator[Edit]:
    """A hedge does not save a number that is far off."""
    for mark in site.marks(Role.FIGURE):
        core = core_of(mark.text)
        if core is None or not core.number or mark.value is None or mark.family is None or mark.bound is not Bound.NONE:
            continue
        for factor in (Fraction(3, 2), Fraction(8, 5), Fraction(1, 2)):
            number = Fraction(round(core.number * factor * 10**core.places), 10**core.places)
            worth = mark.value / core.number
            if number > 0 and not site.oracle.could_state(
                number * worth, mark.family, hedged=True, unit=core.unit * worth
            ):
                yield replaced(mark, f"about {core.with_number(number)}")

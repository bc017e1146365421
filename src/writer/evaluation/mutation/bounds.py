"""Bounds that do not hold."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation.core import core_of
from writer.evaluation.draft import Bound, Family, Mark, Role
from writer.evaluation.mutation.kind import Edit, Site, kind, replaced
from writer.evaluation.oracle import states

_NO_LESS = ("one", "1")  # "under one of the six" is no English


def _bare(site: Site) -> Iterator[tuple[Mark, Fraction, Family]]:
    """Figures without a bound, with value and family."""
    for mark in site.marks(Role.FIGURE):
        if (
            mark.value is not None
            and mark.family not in (None, Family.BARE)
            and site.bound(mark) is Bound.NONE
            and not mark.text.startswith("a ")
            and mark.text not in _NO_LESS
        ):
            yield mark, mark.value, mark.family or Family.BARE


def _holds(site: Site, value: Fraction, family: Family, bound: Bound) -> bool:
    """Whether the bound is true of any fact but one that equals the number."""
    return any(states(value, fact, bound) for fact in site.oracle.values[family] if fact != value)


@kind("false-over")
def false_over(site: Site) -> Iterator[Edit]:
    """Over, where the fact is not above."""
    for mark, value, family in _bare(site):
        if value in site.oracle.values[family] and not _holds(site, value, family, Bound.OVER):
            yield replaced(mark, f"{site.chance.choice(['over', 'more than', 'well over'])} {mark.text}")


@kind("false-under")
def false_under(site: Site) -> Iterator[Edit]:
    """Under, where the fact is not below."""
    for mark, value, family in _bare(site):
        if value in site.oracle.values[family] and not _holds(site, value, family, Bound.UNDER):
            yield replaced(mark, f"{site.chance.choice(['under', 'less than', 'nearly', 'just under'])} {mark.text}")


@kind("false-exactly")
def false_exactly(site: Site) -> Iterator[Edit]:
    """Exactly, of a rounded number."""
    for mark, value, family in _bare(site):
        if value not in site.oracle.values[family]:
            yield replaced(mark, f"{site.chance.choice(['exactly', 'precisely'])} {mark.text}")


@kind("bound-too-far")
def bound_too_far(site: Site) -> Iterator[Edit]:
    """Over a number that is far below, under one that is far above."""
    for mark, value, family in _bare(site):
        core = core_of(mark.text)
        if core is None or not core.number or family is Family.COUNT:
            continue
        for factor, bound in ((Fraction(1, 2), Bound.OVER), (Fraction(2), Bound.UNDER)):
            number = Fraction(round(core.number * factor * 10**core.places), 10**core.places)
            stated = number * value / core.number
            if number > 0 and not any(states(stated, fact, bound) for fact in site.oracle.values[family]):
                yield replaced(mark, f"{bound.value} {core.with_number(number)}")


@kind("nearly-too-far")
def nearly_too_far(site: Site) -> Iterator[Edit]:
    """Nearly a number that is a third above."""
    for mark, value, family in _bare(site):
        core = core_of(mark.text)
        if core is None or not core.number:
            continue
        number = Fraction(round(core.number * Fraction(7, 5) * 10**core.places), 10**core.places)
        stated = number * value / core.number
        if not any(states(stated, fact, Bound.NEARLY) for fact in site.oracle.values[family]) and number != core.number:
            yield replaced(mark, f"nearly {core.with_number(number)}")


@kind("range-end")
def range_end(site: Site) -> Iterator[Edit]:
    """One end of a range is another."""
    for mark in site.marks(Role.FIGURE):
        core = core_of(mark.text)
        if (
            core is None
            or not core.number
            or mark.value is None
            or not mark.key.endswith(("price.input.lowest", "price.input.highest"))
        ):
            continue
        for factor in (Fraction(3, 2), Fraction(7, 4), Fraction(3, 5)):
            number = Fraction(round(core.number * factor * 10**core.places), 10**core.places)
            if number > 0 and not site.oracle.could_state(number * mark.value / core.number, Family.MONEY, hedged=True):
                yield replaced(mark, core.with_number(number))

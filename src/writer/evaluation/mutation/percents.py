"""Percentages of a wrong base."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation.core import Core, core_of
from writer.evaluation.draft import Mark, Role
from writer.evaluation.mutation.kind import Edit, Site, kind, replaced
from writer.evaluation.oracle import states


def _told(site: Site, aspect: str) -> Iterator[tuple[Mark, Core]]:
    for mark in site.marks(Role.FIGURE):
        core = core_of(mark.text)
        if core is not None and mark.key.startswith("pair.") and mark.key.endswith(aspect):
            yield mark, core


def _others(site: Site, aspect: str) -> list[Fraction]:
    facts = site.draft.sheet.facts.values()
    return [Fraction(fact.value) for fact in facts if fact.aspect == aspect]  # type: ignore[arg-type]  # percentages


def _of(site: Site, mark: Mark, aspect: str) -> Fraction | None:
    metric = mark.key.removeprefix("pair.").rsplit(".", 1)[0]
    fact = site.draft.sheet.facts.get(f"pair.{metric}.{aspect}")
    return None if fact is None else Fraction(fact.value)  # type: ignore[arg-type]  # a percentage or ratio


def _becomes(site: Site, mark: Mark, core: Core, number: Fraction, aspect: str) -> Iterator[Edit]:
    """The mark's number replaced by a whole percentage that no fact of its own aspect licenses."""
    near = Fraction(round(number))
    if (
        near >= 1
        and near != core.number
        and not any(states(near, value, mark.bound) or abs(near - value) <= 1 for value in _others(site, aspect))
    ):
        yield replaced(mark, core.with_number(near, 0))


@kind("percent-base-premium")
def premium_for_saving(site: Site) -> Iterator[Edit]:
    """So much less, told with the premium: below a hundred only."""
    for mark, core in _told(site, "saving_percent"):
        number = _of(site, mark, "premium_percent")
        if number is not None and number < 99:
            yield from _becomes(site, mark, core, number, "saving_percent")


@kind("percent-base-saving")
def saving_for_premium(site: Site) -> Iterator[Edit]:
    """So much more, told with the saving."""
    for mark, core in _told(site, "premium_percent"):
        number = _of(site, mark, "saving_percent")
        if number is not None:
            yield from _becomes(site, mark, core, number, "premium_percent")


@kind("impossible-percent")
def impossible_percent(site: Site) -> Iterator[Edit]:
    """A hundred percent less and more."""
    for mark, core in _told(site, "saving_percent"):
        number = _of(site, mark, "premium_percent") or Fraction(150)
        yield replaced(mark, core.with_number(Fraction(max(100, round(number))), 0))


@kind("remainder-for-reduction")
def remainder(site: Site) -> Iterator[Edit]:
    """What is left, told as what is saved."""
    for mark, core in _told(site, "saving_percent"):
        yield from _becomes(site, mark, core, 100 - core.number, "saving_percent")


@kind("ratio-for-premium")
def ratio_for_premium(site: Site) -> Iterator[Edit]:
    """Eight times as much, told as 800 percent more."""
    for mark, core in _told(site, "premium_percent"):
        number = _of(site, mark, "ratio")
        if number is not None:
            yield from _becomes(site, mark, core, number * 100, "premium_percent")

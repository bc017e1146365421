"""A word turned into its opposite or its wrong neighbour: the phrasing itself says which."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation.draft import Bound, Family, Mark, Role
from writer.evaluation.mutation.asking import SIDES, number_of
from writer.evaluation.mutation.kind import Edit, Site, kind, replaced
from writer.evaluation.oracle import states
from writer.quantities.unit import Unit

_PRICES = ("price.input", "price.output")


def _words(site: Site, name: str) -> Iterator[Edit]:
    for mark in site.marks(Role.WORD, name):
        for wrong in mark.wrong:
            yield replaced(mark, wrong)


@kind("direction")
def direction(site: Site) -> Iterator[Edit]:
    """Cheaper for dearer, larger for smaller, leads for trails."""
    return _words(site, "direction")


@kind("order-in-time")
def order_in_time(site: Site) -> Iterator[Edit]:
    """Newer for older, before for after."""
    return _words(site, "time")


@kind("polarity")
def polarity(site: Site) -> Iterator[Edit]:
    """Supports for lacks, open for closed, listed for not listed."""
    return _words(site, "polarity")


@kind("negation-dropped")
def negation_dropped(site: Site) -> Iterator[Edit]:
    """A "not" left out."""
    return _words(site, "negation")


@kind("intensity")
def intensity(site: Site) -> Iterator[Edit]:
    """Far for slightly, slightly for far."""
    return _words(site, "intensity")


@kind("likeness")
def likeness(site: Site) -> Iterator[Edit]:
    """Similar for far apart."""
    return _words(site, "likeness")


@kind("unknown-told-as-known")
def unknown_as_known(site: Site) -> Iterator[Edit]:
    """Undocumented for "not supported" or "supported"."""
    return _words(site, "unknown")


@kind("total-active")
def total_active(site: Site) -> Iterator[Edit]:
    """Total parameters for active ones."""
    for mark in site.marks(Role.WORD, "total-active"):
        figures = [each for each in site.clause(mark) if each.role is Role.FIGURE and each.value is not None]
        for wrong in mark.wrong:
            other = "parameters_active" if mark.text in ("total", "in total") else "parameters_total"
            if not any(_is_said(site, each, other) for each in figures):
                yield replaced(mark, wrong)


@kind("bound-direction")
def bound_direction(site: Site) -> Iterator[Edit]:
    """Nearly for just over, under for over; where no fact lies on that side."""
    for mark in site.marks(Role.WORD, "bound"):
        if mark.value is None or mark.family is None:
            continue
        for wrong in mark.wrong:
            above = wrong in ("over", "at least", "just over")
            bound = Bound.OVER if above else Bound.UNDER
            if not any(states(mark.value, value, bound) for value in site.oracle.values[mark.family]):
                yield replaced(mark, wrong)


@kind("metric-word")
def metric_word(site: Site) -> Iterator[Edit]:
    """Input for output; where the clause's figures hold of no price of that name."""
    for mark in site.marks(Role.WORD, "metric"):
        figures = [each for each in site.clause(mark) if each.role is Role.FIGURE]
        said = any(_is_said(site, each, mark.key) or _is_crossed(site, mark, each) for each in figures)
        if figures and not said:
            yield from (replaced(mark, _cased(mark.text, wrong)) for wrong in mark.wrong)


def _is_crossed(site: Site, mark: Mark, figure: Mark) -> bool:
    """Whether a ratio holds between one model's price and the other's price of the other name, the two told in one clause."""
    told = [each for each in site.clause(mark) if each.kind == "metric"]
    if len(told) < 2 or figure.family is not Family.RATIO or not figure.value:
        return False
    values = [[number_of(site, f"{side.value}.{metric}") for side in SIDES] for metric in _PRICES]
    (input_a, input_b), (output_a, output_b) = values
    pairs = ((input_a, output_b), (output_b, input_a), (input_b, output_a), (output_a, input_b))
    return any(one and other and states(figure.value, one / other, figure.bound) for one, other in pairs)


def _cased(was: str, now: str) -> str:
    return now.capitalize() if was[:1].isupper() else now


def _is_said(site: Site, figure: Mark, metric: str) -> bool:
    """Whether the figure may be said of the metric of either side, at any provider, or of the same comparison of it."""
    if figure.value is None:
        return True
    aspect = figure.key.rsplit(".", 1)[-1] if figure.key.startswith("pair.") else ""
    price = metric.removeprefix("price.")
    for fact in site.draft.sheet.facts.values():
        named = fact.metric == metric or (fact.metric.startswith("offers.") and fact.metric.endswith(f".{price}"))
        if named and fact.aspect == aspect and fact.unit is not Unit.NONE:
            value = Fraction(fact.value)  # type: ignore[arg-type]  # a unit of numbers
            readings = (value, 1 / value) if aspect == "ratio" and value else (value,)
            if any(states(figure.value, each, figure.bound) for each in readings):
                return True
    return False

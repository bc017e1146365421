"""Dates and the time between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from writer.check.bindings import Metric, Subject
from writer.check.index import SIDES, other
from writer.check.items import BOTH, FOREIGN, OPEN, Sort
from writer.check.relations import Relation, relation_of
from writer.check.scene import Scene, number, stated
from writer.quantities.dates import When, YearMonth
from writer.quantities.quantity import DateRange, Kind, Modifier, Quantity
from writer.sayings.calendar import date_states, in_unit, months_in_unit
from writer.sayings.tolerance import states
from writer.sayings.words import Sense

_DATED = ("released", "knowledge_cutoff")
_LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def judge_date(scene: Scene, at: int, subject: Subject, metric: Metric) -> None:
    """Judge the date at ``at``: a release or a cutoff of the subject."""
    if subject.side == FOREIGN:
        return
    start, end = scene.span(at)
    quantity = scene.quantity(at)
    names = metric.metrics or _DATED
    said = _complete(scene, at)
    sides = SIDES if subject.side in (OPEN, BOTH) or not subject.firm else (subject.side,)
    if _is_shared(scene, at) and subject.side not in SIDES:
        subject, sides = Subject(BOTH, firm=True, how="shared"), SIDES
    true = [(side, name) for side in sides for name in names if _states(scene, said, name, side)]
    if true and (subject.side != BOTH or {side for side, _ in true} == set(SIDES)):
        keys = tuple(f"{side}.{name}" for side, name in true)
        scene.findings.holds(start, end, f"{names[0]}", keys if subject.side == BOTH else keys[:1])
        return
    expected = f"{sides[0]}.{names[0]}"
    if subject.side == BOTH and true:
        scene.findings.strays(start, end, "false-tie", quantity.text, expected=expected)
        return
    swapped = [name for name in names if _states(scene, said, name, other(sides[0]))] if len(sides) == 1 else []
    rule = "wrong-subject" if swapped else "wrong-date"
    scene.findings.strays(start, end, rule, f"{names[0]}", expected=expected)


def dates_stated(scene: Scene, at: int, sides: Sequence[str]) -> list[tuple[str, str]]:
    """(side, metric) of every date of ``sides`` that the date at ``at`` states."""
    said = _complete(scene, at)
    return [(side, name) for side in sides for name in _DATED if _states(scene, said, name, side)]


def _is_shared(scene: Scene, at: int) -> bool:
    """ "share a cutoff of May 2025", "the cutoffs coincide at …"."""
    return any(
        item.means(Sense.SAME)
        and item.low in ("share", "shares", "same", "identical", "coincide", "both", "equal", "shared")
        for item in scene.items[max(0, at - 8) : at + 4]
    )


def _states(scene: Scene, said: Sequence[DateRange], metric: str, side: str) -> bool:
    when = scene.index.dates.get(metric, {}).get(side)
    return when is not None and any(each.year is not None and date_states(each, each.year, when) for each in said)


def _complete(scene: Scene, at: int) -> list[DateRange]:
    """The date with its year and month, taken from the nearest dates where they were left out."""
    said = scene.quantity(at).value
    assert isinstance(said, DateRange)
    if said.year is not None and said.first[0]:
        return [said]
    found: list[DateRange] = []
    for near in _near_dates(scene, at):
        if near.year is None or (not said.first[0] and near.first[0] != near.last[0]):
            continue
        month = near.first[0]
        whole = said if said.first[0] else replace(said, first=(month, said.first[1]), last=(month, said.last[1]))
        found.append(replace(whole, year=near.year))
        if len(found) == 2:
            break
    if not found:  # nothing stated near: the year of either fact
        years = {when.year for sides in scene.index.dates.values() for when in sides.values()}
        found = [replace(said, year=year) for year in sorted(years)]
    return found


def _near_dates(scene: Scene, at: int) -> list[DateRange]:
    here = [
        (abs(index - at), index > at, item.quantity.value)
        for index, item in enumerate(scene.items)
        if item.quantity is not None and isinstance(item.quantity.value, DateRange) and index != at
    ]
    return [value for _, _, value in sorted(here, key=lambda row: (row[1], row[0]))] + list(scene.talk.dates)


def judge_duration(scene: Scene, at: int, metric: Metric) -> None:
    """Judge the time at ``at``: between the releases, or between the cutoffs."""
    start, end = scene.span(at)
    quantity = scene.quantity(at)
    if quantity.duration_unit not in ("day", "week", "month", "year"):
        scene.findings.strays(start, end, "invented", quantity.text, detail="no fact is told in that unit of time")
        return
    names = metric.metrics or _DATED
    relation = relation_of(scene.items, at)
    true = [name for name in names if _gap_states(scene, quantity, name)]
    for name in true:
        said = _later_said(scene, at, relation, name)
        if said and scene.index.higher(name) in SIDES and scene.index.higher(name) != said:
            continue
        scene.findings.holds(start, end, f"{name}: time between", (_gap_key(scene, name),))
        return
    rule = "wrong-direction" if true else "wrong-gap"
    scene.findings.strays(start, end, rule, f"{names[0]}: time between", expected=_gap_key(scene, names[0]))


def _later_said(scene: Scene, at: int, relation: Relation, metric: str) -> str:
    """Whose date the words call the later one, "" where they do not say; of two releases, the one ahead is the earlier."""
    if not relation.sign or relation.subject not in SIDES:
        return _newer_said(scene, at)
    races = relation.axis == "score" and not scene.items[relation.word].low.startswith("short")
    earlier = relation.sign > 0 if races and metric == "released" else relation.sign < 0
    return other(relation.subject) if earlier else relation.subject


def _newer_said(scene: Scene, at: int) -> str:
    """Which model "Mini followed on 18 July, 66 days later" calls the newer one: the date before the word is that model's."""
    items = scene.items
    word = next((ahead for ahead in range(at + 1, min(at + 8, len(items))) if items[ahead].low in _ORDERED), None)
    if word is None or any(items[ahead].side or items[ahead].kind is Kind.DATE for ahead in range(at + 1, word)):
        return ""
    for item in items[word + 1 :]:
        if item.side:
            return ""
        if item.sort is Sort.SIGN and item.low != ",":
            break
    for back in range(at - 1, -1, -1):
        if items[back].side or items[back].low in (";", ":") or items[back].means(Sense.TURN):
            return ""
        if items[back].kind is Kind.DATE:
            subject = scene.subjects.get(back)
            if subject is None or not subject.firm or subject.side not in SIDES:
                return ""
            return subject.side if items[word].low == "later" else other(subject.side)
    return ""


_ORDERED = frozenset(("later", "earlier"))


def _gap_key(scene: Scene, metric: str) -> str:
    days = f"pair.{metric}.gap.days"
    return days if scene.index.value(days) is not None else f"pair.{metric}.gap.months"


def _gap_states(scene: Scene, quantity: Quantity, metric: str) -> bool:
    days = scene.index.value(f"pair.{metric}.gap.days")
    months = scene.index.value(f"pair.{metric}.gap.months")
    said = stated(quantity)
    unit = quantity.duration_unit
    if isinstance(days, int) and states(said, in_unit(days, unit)):
        return True
    if isinstance(months, (int, Fraction)):
        value = months_in_unit(Fraction(months), unit)
        if value is not None and states(said, value):
            return True
    return (
        unit == "month"
        and quantity.modifier in (Modifier.NONE, Modifier.ABOUT)
        and number(quantity) == _calendar(scene, metric)
        and quantity.in_words
        and _by_month(scene)
    )


def _calendar(scene: Scene, metric: str) -> int | None:
    """Whole months by the calendar, for dates that are told by the month."""
    sides = scene.index.dates.get(metric, {})
    if len(sides) < 2:
        return None
    return abs(YearMonth.of(sides["a"]).months_since(YearMonth.of(sides["b"])))


def _by_month(scene: Scene) -> bool:
    return True


def last_day(when: When) -> tuple[int, int]:
    """Month and last day that a date can mean."""
    return (when.month, when.day if isinstance(when, date) else _LAST_DAYS[when.month - 1])

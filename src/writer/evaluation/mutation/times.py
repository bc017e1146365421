"""Dates and periods that are not the pair's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from writer.evaluation.days import shifted, tellings
from writer.evaluation.draft import Mark, Role
from writer.evaluation.mutation.kind import Edit, Site, kind, replaced
from writer.quantities.dates import When, YearMonth

_FINE = ("day", "us", "iso", "third")


def _moved(site: Site, forms: tuple[str, ...], **moves: tuple[int, ...]) -> Iterator[Edit]:
    """Dates of these forms, moved; where no date of the pair may be told so."""
    true_texts = {telling.text for when in _dates(site) for telling in tellings(when)}
    for mark in site.marks(Role.FIGURE):
        when = _date_of(site, mark)
        if when is None or mark.kind not in forms:
            continue
        for unit, steps in moves.items():
            for step in steps:
                yield from _retold(mark, shifted(when, **{unit: step}), true_texts)


def _retold(mark: Mark, when: When, true_texts: set[str]) -> Iterator[Edit]:
    for telling in tellings(when):
        bare = not mark.text.startswith(("on ", "in "))
        text = telling.text.removeprefix("in ").removeprefix("on ") if bare else telling.text
        if telling.form == mark.kind and telling.text not in true_texts and text != mark.text:
            yield replaced(mark, text)


def _dates(site: Site) -> list[When]:
    found = [fact.value for key, fact in site.draft.sheet.facts.items() if ".about." not in key]
    return [value for value in found if isinstance(value, date | YearMonth)]


def _date_of(site: Site, mark: Mark) -> When | None:
    fact = site.draft.sheet.facts.get(mark.key)
    return fact.value if fact is not None and isinstance(fact.value, date | YearMonth) else None


@kind("date-year")
def another_year(site: Site) -> Iterator[Edit]:
    """A year more or less."""
    return _moved(site, (*_FINE, "month", "year", "quarter", "half", "part"), years=(1, -1))


@kind("date-month")
def another_month(site: Site) -> Iterator[Edit]:
    """Some months more or less."""
    return _moved(site, (*_FINE, "month"), months=(1, -1, 2, -3, 5))


@kind("date-day")
def another_day(site: Site) -> Iterator[Edit]:
    """Some days more or less."""
    return _moved(site, ("day", "us", "iso"), days=(1, -1, 9, -11))


@kind("date-part")
def another_part(site: Site) -> Iterator[Edit]:
    """Another part, half or quarter of the year."""
    return _moved(site, ("part", "half", "quarter"), months=(4, -4, 6, 3, -3))


@kind("release-for-cutoff")
def release_for_cutoff(site: Site) -> Iterator[Edit]:
    """A release date told as the knowledge cutoff; where they differ."""
    for mark in site.marks(Role.FIGURE):
        when = _date_of(site, mark)
        if when is None or not mark.key.endswith(".released") or mark.kind not in ("day", "month", "us"):
            continue
        start, _ = site.sentence(mark)
        before = site.draft.text[start : mark.start]
        cutoffs = [fact.value for key, fact in site.draft.sheet.facts.items() if key.endswith("knowledge_cutoff")]
        told = any(isinstance(each, YearMonth) and each == YearMonth.of(when) for each in cutoffs)
        for verb in ("was released ", "came out ", "launched ", "arrived "):
            if before.endswith(verb) and not told and before.count(" was released") + before.count("came out") < 2:
                now = mark.text.removeprefix("on ").removeprefix("in ")
                yield Edit(mark.start - len(verb), mark.end, f"has a knowledge cutoff of {now}")


@kind("cutoff-for-release")
def cutoff_for_release(site: Site) -> Iterator[Edit]:
    """A knowledge cutoff told as the release; where they differ."""
    for mark in site.marks(Role.FIGURE):
        when = _date_of(site, mark)
        if when is None or not mark.key.endswith(".knowledge_cutoff"):
            continue
        start, _ = site.sentence(mark)
        lead = "knowledge cutoff"
        at = site.draft.text.find(lead, start, mark.start)
        releases = [fact.value for key, fact in site.draft.sheet.facts.items() if key.endswith(".released")]
        told = any(isinstance(each, date | YearMonth) and YearMonth.of(each) == YearMonth.of(when) for each in releases)
        if at >= 0 and not told and "cutoffs" not in site.draft.text[at : at + 18]:
            yield Edit(at, at + len(lead), "release date")

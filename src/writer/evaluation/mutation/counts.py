"""Counts and quantifier words."""

from __future__ import annotations

from collections.abc import Iterator

from writer.evaluation.core import core_of
from writer.evaluation.draft import Family, Role
from writer.evaluation.mutation.kind import Edit, Site, kind, replaced

_BOTH = (
    ("Both models support", "Neither model supports"),
    ("Both models have", "Neither model has"),
    ("both support", "both lack"),
    ("supported by both", "supported by neither"),
    ("Both models hold", "Neither model holds"),
    ("Both models are sold", "Neither model is sold"),
    ("Both models charge", "Neither model charges"),
)
_NEITHER = (("Neither model supports", "Both models support"),)
_ALL = (
    ("wins every shared benchmark", "wins no shared benchmark"),
    ("wins every shared benchmark", "loses every shared benchmark"),
)


def _phrases(site: Site, changes: tuple[tuple[str, str], ...]) -> Iterator[Edit]:
    for was, now in changes:
        at = site.draft.text.find(was)
        if at >= 0:
            yield Edit(at, at + len(was), now)


@kind("count")
def count(site: Site) -> Iterator[Edit]:
    """One more, one fewer, twice as many."""
    for mark in site.marks(Role.FIGURE):
        core = core_of(mark.text)
        fact = site.draft.sheet.facts.get(mark.key)
        if core is None or fact is None or mark.family is not Family.COUNT:
            continue
        for number in (core.number + 1, core.number - 1, core.number * 2):
            if number > 1 and number != fact.value:
                yield replaced(mark, core.with_number(number))


@kind("both-as-neither")
def both_as_neither(site: Site) -> Iterator[Edit]:
    """Both for neither."""
    return _phrases(site, _BOTH)


@kind("neither-as-both")
def neither_as_both(site: Site) -> Iterator[Edit]:
    """Neither for both."""
    return _phrases(site, _NEITHER)


@kind("all-as-none")
def all_as_none(site: Site) -> Iterator[Edit]:
    """Every benchmark for none."""
    return _phrases(site, _ALL)


@kind("only-as-both")
def only_as_both(site: Site) -> Iterator[Edit]:
    """What one model alone has, told of both."""
    for mark in site.marks(Role.NAME):
        start, end = site.sentence(mark)
        sentence = site.draft.text[start:end]
        lead = f"Only {mark.text} supports "
        if sentence.startswith(lead):
            yield Edit(start, start + len(lead), "Both models support ")
        lead = f"Only {mark.text} has open weights"
        if sentence.startswith(lead):
            yield Edit(start, start + len(lead), "Both models have open weights")


@kind("wins-swapped")
def wins_swapped(site: Site) -> Iterator[Edit]:
    """The loser's name on the winner's count; where the counts differ."""
    from writer.facts.sheet import Side

    for mark in site.marks(Role.FIGURE):
        if not mark.key.startswith("pair.scores.wins."):
            continue
        facts = site.draft.sheet.facts
        a, b = facts.get("pair.scores.wins.a"), facts.get("pair.scores.wins.b")
        if a is None or b is None or a.value == b.value or mark.value == 1:  # "one of the six" may be said of more
            continue
        for name in site.clause(mark):
            if name.role is Role.NAME:
                yield replaced(name, site.draft.sheet.model(Side(name.side).other).name)

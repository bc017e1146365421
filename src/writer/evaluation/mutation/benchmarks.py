"""A right score on a wrong benchmark, or under a wrong setting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation.draft import Bound, Role
from writer.evaluation.mutation.kind import Edit, Site, kind, replaced
from writer.evaluation.oracle import states
from writer.evaluation.settings import told as setting_told
from writer.facts.sheet import Side
from writer.quantities.spell import decimal

_OUTSIDE_BENCHMARKS = ("MMLU-Pro", "HumanEval", "GPQA Diamond", "AIME 2025", "LiveCodeBench", "BrowseComp")


@kind("benchmark-swapped")
def benchmark_swapped(site: Site) -> Iterator[Edit]:
    """Another benchmark of the pair; where it gives neither model such a score."""
    others = site.draft.sheet.context.benchmarks
    for mark in site.marks(Role.BENCHMARK):
        if sum(each.role is Role.BENCHMARK for each in site.clause(mark)) > 1:
            continue  # whose figures they are is not known
        for key, benchmark in others.items():
            figures = site.figures(mark)
            values = _scores(site, f"score.{key}", any_setting=True)
            said = any(
                states(each.value, value, each.bound) for each in figures if each.value is not None for value in values
            )
            if figures and benchmark.name not in mark.text and mark.text not in benchmark.name and not said:
                yield replaced(mark, benchmark.name)


@kind("benchmark-outside")
def benchmark_outside(site: Site) -> Iterator[Edit]:
    """A benchmark that the pair has no score on."""
    for mark in site.marks(Role.BENCHMARK):
        yield replaced(mark, site.chance.choice(outside_benchmarks(site)))


def outside_benchmarks(site: Site) -> list[str]:
    """Benchmarks without a score of the pair, whose names have no word in common with one that has."""
    taken = {word for benchmark in site.draft.sheet.context.benchmarks.values() for word in _name_words(benchmark.name)}
    named = dict.fromkeys([*_OUTSIDE_BENCHMARKS, *(name for _, name in site.world.benchmarks)])
    return [name for name in named if not taken & set(_name_words(name))] or ["Obscura Exam"]


def _name_words(name: str) -> list[str]:
    return re.findall(r"[a-z]{2,}", name.lower())


@kind("setting-swapped")
def setting_swapped(site: Site) -> Iterator[Edit]:
    """Another setting of the same benchmark; where it gives neither model such a score."""
    for mark in site.marks(Role.SETTING):
        benchmark = mark.key.split("@")[0]
        figures = site.figures(mark)
        for setting in ("effort-low", "effort-medium", "effort-high", *_settings(site, benchmark)):
            told = setting_told(setting)
            known = _scores(site, f"{benchmark}@{setting}")
            said = any(
                states(each.value, value, each.bound) for each in figures if each.value is not None for value in known
            )
            if told not in (None, mark.text) and figures and not said:
                yield replaced(mark, str(told))


def _settings(site: Site, benchmark: str) -> list[str]:
    return sorted(
        {
            fact.metric.split("@")[1]
            for fact in site.draft.sheet.facts.values()
            if fact.metric.startswith(f"{benchmark}@")
        }
    )


@kind("another-settings-score")
def another_settings_score(site: Site) -> Iterator[Edit]:
    """What the model scores under another setting, or under none; where it is neither model's score under this one."""
    for mark in site.marks(Role.SETTING):
        here = _scores(site, mark.key)
        for figure in site.figures(mark):
            if figure.key != f"{figure.side}.{mark.key}":
                continue
            for value in _scores(site, mark.key.split("@")[0], Side(figure.side), any_setting=True):
                places = next((places for places in range(5) if (value * 10**places).denominator == 1), None)
                if places is not None and not any(states(value, each, Bound.NONE) for each in here):
                    yield replaced(figure, decimal(value, places))


def _scores(site: Site, metric: str, side: Side | None = None, *, any_setting: bool = False) -> list[Fraction]:
    """What the pair, or one model, scores there."""
    return [
        Fraction(fact.value)
        for fact in site.draft.sheet.facts.values()
        if (fact.metric.split("@")[0] if any_setting else fact.metric) == metric
        and side in (None, fact.side)
        and isinstance(fact.value, int | Fraction)
    ]

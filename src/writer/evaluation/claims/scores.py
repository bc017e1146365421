"""What is true of benchmarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from writer.evaluation import figures as ways
from writer.evaluation.claims.book import (
    SIDES,
    Book,
    one,
    two,
)
from writer.evaluation.draft import Role
from writer.evaluation.phrasing import Claim, Slot
from writer.evaluation.settings import told
from writer.evaluation.slots import figures, names, thing
from writer.facts.sheet import Side


def scores(book: Book) -> Iterator[Claim]:
    """Benchmarks without a setting; wins and counts over all of them."""
    for key in sorted(
        {
            fact.metric
            for fact in book.sheet.facts.values()
            if fact.metric.startswith("score.") and "@" not in fact.metric
        }
    ):
        yield from _of_benchmark(book, key)
    yield from _in_settings(book)
    yield from _wins(book)


def _of_benchmark(book: Book, metric: str) -> Iterator[Claim]:
    benchmark = book.sheet.context.benchmarks[metric.removeprefix("score.")]
    if benchmark.unit not in ("percent", "points") or not benchmark.higher_is_better:
        return
    bench = thing(benchmark.name, Role.BENCHMARK, metric)
    yield from one(book, "score_one", metric, ways.scores, bench=bench)
    yield from two(book, "score_two", metric, ways.scores, bench=bench)
    for side in SIDES:
        value = book.number(side, metric)
        if value is not None and not _is_scored(book, side.other, metric):
            told = figures(ways.scores(value)[:1], f"{side}.{metric}", side.value)
            yield Claim("score_alone", {**names(book.sheet, m=side, o=side.other), "bench": bench, "v": told})
    for claim in _lead(book, "score_lead", metric, {"bench": bench}):
        yield claim
        yield Claim("score_order", claim.slots)


def _lead(book: Book, frame: str, metric: str, extra: Mapping[str, Slot]) -> Iterator[Claim]:
    winner, gap = book.fact(Side.PAIR, metric, "winner"), book.number(Side.PAIR, metric, "difference")
    if winner is None or gap is None or winner.value not in ("a", "b"):
        return
    high = Side(str(winner.value))
    mine, other = book.number(high, metric), book.number(high.other, metric)
    if mine is None or other is None or gap == 0:
        return
    yield Claim(frame, {
        **names(book.sheet, hi=high, lo=high.other), **extra,
        "d": figures(ways.scores(gap)[:1], f"pair.{metric}.difference"), "v": figures(ways.scores(mine)[:1], f"{high}.{metric}", high.value),
        "w": figures(ways.scores(other)[:1], f"{high.other}.{metric}", high.other.value),
    })  # fmt: skip


def _is_scored(book: Book, side: Side, metric: str) -> bool:
    """In any setting."""
    return any(fact.side is side and fact.metric.split("@")[0] == metric for fact in book.sheet.facts.values())


def _is_in_setting(metric: str) -> bool:
    return metric.startswith("score.") and "@" in metric


def _in_settings(book: Book) -> Iterator[Claim]:
    for metric in sorted({fact.metric for fact in book.sheet.facts.values() if _is_in_setting(fact.metric)}):
        key, _, setting = metric.removeprefix("score.").partition("@")
        benchmark, words = book.sheet.context.benchmarks[key], told(setting)
        if words is not None and benchmark.unit in ("percent", "points") and benchmark.higher_is_better:
            extra = {
                "bench": thing(benchmark.name, Role.BENCHMARK, f"score.{key}"),
                "setting": thing(words, Role.SETTING, metric),
            }
            yield from one(book, "setting_one", metric, ways.scores, **extra)
            yield from two(book, "setting_two", metric, ways.scores, **extra)
            yield from _lead(book, "setting_lead", metric, extra)


def _wins(book: Book) -> Iterator[Claim]:
    total = book.number(Side.PAIR, "scores", "shared.count")
    if total is None or total < 2:
        return
    key = "pair.scores.shared.count"
    yield Claim("shared_scores", {"t": figures(ways.counts(total), key)})
    for side in SIDES:
        won = book.number(Side.PAIR, "scores", f"wins.{side}")
        if not won:
            continue
        slots = {**names(book.sheet, hi=side, lo=side.other), "t": figures(ways.counts(total), key)}
        if won == total:
            yield Claim("sweep", slots)
        else:
            yield Claim("wins", {**slots, "n": figures(ways.counts(won), f"pair.scores.wins.{side}")})

"""A sentence more, that judges wrongly: ties, likeness, order, size."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation.draft import Family
from writer.evaluation.mutation.additions import added
from writer.evaluation.mutation.asking import SIDES, name_of, number_of
from writer.evaluation.mutation.kind import Edit, Site, kind
from writer.facts.sheet import Side

_CLOSE = Fraction(7, 5)
_SHARES = {"a half": 2, "a third": 3, "a quarter": 4, "a fifth": 5, "a tenth": 10, "a twentieth": 20}
_TIMES = {"twice": 2, "three times": 3, "five times": 5, "ten times": 10, "twenty times": 20}
_PRICES = ("input", "output")


@kind("false-tie")
def false_tie(site: Site) -> Iterator[Edit]:
    """The same, where the values differ."""
    for metric, sentence in (
        ("price.input", "Both models cost the same for input."),
        ("price.output", "Both models cost the same for output."),
        ("context_window", "Both models have the same context window."),
        ("max_output", "Both models have the same output limit."),
        ("released", "Both models were released on the same day."),
        ("knowledge_cutoff", "Both models have the same knowledge cutoff."),
    ):
        a, b = (site.draft.sheet.facts.get(f"{side.value}.{metric}") for side in SIDES)
        if a is not None and b is not None and a.value != b.value:
            yield added(site, sentence)


@kind("false-similar")
def false_similar(site: Site) -> Iterator[Edit]:
    """On par, where one is far above the other."""
    for metric, sentence in (
        ("price.input", "The input prices of {a} and {b} are similar."),
        ("price.output", "On output price, {a} and {b} are on par."),
        ("context_window", "{a} and {b} have similar context windows."),
    ):
        ratio = number_of(site, f"pair.{metric}.ratio")
        if ratio is not None and ratio > _CLOSE:
            yield added(site, sentence.format(a=name_of(site, Side.A), b=name_of(site, Side.B)))


@kind("false-far")
def false_far(site: Site) -> Iterator[Edit]:
    """Far, by a mile, where they are close."""
    for metric, sentence in (
        ("price.input", "{hi} is far more expensive than {lo} for input."),
        ("price.output", "For output, {hi} is dearer than {lo} by a mile."),
        ("context_window", "{hi}'s context window is far larger than {lo}'s."),
    ):
        ratio, higher = number_of(site, f"pair.{metric}.ratio"), site.draft.sheet.facts.get(f"pair.{metric}.higher")
        if ratio is not None and higher is not None and higher.value in ("a", "b") and ratio < _CLOSE:
            high = Side(str(higher.value))
            yield added(site, sentence.format(hi=name_of(site, high), lo=name_of(site, high.other)))


@kind("false-order")
def false_order(site: Site) -> Iterator[Edit]:
    """A comparative without a number, the wrong way round."""
    for metric, sentence in (
        ("price.input", "{lo} is dearer than {hi} for input."),
        ("price.output", "{hi} is cheaper than {lo} for output."),
        ("context_window", "{lo} has the larger context window."),
        ("max_output", "{lo} gives longer replies than {hi}."),
    ):
        higher = site.draft.sheet.facts.get(f"pair.{metric}.higher")
        if higher is not None and higher.value in ("a", "b"):
            high = Side(str(higher.value))
            yield added(site, sentence.format(hi=name_of(site, high), lo=name_of(site, high.other)))


@kind("order-of-magnitude")
def magnitude(site: Site) -> Iterator[Edit]:
    """An order of magnitude, where the ratio is not from 8 to 12.5."""
    for part in _PRICES:
        ratio, higher = (
            number_of(site, f"pair.price.{part}.ratio"),
            site.draft.sheet.facts.get(f"pair.price.{part}.higher"),
        )
        if ratio is not None and higher is not None and not Fraction(7) < ratio < Fraction(14):
            high = Side(str(higher.value)) if higher.value in ("a", "b") else Side.A
            yield added(
                site,
                f"{name_of(site, high)} is an order of magnitude dearer than {name_of(site, high.other)} for {part}.",
            )


@kind("fraction-word")
def fraction_word(site: Site) -> Iterator[Edit]:
    """A third, where it is another part."""
    for part in _PRICES:
        ratio, higher = (
            number_of(site, f"pair.price.{part}.ratio"),
            site.draft.sheet.facts.get(f"pair.price.{part}.higher"),
        )
        if ratio is None or higher is None or higher.value not in ("a", "b"):
            continue
        high = Side(str(higher.value))
        for told, bottom in _SHARES.items():
            if not site.oracle.could_state(Fraction(bottom), Family.RATIO, hedged=True):
                yield added(
                    site, f"For {part}, {name_of(site, high.other)} costs {told} of what {name_of(site, high)} does."
                )


@kind("multiplier-word")
def multiplier_word(site: Site) -> Iterator[Edit]:
    """Three times, where it is another ratio."""
    for part in _PRICES:
        higher = site.draft.sheet.facts.get(f"pair.price.{part}.higher")
        if higher is None or higher.value not in ("a", "b"):
            continue
        high = Side(str(higher.value))
        for told, times in _TIMES.items():
            if not site.oracle.could_state(Fraction(times), Family.RATIO, hedged=False):
                yield added(
                    site, f"For {part}, {name_of(site, high)} costs {told} as much as {name_of(site, high.other)}."
                )


@kind("wins-false")
def wins_false(site: Site) -> Iterator[Edit]:
    """Most benchmarks for the model that wins fewer."""
    won = {side: number_of(site, f"pair.scores.wins.{side.value}") for side in SIDES}
    for side in SIDES:
        mine, other = won[side], won[side.other]
        if mine is not None and other is not None and mine < other:
            yield added(site, f"{name_of(site, side)} wins most of the shared benchmarks.")
            yield added(site, f"{name_of(site, side)} is better at benchmarks than {name_of(site, side.other)}.")


@kind("order-in-time-contradicted")
def time_contradicted(site: Site) -> Iterator[Edit]:
    """The older model told as the newer one."""
    newer = site.draft.sheet.facts.get("pair.released.newer")
    if newer is not None and newer.value in ("a", "b"):
        old = Side(str(newer.value)).other
        yield added(site, f"{name_of(site, old)} is the newer model.")
        yield added(site, f"{name_of(site, old)} came out after {name_of(site, old.other)}.")

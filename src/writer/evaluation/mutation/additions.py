"""A sentence more, that no fact licenses: invented, derived, beyond the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation.draft import Family
from writer.evaluation.mutation.asking import SIDES, number_of
from writer.evaluation.mutation.benchmarks import outside_benchmarks
from writer.evaluation.mutation.kind import Edit, Site, kind
from writer.quantities.spell import decimal


def added(site: Site, sentence: str) -> Edit:
    """The sentence at the end of one of the paragraphs of prose; a paragraph of its own where there is none."""
    text = site.draft.text
    ends = [at for at in (*(found.start() for found in re.finditer("\n\n", text)), len(text)) if _is_prose(text[:at])]
    if not ends:
        return Edit(len(text), len(text), f"\n\n{sentence}")
    at = site.chance.choice(ends)
    return Edit(at, at, f" {sentence}")


def _is_prose(before: str) -> bool:
    """Whether the last line is no heading, bullet or question."""
    line = before.rsplit("\n", 1)[-1]
    return not line.startswith(("#", "-", "*")) and line.endswith((".", "!", ")"))


def _one_of(site: Site, *sentences: str) -> Iterator[Edit]:
    """One of the sentences, of one of the models."""
    side = site.chance.choice(SIDES)
    names = {"m": site.draft.sheet.model(side).name, "o": site.draft.sheet.model(side.other).name}
    yield added(site, site.chance.choice(sentences).format(**names))


def _dollars(value: Fraction) -> str:
    return f"${decimal(value, 2)}"


@kind("invented-figure")
def invented_figure(site: Site) -> Iterator[Edit]:
    """A number of something that has no fact."""
    return _one_of(
        site,
        "{m} streams about 140 tokens per second.",
        "{m} answers after 0.8 seconds on average.",
        "{m} was trained on 15.6 trillion tokens.",
        "{m} serves some 3 million users.",
        "{m} needs 48 GB of memory.",
        "A batch discount of 37% applies to {m}.",
        "{m} takes at most 213 images in one request.",
        "{m} allows 4,321 requests per minute.",
        "{m} has 73 layers.",
        "{m} throughput reaches 92 tok/s.",
    )


@kind("invented-score")
def invented_score(site: Site) -> Iterator[Edit]:
    """A score on a benchmark that the pair has no score on."""
    benchmark = site.chance.choice(outside_benchmarks(site))
    return _one_of(
        site,
        f"{{m}} scores 71.3 on {benchmark}.",
        f"On {benchmark}, {{m}} reaches 93.7.",
        f"{{m}} has 64.9 on {benchmark}.",
        f"On {benchmark} it is 81.4 for {{m}} and 37.9 for {{o}}.",
    )


@kind("score-of-the-unscored")
def score_of_unscored(site: Site) -> Iterator[Edit]:
    """A score for the model that has none on this benchmark."""
    for key, benchmark in site.draft.sheet.context.benchmarks.items():
        for side in SIDES:
            mine = [each for each in site.draft.sheet.facts if each.split("@")[0] == f"{side.value}.score.{key}"]
            if not mine and not site.oracle.could_state(Fraction("57.3"), Family.POINTS, hedged=False):
                yield added(site, f"{site.draft.sheet.model(side).name} scores 57.3 on {benchmark.name}.")


@kind("derived-sum")
def derived_sum(site: Site) -> Iterator[Edit]:
    """Input and output added up."""
    for side in SIDES:
        parts = [number_of(site, f"{side.value}.price.{part}") for part in ("input", "output")]
        if None in parts:
            continue
        total = sum((part for part in parts if part is not None), Fraction(0))
        if not site.oracle.could_state(total, Family.MONEY, hedged=False, unit=Fraction(1, 100)):
            yield added(
                site,
                f"Input and output together cost {_dollars(total)} per 1M tokens on {site.draft.sheet.model(side).name}.",
            )


@kind("derived-total")
def derived_total(site: Site) -> Iterator[Edit]:
    """All workloads added up."""
    for side in SIDES:
        costs = [number_of(site, f"{side.value}.workload.{key}.cost") for key in site.draft.sheet.context.workloads]
        known = [cost for cost in costs if cost is not None]
        total = sum(known, Fraction(0))
        if len(known) > 1 and not site.oracle.could_state(total, Family.MONEY, hedged=False, unit=Fraction(1, 100)):
            yield added(
                site, f"Taken together, those jobs cost {_dollars(total)} on {site.draft.sheet.model(side).name}."
            )


@kind("derived-year")
def derived_year(site: Site) -> Iterator[Edit]:
    """A yearly bill."""
    for side in SIDES:
        for workload in site.draft.sheet.context.workloads.values():
            cost = number_of(site, f"{side.value}.workload.{workload.id}.cost")
            if cost is not None and not site.oracle.could_state(
                cost * 12, Family.MONEY, hedged=False, unit=Fraction(1, 100)
            ):
                yield added(
                    site,
                    f"Every month for a year, {workload.title} cost {_dollars(cost * 12)} on {site.draft.sheet.model(side).name}.",
                )


@kind("derived-average")
def derived_average(site: Site) -> Iterator[Edit]:
    """The mean of input and output."""
    for side in SIDES:
        parts = [number_of(site, f"{side.value}.price.{part}") for part in ("input", "output")]
        if None in parts:
            continue
        mean = sum((part for part in parts if part is not None), Fraction(0)) / 2
        if not site.oracle.could_state(mean, Family.MONEY, hedged=False, unit=Fraction(1, 100)):
            yield added(site, f"On average {site.draft.sheet.model(side).name} costs {_dollars(mean)} per 1M tokens.")


@kind("derived-mean-score")
def derived_mean_score(site: Site) -> Iterator[Edit]:
    """The mean of several scores."""
    for side in SIDES:
        known = [
            fact.value
            for key, fact in site.draft.sheet.facts.items()
            if key.startswith(f"{side.value}.score.") and "@" not in key
        ]
        values = [Fraction(value) for value in known if not isinstance(value, str | tuple)]  # type: ignore[arg-type]
        if len(values) > 1:
            mean = Fraction(round(sum(values, Fraction(0)) / len(values) * 10), 10)
            if not site.oracle.could_state(mean, Family.POINTS, hedged=False, unit=Fraction(1, 10)):
                yield added(
                    site, f"Across its benchmarks {site.draft.sheet.model(side).name} averages {decimal(mean, 1)}."
                )


@kind("derived-pages")
def derived_pages(site: Site) -> Iterator[Edit]:
    """Tokens told as pages or words."""
    for side in SIDES:
        window = number_of(site, f"{side.value}.context_window")
        if window is not None:
            yield added(
                site,
                f"{site.draft.sheet.model(side).name}'s context window holds about {int(window) // 500:,} pages of text.",
            )
            yield added(
                site,
                f"That is roughly {int(window * 3 / 4):,} words of context for {site.draft.sheet.model(side).name}.",
            )


@kind("percent-without-base")
def percent_gap(site: Site) -> Iterator[Edit]:
    """A gap in percent has no base."""
    number = number_of(site, "pair.price.input.saving_percent")
    if number is not None and number >= 1:
        a, b = site.draft.sheet.a.name, site.draft.sheet.b.name
        yield added(site, f"There is a {round(number)}% gap between the input prices of {a} and {b}.")


@kind("beyond-speed")
def beyond_speed(site: Site) -> Iterator[Edit]:
    """Faster, quicker: no fact."""
    return _one_of(
        site, "{m} is faster than {o}.", "{m} answers more quickly than {o}.", "{m} has lower latency than {o}."
    )


@kind("beyond-quality")
def beyond_quality(site: Site) -> Iterator[Edit]:
    """Smarter, safer, more accurate: no fact."""
    return _one_of(
        site,
        "{m} is more accurate than {o}.",
        "{m} is the safer of the two.",
        "{m} hallucinates less than {o}.",
        "{m} is smarter than {o}.",
        "{m} is more reliable than {o}.",
    )


@kind("beyond-popularity")
def beyond_popularity(site: Site) -> Iterator[Edit]:
    """More popular: no fact."""
    return _one_of(site, "{m} is more popular than {o}.", "{m} is more widely used than {o}.")


@kind("superlative")
def superlative(site: Site) -> Iterator[Edit]:
    """A superlative beyond the pair."""
    return _one_of(
        site,
        "{m} is the cheapest model on the market.",
        "{m} is the best model available.",
        "{m} is the vendor's latest model.",
        "No other model has a larger context window than {m}.",
        "{m} has the largest context window in the industry.",
    )


@kind("relative-time")
def relative_time(site: Site) -> Iterator[Edit]:
    """A time that depends on the reader."""
    return _one_of(
        site,
        "{m} was released last year.",
        "{m} recently became available.",
        "As of today {m} is still sold.",
        "{m} came out last month.",
    )

"""What was measured, as plain values, as a table for people, and the survivors as lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from writer.evaluation.draft import Source
from writer.evaluation.evaluate import Evaluation
from writer.evaluation.measure import KindFigures, SourceFigures
from writer.evaluation.wilson import interval

OVERALL, EACH = 0.99, 0.95
MUTANTS, DRAFTS = 20_000, 3_000  # of templates and corpus each; of all sources together
_DRAFT = 1500  # characters: the bar's draft


def plain(evaluation: Evaluation) -> dict[str, object]:
    """Everything but the texts, for JSON; rates to five digits."""
    return {
        "seed": evaluation.seed,
        "checker": evaluation.checker,
        "bars": {"met": not shortfalls(evaluation), "short": list(shortfalls(evaluation)), "too_few": list(too_few(evaluation))},
        "faithful_drafts": {
            "n": _faithful(evaluation), "rejected": _rejected(evaluation),
            "interval": [_round(end) for end in interval(_rejected(evaluation), _faithful(evaluation))],
        },
        "sources": {each.source.value: _source(each) for each in evaluation.sources},
    }  # fmt: skip


def _source(figures: SourceFigures) -> dict[str, object]:
    rejected = figures.faithful - figures.accepted
    low, high = interval(rejected, figures.faithful)
    kill_low, kill_high = interval(figures.killed, figures.mutants)
    return {
        "faithful_drafts": figures.faithful,
        "false_rejections": {
            "n": rejected, "rate": _share(rejected, figures.faithful), "interval": [_round(low), _round(high)],
            "rules": dict(sorted(Counter(rule for each in figures.rejected for rule in each.rules).items())),
        },
        "mutants": {
            "n": figures.mutants, "killed": figures.killed, "rate": _share(figures.killed, figures.mutants),
            "interval": [_round(kill_low), _round(kill_high)],
        },
        "unclear_share": _share(figures.unclear, figures.killed),
        "drafts_a_second": round(_pace(figures), 1),
        "seconds": round(figures.seconds, 3),
        "kinds": {name: _kind(each) for name, each in figures.kinds.items() if each.mutants},
    }  # fmt: skip


def _kind(figures: KindFigures) -> dict[str, object]:
    low, high = figures.interval
    return {"family": figures.family, "n": figures.mutants, "killed": figures.killed, "rate": _round(figures.rate),
            "interval": [_round(low), _round(high)]}  # fmt: skip


def _round(value: float) -> float:
    return round(value, 5)


def _share(part: int, whole: int) -> float:
    return _round(part / whole) if whole else 0.0


def _pace(figures: SourceFigures) -> float:
    """Drafts of 1,500 characters a second."""
    return figures.characters / _DRAFT / figures.seconds if figures.seconds else 0.0


def lines(evaluation: Evaluation) -> Iterator[str]:
    """For people: every source with its figures, worst kinds first, and how all of it stands to the bars."""
    for figures in evaluation.sources:
        yield f"{figures.source.value}: {_head(figures)}"
        yield f"  faithful drafts {_told(len(figures.rejected), figures.faithful)}"
        yield (
            f"  unclear {_percent(figures.unclear, figures.killed)} of the rejected mutants; {figures.seconds:,.1f} s in the checker, "
            f"{_pace(figures):,.0f} drafts of {_DRAFT:,} characters a second"
        )
        for each in sorted(figures.kinds.values(), key=lambda kind: (kind.rate, kind.name)):
            if each.mutants:
                low, high = each.interval
                yield f"  {each.rate:7.2%}  [{low:.1%}, {high:.1%}]  {each.killed:>5} of {each.mutants:<5} {each.name} ({each.family})"
    if len(evaluation.sources) > 1:
        yield f"all sources: faithful drafts {_told(_rejected(evaluation), _faithful(evaluation))}"
    short = shortfalls(evaluation)
    yield "the bars are met" if not short else "below the bars:"
    yield from (f"  {line}" for line in short)
    yield from (f"  measured in part: {line}" for line in too_few(evaluation))


def _told(rejected: int, faithful: int) -> str:
    low, high = interval(rejected, faithful)
    return f"{faithful:,}, falsely rejected {rejected} ({_percent(rejected, faithful)} [{low:.2%}, {high:.2%}])"


def _head(figures: SourceFigures) -> str:
    low, high = interval(figures.killed, figures.mutants)
    told = sum(1 for each in figures.kinds.values() if each.mutants)
    return (
        f"{figures.killed:,} of {figures.mutants:,} mutants of {told} kinds rejected: {_percent(figures.killed, figures.mutants)} "
        f"[{low:.2%}, {high:.2%}]"
    )


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.2%}" if whole else "–"


def shortfalls(evaluation: Evaluation) -> tuple[str, ...]:
    """What stands below the bars: any false rejection, less than 99 % of a source's mutants, less than 95 % of a kind."""
    return tuple(line for figures in evaluation.sources for line in _shortfalls(figures))


def _shortfalls(figures: SourceFigures) -> Iterator[str]:
    source, rejected = figures.source.value, len(figures.rejected)
    if rejected:
        yield f"{source}: {rejected} of {figures.faithful:,} faithful drafts rejected: the bar is none"
    if figures.killed < OVERALL * figures.mutants:
        yield f"{source}: {_percent(figures.killed, figures.mutants)} of all mutants rejected: the bar is {OVERALL:.0%}"
    for each in sorted(figures.kinds.values(), key=lambda kind: kind.name):
        if each.rate < EACH:
            yield f"{source}: {each.name}: {each.rate:.1%} rejected: the bar is {EACH:.0%}"


def too_few(evaluation: Evaluation) -> tuple[str, ...]:
    """Where less was measured than the bars are for."""
    told = [
        f"{each.source.value}: {each.mutants:,} mutants: the bars are for {MUTANTS:,}"
        for each in evaluation.sources
        if each.source is not Source.HOUSE and each.mutants < MUTANTS
    ]
    drafts = _faithful(evaluation)
    return (*told, *([f"{drafts:,} faithful drafts: the bar is for {DRAFTS:,}"] if drafts < DRAFTS else []))


def _faithful(evaluation: Evaluation) -> int:
    return sum(each.faithful for each in evaluation.sources)


def _rejected(evaluation: Evaluation) -> int:
    return sum(len(each.rejected) for each in evaluation.sources)


def survivors(evaluation: Evaluation) -> Iterator[str]:
    """Every mutant that passed, a line each."""
    for figures in evaluation.sources:
        for found in sorted(figures.survivors, key=lambda each: (each.kind, each.draft, each.line)):
            yield found.line


def false_rejections(evaluation: Evaluation) -> Iterator[str]:
    """Every faithful draft that was rejected, a line for each violation."""
    for figures in evaluation.sources:
        for found in figures.rejected:
            yield from found.lines

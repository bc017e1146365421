"""What was measured, as plain values, as a table for people, and the survivors as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from writer.evaluation.draft import Mutant
from writer.evaluation.evaluate import Evaluation
from writer.evaluation.measure import KindFigures, SourceFigures, rules_of
from writer.evaluation.wilson import interval

OVERALL, EACH, DRAFTS_A_SECOND = 0.99, 0.95, 200
_DRAFT = 1500  # characters: the bar's draft


def plain(evaluation: Evaluation) -> dict[str, object]:
    """Everything but the texts, for JSON; rates to five digits."""
    return {
        "seed": evaluation.seed,
        "checker": evaluation.checker,
        "sources": {each.source.value: _source(each) for each in evaluation.sources},
    }


def _source(figures: SourceFigures) -> dict[str, object]:
    rejected = figures.faithful - figures.accepted
    low, high = interval(rejected, figures.faithful)
    kill_low, kill_high = interval(figures.killed, figures.mutants)
    return {
        "faithful_drafts": figures.faithful,
        "false_rejections": {
            "n": rejected, "rate": _share(rejected, figures.faithful), "interval": [_round(low), _round(high)],
            "rules": dict(sorted(rules_of(figures.rejected).items())),
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
    """For people: every source with its figures, worst kinds first."""
    for figures in evaluation.sources:
        rejected = figures.faithful - figures.accepted
        yield f"{figures.source.value}: {_head(figures)}"
        yield (
            f"  faithful drafts {figures.faithful:,}, falsely rejected {rejected} ({_percent(rejected, figures.faithful)}), "
            f"unclear {_percent(figures.unclear, figures.killed)} of the rejected, {_pace(figures):,.0f} drafts a second"
        )
        for each in sorted(figures.kinds.values(), key=lambda kind: (kind.rate, kind.name)):
            if each.mutants:
                low, high = each.interval
                yield f"  {each.rate:7.2%}  [{low:.1%}, {high:.1%}]  {each.killed:>5} of {each.mutants:<5} {each.name} ({each.family})"


def _head(figures: SourceFigures) -> str:
    low, high = interval(figures.killed, figures.mutants)
    told = sum(1 for each in figures.kinds.values() if each.mutants)
    return (
        f"{figures.killed:,} of {figures.mutants:,} mutants of {told} kinds rejected: {_percent(figures.killed, figures.mutants)} "
        f"[{low:.2%}, {high:.2%}]"
    )


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.2%}" if whole else "–"


def meets_bars(evaluation: Evaluation) -> bool:
    """Whether every source stands above the bars: no false rejection, 99 % of all mutants, 95 % of each kind."""
    return all(
        each.faithful == each.accepted
        and each.killed >= OVERALL * each.mutants
        and all(kind.rate >= EACH for kind in each.kinds.values())
        for each in evaluation.sources
    )


def survivors(evaluation: Evaluation) -> Iterator[str]:
    """Every mutant that passed, a line each: source, kind, pair, what was changed, the sentence as it now is."""
    for figures in evaluation.sources:
        for mutant in sorted(figures.survivors, key=lambda each: (each.kind, each.draft.id, each.start, each.now)):
            yield survivor(mutant)


def survivor(mutant: Mutant) -> str:
    """One line of a surviving mutant."""
    sheet = mutant.draft.sheet
    end = mutant.start + len(mutant.now)
    low = max(
        mutant.text.rfind(". ", 0, mutant.start) + 1, mutant.text.rfind("\n", 0, mutant.start) + 1, mutant.start - 200
    )
    stops = [at for at in (mutant.text.find(". ", max(mutant.start, end - 1)), mutant.text.find("\n", end)) if at >= 0]
    high = min([*stops, end + 200, len(mutant.text)])
    sentence = " ".join(mutant.text[low : high + 1].split())
    return f"{mutant.draft.source.value} | {mutant.kind} | {sheet.a.slug} vs {sheet.b.slug} | {mutant.was!r} -> {mutant.now.strip()!r} | {sentence}"


def false_rejections(evaluation: Evaluation) -> Iterator[str]:
    """Every faithful draft that was rejected, a line for each violation."""
    for figures in evaluation.sources:
        for draft, report in figures.rejected:
            for each in report.violations:
                low, high = max(0, each.start - 120), min(len(draft.text), each.end + 120)
                around: Mapping[str, str] = {
                    "before": draft.text[low : each.start],
                    "after": draft.text[each.end : high],
                }
                quoted = " ".join(f"{around['before']}[{each.quote}]{around['after']}".split())
                yield f"{figures.source.value} | {each.rule} | {draft.id} | {each.expected} | {quoted}"

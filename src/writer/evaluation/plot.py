"""The kill rates as a picture: a row a kind, by family, a column a source, with their 95 % intervals. Needs matplotlib
(extra ``plots``)."""

from __future__ import annotations

import io
from math import floor
from typing import TYPE_CHECKING

from writer.errors import BadSetting
from writer.evaluation.evaluate import Evaluation
from writer.evaluation.measure import KindFigures, SourceFigures
from writer.evaluation.report import EACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

_ROW, _HEAD, _WIDTH, _MARGIN = 0.17, 1.3, 4.4, 2.2  # inches
_ABOVE, _BELOW, _PALE, _STRIPE = "#1f6f8b", "#c0392b", "#888888", "#f3f5f6"
_PAD = 0.004


def draw(evaluation: Evaluation) -> bytes:
    """A PNG. BadSetting where matplotlib is not installed."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise BadSetting("--plot: matplotlib is not installed: pip install 'writer[plots]'") from error
    rows = _rows(evaluation)
    size = (_MARGIN + _WIDTH * len(evaluation.sources), _HEAD + _ROW * len(rows))
    figure = Figure(figsize=size, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots(1, len(evaluation.sources), sharey=True, squeeze=False)[0]
    left = _left(evaluation)
    for axis, each in zip(axes, evaluation.sources, strict=True):
        _column(axis, each, rows, left)
    _names(axes[0], rows)
    figure.suptitle(
        f"Mutants rejected, by kind, with 95 % intervals. Dashed: the bar of {EACH:.0%}; red: below it.", fontsize=9
    )
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=130, metadata={"Software": None})
    return out.getvalue()


def _rows(evaluation: Evaluation) -> list[str]:
    """From top to bottom: each family in capitals, then its kinds that any source has."""
    families: dict[str, dict[str, None]] = {}
    for source in evaluation.sources:
        for kind in source.kinds.values():
            if kind.mutants:
                families.setdefault(kind.family, {})[kind.name] = None
    return [row for family in sorted(families) for row in (family.upper(), *sorted(families[family]))]


def _left(evaluation: Evaluation) -> float:
    """Where the axis begins: a tenth below the lowest rate, so that what is near the top can be told apart."""
    lowest = min(
        (kind.rate for each in evaluation.sources for kind in each.kinds.values() if kind.mutants), default=0.0
    )
    return max(0.0, floor(min(lowest, EACH) * 10 - 0.5) / 10)


def _column(axis: Axes, source: SourceFigures, rows: Sequence[str], left: float) -> None:
    for place, row in enumerate(rows):
        if row.isupper():
            axis.axhspan(place - 0.5, place + 0.5, color=_STRIPE, linewidth=0)
        elif (kind := source.kinds.get(row)) is not None and kind.mutants:
            _point(axis, place, kind)
    axis.axvline(EACH, color=_BELOW, linewidth=0.8, linestyle="--", zorder=0)
    axis.set_xlim(left - _PAD, 1 + (1 - left) * 0.2)
    ticks = [left + (1 - left) * step / 5 for step in range(6)]
    axis.set_xticks(ticks, [f"{tick:.0%}" for tick in ticks], fontsize=7)
    axis.tick_params(axis="x", top=True, labeltop=True)
    axis.tick_params(axis="y", length=0)
    axis.set_ylim(len(rows) - 0.5, -0.5)
    for spine in axis.spines.values():
        spine.set_visible(False)
    axis.grid(axis="x", linewidth=0.4, color="#dddddd")
    axis.set_axisbelow(True)
    axis.set_title(_title(source), fontsize=8, pad=8)


def _point(axis: Axes, place: int, kind: KindFigures) -> None:
    low, high = kind.interval
    colour = _BELOW if kind.rate < EACH else _ABOVE
    axis.plot([low, high], [place, place], color=colour, linewidth=0.9, clip_on=True)
    axis.plot([kind.rate], [place], "o", color=colour, markersize=3.2)
    axis.annotate(
        f"{kind.killed}/{kind.mutants}", (1, place), xytext=(6, 0), textcoords="offset points", va="center", fontsize=5.5,
        color=colour if kind.killed < kind.mutants else _PALE,
    )  # fmt: skip


def _title(source: SourceFigures) -> str:
    rate = source.killed / source.mutants if source.mutants else 0.0
    return (
        f"{source.source.value}: {source.killed:,} of {source.mutants:,} mutants, {rate:.2%}\n"
        f"{len(source.rejected)} of {source.faithful:,} faithful drafts rejected"
    )


def _names(axis: Axes, rows: Sequence[str]) -> None:
    axis.set_yticks(range(len(rows)), rows, fontsize=6.5)
    for label, row in zip(axis.get_yticklabels(), rows, strict=True):
        label.set_fontweight("bold" if row.isupper() else "normal")
        label.set_color("#333333" if row.isupper() else "#000000")

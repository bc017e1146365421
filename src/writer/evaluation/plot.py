"""The kill rates as a picture: a row a kind, a column a source, with their intervals. Needs matplotlib (extra ``plots``)."""

from __future__ import annotations

import io

from writer.errors import BadSetting
from writer.evaluation.evaluate import Evaluation
from writer.evaluation.measure import KindFigures

_BAR = 0.95
_ROW_INCHES, _WIDTH_INCHES = 0.17, 5.0


def draw(evaluation: Evaluation) -> bytes:
    """A PNG. BadSetting where matplotlib is not installed."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise BadSetting("--plot: matplotlib is not installed: pip install 'writer[plots]'") from error
    names = sorted(
        {name for each in evaluation.sources for name, kind in each.kinds.items() if kind.mutants}, reverse=True
    )
    figure = Figure(
        figsize=(_WIDTH_INCHES * len(evaluation.sources), 1.5 + _ROW_INCHES * len(names)), layout="constrained"
    )
    FigureCanvasAgg(figure)
    axes = figure.subplots(1, len(evaluation.sources), sharey=True, squeeze=False)[0]
    for axis, each in zip(axes, evaluation.sources, strict=True):
        rows = [(row, each.kinds[name]) for row, name in enumerate(names) if each.kinds[name].mutants]
        axis.errorbar(
            [kind.rate for _, kind in rows], [row for row, _ in rows], xerr=_reach([kind for _, kind in rows]),
            fmt="o", markersize=3, linewidth=0.8, color="#1f6f8b",
        )  # fmt: skip
        axis.axvline(_BAR, color="#c0392b", linewidth=0.8, linestyle="--")
        axis.set_xlim(-0.02, 1.02)
        axis.set_yticks(range(len(names)), names, fontsize=6)
        axis.set_title(f"{each.source.value}: {each.killed:,} of {each.mutants:,} mutants rejected", fontsize=8)
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=130, metadata={"Software": None})
    return out.getvalue()


def _reach(kinds: list[KindFigures]) -> list[list[float]]:
    """How far the intervals reach to the left and to the right of the rates."""
    return [
        [max(0.0, kind.rate - kind.interval[0]) for kind in kinds],
        [max(0.0, kind.interval[1] - kind.rate) for kind in kinds],
    ]

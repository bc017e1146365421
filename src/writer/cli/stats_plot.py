"""Statistics as a picture: first-try acceptance, attempts and cost, a bar a model and prompt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from writer.drafting.statistics import Line
from writer.errors import BadSetting

_ENDINGS = (".png", ".svg", ".pdf")


def draw(lines: Sequence[Line], file: Path) -> None:
    """Draw it into a file. BadSetting where matplotlib is not installed or the ending is none it draws."""
    if file.suffix not in _ENDINGS:
        raise BadSetting(f"--plot: {file}: expected a name that ends in {', '.join(_ENDINGS)}")
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise BadSetting("--plot: matplotlib is not installed: pip install 'writer[plots]'") from None
    names = [f"{line.model}\n{line.prompt_version}" for line in lines]
    figure = Figure(figsize=(10, 1.5 + 0.6 * len(lines)), layout="constrained")
    charts = figure.subplots(1, 3, sharey=True)
    columns = (
        ("accepted at the first try, %", [float(line.first_try * 100) for line in lines]),
        ("attempts a draft", [float(line.attempts_each) for line in lines]),
        ("cost a draft, USD", [float(line.cost_usd / line.drafts) for line in lines]),
    )
    for chart, (title, values) in zip(charts, columns, strict=True):
        chart.barh(names, values, color="#2f7d6b")
        chart.set_title(title, fontsize=10)
    charts[0].invert_yaxis()
    figure.savefig(file)

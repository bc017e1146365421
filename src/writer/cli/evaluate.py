"""`writer evaluate`: how much the checker finds, and how much it rejects that is true."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from writer.cli.faults import DONE, FINDINGS
from writer.cli.lazy import command
from writer.cli.terminal import print_json, say
from writer.cli.wiring import wiring
from writer.errors import BadSetting

if TYPE_CHECKING:
    from writer.evaluation.draft import Source
    from writer.evaluation.evaluate import Evaluation

_SOURCES = ("templates", "house", "corpus")


@command("evaluate")
@click.option(
    "--corpus",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Faithful drafts by others, one JSON object a line.",
)
@click.option("--sources", default=",".join(_SOURCES), show_default=True, help="Which sources to measure.")
@click.option("--kinds", default="", metavar="NAME,…", help="These kinds of mutation only.")
@click.option(
    "--size",
    type=click.FloatRange(min=0, min_open=True),
    default=1.0,
    show_default=True,
    help="Share of the full size.",
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="What chance starts from: the same seed, the same figures."
)
@click.option(
    "--survivors", type=click.Path(path_type=Path), metavar="FILE", help="Write what passed, a mutant a line."
)
@click.option(
    "--rejections",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the faithful drafts that were rejected.",
)
@click.option("--plot", type=click.Path(path_type=Path), metavar="PNG", help="Draw the kill rates (needs matplotlib).")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def evaluate(
    corpus: Path | None, sources: str, kinds: str, size: float, seed: int, survivors: Path | None, rejections: Path | None,
    plot: Path | None, format: str,
) -> int:  # fmt: skip
    """Make faithful drafts false in every known way and measure what the checker finds.

    Faithful drafts come from sentence templates, the house writer and a corpus, told apart in every figure. Exit status: 0
    every bar is met, 1 one is not.
    """
    from writer.evaluation.evaluate import Evaluator, Size
    from writer.evaluation.report import lines, meets_bars, plain

    evaluator = Evaluator(wiring().catalog, _cases(corpus), seed, _chosen(kinds))
    evaluation = evaluator.evaluate(Size().scaled(size), _named(sources, has_corpus=corpus is not None), said=say)
    _write(evaluation, survivors, rejections, plot)
    if format == "json":
        print_json(plain(evaluation))
    else:
        for line in lines(evaluation):
            click.echo(line)
    return DONE if meets_bars(evaluation) else FINDINGS


def _cases(corpus: Path | None) -> list[dict[str, object]]:
    if corpus is None:
        return []
    try:
        return [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise BadSetting(f"{corpus}: cannot be read as one JSON object a line: {error}") from error


def _named(sources: str, *, has_corpus: bool) -> list[Source]:
    from writer.evaluation.draft import Source

    named = [source.strip() for source in sources.split(",") if source.strip()]
    unknown = [source for source in named if source not in _SOURCES]
    if unknown:
        raise click.UsageError(f"--sources: got {unknown[0]!r}, expected some of {', '.join(_SOURCES)}")
    return [Source(source) for source in named if has_corpus or source != "corpus"]


def _chosen(kinds: str) -> tuple[str, ...]:
    from writer.evaluation.mutation.all import kinds as all_kinds

    known = [kind.name for kind in all_kinds()]
    chosen = tuple(name.strip() for name in kinds.split(",") if name.strip())
    for name in chosen:
        if name not in known:
            raise click.UsageError(f"--kinds: no kind is called {name!r}; the kinds are {', '.join(known)}")
    return chosen


def _write(evaluation: Evaluation, survivors: Path | None, rejections: Path | None, plot: Path | None) -> None:
    from writer.evaluation import report

    if survivors is not None:
        survivors.write_text("".join(f"{line}\n" for line in report.survivors(evaluation)), encoding="utf-8")
    if rejections is not None:
        rejections.write_text("".join(f"{line}\n" for line in report.false_rejections(evaluation)), encoding="utf-8")
    if plot is not None:
        from writer.evaluation.plot import draw

        plot.write_bytes(draw(evaluation))

"""`writer evaluate`: how good the checker is, on drafts whose faults are known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from writer.cli.faults import DONE, FINDINGS
from writer.cli.lazy import command
from writer.cli.terminal import print_json
from writer.cli.wiring import wiring
from writer.errors import BadSetting

if TYPE_CHECKING:
    from writer.evaluation.evaluate import Evaluation

_SOURCES = ("templates", "house", "corpus")
_FILE = click.Path(path_type=Path)


@command("evaluate")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed measures the same drafts.")
@click.option(
    "--share",
    type=click.FloatRange(0.001, 10),
    default=1.0,
    show_default=True,
    help="How much of the full size to measure.",
)
@click.option("--source", type=click.Choice(_SOURCES), multiple=True, help="Only drafts of this source; repeatable.")
@click.option("--only", multiple=True, metavar="KIND", help="Only faults of this kind; repeatable.")
@click.option(
    "--corpus",
    type=_FILE,
    multiple=True,
    metavar="FILE",
    help="Drafts of authors, as JSON lines, over the catalog in use; repeatable.",
)
@click.option(
    "--corpus-catalog", type=_FILE, metavar="DIR", help="The catalog that the corpus is written over, if another."
)
@click.option(
    "--workers", type=click.IntRange(1), default=None, metavar="N", help="Processes at once.  [default: one a core]"
)
@click.option(
    "--marked",
    type=_FILE,
    metavar="FILE",
    help="Measure nothing but these texts, JSON lines of id, a, b, text and errors that a person marked.",
)
@click.option("--details", is_flag=True, help="With --marked: each error missed and each text wrongly rejected.")
@click.option(
    "--survivors",
    type=_FILE,
    metavar="FILE",
    help="Write the faults that were not found, and what was falsely rejected.",
)
@click.option("--plot", type=_FILE, metavar="FILE", help="Draw it, too, as a PNG.")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def evaluate(
    seed: int,
    share: float,
    source: tuple[str, ...],
    only: tuple[str, ...],
    corpus: tuple[Path, ...],
    corpus_catalog: Path | None,
    workers: int | None,
    marked: Path | None,
    details: bool,
    survivors: Path | None,
    plot: Path | None,
    format: str,
) -> int:
    """Measure the checker on drafts whose faults are known: how many it finds, and how often it rejects what is true.

    True drafts come from templates, from the house writer and from a corpus; faults of every kind are put into them, one at
    a time. With --marked, texts by others whose errors are known are judged as they are. Exit status: 0 the bars are met,
    1 they are not.
    """
    if marked is not None:
        from writer.cli.evaluate_marked import measure_marked

        return measure_marked(marked, wiring(), json=format == "json", details=details)
    from writer.cli.evaluate_sources import Sources, cases
    from writer.evaluation.draft import Source
    from writer.evaluation.evaluate import Size
    from writer.evaluation.report import false_rejections, lines, plain, shortfalls
    from writer.evaluation.report import survivors as survivors_of

    wanted = source or tuple(name for name in _SOURCES if name != "corpus" or corpus)
    if "corpus" in wanted and not corpus:
        raise click.UsageError("--source corpus: name its file with --corpus")
    sources = Sources(wiring().settings.catalog, cases(corpus), seed, only, corpus_catalog)
    found = sources.evaluate(Size().scaled(share), [Source(name) for name in wanted], workers)
    if survivors is not None:
        survivors.write_text(
            "".join(f"{line}\n" for line in (*survivors_of(found), *false_rejections(found))), encoding="utf-8"
        )
    if plot is not None:
        _draw(found, plot)
    if format == "json":
        print_json(plain(found))
    else:
        for line in lines(found):
            click.echo(line)
    return FINDINGS if shortfalls(found) else DONE


def _draw(found: Evaluation, file: Path) -> None:
    try:
        from writer.evaluation.plot import draw

        picture = draw(found)
    except ImportError:
        raise BadSetting("--plot: matplotlib is not installed: pip install 'writer[plots]'") from None
    file.write_bytes(picture)

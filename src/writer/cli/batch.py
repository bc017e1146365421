"""`writer batch`: many pairs, each stored as soon as it is finished; the same command again goes on where it stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from writer.cli.asking import Asking, asking_options
from writer.cli.faults import DONE
from writer.cli.kinds import MODEL_NAME
from writer.cli.lazy import command
from writer.cli.terminal import say
from writer.cli.wiring import wiring
from writer.cli.words import count

if TYPE_CHECKING:
    from writer.cli.wiring import Wiring
    from writer.drafts.batch import UnitStatus


@command("batch")
@click.option("--pairs", type=click.Path(path_type=Path), metavar="FILE", help="A CSV of slugs, a,b a line.")
@click.option("--best", type=click.IntRange(min=1), metavar="N", help="The N pairs that deserve a page most.")
@click.option("--stale", is_flag=True, help="The pairs whose stored drafts the catalog has overtaken.")
@asking_options
@click.option("--note", default="", metavar="TEXT", help="A note to the model, for every pair.")
@click.option("--retry-rejected", is_flag=True, help="Draft rejected pairs of the batch anew.")
@click.option("--retry-failed", is_flag=True, help="Try failed pairs of the batch again.")
@click.option(
    "--reword-rejected",
    type=MODEL_NAME,
    metavar="M",
    help="Another model (house: the house writer) for what was rejected.",
)
@click.option(
    "--provider-batch",
    is_flag=True,
    help="Use the provider's own batch endpoint, at half the price. A --fallback is asked directly, at its full price, for what "
    "the model will not answer there.",
)
@click.option("--dry-run", is_flag=True, help="Print pairs, projected tokens and cost, and ask nothing.")
@click.option(
    "--progress",
    type=click.Choice(["auto", "live", "plain", "json", "none"]),
    default="auto",
    show_default=True,
    help="How to watch it.",
)
@click.option(
    "--log", type=click.Path(path_type=Path), metavar="FILE", help="Append a JSON line an event, without prompts."
)
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print the summary."
)
def batch(
    pairs: Path | None,
    best: int | None,
    stale: bool,
    note: str,
    retry_rejected: bool,
    retry_failed: bool,
    reword_rejected: str | None,
    provider_batch: bool,
    dry_run: bool,
    progress: str,
    log: Path | None,
    format: str,
    **asked: Any,
) -> int:
    """Draft many comparisons, check each, and queue what passed.

    Name the pairs with --pairs, --best or --stale. What is stored already for the same facts, prompt and model is used
    again. Exit status: 0 all accepted, 1 some rejected or stopped at the budget.
    """
    from writer.cli.batch_running import Manner, run_order

    wired, asking = wiring(), Asking.of(asked)
    chosen = _pairs(wired, pairs, best, stale=stale)
    if not chosen:
        say("every stored draft is of today's facts: there is nothing to draft")
        return DONE
    wish = asking.order(wired, note=note, reword=reword_rejected or "", provider_batch=provider_batch)
    if dry_run:
        from writer.cli.dry_run import print_dry_run

        return print_dry_run(wired, asking, wish, chosen, format)
    manner = Manner(_retry(rejected=retry_rejected, failed=retry_failed), progress, log, format)
    return run_order(wired, asking, wish, chosen, manner)


def _retry(*, rejected: bool, failed: bool) -> tuple[UnitStatus, ...]:
    from writer.drafts.batch import UnitStatus

    return (*([UnitStatus.REJECTED] if rejected else []), *([UnitStatus.FAILED] if failed else []))


def _pairs(wired: Wiring, file: Path | None, best: int | None, *, stale: bool) -> list[tuple[str, str]]:
    if [file is not None, best is not None, stale].count(True) != 1:
        raise click.UsageError("expected one of --pairs FILE, --best N, --stale")
    if file is not None:
        from writer.cli.pairs_file import read_pairs

        return read_pairs(file, wired.catalog)
    if best is not None:
        from writer.ranking.best import best_pairs

        found = best_pairs(wired.catalog, best)
        if len(found) < best:
            say(f"--best {best}: the catalog has {count(len(found), 'pair')} of listed models: all of them are taken")
        return found
    from writer.cli.stale_pairs import stale_pairs

    return stale_pairs(wired)

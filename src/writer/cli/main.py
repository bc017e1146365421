"""`writer`: the root command. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from writer.cli.faults import DONE, leave
from writer.cli.lazy import Entry, LazyGroup

COMMANDS = {
    "facts": Entry("writer.cli.facts:facts", "Print the computed facts of two models."),
    "check": Entry("writer.cli.check:check", "Check a text about two models against their facts."),
    "draft": Entry("writer.cli.draft:draft", "Draft one comparison."),
    "brief": Entry("writer.cli.brief:brief", "Print what a language model is sent for a pair."),
    "batch": Entry("writer.cli.batch:batch", "Draft many comparisons."),
    "batches": Entry("writer.cli.batches:batches", "Look at batches, and steer them."),
    "regenerate": Entry("writer.cli.regenerate:regenerate", "Draft a pair anew, whatever is stored."),
    "queue": Entry("writer.cli.queue:queue", "Review drafts: list, show, approve, request changes, decline …"),
    "page": Entry("writer.cli.page:page", "Print the page of a pair."),
    "publish": Entry("writer.cli.publish:publish", "Write the approved pages into a directory."),
    "serve": Entry("writer.cli.serve:serve", "Serve the review desk on this machine."),
    "catalog": Entry("writer.cli.catalog:catalog", "Check, list, import and compare catalogs."),
    "evaluate": Entry("writer.cli.evaluate:evaluate", "Measure the checker on drafts whose faults are known."),
    "stats": Entry("writer.cli.stats:stats", "Compare models and prompts: acceptance, attempts, cost, rules broken."),
}


def _version(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        click.echo(f"writer {version('writer')}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    entries=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
def root() -> None:
    """Comparisons of two language models: facts computed from a catalog, worded by a language model, checked, approved by
    a person, published.

    Exit status: 0 done, 1 findings, 2 cannot, 130 interrupted.
    """


def run(arguments: Sequence[str]) -> int:
    """Run one command line; the exit status, or what a command raised."""
    with root.make_context("writer", list(arguments)) as ctx:
        status = root.invoke(ctx)
    return status if isinstance(status, int) else DONE


def main() -> None:
    """The entry point of `writer`."""
    leave(lambda: run(sys.argv[1:]))


if __name__ == "__main__":
    main()

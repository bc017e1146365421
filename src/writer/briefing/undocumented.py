"""What a reader would look for and nobody documents: said outright, so that nothing is taken for unknown that is left out."""

from __future__ import annotations

from collections.abc import Iterator

from writer.facts.sheet import FactSheet, Side

ASKED_FOR = (
    "price.input",
    "context_window",
    "max_output",
    "released",
    "knowledge_cutoff",
    "open_weights",
    "parameters_total",
    "providers",
)


def undocumented(sheet: FactSheet, side: Side, chosen: frozenset[str]) -> Iterator[str]:
    """Metrics that have no fact on this side: the everyday ones, ``price.cached_input`` where no offer has it, ``scores``
    where there is none at all, and each score that the brief shows of the other model alone, if this one has none on that
    benchmark in any setting."""
    for metric in ASKED_FOR:
        if f"{side}.{metric}" not in sheet.facts:
            yield metric
    if not any(key.startswith(f"{side}.") and key.endswith(".cached_input") for key in sheet.facts):
        yield "price.cached_input"
    if not sheet.model(side).scores:
        yield "scores"
    scored = {score.benchmark for score in sheet.model(side).scores}
    for key in sorted(chosen):
        metric = key.partition(".")[2]
        if key.startswith(f"{side.other}.score.") and metric.removeprefix("score.").partition("@")[0] not in scored:
            yield metric

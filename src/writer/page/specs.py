"""Specs: what the vendors document of each model, with what other sources say against it."""

from __future__ import annotations

from dataclasses import replace

from writer.page.model import Cell, Link, Row, Table
from writer.page.showing import Showing
from writer.page.text import printable

ALWAYS = {
    "vendor": "Vendor",
    "released": "Released",
    "knowledge_cutoff": "Knowledge cutoff",
    "context_window": "Context window",
    "max_output": "Maximum output",
    "parameters_total": "Parameters, total",
    "license": "License",
    "open_weights": "Open weights",
    "inputs": "Inputs",
    "outputs": "Outputs",
}
WHERE_KNOWN = {"status": "Status", "parameters_active": "Parameters, active", "architecture": "Architecture"}
ORDER = (
    "vendor",
    "status",
    "released",
    "knowledge_cutoff",
    "context_window",
    "max_output",
    "parameters_total",
    "parameters_active",
    "architecture",
    "license",
    "open_weights",
    "inputs",
    "outputs",
)
MOST_OTHERS = 4


def specs(showing: Showing) -> Table:
    """The table; a row that nobody documents is left out only where few readers would look for it."""
    rows = [_row(showing, metric) for metric in ORDER if metric in ALWAYS or showing.known(metric)]
    return Table("What is documented of each model", "Spec", showing.names, tuple(rows))


def _row(showing: Showing, metric: str) -> Row:
    cells = tuple(
        _noted(showing, f"{side}.about.provenance.{metric}.conflicts", showing.cell(f"{side}.{metric}"))
        for side in "ab"
    )
    return Row(Link(ALWAYS.get(metric) or WHERE_KNOWN[metric]), cells)


def _noted(showing: Showing, conflicts: str, cell: Cell) -> Cell:
    others = [_grouped(printable(value)) for value in showing.facts.ids(conflicts)]
    if not others:
        return cell
    more = "; and more" if len(others) > MOST_OTHERS else ""
    note = f"sources disagree; others say {'; '.join(others[:MOST_OTHERS])}{more}"
    return replace(cell, note=note, facts=(*cell.facts, conflicts))


def _grouped(value: str) -> str:
    return f"{int(value):,}" if value.isascii() and value.isdigit() else value

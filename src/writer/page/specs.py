"""Specs: what the vendors document of each model, with what other sources say against it."""

from __future__ import annotations

from dataclasses import replace

from writer.facts.reader import SIDES
from writer.facts.sheet import Side
from writer.page.conflicts import note
from writer.page.model import Cell, Link, Row, Table
from writer.page.showing import Showing

ALWAYS = {
    "vendor": "Vendor",
    "released": "Released",
    "knowledge_cutoff": "Knowledge cutoff",
    "context_window": "Context window",
    "max_output": "Maximum output",
    "parameters_total": "Parameters, total",
    "license": "Licence",
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


def specs(showing: Showing) -> Table:
    """The table; a row that nobody documents is left out only where few readers would look for it."""
    rows = [_row(showing, metric) for metric in ORDER if metric in ALWAYS or showing.known(metric)]
    return Table("What is documented of each model", "Spec", showing.names, tuple(rows))


def _row(showing: Showing, metric: str) -> Row:
    cells = tuple(_noted(showing, side, metric) for side in SIDES)
    return Row(Link(ALWAYS.get(metric) or WHERE_KNOWN[metric]), cells)


def _noted(showing: Showing, side: Side, metric: str) -> Cell:
    cell, conflicts = showing.cell(f"{side}.{metric}"), f"{side}.about.provenance.{metric}.conflicts"
    said = note(metric, showing.facts.ids(conflicts), cell.text)
    return replace(cell, note=said, facts=(*cell.facts, conflicts)) if said else cell

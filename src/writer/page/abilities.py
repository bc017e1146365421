"""Capabilities: yes, no and unknown told apart."""

from __future__ import annotations

from writer.facts.sheet import Side
from writer.page.model import Cell, Link, Row, State, Table
from writer.page.showing import UNKNOWN, Showing
from writer.page.text import printable

NOTHING = "Nothing is documented of the capabilities of either model."
LEGEND = "“Not documented” is not a no: the catalog holds neither a yes nor a no from a source."


def capabilities(showing: Showing) -> Table | None:
    """Every capability that is documented of at least one of the two; None where there is none."""
    rows = [
        Row(Link(printable(capability.label)), (has(showing, Side.A, key), has(showing, Side.B, key)))
        for key, capability in showing.sheet.context.capabilities.items()
    ]
    return Table("Documented capabilities", "Capability", showing.names, tuple(rows)) if rows else None


def in_prose(showing: Showing, capability: str) -> str:
    """The capability's label as a sentence bears it: ``function calling``, ``PDF input``."""
    label = printable(showing.sheet.context.capabilities[capability].label)
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def has(showing: Showing, side: Side, capability: str) -> Cell:
    """Whether the model is documented to have it."""
    for words, state, key in (("yes", State.YES, "supported"), ("no", State.NO, "unsupported")):
        if capability in showing.facts.ids(f"{side}.capabilities.{key}"):
            return Cell(words, state, (f"{side}.capabilities.{key}",))
    return Cell(UNKNOWN, State.UNKNOWN)

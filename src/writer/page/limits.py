"""Limits that a seller sets: where the reference offer's differ from the model's, they decide what fits and what it costs."""

from __future__ import annotations

from writer.facts.reader import SIDES
from writer.facts.sheet import Side
from writer.page.showing import Showing
from writer.page.text import printable
from writer.sayings.labels import provider_name

LIMITS = {"context_window": "context window", "max_output": "output limit"}


def differs(showing: Showing, side: Side, limit: str) -> bool:
    """True where the reference offer states another limit than the model has."""
    offered = showing.facts.value(f"{side}.price.{limit}")
    return offered is not None and offered != showing.facts.value(f"{side}.{limit}")


def differing(showing: Showing, limit: str) -> bool:
    """True where this holds of either model."""
    return any(differs(showing, side, limit) for side in SIDES)


def named(showing: Showing, side: Side, limit: str) -> str:
    """``output limit``; where it is the seller's, ``output limit of 5,120 tokens at NanoGPT``."""
    if not differs(showing, side, limit):
        return LIMITS[limit]
    seller = printable(provider_name(showing.sheet, showing.facts.text(f"{side}.price.provider")))
    return f"{LIMITS[limit]} of {showing.shown(f'{side}.price.{limit}')} at {seller}"

"""Limits that a seller sets: what a job fits in is the reference offer, and its limits may be others than the model's."""

from __future__ import annotations

from writer.wording.figures import tokens
from writer.wording.pair import Pair, Party
from writer.wording.slots import Slot, Slots, value

CAPPED = {"context_window": "context window", "max_output": "output"}


def at_seller(pair: Pair, party: Party, metric: str) -> Slots:
    """``seller caps size`` of a limit that the reference offer sets; empty where it is the model's own."""
    size = value(party, f"price.{metric}", tokens)
    if size is None or party.number(f"price.{metric}") == party.number(metric):
        return {}
    seller = party.text("price.provider")
    named = Slot(pair.name("providers", seller), (party.key("price.provider"),)) if seller else None
    return {"seller": named, "caps": CAPPED[metric], "size": size}


def windows_are_the_models(pair: Pair) -> bool:
    """False where a request that fills the window fills a seller's own, not the one that the text tells."""
    return not any(at_seller(pair, party, "context_window") for party in pair.both)

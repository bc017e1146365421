"""Counts of what the text itself holds, which state no quantity (rule 12): "three things matter", "let's take three jobs"."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.index import SIDES
from writer.check.items import Item, Sort
from writer.check.scene import number
from writer.quantities.quantity import Kind

_MOST = 12
_PARTS = frozenset(
    [
        "things",
        "examples",
        "questions",
        "numbers",
        "reasons",
        "ways",
        "tips",
        "steps",
        "caveats",
        "lessons",
        "notes",
        "remarks",
        "takeaways",
        "cases",
        "angles",
        "sections",
        "parts",
        "rules",
        "figures",
        "tags",
        "bills",
        "receipts",
        "invoices",
        "observations",
        "facts",
        "considerations",
        "topics",
        "headings",
        "tables",
    ]
)
_SHOWING = frozenset(("take", "try", "consider", "pick", "price", "imagine", "run", "compare", "are", "at", "with"))
_OPENING = frozenset(("let", "let's", "we", "i", "you", "now", "here", "look", "start", "suppose"))


def pass_asides(items: Sequence[Item], jobs: int) -> None:
    """Note every number that counts the text's own parts, or workloads it goes on to price, ``jobs`` at most."""
    for at, item in enumerate(items):
        quantity = item.quantity
        if quantity is None or quantity.kind is not Kind.NUMBER or not quantity.in_words or quantity.quantifier:
            continue
        if not 1 < number(quantity) <= _MOST or any(each.side in SIDES for each in items[:at]):
            continue
        if any(each.low in _PARTS for each in items[at + 1 : at + 3]) or number(quantity) <= jobs and _shows(items, at):
            item.notes["passed"] = "the text's own"


def _shows(items: Sequence[Item], at: int) -> bool:
    """ "Let's take three.", "Try two jobs": an invitation whose number stands alone or counts workloads."""
    after = items[at + 1] if at + 1 < len(items) else None
    alone = (
        after is None
        or after.sort is Sort.SIGN
        or after.sort is Sort.JOB
        or after.low in ("jobs", "workloads", "tasks")
    )
    if not alone or not at or items[at - 1].low not in _SHOWING:
        return False
    return at == 1 or any(each.low in _OPENING for each in items[: at - 1])

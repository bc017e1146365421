"""The two ends of one model's input prices."""

from __future__ import annotations

from collections.abc import Iterable

from writer.check.bindings import Subject
from writer.check.index import SIDES, Entry
from writer.check.items import Sort
from writer.check.scene import Scene, factor_of, says
from writer.quantities.quantity import GroupKind, Kind


def range_end(scene: Scene, at: int, subject: Subject) -> list[Entry] | None:
    """The ends that "its input ranges from $0.12 to $0.30" can state; None where no such range is told here."""
    quantity = scene.quantity(at)
    items = scene.items
    if (
        quantity.kind is not Kind.MONEY
        or not quantity.group
        or quantity.group_kind not in (GroupKind.RANGE, GroupKind.TO)
    ):
        return None
    before = [item.low for item in items[max(0, at - 12) : at]]
    if not any(low in RANGING for low in before) or any(
        item.sort is Sort.SELLER for item in items[max(0, at - 4) : at + 4]
    ):
        return None
    mates = [
        index for index, item in enumerate(items) if item.quantity is not None and item.quantity.group == quantity.group
    ]
    if len(mates) != len(SIDES) or not any("price.input" in item.metrics for item in items):
        return None
    end = "lowest" if at == mates[0] else "highest"
    sides = (subject.side,) if subject.firm and subject.side in SIDES else SIDES
    found = [scene.index.entry(f"price.input.{end}", side) or scene.index.entry("price.input", side) for side in sides]
    return [entry for entry in found if entry is not None]


RANGING = frozenset(("ranges", "range", "varies", "vary", "runs", "spans", "swings", "moves"))


def judge_end(scene: Scene, at: int, ends: Iterable[Entry]) -> None:
    """Judge the end of a range of prices."""
    quantity = scene.quantity(at)
    true = [entry for entry in ends if says(quantity, "price.input", entry, factor=factor_of(quantity))]
    if true:
        scene.findings.holds(*scene.span(at), "end of the input prices", (true[0].key,))
    else:
        scene.findings.strays(
            *scene.span(at), "wrong-number", "end of the input prices", expected=next((entry.key for entry in ends), "")
        )

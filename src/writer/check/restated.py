""" "Twice the window, for a start: 262,144 tokens rather than 131,072": a share whose two values follow it, in its own order."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.bindings import Metric
from writer.check.index import SIDES
from writer.check.items import Item
from writer.check.pairing import is_value, partner
from writer.check.relations import Form, Relation
from writer.check.scene import Scene, factor_of, says
from writer.quantities.quantity import Kind

_PARTING = frozenset((":", "—", "–", "("))
_CLOSING = frozenset((")", ";", "."))
_REACH = 9
_PAIR = 2


def restated(scene: Scene, at: int, relation: Relation, metric: Metric) -> Relation:
    """The relation with the subject that the values after it give it, where its own words give none."""
    items = scene.items
    if relation.subject in SIDES or relation.form is Form.DIFFERENCE or scene.quantity(at).kind is Kind.PERCENT:
        return relation
    told = _values(items, at)
    if not told or at + 1 >= len(items) or items[at + 1].low not in ("the", "as"):
        return relation
    quantity = scene.quantity(told[0])
    holding = [
        side
        for side in SIDES
        for name in metric.metrics
        for entry in (scene.index.entry(name, side),)
        if entry is not None and says(quantity, name, entry, factor=factor_of(quantity))
    ]
    if len(holding) != 1:
        return relation
    scene.final.add(at)
    form = Form.RATIO if relation.form is Form.SHARE else relation.form
    return Relation(form, relation.sign, holding[0], relation.axis, relation.word, firm=True, told=True)


def _values(items: Sequence[Item], at: int) -> list[int]:
    """The pair of values, or the one value, that a colon, dash or bracket brings after the share; empty where it brings else."""
    begin = next((index for index in range(at + 1, min(at + _REACH, len(items))) if items[index].low in _PARTING), None)
    if begin is None or any(is_value(item) for item in items[at + 1 : begin]):
        return []
    end = next((index for index in range(begin + 1, len(items)) if items[index].low in _CLOSING), len(items))
    found = [index for index in range(begin + 1, end) if items[index].quantity is not None]
    if len(found) == 1:
        return found if is_value(items[found[0]]) else []
    joined = partner(items, found[1]) if len(found) == _PAIR and is_value(items[found[1]]) else None
    return found if joined is not None and joined[0] == found[0] else []

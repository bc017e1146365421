"""Order in time without a number: who preceded, followed, came first; and roles set beside a name ("Kimi, the older model")."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.compared import clause_of
from writer.check.index import SIDES, other
from writer.check.items import Item, Sort
from writer.check.scene import Scene
from writer.check.standing import hangs
from writer.sayings.grammar_words import MODEL_NOUNS

_AFTER = frozenset(("followed", "follows", "succeeded", "succeeds", "postdates"))
_BEFORE = frozenset(("preceded", "precedes", "predates", "predated", "antedates", "antedated"))
_CAME = frozenset(("came", "arrived", "appeared", "launched", "came out", "released", "shipped", "debuted", "landed"))
_PLACES = {"first": -1, "second": +1, "last": +1}
_KNOWING = frozenset(("knowledge", "cutoff", "knowledge cutoff", "knows"))


def judge_order(scene: Scene) -> None:
    """Judge every verb of order, and every role that stands beside the name of a model."""
    items = scene.items
    for at, item in enumerate(items):
        if item.low in _AFTER or item.low in _BEFORE:
            _judge_verb(scene, at, +1 if item.low in _AFTER else -1)
        elif item.low in _CAME and at + 1 < len(items) and items[at + 1].low in _PLACES:
            _judge(scene, at, _subject(items, at), _PLACES[items[at + 1].low])
        elif item.low == "first" and _is_tagged(items, at):
            _judge(scene, at, items[at - 1].side, -1)
        elif item.side in SIDES and item.sort is Sort.WORD:
            _judge_role(scene, at)


def _is_tagged(items: Sequence[Item], at: int) -> bool:
    """ "released within three days of each other, Kimi first": a place in time at the end of the sentence."""
    ended = at + 1 == len(items) or items[at + 1].low in (".", ")", ";")
    tagged = at > 1 and items[at - 1].side in SIDES and items[at - 2].low in (",", "(", "with")
    dated = any("released" in item.metrics or item.low in _CAME for item in items[:at])
    return ended and tagged and dated


def _judge_verb(scene: Scene, at: int, sign: int) -> None:
    """ "A followed B", "A was followed by B"."""
    items = scene.items
    passive = at + 1 < len(items) and items[at + 1].low == "by"
    if passive and (not at or items[at - 1].low not in ("was", "is", "been", "being")):
        return
    thing = next((item.side for item in items[at + 1 + passive : at + 4 + passive] if item.side), "")
    subject = _subject(items, at)
    if thing in SIDES and subject == other(thing):
        _judge(scene, at, subject, -sign if passive else sign)


def _subject(items: Sequence[Item], at: int) -> str:
    start, _ = clause_of(items, at)
    named = [back for back in range(start, at) if items[back].side]
    return items[named[-1]].side if named and not hangs(items, named[-1]) else ""


def _judge(scene: Scene, at: int, side: str, sign: int) -> None:
    start, stop = clause_of(scene.items, at)
    if any(item.low in _KNOWING for item in scene.items[start:stop]) or side not in SIDES:
        return
    newer = scene.index.higher("released")
    if not newer:
        return
    item = scene.items[at]
    if newer == (side if sign > 0 else other(side)):
        scene.findings.holds(
            item.start, item.end, f"{scene.index.name(side)} {item.low}: released", ("pair.released.newer",)
        )
    else:
        scene.findings.strays(
            item.start,
            item.end,
            "false-comparative",
            f"{scene.index.name(side)} {item.low}: released",
            expected="pair.released.newer",
        )


def _judge_role(scene: Scene, at: int) -> None:
    """ "Kimi, the older model,": the role must be the named model's."""
    items = scene.items
    size = 1 + (at + 1 < len(items) and items[at + 1].low in MODEL_NOUNS)
    beside = items[at + size : at + size + 3]
    if (
        [each.sort for each in beside] == [Sort.SIGN, Sort.MODEL, Sort.SIGN]
        and beside[0].low == beside[2].low == ","
        and (beside[1].side == other(item_side := items[at].side))
    ):
        scene.findings.strays(
            items[at].start,
            beside[1].end,
            "false-comparative",
            f"the {items[at].low} one: {scene.index.name(other(item_side))}",
        )
        return
    if at < 3 or items[at - 1].low != "the" or items[at - 2].low not in (",", "("):
        return
    name = items[at - 3]
    after = next((item for item in items[at + 1 : at + 3] if item.sort is Sort.SIGN), None)
    if (
        name.sort is Sort.MODEL
        and name.side in SIDES
        and name.side != items[at].side
        and after is not None
        and after.low in (",", ")", ".")
    ):
        scene.findings.strays(
            items[at].start,
            items[at].end,
            "false-comparative",
            f"{scene.index.name(name.side)}: the {items[at].low} one",
        )

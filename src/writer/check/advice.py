"""Advice by what matters: "if cost matters most, take Step", "for the larger window, choose Kimi" (rule 14)."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.index import SIDES, other
from writer.check.items import Item, Sort
from writer.check.scene import Scene
from writer.sayings.words import Sense

_IFS = frozenset(("if", "where", "when", "for", "whenever", "wherever"))
_CHOICES = frozenset(("choose", "take", "pick", "prefer", "select", "buy"))
_GOING = frozenset(("go",))
_CROWNS = frozenset(("one", "choice", "pick", "answer", "winner", "model"))
_COSTS = frozenset(("cost", "costs", "price", "budget", "bill", "money", "spend", "spending", "prices"))
_WINDOWS = ("context_window", "max_output")
_SHORT = 14


def judge_advice(scene: Scene) -> None:
    """The model that is advised must have what the condition before it asks for."""
    items = scene.items
    begin = 0
    for at, item in enumerate(items):
        if item.low in (";", ".", ":"):
            begin = at + 1
        elif (
            item.low in _CHOICES and at + 2 < len(items) and items[at + 1].side in SIDES and items[at + 2].low == "for"
        ):
            end = next((index for index in range(at + 3, len(items)) if items[index].sort is Sort.SIGN), len(items))
            _judge(scene, range(at + 3, end), items[at + 1].side)
        elif item.low == "," and begin < at and items[begin].low in _IFS and at - begin <= _SHORT:
            side = _advised(items, at + 1)
            if side in SIDES:
                _judge(scene, range(begin + 1, at), side)


def _advised(items: Sequence[Item], at: int) -> str:
    """The model right behind the verb, or crowned: "take A", "go with A", "A is the one"."""
    if at >= len(items):
        return ""
    ahead = items[at : at + 4]
    if ahead[0].low in _CHOICES and len(ahead) > 1:
        return ahead[1].side
    if ahead[0].low in _GOING and len(ahead) > 2:
        return ahead[2].side
    if (
        ahead[0].side
        and len(ahead) > 3
        and ahead[1].low in ("is", "'s")
        and ahead[2].low in ("the", "your")
        and ahead[3].low in _CROWNS
    ):
        return ahead[0].side
    return ""


def _judge(scene: Scene, where: range, side: str) -> None:
    items = scene.items
    inside = [items[at] for at in where]
    if any(
        item.means(Sense.NEGATE) or item.means(Sense.THAN) or item.sort in (Sort.NUMBER, Sort.JOB, Sort.SELLER)
        for item in inside
    ):
        return
    for at in where:
        for metric, better in _asked(scene, at, where):
            if better in SIDES and better != side:
                scene.findings.strays(
                    items[at].start,
                    items[at].end,
                    "false-comparative",
                    f"{scene.index.name(side)} for {items[at].low}: {metric}",
                    expected=f"pair.{metric}" if metric.startswith("scores") else f"pair.{metric}.higher",
                )
                return


def _asked(scene: Scene, at: int, where: range) -> list[tuple[str, str]]:
    """What is asked for at one word, and which model is better at it."""
    item = scene.items[at]
    near = {each.low for each in scene.items[max(where.start, at - 2) : at]}
    if item.low in ("scores", "benchmarks", "score") and not near & {"lower", "worse"}:
        wins = {side: scene.index.value(f"pair.scores.wins.{side}") for side in SIDES}
        if isinstance(wins["a"], int) and isinstance(wins["b"], int) and wins["a"] != wins["b"]:
            return [("scores.wins.a", "a" if wins["a"] > wins["b"] else "b")]
        return []
    if item.low in _COSTS and not any(
        each.means(Sense.METRIC) and each.low not in _COSTS for each in (scene.items[index] for index in where)
    ):
        return (
            [("price.blended", other(scene.index.higher("price.blended")))]
            if not near & {"high", "higher", "no"}
            else []
        )
    if (
        not item.means(Sense.METRIC)
        or len(item.metrics) != 1
        or item.metrics[0] not in _WINDOWS
        or near & {"short", "shorter", "small", "smaller", "lower"}
    ):
        return []
    return [(item.metrics[0], scene.index.higher(item.metrics[0]))]

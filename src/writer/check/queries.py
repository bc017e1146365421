"""Questions that compare, and their answers; labels that stand for one: "Which is cheaper? Opus.", "Window: Kimi" (rule 14)."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.comparands import comparands
from writer.check.compared import clause_of, compared_side
from writer.check.index import SIDES, other
from writer.check.items import Item, Sort
from writer.check.query import Query
from writer.check.scene import Scene
from writer.sayings.words import Sense

_FRAGMENT = 6
_LABELS = {
    "price": ("price.blended", -1),
    "prices": ("price.blended", -1),
    "cost": ("price.blended", -1),
    "window": ("context_window", +1),
    "context": ("context_window", +1),
    "context window": ("context_window", +1),
    "output limit": ("max_output", +1),
    "input price": ("price.input", -1),
    "output price": ("price.output", -1),
}
_FREE = frozenset((Sense.JOIN, Sense.ONLY))


def ask_query(scene: Scene) -> None:
    """Keep what a question compares."""
    items = scene.items
    at = next((index for index, item in enumerate(items) if item.means(Sense.COMPARE) and not item.side), None)
    scene.talk.query = Query()
    if at is None or any(item.means(Sense.NEGATE) or item.sort is Sort.NUMBER for item in items):
        return
    meaning = items[at].meaning
    assert meaning is not None
    start, stop = clause_of(items, at)
    metrics, _ = comparands(scene, at, start, stop, meaning.axis)
    sides = {item.side for item in items if item.side in SIDES}
    side = compared_side(items, at, start, stop) if sides else ""
    if metrics and (side in SIDES or not sides):
        won = meaning.axis == "score" and metrics[0].startswith("price.")
        scene.talk.query = Query(metrics[:1], -meaning.sign if won else meaning.sign, side)


def judge_query(scene: Scene) -> None:
    """Judge an answer to the question before, and a label with a model behind it."""
    query, items = scene.talk.query, scene.items
    scene.talk.query = Query()
    if query.metrics:
        first = items[0].low
        if first in ("yes", "no") and query.side and len(items) > 1 and items[1].sort is Sort.SIGN:
            _judge_yes(scene, query, yes=first == "yes")
        elif not query.side:
            _judge(scene, query, _alone(items))
    begin = 1 if items[0].low in ("-", "*", "•") else 0
    label = items[begin].low if len(items) > begin + 2 and items[begin + 1].low == ":" else ""
    if label in _LABELS:
        metric, sign = _LABELS[label]
        _judge(scene, Query((metric,), sign), _alone(items[begin + 2 :]))
    elif label and items[begin].means(Sense.COMPARE):
        meaning = items[begin].meaning
        assert meaning is not None
        _judge(
            scene,
            Query(comparands(scene, begin, begin, begin + 1, meaning.axis)[0][:1], meaning.sign),
            _alone(items[begin + 2 :]),
        )


def _alone(items: Sequence[Item]) -> str:
    """The one model that a fragment names, where it names nothing else; the fragment ends at its first comma or full stop."""
    end = next((index for index, item in enumerate(items) if item.sort is Sort.SIGN), len(items))
    head = [item for item in items[:end] if item.low not in ("the", "it", "is", "'s", "clearly", "easily")]
    tail = items[end : end + 4]
    if any(item.sort is Sort.NUMBER and not item.side for item in (*head, *tail)):
        return ""
    named = [item for item in head if item.side]
    plain = all(item.side or item.meaning is not None and item.meaning.sense in _FREE for item in head)
    return named[0].side if len(named) == 1 and plain and 0 < len(head) <= _FRAGMENT else ""


def _better(scene: Scene, query: Query) -> str:
    """The model that has what is asked for: a, b, tie; "" where it is unknown."""
    metric = query.metrics[0]
    known = [
        scene.index.higher(each)
        for each in (metric, *(score for score in scene.index.scores if score.partition("@")[0] == metric))
    ]
    higher = next((each for each in known if each), "")
    return higher if query.sign > 0 else other(higher)


def _judge(scene: Scene, query: Query, side: str) -> None:
    if side not in SIDES or not query.metrics:
        return
    better = _better(scene, query)
    if better and better != side:
        _stray(scene, query, side)


def _judge_yes(scene: Scene, query: Query, *, yes: bool) -> None:
    better = _better(scene, query)
    if better and (better == query.side) is not yes:
        _stray(scene, query, query.side)


def _stray(scene: Scene, query: Query, side: str) -> None:
    metric = query.metrics[0]
    first = next((item for item in scene.items if item.side == side), scene.items[0])
    end = (
        "winner" if metric.startswith("score.") else "newer" if metric in ("released", "knowledge_cutoff") else "higher"
    )
    scene.findings.strays(
        first.start,
        first.end,
        "false-win" if metric.startswith("score.") else "false-comparative",
        f"{scene.index.name(side)}: {metric}",
        expected=f"pair.{metric}.{end}",
    )

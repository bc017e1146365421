"""Who takes a benchmark, in verbs that are no comparatives: "Kimi takes it", "SciCode is won by Step", "Opus is beaten on SciCode"."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.compared import clause_of
from writer.check.index import SIDES, other
from writer.check.items import Item, Sort
from writer.check.scene import Scene
from writer.check.standing import hangs
from writer.sayings.words import Sense

_TAKES = frozenset(
    (
        "takes",
        "took",
        "take",
        "wins",
        "won",
        "win",
        "claims",
        "carries",
        "edges",
        "grabs",
        "bags",
        "clinches",
        "pockets",
    )
)
_WON_BY = frozenset(("won", "taken", "claimed", "clinched", "headed", "topped", "led", "edged"))
_BEATEN = frozenset(
    (
        "beaten",
        "outscored",
        "bettered",
        "outdone",
        "outperformed",
        "surpassed",
        "overtaken",
        "bested",
        "outclassed",
        "pipped",
    )
)
_IT = frozenset(("it", "that", "this", "that one", "this one"))
_VERBS = _TAKES | _WON_BY | _BEATEN | {"win", "victory"}


def judge_takes(scene: Scene) -> None:
    """Judge every such verb of a sentence, and note the benchmark it leaves for "it"."""
    if not _VERBS.isdisjoint(scene.words):
        _judge_verbs(scene)
    named = [item.ids for item in scene.of(Sort.BENCHMARK)]
    scene.talk.benchmarks = tuple(dict.fromkeys(each for ids in named for each in ids))


def _judge_verbs(scene: Scene) -> None:
    items = scene.items
    for at, item in enumerate(items):
        if item.low not in _VERBS or any(each.means(Sense.NEGATE) for each in items[max(0, at - 3) : at]):
            continue
        by = at + 1 < len(items) and items[at + 1].low == "by"
        if by and item.low in _WON_BY:
            _judge(scene, at, _agent(items, at), _scores(scene, range(clause_of(items, at)[0], at)))
        elif item.low in _BEATEN and by:
            _judge(scene, at, _agent(items, at), _scores(scene, range(*clause_of(items, at))))
        elif (
            item.low in ("win", "victory")
            and at + 2 < len(items)
            and items[at + 1].low in ("for", "to")
            and items[at + 2].side
        ):
            _judge(
                scene, at, items[at + 2].side, _scores(scene, range(*clause_of(items, at))) or _only_shared(scene, at)
            )
        elif (
            item.low in ("win", "victory")
            and at + 2 < len(items)
            and items[at + 1].low in ("is", "comes")
            and _owner(items, at)
        ):
            _judge(scene, at, _owner(items, at), _scores(scene, range(at, min(len(items), at + 5))))
        elif item.low in _TAKES:
            _judge(scene, at, _subject(items, at), _taken(scene, at))


def _owner(items: Sequence[Item], at: int) -> str:
    """ "Opus's one win"."""
    return next(
        (
            items[back - 1].side
            for back in range(at - 1, max(at - 4, 0), -1)
            if items[back].sort is Sort.OWNER and items[back - 1].side in SIDES
        ),
        "",
    )


def _only_shared(scene: Scene, at: int) -> list[str]:
    """ "the benchmark they share": where it is one."""
    words = {item.low for item in scene.items[:at]}
    shared = [metric for metric in scene.index.scores if scene.index.higher(metric)]
    return (
        shared
        if len(shared) == 1
        and words & {"share", "shared"}
        and not any(item.sort is Sort.BENCHMARK for item in scene.items)
        else []
    )


def _agent(items: Sequence[Item], at: int) -> str:
    return next((item.side for item in items[at + 2 : at + 5] if item.side), "")


def _subject(items: Sequence[Item], at: int) -> str:
    start, _ = clause_of(items, at)
    named = [back for back in range(start, at) if items[back].side]
    return items[named[-1]].side if named and at - named[-1] <= 3 and not hangs(items, named[-1]) else ""


def _taken(scene: Scene, at: int) -> list[str]:
    """The one benchmark right behind the verb, or the one that "it" stands for."""
    items = scene.items
    ahead = next(
        (index for index in range(at + 1, len(items)) if items[index].low not in ("the", "on", "narrowly", "easily")),
        at,
    )
    if items[ahead].sort is Sort.BENCHMARK:
        return _scores(scene, range(ahead, ahead + 1))
    if (
        items[ahead].low not in _IT
        or ahead + 1 < len(items)
        and items[ahead + 1].sort is not Sort.SIGN
        and not items[ahead + 1].means(Sense.JOIN)
    ):
        return []
    before = _scores(scene, range(at))
    if before or any(item.sort is Sort.BENCHMARK for item in items[:at]):
        return before
    return [
        metric
        for metric in scene.index.scores
        if len(scene.talk.benchmarks) == 1 and _base(metric) == scene.talk.benchmarks[0].partition("@")[0]
    ]


def _scores(scene: Scene, where: range) -> list[str]:
    """The scores of the one benchmark that stands there."""
    named = {
        item.ids[0].partition("@")[0]
        for item in (scene.items[at] for at in where)
        if item.sort is Sort.BENCHMARK and len(item.ids) == 1
    }
    if len(named) != 1:
        return []
    return [metric for metric in scene.index.scores if _base(metric) in named]


def _base(metric: str) -> str:
    return metric.removeprefix("score.").partition("@")[0]


def _judge(scene: Scene, at: int, side: str, metrics: Sequence[str]) -> None:
    winners = [scene.index.higher(metric) for metric in metrics]
    if side not in SIDES or not metrics or side in winners:
        return
    item = scene.items[at]
    scene.findings.strays(
        item.start,
        item.end,
        "false-win",
        f"{scene.index.name(side)} {item.low}: {metrics[0]}",
        expected=f"pair.{metrics[0]}.winner" if other(side) in winners else "",
        detail="" if any(winners) else "the two models share no score on it",
    )

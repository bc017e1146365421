"""What "favours" a model: a workload, a limit, a benchmark that goes to it."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.index import SIDES, other
from writer.check.items import Item, Sort
from writer.check.scene import Scene
from writer.sayings.words import Sense

_FAVOURS = frozenset(
    ("favours", "favour", "favors", "favor", "suits", "suit", "goes", "go", "belongs", "belong", "tips")
)
_DEARER_IS_WORSE = ("price.", "workload.", "context_fill")


def judge_favours(scene: Scene) -> None:
    """Judge "all three workloads favour Gemma", "SWE-Bench Pro goes to GPT-5.2", "the window favours Kimi"."""
    if _FAVOURS.isdisjoint(scene.words):
        return
    items = scene.items
    for at, item in enumerate(items):
        if item.low in ("favour", "favor") and _is_in_favour(items, at):
            _judge_told(scene, at)
            continue
        if item.low not in _FAVOURS or any(each.means(Sense.NEGATE) for each in items[max(0, at - 3) : at + 3]):
            continue
        side = _object(items, at)
        metrics = _subjects(scene, at)
        decided = [(metric, scene.index.higher(metric)) for metric in metrics]
        decided = [
            (metric, better if not metric.startswith(_DEARER_IS_WORSE) else other(better))
            for metric, better in decided
            if better
        ]
        if side not in SIDES or not decided:
            continue
        wrong = next((metric for metric, better in decided if better != side), None)
        scored = all(metric.startswith("score.") for metric, _ in decided)
        if wrong is not None and not (scored and any(better == side for _, better in decided)):
            scene.findings.strays(
                item.start,
                items[min(at + 2, len(items) - 1)].end,
                "false-win" if wrong.startswith("score.") else "false-comparative",
                f"{wrong} {item.low} {scene.index.name(side)}",
                expected=f"pair.{wrong}.{'winner' if wrong.startswith('score.') else 'higher'}",
            )


def _object(items: Sequence[Item], at: int) -> str:
    """The model right behind the verb; after "goes" and "belongs" behind "to"."""
    ahead = items[at + 1 : at + 4]
    if items[at].low == "tips":
        toward = next(
            (
                index
                for index in range(at + 1, min(at + 6, len(items) - 1))
                if items[index].low in ("toward", "towards", "to")
            ),
            None,
        )
        return items[toward + 1].side if toward is not None else ""
    if items[at].low in ("goes", "go", "belongs", "belong"):
        if not ahead or ahead[0].low != "to":
            return ""
        ahead = ahead[1:]
    return next((item.side for item in ahead[:2] if item.side), "")


def _subjects(scene: Scene, at: int) -> list[str]:
    """The metrics that stand right before the verb, up to the clause's start."""
    found: list[str] = []
    for back in range(at - 1, max(at - 8, -1), -1):
        item = scene.items[back]
        if item.low == "," and back == at - 1:
            continue
        if item.sort is Sort.SIGN or item.means(Sense.TURN):
            break
        if item.low in ("workloads", "jobs", "workload") and any(
            each.low == "all" or each.quantity is not None for each in scene.items[max(0, back - 3) : back]
        ):
            found += scene.index.jobs
        elif item.low in ("line", "lines") and any(
            each.low in ("every", "each", "all") for each in scene.items[max(0, back - 3) : back]
        ):
            found += ("price.input", "price.output")
        elif item.sort is Sort.BENCHMARK and len(item.ids) == 1:
            found += [
                metric
                for metric in scene.index.scores
                if item.ids[0] in (metric.removeprefix("score."), metric.removeprefix("score.").partition("@")[0])
            ]
        elif item.sort is Sort.JOB:
            found += item.ids
        elif (
            item.means(Sense.METRIC)
            and len(item.metrics) == 1
            and item.metrics[0].startswith(("context_window", "max_output", "price."))
        ):
            found += item.metrics
    scores = [metric for metric in found if metric.startswith("score.")]
    return scores or found


def _is_in_favour(items: Sequence[Item], at: int) -> bool:
    """ "$10 versus $21, in Kimi's favour"."""
    return at > 2 and items[at - 1].sort is Sort.OWNER and items[at - 2].side in SIDES and items[at - 3].low == "in"


def _judge_told(scene: Scene, at: int) -> None:
    """What is in a model's favour is what the values right before it tell, where they tell one thing."""
    bound = [metric for index, metric in sorted(scene.metrics.items()) if index < at]
    if not bound or len(bound[-1].metrics) != 1 or bound[-1].metrics[0] in ("released", "knowledge_cutoff"):
        return
    metric, side = bound[-1].metrics[0], scene.items[at - 2].side
    more = scene.index.higher(metric)
    better = other(more) if metric.startswith(_DEARER_IS_WORSE) else more
    if better in SIDES and better != side:
        scene.findings.strays(
            *scene.span(at),
            "false-win" if metric.startswith("score.") else "false-comparative",
            f"{metric} in favour of {scene.index.name(side)}",
            expected=f"pair.{metric}.{'winner' if metric.startswith('score.') else 'higher'}",
        )

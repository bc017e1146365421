"""Comparatives and winners without a number: cheaper, roomier, newer, ahead (rules 14 and 16)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from writer.check.comparands import comparands, gapped_metrics
from writer.check.compared import clause_of, compared_side
from writer.check.index import SIDES, other
from writer.check.items import Sort
from writer.check.scene import Scene
from writer.check.unmeasured import is_unmeasured
from writer.check.winners import judge_wins
from writer.sayings.intensity import FAR, MUCH, SLIGHT
from writer.sayings.words import Sense

_LINES = ("price.input", "price.output", "price.cached_input")


@dataclass(frozen=True, slots=True)
class Frame:
    """A comparative and what its clause says: ``sign`` +1 where ``side`` is said to have more of ``metrics``."""

    at: int
    side: str
    sign: int
    metrics: tuple[str, ...]
    strict: bool  # False where a negation leaves room for a tie ("no cheaper than")
    named: bool  # whether the clause names the metric itself


def judge_comparatives(scene: Scene) -> None:
    """Judge every comparative that no number belongs to."""
    if Sense.COMPARE not in scene.senses:
        return
    items = scene.items
    for at, item in enumerate(items):
        if not item.means(Sense.COMPARE) or item.side or not is_unmeasured(items, at):
            continue
        frame = _frame(scene, at)
        if frame is not None:
            _judge(scene, frame)
            _judge_gapped(scene, frame)
        elif item.meaning is not None and (item.meaning.axis == "score" or item.low == "higher"):
            judge_wins(scene, at, item.meaning.sign)


def _judge_gapped(scene: Scene, frame: Frame) -> None:
    """ "A is cheaper on input, B on output": the same word, said of the other model in a clause without one of its own."""
    items = scene.items
    meaning = items[frame.at].meaning
    axis = meaning.axis if meaning is not None else ""
    begin = next(
        (
            index + 1
            for index in range(frame.at + 1, len(items))
            if items[index].low in (",", ";")
            or items[index].means(Sense.JOIN)
            and not (index + 1 < len(items) and items[index + 1].sort is Sort.BENCHMARK)
        ),
        len(items),
    )
    while begin < len(items) and (items[begin].means(Sense.JOIN) or items[begin].means(Sense.TURN)):
        begin += 1
    end = next((index for index in range(begin, len(items)) if items[index].sort is Sort.SIGN), len(items))
    piece = range(begin, end)
    sides = [items[index].side for index in piece if items[index].side]
    metrics = [metric for index in piece for metric in gapped_metrics(items, index, axis)]
    plain = not any(
        items[index].sort is Sort.NUMBER or items[index].means(Sense.COMPARE) or items[index].means(Sense.NEGATE)
        for index in piece
    )
    if (
        plain
        and len(piece) <= _SHORT
        and len(sides) == 1
        and sides[0] == other(frame.side)
        and len(metrics) == 1
        and frame.metrics != (metrics[0],)
    ):
        _judge(scene, Frame(frame.at, sides[0], frame.sign, (metrics[0],), frame.strict, named=True))


_SHORT = 6


def _frame(scene: Scene, at: int) -> Frame | None:
    items = scene.items
    start, stop = clause_of(items, at)
    meaning = items[at].meaning
    assert meaning is not None
    side = compared_side(items, at, start, stop)
    if side not in SIDES:
        return None
    axis = "time" if items[at].low in ("further", "farther") else meaning.axis
    metrics, named = comparands(scene, at, start, stop, axis)
    if meaning.axis == "price" and any(item.sort is Sort.SELLER and not item.side for item in items):
        return None
    if not metrics:
        return None
    negated = any(
        items[back].means(Sense.NEGATE) and items[back].low in ("not", "n't", "no", "never", "nor")
        for back in range(max(start, at - 3), at)
    ) or any(items[back].low == "nor" for back in range(start, at))
    sign = -meaning.sign if negated else meaning.sign
    won = meaning.axis == "score" and metrics[0].startswith("price.")  # who wins on price has the lower one
    return Frame(at, side, -sign if won else sign, metrics, not negated, named)


def _decided(scene: Scene, frame: Frame, axis: str, metrics: tuple[str, ...]) -> list[tuple[str, str]]:
    """What the comparative can be about, each with the side that has more of it; a score without its setting is any of them."""
    decided = [(metric, scene.index.higher(metric)) for metric in metrics or frame.metrics]
    if axis == "score" and len(decided) == 1 and not decided[0][1]:
        decided = [
            (each, scene.index.higher(each)) for each in scene.index.scores if each.partition("@")[0] == decided[0][0]
        ] or decided
    if axis == "fresh" and not frame.named:
        return [(metric, scene.index.higher(metric)) for metric in ("knowledge_cutoff", "released")]
    return decided


def _true(frame: Frame, axis: str, known: list[tuple[str, str]], wanted: str, *, throughout: bool) -> list[str]:
    """Those of which the comparative holds; none where it is said of all of them and fails of one."""
    true = [metric for metric, higher in known if higher == wanted or (not frame.strict and higher == "tie")]
    bases = {metric.partition("@")[0] for metric, _ in known}
    told = {metric.partition("@")[0] for metric in true}
    of_all = throughout or (len(frame.metrics) > 1 and axis == "price" and frame.named)
    if (of_all and len(true) < len(known)) or (axis == "score" and len(bases) > 1 and bases - told):
        return []
    return true


def _judge(scene: Scene, frame: Frame) -> None:
    item = scene.items[frame.at]
    axis = item.meaning.axis if item.meaning else ""
    metrics = _scope(scene, frame.at) if axis == "price" else ()
    known = [(metric, higher) for metric, higher in _decided(scene, frame, axis, metrics) if higher]
    if not known:
        if axis == "score" or frame.metrics[0].startswith("score."):
            scene.findings.strays(
                item.start,
                item.end,
                "false-win",
                f"{scene.index.name(frame.side)} {item.low}",
                detail="the two models share no score on it",
            )
        return
    wanted = frame.side if frame.sign > 0 else other(frame.side)
    true = _true(frame, axis, known, wanted, throughout=bool(metrics))
    if true and (len(true) == len(known) or axis in ("fresh", "price", "any") or frame.named):
        if axis == "price" and not frame.named and _is_mixed(scene, wanted):
            scene.findings.strays(
                item.start,
                item.end,
                "mixed-comparative",
                f"{scene.index.name(frame.side)} {item.low}",
                expected="pair.price.blended.higher",
                detail="not on every price line",
            )
            return
        _judge_intensity(scene, frame, true[0])
        scene.findings.holds(
            item.start, item.end, f"{scene.index.name(frame.side)} {item.low}: {true[0]}", (_key(true[0]),)
        )
        return
    rule = "false-win" if axis == "score" else "false-comparative"
    scene.findings.strays(
        item.start,
        item.end,
        rule,
        f"{scene.index.name(frame.side)} {item.low}: {known[0][0]}",
        expected=_key(known[0][0]),
    )


def _scope(scene: Scene, at: int) -> tuple[str, ...]:
    """ "in all three cases", "on every line": where a comparative is said to hold throughout."""
    ahead = scene.items[at + 1 : at + 6]
    if not any(
        item.low in ("every", "each")
        or item.low.startswith("all ")
        or item.quantity is not None
        and item.quantity.quantifier in ("all", "every", "each")
        for item in ahead
    ):
        return ()
    words = {item.low for item in ahead}
    if words & {"cases", "case", "jobs", "job", "workloads", "workload", "tasks"}:
        return scene.index.jobs
    return (
        ("price.input", "price.output")
        if words & {"line", "lines", "price line", "price lines", "count", "counts"}
        else ()
    )


def _key(metric: str) -> str:
    if metric.startswith("score."):
        return f"pair.{metric}.winner"
    return f"pair.{metric}.newer" if metric in ("released", "knowledge_cutoff") else f"pair.{metric}.higher"


def _is_mixed(scene: Scene, dearer: str) -> bool:
    """A price line points the other way, and nothing in the sentence or after it says on which line."""
    lines = [scene.index.higher(metric) for metric in (*_LINES, *scene.index.jobs)]
    if other(dearer) not in lines:
        return False
    words = {item.low for item in scene.items}
    hedged = words & _HEDGES or any(item.metrics or item.sort in (Sort.JOB, Sort.PASSED) for item in scene.items)
    return not hedged and not scene.talk.hedged


_HEDGES = frozenset(
    (
        "but",
        "though",
        "overall",
        "mostly",
        "usually",
        "most",
        "except",
        "although",
        "list",
        "blend",
        "line",
        "average",
        "depends",
        "whole",
        "generally",
        "not",
        "largely",
        "yet",
        "however",
        "balance",
        "broadly",
        "here",
        "price",
    )
)


def _judge_intensity(scene: Scene, frame: Frame, metric: str) -> None:
    before = [item.low for item in scene.items[max(0, frame.at - 4) : frame.at]]
    after = " ".join(item.low for item in scene.items[frame.at + 1 : frame.at + 4])
    numbers = scene.index.numbers.get(metric, {})
    if len(numbers) < len(SIDES):
        return
    low, high = sorted(entry.value for entry in numbers.values())
    text = " ".join(before)
    slight = any(text.endswith(phrase) for phrase in SLIGHT) or after.startswith(
        ("by a whisker", "by a hair", "by a nose")
    )
    rest = " ".join(item.low for item in scene.items[frame.at + 1 : frame.at + 16])
    far = (
        any(text.endswith(phrase) for phrase in FAR)
        or "by a mile" in rest
        or "by a long way" in rest
        or after.startswith("by far")
    )
    much = text.endswith(MUCH)
    scored = metric.startswith("score.")  # far and much are of scores no matter of ratios
    if low > 0 and (
        (slight and high / low > Fraction(13, 10))
        or not scored
        and (far and high / low < Fraction(3, 2) or much and high / low < Fraction(11, 10))
    ):
        item = scene.items[frame.at]
        scene.findings.strays(
            item.start,
            item.end,
            "false-intensity",
            f"{text.split()[-1]} {item.low}: {metric}",
            expected=f"pair.{metric}.ratio",
        )

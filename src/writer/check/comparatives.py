"""Comparatives and winners without a number: cheaper, roomier, newer, ahead (rules 14 and 16)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from writer.check.index import SIDES, other
from writer.check.items import BOTH, Item, Sort
from writer.check.measures import metrics_at
from writer.check.pairing import is_value
from writer.check.scene import Scene
from writer.check.standing import hangs
from writer.sayings.intensity import FAR, SLIGHT
from writer.sayings.words import Sense

_HARD = frozenset((";", ":", "?", "!", "—", "–", "(", ")"))
_LINES = ("price.input", "price.output", "price.cached_input")
_NEVER = frozenset(("up", "over", "off", "down", "again", "before", "after", "short of", "least", "most", "adds", "below", "above", "under",
                    "cut", "cuts", "later", "earlier", "save", "saves", "saving", "savings", "discount", "premium", "expensive", "cheap",
                    "dear", "win", "lead", "edge", "advantage", "extra", "further", "additional", "cheaply", "minus", "rise", "drop",
                    "increase", "excess", "lowest", "highest", "dearest", "cheapest", "most expensive", "least expensive", "priciest", "costliest", "decrease", "reduction", "markup", "surcharge", "on top", "followed", "costly", "pricey"))


@dataclass(frozen=True, slots=True)
class Frame:
    """A comparative and what its clause says: ``sign`` +1 where ``side`` is said to have more of ``metrics``."""

    at: int
    side: str
    sign: int
    metrics: tuple[str, ...]
    strict: bool                       # False where a negation leaves room for a tie ("no cheaper than")
    named: bool                        # whether the clause names the metric itself


def judge_comparatives(scene: Scene) -> None:
    """Judge every comparative that no number belongs to."""
    items = scene.items
    for at, item in enumerate(items):
        if not item.means(Sense.COMPARE) or item.side or _is_measured(items, at):
            continue
        if item.low in _NEVER and not _is_in_time(items, at):
            continue
        frame = _frame(scene, at)
        if frame is not None:
            _judge(scene, frame)
        elif item.meaning is not None and item.meaning.axis == "score":
            _judge_wins(scene, at, item.meaning.sign)


def _is_in_time(items: Sequence[Item], at: int) -> bool:
    """ "came out after Opus", "the later knowledge cutoff"."""
    item = items[at]
    if item.low in ("after", "before"):
        return at + 1 < len(items) and items[at + 1].side in SIDES and any(
            "released" in each.metrics for each in items[max(0, at - 4) : at]) and not any(
            each.sort is Sort.NUMBER for each in items[max(0, at - 5) : at + 3])
    return item.low in ("later", "earlier") and at + 1 < len(items) and bool(
        {"released", "knowledge_cutoff"} & set(items[at + 1].metrics))


def _is_measured(items: Sequence[Item], at: int) -> bool:
    """A number belongs to it: "20% cheaper", "ahead by 0.4 points", "larger by half"."""
    near = [*items[max(0, at - 3) : at], *items[at + 1 : at + 4]]
    if items[at].low in ("more", "less", "higher", "lower", "fewer"):
        near = [*items[max(0, at - 5) : at], *items[at + 1 : at + 6]]
    return any(item.sort is Sort.NUMBER and item.quantity is not None and not item.quantity.quantifier and not is_value(item)
               or item.low == "by" and index > at for index, item in enumerate(near))


def _frame(scene: Scene, at: int) -> Frame | None:
    items = scene.items
    start, stop = clause_of(items, at)
    meaning = items[at].meaning
    assert meaning is not None
    side = _subject(items, at, start, stop)
    if side not in SIDES:
        return None
    metrics, named = _metrics(scene, at, start, stop, meaning.axis)
    if meaning.axis == "price" and any(item.sort is Sort.SELLER and not item.side for item in items):
        return None
    if not metrics:
        return None
    negated = any(items[back].means(Sense.NEGATE) and items[back].low in ("not", "n't", "no", "never", "nor") for back in
                  range(max(start, at - 3), at)) or any(items[back].low == "nor" for back in range(start, at))
    return Frame(at, side, -meaning.sign if negated else meaning.sign, metrics, not negated, named)


def clause_of(items: Sequence[Item], at: int) -> tuple[int, int]:
    """The clause that the word at ``at`` stands in: first index and end."""
    start = next((back + 1 for back in range(at - 1, -1, -1) if _parts(items, back)), 0)
    stop = next((ahead for ahead in range(at + 1, len(items)) if _parts(items, ahead)), len(items))
    return start, stop


def _parts(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if item.low in _HARD or item.means(Sense.TURN) and item.low not in ("which", "who", "if"):
        return True
    return item.low == "," and at + 1 < len(items) and (items[at + 1].means(Sense.JOIN) or items[at + 1].means(Sense.TURN))


def _subject(items: Sequence[Item], at: int, start: int, stop: int) -> str:
    """Of whom: the object after "than" tells the other; else the subject before; "the cheaper of the two is Opus"."""
    if items[at].low in ("after", "before"):
        return other(items[at + 1].side)
    than = next((ahead for ahead in range(at + 1, min(stop, at + 8)) if items[ahead].means(Sense.THAN)), None)
    if than is not None:
        thing = next((items[ahead].side for ahead in range(than + 1, min(stop, than + 5)) if items[ahead].side in SIDES), "")
        if thing:
            return other(thing)
    if at + 2 < len(items) and items[at - 1].low == "the" and items[at + 1].low in ("of",):
        before = [items[back].side for back in range(at - 1, -1, -1) if items[back].side]
        if before and before[0] in SIDES:
            return before[0]
    mentions = [back for back in range(start, at) if items[back].side and not items[back].taken]
    explicit = [back for back in mentions if items[back].side in SIDES and (
        not hangs(items, back) or items[back - 1].low == "with" and at - back <= 4)]
    turned = [back for back in range(start, at) if items[back].low in ("which", "where", "who", "that")]
    if turned and any(back > turned[-1] for back in explicit):
        explicit = [back for back in explicit if back > turned[-1]]
    if explicit and items[explicit[-1] - 1].low == "with":
        return items[explicit[-1]].side
    if any(items[back].side == BOTH and not hangs(items, back) for back in mentions):
        return ""
    if len({items[back].side for back in explicit}) == 1 and not any(is_value(items[back]) for back in range(explicit[-1], at)):
        return items[explicit[-1]].side
    return ""


def _metrics(scene: Scene, at: int, start: int, stop: int, axis: str) -> tuple[tuple[str, ...], bool]:
    """What is compared: the metric named in the clause, else the axis's own."""
    items = scene.items
    named: tuple[str, ...] = ()
    for index in (*range(at + 1, min(stop, at + 6)), *range(at - 1, start - 1, -1)):
        found = metrics_at(items, index, lambda metric: _fits(metric, axis))
        if found and (not items[index].means(Sense.ACT) or index in (at - 1, at - 2)):
            named = found
            if items[index].means(Sense.ACT) and axis != "price":
                named = tuple(each for each in found if each in ("context_window", "max_output"))
            break
    if axis == "any" and (at + 1 < len(items) and items[at + 1].low in ("score", "scores", "result", "results")
                          or at and items[at - 1].low in ("scores", "score", "scored", "scoring")):
        axis, start = "score", 0
    if axis == "score":
        benchmarks = [index for index in range(start, stop) if items[index].sort is Sort.BENCHMARK]
        names = [f"score.{items[index].ids[0]}" for index in benchmarks if len(items[index].ids) == 1]
        found = tuple(each for name in names for each in scene.index.scores if name in (each, each.partition("@")[0]))
        if not names and items[at].low not in ("ahead", "leads", "in front", "behind", "trails"):
            return (), False
        if not names:
            return _sized(items, at, start), True
        shared = tuple(each for each in found if scene.index.higher(each))
        return shared or found or tuple(names), True
    if {"price.output", "max_output"} <= set(named) and axis == "any":
        costs = any(item.low in _COSTS for item in items[start:stop])
        return (("price.output",) if costs else ()), True
    if named:
        return named[:1] if len(named) == 1 or axis == "price" else _one(named, axis), True
    default = {"price": "price.blended", "size": "context_window", "time": "released"}.get(axis)
    after = items[at + 1].low if at + 1 < len(items) else ""
    if axis == "length" and after in ("answers", "answer", "replies", "reply", "responses", "outputs", "completions", "generations", "output"):
        return ("max_output",), True
    if axis == "size" and _is_vague(items, at, start, stop):
        return (), False
    return ((default,) if default else ()), False


_COSTS = frozenset(("cost", "costs", "charges", "charge", "asks", "ask", "price", "priced", "pay", "bills", "costing"))


def _sized(items: Sequence[Item], at: int, start: int) -> tuple[str, ...]:
    """ "a million tokens of context, with DeepSeek ahead": ahead in what is measured before."""
    for back in range(at - 1, -1, -1):
        if items[back].means(Sense.METRIC) and items[back].metrics[0] in ("context_window", "max_output"):
            return items[back].metrics[:1]
        if items[back].low in (";", ":", "."):
            break
    return ()


def _one(named: tuple[str, ...], axis: str) -> tuple[str, ...]:
    if axis == "length":
        return ("max_output",) if "max_output" in named else ()
    return () if len(named) > 1 else named


def _is_vague(items: Sequence[Item], at: int, start: int, stop: int) -> bool:
    """ "the bigger picture", "a larger bill": a size that is no window's."""
    after = items[at + 1] if at + 1 < stop else None
    return after is not None and after.sort is Sort.WORD and after.low not in ("than", "one", "of", "in", "on", "for", "too", "model", ".")


def _fits(metric: str, axis: str) -> bool:
    match axis:
        case "price":
            return metric.startswith(("price.", "workload.", "context_fill")) and not metric.startswith("price.list")
        case "size":
            return metric in ("context_window", "max_output", "parameters_total", "parameters_active")
        case "length":
            return metric in ("max_output", "context_window")
        case "time":
            return metric in ("released", "knowledge_cutoff")
        case "fresh":
            return metric in ("released", "knowledge_cutoff")
        case "any":
            return metric.startswith(("price.", "workload.", "context_fill")) or metric in (
                "context_window", "max_output", "providers.count", "capabilities.count", "parameters_total", "parameters_active")
        case _:
            return False


def _judge(scene: Scene, frame: Frame) -> None:
    item = scene.items[frame.at]
    axis = item.meaning.axis if item.meaning else ""
    metrics = _scope(scene, frame.at) if axis == "price" else ()
    decided = [(metric, scene.index.higher(metric)) for metric in metrics or frame.metrics]
    if axis == "fresh" and not frame.named:
        decided = [(metric, scene.index.higher(metric)) for metric in ("knowledge_cutoff", "released")]
    known = [(metric, higher) for metric, higher in decided if higher]
    if not known:
        if axis == "score" or frame.metrics[0].startswith("score."):
            scene.findings.strays(item.start, item.end, "false-win", f"{scene.index.name(frame.side)} {item.low}",
                                  detail="the two models share no score on it")
        return
    wanted = frame.side if frame.sign > 0 else other(frame.side)
    true = [metric for metric, higher in known if higher == wanted or (not frame.strict and higher == "tie")]
    if true and (len(true) == len(known) or axis in ("fresh", "price", "any") or frame.named):
        if axis == "price" and not frame.named and _is_mixed(scene, wanted):
            scene.findings.strays(item.start, item.end, "mixed-comparative", f"{scene.index.name(frame.side)} {item.low}",
                                  expected="pair.price.blended.higher", detail="not on every price line")
            return
        _judge_intensity(scene, frame, true[0])
        scene.findings.holds(item.start, item.end, f"{scene.index.name(frame.side)} {item.low}: {true[0]}", (_key(true[0]),))
        return
    rule = "false-win" if axis == "score" else "false-comparative"
    scene.findings.strays(item.start, item.end, rule, f"{scene.index.name(frame.side)} {item.low}: {known[0][0]}",
                          expected=_key(known[0][0]))


def _scope(scene: Scene, at: int) -> tuple[str, ...]:
    """ "in all three cases", "on every line": where a comparative is said to hold throughout."""
    ahead = scene.items[at + 1 : at + 6]
    if not any(item.low in ("every", "each") or item.quantity is not None and item.quantity.quantifier in ("all", "every", "each")
               for item in ahead):
        return ()
    words = {item.low for item in ahead}
    if words & {"cases", "case", "jobs", "job", "workloads", "workload", "tasks"}:
        return scene.index.jobs
    return ("price.input", "price.output") if words & {"line", "lines", "price line", "price lines", "count", "counts"} else ()


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


_HEDGES = frozenset(("but", "though", "overall", "mostly", "usually", "most", "except", "although", "list", "blend", "line", "average",
                     "depends", "whole", "generally", "not", "largely", "yet", "however", "balance", "broadly", "here", "price"))


def _judge_intensity(scene: Scene, frame: Frame, metric: str) -> None:
    before = [item.low for item in scene.items[max(0, frame.at - 4) : frame.at]]
    after = " ".join(item.low for item in scene.items[frame.at + 1 : frame.at + 4])
    numbers = scene.index.numbers.get(metric, {})
    if len(numbers) < 2 or metric.startswith("score."):
        return
    low, high = sorted(entry.value for entry in numbers.values())
    text = " ".join(before)
    slight = any(text.endswith(phrase) for phrase in SLIGHT)
    rest = " ".join(item.low for item in scene.items[frame.at + 1 : frame.at + 16])
    far = any(text.endswith(phrase) for phrase in FAR) or "by a mile" in rest or "by a long way" in rest or after.startswith("by far")
    if low > 0 and ((slight and high / low > Fraction(13, 10)) or (far and high / low < Fraction(3, 2))):
        item = scene.items[frame.at]
        scene.findings.strays(item.start, item.end, "false-intensity", f"{text.split()[-1]} {item.low}: {metric}",
                              expected=f"pair.{metric}.ratio")


_ALL = frozenset(("every", "all", "both", "each", "lot", "clean"))
_SOLE = frozenset(("only", "sole", "single", "one", "lone"))
_BETTER = frozenset(("better", "stronger", "worse", "weaker"))
_TESTS = frozenset(("benchmark", "benchmarks", "test", "tests", "eval", "evals", "evaluation", "evaluations"))


def _judge_wins(scene: Scene, at: int, sign: int) -> None:
    """ "wins every shared benchmark", "wins the only shared benchmark": counts that are told in words."""
    items = scene.items
    start, stop = clause_of(items, at)
    side = _subject(items, at, start, stop)
    ahead = items[at + 1 : min(stop, at + 8)]
    if side not in SIDES or not any(item.low in _TESTS for item in ahead) or any(
            item.quantity is not None and not item.quantity.quantifier for item in ahead):
        return
    winner = side if sign > 0 else other(side)
    shared, wins = scene.index.value("pair.scores.shared.count"), scene.index.value(f"pair.scores.wins.{winner}")
    words = {word for item in ahead for word in item.low.split()}
    if not isinstance(shared, int) or not isinstance(wins, int):
        return
    plain = not words & (_SOLE | _ALL | {"most", "some", "half", "several", "more", "many"}) and items[at].low in _BETTER
    wrong = (plain and "benchmarks" in words and wins != shared) or (words & _SOLE and (shared != 1 or wins != 1)) or (words & _ALL and (wins != shared or not shared)) or (
        "most" in words and wins * 2 <= shared)
    if wrong:
        scene.findings.strays(items[at].start, items[at].end, "false-win", f"{scene.index.name(side)} {items[at].low}",
                              expected=f"pair.scores.wins.{winner}")

"""Counts: of providers, capabilities, shared benchmarks and wins."""

from __future__ import annotations

from fractions import Fraction

from writer.check.after import right_of
from writer.check.bindings import Subject
from writer.check.counting import benchmark_counts, fact_count, kind_of, listed_model, side_counts
from writer.check.index import SIDES
from writer.check.items import Sort
from writer.check.pairing import is_value, partner
from writer.check.scene import Scene, number, stated
from writer.check.subjects import subject_of
from writer.quantities.quantity import GroupKind, Kind, Modifier
from writer.sayings.count_words import COUNTED
from writer.sayings.tolerance import states
from writer.sayings.words import Sense

_SMALL = 60


def counted(scene: Scene, at: int) -> str:
    """What the number at ``at`` counts: providers, capabilities, benchmarks, wins …; "" where it counts nothing."""
    quantity = scene.quantity(at)
    if (
        quantity.kind is not Kind.NUMBER
        or quantity.suffix
        or not isinstance(quantity.value, (int, type(number(quantity))))
    ):
        return ""
    if quantity.in_words and number(quantity) == 1 and _is_idiom(scene, at):
        return ""
    if number(quantity) <= _SMALL and quantity.noun != "token" and listed_model(scene, at):
        return "providers"  # "four houses sell MiMo", "27 list GPT-5.1"
    if quantity.noun and COUNTED.get(quantity.noun) != "models":
        return COUNTED.get(quantity.noun, "")
    if quantity.noun and number(quantity) <= 2:
        return "models"
    if right_of(scene.items, at, lambda name: name.startswith("score."))[0] and quantity.group_kind is not GroupKind.OF:
        return ""
    if (
        not quantity.noun
        and any(
            COUNTED.get(item.low.rstrip("s")) == "models" and item.sort is Sort.WORD
            for item in scene.items[at + 1 : at + 5]
        )
        and number(quantity) == 2
    ):
        return "models"
    of_group = _noun_of_mate(scene, at) if quantity.group_kind is GroupKind.OF else ""
    if of_group:
        return of_group
    value = number(quantity)
    if value.denominator != 1 or value > _SMALL or quantity.step not in (0, 1):
        return ""
    return _counted_around(scene, at)


def _noun_of_mate(scene: Scene, at: int) -> str:
    """ "three of five providers": what the other number of its group counts."""
    quantity = scene.quantity(at)
    mate = next(
        (
            item.quantity
            for item in scene.items
            if item.quantity is not None and item is not scene.items[at] and item.quantity.group == quantity.group
        ),
        None,
    )
    if mate is not None and mate.noun in COUNTED:
        return COUNTED[mate.noun]
    return ""


def _counted_around(scene: Scene, at: int) -> str:
    """What the nearest counting noun says is counted, else a noun of the sentence that no metric parts from it."""
    near = _noun_near(scene, at)
    if near:
        return near if near != "no" else ""
    for back in sorted(scene.nouns, reverse=True):
        between = scene.items[min(back, at) : max(back, at)]
        if not any(
            item.means(Sense.METRIC) and not item.metrics[0].endswith(".count") or item.sort is Sort.BENCHMARK
            for item in between
        ):
            return scene.nouns[back]
    return ""


def _noun_near(scene: Scene, at: int) -> str:
    """The nearest counting noun: after the number, else before it in the clause, else capabilities that are listed there."""
    items = scene.items
    for ahead in range(at + 1, min(at + 6, len(items))):
        item = items[ahead]
        kind = kind_of(item)
        if kind:
            return kind
        if item.low == "(" and ahead + 1 < len(items) and items[ahead + 1].sort is Sort.ABILITY:
            return "capabilities"
        if item.low == "(" and ahead + 1 < len(items) and items[ahead + 1].sort is Sort.SELLER:
            return "providers"
        if (
            item.sort in (Sort.BENCHMARK, Sort.SIGN)
            or is_value(item)
            or item.means(Sense.TURN)
            or item.means(Sense.PAIR)
        ):
            break
    listed = sold = False
    for back in range(at - 1, -1, -1):
        item = items[back]
        kind = kind_of(item)
        if item.low in ("scores", "scored", "score") and back and (items[back - 1].side or back == at - 1):
            return "no"
        if kind and kind not in ("ties", "wins"):
            return kind
        listed = listed or item.sort is Sort.ABILITY
        if (
            item.sort is Sort.BENCHMARK
            or item.means(Sense.METRIC)
            and item.metrics[0] in _SIZES
            or (is_value(item) and back not in scene.nouns and item.quantity and item.quantity.noun not in COUNTED)
        ):
            return "no"
        if item.low in (";", "(", ")"):
            break
        sold = sold or item.sort is Sort.SELLER
    return "capabilities" if listed else "providers" if sold else ""


_SIZES = ("context_window", "max_output", "price.output")


def judge_count(scene: Scene, at: int, kind: str, subject: Subject) -> bool:
    """Judge the count at ``at``; False where nothing of the facts is counted by it."""
    quantity = scene.quantity(at)
    start, end = scene.span(at)
    value = number(quantity)
    if kind == "models":
        return value <= 2
    match kind:
        case "anything":
            allowed = {
                key: count
                for each in ("providers", "capabilities")
                for key, count in side_counts(scene, at, each, subject)
            }
            allowed.update(benchmark_counts(scene, at, subject))
        case "providers" | "capabilities":
            allowed = dict(side_counts(scene, at, kind, subject))
        case "benchmarks" | "wins" | "ties":
            allowed = dict(benchmark_counts(scene, at, subject))
        case _:
            return False
    if kind in ("benchmarks", "anything", "wins") and _one_each(scene, at):
        allowed = {f"pair.scores.wins.{side}": fact_count(scene, f"pair.scores.wins.{side}") for side in SIDES}
        allowed = allowed if len(set(allowed.values())) == 1 else dict.fromkeys(allowed, -1)
    said = stated(quantity)
    keys = [
        key
        for key, count in allowed.items()
        if count >= 0 and (count == value if quantity.modifier in _PLAIN else states(said, Fraction(count)))
    ]
    if quantity.sign < 0:
        keys = []
    if not keys and quantity.in_words and value == 1 and not quantity.noun and not _one_each(scene, at):
        return True
    if keys:
        scene.findings.holds(start, end, f"count of {kind}", tuple(keys[:1]))
        return True
    scene.findings.strays(start, end, "wrong-count", f"count of {kind}", expected=next(iter(allowed), ""))
    return True


_PLAIN = frozenset((Modifier.NONE, Modifier.EXACT, Modifier.UP_TO, Modifier.FROM))


def _is_idiom(scene: Scene, at: int) -> bool:
    """ "the argument is one of cost"."""
    after = [item.low for item in scene.items[at + 1 : at + 3]]
    return after[:1] == ["of"] and after[1:2] != ["the"] and after[1:2] != ["its"]


def _one_each(scene: Scene, at: int) -> bool:
    """ "they take one each"."""
    items = scene.items
    after = items[at + 1].low if at + 1 < len(items) else ""
    return after in ("each", "apiece") and any(
        item.low in ("take", "takes", "win", "wins", "won") for item in items[max(0, at - 3) : at]
    )


def joined(scene: Scene, at: int) -> bool:
    """Whether the number is the second of a pair."""
    return partner(scene.items, at) is not None


def judge_quantifier(scene: Scene, at: int) -> None:
    """ "all five benchmarks", "the sole shared benchmark": quantifiers that count."""
    quantity = scene.quantity(at)
    value = number(quantity)
    if quantity.quantifier == "all" and value > 1:
        kind = counted(scene, at)
        if kind in ("providers", "capabilities", "benchmarks", "wins"):
            subject = subject_of(scene.items, at, scene.talk, scene.subjects, scene.hooks)
            judge_count(scene, at, kind, subject)
        elif kind == "jobs" and value > len(scene.index.jobs):
            scene.findings.strays(*scene.span(at), "wrong-workload", "count of workloads")
    elif quantity.quantifier in ("sole", "single", "only") and counted(scene, at) == "benchmarks":
        near = {item.low for item in scene.items[max(0, at - 3) : at + 7]}
        shared = scene.index.value("pair.scores.shared.count")
        if near & {"share", "shared", "in common", "common"} and shared != 1:
            scene.findings.strays(
                *scene.span(at), "wrong-count", "count of shared benchmarks", expected="pair.scores.shared.count"
            )

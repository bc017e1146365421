"""Winners and counts of wins that are told in words: "wins every shared benchmark" (rule 14)."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.compared import clause_of, compared_side
from writer.check.index import SIDES, other
from writer.check.items import Item, Sort
from writer.check.scene import Scene

_ALL = frozenset(("every", "all", "both", "each", "lot", "clean"))
_SOLE = frozenset(("only", "sole", "single", "one", "lone"))
_NONE = frozenset(("no", "none"))
_BETTER = frozenset(("better", "stronger", "worse", "weaker"))
_CODING = frozenset(("coding", "coder", "code", "programmer", "at coding"))
_EXCEPTING = frozenset(("but", "except", "bar", "save"))
_DIFFERING = frozenset(("differ", "differs"))
_TESTS = frozenset(("benchmark", "benchmarks", "test", "tests", "eval", "evals", "evaluation", "evaluations"))
_MARKS = frozenset(("benchmarks", "tests", "evals", "evaluations", "scores", "results", "marks", "benchmark scores"))
_AHEAD = frozenset(
    ("ahead", "on top", "in front", "comes out ahead", "comes out on top", "pulls ahead", "behind", "higher")
)
_SOME = frozenset(("most", "some", "half", "several", "more", "many", "few", "other", "two", "three", "one"))


def judge_wins(scene: Scene, at: int, sign: int) -> None:
    """ "wins every shared benchmark", "wins the only shared benchmark": counts that are told in words."""
    items = scene.items
    start, stop = clause_of(items, at)
    side = compared_side(items, at, start, stop)
    ahead = items[at + 1 : min(stop, at + 8)]
    coding = items[at].low in _BETTER and any(item.low in _CODING for item in ahead[:2])
    excepted = stop < len(items) and items[stop].low in _EXCEPTING
    if (
        side not in SIDES
        or excepted
        or not (coding or any(item.low in _TESTS for item in ahead) or _is_of_marks(items, at, start, stop))
        or any(item.quantity is not None and not item.quantity.quantifier for item in ahead)
    ):
        return
    winner = side if sign > 0 else other(side)
    shared, wins = scene.index.value("pair.scores.shared.count"), scene.index.value(f"pair.scores.wins.{winner}")
    words = {word for item in ahead for word in item.low.split()}
    if not isinstance(shared, int) or not isinstance(wins, int):
        return
    if any(item.low in _DIFFERING for item in items[stop : stop + 6]):  # "… where the two differ"
        ties = scene.index.value("pair.scores.ties.count")
        shared -= ties if isinstance(ties, int) else 0
    if items[at].low == "sweeps" or coding and not words & {"most", "mostly"}:
        words.add("all")
    plain = not words & (_SOLE | _ALL | _SOME | _NONE) and _is_of_marks(items, at, start, stop)
    wrong = (
        (plain and (wins != shared or not shared))
        or (words & _SOLE and (shared != 1 or wins != 1))
        or (words & _ALL and (wins != shared or not shared))
        or ("most" in words and wins * 2 <= shared)
        or (words & _NONE and wins != 0)
    )
    if wrong:
        scene.findings.strays(
            items[at].start,
            items[at].end,
            "false-win",
            f"{scene.index.name(side)} {items[at].low}",
            expected=f"pair.scores.wins.{winner}",
        )


def _is_of_marks(items: Sequence[Item], at: int, start: int, stop: int) -> bool:
    """ "the better scores", "stronger results", "on the benchmarks it comes out ahead": of all marks at once."""
    low = items[at].low
    if low not in _BETTER | _AHEAD or any(item.sort is Sort.BENCHMARK for item in items[start:stop]):
        return False
    ahead = next((item.low for item in items[at + 1 : stop] if item.low not in ("benchmark", "test", "shared")), "")
    if low in _BETTER | {"higher"} and ahead in _MARKS:
        return True
    return any(
        item.low in _MARKS
        and any(near.low in ("on", "in", "at", "across") for near in items[max(0, index - 3) : index])
        for index, item in enumerate(items[start:stop], start)
    )

"""Counts: of providers, capabilities, shared benchmarks and wins."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from writer.check.index import SIDES, other
from writer.check.items import BOTH, OPEN, Item, Sort
from writer.check.metrics import right_of
from writer.check.pairing import is_value, partner
from writer.check.scene import Scene, number, stated
from writer.check.subjects import Subject
from writer.quantities.quantity import GroupKind, Kind, Modifier
from writer.sayings.count_words import COUNTED
from writer.sayings.tolerance import states
from writer.sayings.words import Sense

_SMALL = 60
_SHARED = frozenset(("share", "shared", "shares", "common", "in common", "both", "overlap", "overlaps", "carry", "mutual", "two",
                     "stock", "between", "head", "sells", "each", "of", "they", "meet", "either", "them", "also", "joint"))


def counted(scene: Scene, at: int) -> str:
    """What the number at ``at`` counts: providers, capabilities, benchmarks, wins …; "" where it counts nothing."""
    quantity = scene.quantity(at)
    if quantity.kind is not Kind.NUMBER or quantity.suffix or not isinstance(quantity.value, (int, type(number(quantity)))):
        return ""
    if quantity.in_words and number(quantity) == 1 and _is_idiom(scene, at):
        return ""
    if quantity.noun and COUNTED.get(quantity.noun) != "models":
        return COUNTED.get(quantity.noun, "")
    if quantity.noun and number(quantity) <= 2:
        return "models"
    if right_of(scene.items, at, lambda name: name.startswith("score."))[0] and quantity.group_kind is not GroupKind.OF:
        return ""
    if quantity.in_words and number(quantity) == 1 and _is_idiom(scene, at):
        return ""
    if not quantity.noun and any(COUNTED.get(item.low.rstrip("s")) == "models" and item.sort is Sort.WORD
                                 for item in scene.items[at + 1 : at + 5]) and number(quantity) == 2:
        return "models"
    if quantity.group_kind is GroupKind.OF:
        mate = next((item.quantity for item in scene.items if item.quantity is not None and item is not scene.items[at]
                     and item.quantity.group == quantity.group), None)
        if mate is not None and mate.noun in COUNTED:
            return COUNTED[mate.noun]
    value = number(quantity)
    if value.denominator != 1 or value > _SMALL or quantity.step not in (0, 1):
        return ""
    near = _noun_near(scene, at)
    if near:
        return near if near != "no" else ""
    for back in sorted(scene.nouns, reverse=True):
        between = scene.items[min(back, at) : max(back, at)]
        if not any(item.means(Sense.METRIC) and not item.metrics[0].endswith(".count") or item.sort is Sort.BENCHMARK for item in between):
            return scene.nouns[back]
    return ""


def _noun_near(scene: Scene, at: int) -> str:
    """The nearest counting noun: after the number, else before it in the clause, else capabilities that are listed there."""
    items = scene.items
    for ahead in range(at + 1, min(at + 6, len(items))):
        item = items[ahead]
        kind = _kind_of(item)
        if kind:
            return kind
        if item.low == "(" and ahead + 1 < len(items) and items[ahead + 1].sort is Sort.ABILITY:
            return "capabilities"
        if item.low == "(" and ahead + 1 < len(items) and items[ahead + 1].sort is Sort.SELLER:
            return "providers"
        if item.sort in (Sort.BENCHMARK, Sort.SIGN) or is_value(item) or item.means(Sense.TURN) or item.means(Sense.PAIR):
            break
    listed = sold = False
    for back in range(at - 1, -1, -1):
        item = items[back]
        kind = _kind_of(item)
        if item.low in ("scores", "scored", "score") and back and (items[back - 1].side or back == at - 1):
            return "no"
        if kind and kind not in ("ties", "wins"):
            return kind
        listed = listed or item.sort is Sort.ABILITY
        if item.sort is Sort.BENCHMARK or item.means(Sense.METRIC) and item.metrics[0] in _SIZES or (
                is_value(item) and back not in scene.nouns and item.quantity and item.quantity.noun not in COUNTED):
            return "no"
        if item.low in (";", "(", ")"):
            break
        sold = sold or item.sort is Sort.SELLER
    return "capabilities" if listed else "providers" if sold else ""


_SIZES = ("context_window", "max_output", "price.output")


def _kind_of(item: Item) -> str:
    if item.sort is not Sort.WORD:
        return ""
    last = item.low.split()[-1]
    noun = last[:-3] + "y" if last.endswith("ies") else last.removesuffix("s")
    kind = COUNTED.get(noun, "") or COUNTED.get(item.low.split()[0], "")
    return kind if kind in ("providers", "capabilities", "benchmarks", "wins", "ties") else ""


def judge_count(scene: Scene, at: int, kind: str, subject: Subject) -> bool:
    """Judge the count at ``at``; False where nothing of the facts is counted by it."""
    quantity = scene.quantity(at)
    start, end = scene.span(at)
    value = number(quantity)
    if kind == "models":
        return value <= 2
    match kind:
        case "anything":
            allowed = {key: count for each in ("providers", "capabilities") for key, count in _side_counts(scene, at, each, subject)}
            allowed.update(_benchmark_counts(scene, at, subject))
        case "providers" | "capabilities":
            allowed = dict(_side_counts(scene, at, kind, subject))
        case "benchmarks" | "wins" | "ties":
            allowed = dict(_benchmark_counts(scene, at, subject))
        case _:
            return False
    if kind in ("benchmarks", "anything", "wins") and _one_each(scene, at):
        allowed = {f"pair.scores.wins.{side}": _count(scene, f"pair.scores.wins.{side}") for side in SIDES}
        allowed = allowed if len(set(allowed.values())) == 1 else dict.fromkeys(allowed, -1)
    said = stated(quantity)
    keys = [key for key, count in allowed.items() if count >= 0 and (count == value if quantity.modifier in _PLAIN else
                                                                     states(said, Fraction(count)))]
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
    return after in ("each", "apiece") and any(item.low in ("take", "takes", "win", "wins", "won") for item in items[max(0, at - 3) : at])


def _count(scene: Scene, key: str) -> int:
    value = scene.index.value(key)
    return value if isinstance(value, int) else -1


def _says_shared(scene: Scene, at: int) -> bool:
    items = scene.items
    for index in range(max(0, at - 8), min(len(items), at + 9)):
        item = items[index]
        if item.low in _SHARED and index != at and item.low not in ("of", "two"):
            return True
        if item.means(Sense.SAME) or (item.quantity is not None and item.quantity.quantifier in ("both", "each", "either")):
            return True
    return False


def _listed(scene: Scene, at: int) -> str:
    """ "27 list GPT-5.1": the model that the counted sellers list; "" where none follows."""
    items = scene.items
    for ahead in range(at + 1, min(at + 4, len(items) - 1)):
        if items[ahead].low in _LISTING:
            return items[ahead + 1].side if items[ahead + 1].side in SIDES else ""
    return ""


_LISTING = frozenset(("list", "lists", "sell", "sells", "carry", "carries", "offer", "offers", "host", "hosts", "serve", "serves", "stock"))


def _side_counts(scene: Scene, at: int, kind: str, subject: Subject) -> Iterable[tuple[str, int]]:
    listed = _listed(scene, at)
    if listed:
        subject = Subject(listed, firm=True, how="listed")
    sides = SIDES if subject.side in (OPEN, BOTH) or not subject.firm else (subject.side,)
    own = [(f"{side}.{kind}.count", _count(scene, f"{side}.{kind}.count")) for side in sides if side in SIDES]
    if subject.side == BOTH and subject.firm and len({count for _, count in own}) > 1:
        own = []
    yield from own
    words = [item.low for item in scene.items[max(0, at - 4) : at + 5]]
    if any(word in ("more", "fewer", "extra", "additional", "less") for word in words):
        yield f"pair.{kind}.count.difference", _count(scene, f"pair.{kind}.count.difference")
    if _says_shared(scene, at):
        yield f"pair.{kind}.shared.count", _count(scene, f"pair.{kind}.shared.count")
    if any(item.means(Sense.ONLY) or item.low in ("adds", "adding", "exclusives", "missing", "lacks") for item in scene.items):
        for side in SIDES:
            members = scene.index.value(f"pair.{kind}.only_{side}")
            if isinstance(members, tuple):
                yield f"pair.{kind}.only_{side}", len(members)
    if kind == "capabilities":
        return
    if subject.side in SIDES and _among_other(scene, at):
        yield f"{other(subject.side)}.{kind}.count", _count(scene, f"{other(subject.side)}.{kind}.count")


def _among_other(scene: Scene, at: int) -> bool:
    return scene.quantity(at).group_kind is GroupKind.OF


def _benchmark_counts(scene: Scene, at: int, subject: Subject) -> Iterable[tuple[str, int]]:
    wins = {side: (f"pair.scores.wins.{side}", _count(scene, f"pair.scores.wins.{side}")) for side in SIDES}
    shared = ("pair.scores.shared.count", _count(scene, "pair.scores.shared.count"))
    first_of = scene.quantity(at).group_kind in (GroupKind.OF, GroupKind.DASH, GroupKind.TO)
    if _is_whole(scene, at) or not first_of:
        yield shared
    if any(item.low in ("tie", "ties", "draw", "draws", "level", "tied") for item in scene.items):
        yield "pair.scores.ties.count", _count(scene, "pair.scores.ties.count")
    winner = _winner_near(scene, at, subject)
    if winner and subject.firm:
        yield wins[winner]
    else:
        yield from wins.values()
        yield "pair.scores.ties.count", _count(scene, "pair.scores.ties.count")
    scored = scene.quantity(at).noun in ("score", "result")
    if scored and subject.side == BOTH:
        own = {sum(scene.index.entry(metric, side) is not None for metric in scene.index.scores) for side in SIDES}
        yield from ((f"{side}.scores", count) for side in SIDES for count in own if len(own) == 1)
    if scored and not subject.firm:
        for side in SIDES:
            yield f"{side}.scores", sum(scene.index.entry(metric, side) is not None for metric in scene.index.scores)
    if subject.side in SIDES and scored:
        yield f"{subject.side}.scores", sum(scene.index.entry(metric, subject.side) is not None for metric in scene.index.scores)
        yield f"pair.scores.only_{subject.side}", len(_members(scene, f"pair.scores.only_{subject.side}"))


def _members(scene: Scene, key: str) -> tuple[str, ...]:
    value = scene.index.value(key)
    return value if isinstance(value, tuple) else ()


def _is_whole(scene: Scene, at: int) -> bool:
    """The second of "3 of the 4"."""
    quantity = scene.quantity(at)
    if quantity.group_kind is not GroupKind.OF:
        return False
    earlier = [item for item in scene.items[:at] if item.quantity is not None and item.quantity.group == quantity.group]
    return bool(earlier)


def _winner_near(scene: Scene, at: int, subject: Subject) -> str:
    """Whose wins are counted: the subject's, where a word of winning stands before the count."""
    if subject.side not in SIDES or _is_whole(scene, at):
        return ""
    items = scene.items
    for index in range(max(0, at - 6), at):
        item = items[index]
        if item.meaning is not None and item.meaning.axis == "score" and item.meaning.sign:
            beaten = index and items[index - 1].side in SIDES and items[index + 1].side == other(items[index - 1].side)
            side = items[index - 1].side if beaten else subject.side
            return side if item.meaning.sign > 0 else other(side)
        if item.low in ("takes", "take", "took"):
            return subject.side
    return ""


def joined(scene: Scene, at: int) -> bool:
    """Whether the number is the second of a pair."""
    return partner(scene.items, at) is not None

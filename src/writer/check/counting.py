"""How many there are, by the facts: providers, capabilities, shared benchmarks, wins."""

from __future__ import annotations

from collections.abc import Iterable

from writer.check.bindings import Subject
from writer.check.index import SIDES, other
from writer.check.items import BOTH, OPEN, Item, Sort
from writer.check.scene import Scene
from writer.quantities.quantity import GroupKind
from writer.sayings.count_words import COUNTED
from writer.sayings.words import Sense

_SHARED = frozenset(
    (
        "share",
        "shared",
        "shares",
        "common",
        "in common",
        "both",
        "overlap",
        "overlaps",
        "carry",
        "mutual",
        "two",
        "stock",
        "between",
        "head",
        "sells",
        "each",
        "of",
        "they",
        "meet",
        "either",
        "them",
        "also",
        "joint",
    )
)


def fact_count(scene: Scene, key: str) -> int:
    """The count of a fact; -1 where it is unknown."""
    value = scene.index.value(key)
    return value if isinstance(value, int) else -1


def says_shared(scene: Scene, at: int) -> bool:
    """Whether words near the number say that both have what it counts."""
    near = range(max(0, at - 8), min(len(scene.items), at + 9))
    return any(tells_shared(scene.items[index]) and (index != at or _quantified(scene.items[at])) for index in near)


def tells_shared(item: Item) -> bool:
    """Whether the word says that both have something."""
    return item.low in _SHARED and item.low not in ("of", "two") or item.means(Sense.SAME) or _quantified(item)


def _quantified(item: Item) -> bool:
    return item.quantity is not None and item.quantity.quantifier in ("both", "each", "either")


def listed_model(scene: Scene, at: int) -> str:
    """ "27 list GPT-5.1": the model that the counted sellers list; "" where none follows."""
    items = scene.items
    if at and items[at - 1].sort is Sort.OWNER:
        return ""  # "four of Sonnet's five providers also sell Opus"
    for ahead in range(at + 1, min(at + 4, len(items) - 1)):
        if items[ahead].low in LISTING:
            return items[ahead + 1].side if items[ahead + 1].side in SIDES else ""
    return ""


LISTING = frozenset(
    (
        "list",
        "lists",
        "sell",
        "sells",
        "carry",
        "carries",
        "offer",
        "offers",
        "host",
        "hosts",
        "serve",
        "serves",
        "stock",
    )
)
SOLD = frozenset(  # "… is sold by three"
    ("sold", "available", "stocked", "listed", "carried", "offered", "hosted", "served", "bought")
)


def kind_of(item: Item) -> str:
    """What the word counts: providers, capabilities, benchmarks, wins or ties; "" where it counts none of these."""
    if item.sort is not Sort.WORD:
        return ""
    last = item.low.split()[-1]
    noun = last[:-3] + "y" if last.endswith("ies") else last.removesuffix("s")
    kind = COUNTED.get(noun, "") or COUNTED.get(item.low.split()[0], "")
    return kind if kind in ("providers", "capabilities", "benchmarks", "wins", "ties") else ""


def side_counts(scene: Scene, at: int, kind: str, subject: Subject) -> Iterable[tuple[str, int]]:
    """What a count of providers or capabilities may be: key and number."""
    listed = listed_model(scene, at)
    if listed:
        subject = Subject(listed, firm=True, how="listed")
    sides = SIDES if subject.side in (OPEN, BOTH) or not subject.firm else (subject.side,)
    own = [(f"{side}.{kind}.count", fact_count(scene, f"{side}.{kind}.count")) for side in sides if side in SIDES]
    if subject.side == BOTH and subject.firm and len({count for _, count in own}) > 1:
        own = []
    yield from own
    words = [item.low for item in scene.items[max(0, at - 4) : at + 5]]
    if any(word in ("more", "fewer", "extra", "additional", "less") for word in words):
        yield f"pair.{kind}.count.difference", fact_count(scene, f"pair.{kind}.count.difference")
    if says_shared(scene, at):
        yield f"pair.{kind}.shared.count", fact_count(scene, f"pair.{kind}.shared.count")
    if any(
        item.means(Sense.ONLY) or item.low in ("adds", "adding", "exclusives", "missing", "lacks")
        for item in scene.items
    ):
        for side in SIDES:
            members = scene.index.value(f"pair.{kind}.only_{side}")
            if isinstance(members, tuple):
                yield f"pair.{kind}.only_{side}", len(members)
    if kind == "capabilities":
        return
    if subject.side in SIDES and _among_other(scene, at):
        yield f"{other(subject.side)}.{kind}.count", fact_count(scene, f"{other(subject.side)}.{kind}.count")


def _among_other(scene: Scene, at: int) -> bool:
    return scene.quantity(at).group_kind is GroupKind.OF


def benchmark_counts(scene: Scene, at: int, subject: Subject) -> Iterable[tuple[str, int]]:
    """What a count of benchmarks, wins or ties may be: key and number."""
    wins = {side: (f"pair.scores.wins.{side}", fact_count(scene, f"pair.scores.wins.{side}")) for side in SIDES}
    shared = ("pair.scores.shared.count", fact_count(scene, "pair.scores.shared.count"))
    first_of = scene.quantity(at).group_kind in (GroupKind.OF, GroupKind.DASH, GroupKind.TO)
    if _is_whole(scene, at) or not first_of:
        yield shared
    if any(item.low in ("tie", "ties", "draw", "draws", "level", "tied") for item in scene.items):
        yield "pair.scores.ties.count", fact_count(scene, "pair.scores.ties.count")
    winner = _winner_near(scene, at, subject)
    if winner and subject.firm:
        yield wins[winner]
    else:
        yield from wins.values()
        yield "pair.scores.ties.count", fact_count(scene, "pair.scores.ties.count")
    scored = scene.quantity(at).noun in ("score", "result")
    if scored and subject.side == BOTH:
        own = {sum(scene.index.entry(metric, side) is not None for metric in scene.index.scores) for side in SIDES}
        yield from ((f"{side}.scores", count) for side in SIDES for count in own if len(own) == 1)
    if scored and not subject.firm:
        for side in SIDES:
            yield f"{side}.scores", sum(scene.index.entry(metric, side) is not None for metric in scene.index.scores)
    if subject.side in SIDES and scored:
        yield (
            f"{subject.side}.scores",
            sum(scene.index.entry(metric, subject.side) is not None for metric in scene.index.scores),
        )
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

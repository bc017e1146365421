"""A bare number that was read as a wrong count, or as no count, is read once more: as another count."""

from __future__ import annotations

from collections.abc import Iterator

from writer.check.borrowed import borrowed_value
from writer.check.counting import LISTING, SOLD, fact_count, kind_of, tells_shared
from writer.check.index import SIDES
from writer.check.items import Item, Sort
from writer.check.open_sides import open_sides, own_words
from writer.check.scene import Scene, number
from writer.quantities.quantity import GroupKind, Kind, Modifier
from writer.sayings.count_words import COUNTED
from writer.sayings.words import Sense

_REST = frozenset(("other", "others", "remaining", "further", "rest", "elsewhere"))
_MORE = frozenset(("further", "more", "other", "others", "additional", "extra", "lacks", "alone", "only"))
_PLAIN = frozenset((Modifier.NONE, Modifier.FROM))  # "available from two" bounds nothing
_SPANNED = frozenset(("of", "the", "same", "those", "these", "all"))


def licensed_count(scene: Scene, at: int) -> tuple[str, ...]:
    """The keys of the facts that the bare number states or counts, none where it states none."""
    quantity = scene.quantity(at)
    if quantity.kind is not Kind.NUMBER or quantity.suffix or quantity.sign < 0 or number(quantity) <= 0:
        return ()
    if quantity.modifier in _PLAIN and number(quantity).denominator == 1:
        keys = next((keys for keys, count in _counts(scene, at) if count == number(quantity)), ())
        if keys:
            return keys
    borrowed = "" if quantity.noun else borrowed_value(scene, at)
    return (borrowed,) if borrowed else ()


def _counts(scene: Scene, at: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every count that the number's noun can be of: the keys that hold it, or that it counts, and the number."""
    whole = _is_whole(scene, at)
    winner = _first_named(scene, at)
    if winner:
        yield (f"pair.scores.wins.{winner}",), fact_count(scene, f"pair.scores.wins.{winner}")
    if not whole and (
        scene.quantity(at).group_kind is GroupKind.OF or any(tells_shared(item) for item in own_words(scene, at))
    ):
        return
    kinds, near = _kinds(scene, at), [item.low for item in scene.items[max(0, at - 2) : at + 3]]
    for side in SIDES if whole else _sides(scene, at):
        for kind in ("providers", "capabilities"):
            count = scene.index.value(f"{side}.{kind}.count") if kind in kinds else None
            if isinstance(count, int):
                yield (f"{side}.{kind}.count",), count
                yield (f"{side}.{kind}.count",), count - any(low in _REST for low in near)
        scores = [metric for metric in scene.index.scores if side in scene.index.numbers[metric]]
        if "benchmarks" in kinds and scores and not any(_is_won(item) for item in scene.items):
            yield tuple(f"{side}.{metric}" for metric in scores), len(scores)
            alone = scene.index.value(f"pair.scores.only_{side}")
            if isinstance(alone, tuple) and any(item.low in _MORE for item in scene.items):
                yield (f"pair.scores.only_{side}",), len(alone)


def _is_won(item: Item) -> bool:
    """Whether the word says who is ahead: how many are won is not how many there are."""
    return (
        item.low in _WINNING or item.means(Sense.COMPARE) and item.meaning is not None and item.meaning.axis == "score"
    )


def _kinds(scene: Scene, at: int) -> set[str]:
    """What can be counted: what the number's own noun says, else whatever the sentence speaks of."""
    noun = scene.quantity(at).noun
    if noun in COUNTED:
        return {"capabilities" if noun == "thing" else COUNTED[noun]}
    sold = any(item.low in LISTING | SOLD for item in scene.items)
    return {kind_of(item) for item in scene.items} | ({"providers"} if sold else set())


def _sides(scene: Scene, at: int) -> tuple[str, ...]:
    """Whose count it can be: "six list the former, three the latter" names whose right behind it."""
    after = next((item for item in scene.items[at + 1 : at + 3] if item.low != "the"), None)
    named = after is not None and after.sort in (Sort.MODEL, Sort.WORD) and after.side in SIDES
    return (after.side,) if named and after is not None else open_sides(scene, at)


def _first_named(scene: Scene, at: int) -> str:
    """ "Opus 4.1 costs the same as Opus 4 and wins 20": whose wins a verb after "and" goes on to count; "" where it does not."""
    items = scene.items
    if at < 2 or not items[at - 2].means(Sense.JOIN) or items[at - 1].low not in _WINNING:
        return ""
    return next((item.side for item in items[:at] if item.side in SIDES), "")


_WINNING = frozenset(("wins", "won", "takes", "took", "leads"))


def _is_whole(scene: Scene, at: int) -> bool:
    """Whether it is the second of "three of the same five"."""
    for item in reversed(scene.items[max(0, at - 4) : at]):
        if item.low == "of":
            return True
        if item.low not in _SPANNED:
            return False
    return False

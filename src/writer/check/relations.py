"""What a ratio, percentage or difference says: less or more, of whom, than whom, and measured how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from writer.check.directions import STOP, hooked_or_left, inverted, object_of, predicated, subject_before
from writer.check.index import other
from writer.check.items import OPEN, Item, Sort
from writer.check.pairing import is_value
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense


class Form(StrEnum):
    """What a number that compares is measured against."""

    RATIO = "ratio"  # so many times, such a share of
    SAVING = "saving"  # so much less
    PREMIUM = "premium"  # so much more
    SHARE = "share"  # a percentage or fraction without a word of direction
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Relation:
    """``sign`` +1: the subject has more, -1 less, 0 not said. ``subject`` a, b, both or ? (open); ``axis`` of its word."""

    form: Form
    sign: int
    subject: str
    axis: str = ""
    word: int = -1  # index of the word that decides, -1 where none does
    object: str = ""  # the side after "than", or whose value is the measure
    firm: bool = False  # whether the clause itself says of whom
    told: bool = False  # whether the words say what the number is measured against


_SKIP = frozenset(
    (
        "would",
        "be",
        "is",
        "are",
        "can",
        "will",
        "may",
        "the",
        "a",
        "an",
        "its",
        "of",
        "that",
        "in",
        "on",
        "for",
        "to",
        "is",
        "it",
        "as",
        "per",
        "by",
        "what",
        "only",
        "whole",
        "even",
        "some",
        "other",
        "blended",
        "model",
        "tokens",
        "token",
        "any",
        "still",
        "well",
        "than",
    )
)


def relation_of(items: Sequence[Item], at: int) -> Relation:
    """The relation that the number at ``at`` states; joined to one before it, it is of the same kind."""
    own = _relation_of(items, at)
    kind = items[at].kind or Kind.NUMBER
    if own.word >= 0 or own.object or own.form is not Form.SHARE:
        return own
    for back in range(at - 1, -1, -1):
        item = items[back]
        if item.means(Sense.TURN) or item.low in (";", "(", ")", "."):
            break
        if (
            item.quantity is not None
            and item.quantity.kind is kind
            and (any(each.means(Sense.JOIN) for each in items[back:at]) or _listed(items, back, at))
        ):
            first = _relation_of(items, back)
            if first.form in (Form.SAVING, Form.PREMIUM):
                return Relation(first.form, first.sign, first.subject, first.axis, -1, "", first.firm, first.told)
            if not _listed(items, back, at):
                break
    return own


def _listed(items: Sequence[Item], first: int, last: int) -> bool:
    """Nothing but numbers, commas and joining words stands between the two."""
    return all(
        each.low == "," or each.means(Sense.JOIN) or each.sort is Sort.NUMBER for each in items[first + 1 : last]
    )


def _relation_of(items: Sequence[Item], at: int) -> Relation:
    item = items[at]
    kind = item.quantity.kind if item.quantity else Kind.NUMBER
    right = _word_after(items, at)
    asked = inverted(items, at) if kind in (Kind.MULTIPLE, Kind.FRACTION, Kind.PERCENT) else ""
    if asked:
        return Relation(Form.RATIO, 0, asked, told=True, firm=True)
    thing = object_of(items, at)
    before = _word_before(items, at)
    if (
        before is not None
        and at - before <= 2
        and items[before].means(Sense.COMPARE)
        and items[at - 1].low in ("of", "by")
        and (right is None or kind in (Kind.PERCENT, Kind.FRACTION))
    ):
        return _directed(items, at, before, thing if right is None else "", kind)
    if (
        kind is Kind.POINTS
        and at > 2
        and items[at - 1].low == "by"
        and items[at - 2].low == ","
        and items[at - 3].side in ("a", "b")
    ):
        return Relation(Form.DIFFERENCE, 1, items[at - 3].side, "score", told=True, firm=True)
    if right is not None and (items[right].means(Sense.COMPARE) or items[right].means(Sense.AGAIN)):
        return _directed(items, at, right, thing, kind)
    if right is not None and items[right].means(Sense.GAP):
        return Relation(_plain(kind, gap=True), 0, OPEN, word=right, told=kind is not Kind.PERCENT)
    if thing and kind in (Kind.MULTIPLE, Kind.FRACTION, Kind.PERCENT, Kind.MAGNITUDE):
        return Relation(Form.RATIO, 0, other(thing), object=thing, told=True, firm=True)
    if at + 2 < len(items) and items[at + 1].low == "of" and items[at + 2].low in ("each", "one"):
        return Relation(_plain(kind), 0, OPEN, told=True)
    if kind in (Kind.FRACTION, Kind.PERCENT) and at + 1 < len(items) and items[at + 1].low == "of":
        return Relation(Form.RATIO, 0, subject_before(items, at, at), told=True)
    left = _word_before(items, at)
    if left is not None:
        if items[left].means(Sense.GAP):
            return Relation(_plain(kind, gap=True), 0, OPEN, word=left, told=kind is not Kind.PERCENT)
        if items[left].means(Sense.COMPARE):
            return _directed(items, at, left, thing, kind)
        return Relation(_plain(kind), 0, OPEN, word=left, told=True)
    if kind is Kind.MULTIPLE and items[at].low.endswith("again"):  # "one pays two thirds again for Opus"
        side, firm = hooked_or_left(items, at, at)
        return Relation(Form.RATIO, 0, side, told=True, firm=firm)
    sides = subject_before(items, at, at) if kind in (Kind.MULTIPLE, Kind.MAGNITUDE) else OPEN
    return Relation(_plain(kind), 0, sides if predicated(items, at) else OPEN, told=kind is Kind.MULTIPLE)


def _plain(kind: Kind, *, gap: bool = False) -> Form:
    if kind in (Kind.MULTIPLE, Kind.MAGNITUDE):
        return Form.RATIO
    if kind in (Kind.PERCENT, Kind.FRACTION):
        return Form.SHARE
    return Form.DIFFERENCE


def _word_after(items: Sequence[Item], at: int) -> int | None:
    for ahead in range(at + 1, min(at + 6, len(items))):
        item = items[ahead]
        if item.side:
            if item.means(Sense.IT) or item.means(Sense.RIVAL):
                continue
            return ahead if item.means(Sense.COMPARE) and ahead == at + 2 and items[at + 1].low == "the" else None
        if item.meaning is not None and item.meaning.sense in (Sense.COMPARE, Sense.AGAIN, Sense.GAP):
            if item.low in ("up", "over", "under", "down", "what") and ahead > at + 2:
                return None
            return ahead
        if item.low in STOP or item.low == "," or item.means(Sense.TURN) or item.means(Sense.PAIR) or is_value(item):
            return None
        if item.means(Sense.JOIN):
            return None
        if item.sort is Sort.WORD and not item.metrics and item.low not in _SKIP and item.meaning is None:
            return None
    return None


def _verb_before(items: Sequence[Item], at: int) -> int | None:
    """ "undercuts GPT-5 Mini, released in August, by 20 per cent": the verb that "by" belongs to."""
    for back in range(at - 2, max(at - 22, -1), -1):
        item = items[back]
        if item.low == ";" or item.means(Sense.TURN):
            return None
        if item.means(Sense.COMPARE) and item.low in _MEASURED_VERBS:
            return back
    return None


_MEASURED_VERBS = frozenset(
    (
        "undercuts",
        "undercut",
        "exceeds",
        "exceed",
        "beats",
        "tops",
        "trails",
        "surpasses",
        "outstrips",
        "cheaper",
        "dearer",
        "larger",
        "smaller",
        "cuts",
        "reduced",
        "lower",
        "higher",
        "pricier",
        "costlier",
        "saves",
    )
)


_LISTED_UNDER = frozenset(("premiums", "premium", "savings", "saving", "discounts", "discount", "markups", "markup"))


def _word_before(items: Sequence[Item], at: int) -> int | None:
    if at > 1 and items[at - 1].low == "by":
        verb = _verb_before(items, at)
        if verb is not None:
            return verb
    for back in range(at - 1, max(at - 10, -1), -1):
        item = items[back]
        if item.meaning is not None and item.meaning.sense in (Sense.COMPARE, Sense.GAP):
            if item.low in ("over", "up", "down", "above", "below", "under", "more", "less") and back < at - 3:
                return None
            return back
        if item.low == "ratio":
            return back
        if item.low == ":" and back and items[back - 1].low in _LISTED_UNDER:
            return back - 1
        if item.low in STOP or item.low == "," or item.means(Sense.TURN) or is_value(item):
            return None
        if item.side and back < at - 4:
            return None
    return None


def _directed(items: Sequence[Item], at: int, word: int, thing: str, kind: Kind) -> Relation:
    item = items[word]
    meaning = item.meaning
    assert meaning is not None
    if (
        meaning.axis == "score"
        and kind in (Kind.PERCENT, Kind.FRACTION)
        and item.low in ("advantage", "edge", "ahead", "lead")
    ):
        return Relation(Form.SHARE, 0, OPEN, told=True)
    sign = meaning.sign * (-1 if _negated(items, word) else 1)
    subject, firm = (other(thing), True) if thing in ("a", "b") else hooked_or_left(items, at, word)
    if meaning.sense is Sense.AGAIN:
        return Relation(Form.RATIO, 0, subject, "room" if meaning.axis else "", word, thing, told=True, firm=firm)
    if kind in (Kind.MULTIPLE, Kind.MAGNITUDE):
        return Relation(Form.RATIO, sign, subject, meaning.axis, word, thing, told=True, firm=firm)
    if kind in (Kind.PERCENT, Kind.FRACTION):
        form = Form.SAVING if sign < 0 else Form.PREMIUM
        return Relation(form, sign, subject, meaning.axis, word, thing, told=True, firm=firm)
    return Relation(Form.DIFFERENCE, sign, subject, meaning.axis, word, thing, told=True, firm=firm)


def _negated(items: Sequence[Item], word: int) -> bool:
    return any(
        items[back].means(Sense.NEGATE) and items[back].low in ("not", "n't", "no", "never")
        for back in range(max(0, word - 2), word)
    )

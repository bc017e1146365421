"""The old page and the new one: the same, within tolerance, material, or with another winner."""

from __future__ import annotations

import re
from fractions import Fraction

from writer.freshness.change import Change, Difference, Kind
from writer.freshness.places import DATA_AS_OF, SEEN, Places, read_places

TOLERANCE_PERCENT = Fraction("2.5")  # what prose may be off by when it rounds (the contract, section 3, rule 3)
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
WEIGHT = {kind: weight for weight, kind in enumerate(Kind)}


def compare(old_json: str | None, new_json: str) -> Change:
    """Class the change from the old page's JSON to the new one's. UNKNOWN where either cannot be read."""
    old, new = read_places(old_json) if old_json else None, read_places(new_json)
    if old is None or new is None:
        return Change(Kind.UNKNOWN)
    flips = [
        Difference(f"verdict: {need}: choice", name, new.winners[need][1], Kind.WINNER_FLIPPED)
        for need, (side, name) in old.winners.items()
        if new.winners.get(need, (side,))[0] != side
    ]
    moved = [_difference(where, old.texts.get(where), new.texts.get(where)) for where in _changed(old, new)]
    differences = (*flips, *moved)
    return Change(max((each.kind for each in differences), key=WEIGHT.__getitem__, default=Kind.SAME), differences)


def _changed(old: Places, new: Places) -> list[str]:
    everywhere = dict.fromkeys((*new.texts, *old.texts))
    return [where for where in everywhere if old.texts.get(where) != new.texts.get(where)]


def _difference(where: str, old: str | None, new: str | None) -> Difference:
    if old is None or new is None:
        return Difference(where, old, new, Kind.MATERIAL)
    if where == DATA_AS_OF or where.endswith(f": {SEEN}"):
        return Difference(where, old, new, Kind.WITHIN_TOLERANCE)
    deltas = _deltas(old, new)
    close = deltas is not None and all(abs(delta) <= TOLERANCE_PERCENT for delta in deltas)
    moved = [delta for delta in deltas or () if delta]
    only = moved[0] if len(moved) == 1 else None
    return Difference(where, old, new, Kind.WITHIN_TOLERANCE if close else Kind.MATERIAL, only)


def _deltas(old: str, new: str) -> list[Fraction] | None:
    """How far each figure moved, in percent of the old one; None where more than figures differ, or a zero moved."""
    if FIGURE.sub("0", old) != FIGURE.sub("0", new):
        return None
    pairs = [(_number(was), _number(now)) for was, now in zip(FIGURE.findall(old), FIGURE.findall(new), strict=True)]
    if any(was == 0 != now for was, now in pairs):
        return None
    return [(now - was) / was * 100 if was else Fraction(0) for was, now in pairs]


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))

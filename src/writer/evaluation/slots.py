"""Slots of claims: names, figures with their bounds, bases, metric words, all with what would make them wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

from writer.evaluation.days import tellings
from writer.evaluation.draft import Bound, Mark, Role
from writer.evaluation.figures import Figure
from writer.evaluation.phrasing import Piece, Slot
from writer.facts.sheet import FactSheet, Side
from writer.quantities.dates import When

_OPPOSITE = {
    Bound.NEARLY: ("just over", "over"),
    Bound.UNDER: ("over", "at least"),
    Bound.JUST_OVER: ("nearly", "under"),
    Bound.OVER: ("under", "at most"),
}
_SYNONYMS = {
    Bound.ABOUT: ("about", "around", "roughly", "approximately", "some"),
    Bound.NEARLY: ("nearly", "almost", "just under"),
    Bound.JUST_OVER: ("just over", "a little over"),
    Bound.UNDER: ("under", "less than", "below"),
    Bound.OVER: ("over", "more than"),
}
BASES = (" per 1M tokens", "/1M", " per million tokens", " per 1M", " a million tokens", "/1M tokens", " per million")


def name(sheet: FactSheet, side: Side) -> Slot:
    """The model's full name, three times of four; else a short form that the other model does not share."""
    full = sheet.model(side).name
    shorter = short_names(full, sheet.model(side.other).name)
    told = [full] * (3 * max(1, len(shorter))) + shorter
    return [[Piece(each, Mark(0, 0, Role.NAME, each, side=side.value))] for each in told]


def short_names(full: str, other: str) -> list[str]:
    """The family (Kimi) where the other is of another family; the rest (Opus 4.7) where it has letters and digits."""
    family, _, rest = full.partition(" ")
    apart = {word.lower() for word in re.split(r"[\W_]+", other)}
    found = [family] if family.isalpha() and len(family) > 3 and family.lower() not in apart else []
    if (
        rest[:1].isalpha()
        and any(char.isdigit() for char in rest)
        and rest.lower() not in other.lower()
        and family.isalpha()
    ):
        found.append(rest)
    return found


def names(sheet: FactSheet, **sides: Side) -> dict[str, Slot]:
    """One slot a keyword."""
    return {slot: name(sheet, side) for slot, side in sides.items()}


def figures(ways: Sequence[Figure], key: str, side: str = "") -> Slot:
    """Each way to say the fact ``key``, its bound's words apart."""
    return [_figure(way, key, side, lead) for way in ways for lead in _SYNONYMS.get(way.bound, ("",))]


def _figure(way: Figure, key: str, side: str, lead: str) -> list[Piece]:
    mark = Mark(0, 0, Role.FIGURE, way.text, key=key, side=side, value=way.value, family=way.family, bound=way.bound)
    if not lead:
        return [Piece(way.text, mark)]
    wrong = _OPPOSITE.get(way.bound, ())
    bound = Mark(
        0, 0, Role.WORD, lead, key=key, side=side, value=way.value, family=way.family, kind="bound", wrong=wrong
    )
    return [Piece(lead, bound), Piece(" "), Piece(way.text, mark)]


def bases() -> Slot:
    """Per 1M tokens, in its forms."""
    return [[Piece(base, Mark(0, 0, Role.BASE, base))] for base in BASES]


def word(text: str, kind: str, *wrong: str, key: str = "") -> Slot:
    """One word with its wrong neighbours; ``key`` is the metric that the first of them names."""
    return [[Piece(text, Mark(0, 0, Role.WORD, text, kind=kind, wrong=wrong, key=key))]]


def plain(*texts: str) -> Slot:
    """Words that say nothing by themselves."""
    return [[Piece(text)] for text in texts]


def thing(text: str, role: Role, key: str) -> Slot:
    """A provider, a benchmark, a capability, a job: ``key`` is its id."""
    return [[Piece(text, Mark(0, 0, role, text, key=key))]]


def when(value: When, key: str, side: str, forms: Sequence[str] = ()) -> Slot:
    """A date with its preposition, in each of its forms (or those named)."""
    return [
        [Piece(told.text, Mark(0, 0, Role.FIGURE, told.text, key=key, side=side, kind=told.form))]
        for told in tellings(value)
        if not forms or told.form in forms
    ]

"""A sentence more, whose figure hangs on the wrong model: by a pronoun, an order, a heading, a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from writer.evaluation.mutation.additions import added
from writer.evaluation.mutation.asking import SIDES, name_of, number_of, price_told
from writer.evaluation.mutation.kind import Edit, Site, kind
from writer.facts.sheet import Side

_PRICES = ("input", "output")


def _prices_apart(site: Site, part: str) -> dict[Side, Fraction] | None:
    """Both models' prices, where neither is within reach of any price of the other's."""
    found = {side: value for side in SIDES if (value := number_of(site, f"{side.value}.price.{part}")) is not None}
    if len(found) < 2:
        return None
    for side, value in found.items():
        for key, fact in site.draft.sheet.facts.items():
            if key.startswith(f"{side.other.value}.") and fact.unit.value.startswith("USD"):
                other = Fraction(fact.value)  # type: ignore[arg-type]  # dollars
                if abs(value - other) <= other * Fraction(3, 100):
                    return None
    return found


def _filled(
    site: Site, sentence: str, place: Callable[[Site, str], Edit], sides: Iterable[Side] = SIDES
) -> Iterator[Edit]:
    """The sentence of each price and side: {m} the model with {mine}, {o} the other with {theirs}, {part} input or output,
    {word} how the price of {m} compares."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        for side in sides:
            if found is None:
                continue
            names = {"m": name_of(site, side), "o": name_of(site, side.other), "part": part, "Part": part.capitalize()}
            prices = {"mine": price_told(found[side]), "theirs": price_told(found[side.other])}
            word = "cheaper" if found[side] < found[side.other] else "dearer"
            yield place(site, sentence.format(**names, **prices, word=word))


def _at_the_end(site: Site, lines: str) -> Edit:
    end = len(site.draft.text)
    return Edit(end, end, f"\n\n{lines}")


@kind("respectively-swapped")
def respectively_swapped(site: Site) -> Iterator[Edit]:
    """Figures in the wrong order for "respectively"."""
    told = "For {part}, {m} and {o} charge {theirs} and {mine} per 1M tokens, respectively."
    return _filled(site, told, added, (Side.A,))


@kind("former-latter")
def former_latter(site: Site) -> Iterator[Edit]:
    """The former's figure on the latter."""
    told = "Of {m} and {o}, the former charges {theirs} per 1M tokens for {part}, the latter {mine}."
    return _filled(site, told, added, (Side.A,))


@kind("pronoun-drift")
def pronoun_drift(site: Site) -> Iterator[Edit]:
    """A pronoun for the model named before, whose figure this is not."""
    return _filled(site, "Consider {m} next. It charges {theirs} per 1M {part} tokens.", added)


@kind("rival-drift")
def rival_drift(site: Site) -> Iterator[Edit]:
    """A word for the other model, whose figure this is not: its rival."""
    return _filled(site, "{m} charges {mine} per 1M {part} tokens, its rival {mine}.", added)


@kind("contrast-swapped")
def contrast_swapped(site: Site) -> Iterator[Edit]:
    """Behind a colon the other model's figure first, though the comparative names the model that it is said of."""
    return _filled(site, "{m} is {word} on {part}: {theirs} per 1M tokens against {mine}.", added)


@kind("heading-contradicted")
def heading_contradicted(site: Site) -> Iterator[Edit]:
    """A bullet under the other model's heading."""
    return _filled(site, "## {m}\n\n- {Part}: {theirs} per 1M tokens", _at_the_end)


@kind("question-contradicted")
def question_contradicted(site: Site) -> Iterator[Edit]:
    """The wrong answer to a question on a line of its own."""
    return _filled(site, "How much does {m} cost for {part}?\n\n{theirs} per 1M tokens.", _at_the_end)

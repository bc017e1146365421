"""What a recogniser gives before it becomes a Quantity: token positions, and fields still open to its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from writer.quantities.grammar.numeral import NOTHING, Numeral
from writer.quantities.quantity import DateRange, GroupKind, Kind, Modifier, PassedKind

ONE = Fraction(1)


@dataclass(slots=True)
class Found:
    """A quantity over the tokens ``first`` to ``last`` (exclusive); the number itself over ``number_first`` to
    ``number_last``. The other fields as in Quantity."""

    first: int
    last: int
    number_first: int
    number_last: int
    kind: Kind
    value: Fraction | DateRange
    step: Fraction = NOTHING
    coarse_step: Fraction = NOTHING
    modifier: Modifier = Modifier.NONE
    per: str = ""
    per_tokens: int | None = None
    noun: str = ""
    suffix: str = ""
    duration_unit: str = ""
    sign: int = 1
    in_words: bool = False
    currency: str = ""
    quantifier: str = ""
    worth: Fraction = ONE  # of one unit as written, in base units: a cent is 1/100, a million 10**6
    group: int = 0
    group_kind: GroupKind = GroupKind.NONE


@dataclass(slots=True)
class Skipped:
    """Tokens that state no quantity."""

    first: int
    last: int
    kind: PassedKind
    weights: tuple[Fraction, ...] = ()
    per: str = ""
    per_tokens: int | None = None
    is_subject: bool = False  # of a base: "1M input tokens cost …", which carries to the amounts after it


def of_numeral(first: int, last: int, kind: Kind, found: Numeral, *, scale: Fraction | int = 1) -> Found:
    """A quantity whose number is ``found``, in a unit ``scale`` times the base unit (cents: 1/100)."""
    return Found(
        first,
        last,
        first,
        found.end,
        kind,
        found.value * scale if scale != 1 else found.value,
        found.step * scale if scale != 1 else found.step,
        found.coarse * scale if scale != 1 else found.coarse,
        suffix=found.suffix,
        in_words=found.in_words,
        worth=Fraction(scale) if scale != 1 else ONE,
    )

"""What fills the gaps of a phrase: a spelled value with the facts that it states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from writer.wording.figures import percent, times
from writer.wording.pair import Contest, Party

Spell = Callable[[Fraction], str]


@dataclass(frozen=True, slots=True)
class Slot:
    """``text`` stands in the sentence, ``keys`` are cited by it."""

    text: str
    keys: tuple[str, ...] = ()


Slots = Mapping[str, Slot | str | None]


def value(party: Party, metric: str, spell: Spell) -> Slot | None:
    """A figure of one model; None where the document does not hold it."""
    figure = party.number(metric)
    return None if figure is None else Slot(spell(figure), (party.key(metric),))


def shared(one: Slot | None, other: Slot | None) -> Slot | None:
    """One figure that both models have."""
    return Slot(one.text, (*one.keys, *other.keys)) if one and other else None


def gaps(contest: Contest, spell: Spell) -> dict[str, Slot | str | None]:
    """``high low`` (names), ``most least`` (their figures) and ``ratio more less gap`` of a contest that is no tie."""
    high, low = contest.high, contest.low
    if high is None or low is None:
        return {}
    return {
        "high": high.short,
        "low": low.short,
        "most": value(high, contest.metric, spell),
        "least": value(low, contest.metric, spell),
        "ratio": _gap(contest, "ratio", contest.ratio, times),
        "more": _gap(contest, "premium_percent", contest.premium, percent),
        "less": _gap(contest, "saving_percent", contest.saving, percent),
        "gap": _gap(contest, "difference", contest.difference, spell),
        "decided": Slot("", (contest.key("higher"),)),
    }


def _gap(contest: Contest, aspect: str, figure: Fraction | None, spell: Spell) -> Slot | None:
    return None if figure is None else Slot(spell(figure), (contest.key(aspect),))

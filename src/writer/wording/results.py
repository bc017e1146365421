"""The shared benchmarks of a pair, as results that can be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from writer.wording.figures import plain
from writer.wording.pair import Pair, Party


@dataclass(frozen=True, slots=True)
class Result:
    """One benchmark that scores both models. ``winner`` is None on a tie; ``level`` where the gap is inside the margin."""

    key: str
    name: str
    unit: str  # "points" or "minutes"
    lower_is_better: bool
    winner: Party | None
    loser: Party | None
    difference: Fraction
    level: bool

    @property
    def metric(self) -> str:
        """``score.<key>``, as the fact keys have it."""
        return f"score.{self.key}"

    @property
    def keys(self) -> tuple[str, str]:
        """Both scores' ids."""
        return f"a.{self.metric}", f"b.{self.metric}"

    def of(self, party: Party) -> str:
        """A model's score, spelled."""
        return plain(party.number(self.metric) or Fraction(0))

    @property
    def gap(self) -> str:
        """``5.6 points``, ``1 point``, ``12 minutes``."""
        return f"{plain(self.difference)} {self.unit if self.difference != 1 else self.unit.removesuffix('s')}"

    @property
    def mark(self) -> str:
        """What a reader has to be told before the scores of a benchmark that is won by the lower one."""
        return " (lower is better)" if self.lower_is_better else ""


def results(pair: Pair) -> tuple[Result, ...]:
    """Every shared benchmark of the document, the widest gap first."""
    found = [
        _result(pair, key) for key in pair.names.get("benchmarks", {}) if pair.facts.text(f"pair.score.{key}.winner")
    ]
    return tuple(sorted(found, key=lambda result: -result.difference))


def _result(pair: Pair, key: str) -> Result:
    about = pair.names["benchmarks"][key]
    named = about if isinstance(about, Mapping) else {}
    winner = pair.party(f"pair.score.{key}.winner")
    entry = pair.facts.entries.get(f"a.score.{key}")
    unit = str(entry.get("unit", "points")) if isinstance(entry, Mapping) else "points"
    return Result(
        key,
        pair.name("benchmarks", key),
        unit if unit == "minutes" else "points",
        named.get("higher_is_better") is False,
        winner,
        pair.other(winner) if winner else None,
        pair.facts.number(f"pair.score.{key}.difference") or Fraction(0),
        pair.facts.says(f"pair.score.{key}.within_margin") is True,
    )


def decided(told: tuple[Result, ...]) -> tuple[Result, ...]:
    """The results that have a winner."""
    return tuple(result for result in told if result.winner is not None)


def all_to(told: tuple[Result, ...]) -> Party | None:
    """Who wins every one of them; None where nobody does."""
    winner = told[0].winner if told else None
    return winner if winner is not None and all(result.winner is winner for result in told) else None

"""The shared benchmarks of a pair, as results that can be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from writer.wording.figures import plain, points_of
from writer.wording.pair import Pair, Party
from writer.wording.slots import Slot, Slots


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
    def benchmark(self) -> str:
        """The benchmark without its setting."""
        return self.key.partition("@")[0]

    def slots(self, number: str = "") -> Slots:
        """``x y`` (winner and loser), ``name xs ys gap`` of this result, each followed by ``number``."""
        if self.winner is None or self.loser is None:
            return {f"name{number}": self.name}
        won, lost = (party.number(f"score.{self.key}") or Fraction(0) for party in (self.winner, self.loser))
        digits = 1 if plain(won) != plain(lost) else 4
        return {
            f"x{number}": self.winner.short,
            f"y{number}": self.loser.short,
            f"name{number}": _marked(self.name) if self.lower_is_better else self.name,
            f"xs{number}": Slot(plain(won, digits), (self.winner.key(f"score.{self.key}"),)),
            f"ys{number}": Slot(plain(lost, digits), (self.loser.key(f"score.{self.key}"),)),
            f"gap{number}": Slot(points_of(self.difference, self.unit), (f"pair.score.{self.key}.difference",)),
        }


def _marked(name: str) -> str:
    """The name of a benchmark that is won by the lower score, with its setting where it has one."""
    return f"{name[:-1]}, lower is better)" if name.endswith(")") else f"{name} (lower is better)"


def results(pair: Pair) -> tuple[Result, ...]:
    """Every shared benchmark of the document, the widest gap first."""
    found = [
        _result(pair, key) for key in pair.names.get("benchmarks", {}) if pair.facts.text(f"pair.score.{key}.winner")
    ]
    return tuple(sorted(found, key=lambda result: -result.difference))


def _result(pair: Pair, key: str) -> Result:
    about = pair.names["benchmarks"][key]
    winner = pair.party(f"pair.score.{key}.winner")
    return Result(
        key,
        pair.name("benchmarks", key),
        pair.facts.unit(f"a.score.{key}"),
        isinstance(about, Mapping) and about.get("higher_is_better") is False,
        winner,
        pair.other(winner) if winner else None,
        pair.facts.number(f"pair.score.{key}.difference") or Fraction(0),
        pair.facts.says(f"pair.score.{key}.within_margin") is True,
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """How many benchmarks score both, whether or not the document holds the scores, and who wins how many."""

    shared: int
    wins: Mapping[str, int]  # by side
    ties: int

    def won_by(self, party: Party) -> int:
        """What a model wins."""
        return self.wins[party.side]


def tally(pair: Pair) -> Tally:
    """The counts of a pair; all zero where nothing is shared."""
    wins = {party.side: int(pair.facts.number(f"pair.scores.wins.{party.side}") or 0) for party in pair.both}
    return Tally(
        int(pair.facts.number("pair.scores.shared.count") or 0),
        wins,
        int(pair.facts.number("pair.scores.ties.count") or 0),
    )


def sweeper(pair: Pair) -> Party | None:
    """Who wins every shared benchmark; None where nobody does."""
    counted = tally(pair)
    return next((party for party in pair.both if counted.shared and counted.won_by(party) == counted.shared), None)


def majority(pair: Pair) -> Party | None:
    """Who wins more of the shared benchmarks; None where neither does."""
    wins = tally(pair).wins
    if wins["a"] == wins["b"]:
        return None
    return pair.a if wins["a"] > wins["b"] else pair.b

"""Which facts matter for this pair, and in what order."""

from __future__ import annotations

from dataclasses import dataclass

from writer.facts.planning.abilities import ability_points
from writer.facts.planning.benchmarks import benchmark_points
from writer.facts.planning.dates import date_points
from writer.facts.planning.limits import limit_points
from writer.facts.planning.prices import price_points
from writer.facts.points import Point
from writer.facts.reader import Reader
from writer.facts.sheet import FactSheet, Side

SUBJECTS = (price_points, benchmark_points, limit_points, ability_points, date_points)


@dataclass(frozen=True, slots=True)
class Plan:
    """Points from the heaviest to the lightest, equally heavy ones by topic."""

    points: tuple[Point, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact of the plan, in its order, each once."""
        return tuple(dict.fromkeys(key for point in self.points for key in point.facts))

    def advantages(self, side: Side) -> tuple[Point, ...]:
        """What speaks for one side."""
        return tuple(point for point in self.points if point.favours is side)


def plan(sheet: FactSheet) -> Plan:
    """The plan of a pair: reversals, misfits and splits first, then gaps by size, what one alone has, unknowns, ties."""
    facts = Reader(sheet)
    found = [point for subject in SUBJECTS for point in subject(facts)]
    return Plan(tuple(sorted(found, key=lambda point: (-point.weight, point.topic))))

"""One sheet as a page shows it: names, values, cells; what is unknown says so."""

from __future__ import annotations

from dataclasses import dataclass

from writer.facts.reader import SIDES, Reader
from writer.facts.sheet import FactSheet, Side
from writer.page.model import Cell, State
from writer.page.text import printable
from writer.sayings.display import display

UNKNOWN = "not documented"
Names = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Showing:
    """A sheet with the looks into it that every part of a page needs."""

    sheet: FactSheet
    facts: Reader

    @classmethod
    def of(cls, sheet: FactSheet) -> Showing:
        """The sheet, ready to be shown."""
        return cls(sheet, Reader(sheet))

    def name(self, side: Side) -> str:
        """The model's name."""
        return printable(self.sheet.model(side).name)

    @property
    def names(self) -> Names:
        """Both models' names."""
        return self.name(Side.A), self.name(Side.B)

    def shown(self, key: str) -> str:
        """The value as a reader sees it; empty where it is unknown."""
        fact = self.sheet.facts.get(key)
        return "" if fact is None else printable(display(self.sheet, fact))

    def cell(self, key: str, unknown: str = UNKNOWN, note: str = "") -> Cell:
        """The value in a cell, told apart as yes, no or unknown where it is one."""
        if key not in self.sheet.facts:
            return Cell(unknown, State.UNKNOWN, note=note)
        flag = self.facts.flag(key)
        state = State.VALUE if flag is None else State.YES if flag else State.NO
        return Cell(self.shown(key), state, (key,), note)

    def cells(self, metric: str, unknown: str = UNKNOWN) -> tuple[Cell, Cell]:
        """Both models' values of one metric."""
        return (self.cell(f"a.{metric}", unknown), self.cell(f"b.{metric}", unknown))

    def known(self, metric: str) -> bool:
        """True where at least one model's value is known."""
        return any(f"{side}.{metric}" in self.sheet.facts for side in SIDES)

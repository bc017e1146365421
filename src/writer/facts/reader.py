"""Facts by key with the type that the key promises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from writer.facts.sheet import FactSheet, Side, Value

SIDES = (Side.A, Side.B)
NAMED = {side.value: side for side in SIDES}


@dataclass(frozen=True, slots=True)
class Reader:
    """Typed looks into one sheet: what is absent, or of another type, is None or empty."""

    sheet: FactSheet

    def value(self, key: str) -> Value | None:
        """The value, whatever it is."""
        fact = self.sheet.facts.get(key)
        return None if fact is None else fact.value

    def number(self, key: str) -> int | Fraction | None:
        """A number; a boolean is none."""
        value = self.value(key)
        return value if isinstance(value, (int, Fraction)) and not isinstance(value, bool) else None

    def text(self, key: str) -> str:
        """A text, empty where unknown."""
        value = self.value(key)
        return value if isinstance(value, str) else ""

    def flag(self, key: str) -> bool | None:
        """A yes or no."""
        value = self.value(key)
        return value if isinstance(value, bool) else None

    def ids(self, key: str) -> tuple[str, ...]:
        """A list."""
        value = self.value(key)
        return value if isinstance(value, tuple) else ()

    def side(self, key: str) -> Side | None:
        """The model that ``….higher``, ``….newer``, ``….winner`` or ``….only`` names; None for a tie or an unknown."""
        return NAMED.get(self.text(key))

    def tied(self, key: str) -> bool:
        """True where the comparison is known and says tie."""
        return self.value(key) == "tie"

    def present(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those of the keys that the sheet has, in the order given, each once."""
        return tuple(key for key in dict.fromkeys(keys) if key in self.sheet.facts)

    def absent(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those of the keys that the sheet does not have, in the order given, each once."""
        return tuple(key for key in dict.fromkeys(keys) if key not in self.sheet.facts)

    def both(self, metric: str) -> tuple[str, ...]:
        """``a.<metric>`` and ``b.<metric>``, those that are known."""
        return self.present(f"{side}.{metric}" for side in SIDES)

    def workloads(self) -> tuple[str, ...]:
        """Ids of the workloads, sorted."""
        return tuple(self.sheet.context.workloads)

    def shared_scores(self) -> tuple[str, ...]:
        """Keys of the scores both have, without ``score.``, sorted."""
        ours = (score.key for score in self.sheet.a.scores)
        return tuple(sorted(key for key in ours if f"pair.score.{key}.winner" in self.sheet.facts))

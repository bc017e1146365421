"""The brief's document as the house writer reads it: two parties, and what is known of them and between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Entry = Mapping[str, object]


def _mapping(value: object) -> Mapping[str, object]:
    """An object of the document, or an empty one where it is left out."""
    return value if isinstance(value, Mapping) else {}


@dataclass(frozen=True, slots=True)
class Facts:
    """The document's facts by id; what is not there is not known."""

    entries: Mapping[str, object]

    def value(self, key: str) -> object:
        """The value, or None."""
        return _mapping(self.entries.get(key)).get("value")

    def number(self, key: str) -> Fraction | None:
        """A figure, exact as the document gives it, or None."""
        value = self.value(key)
        if isinstance(value, bool) or not isinstance(value, int | str | Decimal | float):
            return None
        return Fraction(str(value))

    def text(self, key: str) -> str:
        """A text, or an empty one."""
        value = self.value(key)
        return value if isinstance(value, str) else ""

    def items(self, key: str) -> tuple[str, ...] | None:
        """A list, or None where it is not known."""
        value = self.value(key)
        return tuple(str(item) for item in value) if isinstance(value, list) else None

    def unit(self, key: str) -> str:
        """``points`` or ``minutes`` of a score."""
        return "minutes" if _mapping(self.entries.get(key)).get("unit") == "minutes" else "points"

    def says(self, key: str) -> bool | None:
        """Yes, no, or None where it is not known."""
        value = self.value(key)
        return value if isinstance(value, bool) else None


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two models. ``name`` is the whole name, ``short`` what may stand for it (the same where nothing may)."""

    side: str
    name: str
    short: str
    vendor: str
    facts: Facts
    undocumented: frozenset[str] = frozenset()

    def lacks(self, metric: str) -> bool:
        """True where the document says that this is not documented; what it merely leaves out may be known."""
        return metric in self.undocumented

    def key(self, metric: str) -> str:
        """The id of a fact of this model."""
        return f"{self.side}.{metric}"

    def number(self, metric: str) -> Fraction | None:
        """A figure of this model, or None."""
        return self.facts.number(self.key(metric))

    def text(self, metric: str) -> str:
        """A text of this model, or an empty one."""
        return self.facts.text(self.key(metric))

    def items(self, metric: str) -> tuple[str, ...] | None:
        """A list of this model, or None."""
        return self.facts.items(self.key(metric))


@dataclass(frozen=True, slots=True)
class Contest:
    """One quantity that both models have: who has more, and by how much. ``high`` and ``low`` are None on a tie."""

    metric: str
    high: Party | None
    low: Party | None
    difference: Fraction | None
    ratio: Fraction | None
    premium: Fraction | None
    saving: Fraction | None

    @property
    def tie(self) -> bool:
        """True where both have the same."""
        return self.high is None

    def key(self, aspect: str) -> str:
        """The id of what is said of it: ``pair.price.input.ratio``."""
        return f"pair.{self.metric}.{aspect}"


@dataclass(frozen=True, slots=True)
class Aim:
    """One point of the plan: ``favours`` is the model it speaks for, None for neither."""

    topic: str
    kind: str
    favours: Party | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Both models, the names of what they use, and the facts."""

    a: Party
    b: Party
    facts: Facts
    names: Mapping[str, Mapping[str, object]]
    plan: tuple[Aim, ...]  # what matters, the weightiest first

    @classmethod
    def of(cls, document: Mapping[str, object]) -> Pair:
        """The pair of a brief's document."""
        facts = Facts(_mapping(document["facts"]))
        models = _mapping(document["models"])
        names = {kind: _mapping(table) for kind, table in _mapping(document.get("names")).items()}
        gaps = _mapping(document.get("undocumented"))
        parties = {side: _party(side, models, facts, _keys(gaps.get(side))) for side in ("a", "b")}
        return cls(parties["a"], parties["b"], facts, names, _plan(document.get("plan"), parties))

    @property
    def both(self) -> tuple[Party, Party]:
        """The two in the document's order."""
        return self.a, self.b

    def other(self, party: Party) -> Party:
        """The rival of ``party``."""
        return self.b if party.side == "a" else self.a

    def party(self, key: str) -> Party | None:
        """Whom a fact such as ``pair.price.input.higher`` names; None on a tie, or where it is not known."""
        return {"a": self.a, "b": self.b}.get(self.facts.text(key))

    def contest(self, metric: str) -> Contest | None:
        """The comparison of one quantity, or None where it is unknown for either."""
        if not self.facts.text(f"pair.{metric}.higher"):
            return None
        high = self.party(f"pair.{metric}.higher")
        aspects = ("difference", "ratio", "premium_percent", "saving_percent")
        figures = (self.facts.number(f"pair.{metric}.{aspect}") for aspect in aspects)
        return Contest(metric, high, self.other(high) if high else None, *figures)

    def name(self, kind: str, identifier: str) -> str:
        """What a provider, workload or capability is called."""
        named = self.names.get(kind, {}).get(identifier, identifier)
        return str(_mapping(named).get("name", identifier)) if isinstance(named, Mapping) else str(named)


def _party(side: str, models: Mapping[str, object], facts: Facts, undocumented: tuple[str, ...]) -> Party:
    model = _mapping(models[side])
    name = str(model["name"])
    short, vendor = str(model.get("short") or name), str(model.get("vendor") or "")
    return Party(side, name, short, vendor, facts, frozenset(undocumented))


def _plan(plan: object, parties: Mapping[str, Party]) -> tuple[Aim, ...]:
    return tuple(_aim(_mapping(aim), parties) for aim in plan) if isinstance(plan, list) else ()


def _aim(aim: Mapping[str, object], parties: Mapping[str, Party]) -> Aim:
    return Aim(str(aim.get("topic", "")), str(aim.get("kind", "")), parties.get(str(aim.get("favours"))))


def _keys(keys: object) -> tuple[str, ...]:
    return tuple(map(str, keys)) if isinstance(keys, list) else ()

"""What a model is documented to do and not to do; what is absent is unknown (the contract, section 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from writer.catalog.model import Capability, Model
from writer.facts.entry import Entry
from writer.quantities.unit import Unit


@dataclass(frozen=True, slots=True)
class Abilities:
    """Ids of capabilities, sorted. Neither list holds what is unknown."""

    supported: tuple[str, ...]
    unsupported: tuple[str, ...]

    @classmethod
    def of(cls, model: Model, capabilities: Mapping[str, Capability]) -> Abilities:
        """A key that is there wins; an absent one is supported where what implies it holds."""
        implied = (key for key, each in capabilities.items() if key not in model.capabilities and implies(model, each))
        stated = (key for key, has in model.capabilities.items() if has)
        absent = (key for key, has in model.capabilities.items() if not has)
        return cls(tuple(sorted((*stated, *implied))), tuple(sorted(absent)))

    @property
    def known(self) -> bool:
        """True where at least one capability is documented either way."""
        return bool(self.supported or self.unsupported)

    def entries(self) -> Iterator[Entry]:
        """``capabilities.supported``, ``.unsupported`` and ``.count``; no count where nothing is known."""
        yield Entry("capabilities.supported", self.supported)
        yield Entry("capabilities.unsupported", self.unsupported)
        if self.known:
            yield Entry("capabilities", len(self.supported), Unit.COUNT, "count")


def implies(model: Model, capability: Capability) -> bool:
    """True where every condition of ``implied_by`` holds; a list that is unknown implies nothing."""
    lists = {"inputs": model.inputs or (), "outputs": model.outputs or ()}
    conditions = capability.implied_by.items()
    return bool(conditions) and all(value in lists.get(name, ()) for name, value in conditions)

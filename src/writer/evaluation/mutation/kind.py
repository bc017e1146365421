"""What a kind of mutation is: a name and a function that proposes edits to a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from writer.evaluation.draft import Bound, Faithful, Mark, Role
from writer.evaluation.leads import bound_before
from writer.evaluation.oracle import Oracle, Oracles
from writer.evaluation.world import World


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``start`` to ``end`` of the draft by ``now``."""

    start: int
    end: int
    now: str


@dataclass(frozen=True, slots=True)
class Site:
    """Where a mutation happens: the draft, the oracle of its pair, what else the catalog names, and chance."""

    draft: Faithful
    oracles: Oracles
    world: World
    chance: Random

    @property
    def oracle(self) -> Oracle:
        """Of the whole pair."""
        return self.oracles.pair

    def marks(self, role: Role, kind: str = "") -> tuple[Mark, ...]:
        """The marks of a role, and of a kind where one is named."""
        return tuple(mark for mark in self.draft.marks if mark.role is role and kind in ("", mark.kind))

    def clause(self, mark: Mark) -> tuple[Mark, ...]:
        """The marks of the same clause."""
        return tuple(each for each in self.draft.marks if each.clause == mark.clause)

    def figures(self, mark: Mark) -> list[Mark]:
        """The figures of the same clause whose values are known."""
        return [each for each in self.clause(mark) if each.role is Role.FIGURE and each.value is not None]

    def bound(self, mark: Mark) -> Bound:
        """The mark's bound, else that of the words before it ("returns at most")."""
        return mark.bound or bound_before(self.draft.text, mark.start)

    def sentence(self, mark: Mark) -> tuple[int, int]:
        """The sentence that the mark stands in."""
        text = self.draft.text
        before = max(
            text.rfind(". ", 0, mark.start) + 2 if ". " in text[: mark.start] else 0,
            text.rfind("\n", 0, mark.start) + 1,
        )
        stops = [at for at in (text.find(". ", mark.end), text.find("\n", mark.end)) if at >= 0]
        return before, min(stops) + 1 if stops else len(text)


Propose = Callable[[Site], Iterator[Edit]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind by name; ``family`` is the file it stands in."""

    name: str
    family: str
    propose: Propose


KINDS: dict[str, Kind] = {}


def kind(name: str) -> Callable[[Propose], Propose]:
    """Enters a function under its name; a name is used once."""

    def enter(propose: Propose) -> Propose:
        if name in KINDS:
            raise ValueError(f"{name}: two kinds of mutation have this name")
        KINDS[name] = Kind(name, propose.__module__.rsplit(".", 1)[-1], propose)
        return propose

    return enter


def replaced(mark: Mark, now: str) -> Edit:
    """The mark's text replaced."""
    return Edit(mark.start, mark.end, now)

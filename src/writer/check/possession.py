"""Who is said to have what: a claim, and what the clauses after it can leave out."""

from __future__ import annotations

from dataclasses import dataclass

from writer.check.items import Item
from writer.check.polarity import Said


@dataclass(frozen=True, slots=True)
class Claim:
    """``sides`` are said so of ``things``. Not ``firm``: it passes where it holds of one side. ``any_thing``: of one thing."""

    sides: tuple[str, ...]
    said: Said
    things: tuple[Item, ...]
    firm: bool = True
    only: bool = False
    recorded: bool = False
    any_thing: bool = False
    span: tuple[int, int] = (0, 0)  # of the clause

    def where(self, thing: Item) -> tuple[int, int]:
        """Where it is said of a thing: at the thing itself, or in the clause that only points back to it."""
        start, end = self.span
        return (thing.start, thing.end) if end <= start or start <= thing.start < end else self.span


@dataclass(frozen=True, slots=True)
class Memory:
    """What the next clause can leave out. ``open``: things were named and nothing has been said of them yet."""

    things: tuple[Item, ...] = ()
    sides: tuple[str, ...] = ()
    firm: bool = True
    said: Said = Said.YES
    only: bool = False
    recorded: bool = False
    open: bool = False
    wanted: bool = False  # things that a reader may want: "if you need vision"
    supposing: bool = False  # the clause before began with "if" or "where", and goes on
    both: bool = False  # asked of both together
    carried: bool = False  # from the sentence before
    doubted: bool = False  # the clause before said that something is not known: "… whether"
    chosen: Said | None = None  # the clause before chose a model, or advised against it
    topic: bool = False  # what the next sentence names is said so of ``sides``: "What do they share?"
    fronted: bool = False  # the clause before did no more than name the model: "for Opus, …"


NOTHING = Memory()

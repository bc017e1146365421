"""Of whom a clause speaks, whose the thing in it is besides, and of whom the opposite is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from writer.check.clauses import FILLERS, Clause
from writer.check.index import SIDES
from writer.check.items import BOTH, Sort
from writer.sayings.clause_words import Role


@dataclass(frozen=True, slots=True)
class Sides:
    """Of whom a clause speaks: ``sides``; ``owner``: whose thing it is said to be besides ("B lacks A's vision");
    ``opposite``: of whom the opposite is said; ``firm`` where the words leave no choice."""

    sides: tuple[str, ...] = ()
    owner: str = ""
    opposite: str = ""
    firm: bool = True


def sides_of(clause: Clause) -> Sides:
    """Of whom the clause itself speaks."""
    items, roles = clause.items, clause.roles
    owner = opposite = ""
    liked: tuple[str, ...] = ()
    plain: list[int] = []
    for at in clause.places(Role.SIDE, Role.NEITHER):
        before = next(
            (roles[back] for back in range(at - 1, clause.start - 1, -1) if roles[back] not in FILLERS), Role.HARD
        )
        if before is Role.UNLIKE:
            opposite = items[at].side
        elif before is Role.LIKE:
            liked = (items[at].side,)
        elif _owns(clause, at) or _is_of_thing(clause, at):
            owner = items[at].side
        else:
            plain.append(at)
    sides = tuple(dict.fromkeys(items[at].side for at in plain))
    if owner and not sides:
        sides, owner = (owner,), ""
    if BOTH in sides:
        named = tuple(side for side in sides if side in SIDES)
        sides = named if len(named) == 1 else SIDES
    firm = len(sides) < len(SIDES) or _are_joined(clause, plain) or not plain
    return Sides(tuple(dict.fromkeys((*sides, *liked))), owner if owner not in sides else "", opposite, firm)


def _owns(clause: Clause, at: int) -> bool:
    """ "lacks A's vision": an owner right before the thing."""
    items, roles = clause.items, clause.roles
    if at + 1 >= clause.end or not (items[at + 1].sort is Sort.OWNER or items[at].low == "its"):
        return False
    ahead = at + 1 + (items[at + 1].sort is Sort.OWNER)
    return any(roles[index] is Role.THING for index in range(ahead, min(ahead + 3, clause.end)))


def _is_of_thing(clause: Clause, at: int) -> bool:
    """ "lacks the vision of A"."""
    return clause.items[at - 1].low == "of" and at > clause.start + 1 and clause.roles[at - 2] is Role.THING


def _are_joined(clause: Clause, plain: Sequence[int]) -> bool:
    """Two models that a word joins, or one word for both."""
    if any(clause.items[at].side == BOTH for at in plain) or len(plain) == len(SIDES) and clause.has(Role.SHARED):
        return True
    return (
        len(plain) == len(SIDES)
        and any(clause.roles[at] is Role.JOIN for at in range(plain[0], plain[1]))
        and not any(
            clause.roles[at] in (Role.VERB, Role.LACK, Role.NOT, Role.THING) for at in range(plain[0], plain[1])
        )
    )

"""What to read after a comparison: the best pairs of either model with a third."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from writer.catalog.catalog import Catalog
from writer.ranking.best import newer_from
from writer.ranking.merit import merit
from writer.ranking.profile import Profile, profiles

Pair = tuple[str, str]


def related_pairs(catalog: Catalog, a: str, b: str, n: int = 6, among: Collection[Pair] | None = None) -> list[Pair]:
    """``Neighbours.pairs`` for a single page; who asks for many keeps a Neighbours."""
    return Neighbours.of(catalog).pairs(a, b, n, among)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The models of a catalog as related pairs see them, made once for all pages."""

    known: Mapping[str, Profile]
    listed: tuple[Profile, ...]
    newer_from: int

    @classmethod
    def of(cls, catalog: Catalog) -> Neighbours:
        """Those of the catalog."""
        found = profiles(catalog)
        listed = tuple(profile for profile in found if profile.listed)
        return cls({profile.slug: profile for profile in found}, listed, newer_from(listed))

    def pairs(self, a: str, b: str, n: int = 6, among: Collection[Pair] | None = None) -> list[Pair]:
        """Up to ``n`` pairs (a page shows four to six) in canonical order: each names ``a`` or ``b`` and a third listed
        model.

        They come by points (``merit``), one of ``a`` and one of ``b`` in turn, no third model twice. A model that is not
        listed is in no related pair: the listed model nearest to it by points stands in for it. ``among`` leaves only those
        pairs, such as the ones that are published. An unknown slug raises KeyError.
        """
        stand_ins = [_stand_in(self.known[slug], self.listed, {a, b}) for slug in sorted((a, b))]
        sides = [
            _ranked(side, self.listed, self.newer_from, {a, b}) for side in dict.fromkeys(stand_ins) if side is not None
        ]
        turns = [iter([entry for entry in side if among is None or entry[0] in among]) for side in sides]
        return _in_turn(turns, n)


def _in_turn(sides: Sequence[Iterator[tuple[Pair, str]]], n: int) -> list[Pair]:
    """One of each side in turn, the next whose third model has not been named; who has none left gives way."""
    chosen: list[Pair] = []
    named: set[str] = set()
    waiting = deque(sides)
    while waiting and len(chosen) < n:
        side = waiting.popleft()
        fresh = next((entry for entry in side if entry[1] not in named and entry[0] not in chosen), None)
        if fresh is not None:
            pair, third = fresh
            chosen.append(pair)
            named.add(third)
            waiting.append(side)
    return chosen


def _stand_in(model: Profile, listed: Sequence[Profile], named: set[str]) -> Profile | None:
    if model.listed:
        return model
    others = [profile for profile in listed if profile.slug not in named]
    return min(others, key=lambda other: (-merit(model, other), other.slug), default=None)


def _ranked(model: Profile, listed: Sequence[Profile], newer: int, named: set[str]) -> list[tuple[Pair, str]]:
    """The model's pairs with every listed third model, best first, each with the third's slug."""
    thirds = [other for other in listed if other.slug not in named and other.slug != model.slug]
    thirds.sort(key=lambda other: (-merit(model, other, newer), other.slug))
    return [((min(model.slug, third.slug), max(model.slug, third.slug)), third.slug) for third in thirds]

"""What holds at one seller, or above so many tokens, told as if it held everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation.draft import Bound, Family, Mark, Role
from writer.evaluation.mutation.additions import added
from writer.evaluation.mutation.asking import SIDES, name_of, number_of, price_told
from writer.evaluation.mutation.kind import Edit, Site, kind, replaced
from writer.evaluation.oracle import states
from writer.facts.sheet import Side
from writer.quantities.unit import Unit

_TIER = re.compile(r"price\.tier\.([0-9]+)\.(input|output)")


def _tiers(site: Site, side: Side) -> Iterator[tuple[int, str, Fraction]]:
    """Threshold, input or output, and price."""
    for fact in site.draft.sheet.facts.values():
        found = _TIER.fullmatch(fact.metric)
        if fact.side is side and found is not None and isinstance(fact.value, int | Fraction):
            yield int(found[1]), found[2], Fraction(fact.value)


def _charged(site: Site, side: Side, part: str) -> list[Fraction]:
    """Every price of input or output that the model has without a tier: anywhere, from the lowest to the highest."""
    metric = re.compile(rf"price\.{part}(?:\.lowest|\.highest)?|price\.list\.{part}|offers\.[^.]+\.{part}")
    facts = site.draft.sheet.facts.values()
    return [
        Fraction(fact.value)
        for fact in facts
        if fact.side is side and metric.fullmatch(fact.metric) and isinstance(fact.value, int | Fraction)
    ]


@kind("tier-as-price")
def tier_as_price(site: Site) -> Iterator[Edit]:
    """The price of a tier told as the price."""
    for side in SIDES:
        for _, part, price in _tiers(site, side):
            if not any(states(price, each, Bound.NONE) for each in _charged(site, side, part)):
                yield added(site, f"{name_of(site, side)} charges {price_told(price)} per 1M {part} tokens.")


@kind("tier-price")
def tier_price(site: Site) -> Iterator[Edit]:
    """Another tier's price, or the base price, in a tier."""
    for mark in _told(site):
        side, found = Side(mark.side), _TIER.search(mark.key)
        if found is None or mark.family is not Family.MONEY:
            continue
        known = [price for above, part, price in _tiers(site, side) if part == found[2] and above == int(found[1])]
        for price in (*_charged(site, side, found[2]), *(price for _, _, price in _tiers(site, side))):
            if not any(states(price, each, Bound.OVER if price < each else Bound.UNDER) for each in known):
                yield replaced(mark, price_told(price))


@kind("tier-threshold")
def tier_threshold(site: Site) -> Iterator[Edit]:
    """Another number of tokens from which the tier holds."""
    for mark in _told(site):
        known = [above for side in SIDES for above, _, _ in _tiers(site, side)]
        for now in (50_000, 100_000, 400_000, 512_000) if mark.family is Family.TOKENS else ():
            if not any(states(Fraction(now), Fraction(above), Bound.NONE) for above in known):
                yield replaced(mark, f"{now:,}")


def _told(site: Site) -> list[Mark]:
    return [mark for mark in site.marks(Role.FIGURE) if ".price.tier." in mark.key]


@kind("sellers-window")
def sellers_window(site: Site) -> Iterator[Edit]:
    """The window at one seller told as the model's."""
    for side in SIDES:
        own = number_of(site, f"{side.value}.context_window")
        for window in _windows(site, side):
            if own is not None and not states(window, own, Bound.OVER if window < own else Bound.UNDER):
                yield added(site, f"The context window of {name_of(site, side)} is {int(window):,} tokens.")


def _windows(site: Site, side: Side) -> list[Fraction]:
    facts = site.draft.sheet.facts.values()
    return [
        Fraction(fact.value)  # type: ignore[arg-type]  # tokens
        for fact in facts
        if fact.side is side and fact.unit is Unit.TOKENS and fact.metric.startswith("offers.")
    ]


@kind("window-at-seller")
def window_at_seller(site: Site) -> Iterator[Edit]:
    """The model's own window told of a seller that offers less, whatever it sells of the model."""
    for mark in site.marks(Role.FIGURE):
        found = re.fullmatch(r"[ab]\.offers\.(.+)\.context_window", mark.key)
        if found is None:
            continue
        model = site.draft.sheet.model(Side(mark.side))
        own = model.context_window
        known = [offer.context_window or own for offer in model.offers if offer.provider == found[1]]
        if own is not None and not any(states(Fraction(own), Fraction(each or own), Bound.NONE) for each in known):
            yield replaced(mark, f"{own:,}")

"""The chapter on age, weights and sellers."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from writer.prose import Sentence
from writer.wording.block import MAY, MUST, SHOULD, SPARE, Block, Point, Tale, points
from writer.wording.figures import count, day, listing, on, plain, size, small
from writer.wording.pair import Party
from writer.wording.voice import say

_DAYS_UP_TO = 90


def background(tale: Tale) -> Block:
    """Dates, then weights and parameters, then who sells them."""
    told = (
        _dates(tale) + points(MAY, _cutoffs(tale)) + _weights(tale) + points(SPARE, _parameters(tale)) + _sellers(tale)
    )
    return Block("background", tuple(told), tale.pair.party("pair.open_weights.only"))


def span(months: Fraction) -> str:
    """A time between two dates, as one would say it: ``11 months``, ``just over 18 months``, ``nearly 3 months``."""
    least, most = floor(months), ceil(months)
    near = round(months)
    if months == near or (near and abs(months - near) <= months / 50):
        return count(near, "month")
    if least and months - least <= Fraction(least, 12):
        return f"just over {count(least, 'month')}"
    if most - months <= Fraction(most, 12):
        return f"nearly {count(most, 'month')}"
    return f"{plain(months)} months"


def apart(tale: Tale) -> tuple[str, str] | None:
    """The time between the releases, spelled, and its key; None where it is unknown or none at all."""
    days, months = tale.pair.facts.number("pair.released.gap.days"), tale.pair.facts.number("pair.released.gap.months")
    if days is not None and days <= _DAYS_UP_TO:
        return (count(days, "day"), "pair.released.gap.days") if days else None
    return (span(months), "pair.released.gap.months") if months else None


def _dates(tale: Tale) -> list[Point]:
    dates = {party.side: party.text("released") for party in tale.pair.both}
    known = [party for party in tale.pair.both if dates[party.side]]
    if len(known) == 2:
        return points(SHOULD, _both_dated(tale, dates))
    if known:
        party = known[0]
        return points(
            MAY,
            tale.voice.pick(
                "dates.one",
                say(
                    f"{party.short} was released {on(dates[party.side])}; the release date of {tale.pair.other(party).short} is"
                    " undocumented.",
                    party.key("released"),
                ),
            ),
        )
    return points(SPARE, [say("Neither release date is documented.")])


def _both_dated(tale: Tale, dates: dict[str, str]) -> list[Sentence]:
    newer = tale.pair.party("pair.released.newer")
    keys, gap = ("a.released", "b.released"), apart(tale)
    if newer is None or gap is None:
        if dates["a"] == dates["b"]:
            return [say(f"Both were released {on(dates['a'])}.", *keys)]
        return [say(f"{tale.pair.a.short} was released {on(dates['a'])}, {tale.pair.b.short} {on(dates['b'])}.", *keys)]
    older = tale.pair.other(newer)
    late, early = dates[newer.side], dates[older.side]
    return tale.voice.pick(
        "dates",
        say(
            f"{newer.short} is the newer model, released {on(late)}, {gap[0]} after {older.short} ({day(early)}).",
            *keys,
            gap[1],
            "pair.released.newer",
        ),
        say(f"{older.short} was released {on(early)}, {newer.short} {on(late)}: {gap[0]} apart.", *keys, gap[1]),
        say(f"{newer.short} came out {on(late)}, {gap[0]} after {older.short}.", newer.key("released"), gap[1]),
    )


def _cutoffs(tale: Tale) -> list[Sentence]:
    cutoffs = {party.side: party.text("knowledge_cutoff") for party in tale.pair.both}
    keys = ("a.knowledge_cutoff", "b.knowledge_cutoff")
    newer, gap = (
        tale.pair.party("pair.knowledge_cutoff.newer"),
        tale.pair.facts.number("pair.knowledge_cutoff.gap.months"),
    )
    if newer is not None and gap:
        older = tale.pair.other(newer)
        late, early = day(cutoffs[newer.side]), day(cutoffs[older.side])
        return tale.voice.pick(
            "cutoffs",
            say(
                f"The knowledge cutoff of {newer.short} is {late}, {count(gap, 'month')} after the {early} of {older.short}.",
                *keys,
                "pair.knowledge_cutoff.gap.months",
            ),
            say(f"{newer.short} knows the world up to {late}, {older.short} up to {early}.", *keys),
        )
    if cutoffs["a"] and cutoffs["a"] == cutoffs["b"]:
        return [say(f"Both have a knowledge cutoff of {day(cutoffs['a'])}.", *keys)]
    known = [party for party in tale.pair.both if cutoffs[party.side]]
    if not known:
        return [say("Neither knowledge cutoff is documented.")]
    party = known[0]
    return tale.voice.pick(
        "cutoffs.one",
        say(
            f"The knowledge cutoff of {party.short} is {day(cutoffs[party.side])}; that of {tale.pair.other(party).short} is"
            " undocumented.",
            party.key("knowledge_cutoff"),
        ),
    )


def _weights(tale: Tale) -> list[Point]:
    opened = tale.pair.party("pair.open_weights.only")
    if opened is not None:
        closed = tale.pair.other(opened)
        return points(
            SHOULD,
            tale.voice.pick(
                "weights.one",
                say(f"Only {opened.short} has open weights.", "pair.open_weights.only"),
                say(
                    f"The weights of {opened.short} are open, those of {closed.short} are not.",
                    "pair.open_weights.only",
                ),
            ),
        )
    says = {tale.pair.facts.says(party.key("open_weights")) for party in tale.pair.both}
    keys = ("a.open_weights", "b.open_weights")
    if says == {True}:
        return points(SPARE, [say("Both have open weights.", *keys)])
    if says == {False}:
        return points(SPARE, [say("Neither has open weights.", *keys)])
    return []


def _parameters(tale: Tale) -> list[Sentence]:
    told = []
    for party in tale.pair.both:
        total, active = party.number("parameters_total"), party.number("parameters_active")
        if total is not None:
            keys = (party.key("parameters_total"), party.key("parameters_active"))
            told.append(
                say(f"{party.short} has {size(total)} parameters, {size(active)} of them active.", *keys)
                if active is not None and active != total
                else say(f"{party.short} has {size(total)} parameters.", keys[0])
            )
    return told


def _sellers(tale: Tale) -> list[Point]:
    sellers = {party.side: party.items("providers") or () for party in tale.pair.both}
    listed = [party for party in tale.pair.both if sellers[party.side]]
    if len(listed) == 2:
        return points(MAY, _both_sold(tale, sellers))
    if listed:
        return points(MAY, _one_sold(tale, listed[0], sellers[listed[0].side]))
    return points(MUST, [say("No provider is listed for either model.")])


def _both_sold(tale: Tale, sellers: dict[str, tuple[str, ...]]) -> list[Sentence]:
    x, y = sorted(tale.pair.both, key=lambda party: -len(sellers[party.side]))
    most, least = len(sellers[x.side]), len(sellers[y.side])
    keys = ("a.providers.count", "b.providers.count")
    shared = tale.pair.facts.items("pair.providers.shared") or ()
    if most == least:
        named = "Each is" if most == 1 else "Both are"
        told = [
            say(
                f"{named} sold by {count(most, 'provider')}{_overlap(tale, shared, most)}.",
                *keys,
                "pair.providers.shared",
            )
        ]
    else:
        told = [
            say(
                f"{x.short} is sold by {count(most, 'provider')}, {y.short} by {small(least)}"
                f"{_overlap(tale, shared, least)}.",
                *keys,
                "pair.providers.shared",
            ),
            say(
                f"{count(most, 'provider').capitalize()} {'lists' if most == 1 else 'list'} {x.short}, against"
                f" {small(least)} for {y.short}.",
                *keys,
            ),
        ]
    return tale.voice.pick("sellers", *told)


def _overlap(tale: Tale, shared: tuple[str, ...], least: int) -> str:
    names = tuple(tale.pair.name("providers", each) for each in shared)
    if not names:
        return ", and none is common to both" if least > 1 else ""
    if len(names) == 1:
        return f", with {names[0]} the only one in common" if least > 1 else f", with {names[0]} in common"
    return f", with {listing(names)} in common" if len(names) < 4 else f", {small(len(names))} of them in common"


def _one_sold(tale: Tale, party: Party, sellers: tuple[str, ...]) -> list[Sentence]:
    named = listing(tuple(tale.pair.name("providers", each) for each in sellers[:3]))
    number = count(len(sellers), "provider") + (f" ({named})" if len(sellers) <= 3 else "")
    return [
        say(
            f"{party.short} is sold by {number}; no provider is listed for {tale.pair.other(party).short}.",
            party.key("providers"),
            party.key("providers.count"),
        )
    ]

"""The chapter on capabilities: what only one has, what is undocumented (never the same as absent), what both have."""

from __future__ import annotations

from writer.prose import Sentence
from writer.wording.block import MAY, MUST, SHOULD, SPARE, Block, Tale, points
from writer.wording.figures import count, listing, small
from writer.wording.pair import Party
from writer.wording.voice import say


def abilities(tale: Tale) -> Block:
    """Differences first, then common ground, then what neither has."""
    told = points(MUST, [sentence for party in _longer_first(tale) for sentence in _own(tale, party)])
    told += points(SHOULD, [sentence for party in tale.pair.both for sentence in _documented(tale, party)])
    told += points(MAY if told else MUST, _shared(tale)) + points(SPARE, _counts(tale)) + points(SPARE, _neither(tale))
    return Block("abilities", tuple(told), _winner(tale))


def _only(tale: Tale, party: Party) -> tuple[str, ...]:
    return tale.pair.facts.items(f"pair.capabilities.only_{party.side}") or ()


def _longer_first(tale: Tale) -> tuple[Party, ...]:
    return tuple(sorted(tale.pair.both, key=lambda party: -len(_only(tale, party))))


def _winner(tale: Tale) -> Party | None:
    first, second = _longer_first(tale)
    return first if _only(tale, first) and not _only(tale, second) else None


def _named(tale: Tale, ids: tuple[str, ...]) -> str:
    return listing(tuple(tale.pair.name("capabilities", each) for each in ids))


def _either(tale: Tale, ids: tuple[str, ...]) -> str:
    names = tuple(tale.pair.name("capabilities", each) for each in ids)
    return " or ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _own(tale: Tale, party: Party) -> list[Sentence]:
    ids = _only(tale, party)
    if not ids:
        return []
    rival, named, key = tale.pair.other(party), _named(tale, ids), f"pair.capabilities.only_{party.side}"
    told = [
        say(f"{party.short} supports {named}, which {rival.short} does not.", key),
        say(f"Only {party.short} supports {named}.", key),
        say(f"{rival.short} lacks {named}, which {party.short} has.", key),
    ]
    if tale.turns_to(party):
        told.append(say(f"{party.short}, for its part, supports {named}, which {rival.short} lacks.", key))
    return tale.voice.pick(f"abilities.own.{party.side}", *told)


def _documented(tale: Tale, party: Party) -> list[Sentence]:
    key = f"pair.capabilities.documented_only_{party.side}"
    ids = tale.pair.facts.items(key) or ()
    if not ids:
        return []
    rival, named = tale.pair.other(party), _named(tale, ids)
    verb = "is" if len(ids) == 1 else "are"
    return tale.voice.pick(
        f"abilities.documented.{party.side}",
        say(f"{named.capitalize()} {verb} documented for {party.short} and undocumented for {rival.short}.", key),
        say(f"{party.short} is documented as supporting {named}; whether {rival.short} does is unknown.", key),
    )


def _shared(tale: Tale) -> list[Sentence]:
    ids = tale.pair.facts.items("pair.capabilities.shared") or ()
    if not ids:
        return []
    named, key = _named(tale, ids), "pair.capabilities.shared"
    return tale.voice.pick(
        "abilities.shared",
        say(f"Both support {named}.", key),
        say(f"Common to both: {named}." if len(ids) > 1 else f"Both models support {named}.", key),
        say(f"{named.capitalize()} {'is' if len(ids) == 1 else 'are'} common to both.", key),
    )


def _counts(tale: Tale) -> list[Sentence]:
    numbers = {party.side: party.number("capabilities.count") for party in tale.pair.both}
    one, other = numbers["a"], numbers["b"]
    if one is None or other is None or max(one, other) == 0:
        return []
    keys = ("a.capabilities.count", "b.capabilities.count")
    if one == other:
        return [say(f"Each has {count(one, 'documented capability').replace('ys', 'ies')}.", *keys)]
    x = tale.pair.a if one > other else tale.pair.b
    most, least = max(one, other), min(one, other)
    return tale.voice.pick(
        "abilities.counts",
        say(
            f"In all, {count(most, 'capability').replace('ys', 'ies')} {'is' if most == 1 else 'are'} documented for {x.short} and"
            f" {small(least)} for {tale.pair.other(x).short}.",
            *keys,
        ),
    )


def _neither(tale: Tale) -> list[Sentence]:
    known = [set(party.items("capabilities.unsupported") or ()) for party in tale.pair.both]
    ids = tuple(each for each in tale.pair.names.get("capabilities", {}) if all(each in lacked for lacked in known))
    if not ids:
        return []
    return tale.voice.pick(
        "abilities.neither",
        say(f"Neither supports {_either(tale, ids)}.", "a.capabilities.unsupported", "b.capabilities.unsupported"),
    )

"""The chapter on capabilities: what only one has, what is undocumented (never the same as absent), what both have."""

from __future__ import annotations

from writer.prose import Sentence
from writer.wording.block import MAY, MUST, SHOULD, SPARE, Block, Tale, points
from writer.wording.figures import capitalised, either, listing, small
from writer.wording.pair import Party
from writer.wording.slots import Slot, Slots

OWN = (
    "{x} supports {named}, which {y} does not.",
    "Only {x} supports {named}.",
    "{y} lacks {named}, which {x} has.",
)
OWN_IN_RETURN = ("{x}, for its part, supports {named}, which {y} lacks.",)
DOCUMENTED = (
    "{Named} {is} documented for {x} and undocumented for {y}.",
    "{x} is documented as supporting {named}; whether {y} does is unknown.",
)
SHARED = ("Both support {named}.", "{Named} {is} common to both.")
EACH = ("Each has {most} documented {capabilities}.",)
COUNTS = ("In all, {most} {capabilities} {are} documented for {x} and {least} for {y}.",)
NEITHER = ("Neither supports {named}.",)


def abilities(tale: Tale) -> Block:
    """Differences first, then common ground, then what neither has."""
    told = points(MUST, [sentence for party in _longer_first(tale) for sentence in _own(tale, party)])
    told += points(SHOULD, [sentence for party in tale.pair.both for sentence in _documented(tale, party)])
    told += points(MAY if told else MUST, _shared(tale)) + points(SPARE, _counts(tale)) + points(SPARE, _neither(tale))
    return Block(tuple(told), _winner(tale))


def _only(tale: Tale, party: Party) -> tuple[str, ...]:
    return tale.pair.facts.items(f"pair.capabilities.only_{party.side}") or ()


def _longer_first(tale: Tale) -> tuple[Party, ...]:
    return tuple(sorted(tale.pair.both, key=lambda party: -len(_only(tale, party))))


def _winner(tale: Tale) -> Party | None:
    first, second = _longer_first(tale)
    return first if _only(tale, first) and not _only(tale, second) else None


def _slots(tale: Tale, key: str) -> Slots:
    """``named``, ``Named`` at the start of a sentence, and ``is``; empty where the list is."""
    ids = tale.pair.facts.items(key)
    if not ids:
        return {}
    named = listing(tuple(tale.pair.name("capabilities", each) for each in ids))
    return {
        "named": Slot(named, (key,)),
        "Named": Slot(capitalised(named), (key,)),
        "is": "is" if len(ids) == 1 else "are",
    }


def _own(tale: Tale, party: Party) -> list[Sentence]:
    slots = {
        **_slots(tale, f"pair.capabilities.only_{party.side}"),
        "x": party.short,
        "y": tale.pair.other(party).short,
    }
    return tale.tell(f"abilities.own.{party.side}", OWN_IN_RETURN if tale.turns_to(party) else OWN, slots)


def _documented(tale: Tale, party: Party) -> list[Sentence]:
    key = f"pair.capabilities.documented_only_{party.side}"
    slots = {**_slots(tale, key), "x": party.short, "y": tale.pair.other(party).short}
    return tale.tell(f"abilities.documented.{party.side}", DOCUMENTED, slots)


def _shared(tale: Tale) -> list[Sentence]:
    return tale.tell("abilities.shared", SHARED, _slots(tale, "pair.capabilities.shared"))


def _counts(tale: Tale) -> list[Sentence]:
    x, y = sorted(tale.pair.both, key=lambda party: -(party.number("capabilities.count") or 0))
    most, least = x.number("capabilities.count"), y.number("capabilities.count")
    if not most or least is None:
        return []
    capabilities = "capability" if most == 1 else "capabilities"
    slots = {
        "x": x.short,
        "y": y.short,
        "capabilities": capabilities,
        "are": "is" if most == 1 else "are",
        "most": Slot(small(most), (x.key("capabilities.count"),)),
        "least": Slot(small(least), (y.key("capabilities.count"),)),
    }
    return tale.tell("abilities.counts", EACH if most == least else COUNTS, slots)


def _neither(tale: Tale) -> list[Sentence]:
    lacked = [party.items("capabilities.unsupported") or () for party in tale.pair.both]
    ids = tuple(each for each in tale.pair.names.get("capabilities", {}) if all(each in known for known in lacked))
    if not ids:
        return []
    named = either(tuple(tale.pair.name("capabilities", each) for each in ids))
    keys = tuple(party.key("capabilities.unsupported") for party in tale.pair.both)
    return tale.tell("abilities.neither", NEITHER, {"named": Slot(named, keys)})

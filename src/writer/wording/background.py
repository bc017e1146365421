"""The chapter on age, weights and sellers."""

from __future__ import annotations

from writer.prose import Sentence
from writer.wording.block import MAY, SHOULD, SPARE, Block, Point, Tale, points
from writer.wording.figures import count, day, on, size, span
from writer.wording.pair import Party
from writer.wording.sellers import sellers
from writer.wording.slots import Slot, Slots, shared, value

DATES = (
    "{new} is the newer model{newer}, released {on_late}, {apart} after {old} ({early}).",
    "{old} was released {on_early}, {new} {on_late}: {apart} apart.",
    "{new} came out {on_late}, {apart} after {old}.",
)
SAME_DATE = ("Both were released {on_late}.",)
DATES_ALONE = ("{new} was released {on_late}, {old} {on_early}.",)
ONE_DATED = ("{x} was released {on_date}; the release date of {y} is undocumented.",)
NONE_DATED = ("Neither release date is documented.",)
CUTOFFS = (
    "The knowledge cutoff of {new} is {late}, {apart} after the {early} of {old}.",
    "{new} has a knowledge cutoff of {late}, {old} of {early}.",
)
SAME_CUTOFF = ("Both have a knowledge cutoff of {late}.",)
ONE_CUTOFF = ("The knowledge cutoff of {x} is {date}; that of {y} is undocumented.",)
NO_CUTOFF = ("Neither knowledge cutoff is documented.",)
ONE_OPEN = ("Only {x} has open weights{key}.", "The weights of {x} are open{key}, those of {y} are not.")
BOTH_OPEN = ("Both have open weights{keys}.",)
NONE_OPEN = ("Neither has open weights{keys}.",)
ACTIVE = ("{x} has {total} parameters, {active} of them active.",)
TOTAL = ("{x} has {total} parameters.",)
STATUS = ("{x} is {status}.",)
STATUSES = {"preview": "still a preview", "deprecated": "marked as deprecated", "retired": "retired"}
_DAYS_UP_TO = 120


def background(tale: Tale) -> Block:
    """Dates, then weights and parameters, then who sells them."""
    told = _dates(tale) + _cutoffs(tale) + points(SHOULD, _status(tale)) + _weights(tale)
    return Block((*told, *points(SPARE, _parameters(tale)), *sellers(tale)), tale.pair.party("pair.open_weights.only"))


def apart(tale: Tale) -> Slot | None:
    """The time between the releases; None where it is unknown or none at all."""
    days, months = (tale.pair.facts.number(f"pair.released.gap.{unit}") for unit in ("days", "months"))
    if days is not None and days <= _DAYS_UP_TO:
        return Slot(count(days, "day"), ("pair.released.gap.days",)) if days else None
    return Slot(span(months), ("pair.released.gap.months",)) if months else None


def date_slots(tale: Tale, metric: str, *, whole: bool = False) -> dict[str, Slot | str | None]:
    """``new old`` (names), ``late early on_late on_early`` (their dates) where both are known; in the document's order
    where neither is newer."""
    new = tale.pair.party(f"pair.{metric}.newer") or tale.pair.a
    old = tale.pair.other(new)
    slots: dict[str, Slot | str | None] = {
        "new": new.name if whole else new.short,
        "old": old.name if whole else old.short,
    }
    for word, party in (("late", new), ("early", old)):
        date = party.text(metric)
        slots[word] = Slot(day(date), (party.key(metric),)) if date else None
        slots[f"on_{word}"] = Slot(on(date), (party.key(metric),)) if date else None
    return slots


def _known(tale: Tale, metric: str) -> tuple[list[Party], list[Party]]:
    """Who has a date, and who is known to have none."""
    return (
        [party for party in tale.pair.both if party.text(metric)],
        [party for party in tale.pair.both if party.lacks(metric)],
    )


def _one_date(known: list[Party], unknown: list[Party], metric: str) -> Slots:
    date, keys = known[0].text(metric), (known[0].key(metric),)
    return {"x": known[0].short, "y": unknown[0].short, "date": Slot(day(date), keys), "on_date": Slot(on(date), keys)}


def _dates(tale: Tale) -> list[Point]:
    known, unknown = _known(tale, "released")
    if len(unknown) == len(tale.pair.both):
        return points(SPARE, tale.tell("dates.none", NONE_DATED, {}))
    if known and unknown:
        return points(MAY, tale.tell("dates.one", ONE_DATED, _one_date(known, unknown, "released")))
    slots, gap = date_slots(tale, "released"), apart(tale)
    if gap and gap.keys[0] in tale.voice.told:
        return []
    if tale.pair.party("pair.released.newer") and gap:
        slots |= {"apart": gap, "newer": Slot("", ("pair.released.newer",))}
        return points(SHOULD, tale.tell("dates", DATES, slots))
    same = tale.pair.a.text("released") == tale.pair.b.text("released")
    return points(SHOULD, tale.tell("dates.same", SAME_DATE if same else DATES_ALONE, slots))


def _cutoffs(tale: Tale) -> list[Point]:
    known, unknown = _known(tale, "knowledge_cutoff")
    if len(unknown) == len(tale.pair.both):
        return points(SPARE, tale.tell("cutoffs.none", NO_CUTOFF, {}))
    if known and unknown:
        return points(MAY, tale.tell("cutoffs.one", ONE_CUTOFF, _one_date(known, unknown, "knowledge_cutoff")))
    slots = date_slots(tale, "knowledge_cutoff")
    months = tale.pair.facts.number("pair.knowledge_cutoff.gap.months")
    if tale.pair.party("pair.knowledge_cutoff.newer"):
        if months:
            slots["apart"] = Slot(count(months, "month"), ("pair.knowledge_cutoff.gap.months",))
        return points(MAY, tale.tell("cutoffs", CUTOFFS, slots))
    late, early = slots["late"], slots["early"]
    if isinstance(late, Slot) and isinstance(early, Slot):
        return points(SPARE, tale.tell("cutoffs.same", SAME_CUTOFF, {"late": shared(late, early)}))
    return []


def _status(tale: Tale) -> list[Sentence]:
    told = []
    for party in tale.pair.both:
        word = STATUSES.get(party.text("status"))
        if word:
            told += tale.tell(
                f"status.{party.side}", STATUS, {"x": party.short, "status": Slot(word, (party.key("status"),))}
            )
    return told


def _weights(tale: Tale) -> list[Point]:
    opened = tale.pair.party("pair.open_weights.only")
    if opened is not None:
        slots: Slots = {
            "x": opened.short,
            "y": tale.pair.other(opened).short,
            "key": Slot("", ("pair.open_weights.only",)),
        }
        return points(SHOULD, tale.tell("weights.one", ONE_OPEN, slots))
    says = [tale.pair.facts.says(party.key("open_weights")) for party in tale.pair.both]
    if None in says or says[0] is not says[1]:
        return []
    keys = Slot("", tuple(party.key("open_weights") for party in tale.pair.both))
    return points(SPARE, tale.tell("weights.both", BOTH_OPEN if says[0] else NONE_OPEN, {"keys": keys}))


def _parameters(tale: Tale) -> list[Sentence]:
    told = []
    for party in tale.pair.both:
        total, active = party.number("parameters_total"), party.number("parameters_active")
        slots: Slots = {
            "x": party.short,
            "total": value(party, "parameters_total", size),
            "active": value(party, "parameters_active", size),
        }
        told += tale.tell(
            f"parameters.{party.side}", ACTIVE if active is not None and active != total else TOTAL, slots
        )
    return told

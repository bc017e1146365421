"""What the facts give for a metric of a model here: at the seller that is named, at the ends, in a tier."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from writer.check.ends import end_named
from writer.check.index import Entry
from writer.check.items import Sort
from writer.check.scene import Scene
from writer.quantities.quantity import Modifier
from writer.quantities.unit import Unit
from writer.sayings.words import Sense

REQUESTS = frozenset(
    ("request", "chat", "run", "call", "conversation", "session", "summary", "document", "task", "ticket")
)


_EXTREMES = frozenset(
    (
        "highest",
        "lowest",
        "dearest",
        "cheapest",
        "tops",
        "top",
        "reach",
        "reaches",
        "reaching",
        "climbs",
        "hit",
        "hits",
        "maximum",
        "ranges",
        "range",
        "varies",
        "vary",
        "elsewhere",
        "seller",
        "sellers",
        "depending",
        "depends",
        "another",
        "moves",
        "end",
        "most expensive",
        "least expensive",
        "spread",
        "between",
        "up",
        "listing",
        "listings",
        "high",
        "low",
        "runs",
        "as",
        "vendor",
        "anywhere",
        "provider",
        "providers",
        "starts",
        "from",
        "offer",
        "offers",
        "swings",
        "goes",
        "where",
        "min",
        "max",
        "floor",
        "peak",
        "peaks",
    )
)


def entries(scene: Scene, at: int, metric: str, side: str) -> Iterable[Entry]:
    """What the facts give for a metric of a side here: at the seller that is named, at the ends where they are spoken of."""
    key = (at, metric, side)
    if key not in scene.given:
        scene.given[key] = _entries(scene, at, metric, side)
    return scene.given[key]


def _entries(scene: Scene, at: int, metric: str, side: str) -> list[Entry]:
    index = scene.index
    own = [index.entry(metric, side)]
    if metric == "@input":
        own = [Entry("", Fraction(tokens), unit) for tokens, unit in job_tokens(scene)]
    elif metric.startswith("score."):
        own = [index.entry(each, side) for each in index.scores if each == metric or each.startswith(f"{metric}@")]
    elif metric in ("price.input", "price.output", "price.cached_input", "context_window", "max_output"):
        own = _priced(scene, at, metric, side, own)
    elif metric.endswith(".cost") and metric.startswith("workload."):
        own += (
            [index.entry(f"{metric}_per_request", side)]
            if scene.quantity(at).per in REQUESTS or _single(scene, at)
            else []
        )
    return [entry for entry in own if entry is not None]


def _single(scene: Scene, at: int) -> bool:
    return not _SINGLY.isdisjoint(scene.words) or any(
        item.quantity is not None and item.quantity.per in REQUESTS for item in scene.items
    )


_SINGLY = frozenset(("per", "single", "one", "each", "apiece"))


def job_tokens(scene: Scene) -> Iterable[tuple[int, Unit]]:
    """The tokens of the workloads' requests."""
    for job in scene.index.sheet.context.workloads.values():
        yield job.input_tokens, Unit.TOKENS
        yield job.output_tokens, Unit.TOKENS
        yield job.input_tokens + job.output_tokens, Unit.TOKENS


def _priced(scene: Scene, at: int, metric: str, side: str, own: list[Entry | None]) -> list[Entry | None]:
    index = scene.index
    part = metric.rsplit(".", 1)[-1]
    reference = index.value(f"{side}.price.provider")
    sellers = sellers_near(scene, at)
    named = [seller for seller in sellers if index.entry(f"offers.{seller}.{part}", side) is not None]
    chargers = charging(scene, at) or [
        seller for seller in selling(scene, at) if index.entry(f"offers.{seller}.{part}", side) is not None
    ]
    if chargers:
        return [index.entry(f"offers.{seller}.{part}", side) for seller in chargers] + [
            entry for entry in own if reference in chargers
        ]
    unsold = not named or reference in named or metric in ("context_window", "max_output") or _is_loose(scene, at)
    found = list(own) if unsold else []
    found += [index.entry(f"offers.{seller}.{part}", side) for seller in named]
    if metric in ("context_window", "max_output"):
        found.append(index.entry(f"price.{part}", side))
    else:
        found.append(index.entry(f"price.list.{part}", side))
    end = end_named(scene, at)
    if end and part == "input":
        far = index.entry(f"price.input.{'highest' if end > 0 else 'lowest'}", side)
        return [far] if end > 0 and far is not None else [*own, far]
    if end:
        offered = [index.entry(key, side) for key in index.offered.get(part, ())]
        ends = sorted((entry for entry in offered if entry is not None), key=lambda entry: entry.value)
        return [*own, *ends[:1]] if end < 0 else list[Entry | None](ends[-1:])
    if part == "input" and scene.quantity(at).modifier is Modifier.UP_TO:
        found.append(index.entry("price.input.highest", side))
    elif not _EXTREMES.isdisjoint(scene.words):
        found += (
            [index.entry("price.input.lowest", side), index.entry("price.input.highest", side)]
            if part == "input"
            else []
        )
        found += [index.entry(key, side) for key in index.offered.get(part, ())]
    found += [index.entry(key, side) for key in index.tiered.get(part, ()) if _speaks_of_tier(scene, key)]
    return found


def _is_loose(scene: Scene, at: int) -> bool:
    """No seller stands beside the value."""
    return not any(item.sort is Sort.SELLER for item in scene.items[at + 1 : at + 5]) and not _left_seller(scene, at)


def _speaks_of_tier(scene: Scene, key: str) -> bool:
    above = int(key.removeprefix("price.tier.").split(".")[0])
    said = (above, above // 1024 * 1000)
    return any(
        item.quantity is not None
        and item.quantity.value in said
        or item.passed is not None
        and item.passed.per_tokens in said
        for item in scene.items
    )


def sellers_near(scene: Scene, at: int) -> list[str]:
    """The sellers named with the value: after it in the clause, else before it."""
    if Sort.SELLER not in scene.sorts:
        return []
    items = scene.items
    all_named = [item for item in items if item.sort is Sort.SELLER and not item.side and item.named is not None]
    if not any(
        item.means(Sense.LINK) and items[ahead + 1].sort is Sort.SELLER
        for ahead, item in enumerate(items[at : at + 5], at)
        if ahead + 1 < len(items)
    ):
        near = [provider for item in all_named if item.named for provider in item.named.providers]
        return _left_seller(scene, at) if _directly_sold(scene, at) else near
    for ahead in range(at + 1, len(items)):
        item = items[ahead]
        if item.sort is Sort.SELLER and not item.side and item.named is not None:
            return list(item.named.providers)
        if (
            item.low in (";", "while", "whilst", "whereas", "but", "(", ")", "against", "vs")
            or item.side
            or _far_number(scene, at, ahead)
        ):
            break
    for back in range(at - 1, -1, -1):
        item = items[back]
        if item.sort is Sort.SELLER and not item.side and item.named is not None:
            close = [
                each.named
                for each in items[max(0, back - 6) : back]
                if each.sort is Sort.SELLER and each.named is not None
            ]
            return [*item.named.providers, *(provider for each in close for provider in each.providers)]
        if (
            item.low in (";", "while", "whilst", "whereas", "but", "(", ")", "against", "vs")
            or item.sort is Sort.NUMBER
        ):
            break
    return []


def _directly_sold(scene: Scene, at: int) -> bool:
    """Whether a seller stands right before the value, as the one that charges it."""
    return bool(_left_seller(scene, at)) and sum(item.sort is Sort.SELLER for item in scene.items) > 1


def charging(scene: Scene, at: int) -> list[str]:
    """The seller that is the clause's subject: "Amazon Bedrock asks $11 in and $50 out"."""
    if Sort.SELLER not in scene.sorts:
        return []
    for back in range(at - 1, -1, -1):
        item = scene.items[back]
        if item.sort is Sort.SELLER and not item.side and item.named is not None:
            verb = scene.items[back + 1].low if back + 1 < len(scene.items) else ""
            fronted = (
                back == 1
                and scene.items[0].means(Sense.LINK)
                and sum(each.sort is Sort.SELLER for each in scene.items) == 1
            )
            return list(item.named.providers) if verb in _CHARGES or fronted else []
        if item.low in (";", ":", "(", ")") or item.means(Sense.TURN) or item.low == "," and back > 3:
            return []
    return []


def selling(scene: Scene, at: int) -> list[str]:
    """The one seller of the sentence, where the value is told of it: "Flash at Deep Infra costs 9.8 cents"."""
    if Sort.SELLER not in scene.sorts:
        return []
    items = scene.items
    places = [
        index
        for index, item in enumerate(items)
        if item.sort is Sort.SELLER and not item.side and item.named is not None
    ]
    if len(places) != 1 or places[0] > at or not places[0]:
        return []
    place, named = places[0], items[places[0]].named
    between = items[place + 1 : at]
    sides = {item.side for item in between if item.side}
    turned = any(
        item.means(Sense.TURN)
        or item.low in (";", "(", ")", "too", "also", "elsewhere", "against")
        or item.low == "and"
        and between[max(0, index - 1)].low == ","
        for index, item in enumerate(between)
    )
    hanging = any(item.sort is Sort.NUMBER for item in items[max(0, place - 6) : place])
    if named is None or named.vendor or turned or hanging or len(sides) > 1 or not items[place - 1].means(Sense.LINK):
        return []
    return list(named.providers)


_CHARGES = frozenset(
    ("charges", "asks", "charge", "ask", "bills", "wants", "quotes", "charging", "asking", "billing", "wanting")
)


def _left_seller(scene: Scene, at: int) -> list[str]:
    for back in range(at - 1, max(at - 5, -1), -1):
        item = scene.items[back]
        if item.sort is Sort.SELLER and not item.side and item.named is not None:
            return list(item.named.providers)
        if item.sort is Sort.NUMBER or item.low in (";", ","):
            break
    return []


def _far_number(scene: Scene, at: int, ahead: int) -> bool:
    item = scene.items[ahead]
    if item.sort is not Sort.NUMBER or item.quantity is None:
        return False
    return item.quantity.kind is not scene.quantity(at).kind or any(
        each.means(Sense.PAIR) for each in scene.items[at:ahead]
    )

"""A value of one model: a price, a limit, a size, a score, a cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from writer.check.index import SIDES, Entry, other
from writer.check.items import BOTH, FOREIGN, OPEN, Sort
from writer.check.metrics import Metric, kind_fits
from writer.check.scene import Scene, number, says
from writer.check.subjects import Subject
from writer.quantities.quantity import GroupKind, Kind, Modifier, Quantity
from writer.sayings.words import Sense

_MTOK = 1_000_000
_LEAST_TOKENS = 1000
_TIMES = frozenset(("day", "week", "month", "year", "hour", "minute", "second"))
_REQUESTS = frozenset(("request", "chat", "run", "call", "conversation", "session", "summary", "document", "task", "ticket"))
_EXTREMES = frozenset(("highest", "lowest", "dearest", "cheapest", "tops", "top", "reach", "reaches", "reaching", "climbs", "hit",
                       "hits", "maximum", "ranges", "range", "varies", "vary", "elsewhere", "seller", "sellers", "depending",
                       "depends", "another", "moves", "end", "most expensive", "least expensive", "spread", "between", "up",
                       "listing", "listings", "high", "low", "runs", "as", "vendor", "anywhere", "provider", "providers",
                       "starts", "from", "offer", "offers", "swings", "goes", "where", "min", "max", "floor", "peak", "peaks"))
_GROUPS = (("price.input", "price.output", "price.cached_input", "price.blended"),
           ("context_window", "max_output"), ("parameters_total", "parameters_active"))


def factor_of(quantity: Quantity) -> Fraction:
    """What turns the stated unit into the fact's: per 1K tokens -> per 1M tokens."""
    return Fraction(_MTOK, quantity.per_tokens) if quantity.per_tokens else Fraction(1)


def judge_value(scene: Scene, at: int, subject: Subject, metric: Metric) -> None:
    """Judge the value at ``at``, bound to ``subject`` and ``metric``."""
    quantity = scene.quantity(at)
    start, end = scene.span(at)
    if subject.side == FOREIGN:
        return
    if quantity.modifier in _TURNED and _is_denied(scene, at):
        quantity = replace(quantity, modifier=_TURNED[quantity.modifier])
        scene.items[at].quantity = quantity
    if quantity.currency not in ("", "USD"):
        scene.findings.strays(start, end, "wrong-unit", quantity.text, detail="prices are in US dollars")
        return
    if quantity.per in _TIMES:
        rule = "derived" if quantity.kind is Kind.MONEY else "invented"
        scene.findings.strays(start, end, rule, quantity.text, detail=f"no fact is told per {quantity.per}")
        return
    names = metric.metrics or _open_metrics(scene, quantity)
    end_ = _range_end(scene, at, subject)
    if end_ is not None:
        _judge_end(scene, at, end_)
        return
    if quantity.sign < 0 and quantity.kind is not Kind.DATE:
        scene.findings.strays(start, end, "wrong-number", quantity.text, detail="no value is below zero")
        return
    if quantity.per in _REQUESTS and quantity.per_tokens is None and quantity.kind is Kind.MONEY and metric.firm and not any(
            name.startswith("workload.") for name in names):
        scene.findings.strays(start, end, "wrong-unit", quantity.text, detail="prices are per 1M tokens, not per request")
        return
    if subject.side == BOTH and subject.firm:
        _judge_both(scene, at, names if metric.firm else _all_names(scene, quantity, names))
        return
    found = _true(scene, at, subject, names) or (
        [] if metric.firm else _true(scene, at, subject, _open_metrics(scene, quantity)))
    if found and not subject.firm and _turns_round(scene, at, found, metric):
        scene.findings.strays(start, end, "swapped-order", quantity.text, expected=_other_key(found[0][2].key),
                              detail="the pairs of the sentence stand in the other order")
        return
    if found and subject.firm and subject.side in SIDES:
        _face(scene, at, subject.side)
    if found:
        readings = [(reading(scene, side, name), (entry.key,)) for side, name, entry in found]
        scene.findings.holds(start, end, *readings[0], also=readings[1:])
        return
    if _of_a_request(scene, at) or _is_pronoun(scene, at) or ((not subject.firm or scene.talk.gap) and _is_gap(scene, at, names)):
        return
    _stray(scene, at, subject, names)


def _is_gap(scene: Scene, at: int, names: Iterable[str]) -> bool:
    """ "so $68.40 stays in your pocket": how far the two values just told lie apart."""
    quantity = scene.quantity(at)
    if quantity.kind is not Kind.MONEY:
        return False
    for name in names:
        sides = scene.index.numbers.get(name, {})
        told = [index for index, bound in scene.metrics.items() if index < at and name in bound.metrics]
        if len(sides) == len(SIDES) and (len(told) > 1 or scene.talk.gap):
            gap = Entry(f"pair.{name}.difference", abs(sides["a"].value - sides["b"].value), sides["a"].unit)
            if says(quantity, name, gap, factor=factor_of(quantity)):
                scene.findings.holds(*scene.span(at), f"{name}: difference", (gap.key,))
                return True
    return False


def _range_end(scene: Scene, at: int, subject: Subject) -> list[Entry] | None:
    """The ends that "its input ranges from $0.12 to $0.30" can state; None where no such range is told here."""
    quantity = scene.quantity(at)
    items = scene.items
    if quantity.kind is not Kind.MONEY or not quantity.group or quantity.group_kind not in (GroupKind.RANGE, GroupKind.TO):
        return None
    before = [item.low for item in items[max(0, at - 12) : at]]
    if not any(low in _RANGING for low in before) or any(item.sort is Sort.SELLER for item in items[max(0, at - 4) : at + 4]):
        return None
    mates = [index for index, item in enumerate(items) if item.quantity is not None and item.quantity.group == quantity.group]
    if len(mates) != len(SIDES) or not any("price.input" in item.metrics for item in items):
        return None
    end = "lowest" if at == mates[0] else "highest"
    sides = (subject.side,) if subject.firm and subject.side in SIDES else SIDES
    found = [scene.index.entry(f"price.input.{end}", side) or scene.index.entry("price.input", side) for side in sides]
    return [entry for entry in found if entry is not None]


_RANGING = frozenset(("ranges", "range", "varies", "vary", "runs", "spans", "swings", "moves"))


def _judge_end(scene: Scene, at: int, ends: Iterable[Entry]) -> None:
    quantity = scene.quantity(at)
    true = [entry for entry in ends if says(quantity, "price.input", entry, factor=factor_of(quantity))]
    if true:
        scene.findings.holds(*scene.span(at), "end of the input prices", (true[0].key,))
    else:
        scene.findings.strays(*scene.span(at), "wrong-number", "end of the input prices", expected=next((entry.key for entry in ends), ""))


_TURNED = {Modifier.OVER: Modifier.AT_MOST, Modifier.UNDER: Modifier.AT_LEAST}


def _is_denied(scene: Scene, at: int) -> bool:
    """ "by neither may more than 128,000 be returned" is at most 128,000."""
    return any(item.means(Sense.NEGATE) and item.low not in ("nothing", "beyond") or (item.quantity is not None
               and item.quantity.quantifier == "neither") for item in scene.items[max(0, at - 5) : at])


def _face(scene: Scene, at: int, side: str) -> None:
    """Note in which order two named values stand, for the nameless pairs after them."""
    earlier = [index for index, bound in scene.subjects.items() if index < at and bound.firm and bound.side == other(side)]
    if earlier and not any(index > earlier[-1] and index < at for index in scene.subjects):
        scene.facing = (other(side), at)


def _turns_round(scene: Scene, at: int, found: list[tuple[str, str, Entry]], metric: Metric) -> bool:
    """Whether a pair without names stands the other way round than the pairs before it in the sentence."""
    sides = {side for side, _, _ in found}
    first = _starts(scene, at, metric)
    if len(sides) != 1 or not first:
        return False
    side = next(iter(sides))
    if scene.facing is None and scene.talk.facing and not any(item.side in (*SIDES, OPEN) for item in scene.items):
        scene.facing = (scene.talk.facing, -1)
    was = scene.facing
    since = scene.items[was[1] : at] if was else []
    if was is None or was[0] == side or any(item.side in SIDES for item in since[_AFTER_NAME:]):
        scene.facing = (side, at)
    if was is None or any(item.side in SIDES and index > 0 for index, item in enumerate(since[_AFTER_NAME:])):
        return False
    return was[0] != side


_AFTER_NAME = 4                        # how far behind a value the name may hang that it was bound by


def _starts(scene: Scene, at: int, metric: Metric) -> bool:
    """Whether the value is the first of two that stand side by side without a name."""
    for ahead in range(at + 1, min(at + 5, len(scene.items))):
        item = scene.items[ahead]
        if item.quantity is not None:
            money = scene.quantity(at).kind is Kind.MONEY and scene.quantity(at).group_kind is not GroupKind.RANGE and not any(
                each.low in _RANGING for each in scene.items[max(0, at - 8) : at])
            joined = any(each.means(Sense.PAIR) and (each.low != "to" or money) for each in scene.items[at:ahead])
            listed = metric.firm and len(metric.metrics) == 1 and metric.how == "named before it"
            joined = joined or (listed and any(each.means(Sense.JOIN) for each in scene.items[at:ahead]) and ahead - at <= 3)
            return joined and item.quantity.kind is scene.quantity(at).kind
        if item.side or item.sort is Sort.SIGN and item.low != ".":
            return False
    return False


def _other_key(key: str) -> str:
    return ("b" if key.startswith("a.") else "a") + key[1:]


def _all_names(scene: Scene, quantity: Quantity, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*names, *_open_metrics(scene, quantity))))


def _true(scene: Scene, at: int, subject: Subject, names: Iterable[str]) -> list[tuple[str, str, Entry]]:
    """(side, metric, fact) of every reading that holds."""
    quantity = scene.quantity(at)
    sides = (subject.side,) if subject.firm and subject.side in SIDES else (
        (subject.side, other(subject.side)) if subject.side in SIDES else SIDES)
    return [(side, name, entry) for side in sides for name in names for entry in entries(scene, at, name, side)
            if says(quantity, name, entry, factor=_factor(scene, quantity, name))]


def _factor(scene: Scene, quantity: Quantity, metric: str) -> Fraction:
    """Of a workload, "$25.20 per thousand" means its thousand requests."""
    if metric.startswith("workload.") and quantity.per_tokens:
        job = scene.index.sheet.context.workloads.get(metric.removeprefix("workload.").removesuffix(".cost"))
        if job is not None and job.requests == quantity.per_tokens:
            return Fraction(1)
    return factor_of(quantity)


def _is_pronoun(scene: Scene, at: int) -> bool:
    """ "Kimi alone has one on …": a one that counts nothing."""
    quantity = scene.quantity(at)
    if quantity.kind is Kind.NUMBER and quantity.in_words and at and scene.items[at - 1].low.endswith("other"):
        return True
    return quantity.kind is Kind.NUMBER and quantity.in_words and quantity.value == 1


def _of_a_request(scene: Scene, at: int) -> bool:
    """Token counts of a workload's request, as its file gives them, state no quantity (rule 12)."""
    quantity = scene.quantity(at)
    tiers = {int(key.removeprefix("price.tier.").split(".")[0]) for key in scene.index.numbers if key.startswith("price.tier.")}
    if quantity.value in tiers and any(item.low in _BEYOND or item.low in ("request", "prompt", "requests") for item in scene.items):
        return True
    if quantity.value in tiers and quantity.modifier is not Modifier.NONE:
        return True
    if quantity.kind is not Kind.NUMBER or quantity.value not in {tokens for tokens, _ in _job_tokens(scene)}:
        return False
    return any(item.sort is Sort.JOB or item.low.rstrip("s") in _REQUESTS for item in scene.items)


_BEYOND = frozenset(("above", "beyond", "past", "over", "exceeds", "exceed", "threshold", "longer", "tier", "below", "under"))


def entries(scene: Scene, at: int, metric: str, side: str) -> Iterable[Entry]:
    """What the facts give for a metric of a side here: at the seller that is named, at the ends where they are spoken of."""
    index = scene.index
    own = [index.entry(metric, side)]
    if metric == "@input":
        own = [Entry("", Fraction(tokens), unit) for tokens, unit in _job_tokens(scene)]
    elif metric.startswith("score."):
        own = [index.entry(each, side) for each in index.scores if each == metric or each.startswith(f"{metric}@")]
    elif metric in ("price.input", "price.output", "price.cached_input", "context_window", "max_output"):
        own = _priced(scene, at, metric, side, own)
    elif metric.endswith(".cost") and metric.startswith("workload."):
        own += [index.entry(f"{metric}_per_request", side)] if scene.quantity(at).per in _REQUESTS or _single(scene, at) else []
    return [entry for entry in own if entry is not None]


def _single(scene: Scene, at: int) -> bool:
    return any(item.low in ("per", "single", "one", "each", "apiece") or item.quantity is not None and item.quantity.per in _REQUESTS
               for item in scene.items)


def _job_tokens(scene: Scene) -> Iterable[tuple[int, object]]:
    for job in scene.index.sheet.context.workloads.values():
        yield job.input_tokens, None
        yield job.output_tokens, None
        yield job.input_tokens + job.output_tokens, None


def _priced(scene: Scene, at: int, metric: str, side: str, own: list[Entry | None]) -> list[Entry | None]:
    index = scene.index
    part = metric.rsplit(".", 1)[-1]
    reference = index.value(f"{side}.price.provider")
    sellers = sellers_near(scene, at)
    named = [seller for seller in sellers if index.entry(f"offers.{seller}.{part}", side) is not None]
    charging = _charging(scene, at)
    if charging:
        return [index.entry(f"offers.{seller}.{part}", side) for seller in charging] + [
            entry for entry in own if reference in charging]
    attached = scene.items[at + 1 : at + 5]
    loose = not any(item.sort is Sort.SELLER for item in attached) and not _left_seller(scene, at)
    found = list(own) if not named or loose or reference in named or metric in ("context_window", "max_output") else []
    found += [index.entry(f"offers.{seller}.{part}", side) for seller in named]
    if metric in ("context_window", "max_output"):
        found.append(index.entry(f"price.{part}", side))
    else:
        found.append(index.entry(f"price.list.{part}", side))
    if any(item.low in _EXTREMES or item.means(Sense.EXTREME) for item in scene.items):
        found += [index.entry("price.input.lowest", side), index.entry("price.input.highest", side)] if part == "input" else []
        found += [index.entry(key, side) for key in index.offered.get(part, ())]
    found += [index.entry(key, side) for key in index.tiered.get(part, ()) if _speaks_of_tier(scene, key)]
    return found


def _speaks_of_tier(scene: Scene, key: str) -> bool:
    above = int(key.removeprefix("price.tier.").split(".")[0])
    return any(item.quantity is not None and item.quantity.value in (above, above // 1024 * 1000) for item in scene.items)


def sellers_near(scene: Scene, at: int) -> list[str]:
    """The sellers named with the value: after it in the clause, else before it."""
    items = scene.items
    all_named = [item for item in items if item.sort is Sort.SELLER and not item.side and item.named is not None]
    if not any(item.means(Sense.LINK) and items[ahead + 1].sort is Sort.SELLER for ahead, item in enumerate(items[at : at + 5], at)
               if ahead + 1 < len(items)):
        near = [provider for item in all_named if item.named for provider in item.named.providers]
        return near if not _directly_sold(scene, at) else near[:0] + _left_seller(scene, at)
    for ahead in range(at + 1, len(items)):
        item = items[ahead]
        if item.sort is Sort.SELLER and not item.side and item.named is not None:
            return list(item.named.providers)
        if item.low in (";", "while", "whilst", "whereas", "but", "(", ")", "against", "vs") or item.side or _far_number(scene, at, ahead):
            break
    for back in range(at - 1, -1, -1):
        item = items[back]
        if item.sort is Sort.SELLER and not item.side and item.named is not None:
            near = [each for each in items[max(0, back - 6) : back] if each.sort is Sort.SELLER and each.named is not None]
            return [*item.named.providers, *(provider for each in near if each.named for provider in each.named.providers)]
        if item.low in (";", "while", "whilst", "whereas", "but", "(", ")", "against", "vs") or item.sort is Sort.NUMBER:
            break
    return []


def _directly_sold(scene: Scene, at: int) -> bool:
    """Whether a seller stands right before the value, as the one that charges it."""
    return bool(_left_seller(scene, at)) and sum(item.sort is Sort.SELLER for item in scene.items) > 1


def _charging(scene: Scene, at: int) -> list[str]:
    """The seller that is the clause's subject: "Amazon Bedrock asks $11 in and $50 out"."""
    for back in range(at - 1, -1, -1):
        item = scene.items[back]
        if item.sort is Sort.SELLER and not item.side and item.named is not None:
            verb = scene.items[back + 1].low if back + 1 < len(scene.items) else ""
            fronted = back == 1 and scene.items[0].means(Sense.LINK) and sum(each.sort is Sort.SELLER for each in scene.items) == 1
            return list(item.named.providers) if verb in _CHARGES or fronted else []
        if item.low in (";", ":", "(", ")") or item.means(Sense.TURN) or item.low == "," and back > 3:
            return []
    return []


_CHARGES = frozenset(("charges", "asks", "charge", "ask", "bills", "wants", "quotes"))


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
        each.means(Sense.PAIR) for each in scene.items[at:ahead])


def _open_metrics(scene: Scene, quantity: Quantity) -> tuple[str, ...]:
    if quantity.kind is Kind.NUMBER and not quantity.suffix and quantity.noun != "token" and quantity.per_tokens is None and (
            number(quantity) < _LEAST_TOKENS):
        return tuple(metric for metric in scene.index.numbers if metric.startswith(("score.", "parameters_")))
    fits = kind_fits(quantity.kind, quantity.noun, quantity.suffix, quantity.per_tokens)
    known = [metric for metric in scene.index.numbers if fits(metric) and not metric.endswith((".lowest", ".highest", ".ratio"))]
    if quantity.kind is Kind.MONEY:
        known = [metric for metric in known if not metric.endswith(("context_window", "max_output"))]
    return tuple(metric for metric in known if not metric.startswith(("price.tier", "price.list"))) + (("@input",) if fits("@input") else ())


def _judge_both(scene: Scene, at: int, names: tuple[str, ...]) -> None:
    quantity = scene.quantity(at)
    start, end = scene.span(at)
    holding = {side: [(name, entry) for name in names for entry in entries(scene, at, name, side)
                      if says(quantity, name, entry, factor=factor_of(quantity))] for side in SIDES}
    shared = [name for name, _ in holding["a"] if any(name == each for each, _ in holding["b"])]
    if shared:
        keys = tuple(entry.key for side in SIDES for name, entry in holding[side] if name == shared[0])
        scene.findings.holds(start, end, f"both: {reading(scene, '', shared[0])}", keys)
    elif holding["a"] or holding["b"]:
        scene.findings.strays(start, end, "false-tie", quantity.text, detail="this holds of one of the two only")
    elif not _of_a_request(scene, at):
        _stray(scene, at, Subject(BOTH, firm=True, how=""), names)


def reading(scene: Scene, side: str, metric: str) -> str:
    """Whose what, in plain words."""
    return f"{scene.index.name(side)}: {metric}" if side in SIDES else metric


def _stray(scene: Scene, at: int, subject: Subject, names: tuple[str, ...]) -> None:
    """Say which rule the value breaks: whose, or what, it is instead."""
    quantity = scene.quantity(at)
    start, end = scene.span(at)
    sides = (subject.side,) if subject.side in SIDES else SIDES
    wanted = next((entry for side in sides for name in names for entry in entries(scene, at, name, side)), None)
    expected = wanted.key if wanted is not None else ""
    said = f"{reading(scene, subject.side, names[0] if names else 'anything')}"
    factor = factor_of(quantity)
    if subject.firm and subject.side in SIDES and any(says(quantity, name, entry, factor=factor) for name in names
                                     for entry in entries(scene, at, name, other(subject.side))):
        rule = "swapped-order" if "order" in subject.how else "wrong-subject"
        scene.findings.strays(start, end, rule, said, expected=expected, detail="this is the other model's value")
        return
    for metric in _open_metrics(scene, quantity):
        if any(says(quantity, metric, entry, factor=factor) for side in sides for entry in entries(scene, at, metric, side)):
            scene.findings.strays(start, end, "wrong-metric", said, expected=expected, detail=f"this is its {metric}")
            return
    for scale in (Fraction(1000), Fraction(1, 1000), Fraction(1_000_000), Fraction(1, 1_000_000)):
        if quantity.kind is Kind.MONEY and any(says(quantity, name, entry, factor=factor * scale) for name in names
                                               for side in sides for entry in entries(scene, at, name, side)):
            scene.findings.strays(start, end, "wrong-unit", said, expected=expected, detail="the unit is another")
            return
    if _charging(scene, at):
        scene.findings.strays(start, end, "wrong-provider", said, expected=expected, detail="this seller charges another price")
        return
    if wanted is None:
        scene.findings.strays(start, end, "invented", said, detail="there is no such fact")
        return
    scene.findings.strays(start, end, _numeric_rule(quantity, wanted.value / factor), said, expected=expected)


def _numeric_rule(quantity: Quantity, fact: Fraction) -> str:
    """``fact`` is in the quantity's own unit."""
    if quantity.modifier in (Modifier.UNDER, Modifier.OVER, Modifier.AT_LEAST, Modifier.AT_MOST, Modifier.NEARLY,
                             Modifier.JUST_OVER, Modifier.CLOSE_TO):
        return "false-bound"
    if quantity.modifier is Modifier.ABOUT:
        return "false-hedge"
    return "false-rounding" if abs(number(quantity) - fact) * 2 <= quantity.coarse_step else "wrong-number"

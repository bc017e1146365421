"""What a comparing number compares: named after it, before it, by the values beside it, or carried."""

from __future__ import annotations

from writer.check.after import right_of
from writer.check.bindings import Metric
from writer.check.comparisons import COUNTED, NOTHING_NAMED, PRICED, SIZED
from writer.check.index import SIDES
from writer.check.items import Sort
from writer.check.measures import Fits, metrics_at
from writer.check.metrics import left_of
from writer.check.pairing import is_value
from writer.check.relations import Form, Relation
from writer.check.scene import COMPARING, Scene, number, says
from writer.check.steps import leftward
from writer.quantities.quantity import GroupKind, Kind
from writer.sayings.words import Sense


def comparison_metric(scene: Scene, at: int, relation: Relation) -> Metric:
    """What is compared; the ends of a range of shares are each of a metric of its own."""
    quantity = scene.quantity(at)
    place, size = _place_in_list(scene, at)
    told = _told_before(scene, at, size)
    if told:
        scene.final.add(at)
        return Metric(told[place], firm=True, how="in parallel order")
    respective = size > 1 and any(item.means(Sense.RESPECTIVELY) for item in scene.items)
    if (size > 2 or respective) and len(scene.talk.told) == size:
        scene.final.add(at)
        return Metric(scene.talk.told[place], firm=True, how="in the order of the sentence before")
    if size > 2 and place or _goes_on(scene, at):
        fits = comparison_fits(scene, at, relation)
        return Metric(default_metrics(relation, fits, scene), firm=False, how="the next of a list")
    found = _narrowed(scene, at, _compared_metric(scene, at, relation))
    ranged = quantity.kind in COMPARING and quantity.group_kind in (GroupKind.RANGE, GroupKind.TO)
    return Metric(found.metrics, firm=False, how=found.how, at=found.at) if ranged else found


def _told_before(scene: Scene, at: int, size: int) -> list[tuple[str, ...]]:
    """ "$2 in and $12 out, which is 60% and 52% less": what the values told right before as many shares are of, each its own."""
    last = [place for place in sorted(scene.metrics) if place < at][-size:]
    found = [_meant(scene, place) for place in last]
    apart = len(set(found)) == size > 1 and all(len(names) == 1 for names in found)
    return found if apart and not any(place > last[-1] for place in scene.compared if place < at - 2 * size) else []


def _meant(scene: Scene, at: int) -> tuple[str, ...]:
    """What the value at ``at`` is of: its words say, or else the one price that it states."""
    metrics = scene.metrics[at].metrics
    subject, quantity = scene.subjects.get(at), scene.quantity(at)
    if len(metrics) == 1 or subject is None or quantity.kind is not Kind.MONEY:
        return metrics
    sides = (subject.side,) if subject.side in SIDES else SIDES
    known = ((name, scene.index.entry(name, side)) for name in PRICED for side in sides)
    stated = {name for name, entry in known if entry is not None and says(quantity, name, entry)}
    return tuple(stated) if len(stated) == 1 else metrics


def _place_in_list(scene: Scene, at: int) -> tuple[int, int]:
    """Which one of how many the share at ``at`` is in a list of nothing but shares."""
    items, kind = scene.items, scene.items[at].kind
    if kind not in COMPARING:
        return 0, 1
    places = [at]
    for step in (-1, 1):
        here = at
        while True:
            ahead = here + step
            while 0 <= ahead < len(items) and items[ahead].low in (",", "and"):
                ahead += step
            if not 0 <= ahead < len(items) or ahead == here + step or items[ahead].kind is not kind:
                break
            places.append(ahead)
            here = ahead
    places.sort()
    end = items[places[-1] + 1] if places[-1] + 1 < len(items) else None
    compares = end is not None and (end.means(Sense.COMPARE) or end.means(Sense.AGAIN))
    if end is not None and end.sort is not Sort.SIGN and end.low != "respectively" and not compares:
        return 0, 1
    return places.index(at), len(places)


def _goes_on(scene: Scene, at: int) -> bool:
    """ "the savings are 20.9%, 72.8% and 96.7%": each of a metric of its own, that no word of the sentence names."""
    items = scene.items
    if at < 2 or items[at - 1].low not in (",", "and") or items[at].kind not in COMPARING:
        return False
    back = at - 2 if items[at - 2].low != "," else at - 3
    after = items[at + 1] if at + 1 < len(items) else None
    return items[back].kind is items[at].kind and (after is None or after.sort is Sort.SIGN or after.low == "and")


def _compared_metric(scene: Scene, at: int, relation: Relation) -> Metric:
    """What is compared: named after the number, before it, by the values beside it, or carried."""
    fits = comparison_fits(scene, at, relation)
    found, where = right_of(scene.items, max(at, relation.word), fits)
    if not found:
        found, where = right_of(scene.items, at, fits)
    if found:
        ranged = (
            scene.quantity(at).group_kind in (GroupKind.RANGE, GroupKind.TO) and scene.quantity(at).kind is Kind.PERCENT
        )
        return Metric(spread_scores(scene, found), firm=not ranged, how="named after it", at=where)
    left, place, clean = left_of(scene.items, at, fits, {}, acts=False)
    if not left:
        left, place, clean = left_of(scene.items, at, fits, {})
    beside = _beside_values(scene, at, place, fits)
    if beside is not None:
        return beside
    if left:
        crossed = any(is_value(scene.items[each]) for each in leftward(scene.items, at, place))
        sure = clean and not crossed and not scene.items[place].means(Sense.ACT)
        return Metric(spread_scores(scene, left), firm=sure, how="named before it", at=place)
    carried = tuple(name for name in (scene.talk.metrics or scene.talk.heading_metrics) if fits(name))
    if carried:
        return Metric(spread_scores(scene, carried), firm=False, how="carried from before")
    return Metric(default_metrics(relation, fits, scene), firm=False, how=NOTHING_NAMED)


def _beside_values(scene: Scene, at: int, place: int, fits: Fits) -> Metric | None:
    """What the values told before the number measure, where they stand nearer than the metric at ``place``."""
    values = [index for index in range(at - 1, -1, -1) if index in scene.metrics or index in scene.compared]
    if not values or values[0] <= place - 2:
        return None
    near = scene.metrics[values[0]].metrics if values[0] in scene.metrics else scene.compared[values[0]]
    held = scene.held.get(values[0], "")
    near = (held,) if held in near else near
    fitting = tuple(name for name in near if fits(name))
    if not fitting:
        return None
    ordinal = any(
        item.low in ("first", "second", "former", "latter", "respect", "the former", "the latter")
        for item in scene.items[at + 1 : at + 5]
    )
    ranged = scene.quantity(at).group_kind in (GroupKind.RANGE, GroupKind.TO)
    beside = (
        _is_close(scene, at, values[0])
        and not ordinal
        and not ranged
        and not _is_joined(scene, at)
        and not any(item.low in (";", "while", "whilst", "whereas") for item in scene.items[values[0] : at])
    )
    told = len(values) > 1 and held and scene.held.get(values[1]) == held  # two values of one metric, and then this
    sure = beside and bool(told or values[0] not in scene.metrics or scene.metrics[values[0]].firm)
    return Metric(spread_scores(scene, fitting), firm=sure, how="of the values beside it")


def _is_close(scene: Scene, at: int, value: int) -> bool:
    """Whether the number stands so near the value at ``value`` that nothing between them turns it to another metric."""
    between = scene.items[value + 1 : at]
    return (
        at - value <= 6
        or at - value <= 16
        and not any(
            item.metrics
            or item.sort in (Sort.JOB, Sort.BENCHMARK)
            or item.low in (",", "but", "though")
            and item.low != ","
            for item in between
        )
    )


def _narrowed(scene: Scene, at: int, found: Metric) -> Metric:
    """ "the price once you blend the two": where only "the price" is named, the price that the clause goes on to name."""
    vague = set(PRICED) <= set(found.metrics)
    carried = found.how == "carried from before" and bool(set(PRICED) & set(found.metrics))
    if not (vague or carried):
        return found
    for ahead in range(at + 1, min(at + 12, len(scene.items))):
        item = scene.items[ahead]
        if item.low in (";", ",", "(", ".") or item.means(Sense.TURN) and item.low != "once":
            break
        named = metrics_at(scene.items, ahead, lambda name: name in PRICED)
        if len(named) == 1:
            return Metric(named, firm=True, how="named after it", at=ahead)
    return found


def _is_joined(scene: Scene, at: int) -> bool:
    """ "quadruple and double": one of two comparing numbers in a row, which measure two things."""
    items = scene.items
    near = [at - 2, at + 2]
    return any(
        0 <= index < len(items)
        and items[index].quantity is not None
        and not is_value(items[index])
        and items[(index + at) // 2].means(Sense.JOIN)
        for index in near
    )


def spread_scores(scene: Scene, metrics: tuple[str, ...]) -> tuple[str, ...]:
    """The metrics, a benchmark as each of its settings."""
    return tuple(
        each
        for name in metrics
        for each in (
            [full for full in scene.index.scores if full == name or full.startswith(f"{name}@")]
            if name.startswith("score.")
            else [name]
        )
    )


def default_metrics(relation: Relation, fits: Fits, scene: Scene) -> tuple[str, ...]:
    """Every metric that a comparison can be of where none is named."""
    names = (*PRICED, *SIZED, *COUNTED, "context_fill.cost", *scene.index.jobs, *scene.index.scores)
    return tuple(name for name in names if fits(name))


def comparison_fits(scene: Scene, at: int, relation: Relation) -> Fits:
    """Which metrics the comparison at ``at`` can be of."""
    quantity = scene.quantity(at)
    if relation.form is Form.DIFFERENCE:
        if quantity.kind is Kind.MONEY:
            return lambda name: name.startswith(("price.", "workload.", "context_fill"))
        if quantity.kind is Kind.POINTS:
            return lambda name: name.startswith("score.")
        if quantity.noun == "parameter" or quantity.suffix in ("B", "b", "billion"):
            return lambda name: name.startswith("parameters_")
        if quantity.noun == "token" or quantity.suffix.lower() == "k" or number(quantity) > 999:
            return lambda name: name in ("context_window", "max_output")
        return lambda name: name.startswith(("score.", "providers", "capabilities", "context", "max_", "parameters"))
    match relation.axis:
        case "price":
            return lambda name: name.startswith(("price.", "workload.", "context_fill"))
        case "room":
            return lambda name: name in SIZED or name in COUNTED
        case "size":
            return lambda name: (
                name.startswith(("price.", "workload.", "context_fill")) or name in SIZED or name in COUNTED
            )
        case "length":
            return lambda name: name in ("max_output", "context_window")
        case _:
            return lambda name: (
                name.startswith(("price.", "workload.", "context_fill")) or name in SIZED or name in COUNTED
            )

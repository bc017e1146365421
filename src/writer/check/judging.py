"""One sentence before all its judges, and what it leaves for the next."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.abilities import ask_abilities, head_abilities, judge_abilities
from writer.check.advice import judge_advice
from writer.check.beyond import judge_beyond
from writer.check.borrowed import coin_of
from writer.check.comparatives import judge_comparatives
from writer.check.facing import carry_facing
from writer.check.favours import judge_favours
from writer.check.free import judge_free
from writer.check.index import other
from writer.check.items import Item, Sort
from writer.check.naming import judge_names
from writer.check.numbers import judge_numbers
from writer.check.order import judge_order
from writer.check.queries import ask_query, judge_query
from writer.check.scene import Scene
from writer.check.second_reading import catch_unjudged, read_again
from writer.check.sellers import ask_sellers, head_sellers, judge_sellers
from writer.check.standing import hangs
from writer.check.standings import judge_standings
from writer.check.takes import judge_takes
from writer.check.ties import judge_ties
from writer.check.weights import ask_weights, judge_weights
from writer.quantities.quantity import DateRange
from writer.sayings.words import Sense


def judge_sentence(scene: Scene, text: str) -> None:
    """Judge a sentence or heading of the normalised ``text``; findings go to the scene's."""
    if scene.sentence.heading:
        head_abilities(scene)
        head_sellers(scene)
        judge_query(scene)
        _head(scene)
        return
    judge_names(scene)
    if not scene.sentence.question or Sort.NUMBER in scene.sorts:
        since = len(scene.findings.found)
        judge_numbers(scene)
        read_again(scene, since)
        catch_unjudged(scene, since)
    if not scene.sentence.question:
        judge_abilities(scene)
        judge_sellers(scene)
        judge_weights(scene)
        judge_standings(scene)
        judge_comparatives(scene)
        judge_favours(scene)
        judge_takes(scene)
        judge_advice(scene)
        judge_query(scene)
        judge_order(scene)
        judge_ties(scene)
        judge_free(scene)
    else:
        ask_abilities(scene)
        ask_sellers(scene)
        ask_weights(scene)
        ask_query(scene)
    judge_beyond(scene, text)
    _carry(scene)


def _head(scene: Scene) -> None:
    """A heading names the model and the metric of what follows."""
    talk = scene.talk
    sides = {item.side for item in scene.items if item.side in ("a", "b")}
    talk.heading_side = next(iter(sides)) if len(sides) == 1 else ""
    talk.heading_metrics = tuple(metric for item in scene.items for metric in (item.metrics or item.ids))
    talk.metrics = ()
    if talk.heading_side:
        talk.subject = talk.heading_side


def _carry(scene: Scene) -> None:
    """What the next sentence can take from this one."""
    talk, items = scene.talk, scene.items
    order = []
    for at, item in enumerate(items):
        if item.side in ("a", "b"):
            if item.side not in order:
                order.append(item.side)
            if talk.last[-1:] != (item.side,):
                talk.last = (*talk.last[-1:], item.side)
            if not hangs(items, at):
                talk.subject = item.side
        if (
            item.quantity is not None
            and isinstance(item.quantity.value, DateRange)
            and item.quantity.value.year is not None
        ):
            talk.dates.insert(0, item.quantity.value)
    del talk.dates[6:]
    talk.own = any("@own" in names for names in scene.compared.values())
    asked = scene.sentence.question and len(order) == 1
    talk.asked_side = order[0] if asked else ""
    talk.asked_metrics = tuple(metric for item in items for metric in (item.metrics or item.ids)) if asked else ()
    _ask(scene)
    if len(order) == 2:
        talk.order, talk.turn = (order[0], order[1]), None
    elif order:
        talk.turn = (order[0], other(order[0]))
    last = [metric for _, metric in sorted(scene.metrics.items())]
    talk.apart = Sense.GAP in scene.senses or (talk.apart and bool(items) and items[0].means(Sense.IT))
    talk.sign = _direction(scene)
    if Sort.JOB in scene.sorts:
        talk.named_jobs = tuple(each for item in items if item.sort is Sort.JOB for each in item.ids) or talk.named_jobs
    talk.named_sellers = tuple(
        provider for item in scene.of(Sort.SELLER) if item.named for provider in item.named.providers
    )
    of_each = {**{at: metric.metrics for at, metric in scene.metrics.items()}, **scene.compared}
    talk.told = tuple(dict.fromkeys(of_each[at] for at in sorted(of_each) if of_each[at]))
    if last:
        talk.metrics = last[-1].metrics
        talk.series = tuple(dict.fromkeys(metric.metrics for metric in last))[-2:]
    else:
        talk.metrics = _named(items) or talk.metrics


def _direction(scene: Scene) -> int:
    """The sign that all comparatives of the sentence have; 0 where they have none in common."""
    if Sense.COMPARE not in scene.senses:
        return 0
    signs = {item.meaning.sign for item in scene.items if item.means(Sense.COMPARE) and item.meaning is not None}
    return next(iter(signs)) if len(signs) == 1 else 0


def _named(items: Sequence[Item]) -> tuple[str, ...]:
    """The metrics that words name."""
    return tuple(metric for item in items if item.sort is not Sort.SELLER for metric in (item.metrics or item.ids))


def _ask(scene: Scene) -> None:
    """What a question leaves for its answer: the comparative, or the sameness, that it asks for."""
    talk, items, asks = scene.talk, scene.items, scene.sentence.question
    compare = next((item.meaning for item in items if item.means(Sense.COMPARE)), None) if asks else None
    talk.asked_sign, talk.asked_axis = (compare.sign, compare.axis) if compare is not None else (0, "")
    same = asks and any(item.means(Sense.SAME) and item.low in ("same", "identical", "equal") for item in items)
    talk.asked_same = tuple(
        item.metrics[0] for item in items if same and item.means(Sense.METRIC) and len(item.metrics) == 1
    )
    carry_facing(scene)
    talk.coin = coin_of(items)
    talk.gap = 3 if Sense.GAP in scene.senses else max(0, talk.gap - 1)

"""Whether the words of a fact stand in a sentence, or were carried into it."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.items import Item, Sort
from writer.check.scene import Scene
from writer.facts.sheet import Fact
from writer.quantities.quantity import Modifier

_SPREADING = frozenset(
    (
        "range",
        "ranges",
        "ranging",
        "from",
        "between",
        "varies",
        "vary",
        "spread",
        "runs",
        "dearest",
        "cheapest",
        "highest",
        "lowest",
        "elsewhere",
    )
)
_SELLERS_OWN = ("price.context_window", "price.max_output")  # limits of the reference offer's seller


_CARRIED = ("price.", "context_window", "max_output", "parameters_")  # one of these here, and none is carried here


class FactWords:
    """What the sentence names, and, of each kind that it does not name, what the sentence before named; its prices and sizes
    only where ``carried``."""

    def __init__(self, scene: Scene, *, carried: bool = False) -> None:
        items = scene.items
        self._items = items
        self._benchmarks = {f"score.{each}" for each in _ids(items, Sort.BENCHMARK)}
        self._jobs = set(_ids(items, Sort.JOB)) or set(scene.talk.named_jobs)
        self._sellers = {
            provider for item in items if item.sort is Sort.SELLER and item.named for provider in item.named.providers
        }
        self._sellers = self._sellers or set(scene.talk.named_sellers)
        self._metrics = {metric for item in items for metric in item.metrics} | {
            metric for bound in scene.metrics.values() if bound.firm for metric in bound.metrics
        }
        if any(item.quantity is not None and item.quantity.noun == "parameter" for item in items):
            self._metrics.add("parameters_total")
        if carried and not any(metric.startswith(_CARRIED) for metric in self._metrics):
            self._metrics |= {metric for told in (scene.talk.metrics, *scene.talk.told) for metric in told}
        if "parameters_active" in self._metrics and any(item.low == "the total" for item in items):
            self._metrics.add("parameters_total")

    def name(self, fact: Fact) -> bool:
        """Whether the words of the fact's metric stand here."""
        if fact.metric == "price.input" and fact.aspect == "spread.ratio":
            return any(_is_spread(item) for item in self._items)
        return self.stand_for(fact.metric)

    def stand_for(self, metric: str) -> bool:
        """Whether the words of ``metric`` stand here, or were carried here."""
        if metric.startswith("score."):
            return metric in self._benchmarks or metric.split("@", 1)[0] in self._benchmarks
        if metric.startswith("workload."):
            return f"{metric.removesuffix('_per_request')}" in self._jobs
        if metric.startswith("offers."):
            _, seller, part = metric.rsplit(".", 2) if metric.count(".") == 2 else ("", "", "")
            return seller in self._sellers and self._prices(f"price.{part}")
        if metric == "price.output_to_input":
            return {"price.input", "price.output"} <= self._metrics
        if metric in _SELLERS_OWN:
            return bool(self._sellers) and metric.removeprefix("price.") in self._metrics
        return metric in self._metrics

    def _prices(self, metric: str) -> bool:
        """Whether a seller's price of that side can be meant: its side is named, or none is."""
        sides = {each for each in self._metrics if each.startswith("price.")}
        return not sides or metric in sides


def _is_spread(item: Item) -> bool:
    """Whether the item speaks of one price at several sellers: a word of range, or a number that is an end of one."""
    if item.quantity is not None:
        return item.quantity.modifier in (Modifier.FROM, Modifier.UP_TO)
    return item.low in _SPREADING


def _ids(items: Sequence[Item], sort: Sort) -> list[str]:
    return [each for item in items if item.sort is sort for each in item.ids]

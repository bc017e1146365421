"""The formula of every fact in words, and the keys of the facts that go into it (the contract, section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from writer.facts.sheet import Fact

Formula = tuple[str, tuple[str, ...]]

PAIR: Mapping[str, str] = MappingProxyType(
    {
        "higher": "which of the two is larger, or tie",
        "difference": "the larger less the smaller",
        "ratio": "the larger divided by the smaller",
        "premium_percent": "(larger - smaller) / smaller x 100: the larger one is this much more",
        "saving_percent": "(larger - smaller) / larger x 100: the smaller one is this much less",
        "newer": "which of the two is later, or tie",
        "gap.days": "the later date less the earlier one, in days",
        "winner": "the better score, by the benchmark's own direction",
        "within_margin": "whether the gap is at most the benchmark's margin",
        "shared": "what both have",
        "shared.count": "how many both have",
        "only_a": "what a has and b is known not to have",
        "only_b": "what b has and a is known not to have",
        "documented_only_a": "what a is documented to have and b is neither documented to have nor to lack",
        "documented_only_b": "what b is documented to have and a is neither documented to have nor to lack",
        "only": "the one model that has it, where both are known",
        "wins.a": "how many of the shared scores a wins",
        "wins.b": "how many of the shared scores b wins",
        "ties.count": "how many of the shared scores are equal",
    }
)
SPECIAL: Mapping[str, str] = MappingProxyType(
    {
        "released.gap.months": "days x 12 / 365.2425 to one decimal, half to even; calendar months where a day is unknown",
        "knowledge_cutoff.gap.months": "calendar months from the earlier cutoff to the later",
        "score.difference": "the gap between the two scores, in the benchmark's unit",
        "providers.only_a": "providers listed for a and not for b",
        "providers.only_b": "providers listed for b and not for a",
        "scores.only_a": "scores that a alone has",
        "scores.only_b": "scores that b alone has",
        "about.data.oldest": "the earliest day on which a value of the two was seen",
        "about.data.newest": "the latest day on which a value of the two was seen",
    }
)
OWN: Mapping[str, Formula] = MappingProxyType(
    {
        "price.provider": ("the provider of the cheapest eligible offer with at least 95 % of the model's window", ()),
        "price.input": ("the reference offer's input price", ()),
        "price.output": ("the reference offer's output price", ()),
        "price.cached_input": ("the reference offer's price of cached input", ()),
        "price.context_window": ("the reference offer's own context window, else the model's", ("context_window",)),
        "price.max_output": ("the reference offer's own output limit, else the model's", ("max_output",)),
        "price.blended": ("0.7 x input price + 0.3 x output price", ("price.input", "price.output")),
        "price.output_to_input.ratio": ("output price divided by input price", ("price.output", "price.input")),
        "price.list.input": ("input price of the cheapest eligible offer of the vendor's own providers", ()),
        "price.list.output": ("output price of the cheapest eligible offer of the vendor's own providers", ()),
        "price.input.lowest": ("the lowest input price above zero of the eligible offers", ()),
        "price.input.highest": ("the highest input price of the eligible offers", ()),
        "price.input.spread.ratio": (
            "highest input price divided by the lowest",
            ("price.input.highest", "price.input.lowest"),
        ),
        "price.free_providers": ("providers with an offer free of charge, neither ended nor held", ()),
        "providers": ("every provider with an offer that has not ended", ()),
        "providers.count": ("how many providers there are", ("providers",)),
        "capabilities.supported": (
            "capabilities documented as supported, or implied by the inputs",
            ("inputs", "outputs"),
        ),
        "capabilities.unsupported": ("capabilities documented as not supported", ()),
        "capabilities.count": ("how many capabilities are documented as supported", ("capabilities.supported",)),
        "context_fill.cost": (
            "context window x input price of a request of that many tokens",
            ("price.context_window", "price.input"),
        ),
    }
)
WORKLOAD: Mapping[str, Formula] = MappingProxyType(
    {
        "cost": ("requests x cost of one request", ("cost_per_request",)),
        "cost_per_request": ("input tokens x input price + output tokens x output price, by the tier they reach", ()),
        "fits": ("input + output tokens within the context window, output tokens within the output limit", ()),
        "limit": ("the limit that one request would break, the window looked at first", ()),
    }
)
DECIDE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "cost_per_request": ("price.input", "price.output"),
        "fits": ("price.context_window", "context_window", "price.max_output", "max_output"),
        "limit": ("price.context_window", "context_window", "price.max_output", "max_output"),
    }
)
STATED = "as the catalog states it"


def own_formula(fact: Fact) -> Formula:
    """The formula of a fact of one model; its operands have the same side."""
    words, operands = _own(fact.key.partition(".")[2])
    return words, tuple(f"{fact.side}.{operand}" for operand in operands)


def _own(key: str) -> Formula:
    if key in OWN:
        return OWN[key]
    head, _, rest = key.partition(".")
    if head == "workload":
        metric, _, last = key.rpartition(".")
        words, operands = WORKLOAD[last]
        return words, tuple(f"{metric}.{each}" for each in operands) + DECIDE.get(last, ())
    if head == "offers":
        return "as the provider's cheapest eligible offer states it", ()
    if key.startswith("price.tier."):
        return f"the reference offer's price above {key.split('.')[2]} input tokens", ()
    if rest in ("data.oldest", "data.newest"):
        return SPECIAL[key].replace("of the two", "of the model"), ()
    return STATED, ()


def pair_formula(fact: Fact) -> Formula:
    """The formula of a fact of both; operands are the two models' values of the same metric."""
    kind = "score" if fact.metric.startswith("score.") else fact.metric
    words = SPECIAL.get(f"{kind}.{fact.aspect}") or SPECIAL.get(fact.key.removeprefix("pair.")) or PAIR[fact.aspect]
    return words, tuple(f"{side}.{operand}" for operand in _operands(fact) for side in ("a", "b"))


def _operands(fact: Fact) -> tuple[str, ...]:
    if fact.metric == "capabilities":
        return ("capabilities.supported", "capabilities.unsupported")
    return (fact.metric,)

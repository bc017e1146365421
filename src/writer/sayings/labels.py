"""What each metric is called in prose: one noun phrase a metric, for findings, forms and pages."""

from __future__ import annotations

from writer.facts.sheet import FactSheet
from writer.sayings.settings import spoken

_LABELS = {
    "context_window": "context window",
    "max_output": "maximum output",
    "parameters_total": "total parameter count",
    "parameters_active": "active parameter count",
    "price.input": "input price",
    "price.output": "output price",
    "price.cached_input": "cached input price",
    "price.blended": "blended price (70/30)",
    "price.list.input": "list price for input",
    "price.list.output": "list price for output",
    "price.input.lowest": "lowest input price",
    "price.input.highest": "highest input price",
    "price.provider": "reference provider",
    "price.context_window": "context window at the reference offer",
    "price.max_output": "maximum output at the reference offer",
    "price.free_providers": "providers with a free offer",
    "price.output_to_input": "output price over input price",
    "context_fill.cost": "cost of filling the context window",
    "released": "release date",
    "knowledge_cutoff": "knowledge cutoff",
    "providers": "providers",
    "capabilities": "capabilities",
    "capabilities.supported": "supported capabilities",
    "capabilities.unsupported": "unsupported capabilities",
    "open_weights": "open weights",
    "license": "licence",
    "architecture": "architecture",
    "scores": "benchmarks",
}
_SIDES = {
    "input": "input price",
    "output": "output price",
    "cached_input": "cached input price",
    "context_window": "context window",
}


def is_named(metric: str) -> bool:
    """True of a metric that has a name of its own, whether or not a sheet holds it."""
    return metric in _LABELS


def label(sheet: FactSheet, metric: str) -> str:
    """What ``metric`` is called: ``input price``, ``SWE-Bench Pro``, ``cost of 10,000 support chats``."""
    if metric in _LABELS:
        return _LABELS[metric]
    head, _, rest = metric.partition(".")
    if head == "score":
        return score_label(sheet, rest)
    if head == "workload":
        return workload_label(sheet, rest)
    if head == "offers":
        provider, _, side = rest.rpartition(".")
        return f"{_SIDES.get(side, side)} at {provider_name(sheet, provider)}"
    if metric.startswith("price.tier."):
        above, _, side = metric.removeprefix("price.tier.").partition(".")
        return f"{_SIDES.get(side, side)} above {int(above):,} input tokens"
    return metric.replace("_", " ").replace(".", " ")


def score_label(sheet: FactSheet, key: str) -> str:
    """``SWE-Bench Pro`` or ``SWE-Bench Pro (high effort)`` of a score's key."""
    benchmark, _, setting = key.partition("@")
    known = sheet.context.benchmarks.get(benchmark)
    name = known.name if known else benchmark
    return f"{name} ({spoken(setting)})" if setting else name


def workload_label(sheet: FactSheet, rest: str) -> str:
    """``cost of 10,000 support chats`` of ``support_chat.cost``."""
    workload_id, _, part = rest.partition(".")
    known = sheet.context.workloads.get(workload_id)
    title = known.title if known else workload_id
    match part:
        case "cost":
            return f"cost of {title}"
        case "cost_per_request":
            return f"cost of one request of {title}"
        case _:
            return f"{title}: {part}"


def provider_name(sheet: FactSheet, provider_id: str) -> str:
    """The provider's name, its id where the context does not hold it."""
    known = sheet.context.providers.get(provider_id)
    return known.name if known else provider_id


def capability_label(sheet: FactSheet, capability_id: str) -> str:
    """The capability's label in lower case, as a sentence bears it."""
    known = sheet.context.capabilities.get(capability_id)
    return _uncapitalised(known.label) if known else capability_id.replace("_", " ")


def _uncapitalised(text: str) -> str:
    """A label inside a sentence: ``vision``, but ``PDF input``."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]

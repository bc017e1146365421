"""The facts again, slow and obvious: written from the contract, section 2, line by line, sharing no code with the product.

It answers with plain values: numbers as fractions, dates as ISO text, lists sorted. Only the catalog's nouns are shared.
"""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction
from typing import Any

from tests.property.offers_again import blend, is_eligible, number, prices_for, reference_offer, sort_id
from writer.catalog.catalog import Catalog
from writer.catalog.model import Model, Offer, Workload

Plain = dict[str, Any]


def iso(when: Any) -> str:
    return when.isoformat() if isinstance(when, date) else f"{when.year:04d}-{when.month:02d}"


def capability_lists(model: Model, catalog: Catalog) -> tuple[list[str], list[str]]:
    yes, no = [], []
    for key in set(catalog.capabilities) | set(model.capabilities):
        if key in model.capabilities:
            (yes if model.capabilities[key] else no).append(key)
            continue
        implied_by = catalog.capabilities[key].implied_by
        if implied_by:
            held = {"inputs": model.inputs, "outputs": model.outputs}
            if all(held[name] is not None and value in held[name] for name, value in implied_by.items()):
                yes.append(key)
    return sorted(yes), sorted(no)


def one(model: Model, catalog: Catalog) -> Plain:
    reference = reference_offer(model)
    window, output = model.context_window, model.max_output
    if reference is not None:
        window = reference.context_window if reference.context_window is not None else window
        output = reference.max_output if reference.max_output is not None else output
    facts = {**stated(model), **offered(model, catalog)}
    if reference is not None:
        facts.update(referred(reference, window, output))
    for job in catalog.workloads.values():
        facts.update(worked(job, reference, window, output))
    yes, no = capability_lists(model, catalog)
    facts["capabilities.supported"], facts["capabilities.unsupported"] = yes, no
    facts["capabilities.count"] = len(yes) if yes or no else None
    for result in model.scores:
        name = result.benchmark if result.setting is None else f"{result.benchmark}@{result.setting}"
        facts[f"score.{name}"] = number(result.score)
    return {key: value for key, value in facts.items() if value is not None}


def stated(model: Model) -> Plain:
    facts: Plain = {}
    for key in (
        "slug",
        "name",
        "vendor",
        "context_window",
        "max_output",
        "parameters_total",
        "parameters_active",
        "architecture",
        "license",
        "open_weights",
    ):
        facts[key] = getattr(model, key)
    facts["status"] = None if model.status is None else str(model.status)
    facts["released"] = None if model.released is None else iso(model.released)
    facts["knowledge_cutoff"] = None if model.knowledge_cutoff is None else iso(model.knowledge_cutoff)
    facts["inputs"] = None if model.inputs is None else sorted(model.inputs)
    facts["outputs"] = None if model.outputs is None else sorted(model.outputs)
    return facts


def offered(model: Model, catalog: Catalog) -> Plain:
    facts: Plain = {}
    not_ended = [offer for offer in model.offers if offer.ended is None]
    eligible = [offer for offer in model.offers if is_eligible(offer)]
    if not_ended:
        facts["providers"] = sorted({offer.provider for offer in not_ended})
        facts["providers.count"] = len(facts["providers"])
        facts["price.free_providers"] = sorted(
            {offer.provider for offer in not_ended if str(offer.billing) == "free" and offer.held is None}
        )
    for provider in {offer.provider for offer in eligible}:
        its = [offer for offer in eligible if offer.provider == provider]
        cheapest = min(its, key=lambda offer: (blend(offer), sort_id(offer)))
        for key in ("input", "output", "cached_input", "context_window"):
            value = getattr(cheapest, key)
            facts[f"offers.{provider}.{key}"] = None if value is None else number(value)
    own = [offer for offer in eligible if offer.provider in catalog.vendors[model.vendor].providers]
    if own:
        cheapest = min(own, key=lambda offer: (blend(offer), offer.provider, sort_id(offer)))
        facts["price.list.input"], facts["price.list.output"] = number(cheapest.input), number(cheapest.output)
    paid = [number(offer.input) for offer in eligible if offer.input > 0]
    if len(paid) >= 2:
        facts["price.input.lowest"], facts["price.input.highest"] = min(paid), max(paid)
        facts["price.input.spread.ratio"] = max(paid) / min(paid)
    return facts


def referred(reference: Offer, window: int | None, output: int | None) -> Plain:
    facts: Plain = {"price.provider": reference.provider}
    facts["price.input"], facts["price.output"] = number(reference.input), number(reference.output)
    facts["price.cached_input"] = None if reference.cached_input is None else number(reference.cached_input)
    facts["price.context_window"], facts["price.max_output"] = window, output
    facts["price.blended"] = blend(reference)
    if reference.input != 0:
        facts["price.output_to_input.ratio"] = number(reference.output) / number(reference.input)
    for tier in reference.tiers:
        prefix = f"price.tier.{tier.above_input_tokens}"
        facts[f"{prefix}.input"] = number(reference.input if tier.input is None else tier.input)
        facts[f"{prefix}.output"] = number(reference.output if tier.output is None else tier.output)
    if window is not None:
        facts["context_fill.cost"] = window * prices_for(reference, window)[0] / 1_000_000
    return facts


def worked(job: Workload, reference: Offer | None, window: int | None, output: int | None) -> Plain:
    facts: Plain = {}
    prefix = f"workload.{job.id}"
    if window is None and output is None:
        fits = None
    elif window is not None and job.input_tokens + job.output_tokens > window:
        fits, facts[f"{prefix}.limit"] = False, "context_window"
    elif output is not None and job.output_tokens > output:
        fits, facts[f"{prefix}.limit"] = False, "max_output"
    else:
        fits = True
    facts[f"{prefix}.fits"] = fits
    if reference is not None and fits is not False:
        price_in, price_out = prices_for(reference, job.input_tokens)
        request = (job.input_tokens * price_in + job.output_tokens * price_out) / 1_000_000
        facts[f"{prefix}.cost_per_request"] = request
        facts[f"{prefix}.cost"] = request * job.requests
    return facts


def letter(ours: Any, theirs: Any) -> str:
    return "tie" if ours == theirs else "a" if ours > theirs else "b"


def half_even_tenth(exact: Fraction) -> Fraction:
    tenths = exact * 10
    whole = math.floor(tenths)
    left = tenths - whole
    if left > Fraction(1, 2) or (left == Fraction(1, 2) and whole % 2 == 1):
        whole += 1
    return Fraction(whole, 10)


def months_between(ours: str, theirs: str) -> int:
    (year, month), (other_year, other_month) = (map(int, text.split("-")[:2]) for text in (ours, theirs))
    return abs((year * 12 + month) - (other_year * 12 + other_month))


def between(a: Plain, b: Plain, catalog: Catalog) -> Plain:
    return {**measured(a, b, catalog), **dated(a, b), **had(a, b), **scored(a, b, catalog)}


def measured(a: Plain, b: Plain, catalog: Catalog) -> Plain:
    facts: Plain = {}
    quantities = [
        "context_window",
        "max_output",
        "parameters_total",
        "parameters_active",
        "price.input",
        "price.output",
        "price.blended",
        "price.cached_input",
        "price.list.input",
        "price.list.output",
        "context_fill.cost",
    ]
    quantities += [f"workload.{job}.cost" for job in catalog.workloads]
    for key in [*quantities, "providers.count", "capabilities.count"]:
        if key in a and key in b:
            lo, hi = sorted([Fraction(a[key]), Fraction(b[key])])
            facts[f"{key}.higher"] = letter(a[key], b[key])
            facts[f"{key}.difference"] = hi - lo
            if lo > 0:
                facts[f"{key}.ratio"] = hi / lo
                if key in quantities:
                    facts[f"{key}.premium_percent"] = (hi - lo) / lo * 100
                    facts[f"{key}.saving_percent"] = (hi - lo) / hi * 100
    return facts


def dated(a: Plain, b: Plain) -> Plain:
    facts: Plain = {}
    if "released" in a and "released" in b:
        ours, theirs = a["released"], b["released"]
        if len(ours) == len(theirs) == len("2025-03-14"):
            days = abs((date.fromisoformat(ours) - date.fromisoformat(theirs)).days)
            facts["released.newer"] = letter(ours, theirs)
            facts["released.gap.days"] = days
            facts["released.gap.months"] = half_even_tenth(Fraction(days * 12) / Fraction("365.2425"))
        else:
            facts["released.gap.months"] = months_between(ours, theirs)
            if ours[:7] != theirs[:7]:
                facts["released.newer"] = letter(ours[:7], theirs[:7])
    if "knowledge_cutoff" in a and "knowledge_cutoff" in b:
        facts["knowledge_cutoff.newer"] = letter(a["knowledge_cutoff"], b["knowledge_cutoff"])
        facts["knowledge_cutoff.gap.months"] = months_between(a["knowledge_cutoff"], b["knowledge_cutoff"])
    return facts


def had(a: Plain, b: Plain) -> Plain:
    facts: Plain = {}
    if "providers" in a and "providers" in b:
        ours, theirs = set(a["providers"]), set(b["providers"])
        facts["providers.shared"], facts["providers.shared.count"] = sorted(ours & theirs), len(ours & theirs)
        facts["providers.only_a"], facts["providers.only_b"] = sorted(ours - theirs), sorted(theirs - ours)
    if (a.get("open_weights"), b.get("open_weights")) in ((True, False), (False, True)):
        facts["open_weights.only"] = "a" if a["open_weights"] else "b"

    yes_a, yes_b = set(a["capabilities.supported"]), set(b["capabilities.supported"])
    no_a, no_b = set(a["capabilities.unsupported"]), set(b["capabilities.unsupported"])
    facts["capabilities.shared"] = sorted(yes_a & yes_b)
    if (yes_a or no_a) and (yes_b or no_b):
        facts["capabilities.shared.count"] = len(yes_a & yes_b)
    facts["capabilities.only_a"], facts["capabilities.only_b"] = sorted(yes_a & no_b), sorted(yes_b & no_a)
    facts["capabilities.documented_only_a"] = sorted(yes_a - yes_b - no_b)
    facts["capabilities.documented_only_b"] = sorted(yes_b - yes_a - no_a)
    return facts


def scored(a: Plain, b: Plain, catalog: Catalog) -> Plain:
    facts: Plain = {}
    scores_a = {key for key in a if key.startswith("score.")}
    scores_b = {key for key in b if key.startswith("score.")}
    winners = []
    for key in scores_a & scores_b:
        test = catalog.benchmarks[key[len("score.") :].split("@")[0]]
        winner = letter(a[key], b[key])
        if not test.higher_is_better:
            winner = {"a": "b", "b": "a"}.get(winner, "tie")
        winners.append(winner)
        facts[f"{key}.winner"], facts[f"{key}.difference"] = winner, abs(a[key] - b[key])
        if test.margin is not None:
            facts[f"{key}.within_margin"] = abs(a[key] - b[key]) <= number(test.margin)
    facts["scores.shared.count"] = len(winners)
    facts["scores.wins.a"], facts["scores.wins.b"] = winners.count("a"), winners.count("b")
    facts["scores.ties.count"] = winners.count("tie")
    facts["scores.only_a"], facts["scores.only_b"] = sorted(scores_a - scores_b), sorted(scores_b - scores_a)
    return facts


def second_opinion(catalog: Catalog, a: str, b: str) -> dict[str, Plain]:
    """``{"a": …, "b": …, "pair": …}`` as the contract lays it down, without anything added."""
    ours, theirs = one(catalog.models[a], catalog), one(catalog.models[b], catalog)
    return {"a": ours, "b": theirs, "pair": between(ours, theirs, catalog)}

"""Say-forms: for each fact, phrasings that may be quoted as they are, the fullest first.

Every form names model and metric, so that it has one reading wherever it stands; the tests put each to the checker.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from writer.facts.sheet import Fact, FactSheet, Side
from writer.sayings.display import display, percent, ratio, show
from writer.sayings.forms_of_lists import list_forms
from writer.sayings.labels import label

Form = Callable[[FactSheet, Fact, str], tuple[str, ...]]


def forms(sheet: FactSheet, fact: Fact) -> tuple[str, ...]:
    """Licensed phrasings of ``fact``; empty where it is better told by another (slug, name, a hash)."""
    if fact.side is Side.PAIR:
        return _pair_forms(sheet, fact)
    return _own_forms(sheet, fact, sheet.model(fact.side).name)


def _own_forms(sheet: FactSheet, fact: Fact, name: str) -> tuple[str, ...]:
    if isinstance(fact.value, (bool, tuple)) or fact.key.endswith(".count"):
        return list_forms(sheet, fact)
    said = display(sheet, fact)
    head = fact.metric.split(".")[0]
    if fact.key.endswith(".spread.ratio"):
        return (f"{name}'s highest input price is {said} its lowest",)
    if fact.key.endswith("output_to_input.ratio"):
        return (f"{name} charges {said} as much for output as for input",)
    if fact.metric in _OWN:
        return tuple(form.format(name=name, said=said) for form in _OWN[fact.metric])
    if head == "score":
        return (f"{name} scores {said.removesuffix(' points')} on {label(sheet, fact.metric)}",)
    if head in ("offers", "price", "workload") and isinstance(fact.value, (int, Fraction)):
        return (f"{name}'s {label(sheet, fact.metric)} is {said}",)
    return ()


_OWN = {
    "context_window": ("{name} has a context window of {said}", "{name} reads {said}"),
    "max_output": ("{name} writes up to {said}", "{name}'s output limit is {said}"),
    "parameters_total": ("{name} has {said} in total",),
    "parameters_active": ("{name} has {said} active",),
    "price.input": ("{name}'s input price is {said}", "{name} charges {said} for input"),
    "price.output": ("{name}'s output price is {said}", "{name} charges {said} for output"),
    "price.cached_input": ("{name}'s cached input price is {said}", "{name} charges {said} for cached input"),
    "price.blended": ("{name}'s blended price is {said}",),
    "price.provider": ("{name}'s reference price is {said}'s",),
    "context_fill.cost": ("filling {name}'s context window once costs {said}",),
    "released": ("{name} was released on {said}",),
    "knowledge_cutoff": ("{name}'s knowledge cutoff is {said}",),
    "license": ("{name} is under {said}",),
    "architecture": ("{name} is a {said} model",),
}


def _pair_forms(sheet: FactSheet, fact: Fact) -> tuple[str, ...]:
    tail = fact.key.rsplit(".", 1)[1]
    if tail in _COMPARED and isinstance(fact.value, (int, Fraction)):
        return _compared(sheet, fact, tail)
    if fact.key.endswith((".gap.days", ".gap.months")):
        return (f"the {label(sheet, fact.metric)}s are {display(sheet, fact)} apart",)
    if tail in ("newer", "winner", "higher"):
        return _decided(sheet, fact, tail)
    return list_forms(sheet, fact)


_COMPARED = ("difference", "ratio", "premium_percent", "saving_percent")


def _sides(sheet: FactSheet, fact: Fact) -> tuple[str, str] | None:
    """Who has more and who has less; None for a tie."""
    decided = next(
        (
            sheet.facts.get(f"pair.{fact.metric}.{tail}")
            for tail in ("higher", "winner")
            if f"pair.{fact.metric}.{tail}" in sheet.facts
        ),
        None,
    )
    if decided is None or decided.value not in ("a", "b"):
        return None
    side = Side(str(decided.value))
    return sheet.model(side).name, sheet.model(side.other).name


def _compared(sheet: FactSheet, fact: Fact, tail: str) -> tuple[str, ...]:
    sides = _sides(sheet, fact)
    if sides is None or not isinstance(fact.value, (int, Fraction)):
        return ()
    more, less = sides
    name = label(sheet, fact.metric)
    match tail:
        case "ratio":
            return (f"{more}'s {name} is {ratio(fact.value)} times that of {less}",)
        case "premium_percent":
            return (f"{more}'s {name} is {percent(fact.value)}% higher than {less}'s",)
        case "saving_percent":
            return (f"{less}'s {name} is {percent(fact.value)}% lower than {more}'s",)
        case _:
            said = show(fact.value, fact.unit)
            if fact.metric.startswith("score."):
                return (f"{more} leads by {said} on {name}",)
            if fact.key in _COUNTED:
                one, many = _COUNTED[fact.key]
                return (f"{more} has {said} more {one if fact.value == 1 else many} than {less}",)
            return (f"{more}'s {name} is {said} higher than {less}'s",)


_COUNTED = {
    "pair.providers.count.difference": ("provider", "providers"),
    "pair.capabilities.count.difference": ("documented capability", "documented capabilities"),
}


def _decided(sheet: FactSheet, fact: Fact, tail: str) -> tuple[str, ...]:
    name = label(sheet, fact.metric)
    if fact.value == "tie":
        return (f"the two models are level on {name}",)
    if fact.value not in ("a", "b"):
        return ()
    who = sheet.model(Side(str(fact.value))).name
    match tail:
        case "newer":
            word = "newer" if fact.metric == "released" else "fresher"
            return (f"{who} is the newer model",) if word == "newer" else (f"{who} has the later {name}",)
        case "winner":
            return (f"{who} is ahead on {name}", f"{who} wins {name}")
        case _:
            return (f"{who} has the higher {name}",)

"""Say-forms of facts that are lists, counts, or a yes or no."""

from __future__ import annotations

from writer.facts.sheet import Fact, FactSheet, Side
from writer.sayings.labels import capability_label, label, provider_name


def list_forms(sheet: FactSheet, fact: Fact) -> tuple[str, ...]:
    """Phrasings of providers, capabilities, open weights, shared scores and their counts."""
    tail = fact.key.split(".", 1)[1]
    name = "" if fact.side is Side.PAIR else sheet.model(fact.side).name
    if isinstance(fact.value, bool):
        return _yes_or_no(tail, name, yes=fact.value)
    if isinstance(fact.value, int):
        return _counts(tail, name, fact.value)
    if isinstance(fact.value, tuple) and fact.value:
        return _members(sheet, tail, name, fact.value)
    if tail == "open_weights.only" and fact.value in ("a", "b"):
        return (f"only {sheet.model(Side(str(fact.value))).name} has open weights",)
    return ()


def join(words: tuple[str, ...]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _yes_or_no(tail: str, name: str, *, yes: bool) -> tuple[str, ...]:
    if tail == "open_weights":
        return (f"{name} has open weights",) if yes else (f"{name} does not have open weights",)
    return ()


def _counts(tail: str, name: str, count: int) -> tuple[str, ...]:
    match tail:
        case "providers.count":
            return (f"{name} is sold by {_number(count, 'provider')}",)
        case "capabilities.count":
            return (f"{name} documents {count} {'capability' if count == 1 else 'capabilities'}",)
        case "providers.shared.count":
            return (
                (f"the two models share {_number(count, 'provider')}",) if count else ("no provider sells both models",)
            )
        case "capabilities.shared.count":
            return (f"the two models share {count} {'capability' if count == 1 else 'capabilities'}",) if count else ()
        case "scores.shared.count":
            return (
                (f"the two models share {_number(count, 'benchmark')}",)
                if count
                else ("the two models share no benchmark",)
            )
        case _:
            return ()


def _members(sheet: FactSheet, tail: str, name: str, members: tuple[str, ...]) -> tuple[str, ...]:
    head, _, rest = tail.partition(".")
    one, other = (sheet.a.name, sheet.b.name) if tail.endswith("_a") else (sheet.b.name, sheet.a.name)
    match head:
        case "providers" | "price":
            said = join(tuple(provider_name(sheet, member) for member in members))
            return _provider_members(rest, name, one, said)
        case "capabilities":
            said = join(tuple(capability_label(sheet, member) for member in members))
            return _capability_members(rest, name, (one, other), said)
        case "scores":
            alone = _alone(sheet, members)
            if not rest.startswith("only_") or not alone:
                return ()
            said = join(tuple(label(sheet, member) for member in alone))
            return (f"only {one} has a score on {said}",)
        case _:
            return ()


def _alone(sheet: FactSheet, members: tuple[str, ...]) -> tuple[str, ...]:
    """Without the benchmarks on which the other model has a score too, in some setting."""
    held: dict[str, set[Side]] = {}
    for fact in sheet.facts.values():
        if fact.side is not Side.PAIR and fact.metric.startswith("score."):
            held.setdefault(fact.metric.partition("@")[0], set()).add(fact.side)
    return tuple(member for member in members if len(held.get(member.partition("@")[0], ())) == 1)


def _provider_members(rest: str, name: str, one: str, said: str) -> tuple[str, ...]:
    match rest:
        case "":
            return (f"{name} is sold by {said}",)
        case "shared":
            return (f"{said} {'sell' if ' and ' in said else 'sells'} both models",)
        case "only_a" | "only_b":
            return (f"{said} {'sell' if ' and ' in said else 'sells'} {one} only",)
        case "free_providers":
            return (f"{name} is free at {said}",)
        case _:
            return ()


def _capability_members(rest: str, name: str, pair: tuple[str, str], said: str) -> tuple[str, ...]:
    one, other = pair
    match rest:
        case "supported":
            return (f"{name} supports {said}",)
        case "unsupported":
            return (f"{name} does not support {said}",)
        case "shared":
            return (f"both models support {said}",)
        case "only_a" | "only_b":
            return (f"{one} supports {said}, which {other} does not",)
        case "documented_only_a" | "documented_only_b":
            return (f"{said} {'are' if ' and ' in said else 'is'} documented for {one} and undocumented for {other}",)
        case _:
            return ()

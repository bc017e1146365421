"""A right figure on a wrong job or provider, a wrong capability."""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer.evaluation.draft import Role
from writer.evaluation.mutation.kind import Edit, Site, kind, replaced
from writer.evaluation.oracle import states
from writer.facts.sheet import Side

_OUTSIDE_PROVIDERS = ("Replicate", "Lambda", "SambaNova", "Groq", "Cerebras", "Hyperbolic")


@kind("job-swapped")
def job_swapped(site: Site) -> Iterator[Edit]:
    """Another workload's title; where neither model asks so much for it."""
    for mark in site.marks(Role.JOB):
        figures = site.figures(mark)
        for workload in site.draft.sheet.context.workloads.values():
            metric = f"workload.{workload.id}.cost"
            facts = [
                fact for fact in site.draft.sheet.facts.values() if fact.metric == metric and fact.aspect != "higher"
            ]
            said = any(states(each.value, fact.value, each.bound) for each in figures for fact in facts)  # type: ignore[arg-type]
            if workload.title.lower() not in mark.text.lower() and figures and not said:
                yield replaced(mark, workload.title)


@kind("job-size")
def job_size(site: Site) -> Iterator[Edit]:
    """Ten times or a tenth of the requests at the same cost."""
    for mark in site.marks(Role.JOB):
        found = re.search(r"[0-9][0-9,]*", mark.text)
        if found is not None and site.figures(mark):
            number = int(found[0].replace(",", ""))
            for now in (number * 10, number // 10, number * 2):
                yield replaced(mark, mark.text.replace(found[0], f"{now:,}"))


@kind("provider-swapped")
def provider_swapped(site: Site) -> Iterator[Edit]:
    """A provider of the catalog that does not list the clause's models."""
    for mark in site.marks(Role.PROVIDER):
        sides = {each.side for each in site.clause(mark) if each.role is Role.NAME} or {"a", "b"}
        listed = {provider for side in sides for provider in _listed(site, Side(side))}
        others = [name for key, name in site.world.providers if key not in listed and not _is_told(site, name)]
        if others:
            yield replaced(mark, site.chance.choice(others))


@kind("provider-outside")
def provider_outside(site: Site) -> Iterator[Edit]:
    """A provider that the catalog does not list for the pair."""
    for mark in site.marks(Role.PROVIDER):
        outside = [name for name in _OUTSIDE_PROVIDERS if not any(name in known for _, known in site.world.providers)]
        yield replaced(mark, site.chance.choice(outside))


def _listed(site: Site, side: Side) -> tuple[str, ...]:
    fact = site.draft.sheet.facts.get(f"{side.value}.providers")
    return fact.value if fact is not None and isinstance(fact.value, tuple) else ()


def _is_told(site: Site, name: str) -> bool:
    """Whether the provider's name is within that of one that lists a model of the pair (Google, Google Vertex)."""
    sheet = site.draft.sheet
    known = [
        sheet.context.providers[key].name
        for side in (Side.A, Side.B)
        for key in _listed(site, side)
        if key in sheet.context.providers
    ]
    vendors = [vendor.name for vendor in sheet.context.vendors.values()]
    return any(name.lower() in other.lower() or other.lower() in name.lower() for other in (*known, *vendors))


@kind("capability-swapped")
def capability_swapped(site: Site) -> Iterator[Edit]:
    """A capability that is not the same for the clause's models."""
    for mark in site.marks(Role.CAPABILITY):
        sides = {each.side for each in site.clause(mark) if each.role is Role.NAME} or {"a", "b"}
        if len(sides) > 1:
            continue
        side = Side(next(iter(sides)))
        for capability in site.draft.sheet.context.capabilities.values():
            if _known(site, side, capability.id) != _known(site, side, mark.key):
                yield replaced(mark, _cased(mark.text, capability.words[0]))


def _cased(was: str, now: str) -> str:
    return now[:1].upper() + now[1:] if was[:1].isupper() else now


def _known(site: Site, side: Side, capability: str) -> str:
    for aspect in ("supported", "unsupported"):
        fact = site.draft.sheet.facts.get(f"{side.value}.capabilities.{aspect}")
        if fact is not None and isinstance(fact.value, tuple) and capability in fact.value:
            return aspect
    return "unknown"


@kind("blend-weights")
def blend_weights(site: Site) -> Iterator[Edit]:
    """Other weights for the same blended price."""
    for mark in site.marks(Role.BLEND):
        for now in ("50/50", "60/40", "30/70", "80/20", "90/10"):
            yield replaced(mark, now)

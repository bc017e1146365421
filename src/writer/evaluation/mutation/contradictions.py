"""A sentence more, that the facts deny: capabilities, providers, weights, licenses."""

from __future__ import annotations

from collections.abc import Iterator

from writer.evaluation.mutation.additions import added
from writer.evaluation.mutation.asking import SIDES, name_of
from writer.evaluation.mutation.kind import Edit, Site, kind
from writer.evaluation.mutation.things import _OUTSIDE_PROVIDERS as OUTSIDE_PROVIDERS
from writer.facts.sheet import Side

_OPEN_SOURCE = ("MIT", "Apache-2.0", "BSD-3-Clause", "BSD-2-Clause", "GPL-3.0", "AGPL-3.0", "LGPL-3.0", "MPL-2.0")


def _ids(site: Site, key: str) -> tuple[str, ...]:
    fact = site.draft.sheet.facts.get(key)
    return fact.value if fact is not None and isinstance(fact.value, tuple) else ()


def _capabilities(site: Site, side: Side) -> Iterator[tuple[str, str]]:
    """What prose calls each capability, and yes, no or unknown of it."""
    yes, no = (_ids(site, f"{side.value}.capabilities.{aspect}") for aspect in ("supported", "unsupported"))
    for capability in site.draft.sheet.context.capabilities.values():
        yield capability.words[0], "yes" if capability.id in yes else "no" if capability.id in no else "unknown"


@kind("unknown-as-no")
def unknown_as_no(site: Site) -> Iterator[Edit]:
    """What is undocumented, told as absent."""
    for side in SIDES:
        for word, known in _capabilities(site, side):
            if known == "unknown":
                yield added(site, f"{name_of(site, side)} does not support {word}.")


@kind("unknown-as-yes")
def unknown_as_yes(site: Site) -> Iterator[Edit]:
    """What is undocumented, told as there."""
    for side in SIDES:
        for word, known in _capabilities(site, side):
            if known == "unknown":
                yield added(site, f"{name_of(site, side)} supports {word}.")


@kind("known-as-unknown")
def known_as_unknown(site: Site) -> Iterator[Edit]:
    """What is known, told as undocumented."""
    for side in SIDES:
        for word, known in _capabilities(site, side):
            if known != "unknown":
                yield added(site, f"For {name_of(site, side)}, {word} is undocumented.")


@kind("capability-contradicted")
def capability_contradicted(site: Site) -> Iterator[Edit]:
    """Yes for no, no for yes."""
    for side in SIDES:
        for word, known in _capabilities(site, side):
            if known == "yes":
                yield added(site, f"{name_of(site, side)} lacks {word}.")
            elif known == "no":
                yield added(site, f"{name_of(site, side)} supports {word}.")


@kind("provider-invented")
def provider_invented(site: Site) -> Iterator[Edit]:
    """A provider that does not list the model."""
    for side in SIDES:
        listed = _ids(site, f"{side.value}.providers")
        others = [key for key in _ids(site, f"{side.other.value}.providers") if key not in listed]
        names = [
            site.draft.sheet.context.providers[key].name for key in others if key in site.draft.sheet.context.providers
        ]
        mine = [
            site.draft.sheet.context.providers[key].name for key in listed if key in site.draft.sheet.context.providers
        ]
        vendors = [vendor.name for vendor in site.draft.sheet.context.vendors.values()]
        apart = [name for name in names if not any(name in each or each in name for each in (*mine, *vendors))]
        for name in (*apart, *OUTSIDE_PROVIDERS[1:3]):
            if listed and name not in mine:
                yield added(site, f"{name_of(site, side)} is also sold by {name}.")


@kind("weights-flipped")
def weights_flipped(site: Site) -> Iterator[Edit]:
    """Open weights told as closed, closed as open."""
    for side in SIDES:
        fact = site.draft.sheet.facts.get(f"{side.value}.open_weights")
        if fact is not None:
            told = "closed" if fact.value else "open"
            yield added(site, f"{name_of(site, side)} has {told} weights.")


@kind("open-source")
def open_source(site: Site) -> Iterator[Edit]:
    """Open source without a license that makes it so."""
    for side in SIDES:
        if site.draft.sheet.model(side).license not in _OPEN_SOURCE:
            yield added(site, f"{name_of(site, side)} is open source.")


@kind("license-invented")
def license_invented(site: Site) -> Iterator[Edit]:
    """A license that the model does not have."""
    for side in SIDES:
        mine = site.draft.sheet.model(side).license or ""
        for told, ids in (("the MIT license", "MIT"), ("Apache 2.0", "Apache-2.0")):
            if mine != ids:
                yield added(site, f"{name_of(site, side)} is licensed under {told}.")


@kind("free-of-charge")
def free(site: Site) -> Iterator[Edit]:
    """Free, where no provider gives it away."""
    for side in SIDES:
        if not _ids(site, f"{side.value}.price.free_providers"):
            yield added(site, f"{name_of(site, side)} is free to use.")

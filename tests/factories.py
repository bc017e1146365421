"""Made-up models and catalogs for tests: every argument has a quiet default, so that a test names only what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Literal, TypeVar

from writer.catalog.catalog import Catalog
from writer.catalog.model import (
    Benchmark,
    Billing,
    Capability,
    Model,
    Offer,
    Provider,
    Score,
    Source,
    Tier,
    Vendor,
    Workload,
)
from writer.check.report import Report
from writer.drafts.draft import Draft, Origin, Result, Usage
from writer.drafts.draft import Status as DraftStatus
from writer.facts.sheet import FactSheet
from writer.prose import Paragraph, Prose, Sentence

Money = str | int | None
SEEN = date(2026, 7, 2)
T = TypeVar("T", Vendor, Provider, Benchmark, Capability, Workload, Source)


def money(text: Money) -> Decimal | None:
    """``"0.10"`` as an exact decimal; None stays unknown."""
    return None if text is None else Decimal(text)


def tier(above: int, input: Money = None, output: Money = None) -> Tier:
    """A price tier."""
    return Tier(above, money(input), money(output))


def offer(
    provider: str = "cloudy",
    input: Money = "1",
    output: Money = "2",
    cached_input: Money = None,
    *,
    tiers: Iterable[Tier] = (),
    billing: str = "tokens",
    **more: Any,
) -> Offer:
    """An offer seen on ``SEEN``, eligible unless told otherwise."""
    made = Offer(provider, None, money(input), money(output), money(cached_input), billing=Billing(billing))
    return replace(made, tiers=tuple(tiers), **{"source": "listings", "checked": SEEN, **more})


def score(benchmark: str, value: str | int, setting: str | None = None, **more: Any) -> Score:
    """A score, with or without a setting."""
    return Score(benchmark, Decimal(value), setting, **more)


def model(slug: str = "alpha-1", *, offers: Iterable[Offer] = (), scores: Iterable[Score] = (), **more: Any) -> Model:
    """A model of the vendor ``acme``; its offers and scores are sorted as a loader sorts them."""
    made = Model(slug, more.pop("name", slug.replace("-", " ").title()), more.pop("vendor", "acme"))
    by_provider = sorted(offers, key=lambda each: (each.provider, each.id is not None, each.id or ""))
    by_key = sorted(scores, key=lambda each: each.key)
    return replace(made, offers=tuple(by_provider), scores=tuple(by_key), **more)


def provider(id: str, kind: Literal["first_party", "cloud", "reseller", "aggregator"] = "cloud") -> Provider:
    """A provider whose name is its id in capitals."""
    return Provider(id, id.replace("-", " ").title(), f"https://{id}.example/", kind)


def benchmark(id: str, unit: str = "points", *, higher: bool = True, margin: Money = None) -> Benchmark:
    """A benchmark whose name is its id in capitals."""
    return Benchmark(id, id.replace("-", " ").title(), unit, higher, money(margin), f"https://{id}.example/")


def capability(id: str, **implied_by: str) -> Capability:
    """A capability called what its id says."""
    words = id.replace("_", " ")
    return Capability(id, words.capitalize(), (words,), implied_by)


CHATS = Workload("support_chat", "10,000 support chats", 10_000, 1_500, 400)
DIGESTS = Workload("document_digest", "1,000 long-document summaries", 1_000, 40_000, 1_000)
VENDORS = (Vendor("acme", "Acme", "https://acme.example/", ("acme",)), Vendor("bolt", "Bolt AI", None, ("bolt",)))
CAPABILITIES = (capability("function_calling"), capability("reasoning"), capability("vision", inputs="image"))
BENCHMARKS = (
    benchmark("codex-test", margin="1.5"),
    benchmark("mazes", "minutes", higher=False),
    benchmark("ranked-chat", "elo", margin="10"),
    benchmark("sums", "percent"),
)
LISTINGS = Source("listings", "The Listings", "https://listings.example/", "MIT", "The Listings' contributors")


def by_id(things: Iterable[T]) -> Mapping[str, T]:
    """A table of a catalog, sorted by id."""
    return {each.id: each for each in sorted(things, key=lambda each: each.id)}


def catalog(*models: Model, **tables: Iterable[Any]) -> Catalog:
    """A catalog of these models; every provider that they name is in it. Tables can be given by name."""
    named = {each.provider for every in models for each in every.offers} | {"acme", "bolt"}
    return Catalog(
        models={each.slug: each for each in sorted(models, key=lambda each: each.slug)},
        vendors=by_id(tables.get("vendors", VENDORS)),
        providers=by_id(tables.get("providers", [provider(each) for each in sorted(named)])),
        benchmarks=by_id(tables.get("benchmarks", BENCHMARKS)),
        capabilities=by_id(tables.get("capabilities", CAPABILITIES)),
        workloads=by_id(tables.get("workloads", (CHATS, DIGESTS))),
        sources=by_id(tables.get("sources", (LISTINGS,))),
    )


WRITTEN = datetime(2026, 7, 3, 9, 30, tzinfo=UTC)
REVIEWED = datetime(2026, 7, 4, 16, 0, tzinfo=UTC)


def draft(
    sheet: FactSheet,
    text: str = "",
    *,
    status: str = "approved",
    model_name: str = "openai/any",
    report: Report | None = None,
    **more: Any,
) -> Draft:
    """A draft of a sheet in canonical order, approved unless told otherwise."""
    prose = Prose(tuple(Paragraph((Sentence(each),)) for each in (text or f"{sheet.a.name} it is.").split("\n\n")))
    result = Result(
        a=sheet.a.slug,
        b=sheet.b.slug,
        accepted=True,
        reason="",
        prose=prose,
        report=report or Report((), (), 0, "checker-1"),
        facts_hash=sheet.hash,
        prompt_hash="p",
        prompt_version="1",
        model=model_name,
        attempts=(),
        usage=Usage(),
        written_at=WRITTEN,
    )
    made = Draft(
        id="d1",
        version=1,
        status=DraftStatus(status),
        result=result,
        text=prose.text,
        text_hash="t",
        page_version="page-1",
        origin=Origin.DRAFTED,
        parent=None,
        by="ada",
        note="",
        created_at=WRITTEN,
        reviewed_at=REVIEWED if status in {"approved", "published"} else None,
    )
    return replace(made, **more)

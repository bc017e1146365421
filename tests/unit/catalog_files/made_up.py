"""Made-up catalogs for Hypothesis: everything the layout allows, ids that stand where they are named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from hypothesis import strategies as st

from writer.catalog.catalog import Catalog
from writer.catalog.model import (
    Benchmark,
    Billing,
    Capability,
    Disagreement,
    Model,
    Offer,
    Provenance,
    Provider,
    Score,
    Source,
    Status,
    Tier,
    Vendor,
    Workload,
)
from writer.quantities.dates import YearMonth

T = TypeVar("T")

slugs = st.from_regex(r"[a-z0-9]{1,6}([.-][a-z0-9]{1,4}){0,2}", fullmatch=True).map(
    lambda slug: slug.replace("-vs-", "-v-")
)
texts = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), max_size=30).map(
    lambda text: text.strip() or "x"
)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
months = st.builds(YearMonth, st.integers(1990, 2100), st.integers(1, 12))
prices = st.decimals(0, 1_000_000, places=6)
counts = st.integers(1, 10**15)
links = st.sampled_from(["https://a.example", "http://b.example/x?y=1#z", "https://c.example:8443/ü"])
SOURCES = ("listings", "board_2")
PROVIDERS = ("acme-cloud", "302ai", "Reseller_1")
BENCHMARKS = ("trivia", "code")
CAPABILITIES = ("vision", "tools")
KEYS = ("released", "license", "capabilities.vision", "capabilities.tools", "offers", "name")


def frozen(table: Mapping[str, T]) -> Mapping[str, T]:
    return MappingProxyType(dict(sorted(table.items())))


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


sources = st.sampled_from(SOURCES) | links
tiers = st.lists(st.integers(0, 10**9), unique=True, max_size=3).flatmap(
    lambda bounds: st.tuples(
        *(st.builds(Tier, st.just(bound), maybe(prices), maybe(prices)) for bound in sorted(bounds))
    )
)
offers = st.builds(
    Offer,
    provider=st.sampled_from(PROVIDERS),
    id=maybe(texts),
    input=maybe(prices),
    output=maybe(prices),
    cached_input=maybe(prices),
    context_window=maybe(counts),
    max_output=maybe(counts),
    billing=st.sampled_from(Billing),
    ended=maybe(days),
    held=maybe(texts),
    source=maybe(sources),
    ref=maybe(texts),
    checked=maybe(days),
    tiers=tiers,
)
scores = st.builds(
    Score,
    benchmark=st.sampled_from(BENCHMARKS),
    score=st.decimals(-(10**6), 10**6, places=4),
    setting=maybe(slugs),
    self_reported=maybe(st.booleans()),
    source=maybe(sources),
    ref=maybe(texts),
    measured=maybe(days),
)
provenances = st.builds(
    Provenance,
    source=maybe(sources),
    ref=maybe(texts),
    checked=maybe(days),
    also=st.lists(texts, max_size=2).map(tuple),
    conflicts=st.lists(st.builds(Disagreement, texts, st.lists(texts, max_size=2).map(tuple)), max_size=2).map(tuple),
    pinned=maybe(texts),
)
modalities = st.lists(st.sampled_from(["text", "image", "audio"]), max_size=3).map(tuple)


def models(slug: str) -> st.SearchStrategy[Model]:
    """Models of that slug, named after it so that names never clash."""
    return st.builds(
        Model,
        slug=st.just(slug),
        name=st.just(f"Model {slug}"),
        vendor=st.sampled_from(["acme", "other"]),
        aliases=st.lists(texts.map(lambda text: f"{text}!"), unique=True, max_size=2).map(tuple),
        listed=st.booleans(),
        status=maybe(st.sampled_from(Status)),
        released=maybe(days | months),
        knowledge_cutoff=maybe(months),
        context_window=maybe(counts),
        max_output=maybe(counts),
        parameters_total=maybe(counts),
        parameters_active=maybe(counts),
        architecture=maybe(texts),
        license=maybe(texts),
        open_weights=maybe(st.booleans()),
        inputs=maybe(modalities),
        outputs=maybe(modalities),
        capabilities=st.dictionaries(st.sampled_from(CAPABILITIES), st.booleans()).map(frozen),
        offers=st.lists(offers, max_size=3, unique_by=lambda offer: (offer.provider, offer.id)).map(
            lambda made: tuple(sorted(made, key=lambda offer: (offer.provider, offer.id or "")))
        ),
        scores=st.lists(scores, max_size=3, unique_by=lambda score: score.key).map(
            lambda made: tuple(sorted(made, key=lambda score: score.key))
        ),
        provenance=st.dictionaries(st.sampled_from(KEYS), provenances, max_size=3).map(frozen),
    )


model_tables = st.lists(slugs, unique=True, max_size=3).flatmap(
    lambda made: st.fixed_dictionaries({slug: models(slug) for slug in made})
)
VENDORS = frozen(
    {"acme": Vendor("acme", "Acme", "https://a.example", PROVIDERS[:1]), "other": Vendor("other", "Öther")}
)


def catalog_of(table: Mapping[str, Model]) -> Catalog:
    """The models beside tables that hold every id they can name."""
    return Catalog(
        models=frozen(table),
        vendors=VENDORS,
        providers=frozen({key: Provider(key, f'"{key}" \\ Inc', None, "cloud") for key in PROVIDERS}),
        benchmarks=frozen({key: Benchmark(key, key, "points", key == "code", Decimal("1.5")) for key in BENCHMARKS}),
        capabilities=frozen({key: Capability(key, key, (key,), frozen({"inputs": "image"})) for key in CAPABILITIES}),
        workloads=frozen({"chat": Workload("chat", "10 chats", 10, 1000, 100)}),
        sources=frozen({key: Source(key, key, None, "MIT", "them", "v1", date(2026, 7, 2)) for key in SOURCES}),
    )


catalogs = model_tables.map(catalog_of)

"""Made-up models for Hypothesis: tiers, settings, free, ended and held offers, windows by provider, months for dates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from tests.factories import catalog, model
from writer.catalog.catalog import Catalog
from writer.catalog.model import Billing, Model, Offer, Score, Status, Tier
from writer.quantities.dates import YearMonth

PROVIDERS = ("acme", "bolt", "cloudy", "depot")
WINDOWS = (1_000, 30_400, 32_000, 41_000, 120_000, 121_600, 128_000, 131_072)
prices = st.sampled_from([Decimal(text) for text in ("0", "0.05", "0.1", "0.30", "1", "2.5", "3.333", "75")])
months = st.builds(YearMonth, st.integers(2023, 2026), st.integers(1, 12))
days = st.dates(date(2023, 1, 1), date(2026, 7, 1))
tiers = st.lists(
    st.builds(Tier, st.sampled_from((1_000, 20_000, 100_000)), st.none() | prices, st.none() | prices),
    max_size=2,
    unique_by=lambda tier: tier.above_input_tokens,
).map(lambda found: tuple(sorted(found, key=lambda tier: tier.above_input_tokens)))
offers = st.builds(
    Offer,
    provider=st.sampled_from(PROVIDERS),
    id=st.none() | st.sampled_from(("x", "y", "z")),
    input=st.none() | prices,
    output=st.none() | prices,
    cached_input=st.none() | prices,
    context_window=st.none() | st.sampled_from(WINDOWS),
    max_output=st.none() | st.sampled_from((300, 400, 1_000, 8_192)),
    billing=st.sampled_from((Billing.TOKENS,) * 5 + (Billing.FREE, Billing.SUBSCRIPTION)),
    ended=st.sampled_from((None, None, None, date(2026, 5, 1))),
    held=st.sampled_from((None, None, None, "a seventh of everybody's price")),
    source=st.just("listings"),
    checked=st.none() | days,
    tiers=tiers,
)
scores = st.builds(
    Score,
    benchmark=st.sampled_from(("codex-test", "mazes", "ranked-chat", "sums")),
    score=st.sampled_from([Decimal(text) for text in ("0", "12", "12.5", "13.5", "14.01", "58.6")]),
    setting=st.none() | st.sampled_from(("effort-high", "harness-x")),
)
modalities = st.none() | st.lists(st.sampled_from(("text", "image", "audio")), unique=True).map(tuple)


@st.composite
def models(draw: st.DrawFn, slug: str) -> Model:
    """One model; each of its keys may be unknown."""
    return model(
        slug,
        vendor=draw(st.sampled_from(("acme", "bolt"))),
        status=draw(st.none() | st.sampled_from(Status)),
        released=draw(st.none() | months | days),
        knowledge_cutoff=draw(st.none() | months),
        context_window=draw(st.none() | st.sampled_from(WINDOWS)),
        max_output=draw(st.none() | st.sampled_from((300, 400, 8_192))),
        parameters_total=draw(st.none() | st.sampled_from((1_230_000_000, 7_000_000_000))),
        parameters_active=draw(st.none() | st.sampled_from((1_230_000_000, 3_000_000_000))),
        license=draw(st.none() | st.just("Apache-2.0")),
        open_weights=draw(st.none() | st.booleans()),
        inputs=draw(modalities),
        outputs=draw(modalities),
        capabilities=draw(st.dictionaries(st.sampled_from(("reasoning", "vision", "function_calling")), st.booleans())),
        offers=draw(st.lists(offers, max_size=6, unique_by=lambda offer: (offer.provider, offer.id))),
        scores=draw(st.lists(scores, max_size=6, unique_by=lambda score: (score.benchmark, score.setting))),
    )


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """Two models to compare, ``one`` and ``two``, and a third that nobody asks for."""
    return catalog(draw(models("one")), draw(models("two")), draw(models("zzz")))

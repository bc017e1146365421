"""A made-up pair with what real catalogs seldom show side by side: near-namesakes, lower-is-better benchmarks, settings of
scores, tiers, windows by provider, free, ended and held offers, months for dates, unknowns. The cases of tests/spec/prose are
judged against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from tests.factories import VENDORS, benchmark, capability, catalog, model, offer, provider, score, tier
from writer.catalog.catalog import Catalog
from writer.catalog.model import Benchmark, Vendor, Workload
from writer.catalog.names import Names
from writer.check.check import Checker
from writer.facts.compute import fact_sheet
from writer.facts.sheet import FactSheet
from writer.quantities.dates import YearMonth

ZEPHYR = model(
    "zephyr-4.1",
    name="Zephyr 4.1",
    vendor="acme",
    released=date(2025, 3, 14),
    knowledge_cutoff=YearMonth(2024, 10),
    context_window=131_072,
    max_output=8_192,
    parameters_total=7_000_000_000,
    parameters_active=7_000_000_000,
    license="Apache-2.0",
    open_weights=True,
    inputs=("text", "image"),
    outputs=("text",),
    capabilities={"function_calling": True, "reasoning": False, "vision": True},
    offers=[
        offer("cloudy", "0.10", "0.40", "0.05"),
        offer("depot", "0.20", "0.50", context_window=32_768),
        offer("acme", "0.15", "0.60"),
        offer("gratis", "0", "0", billing="free"),
        offer("oldtimer", "0.01", "0.02", ended=date(2026, 5, 1)),
        offer("suspect", "0.02", "0.03", held="a fifth of everybody's price"),
    ],
    scores=[
        score("sums", "71.5"),
        score("mazes", "4"),
        score("codex", "40.2", "effort-high"),
        score("codex", "33", "effort-low"),
        score("ranked-chat", "1250"),
    ],
)
QUARTZ = model(
    "quartz-9-mini",
    name="Quartz 9 mini",
    vendor="bolt",
    released=date(2025, 9, 30),
    knowledge_cutoff=YearMonth(2025, 5),
    context_window=1_048_576,
    max_output=32_768,
    inputs=("text",),
    outputs=("text",),
    open_weights=False,
    capabilities={"reasoning": True, "vision": False},
    offers=[
        offer("bolt", "2", "6", "0.50", tiers=[tier(200_000, "4", "12")]),
        offer("cloudy", "2.50", "9"),
    ],
    scores=[
        score("sums", "86.5"),
        score("mazes", "6"),
        score("codex", "58.6", "effort-high"),
        score("ranked-chat", "1256"),
        score("riddles", "12.5"),
    ],
)
HERON = model(
    "heron-2",
    name="Heron 2",
    vendor="acme",
    released=YearMonth(2026, 1),
    knowledge_cutoff=YearMonth(2025, 6),
    context_window=200_000,
    max_output=8_000,
    parameters_total=120_000_000_000,
    parameters_active=12_000_000_000,
    license="MIT",
    open_weights=True,
    capabilities={"reasoning": True, "function_calling": True},
    offers=[offer("acme", "1", "5"), offer("cloudy", "1", "5", "0.25")],
    scores=[
        score("sums", "70"),
        score("codex", "50", "effort-high"),
        score("ranked-chat", "1300"),
        score("mazes", "12"),
    ],
)
IBIS = model(
    "ibis-3",
    name="Ibis 3",
    vendor="bolt",
    released=date(2026, 1, 20),
    knowledge_cutoff=YearMonth(2025, 6),
    context_window=200_000,
    max_output=10_000,
    parameters_total=100_000_000_000,
    license="Ibis Community License",
    open_weights=True,
    capabilities={"reasoning": True, "function_calling": True, "vision": True},
    offers=[offer("bolt", "2", "3"), offer("cloudy", "2", "3")],
    scores=[
        score("sums", "71"),
        score("codex", "50", "effort-high"),
        score("ranked-chat", "1250"),
        score("mazes", "3"),
    ],
)
NAMESAKES = (
    model("quartz-9", name="Quartz 9", vendor="bolt"),
    model("quartz-9-nano", name="Quartz 9 nano", vendor="bolt"),
    model("zephyr-4", name="Zephyr 4", vendor="acme"),
)
BENCHMARKS = (
    replace(benchmark("sums", "percent"), name="Sums"),
    Benchmark("mazes", "Maze Time", "minutes", higher_is_better=False, margin=None, url="https://mazes.example/"),
    Benchmark(
        "codex", "Codex Test", "percent", higher_is_better=True, margin=Decimal("1.5"), url="https://codex.example/"
    ),
    Benchmark(
        "ranked-chat", "Ranked Chat", "elo", higher_is_better=True, margin=Decimal(10), url="https://chat.example/"
    ),
    Benchmark("riddles", "Riddle Box", "percent", higher_is_better=True, margin=None, url="https://riddles.example/"),
)
WORKLOADS = (
    Workload("support_chat", "10,000 support chats", 10_000, 1_500, 400),
    Workload("document_digest", "1,000 long-document summaries", 1_000, 40_000, 1_000),
)


PAIRS = {"zephyr": (ZEPHYR, QUARTZ), "heron": (HERON, IBIS)}


@cache
def made_up() -> Catalog:
    """The whole catalog."""
    return catalog(
        ZEPHYR,
        QUARTZ,
        HERON,
        IBIS,
        *NAMESAKES,
        vendors=(*VENDORS, Vendor("other", "Otherworks", None, ())),
        providers=[provider(each) for each in _PROVIDERS],
        benchmarks=BENCHMARKS,
        workloads=WORKLOADS,
        capabilities=(capability("function_calling"), capability("reasoning"), capability("vision", inputs="image")),
    )


_PROVIDERS = ("acme", "bolt", "cloudy", "depot", "gratis", "oldtimer", "suspect", "faraway")


@cache
def sheet(pair: str = "zephyr") -> FactSheet:
    """The facts of Zephyr 4.1 (a) and Quartz 9 mini (b), or of Heron 2 (a) and Ibis 3 (b)."""
    a, b = PAIRS[pair]
    return fact_sheet(made_up(), a.slug, b.slug)


@cache
def names() -> Names:
    """The catalog's names."""
    return Names.of(made_up())


@cache
def checker(pair: str = "zephyr") -> Checker:
    """The checker of a pair."""
    return Checker(sheet(pair), names())

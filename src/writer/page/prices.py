"""Pricing and availability: the reference prices, what each workload costs, and every provider with its day."""

from __future__ import annotations

from collections.abc import Iterator

from writer.facts.reader import SIDES
from writer.facts.sheet import Side
from writer.page.limits import differing, named
from writer.page.model import Cell, Link, Row, State, Table
from writer.page.showing import Showing
from writer.page.text import printable, safe_url
from writer.sayings.labels import label, provider_name

NO_PRICE = "no price known"
NOT_STATED = "not stated"
LINES = {
    "price.provider": "Reference provider",
    "price.input": "Input",
    "price.output": "Output",
    "price.cached_input": "Cached input",
    "price.blended": "Blend of 70% input and 30% output",
    "price.list.input": "Vendor's own input price",
    "price.list.output": "Vendor's own output price",
}
SELLERS_LIMITS = {
    "price.context_window": "Context window at that provider",
    "price.max_output": "Output limit at that provider",
}
FILL = "context_fill.cost"
FILLS_MODELS, FILLS_SELLERS = (
    "One request that fills the context window",
    "One request that fills that provider's window",
)


def pricing(showing: Showing) -> tuple[Table, ...]:
    """Reference prices, workloads, then the providers of each model that has any."""
    tables = [_reference(showing)]
    if showing.facts.workloads():
        tables.append(_workloads(showing))
    tables += [_providers(showing, side) for side in SIDES if showing.facts.ids(f"{side}.providers")]
    return tuple(tables)


def _reference(showing: Showing) -> Table:
    rows = [
        Row(Link(words), showing.cells(metric, NO_PRICE))
        for metric, words in _lines(showing).items()
        if metric in _SHOWN_ALWAYS or showing.known(metric)
    ]
    tiers = sorted({_tier(key) for key in showing.sheet.facts if ".price.tier." in key and ".about." not in key})
    rows += [
        Row(Link(_capital(label(showing.sheet, metric))), showing.cells(metric, "no such tier")) for _, metric in tiers
    ]
    return Table(
        "Reference prices: the cheapest offer with the whole context window", "Price", showing.names, tuple(rows)
    )


def _lines(showing: Showing) -> dict[str, str]:
    """The lines of the table; a provider's own limits are among them where they differ from a model's."""
    own = {
        metric: words for metric, words in SELLERS_LIMITS.items() if differing(showing, metric.removeprefix("price."))
    }
    return {**LINES, **own, FILL: FILLS_SELLERS if "price.context_window" in own else FILLS_MODELS}


_SHOWN_ALWAYS = ("price.provider", "price.input", "price.output", "price.blended")


def _tier(key: str) -> tuple[int, str]:
    metric = key.partition(".")[2]
    return int(metric.split(".")[2]), metric


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _workloads(showing: Showing) -> Table:
    rows = []
    for workload in showing.sheet.context.workloads.values():
        size = f"{workload.input_tokens:,} tokens in and {workload.output_tokens:,} out a request"
        rows.append(
            Row(
                Link(printable(workload.title)),
                (_cost(showing, Side.A, workload.id), _cost(showing, Side.B, workload.id)),
                size,
            )
        )
    return Table("What a workload costs at the reference price", "Workload", showing.names, tuple(rows))


def _cost(showing: Showing, side: Side, workload: str) -> Cell:
    metric = f"{side}.workload.{workload}"
    limit = showing.facts.text(f"{metric}.limit")
    if limit:
        return Cell(f"does not fit: {named(showing, side, limit)}", State.NO, (f"{metric}.fits", f"{metric}.limit"))
    return showing.cell(f"{metric}.cost", NO_PRICE)


def _providers(showing: Showing, side: Side) -> Table:
    ids = showing.facts.ids(f"{side}.providers")
    caption = f"Who sells {showing.name(side)}, USD per 1M tokens"
    columns = ("Input", "Output", "Cached input", "Context window", "Seen")
    return Table(caption, "Provider", columns, tuple(_provider(showing, side, provider) for provider in ids))


def _provider(showing: Showing, side: Side, provider: str) -> Row:
    offers, about = f"{side}.offers.{provider}", f"{side}.about.offers.{provider}"
    url = safe_url(showing.facts.text(f"{side}.about.provider.{provider}.url") or None)
    cells = (
        *_prices(showing, offers, about),
        _window(showing, side, offers),
        showing.cell(f"{about}.checked", NOT_STATED),
    )
    return Row(
        Link(printable(provider_name(showing.sheet, provider)), url),
        cells,
        "; ".join(_small_print(showing, side, provider)),
    )


def _prices(showing: Showing, offers: str, about: str) -> tuple[Cell, Cell, Cell]:
    if f"{offers}.input" in showing.sheet.facts:
        cells = (showing.cell(f"{offers}.{line}", NOT_STATED) for line in ("input", "output", "cached_input"))
        first, second, third = (
            Cell(cell.text.removesuffix(" per 1M tokens"), cell.state, cell.facts) for cell in cells
        )
        return first, second, third
    billing, held = showing.facts.ids(f"{about}.billing"), showing.facts.flag(f"{about}.held")
    words = (
        "under review"
        if held
        else "free of charge"
        if billing == ("free",)
        else ("by subscription" if billing == ("subscription",) else NOT_STATED)
    )
    cell = Cell(words, State.UNKNOWN if words in ("under review", NOT_STATED) else State.VALUE, (f"{about}.billing",))
    return cell, cell, cell


def _window(showing: Showing, side: Side, offers: str) -> Cell:
    own = showing.cell(f"{offers}.context_window", "as the model's")
    return own if own.facts or f"{side}.context_window" in showing.sheet.facts else Cell(NOT_STATED, State.UNKNOWN)


def _small_print(showing: Showing, side: Side, provider: str) -> Iterator[str]:
    about = f"{side}.about.offers.{provider}"
    if showing.facts.text(f"{side}.price.provider") == provider:
        yield "the reference" if _is_reference(showing, side, provider) else _other_offer(showing, side)
    if showing.facts.text(f"{about}.id"):
        yield f"as {showing.shown(f'{about}.id')}"
    if provider in showing.facts.ids(f"{side}.price.free_providers"):
        yield "also free of charge" if f"{side}.offers.{provider}.input" in showing.sheet.facts else "free of charge"
    starts = f"{about}.tier."
    for key in showing.sheet.facts:
        if key.startswith(starts):
            above, _, line = key.removeprefix(starts).partition(".")
            yield f"{line} {showing.shown(key).removesuffix(' per 1M tokens')} above {int(above):,} input tokens"


def _is_reference(showing: Showing, side: Side, provider: str) -> bool:
    """Whether the offer that the row shows, the provider's cheapest, says what the reference offer says: a cheaper one of
    the same provider may lack the model's whole window."""
    value, offers = showing.facts.value, f"{side}.offers.{provider}"
    own = value(f"{offers}.context_window") or value(f"{side}.context_window")
    same_prices = all(value(f"{offers}.{line}") == value(f"{side}.price.{line}") for line in _PRICES)
    return same_prices and own == value(f"{side}.price.context_window")


def _other_offer(showing: Showing, side: Side) -> str:
    prices = (showing.shown(f"{side}.price.{line}").removesuffix(" per 1M tokens") for line in ("input", "output"))
    given, taken = prices
    return f"another offer of it, with a larger context window, is the reference: {given} in, {taken} out"


_PRICES = ("input", "output", "cached_input")

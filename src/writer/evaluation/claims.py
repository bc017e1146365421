"""What is true of a pair, as claims that phrasings can say: one function an area, each asking the facts alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from writer.evaluation import figures as ways
from writer.evaluation.draft import Mark, Role
from writer.evaluation.phrasing import Claim, Piece, Slot
from writer.evaluation.slots import bases, figures, name, names, plain, thing, when, word
from writer.facts.sheet import Fact, FactSheet, Side
from writer.quantities.dates import YearMonth

_SIDES = (Side.A, Side.B)
_PRICES = {"price.input": ("input", "output", "price.output"), "price.output": ("output", "input", "price.input")}


class Book:
    """The facts of a pair, looked up by side and metric."""

    def __init__(self, sheet: FactSheet) -> None:
        self.sheet = sheet

    def fact(self, side: Side, metric: str, aspect: str = "") -> Fact | None:
        """The fact, or None."""
        return self.sheet.facts.get(".".join(part for part in (side.value, metric, aspect) if part))

    def number(self, side: Side, metric: str, aspect: str = "") -> Fraction | None:
        """Its number, or None."""
        fact = self.fact(side, metric, aspect)
        return None if fact is None or isinstance(fact.value, str | tuple) else Fraction(fact.value)  # type: ignore[arg-type]

    def sides(self, metric: str) -> tuple[Side, Side] | None:
        """Higher and lower side of a metric; None for ties and unknowns."""
        fact = self.fact(Side.PAIR, metric, "higher")
        if fact is None or fact.value == "tie":
            return None
        higher = Side(str(fact.value))
        return higher, higher.other

    def listed(self, side: Side, metric: str, aspect: str = "") -> tuple[str, ...]:
        """A list of ids, () where it is unknown."""
        fact = self.fact(side, metric, aspect)
        return fact.value if fact is not None and isinstance(fact.value, tuple) else ()


def claims(sheet: FactSheet) -> tuple[Claim, ...]:
    """Everything that the phrasings can say of a pair."""
    book = Book(sheet)
    return tuple(claim for area in _AREAS for claim in area(book))


def _one(book: Book, frame: str, metric: str, spell: Callable[[Fraction], list[ways.Figure]], **extra: Slot) -> Iterator[Claim]:
    for side in _SIDES:
        value = book.number(side, metric)
        if value is not None and (told := spell(value)):
            slots = {**names(book.sheet, m=side, o=side.other), "v": figures(told, f"{side}.{metric}", side.value), **extra}
            yield Claim(frame, slots)


def _two(book: Book, frame: str, metric: str, spell: Callable[[Fraction], list[ways.Figure]], **extra: Slot) -> Iterator[Claim]:
    for side in _SIDES:
        mine, other = book.number(side, metric), book.number(side.other, metric)
        if mine is None or other is None or mine == other:
            continue
        told, told_other = spell(mine), spell(other)
        if told and told_other:
            yield Claim(frame, {
                **names(book.sheet, m=side, o=side.other),
                "v": figures(told, f"{side}.{metric}", side.value),
                "w": figures(told_other, f"{side.other}.{metric}", side.other.value),
                **extra,
            })  # fmt: skip


def _compared(
    book: Book, frame: str, metric: str, aspect: str, slot: str, spell: Callable[[Fraction], list[ways.Figure]], **extra: Slot
) -> Iterator[Claim]:
    sides, value = book.sides(metric), book.number(Side.PAIR, metric, aspect)
    if sides is None or value is None or not (told := spell(value)):
        return
    yield Claim(frame, {**names(book.sheet, hi=sides[0], lo=sides[1]), slot: figures(told, f"pair.{metric}.{aspect}"), **extra})


def _ordered(book: Book, frame: str, metric: str, **extra: Slot) -> Iterator[Claim]:
    sides = book.sides(metric)
    if sides is not None:
        yield Claim(frame, {**names(book.sheet, hi=sides[0], lo=sides[1]), **extra})


def _tied(book: Book, frame: str, metric: str, spell: Callable[[Fraction], list[ways.Figure]], **extra: Slot) -> Iterator[Claim]:
    value = book.number(Side.A, metric)
    if value is not None and value == book.number(Side.B, metric) and (told := spell(value)):
        yield Claim(frame, {**names(book.sheet, m=Side.A, o=Side.B), "v": figures(told, f"a.{metric}"), **extra})


def _inverse(value: Fraction) -> list[ways.Figure]:
    return ways.shares(1 / value)


def prices(book: Book) -> Iterator[Claim]:
    """Input and output."""
    for metric, (right, wrong, other) in _PRICES.items():
        extra = {"io": word(right, "metric", wrong, key=other), "base": bases()}
        yield from _one(book, "price_one", metric, ways.dollars, **extra)
        yield from _two(book, "price_two", metric, ways.dollars, **extra)
        yield from _compared(book, "price_ratio", metric, "ratio", "r", ways.ratios, **extra)
        yield from _compared(book, "price_share", metric, "ratio", "f", _inverse, **extra)
        yield from _compared(book, "price_saving", metric, "saving_percent", "s", ways.percents, **extra)
        yield from _compared(book, "price_premium", metric, "premium_percent", "p", ways.percents, **extra)
        yield from _ordered(book, "price_order", metric, **extra)
        yield from _tied(book, "price_tie", metric, ways.dollars, **extra)


def other_prices(book: Book) -> Iterator[Claim]:
    """Blended, cached, by provider, the spread, output against input."""
    blend: Slot = [[Piece("70/30", Mark(0, 0, Role.BLEND, "70/30"))]]
    yield from _one(book, "blended_one", "price.blended", ways.dollars, blend=blend, base=bases())
    yield from _two(book, "blended_two", "price.blended", ways.dollars, blend=blend, base=bases())
    yield from _one(book, "cached_one", "price.cached_input", ways.dollars, base=bases())
    yield from _two(book, "cached_two", "price.cached_input", ways.dollars, base=bases())
    yield from _one(book, "fill_one", "context_fill.cost", ways.dollars)
    for side in _SIDES:
        value = book.number(side, "price.output_to_input.ratio")
        if value is not None and (told := ways.ratios(value)):
            yield Claim("output_to_input", {"m": name(book.sheet, side), "r": figures(told, f"{side}.price.output_to_input.ratio")})
        yield from _by_provider(book, side)
        yield from _spread(book, side)


def _by_provider(book: Book, side: Side) -> Iterator[Claim]:
    for provider in book.listed(side, "providers"):
        for metric, (right, wrong, other) in _PRICES.items():
            key = f"offers.{provider}.{metric.removeprefix('price.')}"
            value = book.number(side, key)
            if value is None or value == 0:
                continue
            yield Claim("price_by_provider", {
                "m": name(book.sheet, side), "v": figures(ways.dollars(value)[:2], f"{side}.{key}", side.value), "base": bases(),
                "io": word(right, "metric", wrong, key=other), "provider": _provider(book, provider),
            })  # fmt: skip


def _spread(book: Book, side: Side) -> Iterator[Claim]:
    low, high = book.number(side, "price.input.lowest"), book.number(side, "price.input.highest")
    if low is not None and high is not None and low != high:
        yield Claim("spread", {
            "m": name(book.sheet, side), "base": bases(),
            "v": figures(ways.dollars(low)[:1], f"{side}.price.input.lowest", side.value),
            "w": figures(ways.dollars(high)[:1], f"{side}.price.input.highest", side.value),
        })  # fmt: skip


def _provider(book: Book, provider: str) -> Slot:
    return thing(book.sheet.context.providers[provider].name, Role.PROVIDER, provider)


def jobs(book: Book) -> Iterator[Claim]:
    """What a workload costs."""
    for workload in book.sheet.context.workloads.values():
        metric = f"workload.{workload.id}.cost"
        job = thing(workload.title, Role.JOB, workload.id)
        yield from _one(book, "job_one", metric, _whole_dollars, job=job)
        yield from _two(book, "job_two", metric, _whole_dollars, job=job)
        yield from _compared(book, "job_saving", metric, "saving_percent", "s", ways.percents, job=job)
        yield from _compared(book, "job_ratio", metric, "ratio", "r", ways.ratios, job=job)


def _whole_dollars(value: Fraction) -> list[ways.Figure]:
    return ways.dollars(value, whole=True)


def sizes(book: Book) -> Iterator[Claim]:
    """Context, output, parameters."""
    for metric, frame in (("context_window", "window"), ("max_output", "output")):
        yield from _one(book, f"{frame}_one", metric, ways.token_counts)
        yield from _two(book, f"{frame}_two", metric, ways.token_counts)
        yield from _compared(book, f"{frame}_ratio", metric, "ratio", "r", ways.ratios)
        yield from _ordered(book, f"{frame}_order", metric)
    yield from _compared(book, "window_more", "context_window", "premium_percent", "p", ways.percents)
    yield from _compared(book, "window_less", "context_window", "saving_percent", "s", ways.percents)
    yield from _compared(book, "window_gap", "context_window", "difference", "d", _in_full)
    yield from _tied(book, "window_tie", "context_window", ways.token_counts)
    yield from _one(book, "total_one", "parameters_total", ways.parameters)
    for side in _SIDES:
        total, active = book.number(side, "parameters_total"), book.number(side, "parameters_active")
        if total is not None and active is not None and active < total:
            told = figures(ways.parameters(active), f"{side}.parameters_active", side.value)
            yield Claim("active_one", {"m": name(book.sheet, side), "v": told})


def _in_full(value: Fraction) -> list[ways.Figure]:
    return ways.token_counts(value)[:1]


def scores(book: Book) -> Iterator[Claim]:
    """Benchmarks without a setting; wins and counts over all of them."""
    for key in sorted({fact.metric for fact in book.sheet.facts.values() if fact.metric.startswith("score.") and "@" not in fact.metric}):
        yield from _of_benchmark(book, key)
    yield from _wins(book)


def _of_benchmark(book: Book, metric: str) -> Iterator[Claim]:
    benchmark = book.sheet.context.benchmarks[metric.removeprefix("score.")]
    if benchmark.unit not in ("percent", "points") or not benchmark.higher_is_better:
        return
    bench = thing(benchmark.name, Role.BENCHMARK, metric)
    yield from _one(book, "score_one", metric, ways.scores, bench=bench)
    yield from _two(book, "score_two", metric, ways.scores, bench=bench)
    for side in _SIDES:
        value = book.number(side, metric)
        if value is not None and book.number(side.other, metric) is None:
            told = figures(ways.scores(value)[:1], f"{side}.{metric}", side.value)
            yield Claim("score_alone", {**names(book.sheet, m=side, o=side.other), "bench": bench, "v": told})
    winner, gap = book.fact(Side.PAIR, metric, "winner"), book.number(Side.PAIR, metric, "difference")
    if winner is None or gap is None or winner.value not in ("a", "b"):
        return
    high = Side(str(winner.value))
    mine, other = book.number(high, metric), book.number(high.other, metric)
    if mine is None or other is None or gap == 0:
        return
    slots = {**names(book.sheet, hi=high, lo=high.other), "bench": bench, "d": figures(ways.scores(gap)[:1], f"pair.{metric}.difference")}
    yield Claim("score_lead", {
        **slots, "v": figures(ways.scores(mine)[:1], f"{high}.{metric}", high.value),
        "w": figures(ways.scores(other)[:1], f"{high.other}.{metric}", high.other.value),
    })  # fmt: skip
    yield Claim("score_order", slots)


def _wins(book: Book) -> Iterator[Claim]:
    total = book.number(Side.PAIR, "scores", "shared.count")
    if total is None or total < 2:
        return
    key = "pair.scores.shared.count"
    yield Claim("shared_scores", {"t": figures(ways.counts(total), key)})
    for side in _SIDES:
        won = book.number(Side.PAIR, "scores", f"wins.{side}")
        if not won:
            continue
        slots = {**names(book.sheet, hi=side, lo=side.other), "t": figures(ways.counts(total), key)}
        if won == total:
            yield Claim("sweep", slots)
        else:
            yield Claim("wins", {**slots, "n": figures(ways.counts(won), f"pair.scores.wins.{side}")})


def dates(book: Book) -> Iterator[Claim]:
    """Releases and cutoffs."""
    told = {side: book.fact(side, "released") for side in _SIDES}
    for side in _SIDES:
        mine, other = told[side], told[side.other]
        if mine is None or isinstance(mine.value, str):
            continue
        slots = {**names(book.sheet, m=side, o=side.other), "when": when(mine.value, mine.key, side.value)}  # type: ignore[arg-type]
        yield Claim("released_one", slots)
        if other is not None:
            yield Claim("released_two", {**slots, "when2": when(other.value, other.key, side.other.value, ("day", "month", "us"))})  # type: ignore[arg-type]
    yield from _newer(book, "released", "released_gap", "released_order")
    yield from _cutoffs(book)


def _newer(book: Book, metric: str, gap_frame: str, order_frame: str) -> Iterator[Claim]:
    newer = book.fact(Side.PAIR, metric, "newer")
    if newer is None or newer.value not in ("a", "b"):
        return
    new = Side(str(newer.value))
    slots = names(book.sheet, new=new, old=new.other)
    yield Claim(order_frame, slots)
    days, months = book.number(Side.PAIR, metric, "gap.days"), book.number(Side.PAIR, metric, "gap.months")
    told = ([*ways.gaps(days)] if days and days > 1 else []) + (ways.months(months) if months else [])
    if told:
        yield Claim(gap_frame, {**slots, "g": figures(told, f"pair.{metric}.gap")})


def _cutoffs(book: Book) -> Iterator[Claim]:
    found = {side: fact.value for side in _SIDES if (fact := book.fact(side, "knowledge_cutoff")) and isinstance(fact.value, YearMonth)}
    for side, value in found.items():
        slots = {**names(book.sheet, m=side, o=side.other), "month": _month(value, side)}
        yield Claim("cutoff_one", slots)
        if side.other in found and found[side.other] != value:
            yield Claim("cutoff_two", {**slots, "month2": _month(found[side.other], side.other)})
    if len(found) == 2 and len(set(found.values())) == 1:
        yield Claim("cutoff_tie", {**names(book.sheet, m=Side.A, o=Side.B), "month": _month(found[Side.A], Side.A)})
    yield from _newer(book, "knowledge_cutoff", "cutoff_gap", "cutoff_order")


def _month(value: YearMonth, side: Side) -> Slot:
    rows = when(value, f"{side}.knowledge_cutoff", side.value, ("month",))
    return [[Piece(piece.text.removeprefix("in "), piece.mark) for piece in row] for row in rows]


def abilities(book: Book) -> Iterator[Claim]:
    """Capabilities, weights, licenses."""
    for capability in book.sheet.context.capabilities.values():
        yield from _of_capability(book, capability.id, capability.words[0])
    yield from _one(book, "capability_count", "capabilities.count", _plural_counts)
    counted = [book.number(side, "capabilities.count") for side in _SIDES]
    if all(value and value > 1 for value in counted):
        for side in _SIDES:
            yield Claim("capability_counts", _both_counts(book, side, "capabilities.count"))
    yield from _weights(book)


def _plural_counts(value: Fraction) -> list[ways.Figure]:
    return ways.counts(value) if value > 1 else []


def _both_counts(book: Book, side: Side, metric: str) -> dict[str, Slot]:
    mine, other = book.number(side, metric), book.number(side.other, metric)
    return {
        **names(book.sheet, m=side, o=side.other),
        "n": figures(ways.counts(mine or Fraction(0)), f"{side}.{metric}", side.value),
        "k": figures(ways.counts(other or Fraction(0)), f"{side.other}.{metric}", side.other.value),
    }


def _of_capability(book: Book, capability: str, told: str) -> Iterator[Claim]:
    cap = thing(told, Role.CAPABILITY, capability)
    known = {side: _known(book, side, capability) for side in _SIDES}
    for side in _SIDES:
        slots = {**names(book.sheet, m=side, o=side.other), "cap": cap}
        frame = {True: "has", False: "lacks", None: "unknown"}[known[side]]
        yield Claim(frame, slots)
        if known[side] is True and known[side.other] is False:
            yield Claim("only_has", slots)
    slots = {**names(book.sheet, m=Side.A, o=Side.B), "cap": cap}
    if known[Side.A] is known[Side.B] is True:
        yield Claim("both_have", slots)
    if known[Side.A] is known[Side.B] is False:
        yield Claim("neither_has", slots)


def _known(book: Book, side: Side, capability: str) -> bool | None:
    if capability in book.listed(side, "capabilities", "supported"):
        return True
    return False if capability in book.listed(side, "capabilities", "unsupported") else None


def _weights(book: Book) -> Iterator[Claim]:
    opened = {side: fact.value for side in _SIDES if (fact := book.fact(side, "open_weights")) is not None}
    for side, value in opened.items():
        slots = names(book.sheet, m=side, o=side.other)
        yield Claim("weights_open" if value else "weights_closed", slots)
        if value and opened.get(side.other) is False:
            yield Claim("weights_only", slots)
    if opened.get(Side.A) is opened.get(Side.B) is True:
        yield Claim("weights_both", {})


def providers(book: Book) -> Iterator[Claim]:
    """Who sells what."""
    for side in _SIDES:
        mine, other = book.listed(side, "providers"), book.listed(side.other, "providers")
        slots = names(book.sheet, m=side, o=side.other)
        for provider in mine:
            yield Claim("sold_by", {**slots, "provider": _provider(book, provider)})
            if other and provider not in other:
                yield Claim("not_listed", {**slots, "provider": _provider(book, provider)})
        if len(mine) == 1:
            yield Claim("sold_by_one", {**slots, "provider": _provider(book, mine[0])})
        if mine:
            noun = plain("provider" if len(mine) == 1 else "providers")
            told = figures(ways.counts(Fraction(len(mine))), f"{side}.providers.count", side.value)
            yield Claim("provider_count", {**slots, "n": told, "providers": noun, "s3": plain("s" if len(mine) == 1 else "")})
        if mine and other:
            yield Claim("provider_counts", {**_both_counts(book, side, "providers.count"), "providers": plain("provider" if len(mine) == 1 else "providers")})
    for provider in book.listed(Side.PAIR, "providers", "shared"):
        yield Claim("shared_provider", {**names(book.sheet, m=Side.A, o=Side.B), "provider": _provider(book, provider)})


_AREAS: tuple[Callable[[Book], Iterator[Claim]], ...] = (prices, other_prices, jobs, sizes, scores, dates, abilities, providers)

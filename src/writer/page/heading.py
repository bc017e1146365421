"""Title, description and introduction, each by rule from the facts."""

from __future__ import annotations

from collections.abc import Iterator

from writer.facts.reader import SIDES
from writer.facts.sheet import Side
from writer.page.showing import Showing
from writer.page.text import printable
from writer.prose import Sentence
from writer.quantities.dates import YearMonth
from writer.sayings.labels import provider_name

DESCRIPTION_LENGTH = 160
PER = " per 1M tokens"


def title(showing: Showing) -> str:
    """``A vs B: price, context window and benchmarks``: the last only where they share one."""
    a, b = showing.names
    subjects = (
        "price, context window and benchmarks" if showing.facts.shared_scores() else "price, limits and capabilities"
    )
    return f"{a} vs {b}: {subjects}"


def description(showing: Showing) -> str:
    """As many of the clauses as search engines show, the first always."""
    a, b = showing.names
    text = f"{a} and {b} compared on facts with their sources"
    for clause in _clauses(showing):
        if len(text) + len(clause) + 3 <= DESCRIPTION_LENGTH:
            text = f"{text}; {clause}" if ";" in text or ":" in text else f"{text}: {clause}"
    return f"{text}."


def _clauses(showing: Showing) -> Iterator[str]:
    for words, metric in (("blended price", "price.blended"), ("context window", "context_window")):
        a, b = showing.shown(f"a.{metric}"), showing.shown(f"b.{metric}")
        if a and b:
            yield f"{words} {a} against {b}"
    shared = showing.facts.number("pair.scores.shared.count")
    if shared:
        yield f"{shared} shared benchmark{'' if shared == 1 else 's'}"


def intro(showing: Showing) -> tuple[Sentence, ...]:
    """Who makes them and since when, what they cost, how much they read."""
    return (*(_origin(showing, side) for side in SIDES), *(_price(showing, side) for side in SIDES), *_window(showing))


def _origin(showing: Showing, side: Side) -> Sentence:
    name, vendor, key = showing.name(side), showing.shown(f"{side}.vendor"), f"{side}.released"
    released = showing.facts.value(key)
    by_name = name.casefold().startswith(vendor.casefold())
    whose, keys = (name, ()) if by_name else (f"{vendor}'s {name}", (f"{side}.vendor",))
    if released is None:
        return Sentence(f"The release date of {whose} is undocumented.", keys)
    when = f"{'in' if isinstance(released, YearMonth) else 'on'} {showing.shown(key)}"
    return Sentence(f"{whose} was released {when}.", (*keys, key))


def _price(showing: Showing, side: Side) -> Sentence:
    keys = (f"{side}.price.input", f"{side}.price.output", f"{side}.price.provider")
    name, (into, out) = showing.name(side), (showing.shown(key).removesuffix(PER) for key in keys[:2])
    if not into:
        return Sentence(f"{name} has no price that counts: nobody is listed as selling it by the token.")
    seller = printable(provider_name(showing.sheet, showing.facts.text(keys[2])))
    return Sentence(f"{name} costs {into} for input and {out} for output{PER} at {seller}.", keys)


def _window(showing: Showing) -> Iterator[Sentence]:
    for side in SIDES:
        key = f"{side}.context_window"
        if showing.shown(key):
            yield Sentence(f"{showing.name(side)} has a context window of {showing.shown(key)}.", (key,))

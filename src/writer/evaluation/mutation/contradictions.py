"""A sentence more, that the facts deny."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation.draft import Family
from writer.evaluation.mutation.additions import added
from writer.evaluation.mutation.kind import Edit, Site, kind
from writer.evaluation.mutation.things import _OUTSIDE_PROVIDERS as OUTSIDE_PROVIDERS
from writer.facts.sheet import Side
from writer.quantities.spell import decimal

_SIDES = (Side.A, Side.B)
_FAR, _CLOSE = Fraction(19, 10), Fraction(7, 5)
_SHARES = {"a half": 2, "a third": 3, "a quarter": 4, "a fifth": 5, "a tenth": 10, "a twentieth": 20}
_TIMES = {"twice": 2, "three times": 3, "five times": 5, "ten times": 10, "twenty times": 20}
_PRICES = ("input", "output")
_OPEN_SOURCE = ("MIT", "Apache-2.0", "BSD-3-Clause", "BSD-2-Clause", "GPL-3.0", "AGPL-3.0", "LGPL-3.0", "MPL-2.0")


def _name(site: Site, side: Side) -> str:
    return site.draft.sheet.model(side).name


def _number(site: Site, key: str) -> Fraction | None:
    fact = site.draft.sheet.facts.get(key)
    return None if fact is None or isinstance(fact.value, str | tuple) else Fraction(fact.value)  # type: ignore[arg-type]


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
    for side in _SIDES:
        for word, known in _capabilities(site, side):
            if known == "unknown":
                yield added(site, f"{_name(site, side)} does not support {word}.")


@kind("unknown-as-yes")
def unknown_as_yes(site: Site) -> Iterator[Edit]:
    """What is undocumented, told as there."""
    for side in _SIDES:
        for word, known in _capabilities(site, side):
            if known == "unknown":
                yield added(site, f"{_name(site, side)} supports {word}.")


@kind("known-as-unknown")
def known_as_unknown(site: Site) -> Iterator[Edit]:
    """What is known, told as undocumented."""
    for side in _SIDES:
        for word, known in _capabilities(site, side):
            if known != "unknown":
                yield added(site, f"For {_name(site, side)}, {word} is undocumented.")


@kind("capability-contradicted")
def capability_contradicted(site: Site) -> Iterator[Edit]:
    """Yes for no, no for yes."""
    for side in _SIDES:
        for word, known in _capabilities(site, side):
            if known == "yes":
                yield added(site, f"{_name(site, side)} lacks {word}.")
            elif known == "no":
                yield added(site, f"{_name(site, side)} supports {word}.")


@kind("provider-invented")
def provider_invented(site: Site) -> Iterator[Edit]:
    """A provider that does not list the model."""
    for side in _SIDES:
        listed = _ids(site, f"{side.value}.providers")
        others = [key for key in _ids(site, f"{side.other.value}.providers") if key not in listed]
        names = [site.draft.sheet.context.providers[key].name for key in others if key in site.draft.sheet.context.providers]
        mine = [site.draft.sheet.context.providers[key].name for key in listed if key in site.draft.sheet.context.providers]
        apart = [name for name in names if not any(name in each or each in name for each in mine)]
        for name in (*apart, *OUTSIDE_PROVIDERS[1:3]):
            if listed and name not in mine:
                yield added(site, f"{_name(site, side)} is also sold by {name}.")


@kind("weights-flipped")
def weights_flipped(site: Site) -> Iterator[Edit]:
    """Open weights told as closed, closed as open."""
    for side in _SIDES:
        fact = site.draft.sheet.facts.get(f"{side.value}.open_weights")
        if fact is not None:
            told = "closed" if fact.value else "open"
            yield added(site, f"{_name(site, side)} has {told} weights.")


@kind("open-source")
def open_source(site: Site) -> Iterator[Edit]:
    """Open source without a license that makes it so."""
    for side in _SIDES:
        if site.draft.sheet.model(side).license not in _OPEN_SOURCE:
            yield added(site, f"{_name(site, side)} is open source.")


@kind("license-invented")
def license_invented(site: Site) -> Iterator[Edit]:
    """A license that the model does not have."""
    for side in _SIDES:
        mine = site.draft.sheet.model(side).license or ""
        for told, ids in (("the MIT license", "MIT"), ("Apache 2.0", "Apache-2.0")):
            if mine != ids:
                yield added(site, f"{_name(site, side)} is licensed under {told}.")


@kind("free-of-charge")
def free(site: Site) -> Iterator[Edit]:
    """Free, where no provider gives it away."""
    for side in _SIDES:
        if not _ids(site, f"{side.value}.price.free_providers"):
            yield added(site, f"{_name(site, side)} is free to use.")


@kind("false-tie")
def false_tie(site: Site) -> Iterator[Edit]:
    """The same, where the values differ."""
    for metric, sentence in (
        ("price.input", "Both models cost the same for input."),
        ("price.output", "Both models cost the same for output."),
        ("context_window", "Both models have the same context window."),
        ("max_output", "Both models have the same output limit."),
        ("released", "Both models were released on the same day."),
        ("knowledge_cutoff", "Both models have the same knowledge cutoff."),
    ):
        a, b = (site.draft.sheet.facts.get(f"{side.value}.{metric}") for side in _SIDES)
        if a is not None and b is not None and a.value != b.value:
            yield added(site, sentence)


@kind("false-similar")
def false_similar(site: Site) -> Iterator[Edit]:
    """On par, where one is far above the other."""
    for metric, sentence in (
        ("price.input", "The input prices of {a} and {b} are similar."),
        ("price.output", "On output price, {a} and {b} are on par."),
        ("context_window", "{a} and {b} have similar context windows."),
    ):
        ratio = _number(site, f"pair.{metric}.ratio")
        if ratio is not None and ratio > _CLOSE:
            yield added(site, sentence.format(a=_name(site, Side.A), b=_name(site, Side.B)))


@kind("false-far")
def false_far(site: Site) -> Iterator[Edit]:
    """Far, by a mile, where they are close."""
    for metric, sentence in (
        ("price.input", "{hi} is far more expensive than {lo} for input."),
        ("price.output", "For output, {hi} is dearer than {lo} by a mile."),
        ("context_window", "{hi}'s context window is far larger than {lo}'s."),
    ):
        ratio, higher = _number(site, f"pair.{metric}.ratio"), site.draft.sheet.facts.get(f"pair.{metric}.higher")
        if ratio is not None and higher is not None and higher.value in ("a", "b") and ratio < _CLOSE:
            high = Side(str(higher.value))
            yield added(site, sentence.format(hi=_name(site, high), lo=_name(site, high.other)))


@kind("false-order")
def false_order(site: Site) -> Iterator[Edit]:
    """A comparative without a number, the wrong way round."""
    for metric, sentence in (
        ("price.input", "{lo} is dearer than {hi} for input."),
        ("price.output", "{hi} is cheaper than {lo} for output."),
        ("context_window", "{lo} has the larger context window."),
        ("max_output", "{lo} gives longer replies than {hi}."),
    ):
        higher = site.draft.sheet.facts.get(f"pair.{metric}.higher")
        if higher is not None and higher.value in ("a", "b"):
            high = Side(str(higher.value))
            yield added(site, sentence.format(hi=_name(site, high), lo=_name(site, high.other)))


@kind("order-of-magnitude")
def magnitude(site: Site) -> Iterator[Edit]:
    """An order of magnitude, where the ratio is not from 8 to 12.5."""
    for part in _PRICES:
        ratio, higher = _number(site, f"pair.price.{part}.ratio"), site.draft.sheet.facts.get(f"pair.price.{part}.higher")
        if ratio is not None and higher is not None and not Fraction(7) < ratio < Fraction(14):
            high = Side(str(higher.value)) if higher.value in ("a", "b") else Side.A
            yield added(site, f"{_name(site, high)} is an order of magnitude dearer than {_name(site, high.other)} for {part}.")


@kind("fraction-word")
def fraction_word(site: Site) -> Iterator[Edit]:
    """A third, where it is another part."""
    for part in _PRICES:
        ratio, higher = _number(site, f"pair.price.{part}.ratio"), site.draft.sheet.facts.get(f"pair.price.{part}.higher")
        if ratio is None or higher is None or higher.value not in ("a", "b"):
            continue
        high = Side(str(higher.value))
        for told, bottom in _SHARES.items():
            if not site.oracle.could_state(Fraction(bottom), Family.RATIO, hedged=True):
                yield added(site, f"For {part}, {_name(site, high.other)} costs {told} of what {_name(site, high)} does.")


@kind("multiplier-word")
def multiplier_word(site: Site) -> Iterator[Edit]:
    """Three times, where it is another ratio."""
    for part in _PRICES:
        higher = site.draft.sheet.facts.get(f"pair.price.{part}.higher")
        if higher is None or higher.value not in ("a", "b"):
            continue
        high = Side(str(higher.value))
        for told, times in _TIMES.items():
            if not site.oracle.could_state(Fraction(times), Family.RATIO, hedged=False):
                yield added(site, f"For {part}, {_name(site, high)} costs {told} as much as {_name(site, high.other)}.")


def _prices_apart(site: Site, part: str) -> dict[Side, Fraction] | None:
    """Both models' prices, where neither is within reach of any price of the other's."""
    found = {side: value for side in _SIDES if (value := _number(site, f"{side.value}.price.{part}")) is not None}
    if len(found) < 2:
        return None
    for side, value in found.items():
        for key, fact in site.draft.sheet.facts.items():
            if key.startswith(f"{side.other.value}.") and fact.unit.value.startswith("USD"):
                other = Fraction(fact.value)  # type: ignore[arg-type]  # dollars
                if abs(value - other) <= other * Fraction(3, 100):
                    return None
    return found


def _told(value: Fraction) -> str:
    places = next((places for places in range(7) if (value * 10**places).denominator == 1), 6)
    return f"${decimal(value, max(2, places))}"


@kind("respectively-swapped")
def respectively_swapped(site: Site) -> Iterator[Edit]:
    """Figures in the wrong order for "respectively"."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        if found is not None:
            a, b = _name(site, Side.A), _name(site, Side.B)
            yield added(site, f"For {part}, {a} and {b} charge {_told(found[Side.B])} and {_told(found[Side.A])} per 1M tokens, respectively.")


@kind("former-latter")
def former_latter(site: Site) -> Iterator[Edit]:
    """The former's figure on the latter."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        if found is not None:
            a, b = _name(site, Side.A), _name(site, Side.B)
            yield added(site, f"Of {a} and {b}, the former charges {_told(found[Side.B])} per 1M tokens for {part}, the latter {_told(found[Side.A])}.")


@kind("pronoun-drift")
def pronoun_drift(site: Site) -> Iterator[Edit]:
    """"It" is the model named before, whose figure this is not."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        for side in _SIDES:
            if found is not None:
                yield added(site, f"Consider {_name(site, side)} next. It charges {_told(found[side.other])} per 1M {part} tokens.")


@kind("rival-drift")
def rival_drift(site: Site) -> Iterator[Edit]:
    """"Its rival" is the other model, whose figure this is not."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        for side in _SIDES:
            if found is not None:
                told = f"{_name(site, side)} charges {_told(found[side])} per 1M {part} tokens, its rival {_told(found[side])}."
                yield added(site, told)


@kind("heading-contradicted")
def heading_contradicted(site: Site) -> Iterator[Edit]:
    """A bullet under the other model's heading."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        for side in _SIDES:
            if found is not None:
                lines = f"\n\n## {_name(site, side)}\n\n- {part.capitalize()}: {_told(found[side.other])} per 1M tokens"
                yield Edit(len(site.draft.text), len(site.draft.text), lines)


@kind("question-contradicted")
def question_contradicted(site: Site) -> Iterator[Edit]:
    """The wrong answer to a question on a line of its own."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        for side in _SIDES:
            if found is not None:
                lines = f"\n\nHow much does {_name(site, side)} cost for {part}?\n\n{_told(found[side.other])} per 1M tokens."
                yield Edit(len(site.draft.text), len(site.draft.text), lines)


@kind("wins-false")
def wins_false(site: Site) -> Iterator[Edit]:
    """Most benchmarks for the model that wins fewer."""
    won = {side: _number(site, f"pair.scores.wins.{side.value}") for side in _SIDES}
    for side in _SIDES:
        mine, other = won[side], won[side.other]
        if mine is not None and other is not None and mine < other:
            yield added(site, f"{_name(site, side)} wins most of the shared benchmarks.")
            yield added(site, f"{_name(site, side)} is better at benchmarks than {_name(site, side.other)}.")


@kind("order-in-time-contradicted")
def time_contradicted(site: Site) -> Iterator[Edit]:
    """The older model told as the newer one."""
    newer = site.draft.sheet.facts.get("pair.released.newer")
    if newer is not None and newer.value in ("a", "b"):
        old = Side(str(newer.value)).other
        yield added(site, f"{_name(site, old)} is the newer model.")
        yield added(site, f"{_name(site, old)} came out after {_name(site, old.other)}.")

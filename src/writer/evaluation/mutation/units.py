"""The right number in a wrong unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from writer.evaluation.draft import Bound, Family, Mark, Role
from writer.evaluation.mutation.kind import Edit, Site, kind, replaced
from writer.evaluation.oracle import states
from writer.quantities.unit import Unit

_BASES = {
    "thousand": (("per 1M", "per 1K"), ("/1M", "/1K"), ("per million", "per thousand"), ("a million", "a thousand")),
    "token": ((" per 1M tokens", " per token"), ("/1M tokens", "/token"), (" per million tokens", " per token")),
}


def _texts(marks: Iterable[Mark], changes: tuple[tuple[str, str], ...]) -> Iterator[Edit]:
    for mark in marks:
        for was, now in changes:
            if was in mark.text:
                yield replaced(mark, mark.text.replace(was, now))
                break


@kind("base-thousand")
def per_thousand(site: Site) -> Iterator[Edit]:
    """Per 1K tokens instead of per 1M."""
    return _texts((mark for mark, _ in _bases(site)), _BASES["thousand"])


@kind("base-token")
def per_token(site: Site) -> Iterator[Edit]:
    """Per token instead of per 1M."""
    return _texts((mark for mark, _ in _bases(site)), _BASES["token"])


@kind("base-request")
def per_request(site: Site) -> Iterator[Edit]:
    """Per request instead of per 1M tokens."""
    costs = [fact.value for fact in site.draft.sheet.facts.values() if fact.metric.endswith("cost_per_request")]
    for mark, amounts in _bases(site):
        told = (states(each.value or Fraction(0), Fraction(cost), each.bound) for each in amounts for cost in costs)  # type: ignore[arg-type]
        if not any(told):
            yield replaced(mark, " per request")


def _bases(site: Site) -> Iterator[tuple[Mark, list[Mark]]]:
    """Each base with the amounts of its clause; none where it is the base of nothing ("Pennies per million")."""
    for mark in site.marks(Role.BASE):
        amounts = [each for each in site.clause(mark) if each.family is Family.MONEY]
        if amounts:
            yield mark, amounts


@kind("currency-euro")
def euros(site: Site) -> Iterator[Edit]:
    """Euros instead of dollars."""
    return _texts(site.marks(Role.FIGURE), (("$", "€"), ("dollar", "euro")))


@kind("currency-pound")
def pounds(site: Site) -> Iterator[Edit]:
    """Pounds instead of dollars."""
    return _texts(site.marks(Role.FIGURE), (("$", "£"),))


@kind("cents-for-dollars")
def cents_for_dollars(site: Site) -> Iterator[Edit]:
    """$0.40 as 0.40 cents, five dollars as five cents; where a hundredth is no price of the pair."""
    for mark in site.marks(Role.FIGURE):
        if mark.family is not Family.MONEY or mark.value is None or _could_be(site, mark, mark.value / 100):
            continue
        if mark.text.startswith("$"):
            yield replaced(mark, f"{mark.text[1:]} cents")
        elif "dollar" in mark.text:
            yield replaced(mark, re.sub(r"dollars?", "cents", mark.text))


@kind("dollars-for-cents")
def dollars_for_cents(site: Site) -> Iterator[Edit]:
    """40 cents as 40 dollars."""
    for mark in site.marks(Role.FIGURE):
        if mark.family is Family.MONEY and mark.value is not None and not _could_be(site, mark, mark.value * 100):
            if "cent" in mark.text:
                yield replaced(mark, re.sub(r"cents?", "dollars", mark.text))
            elif mark.text.endswith("¢"):
                yield replaced(mark, f"${mark.text[:-1]}")


def _could_be(site: Site, mark: Mark, value: Fraction) -> bool:
    """Whether so many dollars are a price or a cost of the pair; the oracle would also count cents and prices per 1K."""
    reach = Fraction(13, 50) if mark.bound is not Bound.NONE else Fraction(3, 100)
    return any(
        fact.unit in (Unit.USD, Unit.USD_PER_MTOK) and abs(value - fact.value) <= fact.value * reach  # type: ignore[operator]
        for fact in site.draft.sheet.facts.values()
    )


@kind("suffix-up")
def thousand_to_million(site: Site) -> Iterator[Edit]:
    """K as M, M as B."""
    return _suffix(site, {"K": "M", "M": "B", "B": "T"}, 1000)


@kind("suffix-down")
def million_to_thousand(site: Site) -> Iterator[Edit]:
    """M as K, B as M."""
    return _suffix(site, {"M": "K", "B": "M"}, Fraction(1, 1000))


def _suffix(site: Site, swap: Mapping[str, str], factor: Fraction | int) -> Iterator[Edit]:
    for mark in site.marks(Role.FIGURE):
        found = re.fullmatch(r"([0-9.,]+)([KMB])(.*)", mark.text)
        if found is None or found[2] not in swap or mark.value is None or mark.family is None:
            continue
        if not site.oracle.could_state(mark.value * factor, mark.family, hedged=mark.bound is not Bound.NONE):
            yield replaced(mark, found[1] + swap[found[2]] + found[3])


@kind("suffix-dropped")
def suffix_dropped(site: Site) -> Iterator[Edit]:
    """128K as 128."""
    for mark in site.marks(Role.FIGURE):
        found = re.fullmatch(r"([0-9.,]+)([KMB])(.*)", mark.text)
        if found is None or mark.family not in (Family.TOKENS, Family.PARAMETERS):
            continue
        if not _is_carried(site, mark, found[2]):
            yield replaced(mark, found[1] + found[3])


def _is_carried(site: Site, mark: Mark, suffix: str) -> bool:
    """Whether the next figure lends its suffix: "128 to 200K", "windows of 200 and 270K tokens"."""
    return bool(
        re.match(rf" ?(?:and|to|or|vs\.?|–|-) ?(?:[a-z]+ ){{0,2}}[0-9.,]+{suffix}\b", site.draft.text[mark.end :])
    )


def _is_within(site: Site, mark: Mark, family: Family) -> bool:
    """Whether the mark's number could be said of a fact of another family."""
    hedged = mark.bound is not Bound.NONE
    return mark.value is None or site.oracle.could_state(mark.value, family, hedged=hedged)


@kind("percent-as-points")
def percent_as_points(site: Site) -> Iterator[Edit]:
    """A saving told in percentage points; where no gap of scores is that."""
    for mark in site.marks(Role.FIGURE):
        told = mark.family is Family.PERCENT and mark.value is not None and mark.text.endswith("%")
        if told and not _is_within(site, mark, Family.POINTS):
            yield replaced(mark, f"{mark.text[:-1]} percentage points")


@kind("percent-as-times")
def percent_as_times(site: Site) -> Iterator[Edit]:
    """75 % as 75 times; where no ratio is that."""
    for mark in site.marks(Role.FIGURE):
        told = mark.family is Family.PERCENT and mark.value is not None and mark.text.endswith("%")
        if told and not _is_within(site, mark, Family.RATIO):
            yield replaced(mark, f"{mark.text[:-1]}×")


@kind("times-as-percent")
def times_as_percent(site: Site) -> Iterator[Edit]:
    """8 times as 8 percent; where no percentage is that."""
    for mark in site.marks(Role.FIGURE):
        told = mark.family is Family.RATIO and mark.value is not None and mark.text[-1] in "×x"
        if told and not _is_within(site, mark, Family.PERCENT):
            yield replaced(mark, f"{mark.text[:-1]}%")


@kind("points-as-percent")
def points_as_percent(site: Site) -> Iterator[Edit]:
    """A gap of scores told in percent."""
    for mark in site.marks(Role.FIGURE):
        if mark.key.startswith("pair.score.") and mark.key.endswith(".difference"):
            after = site.draft.text[mark.end : mark.end + 8]
            if after.startswith(" points") and not _is_within(site, mark, Family.PERCENT):
                yield Edit(mark.start, mark.end + len(" points"), f"{mark.text}%")


@kind("tokens-as-words")
def tokens_as_words(site: Site) -> Iterator[Edit]:
    """Tokens told as words or pages: derived."""
    for mark in site.marks(Role.FIGURE):
        if mark.family is Family.TOKENS and site.draft.text.startswith(" tokens", mark.end):
            yield Edit(mark.end, mark.end + len(" tokens"), site.chance.choice([" words", " pages", " characters"]))


@kind("duration-unit")
def duration_unit(site: Site) -> Iterator[Edit]:
    """Days as weeks, months as years or days, weeks as months; where no gap is that long."""
    longer: dict[str, tuple[str, Fraction]] = {
        "days": ("weeks", Fraction(7)),
        "weeks": ("months", Fraction(435, 100)),
        "months": ("years", Fraction(12)),
    }
    shorter: dict[str, tuple[str, Fraction]] = {
        "months": ("days", Fraction(100, 3044)),
        "weeks": ("days", Fraction(1, 7)),
    }
    for mark in site.marks(Role.FIGURE):
        if mark.family is not Family.DURATION or mark.value is None:
            continue
        for table in (longer, shorter):
            unit = mark.text.rsplit(" ", 1)[-1]
            if unit in table:
                other, factor = table[unit]
                if not site.oracle.could_state(mark.value * factor, Family.DURATION, hedged=True):
                    yield replaced(mark, mark.text.replace(unit, other))

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.work import calls
from writer.quantities.dates import YearMonth
from writer.quantities.normalise import normalise
from writer.quantities.quantity import DateRange, GroupKind, Kind, Modifier, Quantity
from writer.quantities.read import read, scan
from writer.quantities.spell import article, count, date, money, percent, ratio, short, spell, tokens, words

WORDS = st.sampled_from(
    [
        "about",
        "5",
        "$0.10",
        "/1M",
        "half",
        "a",
        "third",
        "of",
        "the",
        "price",
        "128K",
        "tokens",
        "and",
        "to",
        "from",
        "25",
        "%",
        "x",
        "×",
        "times",
        "twice",
        "-",
        "–",
        ",",
        ".",
        "(",
        ")",
        "per",
        "million",
        "one",
        "two",
        "both",
        "2024",
        "April",
        "May",
        "early",
        "Q2",
        "an",
        "order",
        "magnitude",
        "as",
        "much",
        "again",
        "dozen",
        "point",
        "more",
        "than",
        "1,048,576",
        "1",
        "3",
        "cents",
        "¢",
        "dollars",
        "\n",
        ":",
        ";",
        "hundred",
        "thousand",
        "70/30",
        "€",
        "½",
        "10⁶",
        "~",
        "±",
        "<",
        "+",
        "'",
        "*",
        "_",
        "`",
        "'25",
        "11th",
        "mid",
        "th",
        "k",
        "M",
        "8x22B",
        "1.2.3",
        "١٢",
        "Ⅻ",
        "each",
        "all",
        "only",
        "less",
        "under",
        "over",
    ]
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join) | st.lists(WORDS, max_size=30).map("".join) | st.text(max_size=60)


def whole(values: st.SearchStrategy[int], places: int) -> st.SearchStrategy[Fraction]:
    return values.map(lambda value: Fraction(value, 10**places))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Quantities that have a house way."""
    kind = draw(
        st.sampled_from([Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE, Kind.NUMBER, Kind.DURATION, Kind.DATE])
    )
    modifier = draw(st.sampled_from(list(Modifier)))
    if kind is Kind.DATE:
        modifier = Modifier.NONE
        first = draw(st.sampled_from([(4, 1), (4, 11), (4, 21), (9, 17)]))
        last = {(4, 1): (4, 31), (4, 11): (4, 20), (4, 21): (4, 31), (9, 17): (9, 17)}[first]
        return blank(kind, DateRange(draw(st.integers(2015, 2029)), first, last), Fraction(0), modifier)
    places = draw(st.integers(0, 4))
    value = draw(whole(st.integers(1, 10**7), places))
    if kind is Kind.NUMBER:
        value, places = Fraction(draw(st.integers(2100, 10**7))), 0
    made = blank(kind, value, Fraction(1, 10**places), modifier)
    match kind:
        case Kind.MONEY:
            return replace(made, currency="USD", per_tokens=draw(st.sampled_from([None, 1, 1000, 10**6])))
        case Kind.POINTS:
            return replace(made, noun=draw(st.sampled_from(["point", "percentage point"])))
        case Kind.DURATION:
            return replace(
                made, duration_unit=draw(st.sampled_from(["day", "week", "month", "year"])), modifier=Modifier.ABOUT
            )
        case Kind.NUMBER:
            return replace(made, noun=draw(st.sampled_from(["token", "provider", "capability", "parameter", ""])))
    return made


def blank(kind: Kind, value: Fraction | DateRange, step: Fraction, modifier: Modifier) -> Quantity:
    return Quantity(0, 0, 0, 0, "", kind, value, step, step, modifier)


def meaning(quantity: Quantity) -> tuple[object, ...]:
    return (
        quantity.kind, quantity.value, quantity.step, quantity.modifier, quantity.per_tokens, quantity.noun, quantity.currency,
        quantity.duration_unit,
    )  # fmt: skip


@given(quantities())
def test_what_is_spelled_is_read_back(quantity: Quantity) -> None:
    (again,) = read(spell(quantity))
    assert meaning(again) == meaning(quantity)
    assert spell(again) == spell(quantity)


@given(quantities())
def test_it_is_read_back_amid_a_sentence(quantity: Quantity) -> None:
    (again,) = (
        read(f"It stands at {spell(quantity)}, as listed.")
        if quantity.modifier is not Modifier.FROM
        else read(spell(quantity))
    )
    assert meaning(again) == meaning(quantity)


@given(TEXTS)
def test_any_text_is_read_without_an_error_and_in_order(text: str) -> None:
    reading = scan(text)
    spans = sorted((part.start, part.end) for part in (*reading.quantities, *reading.passed, *reading.unread))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(TEXTS)
def test_every_digit_is_read_passed_or_reported(text: str) -> None:
    reading = scan(text)
    covered = [False] * (len(text) + 1)
    for part in (*reading.quantities, *reading.passed, *reading.unread):
        covered[part.start : part.end] = [True] * (part.end - part.start)
    missed = [char for char, seen in zip(text, covered, strict=False) if char.isdecimal() and not seen]
    assert not missed


@given(TEXTS)
def test_spans_hold_their_text_and_the_number_lies_within(text: str) -> None:
    for quantity in read(text):
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.start <= quantity.number_start < quantity.number_end <= quantity.end


@given(TEXTS)
def test_groups_have_at_least_two_members(text: str) -> None:
    groups = [quantity.group for quantity in read(text) if quantity.group]
    assert all(groups.count(group) >= 2 for group in groups)
    assert all(quantity.group for quantity in read(text) if quantity.group_kind is not GroupKind.NONE)


@given(st.text(max_size=80))
def test_what_is_normal_stays_as_it_is(text: str) -> None:
    once = normalise(text)
    assert len(once.sources) == len(once.text)
    assert list(once.sources) == sorted(once.sources)
    assert normalise(once.text).text == normalise(normalise(once.text).text).text


@given(TEXTS, TEXTS)
def test_a_mask_hides_what_it_covers(left: str, right: str) -> None:
    text = f"{left} GPT-5.4 mini {right}"
    start = len(left) + 1
    reading = scan(text, [(start, start + 12)])
    parts = (*reading.quantities, *reading.unread)
    assert not any(
        part.start < start + 12 and part.end > start and part.text.strip() in "GPT-5.4 mini" for part in parts
    )


@given(st.integers(0, 999_999))
def test_number_words_are_read_back(number: int) -> None:
    (again,) = read(f"{words(number)} providers")
    assert again.value == number


def test_the_house_way() -> None:
    assert money(Fraction("0.1"), 10**6) == "$0.10 per 1M tokens"
    assert money(5) == "$5"
    assert money(Fraction("1.345")) == "$1.345"
    assert tokens(131_072) == "131,072 tokens"
    assert short(128_000) == "128K"
    assert short(1_050_000) == "1.05M"
    assert percent(95) == "95%"
    assert ratio(Fraction("7.8"), 1) == "7.8×"
    assert date(YearMonth(2024, 9)) == "September 2024"
    assert count(1, "capability") == "one capability"
    assert count(12, "capability") == "12 capabilities"
    assert [article(figure) for figure in ("8×", "88%", "11", "18", "110", "180", "1", "100×", "$8", "eight", "one", "800", "1,800")] == [
        "an", "an", "an", "an", "a", "a", "a", "a", "an", "an", "a", "an", "a",
    ]  # fmt: skip


ADVERSE = {
    "lists": "1,",
    "halves": "and a half ",
    "hundreds": "a hundred and ",
    "stars": "*",
    "underscores": "_a",
    "digits": "9",
    "dots": "1.",
    "hyphens": "two-",
    "months": "May ",
    "per": "per ",
    "ones": "one ",
    "more": "more than ",
    "prose": "It costs $0.10 per 1M tokens, about a third of the 8x that its rival asks since May 2024. ",
    "thousands": "1 000 ",
    "points": "point five ",
    "disguise": "1О",
    "scales": "thousand million ",
    "twenty": "twenty-",
}


@pytest.mark.parametrize("piece", ADVERSE.values(), ids=ADVERSE.keys())
def test_reading_takes_work_in_proportion_to_length(piece: str) -> None:
    short_text, long_text = piece * (2_000 // len(piece)), piece * (10_000 // len(piece))
    scan(piece)  # what is worked out once
    assert calls(lambda: scan(long_text)) < 8 * calls(lambda: scan(short_text)) + 2000

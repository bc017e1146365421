"""Money: $0.10, US$5, 5 USD, 10¢, seventy-five cents, a dollar and a quarter, a third of a cent."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from writer.quantities.grammar.found import Found, of_numeral
from writer.quantities.grammar.numeral import Numeral
from writer.quantities.grammar.numerals import numeral, part_after_and
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.lexicon.rows import words
from writer.quantities.lexicon.units import COINS, CURRENCY_CODES, CURRENCY_SIGNS, DOLLAR_PREFIXES, MONEY_WORDS
from writer.quantities.quantity import Kind, Modifier

_CENT = Fraction(1, 100)
_CLOSES_AN_AMOUNT = words("per a for on in at to and against versus vs while where or with out each apiece")
_IN_TURN = 14  # tokens


@dataclass(frozen=True, slots=True)
class _Unit:
    end: int
    currency: str
    worth: Fraction


def prefixed(tokens: Tokens, index: int) -> Found | None:
    """An amount behind its sign or code: $5, US$5, -$5 (the sign is read later), USD 5, €0.40, $.10."""
    opened = _sign(tokens, index)
    if opened is None:
        return None
    at, currency = opened
    below = tokens.words[at] == "-" and tokens.glued(at + 1)
    at += below
    amount = numeral(tokens, at)
    if amount is None or amount.in_words:
        return None
    end = amount.end
    found = of_numeral(index, end, Kind.MONEY, amount)
    trailing = _unit(tokens, end)
    if trailing and trailing.worth == 1 and trailing.currency == currency:
        end = trailing.end
    found.number_first, found.last, found.currency = at, end, currency
    found.sign = -1 if below else 1
    return found


def _sign(tokens: Tokens, index: int) -> tuple[int, str] | None:
    word = tokens.words[index]
    if word in CURRENCY_SIGNS:
        return index + 1, CURRENCY_SIGNS[word]
    if word == "¢" and tokens.glued(index + 1):
        return None
    if tokens.words[index + 1] == "$" and tokens.glued(index + 1) and word in DOLLAR_PREFIXES:
        return index + 2, DOLLAR_PREFIXES[word]
    if word in CURRENCY_CODES and tokens.raw(index).isupper():
        at = index + 1
        return (at + 1 if tokens.words[at] == "$" else at), CURRENCY_CODES[word]
    return None


def suffixed(tokens: Tokens, first: int, amount: Numeral, *, at: int) -> Found | None:
    """An amount before its unit; ``at`` is where the unit would stand."""
    unit = _unit(tokens, at)
    if unit is None:
        return None
    found = of_numeral(first, unit.end, Kind.MONEY, amount, scale=unit.worth)
    found.currency = unit.currency
    return _and_more(tokens, found, unit)


def coin(tokens: Tokens, index: int) -> Found | None:
    """A dollar, a cent, a dime: one of its kind, with what follows ("a dollar and a quarter", "a dollar fifty")."""
    article = tokens.words[index] in ("a", "an", "one")
    at = index + 1
    if tokens.words[at] in ("mere", "flat", "full", "single", "whole", "round", "cool", "lone", "bare", "scant"):
        at += 1
    at = tokens.after_hyphen(at)
    if not article or tokens.words[at] not in COINS:
        return None
    one = Numeral(index + 1, Fraction(1), Fraction(1), Fraction(1), in_words=True)
    found = suffixed(tokens, index, one, at=at)
    if found is not None and tokens.words[index + 1] in ("flat", "even"):
        found.modifier = Modifier.EXACT
    return found


def _unit(tokens: Tokens, at: int) -> _Unit | None:
    hyphened = tokens.after_hyphen(at)
    word = tokens.words[hyphened]
    if word == "us" and tokens.words[hyphened + 1] in ("dollars", "dollar", "cents", "cent"):
        hyphened, word = hyphened + 1, tokens.words[hyphened + 1]
    if word == "c":
        loose = not tokens.glued(at) or (tokens.glued(at + 1) and tokens.sorts[at + 1] is not Sort.SIGN)
        return None if loose else _Unit(at + 1, "USD", _CENT)
    if word in CURRENCY_SIGNS and tokens.glued(hyphened) and tokens.sorts[hyphened + 1] is not Sort.NUMBER:
        return _Unit(hyphened + 1, CURRENCY_SIGNS[word], Fraction(1))
    if word not in MONEY_WORDS:
        return None
    currency, worth = MONEY_WORDS[word]
    return _Unit(hyphened + 1, currency, worth)


def _and_more(tokens: Tokens, found: Found, unit: _Unit) -> Found:
    """Two dollars and fifty cents, five dollars fifty, a dollar and a quarter."""
    part = part_after_and(tokens, unit.end) if unit.worth in (1, _CENT) else None
    if part is not None and tokens.words[part[1]] not in ("of", "as", "more", "less", "cheaper", "dearer"):
        return _plus(found, part[0] * unit.worth, unit.worth / part[0].denominator, part[1])
    if unit.worth != 1 or unit.currency != "USD":
        return found
    joined = unit.end + 1 if tokens.words[unit.end] == "and" else unit.end
    cents = numeral(tokens, joined)
    if cents is None or cents.value >= 100 or cents.share:
        return found
    if tokens.words[cents.end] in ("cents", "cent", "¢"):
        if found.in_words is not cents.in_words or _told_in_turn(tokens, cents.end):
            return found
        return _plus(found, cents.value * _CENT, cents.step * _CENT, cents.end + 1)
    closed = tokens.sorts[cents.end] is not Sort.WORD or tokens.words[cents.end] in _CLOSES_AN_AMOUNT
    loose = joined == unit.end and cents.in_words and closed and cents.value >= 10
    return _plus(found, cents.value * _CENT, cents.step * _CENT, cents.end) if loose else found


def _told_in_turn(tokens: Tokens, at: int) -> bool:
    """Whether the two amounts belong to two things: "five dollars and twenty cents for input, respectively"."""
    return "respectively" in tokens.words[at : at + _IN_TURN] or "each" in tokens.words[at : at + 3]


def _plus(found: Found, more: Fraction, step: Fraction, end: int) -> Found:
    if isinstance(found.value, Fraction):
        found.value += more
    found.step = found.coarse_step = step
    found.last = found.number_last = end
    return found

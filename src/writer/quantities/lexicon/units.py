"""The words of units. Tables only."""

from __future__ import annotations

from fractions import Fraction

from writer.quantities.lexicon.numbers import DENOMINATORS, SCALES, TENS
from writer.quantities.lexicon.rows import row, words

_CENT = Fraction(1, 100)

# Signs and codes that stand before (or after) an amount.
CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₿": "BTC"}
DOLLAR_PREFIXES = {
    "us": "USD", "usd": "USD", "u.s": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD",
}  # fmt: skip
CURRENCY_CODES = {
    code.lower(): code for code in row("USD EUR GBP JPY CNY RMB INR KRW CHF CAD AUD NZD HKD SGD SEK NOK DKK PLN BRL")
}

# Money in words: currency and how many of it one word is worth.
MONEY_WORDS = {
    **dict.fromkeys(("dollar", "dollars", "buck", "bucks", "usd"), ("USD", Fraction(1))),
    **dict.fromkeys(("cent", "cents", "¢", "penny", "pennies"), ("USD", _CENT)),
    **dict.fromkeys(("nickel", "nickels"), ("USD", 5 * _CENT)),
    **dict.fromkeys(("dime", "dimes"), ("USD", 10 * _CENT)),
    **dict.fromkeys(("mill", "mills"), ("USD", Fraction(1, 1000))),
    **dict.fromkeys(("euro", "euros", "eur"), ("EUR", Fraction(1))),
    **dict.fromkeys(("eurocent", "eurocents"), ("EUR", _CENT)),
    **dict.fromkeys(("pound", "pounds", "quid", "gbp"), ("GBP", Fraction(1))),
    "pence": ("GBP", _CENT),
    **dict.fromkeys(("yen", "jpy"), ("JPY", Fraction(1))),
    **dict.fromkeys(("yuan", "rmb", "renminbi", "cny"), ("CNY", Fraction(1))),
    **dict.fromkeys(("rupee", "rupees", "inr"), ("INR", Fraction(1))),
    **dict.fromkeys(("franc", "francs", "chf"), ("CHF", Fraction(1))),
}
COINS = words("dollar buck cent penny nickel dime euro pound")

PERCENT_WORDS = words("% percent pct percents")
POINT_WORDS = {
    **dict.fromkeys(("point", "points", "pt", "pts"), "point"),
    **dict.fromkeys(("pp", "pps", "ppt", "ppts", "pctpt"), "percentage point"),
}

DURATIONS = {
    **dict.fromkeys(("day", "days"), "day"),
    **dict.fromkeys(("week", "weeks", "wk", "wks"), "week"),
    **dict.fromkeys(("month", "months", "mo", "mos", "mth", "mths"), "month"),
    **dict.fromkeys(("year", "years", "yr", "yrs"), "year"),
    **dict.fromkeys(("hour", "hours", "hr", "hrs"), "hour"),
    **dict.fromkeys(("minute", "minutes", "min", "mins"), "minute"),
    **dict.fromkeys(("second", "seconds", "sec", "secs"), "second"),
    **dict.fromkeys(("millisecond", "milliseconds", "ms"), "millisecond"),
    **dict.fromkeys(("decade", "decades"), "decade"),
}
# How many of a smaller unit a larger one holds: what "two years and three months" adds up in.
PARTS = {"year": ("month", 12), "week": ("day", 7)}
# Units in their own right: value and unit.
FORTNIGHTS = frozenset(("fortnight", "fortnights"))

TOKEN_WORDS = words("token tokens tok toks")
PARAMETER_WORDS = words("parameter parameters param params")

# What may be counted; the singular is the noun of the quantity. Others are taken where their ending tells.
COUNTED = words(
    "token parameter provider seller vendor host reseller listing outlet shop source benchmark test eval "
    "evaluation score result capability feature modality ability skill model offer price rate task "
    "workload chat run summary request call conversation ticket session job document win loss tie draw "
    "lead victory point day week month year hour minute second page word character language weight dollar "
    "cent percent exam place spot version release input output image marketplace venue channel supplier "
    "storefront cloud endpoint tier setting expert gpu"
)
NOUN_FORMS = (
    {noun: noun for noun in COUNTED}
    | {noun + "s": noun for noun in COUNTED}
    | {
        "capabilities": "capability",
        "modalities": "modality",
        "abilities": "ability",
        "summaries": "summary",
        "losses": "loss",
        "victories": "victory",
        "categories": "category",
        "tok": "token",
        "toks": "token",
        "params": "parameter",
        "param": "parameter",
        "evals": "eval",
        "pt": "point",
        "pts": "point",
    }
)
# Words that may stand between a number and its noun.
BETWEEN = words(
    "input output context cached prompt completion total active activated shared common documented "
    "supported listed known recorded more fewer additional extra other different separate further such "
    "same of the its their them new single full whole long short big paid commercial official public "
    "independent available overlapping mutual support coding agent document digest capability benchmark "
    "provider hosting published reported model distinct native tracked decimal calendar "
    "consecutive straight"
)

# After "a" and "an" a number may begin: a hundred, a third, a cent, a year, an order of magnitude, a mere tenth.
AFTER_ARTICLE = (
    frozenset(SCALES)
    | frozenset(DENOMINATORS)
    | frozenset(TENS)
    | COINS
    | frozenset(DURATIONS)
    | FORTNIGHTS
    | {"$"}
    | words(
        "hundred dozen order full whole good mere flat even scant bare clean cool lone round single further solid clear calendar entire"
    )
)

"""The words that state numbers. Tables only."""

from __future__ import annotations

from fractions import Fraction

from writer.quantities.lexicon.rows import words

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

UNITS = {word: value for value, word in enumerate(_SMALL.split())} | {"nil": 0, "nought": 0, "naught": 0}
DIGITS = {word: value for word, value in UNITS.items() if value < 10} | {"oh": 0}
TENS = {word: 20 + 10 * index for index, word in enumerate(_TENS.split())} | {"fourty": 40}
SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "grand": 10**3,
    "mil": 10**6,
    "bil": 10**9,
}
CARDINALS = frozenset(UNITS) | frozenset(TENS)

# After digits: glued, or as a word of their own.
SUFFIXES = {
    "k": 10**3,
    "m": 10**6,
    "mm": 10**6,
    "mn": 10**6,
    "mio": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "t": 10**12,
    "tn": 10**12,
    "ki": 1024,
    "mi": 1024**2,
    "kib": 1024,
    "mib": 1024**2,
} | SCALES
# A suffix and the unit in one word: 128Ktok, 1MTok.
TOKEN_SUFFIXES = {"ktok": 10**3, "ktoks": 10**3, "ktokens": 10**3, "mtok": 10**6, "mtoks": 10**6, "mtokens": 10**6}

_ORDINALS = {
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
}
ORDINALS = {"first": 1, "second": 2} | _ORDINALS
# Fractions: a third, two thirds. "half" and "quarter" are the ones that are never ordinals.
DENOMINATORS = _ORDINALS | {"half": 2, "quarter": 4}
PLURAL_DENOMINATORS = {word + "s": value for word, value in DENOMINATORS.items()} | {"halves": 2}

GLYPHS = dict(
    zip(
        "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒",
        (
            Fraction(*parts)
            for parts in (
                (1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5),
                (1, 6), (5, 6), (1, 7), (1, 8), (3, 8), (5, 8), (7, 8), (1, 9), (1, 10),
            )
        ),
        strict=True,
    )
)  # fmt: skip
POWERS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", range(10), strict=True))

# Words that state how many times: a ratio.
MULTIPLES = {
    "twice": 2,
    "thrice": 3,
    **dict.fromkeys(("double", "doubles", "doubled", "doubling"), 2),
    **dict.fromkeys(("triple", "triples", "tripled", "tripling", "treble", "trebles", "trebled", "trebling"), 3),
    **dict.fromkeys(("quadruple", "quadruples", "quadrupled", "quadrupling"), 4),
    **dict.fromkeys(("quintuple", "quintuples", "quintupled", "quintupling"), 5),
    **dict.fromkeys(("sextuple", "sextuples", "sextupled"), 6),
    **dict.fromkeys(("septuple", "septuples", "septupled"), 7),
    **dict.fromkeys(("octuple", "octuples", "octupled"), 8),
    **dict.fromkeys(("nonuple", "nonupled"), 9),
    **dict.fromkeys(("decuple", "decupled"), 10),
}
HALVES = words("halve halves halved halving")

# Roman numerals from two letters on: read by people, not by this grammar; beside a unit they are left unread.
ROMAN = words("ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxx xl lx xc cc ccc")

# Plural scales and vague crowds: they state a number that no fact can be held to.
VAGUE = words("dozens hundreds thousands millions billions trillions tens umpteen zillion zillions gazillion")

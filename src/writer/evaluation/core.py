"""The digits or number words within a figure's text, and the text with another number in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from writer.quantities.spell import decimal, words

_DIGITS = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_WORDS = {words(number): number for number in range(1000)} | {"twice": 2}
_WORD = re.compile("|".join(sorted((rf"\b{word}\b" for word in _WORDS), key=len, reverse=True)), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Core:
    """Where the number stands in ``text``, what it is by itself, and with how many decimals."""

    text: str
    start: int
    end: int
    number: Fraction
    places: int
    in_words: bool

    def with_number(self, number: Fraction, places: int | None = None) -> str:
        """The text with ``number`` in place of its own; words beyond their reach become digits."""
        if self.in_words and number.denominator == 1 and 0 <= number < 1000:
            told = words(int(number))
        else:
            told = decimal(number, self.places if places is None else places)
        return self.text[: self.start] + told + self.text[self.end :]

    @property
    def unit(self) -> Fraction:
        """One unit of the last digit."""
        return Fraction(1, 10**self.places)


def core_of(text: str) -> Core | None:
    """The first number in a figure's text."""
    found = _DIGITS.search(text)
    if found is not None:
        figure = found[0].replace(",", "")
        return Core(text, found.start(), found.end(), Fraction(figure), len(figure.partition(".")[2]), in_words=False)
    word = _WORD.search(text)
    if word is None:
        return None
    return Core(text, word.start(), word.end(), Fraction(_WORDS[word[0].lower()]), 0, in_words=True)

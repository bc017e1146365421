"""Numbers in figures: grouping, decimals, suffixes, powers of ten."""

from __future__ import annotations

import re

from writer.quantities.grammar.numeral import Numeral, exact, scaled, whole
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.lexicon.numbers import POWERS, SUFFIXES, TOKEN_SUFFIXES

_PLAIN = re.compile(r"([0-9]+)(?:\.([0-9]+))?")
_GROUPED = re.compile(r"[0-9]{1,3}([,_'])[0-9]{3}(?:\1[0-9]{3})*(?:\.([0-9]+))?")
_LONGEST = 40


def digits(tokens: Tokens, index: int) -> Numeral | None:
    """Digits, with grouping, decimals, suffix or power; None for what is no number (1.2.3, 1,2)."""
    if tokens.words[index] == "." and tokens.sorts[index + 1] is Sort.NUMBER and tokens.glued(index + 1):
        return _from_parts(tokens, index + 2, "0." + tokens.words[index + 1])
    if tokens.sorts[index] is not Sort.NUMBER:
        return None
    end, blob = _spaced_groups(tokens, index)
    return _power(tokens, end, blob) or _from_parts(tokens, end, blob)


def _spaced_groups(tokens: Tokens, index: int) -> tuple[int, str]:
    blob, end = tokens.words[index], index + 1
    if len(blob) > 3 or blob[0] == "0" or not blob.isdigit():
        return end, blob
    while _is_group(tokens, end) and end - index < 6:
        blob += tokens.words[end]
        end += 1
    return end, blob


def _is_group(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    apart = tokens.starts[index] - tokens.ends[index - 1]
    return tokens.sorts[index] is Sort.NUMBER and apart == 1 and len(word) == 3 and word.isdigit()


def _power(tokens: Tokens, end: int, blob: str) -> Numeral | None:
    """10⁶, 10^6, 1e6, 1.05e6."""
    if tokens.words[end] == "e" and tokens.glued(end) and tokens.glued(end + 1) and tokens.words[end + 1].isdigit():
        found, exponent, after = _from_parts(tokens, end + 2, blob), tokens.words[end + 1], end + 2
        return found and scaled(found, 10 ** int(exponent[:2]), after, f"e{exponent}")
    if blob != "10":
        return None
    if tokens.words[end] == "^" and tokens.words[end + 1].isdigit() and tokens.glued(end + 1):
        return whole(10 ** int(tokens.words[end + 1][:2]), end + 2)
    if tokens.words[end] in POWERS and tokens.glued(end):
        return whole(10 ** POWERS[tokens.words[end]], end + 1)
    return None


def _from_parts(tokens: Tokens, end: int, blob: str) -> Numeral | None:
    if len(blob) > _LONGEST:
        return None
    if blob.isdigit():
        mantissa, places = int(blob), 0
    else:
        match = _PLAIN.fullmatch(blob) or _GROUPED.fullmatch(blob)
        if match is None:
            return None
        places = len(match[2] or "")
        mantissa = int(re.sub(r"\D", "", blob))
    found = exact(mantissa, places, end)
    return _suffixed(tokens, found)


def _suffixed(tokens: Tokens, found: Numeral) -> Numeral:
    at, word = found.end, tokens.words[found.end]
    if tokens.sorts[at] is not Sort.WORD or (tokens.glued(at + 1) and tokens.sorts[at + 1] is Sort.NUMBER):
        return found
    if tokens.glued(at):
        if word in TOKEN_SUFFIXES:  # the unit stands in the same word: it is read again as "tok"
            return scaled(found, TOKEN_SUFFIXES[word], at, tokens.raw(at)[0])
        return scaled(found, SUFFIXES[word], at + 1, tokens.raw(at)) if word in SUFFIXES else found
    if tokens.raw(at) in ("K", "M", "B", "T") and not tokens.glued(at + 1):
        return scaled(found, SUFFIXES[word], at + 1, tokens.raw(at))
    return found

"""Text to items: names first, then quantities, then the words that the lexicon knows, longest first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from writer.catalog.name_table import NameKind
from writer.catalog.names import Name, PairNames
from writer.check.items import Item, Sort
from writer.quantities.normalise import Normalised
from writer.quantities.quantity import Passed, Reading
from writer.quantities.read import scan
from writer.sayings.lexicon import LEXICON
from writer.sayings.words import Meaning

_TOKEN = re.compile(r"\n|'(?:s|re|ve|d|ll|m)\b|n't|[^\W_]+?(?=n't\b)|[^\W_]+|[^\w\s]|_")
_TOKEN_WITHOUT_NOT = re.compile(
    r"\n|'(?:s|re|ve|d|ll|m)\b|[^\W_]+|[^\w\s]|_"
)  # the same, for a text in which nobody says n't
_SORTS = {
    NameKind.MODEL: Sort.MODEL,
    NameKind.OTHER_MODEL: Sort.MODEL,
    NameKind.BENCHMARK: Sort.BENCHMARK,
    NameKind.SELLER: Sort.SELLER,
    NameKind.OUTSIDE: Sort.OUTSIDE,
}

Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], Sort, tuple[str, ...]]]]


@dataclass(frozen=True, slots=True)
class Words:
    """What a pair's own words are: capabilities, workloads and licenses, by first word, longest first."""

    phrases: Phrases
    settings: Mapping[str, Mapping[str, str]]  # benchmark -> setting as said -> the score's key
    license_pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexed:
    """The items of a text, with what was read of its numbers."""

    items: list[Item]
    reading: Reading


def lex(text: str, names: PairNames, words: Words) -> Lexed:
    """The items of normalised ``text``, in order."""
    fixed = _fixed(text, names, words)
    masks = [(item.start, item.end) for item in fixed]
    reading = scan(Normalised(text, text, range(len(text))), masks)
    fixed += [Item(Sort.NUMBER, each.start, each.end, each.text.lower(), quantity=each) for each in reading.quantities]
    fixed += [_passed(each) for each in reading.passed]
    fixed += [Item(Sort.UNREAD, each.start, each.end, each.text.lower()) for each in reading.unread]
    fixed.sort(key=lambda item: item.start)
    return Lexed(list(_filled(text, fixed, words.phrases)), reading)


def _passed(passed: Passed) -> Item:
    """What states no quantity; of "the older one's" the owner's sign is left to stand by itself."""
    low = passed.text.lower()
    if low == "one's":
        return Item(Sort.PASSED, passed.start, passed.end - 2, "one", passed=passed)
    return Item(Sort.PASSED, passed.start, passed.end, low, passed=passed)


def _fixed(text: str, names: PairNames, words: Words) -> list[Item]:
    """Licenses and names, none within another."""
    licenses = [
        Item(Sort.LICENSE, match.start(), match.end(), match[0].lower())
        for match in words.license_pattern.finditer(text)
    ]
    starts = [each.start for each in licenses]
    items = list(licenses)
    for name in names.find(text):
        before = bisect_left(starts, name.end) - 1  # the last license that begins before the name ends
        if before < 0 or licenses[before].end <= name.start:
            items.append(_set(_named(name), text, words))
    return sorted(items, key=lambda item: item.start)


def _set(item: Item, text: str, words: Words) -> Item:
    """A benchmark's name with the setting, or the direction, told in brackets after it."""
    if item.sort is not Sort.BENCHMARK or text[item.end : item.end + 2] != " (":
        return item
    close = text.find(")", item.end, item.end + _LONGEST_SETTING)
    if close < 0:
        return item
    inner = text[item.end + 2 : close].lower().replace("-", " ")
    if inner in ("lower is better", "higher is better"):
        item.end = close + 1
        return item
    keys = [words.settings[benchmark][inner] for benchmark in item.ids if inner in words.settings.get(benchmark, {})]
    if keys:
        item.end, item.ids = close + 1, tuple(keys)
        more = text[item.end : item.end + 18].lower()
        if more.startswith((" (lower is better)", " (higher is better")):
            item.end = text.find(")", item.end) + 1
    return item


_LONGEST_SETTING = 70


def _named(name: Name) -> Item:
    return Item(
        _SORTS[name.named.kind], name.start, name.end, name.text.lower(), named=name.named, ids=name.named.benchmarks
    )


def _filled(text: str, fixed: Sequence[Item], phrases: Phrases) -> Iterator[Item]:
    at = 0
    for item in fixed:
        if item.start < at:
            continue
        yield from _words(text, at, item.start, phrases)
        yield item
        at = item.end
    yield from _words(text, at, len(text), phrases)


def _words(text: str, start: int, end: int, phrases: Phrases) -> Iterator[Item]:
    pattern = _TOKEN if text.find("n't", start, end) >= 0 else _TOKEN_WITHOUT_NOT
    tokens = [(match.start(), match.end(), match[0].lower()) for match in pattern.finditer(text, start, end)]
    if any(low == "-" for _, _, low in tokens):
        tokens = [each for index, each in enumerate(tokens) if not _joins(text, each, tokens, index)]
    lows = [low for _, _, low in tokens]
    at = 0
    while at < len(tokens):
        size, sort, ids, meaning = _longest(lows, at, phrases)
        first, last = tokens[at][0], tokens[at + size - 1][1]
        low = lows[at] if size == 1 else " ".join(lows[at : at + size])
        yield Item(sort, first, last, ":" if low == "→" else low, meaning=meaning, ids=ids)
        at += size


def _joins(text: str, token: tuple[int, int, str], tokens: Sequence[tuple[int, int, str]], index: int) -> bool:
    """A hyphen within a compound, which parts no words."""
    start, end, low = token
    return low == "-" and text[end : end + 1].isalpha() and not text[start - 1 : start].isspace()


def _longest(lows: Sequence[str], at: int, phrases: Phrases) -> tuple[int, Sort, tuple[str, ...], Meaning | None]:
    word = lows[at]
    best, sort, ids, meaning = 1, _plain(word), (), None
    for phrase, meant in LEXICON.get(word, ()):
        size = len(phrase)
        if size == 1 or _goes_on(lows, at, phrase):
            best, meaning = size, meant
            break
    for own, own_sort, own_ids in phrases.get(word, ()):
        size = len(own)
        if size >= best and (size == 1 or _goes_on(lows, at, own)):
            return size, own_sort, own_ids, None
    return best, sort, ids, meaning


def _goes_on(lows: Sequence[str], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words at ``at`` are the phrase's, of which the first is known to be."""
    return at + 1 < len(lows) and lows[at + 1] == phrase[1] and tuple(lows[at : at + len(phrase)]) == phrase


def _plain(word: str) -> Sort:
    if word == "'s":
        return Sort.OWNER
    if word == "\n":
        return Sort.BREAK
    return Sort.WORD if word[0].isalnum() or word[0] == "'" else Sort.SIGN

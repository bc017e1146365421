"""Text to items: names first, then quantities, then the words that the lexicon knows, longest first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Row:
    """A phrase, and what it is read as."""

    phrase: tuple[str, ...]
    sort: Sort
    ids: tuple[str, ...] = ()
    meaning: Meaning | None = None


Phrases = Mapping[str, Sequence[Row]]  # by first word, longest first


def phrases_of(own: Iterable[Row]) -> Phrases:
    """The phrases of the lexicon with a pair's own, which come first where both are as long."""
    found: dict[str, list[Row]] = {}
    for row in own:
        found.setdefault(row.phrase[0], []).append(row)
    ordered = {
        word: sorted((*rows, *_KNOWN.get(word, ())), key=lambda row: -len(row.phrase)) for word, rows in found.items()
    }
    return {**_KNOWN, **ordered}


@dataclass(frozen=True, slots=True)
class Words:
    """What a pair's words are: phrases with its capabilities and workloads, settings of its scores, licenses."""

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
    if text.find("-", start, end) >= 0:
        tokens = [each for each in tokens if not _joins(text, *each)]
    lows = [low for _, _, low in tokens]
    at = 0
    while at < len(tokens):
        start, end, low = tokens[at]
        row = _longest(lows, at, phrases[low]) if low in phrases else None
        if row is None:
            yield Item(_plain(low), start, end, ":" if low == "→" else low)
            at += 1
            continue
        size = len(row.phrase)
        if size > 1:
            end, low = tokens[at + size - 1][1], " ".join(row.phrase)
        yield Item(row.sort, start, end, low, meaning=row.meaning, ids=row.ids)
        at += size


def _joins(text: str, start: int, end: int, low: str) -> bool:
    """A hyphen within a compound, which parts no words."""
    return low == "-" and text[end : end + 1].isalpha() and not text[start - 1 : start].isspace()


def _longest(lows: Sequence[str], at: int, rows: Sequence[Row]) -> Row | None:
    """The longest phrase whose words stand at ``at``; the first of them is known to."""
    second = lows[at + 1] if at + 1 < len(lows) else ""
    for row in rows:
        phrase = row.phrase
        size = len(phrase)
        if size == 1 or phrase[1] == second and (size == 2 or tuple(lows[at : at + size]) == phrase):
            return row
    return None


def _plain(word: str) -> Sort:
    if word == "'s":
        return Sort.OWNER
    if word == "\n":
        return Sort.BREAK
    return Sort.WORD if word[0].isalnum() or word[0] == "'" else Sort.SIGN


_KNOWN: Phrases = {
    word: tuple(Row(phrase, _plain(word), meaning=meaning) for phrase, meaning in rows)
    for word, rows in LEXICON.items()
}

"""The lexicon: every word and phrase that the checker knows a meaning for, by its first word."""

from __future__ import annotations

from collections.abc import Mapping

from writer.sayings import comparing_words, grammar_words, metric_words
from writer.sayings.words import Meaning, Table

Row = tuple[tuple[str, ...], Meaning]


def by_first_word(table: Table) -> Mapping[str, tuple[Row, ...]]:
    """First word -> its phrases, longest first."""
    rows: dict[str, list[Row]] = {}
    for phrase, meaning in table.items():
        rows.setdefault(phrase[0], []).append((phrase, meaning))
    return {word: tuple(sorted(found, key=lambda row: -len(row[0]))) for word, found in rows.items()}


def _whole() -> Table:
    table: Table = {}
    grammar_words.enter(table)
    metric_words.enter(table)
    comparing_words.enter(table)
    return table


LEXICON = by_first_word(_whole())

"""How tables of words are written: a row of words in one string."""

from __future__ import annotations


def row(words: str) -> tuple[str, ...]:
    """The words of a row, in order."""
    return tuple(words.split())


def words(listed: str) -> frozenset[str]:
    """The words of a row, as a set to look them up in."""
    return frozenset(listed.split())

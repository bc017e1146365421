"""What prose calls a workload: phrases made from its title, for any catalog."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from writer.catalog.model import Workload

_WORD = re.compile(r"[^\W\d_]+")
_LOADS = (
    "load",
    "loads",
    "traffic",
    "workload",
    "workloads",
    "job",
    "jobs",
    "task",
    "tasks",
    "work",
    "scenario",
    "volume",
    "bill",
    "bills",
    "batch",
    "set",
    "case",
    "line",
    "example",
    "side",
)
_TOO_PLAIN = frozenset(
    (
        "run",
        "runs",
        "long",
        "large",
        "big",
        "small",
        "short",
        "request",
        "requests",
        "call",
        "calls",
        "job",
        "jobs",
        "task",
        "tasks",
        "document",
        "documents",
        "code",
        "coding",
        "support",
        "page",
        "pages",
        "search",
        "query",
        "queries",
        "answer",
        "answers",
        "session",
        "sessions",
    )
)


def title_words(title: str) -> tuple[str, ...]:
    """The words of a title without its number: ``10,000 support chats`` -> support, chats."""
    return tuple(word.lower() for word in _WORD.findall(title))


def job_phrases(workloads: Mapping[str, Workload]) -> Iterable[tuple[tuple[str, ...], str]]:
    """(words, workload id) of every phrase that can only mean one workload."""
    meant: dict[tuple[str, ...], set[str]] = {}
    for workload in workloads.values():
        for phrase in _phrases(title_words(workload.title)):
            meant.setdefault(phrase, set()).add(workload.id)
    return [(phrase, next(iter(ids))) for phrase, ids in meant.items() if len(ids) == 1]


def _phrases(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if not words:
        return
    heads = tuple(dict.fromkeys(_numbers(words[-1])))
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            piece = words[first:last]
            forms = [(*piece[:-1], head) for head in _numbers(piece[-1])]
            for form in forms:
                if len(form) > 1 or form[0] not in _TOO_PLAIN:
                    yield form
            if last < len(words):
                for head in heads:
                    yield (*piece, head)
                for load in _LOADS:
                    yield (*piece, load)
    yield from _apart(words, heads)


def _apart(words: tuple[str, ...], heads: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Single words of a title, and what it is without its first."""
    for head in heads:
        for load in _LOADS:
            yield (head, load)
    for word in words[:-1]:
        if word not in _TOO_PLAIN:
            for plural in _numbers(word):
                yield (plural,)
    if len(words) > 2:
        yield (words[-2] + "s",) if words[-2] not in _TOO_PLAIN else words
        for head in heads:
            yield (*words[1:-1], head)


def _numbers(word: str) -> tuple[str, ...]:
    """Singular and plural of a word."""
    if word.endswith("ies"):
        return word, word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        return word, word[:-1]
    return (word, word[:-1] + "ies") if word.endswith("y") else (word, word + "s")

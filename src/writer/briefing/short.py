"""A short form of a model's name that the rival does not share and that is no other model's name."""

from __future__ import annotations

import re

_FAMILY = re.compile(r"[A-Za-z]{4,}")
_SERIES = re.compile(r"([A-Za-z]{4,}[0-9][0-9.]*(?:-[A-Za-z]+)?) [0-9.]+[BM]\b")
_TIERS = frozenset(
    {
        "mini",
        "nano",
        "flash",
        "pro",
        "lite",
        "large",
        "small",
        "medium",
        "turbo",
        "preview",
        "instruct",
        "chat",
        "base",
        "code",
        "coder",
        "thinking",
        "air",
        "max",
        "plus",
        "ultra",
    }
)


def short_name(name: str, rival: str) -> str:
    """``Claude`` of ``Claude Opus 4.7`` beside ``Llama 3.2 1B``, ``Opus 4.7`` beside ``Claude Sonnet 4.6``; the whole name
    where no part of it is safe."""
    family = _family(name) or _series(name)
    if family and family.lower() not in rival.lower():
        return family
    return _without_shared_start(name, rival) or name


def _family(name: str) -> str:
    """The first word where it is a word: ``Claude``, ``Qwen`` is not one of ``Qwen3.5``."""
    first = re.split(r"[\s-]", name, maxsplit=1)[0]
    return first if first != name and _FAMILY.fullmatch(first) and first.lower() not in _TIERS else ""


def _series(name: str) -> str:
    """``Qwen3-Coder`` of ``Qwen3-Coder 480B-A35B Instruct``: what stands before a number of parameters."""
    found = _SERIES.match(name)
    return found[1] if found else ""


def _without_shared_start(name: str, rival: str) -> str:
    """The rest of the name after a family word that both bear, where it has a word and a version of its own."""
    own, other = name.split(), rival.split()
    if len(own) < 3 or own[0] != other[0]:
        return ""
    rest = " ".join(own[1:])
    return rest if re.match(r"[A-Za-z]{4,} [0-9]", rest) and rest not in rival else ""

"""What makes two commands the same batch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from writer.drafts.batch import Order


def order(wish: Order, pairs: Iterable[tuple[str, str]], generation: Callable[[str, str], int]) -> Order:
    """The order for these pairs, in any order of slugs and however often each is named. ``generation`` gives the newest
    generation that a pair has, 0 where it has none."""
    unique = dict.fromkeys((min(pair), max(pair)) for pair in pairs)
    units = tuple((a, b, max(1, generation(a, b))) for a, b in unique)
    return replace(wish, pairs=units, key=_key(wish, sorted(unique)))


def _key(wish: Order, pairs: Sequence[tuple[str, str]]) -> str:
    """Pace and budget are no part of it, so the same batch may go on with others; nor are generations, which retries move."""
    sampling = [str(wish.sampling.max_tokens), str(wish.sampling.temperature), str(wish.sampling.seed)]
    parts = [
        pairs,
        wish.model,
        list(wish.fallbacks),
        wish.attempts,
        sampling,
        wish.provider_batch,
        wish.reword,
        wish.note,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

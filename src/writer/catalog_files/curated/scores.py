"""How a model did: the rows of the file that are scores of our benchmarks, one for each (benchmark, setting)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from writer.catalog.model import Benchmark, Model, Score
from writer.catalog_files.curated.moments import read_day
from writer.catalog_files.curated.raw import RawScore
from writer.catalog_files.curated.settings import is_comparable, setting
from writer.catalog_files.listings.figures import repaired
from writer.catalog_files.listings.words import source_id

_SNAPSHOT = re.compile(r"(20[0-9]{2})-?([01][0-9])-?([0-3][0-9])")
_LONGEST_REF = 500


@dataclass(frozen=True, slots=True)
class Row:
    """Which benchmark a row of the file belongs to; ``rank`` orders the leaderboards that share a ``tag``."""

    benchmark: str
    tag: str
    rank: int


Rows = Mapping[tuple[str, str], Row]


def read_scores(raw: Iterable[RawScore], rows: Rows, benchmarks: Mapping[str, Benchmark]) -> tuple[Score, ...]:
    """A model's scores by key. Of leaderboards with the same tag the first that has the model is taken; of several rows
    with the same setting the one measured independently, then of the newest snapshot, then the newest, then the worse."""
    groups: dict[tuple[str, str], list[tuple[Row, RawScore]]] = defaultdict(list)
    for entry in raw:
        row = rows.get((entry.benchmark, entry.origin))
        if row is not None and is_comparable(entry):
            groups[row.benchmark, row.tag].append((row, entry))
    by_key: dict[tuple[str, str], list[RawScore]] = defaultdict(list)
    for (benchmark, tag), entries in groups.items():
        first = min(row.rank for row, _ in entries)
        for row, entry in entries:
            if row.rank == first:
                by_key[benchmark, setting(entry, tag) or ""].append(entry)
    scores = [
        _score(benchmark, slug or None, _best(entries, benchmarks[benchmark].higher_is_better))
        for (benchmark, slug), entries in by_key.items()
    ]
    return tuple(sorted(scores, key=lambda score: score.key))


def _best(entries: Iterable[RawScore], higher_is_better: bool) -> RawScore:
    def rank(raw: RawScore) -> tuple[bool, str, str, object, str]:
        worse = -repaired(raw.score) if higher_is_better else repaired(raw.score)
        return not raw.self_reported, _snapshot(raw), raw.date or "", worse, raw.source_url

    return max(entries, key=rank)


def _snapshot(raw: RawScore) -> str:
    found = _SNAPSHOT.search(raw.model_name or "")
    return "".join(found.groups()) if found else ""


def _score(benchmark: str, slug: str | None, raw: RawScore) -> Score:
    return Score(
        benchmark=benchmark,
        score=repaired(raw.score),
        setting=slug,
        self_reported=raw.self_reported,
        source=source_id(raw.origin),
        ref=raw.source_url[:_LONGEST_REF].strip() or None,
        measured=read_day(raw.date),
    )


def without_lonely(models: Mapping[str, Model]) -> dict[str, Model]:
    """The models without the scores whose setting no other model has at that benchmark: nothing compares with them."""
    counts = Counter(score.key for model in models.values() for score in model.scores)
    return {
        slug: replace(model, scores=tuple(s for s in model.scores if s.setting is None or counts[s.key] > 1))
        for slug, model in models.items()
    }

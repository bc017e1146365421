"""Parts measured in several processes at once."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from writer.evaluation.evaluate import Evaluator, Part
from writer.evaluation.measure import SourceFigures

_HERE: list[Evaluator] = []


def run(make: Callable[[], Evaluator], workers: int, parts: Sequence[Part]) -> Iterator[SourceFigures]:
    """The figures of the parts in their order. ``make`` must be picklable: each process makes an evaluator of its own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(parts)), context, _begin, (make,)) as pool:
        yield from pool.map(_measure, parts)


def _begin(make: Callable[[], Evaluator]) -> None:
    _HERE[:] = [make()]


def _measure(part: Part) -> SourceFigures:
    return _HERE[0].measure(part)

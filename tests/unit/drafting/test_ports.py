"""The queue has the shapes that drafting's ports ask for, though it imports none of them."""

from __future__ import annotations

import inspect

import pytest

from review_queue.keeping import DraftStore
from review_queue.store.batches_book import BatchBook
from tests.fakes.ports import FakeBench, FakeModel, FakeStore, Heard, LeapingClock
from writer.drafting import ports
from writer.drafting.bench import Bench
from writer.drafting.benches import HereBench, PooledBench
from writer.drafting.clock import SystemClock
from writer.drafting.live import LiveView
from writer.drafting.progress import JsonLines, PlainLines, Several, Silent
from writer.drafting.spans import TracedModel
from writer.llm.door import Door
from writer.llm.parcels import Parcels

PAIRS = [
    (ports.Store, DraftStore),
    (ports.Store, FakeStore),
    (ports.Book, BatchBook),
    (ports.Model, Door),
    (ports.Model, FakeModel),
    (ports.Model, TracedModel),
    (ports.Clock, SystemClock),
    (ports.Clock, LeapingClock),
    (ports.Progress, Heard),
    (ports.Progress, Silent),
    (ports.Progress, Several),
    (ports.Progress, JsonLines),
    (ports.Progress, PlainLines),
    (ports.Progress, LiveView),
    (ports.Provider, Parcels),
    (Bench, FakeBench),
    (Bench, HereBench),
    (Bench, PooledBench),
]


@pytest.mark.parametrize(("port", "kind"), PAIRS, ids=lambda value: value.__name__)
def test_every_method_of_the_port_is_there_and_takes_the_same(port: type, kind: type) -> None:
    methods = [name for name in dir(port) if not name.startswith("_")]
    assert methods
    for name in methods:
        wanted, found = inspect.signature(getattr(port, name)), inspect.signature(getattr(kind, name))
        shown = {each.name: (each.kind, each.default) for each in wanted.parameters.values()}
        given = {each.name: (each.kind, each.default) for each in found.parameters.values()}
        assert shown == {each: given.get(each) for each in shown}, name
        extra = [each for each in given if each not in shown]
        assert all(given[each][1] is not inspect.Parameter.empty for each in extra), name

"""The craft in another process gives what it gives here; when that process dies, a person is told."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from writer.briefing.brief import document_of
from writer.catalog_files.load import load_catalog
from writer.drafting.bench import Task
from writer.drafting.benches import HereBench, PooledBench
from writer.drafting.craft import Craft
from writer.errors import NeedsPerson, UnknownModel
from writer.llm.question import Answer
from writer.wording.house import answer

ROOT = Path(__file__).parents[3]
TASK = Task("gpt-4o-mini", "gpt-5")


def make() -> Craft:
    return Craft(load_catalog(ROOT / "tests/corpus/catalog"), FileSystemLoader(ROOT / "prompts"))


async def test_a_worker_process_prepares_judges_and_mends_as_this_one_does() -> None:
    here, away = HereBench(make()), PooledBench(make, 1)
    try:
        prepared = await away.prepare(TASK)
        assert prepared == await here.prepare(TASK)
        said = Answer(answer(document_of(prepared.messages)), "stop", "m")
        judged = await away.judge(TASK, said)
        assert judged == await here.judge(TASK, said)
        assert await away.mend(TASK, said, judged) == await here.mend(TASK, said, judged)
        with pytest.raises(UnknownModel, match="no-such"):
            await away.prepare(Task("gpt-5", "no-such"))
        (worker,) = away._workers[0]._pool._processes
        os.kill(worker, signal.SIGINT)
        assert await away.prepare(TASK) == prepared, "Ctrl-C is not for it"
        os.kill(worker, signal.SIGKILL)
        with pytest.raises(NeedsPerson, match="died"):
            await asyncio.gather(*(away.prepare(TASK) for _ in range(3)))
    finally:
        here.close()
        away.close()
